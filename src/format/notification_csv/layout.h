// The layout of SHFD0006.CSV as a table, which the reader, the writer and
// docs/formats/notification_csv.md follow. Source: CSV形式届書作成仕様書 第16.2版 (2026-03); what it
// leaves open is said on that page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace kenpo::format::notification_csv {

/// Every item of every form is under this; the largest form has 139 items.
inline constexpr std::size_t items_limit = 160;
/// Files from 4.5 MB are not taken by the electronic filing of the agency; 4.5 × 1024 × 1024 is the
/// more generous reading of that figure.
inline constexpr std::size_t file_limit_bytes = 4'718'592;
/// The agency's own prefecture codes (specification, appendix 3): not those of JIS X 0401.
inline constexpr std::string_view prefecture_codes =
    "01 02 03 04 05 06 07 08 09 10 11 12 21 31 32 33 34 35 36 37 38 39 41 42 "
    "51 52 53 54 55 56 57 58 59 60 61 71 72 73 74 75 76 77 78 79 80 81 82";
/// Codes of the eras in which people were born, and in which what is notified happens.
inline constexpr std::string_view birth_eras = "1 3 5 7 9";
inline constexpr std::string_view event_eras = "7 9";
/// An amount of ten million yen or more is written as this.
inline constexpr std::int64_t capped_amount_yen = 9'999'999;

/// How the characters of an item are made.
enum class Mode : std::uint8_t {
  fixed,              // exactly the text of `allowed`
  code,               // one of the words of `allowed`
  flag,               // empty or 1
  digits,             // half-width digits, not only zeros where `least` is over 0
  number,             // half-width digits whose value lies in `least` to `most`
  amount,             // half-width digits, whole yen, `least` to `most`
  era,                // one of the era codes of `allowed`
  era_date,           // YYMMDD in the era of the item before
  era_year,           // YY in the era of the item before
  era_month,          // MM in the era year of the two items before
  day,                // YYYYMMDD
  symbol,             // half-width letters, digits or kana, not only zeros
  kana_name,          // half-width kana, one half-width space between family and given name
  kanji_name,         // full-width, one full-width space between family and given name
  half_width,         // half-width characters
  text,               // both widths
  individual_number,  // twelve digits with check digit
  empty,              // must stay empty
};

enum class Need : std::uint8_t { required, optional };

/// One item. Lengths are bytes of Shift_JIS.
struct Item {
  std::uint8_t number;
  std::string_view name;
  std::uint8_t shortest_bytes;  // when it is not empty
  std::uint8_t longest_bytes;
  Mode mode;
  Need need;
  std::string_view allowed = {};
  std::int32_t least = 0;
  std::int32_t most = 0;
};

enum class Form : std::uint8_t {
  acquisition,            // 資格取得届 2200700
  loss,                   // 資格喪失届 2201700
  regular_determination,  // 算定基礎届 2225700
  revision,               // 月額変更届 2221700
  bonus_payment,          // 賞与支払届 2265700
  dependents,             // 被扶養者（異動）届・第3号関係届 2202700
};

struct FormLayout {
  Form form;
  std::string_view code;
  std::string_view name;
  std::span<const Item> items;
};

/// The six forms that are read and written.
std::span<const FormLayout> form_layouts();
const FormLayout& layout_of(Form form);
/// Null when the code is none of the six.
const FormLayout* layout_of_code(std::string_view form_code);

/// Line 1 of an employer, line 1 of a labour and social security attorney (社会保険労務士), line 3
/// and line 4. Lines 2 and 5 are the fixed words below.
std::span<const Item> medium_items();
std::span<const Item> attorney_medium_items();
std::span<const Item> count_items();
std::span<const Item> establishment_items();

inline constexpr std::string_view head_mark = "[kanri]";
inline constexpr std::string_view data_mark = "[data]";
inline constexpr std::string_view representative_code = "22223";
inline constexpr std::string_view line_end = "\r\n";

/// The name of a code that is known but not read here: a form of before March 2018. Empty when the
/// code is not known either.
std::string_view other_form_name(std::string_view form_code);

}  // namespace kenpo::format::notification_csv
