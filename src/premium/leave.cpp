#include "premium/leave.h"

namespace kenpo::premium {

base::Words wording(Leave kind) {
  switch (kind) {
    case Leave::childcare:
      return {"育児休業等", "Child-care leave"};
    case Leave::maternity:
      return {"産前産後休業", "Maternity leave"};
  }
  return {};
}

}  // namespace kenpo::premium
