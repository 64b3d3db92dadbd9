#include "request/correction.h"

namespace kenpo::request {

std::string_view wording(PaperPlace place) {
  constexpr std::string_view words[paper_places_count] = {"これから作る", "印刷中",
                                                          "印刷済み(組合にある)", "本人の手元",
                                                          "回収中"};
  return words[static_cast<std::size_t>(place)];
}

std::vector<ChangedValue> changes_between(const eligibility::Person& before,
                                          const eligibility::Person& after) {
  const auto sex = [](eligibility::Sex value) {
    return std::string(value == eligibility::Sex::male ? "男" : "女");
  };
  std::vector<ChangedValue> all = {
      {"氏名", before.name, after.name},
      {"氏名カナ", before.name_kana, after.name_kana},
      {"性別", sex(before.sex), sex(after.sex)},
      {"生年月日", before.born.iso(), after.born.iso()},
      {"郵便番号", before.postal_code, after.postal_code},
      {"住所", before.address, after.address},
      {"住所カナ", before.address_kana, after.address_kana},
  };
  std::erase_if(all, [](const ChangedValue& value) { return value.before == value.after; });
  return all;
}

}  // namespace kenpo::request
