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
     .youngest = 41, .times_limit = 36, .changed_on = 87, .abolished_on = 88},
    {.kind = Kind::drug, .letter = 'Y', .code_digits = 9, .fields_counts = {40, 42}, .code = 3,
     .name = 5, .unit = 10, .amount = 12, .icd = 0, .pattern = 0, .slots = 0, .generic = 17,
     .changed_on = 30, .abolished_on = 31, .price_code = 32},
    {.kind = Kind::device, .letter = 'T', .code_digits = 9, .fields_counts = {38, 0}, .code = 3,
     .name = 5, .unit = 10, .amount = 12, .icd = 0, .pattern = 0, .slots = 0, .generic = 0,
     .changed_on = 28, .abolished_on = 30},
    {.kind = Kind::comment, .letter = 'C', .code_digits = 9, .fields_counts = {30, 0}, .code = 23,
     .name = 7, .unit = 0, .amount = 0, .icd = 0, .pattern = 4, .slots = 10, .generic = 0,
     .changed_on = 21, .abolished_on = 22},
    {.kind = Kind::dental_act, .letter = any_letter, .code_digits = 9, .fields_counts = {76, 0},
     .code = 3, .name = 10, .unit = 0, .amount = 12, .icd = 0, .pattern = 0, .slots = 0,
     .generic = 0, .changed_on = 57, .abolished_on = 58, .first_digit = '3'},
    {.kind = Kind::pharmacy_act, .letter = any_letter, .code_digits = 9, .fields_counts = {65, 0},
     .code = 3, .name = 5, .unit = 0, .amount = 12, .icd = 0, .pattern = 0, .slots = 0,
     .generic = 0, .changed_on = 60, .abolished_on = 61, .first_digit = '4'},
    {.kind = Kind::nursing_act, .letter = any_letter, .code_digits = 9, .fields_counts = {72, 0},
     .code = 3, .name = 9, .unit = 0, .amount = 16, .icd = 0, .pattern = 0, .slots = 0,
     .generic = 0, .changed_on = 71, .abolished_on = 72, .first_digit = '5'},
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
    case Kind::dental_act: return "歯科診療行為";
    case Kind::pharmacy_act: return "調剤行為";
    case Kind::nursing_act: return "訪問看護療養費";
  }
  return "";
}

std::span<const Layout> layouts() { return layout_rows; }

const Layout* layout_of(char letter) {
  for (const Layout& row : layout_rows) {
    if (row.letter == letter && letter != any_letter) return &row;
  }
  return nullptr;
}

const Layout* layout_of_digit(char first_digit) {
  for (const Layout& row : layout_rows) {
    if (row.letter == any_letter && row.first_digit == first_digit) return &row;
  }
  return nullptr;
}

}  // namespace kenpo::format::master
