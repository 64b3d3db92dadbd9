#include "safeguard/carrying.h"

namespace kenpo::safeguard {

base::Words wording(Ending ending) {
  switch (ending) {
    case Ending::returned:
      return {"戻った", "returned"};
    case Ending::handed_over:
      return {"渡した", "handed over"};
    case Ending::posted:
      return {"投函した", "posted"};
    case Ending::destroyed:
      return {"廃棄した", "destroyed"};
    case Ending::not_printed:
      return {"印刷しなかった", "not printed"};
  }
  return {};
}

}  // namespace kenpo::safeguard
