// Which fields of which records the sheet of a receipt shows, in which order.
#pragma once

#include <array>
#include <cstdint>

#include "format/claim/layout.h"

namespace kenpo::claim {

inline constexpr std::size_t facts_limit = 6;  // columns of a table that fit a page

/// One table of the sheet: a row for each record of its kind. Names and codes of the columns come
/// from the layout; 0 = no further column.
struct FactTable {
  const char* title;
  format::claim::Service service;
  format::claim::Record record;
  std::array<std::uint8_t, facts_limit> fields;
};

/// Where a disease is written: its code, its modifiers, its name when it has no code.
struct DiseasePlaces {
  format::claim::Service service;
  format::claim::Record record;
  std::uint8_t code;
  std::uint8_t modifiers;
  std::uint8_t name;
};

namespace sheet {

using enum format::claim::Service;
using enum format::claim::Record;

inline constexpr FactTable fact_tables[] = {
    {"傷病名", medical, sy, {2, 3, 4, 7, 8}},
    {"診断群分類", dpc, bu, {2, 3, 4, 5, 6}},
    {"傷病", dpc, sb, {2, 6, 5, 8}},
    {"患者の状態", dpc, kk, {4, 5, 7, 9, 12}},
    {"診療関連", dpc, sk, {2, 4, 7}},
    {"包括評価", dpc, hh, {2, 3, 6, 7, 8, 9}},
    {"包括の合計", dpc, gt, {2, 6, 7, 8, 9}},
    {"傷病名", dpc, sy, {2, 3, 4, 7, 8}},
    {"傷病名と部位", dental, hs, {5, 4, 2, 3, 10, 12}},
    {"処方した医療機関", pharmacy, re, {13, 12, 15}},
    {"処方", pharmacy, sh, {2, 3, 4, 6}},
    {"薬", pharmacy, iy, {3, 4, 7}},
    {"材料", pharmacy, to, {3, 7, 4, 6}},
    {"調剤", pharmacy, cz, {2, 3, 4, 6}},
    {"傷病名", nursing, sy, {2, 5}},
    {"主治医の医療機関", nursing, ih, {5, 6, 4, 7}},
    {"訪問看護の指示", nursing, hj, {2, 3, 4}},
    {"心身の状態", nursing, js, {2, 3, 4}},
    {"訪問の期間", nursing, rj, {2, 11, 14}},
};

inline constexpr DiseasePlaces disease_places[] = {
    {medical, sy, 2, 5, 6}, {dpc, sy, 2, 5, 6},     {dpc, sb, 2, 3, 4},
    {dental, hs, 5, 6, 7},  {nursing, sy, 2, 3, 4},
};

}  // namespace sheet

}  // namespace kenpo::claim
