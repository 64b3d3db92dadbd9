#include "collection/arrears.h"

namespace kenpo::collection {

base::Words wording(Measure measure) {
  switch (measure) {
    case Measure::telephone:
      return {"電話", "Telephone"};
    case Measure::visit:
      return {"訪問", "Visit"};
    case Measure::letter:
      return {"催告（文書）", "Letter"};
    case Measure::reminder:
      return {"督促状", "Reminder"};
    case Measure::promise:
      return {"納付誓約", "Written promise"};
    case Measure::instalments:
      return {"分割納付の約束", "Instalments"};
    case Measure::postponement:
      return {"納付の猶予", "Postponement"};
    case Measure::disposition:
      return {"滞納処分の認可申請", "Application for a disposition"};
  }
  return {};
}

}  // namespace kenpo::collection
