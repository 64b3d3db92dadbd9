#include "premium/posting.h"

namespace kenpo::premium {

base::Words wording(Cause cause) {
  switch (cause) {
    case Cause::acquisition:
      return {"資格取得", "Acquisition"};
    case Cause::loss:
      return {"資格喪失", "Loss"};
    case Cause::remuneration:
      return {"月変・算定", "Standard remuneration"};
    case Cause::bonus:
      return {"賞与", "Bonus"};
    case Cause::rate:
      return {"率改定", "Rates"};
    case Cause::age:
      return {"年齢到達（40歳・65歳）", "Age 40 or 65"};
    case Cause::retroactive:
      return {"遡及", "Earlier months"};
    case Cause::leave:
      return {"産休・育休の免除", "Leave"};
  }
  return {};
}

}  // namespace kenpo::premium
