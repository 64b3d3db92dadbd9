// The public master files (基本マスター) of the reviewing organisation: words, units and prices of codes.
//
// CP932, comma, every field in double quotes, CR LF. Only fields that the society uses become part
// of an item; the line itself is not kept. docs/formats/master.md.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace kenpo::format::master {

/// マスター識別, and the masters that have none of their own letter.
enum class Kind : std::uint8_t {
  disease,   // B 傷病名
  modifier,  // Z 修飾語
  act,       // S 医科診療行為
  drug,      // Y 医薬品
  device,    // T 特定器材
  comment,   // C コメント
  dental_act,    // 歯科診療行為 (基本テーブル); the letters of these three are not published: they are
  pharmacy_act,  // 調剤行為                   known by the first digit of their codes
  nursing_act,   // 訪問看護療養費 (基本テーブル)
};
inline constexpr std::size_t kinds_count = 9;
const char* wording(Kind kind);  // 「医薬品」

/// 変更区分.
enum class Revision : std::uint8_t { same, deleted, revived, added, changed, abolished };

/// A piece of a comment's text that the record's field fills: where and how long (カラム位置, 桁数).
struct Slot {
  std::uint8_t column = 0;
  std::uint8_t length = 0;
  friend bool operator==(const Slot&, const Slot&) = default;
};
inline constexpr std::size_t slots_count = 4;

struct Item {
  Kind kind = Kind::disease;
  std::string code;   // seven, four or nine digits
  std::string name;   // UTF-8
  std::string unit;   // drugs, devices
  /// Points of an act, yen of a drug or device, with two decimals; empty where the master has none.
  std::string amount;
  std::string icd;      // diseases: ICD-10
  std::string pattern;  // comments: how the text is built
  std::array<Slot, slots_count> slots{};
  bool generic = false;   // drugs: 後発品
  /// Acts: ages in whole years between which the act may be counted, 下限年齢 and 上限年齢 (the first age
  /// at which it may not). Ages that the master says by a letter (days, schooling) are none here.
  std::optional<int> youngest = {};
  std::optional<int> below_age = {};
  std::optional<int> times_limit = {};  // acts: 上限回数
  std::string price_code;  // drugs: 薬価基準コード, twelve characters
  Revision revision = Revision::same;
  std::optional<base::Date> changed_on;
  std::optional<base::Date> abolished_on;  // the last day; none = open

  friend bool operator==(const Item&, const Item&) = default;
};

}  // namespace kenpo::format::master
