#include "request/erasure.h"

namespace kenpo::request {

std::string_view wording(ErasureCause cause) {
  return cause == ErasureCause::request ? "本人の請求" : "保存期間の満了";
}

std::int64_t ErasurePlan::rows() const {
  std::int64_t sum = 0;
  for (const auto& line : lines) sum += line.rows;
  return sum;
}

std::int64_t ErasurePlan::erasable() const {
  std::int64_t sum = 0;
  for (const auto& line : lines) sum += line.erasable;
  return sum;
}

}  // namespace kenpo::request
