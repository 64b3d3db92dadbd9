// The 139 items of 被扶養者（異動）届・第3号関係届 (2202700): the insured person, the spouse, two
// other dependents. Included by layout.cpp only. What the published summary leaves open is said in
// docs/formats/notification_csv.md.
#pragma once

#include <algorithm>
#include <array>

#include "format/notification_csv/layout.h"

namespace kenpo::format::notification_csv {

inline constexpr int dependents_items_count = 139;
/// The first items of the two blocks of other dependents, and how many items each has.
inline constexpr std::array<int, 2> other_dependent_items = {70, 103};
inline constexpr std::size_t other_dependent_items_count = 33;

namespace detail {

// Number, name, shortest, longest, mode, need, allowed, least, most.
inline constexpr Item insured_and_spouse_rows[] = {
    {1, "様式コード", 7, 7, Mode::fixed, Need::required, "2202700"},
    {2, "都道府県コード", 2, 2, Mode::code, Need::required, prefecture_codes},
    {3, "郡市区符号", 2, 2, Mode::number, Need::required, "", 1, 98},
    {4, "事業所記号", 1, 4, Mode::symbol, Need::required},
    {5, "事業主確認欄", 1, 1, Mode::code, Need::optional, "0 1"},
    {6, "事業主受付年月日（元号）", 1, 1, Mode::era, Need::optional, event_eras},
    {7, "事業主受付年月日", 6, 6, Mode::era_date, Need::optional},
    {8, "被保険者整理番号", 1, 6, Mode::digits, Need::optional, "", 1, 999999},
    {9, "被保険者氏名（カナ）", 3, 25, Mode::kana_name, Need::required},
    {10, "被保険者氏名（漢字）", 6, 24, Mode::kanji_name, Need::optional},
    {11, "被保険者生年月日（元号）", 1, 1, Mode::era, Need::required, birth_eras},
    {12, "被保険者生年月日", 6, 6, Mode::era_date, Need::required},
    {13, "被保険者性別", 1, 1, Mode::code, Need::optional, "1 2"},
    {14, "被保険者個人番号", 12, 12, Mode::individual_number, Need::optional},
    {15, "被保険者基礎年金番号（課所符号）", 4, 4, Mode::digits, Need::optional, "", 1, 9999},
    {16, "被保険者基礎年金番号（一連番号）", 6, 6, Mode::digits, Need::optional, "", 1, 999999},
    {17, "被保険者収入（年間）", 1, 9, Mode::amount, Need::optional, "", 0, 999999999},
    {18, "被保険者郵便番号（親番号）", 3, 3, Mode::digits, Need::optional},
    {19, "被保険者郵便番号（子番号）", 4, 4, Mode::digits, Need::optional},
    {20, "被保険者住所", 1, 75, Mode::text, Need::optional},
    {21, "異動の別", 1, 1, Mode::code, Need::required, "1 2 3"},
    {22, "配偶者届出年月日（元号）", 1, 1, Mode::era, Need::optional, event_eras},
    {23, "配偶者届出年月日", 6, 6, Mode::era_date, Need::optional},
    {24, "配偶者氏名（カナ）", 3, 25, Mode::kana_name, Need::optional},
    {25, "配偶者氏名（漢字）", 6, 24, Mode::kanji_name, Need::optional},
    {26, "配偶者生年月日（元号）", 1, 1, Mode::era, Need::optional, birth_eras},
    {27, "配偶者生年月日", 6, 6, Mode::era_date, Need::optional},
    {28, "配偶者続柄", 1, 1, Mode::code, Need::optional, "1 2 3 4"},
    {29, "配偶者個人番号", 12, 12, Mode::individual_number, Need::optional},
    {30, "配偶者基礎年金番号（課所符号）", 4, 4, Mode::digits, Need::optional, "", 1, 9999},
    {31, "配偶者基礎年金番号（一連番号）", 6, 6, Mode::digits, Need::optional, "", 1, 999999},
    {32, "配偶者外国籍", 1, 1, Mode::flag, Need::optional},
    {33, "配偶者通称名（カナ）", 1, 25, Mode::half_width, Need::optional},
    {34, "配偶者通称名（漢字）", 1, 24, Mode::text, Need::optional},
    {35, "配偶者同居・別居", 1, 1, Mode::code, Need::optional, "1 2"},
    {36, "配偶者住所地の都道府県", 2, 2, Mode::number, Need::optional, "", 1, 47},
    {37, "配偶者郵便番号（親番号）", 3, 3, Mode::digits, Need::optional},
    {38, "配偶者郵便番号（子番号）", 4, 4, Mode::digits, Need::optional},
    {39, "配偶者住所", 1, 75, Mode::text, Need::optional},
    {40, "配偶者電話番号の種別", 1, 1, Mode::digits, Need::optional},
    {41, "配偶者電話番号1", 2, 5, Mode::digits, Need::optional},
    {42, "配偶者電話番号2", 1, 4, Mode::digits, Need::optional},
    {43, "配偶者電話番号3", 4, 5, Mode::digits, Need::optional},
    {44, "配偶者がなった年月日（元号）", 1, 1, Mode::era, Need::optional, event_eras},
    {45, "配偶者がなった年月日", 6, 6, Mode::era_date, Need::optional},
    {46, "配偶者がなった理由", 1, 1, Mode::code, Need::optional, "1 2 3 4 5"},
    {47, "配偶者がなった理由（その他）", 1, 75, Mode::text, Need::optional},
    {48, "配偶者職業", 1, 1, Mode::code, Need::optional, "1 2 3 4"},
    {49, "配偶者収入（年間）", 1, 9, Mode::amount, Need::optional, "", 0, 999999999},
    {50, "配偶者がなくなった年月日（元号）", 1, 1, Mode::era, Need::optional, event_eras},
    {51, "配偶者がなくなった年月日", 6, 6, Mode::era_date, Need::optional},
    {52, "配偶者がなくなった理由", 1, 1, Mode::code, Need::optional, "1 2 3 4 5 6"},
    {53, "配偶者がなくなった理由（その他）", 1, 75, Mode::text, Need::optional},
    {54, "配偶者死亡年月日（元号）", 1, 1, Mode::era, Need::optional, event_eras},
    {55, "配偶者死亡年月日", 6, 6, Mode::era_date, Need::optional},
    {56, "配偶者備考", 1, 75, Mode::text, Need::optional},
    {57, "配偶者続柄確認", 1, 1, Mode::flag, Need::optional},
    {58, "配偶者海外特例", 1, 1, Mode::code, Need::optional, "1 2"},
    {59, "配偶者海外特例の該当年月日（元号）", 1, 1, Mode::era, Need::optional, event_eras},
    {60, "配偶者海外特例の該当年月日", 6, 6, Mode::era_date, Need::optional},
    {61, "配偶者海外特例の該当理由", 1, 1, Mode::code, Need::optional, "1 2 3 4 5"},
    {62, "配偶者海外特例の該当理由（補足）", 1, 75, Mode::text, Need::optional},
    {63, "配偶者海外特例の非該当年月日（元号）", 1, 1, Mode::era, Need::optional, event_eras},
    {64, "配偶者海外特例の非該当年月日", 6, 6, Mode::era_date, Need::optional},
    {65, "配偶者海外特例の非該当理由", 1, 1, Mode::code, Need::optional, "1 2"},
    {66, "配偶者海外特例の非該当理由（補足）", 1, 75, Mode::text, Need::optional},
    {67, "配偶者国内転入年月日（元号）", 1, 1, Mode::era, Need::optional, event_eras},
    {68, "配偶者国内転入年月日", 6, 6, Mode::era_date, Need::optional},
    {69, "配偶者年間収入", 1, 9, Mode::amount, Need::optional, "", 0, 999999999},
};

// Numbered from 0 within the block.
inline constexpr Item other_dependent_rows[other_dependent_items_count] = {
    {0, "被扶養者番号", 0, 0, Mode::empty, Need::optional},
    {1, "その他の被扶養者氏名（カナ）", 3, 25, Mode::kana_name, Need::optional},
    {2, "その他の被扶養者氏名（漢字）", 6, 24, Mode::kanji_name, Need::optional},
    {3, "その他の被扶養者生年月日（元号）", 1, 1, Mode::era, Need::optional, birth_eras},
    {4, "その他の被扶養者生年月日", 6, 6, Mode::era_date, Need::optional},
    {5, "その他の被扶養者性別", 1, 1, Mode::code, Need::optional, "1 2"},
    {6, "続柄", 2, 2, Mode::number, Need::optional, "", 1, 10},
    {7, "続柄（その他）", 1, 75, Mode::text, Need::optional},
    {8, "その他の被扶養者個人番号", 12, 12, Mode::individual_number, Need::optional},
    {9, "同居・別居", 1, 1, Mode::code, Need::optional, "1 2"},
    {10, "郵便番号（親番号）", 3, 3, Mode::digits, Need::optional},
    {11, "郵便番号（子番号）", 4, 4, Mode::digits, Need::optional},
    {12, "住所", 1, 75, Mode::text, Need::optional},
    {13, "海外特例", 1, 1, Mode::code, Need::optional, "1 2"},
    {14, "海外特例の該当理由", 1, 1, Mode::code, Need::optional, "1 2 3 4 5"},
    {15, "海外特例の該当理由（補足）", 1, 75, Mode::text, Need::optional},
    {16, "海外特例の非該当理由", 1, 1, Mode::code, Need::optional, "1 2"},
    {17, "海外特例の非該当理由（補足）", 1, 75, Mode::text, Need::optional},
    {18, "国内転入年月日（元号）", 1, 1, Mode::era, Need::optional, event_eras},
    {19, "国内転入年月日", 6, 6, Mode::era_date, Need::optional},
    {20, "なった年月日（元号）", 1, 1, Mode::era, Need::optional, event_eras},
    {21, "なった年月日", 6, 6, Mode::era_date, Need::optional},
    {22, "職業", 1, 1, Mode::code, Need::optional, "1 2 3 4 5 6"},
    {23, "住所地の都道府県", 2, 2, Mode::number, Need::optional, "", 1, 47},
    {24, "収入（年間）", 1, 9, Mode::amount, Need::optional, "", 0, 999999999},
    {25, "なった理由", 1, 1, Mode::code, Need::optional, "1 2 3 4 5"},
    {26, "なった理由（その他）", 1, 75, Mode::text, Need::optional},
    {27, "なくなった年月日（元号）", 1, 1, Mode::era, Need::optional, event_eras},
    {28, "なくなった年月日", 6, 6, Mode::era_date, Need::optional},
    {29, "なくなった理由", 1, 1, Mode::code, Need::optional, "1 2 3 4 5 6"},
    {30, "なくなった理由（その他）", 1, 75, Mode::text, Need::optional},
    {31, "備考", 1, 75, Mode::text, Need::optional},
    {32, "続柄確認", 1, 1, Mode::flag, Need::optional},
};

inline constexpr Item last_rows[] = {
    {136, "予備", 0, 0, Mode::empty, Need::optional},
    {137, "配偶者の資格確認書発行要否", 1, 1, Mode::flag, Need::optional},
    {138, "その他の被扶養者1の資格確認書発行要否", 1, 1, Mode::flag, Need::optional},
    {139, "その他の被扶養者2の資格確認書発行要否", 1, 1, Mode::flag, Need::optional},
};

constexpr std::array<Item, dependents_items_count> all_dependents_rows() {
  std::array<Item, dependents_items_count> rows{};
  auto next = std::ranges::copy(insured_and_spouse_rows, rows.begin()).out;
  for (const int first : other_dependent_items) {
    for (auto row : other_dependent_rows) {
      row.number = static_cast<std::uint8_t>(row.number + first);
      *next++ = row;
    }
  }
  std::ranges::copy(last_rows, next);
  return rows;
}

}  // namespace detail

inline constexpr auto dependents_rows = detail::all_dependents_rows();

}  // namespace kenpo::format::notification_csv
