// The establishments: many small ones, a few large ones.
#include <algorithm>
#include <iterator>
#include <string_view>

#include "synthetic/people.h"

namespace kenpo::synthetic {

namespace {

constexpr std::string_view trades[] = {"製作所", "電機", "食品", "商事", "運輸",
                                       "印刷",   "薬品", "建設", "情報", "百貨店"};
constexpr std::string_view places[] = {"青葉", "朝日", "架空", "見本", "白鳥",
                                       "浜風", "星見", "若草", "月見", "雪国"};
// 東京, 神奈川, 大阪, 愛知, 福岡 as the pension agency codes them (appendix 3 of its
// specification).
constexpr std::string_view office_prefectures[] = {"21", "31", "41", "51", "61"};

constexpr int members_an_insured_permille = 1650;
constexpr std::uint32_t weight_of_largest = 1'000'000;

/// About a tenth of the two-thirds power of the insured persons: 11 for 1,200, 600 for 485,000.
std::uint32_t employers_count(int members) {
  const std::int64_t insured = std::int64_t{members} * 1000 / members_an_insured_permille;
  std::int64_t root = 1;
  while ((root + 1) * (root + 1) * (root + 1) <= insured) ++root;
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(root * root / 10, 2, 900));
}

}  // namespace

std::vector<Employer> draw_employers(const SocietyPlan& plan) {
  Draw draw(plan.seed, Stream::employers);
  std::vector<Employer> employers(employers_count(plan.members));
  std::uint32_t sum = 0;
  std::uint32_t rank = 0;
  for (auto& employer : employers) {
    ++rank;
    // Zipf: the second has half of the first, the tenth a tenth.
    sum += std::max<std::uint32_t>(weight_of_largest / rank, 1);
    employer.weight = sum;
    employer.office.prefecture = draw.one_of<std::string_view>(office_prefectures);
    employer.office.county = std::to_string(10 + rank % 89);
    const auto letter = static_cast<char>('A' + rank % 26);
    employer.office.symbol = letter + std::to_string(100 + rank % 900);
    employer.symbol = std::to_string(1000 + rank);
    // One draw a statement: the order of draws inside an expression differs by compiler.
    const auto place = draw.one_of<std::string_view>(places);
    const auto trade = draw.one_of<std::string_view>(trades);
    employer.name =
        std::string(place) + std::string(trade) + "第" + std::to_string(rank) + "事業所";
    employer.head_name = written(draw_name(Sex::female, draw));
    employer.from = *base::Date::make(draw.between(1990, 2015), 4, 1);
    employer.bonus_day = draw.between(5, 15);
  }
  return employers;
}

std::uint32_t draw_employer(const Society& society, Draw& draw) {
  const auto place = draw.below(society.employers.back().weight);
  const auto found = std::ranges::upper_bound(society.employers, place, {}, &Employer::weight);
  return static_cast<std::uint32_t>(found - society.employers.begin());
}

}  // namespace kenpo::synthetic
