// What was switched off, which receipts were looked at by which rules, and when: no personal data.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "claim/claim.h"
#include "store/seal.h"

namespace kenpo::review {

/// What the society says of a rule, from a day on. The latest that stands counts.
inline constexpr store::Table check_choice_table{
    .name = "check_choice",
    .japanese = "内容点検の規則の使用",
    .timed = store::Timed::yes,
    .clear = {{"rule", store::Kind::text},
              {"used", store::Kind::integer},
              {"reason", store::Kind::text},
              {"decided_by", store::Kind::id}},
    .indexes = {{.columns = {"rule"}}}};

/// A receipt that the rules have looked at. `rules` names the rules that were on.
inline constexpr store::Table check_mark_table{
    .name = "check_mark",
    .japanese = "内容点検の済んだレセプト",
    .untimed = store::Untimed::program,
    .clear = {{"claim", store::Kind::id},
              {"claimed_in", store::Kind::month},
              {"rules", store::Kind::text}},
    .indexes = {{.columns = {"claimed_in"}}, {.columns = {"claim"}}}};

inline constexpr store::Table check_round_table{
    .name = "check_round",
    .japanese = "内容点検の実施",
    .untimed = store::Untimed::event,
    .clear = {{"ran_at", store::Kind::moment},
              {"claimed_in", store::Kind::month},
              {"receipts", store::Kind::integer},
              {"found", store::Kind::integer},
              {"gone", store::Kind::integer}},
    .indexes = {{.columns = {"claimed_in"}}}};

struct CheckChoice {
  std::string check;
  bool used = true;
  std::string reason;
  base::StaffId by = base::StaffId::draw();
  base::Date from;
  base::Moment at;
};

struct CheckRound {
  base::Moment ran_at;
  base::Month claimed_in;
  std::int64_t receipts = 0;
  std::int64_t found = 0;
  std::int64_t gone = 0;  // undecided findings that no longer hold
};

/// Adds a choice; the one before it is withdrawn.
base::Result<> put(store::Transaction& transaction, const CheckChoice& choice);
/// The choices that stand.
base::Result<std::vector<CheckChoice>> standing_choices(const store::View& view);

/// Whether a result has taken the receipt off the society (返戻・請求先変更).
enum class Returned : std::uint8_t { no, yes };
/// What the rules looked at: the rules, the outcome of the eligibility check then, whose receipt it
/// was (a hash of a random id, cut short: it tells a change and nobody) and whether it was
/// returned. A receipt with another mark is looked at again.
std::string mark_of(const std::string& rules, const claim::Claim& claim, Returned returned);
/// The receipts of a month with their marks.
base::Result<std::unordered_map<std::string, std::string>> marked_claims(
    const store::View& view, base::Month claimed_in);
/// How many of a month these rules have looked at, whatever the outcome then.
base::Result<std::int64_t> count_marked(const store::View& view, base::Month claimed_in,
                                        const std::string& rules);
/// Marks a receipt in the place of an earlier mark.
base::Result<> put_mark(store::Transaction& transaction, const claim::ClaimId& claim,
                        base::Month claimed_in, const std::string& mark);

base::Result<> put(store::Transaction& transaction, const CheckRound& round);
/// The latest of a month first.
base::Result<std::vector<CheckRound>> rounds_of(const store::View& view, base::Month claimed_in);

}  // namespace kenpo::review
