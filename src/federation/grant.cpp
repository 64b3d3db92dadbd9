#include "federation/grant.h"

namespace kenpo::federation {

const char* wording(ThresholdKind kind) {
  return kind == ThresholdKind::general ? "一般" : "特別（長期高額疾病）";
}

const char* wording(GrantState state) {
  switch (state) {
    case GrantState::candidate:
      return "候補";
    case GrantState::applied:
      return "申請済み";
    case GrantState::granted:
      return "交付決定";
    case GrantState::refused:
      return "不交付";
  }
  return "";
}

}  // namespace kenpo::federation
