#include "claim/claim.h"

namespace kenpo::claim {

const char* wording(Service service) {
  switch (service) {
    case Service::medical:
      return "医科";
    case Service::dpc:
      return "DPC";
    case Service::dental:
      return "歯科";
    case Service::pharmacy:
      return "調剤";
    case Service::nursing:
      return "訪問看護";
  }
  return "";
}

std::int64_t yen_of(const Claim& claim, std::int64_t points) {
  constexpr std::int64_t yen_of_point = 10;
  return claim.service == Service::nursing ? points : points * yen_of_point;
}

const char* wording(Standing standing) {
  switch (standing) {
    case Standing::valid:
      return "有効";
    case Standing::lapsed:
      return "資格喪失後の受診";
    case Standing::partly_lapsed:
      return "一部の診療日が資格喪失後";
    case Standing::before_acquisition:
      return "資格取得前の受診";
    case Standing::days_unknown:
      return "月の途中で得喪、診療日不明";
    case Standing::unknown_person:
      return "該当者なし";
    case Standing::birth_differs:
      return "生年月日の不一致";
    case Standing::sex_differs:
      return "性別の不一致";
    case Standing::patient_differs:
      return "本人・家族の誤り";
  }
  return "";
}

const char* reason_number(Standing standing) {
  switch (standing) {
    case Standing::valid:
    case Standing::days_unknown:
      return nullptr;
    case Standing::lapsed:
    case Standing::partly_lapsed:
      return "100018";
    case Standing::before_acquisition:
    case Standing::unknown_person:
      return "100014";
    case Standing::birth_differs:
    case Standing::sex_differs:
      return "100012";
    case Standing::patient_differs:
      return "100017";
  }
  return nullptr;
}

}  // namespace kenpo::claim
