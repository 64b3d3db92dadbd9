#include "request/retention.h"

namespace kenpo::request {

std::string_view wording(RecordClass record_class) {
  constexpr std::array<std::string_view, record_classes_count> words = {
      "レセプト", "健康診査",   "保健指導",         "給付",  "資格",
      "保険料",   "本人の請求", "第三者提供の記録", "利用の記録", "その他"};
  return words.at(static_cast<std::size_t>(record_class));
}

}  // namespace kenpo::request
