#include "request/use_stop.h"

#include <array>

namespace kenpo::request {

std::string_view wording(Recipient recipient) {
  constexpr std::array<std::string_view, recipients_count> words = {
      "事業主",     "同じ世帯の加入者", "健康保険組合連合会",         "医療機関",
      "他の保険者", "損害保険会社等(第三者行為)", "国・地方公共団体", "その他"};
  return words.at(static_cast<std::size_t>(recipient));
}

std::string_view wording(ProvisionBasis basis) {
  constexpr std::array<std::string_view, provision_bases_count> words = {
      "本人の同意(27条1項)", "黙示の同意(27条1項)", "法令等(27条1項各号)",
      "委託(27条5項1号)",    "事業の承継(27条5項2号)", "共同利用(27条5項3号)"};
  return words.at(static_cast<std::size_t>(basis));
}

}  // namespace kenpo::request
