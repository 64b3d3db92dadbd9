#include "format/master/layout.h"

namespace kenpo::format::master {

namespace {

// 支払基金 マスターファイル仕様説明書, 2022-04-22 and 2026-05-01.
constexpr Layout layout_rows[] = {
    {.kind = Kind::disease, .letter = 'B', .code_digits = 7, .fields_counts = {46, 0}, .code = 3,
     .name = 6, .unit = 0, .amount = 0, .icd = 16, .pattern = 0, .slots = 0, .generic = 0,
     .changed_on = 23, .abolished_on = 24},
    {.kind = Kind::modifier, .letter = 'Z', .code_digits = 4, .fields_counts = {19, 0}, .code = 3,
     .name = 7, .unit = 0, .amount = 0, .icd = 0, .pattern = 0, .slots = 0, .generic = 0,
     .changed_on = 15, .abolished_on = 16},
    {.kind = Kind::act, .letter = 'S', .code_digits = 9, .fields_counts = {150, 0}, .code = 3,
     .name = 5, .unit = 10, .amount = 12, .icd = 0, .pattern = 0, .slots = 0, .generic = 0,
     .changed_on = 87, .abolished_on = 88},
    {.kind = Kind::drug, .letter = 'Y', .code_digits = 9, .fields_counts = {40, 42}, .code = 3,
     .name = 5, .unit = 10, .amount = 12, .icd = 0, .pattern = 0, .slots = 0, .generic = 17,
     .changed_on = 30, .abolished_on = 31, .price_code = 32},
    {.kind = Kind::device, .letter = 'T', .code_digits = 9, .fields_counts = {38, 0}, .code = 3,
     .name = 5, .unit = 10, .amount = 12, .icd = 0, .pattern = 0, .slots = 0, .generic = 0,
     .changed_on = 28, .abolished_on = 30},
    {.kind = Kind::comment, .letter = 'C', .code_digits = 9, .fields_counts = {30, 0}, .code = 23,
     .name = 7, .unit = 0, .amount = 0, .icd = 0, .pattern = 4, .slots = 10, .generic = 0,
     .changed_on = 21, .abolished_on = 22},
};
static_assert(std::size(layout_rows) == kinds_count);

}  // namespace

const char* wording(Kind kind) {
  switch (kind) {
    case Kind::disease: return "傷病名";
    case Kind::modifier: return "修飾語";
    case Kind::act: return "医科診療行為";
    case Kind::drug: return "医薬品";
    case Kind::device: return "特定器材";
    case Kind::comment: return "コメント";
  }
  return "";
}

std::span<const Layout> layouts() { return layout_rows; }

const Layout* layout_of(char letter) {
  for (const Layout& row : layout_rows) {
    if (row.letter == letter) return &row;
  }
  return nullptr;
}

}  // namespace kenpo::format::master
