// What screens that pay out by the bank's transfer file share: the account on a form, and the file
// in an address.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "collection/credit.h"
#include "desk/form.h"
#include "desk/visit.h"

namespace kenpo::collection {

inline constexpr desk::Field bank_field{
    .name = "bank_code", .label = "銀行番号(4桁)", .length_limit = 4, .mode = "numeric"};
inline constexpr desk::Field branch_field{
    .name = "branch_code", .label = "支店番号(3桁)", .length_limit = 3, .mode = "numeric"};
inline constexpr desk::Field account_kind_field{.name = "kind", .label = "預金種目"};
inline constexpr desk::Field account_number_field{
    .name = "number", .label = "口座番号(7桁)", .length_limit = 7, .mode = "numeric"};

/// 普通, 当座, 貯蓄
const std::vector<desk::Choice>& account_kinds();

/// The account as it was typed; nullopt when a field is missing or too long, which the form notes.
std::optional<RefundAccount> read_account(desk::Form& form, const desk::Field& holder_field);

/// The id in `…/{file}`, where `file` is the id with `.txt`. Anything else is answered with 404.
template <typename Id>
base::Result<Id> transfer_file_id(const desk::Visit& visit) {
  constexpr std::string_view ending = ".txt";
  auto name = visit.path_value("file");
  if (!name.ends_with(ending)) return desk::Visit::no_such_page();
  name.remove_suffix(ending.size());
  if (const auto id = Id::parse(name)) return *id;
  return desk::Visit::no_such_page();
}

}  // namespace kenpo::collection
