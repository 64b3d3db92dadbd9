#include "premium/levy_words_page.h"

#include <array>

namespace kenpo::premium {

using desk::Cell;

namespace {
std::string signed_words(std::int64_t number, std::string words) {
  return number > 0 ? "+" + std::move(words) : std::move(words);
}
}  // namespace

std::string cause_words(CauseMask causes) {
  std::string words;
  for (int at = 0; at < causes_count; ++at) {
    const auto cause = static_cast<Cause>(at);
    if ((causes & mask_of(cause)) == 0) continue;
    if (!words.empty()) words += "、";
    words += wording(cause).ja.text();
  }
  return words;
}

std::string difference_words(std::int64_t millionths) {
  constexpr std::int64_t hundredth = 10'000;
  constexpr std::int64_t hundred = 100;
  const auto hundredths = millionths / hundredth;
  const auto part = std::to_string((hundredths < 0 ? -hundredths : hundredths) % hundred);
  const bool sign_is_lost = hundredths < 0 && hundredths > -hundred;
  return signed_words(hundredths, (sign_is_lost ? "-" : "") +
                                      base::Yen(hundredths / hundred).grouped() + "." +
                                      std::string(2 - part.size(), '0') + part);
}

std::string difference_words(base::Yen difference) {
  return signed_words(difference.amount(), difference.grouped());
}

desk::Data causes_table(const std::vector<CauseLine>& lines) {
  struct Sum {
    std::int64_t persons = 0;
    std::int64_t millionths = 0;
    bool any = false;
  };
  std::array<Sum, causes_count> sums{};
  std::int64_t all = 0;
  for (const auto& line : lines) {
    auto& sum = sums.at(static_cast<std::size_t>(line.cause));
    sum.persons += line.persons;
    sum.millionths += line.millionths;
    sum.any = true;
    all += line.millionths;
  }
  std::vector<std::vector<Cell>> rows;
  for (int at = 0; at < causes_count; ++at) {
    const auto& sum = sums.at(static_cast<std::size_t>(at));
    if (!sum.any) continue;
    rows.push_back({{wording(static_cast<Cause>(at)).ja.text()},
                    {desk::grouped(sum.persons)},
                    {difference_words(sum.millionths)}});
  }
  if (!rows.empty()) rows.push_back({{"合計"}, {""}, {difference_words(all)}});
  constexpr auto numbers = desk::Column::Holds::numbers;
  return desk::table("前月との差額の理由", {{"理由"}, {"人数(人)", numbers}, {"差額(円)", numbers}},
                     rows);
}

}  // namespace kenpo::premium
