#include "benefit/outpatient_year.h"

namespace kenpo::benefit {

std::string_view wording(NoInsurance why) {
  switch (why) {
    case NoInsurance::died:
      return "死亡";
    case NoInsurance::public_assistance:
      return "生活保護";
    case NoInsurance::abroad:
      return "国外への転出";
    case NoInsurance::other:
      break;
  }
  return "その他";
}

}  // namespace kenpo::benefit
