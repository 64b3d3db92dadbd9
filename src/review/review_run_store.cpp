#include "review/review_run_store.h"

#include "base/hash.h"

namespace kenpo::review {

namespace {

using base::Result;
using store::Record;

CheckChoice choice_from(const Record<check_choice_table>& record) {
  return {.check = record.get<std::string>("rule"),
          .used = record.get<int>("used") != 0,
          .reason = record.get<std::string>("reason"),
          .by = record.get<base::StaffId>("decided_by"),
          .from = record.times().valid_from,
          .at = record.times().decided_at};
}

CheckRound round_from(const Record<check_round_table>& record) {
  return {.ran_at = record.get<base::Moment>("ran_at"),
          .claimed_in = record.get<base::Month>("claimed_in"),
          .receipts = record.get<std::int64_t>("receipts"),
          .found = record.get<std::int64_t>("found"),
          .gone = record.get<std::int64_t>("gone")};
}

}  // namespace

Result<> put(store::Transaction& transaction, const CheckChoice& choice) {
  std::vector<store::RowId> before;
  KENPO_TRY(store::each<check_choice_table>(
      transaction, store::no_personal_data, {"rule = $1 AND withdrawn_at = $2"},
      {choice.check, store::not_withdrawn},
      [&](const Record<check_choice_table>& record) { before.push_back(record.row()); }));
  for (const auto& row : before) {
    KENPO_TRY(store::withdraw<check_choice_table>(transaction, store::no_personal_data, row,
                                                  choice.at));
  }
  store::Draft<check_choice_table> draft(
      store::Times{.valid_from = choice.from, .decided_at = choice.at});
  draft.set("rule", choice.check)
      .set("used", choice.used ? 1 : 0)
      .set("reason", choice.reason)
      .set("decided_by", choice.by);
  KENPO_TRY(store::insert<check_choice_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<CheckChoice>> standing_choices(const store::View& view) {
  return store::list<check_choice_table>(view, store::no_personal_data,
                                         {"withdrawn_at = $1", "ORDER BY row_id"},
                                         {store::not_withdrawn}, choice_from);
}

std::string mark_of(const std::string& rules, const claim::Claim& claim, Returned returned) {
  constexpr std::size_t hash_characters = 8;
  return rules + ":" + std::to_string(static_cast<int>(claim.standing)) + ":" +
         base::sha256_hex(claim.person.text()).substr(0, hash_characters) +
         (returned == Returned::yes ? ":r" : "");
}

Result<std::unordered_map<std::string, std::string>> marked_claims(const store::View& view,
                                                                   base::Month claimed_in) {
  std::unordered_map<std::string, std::string> marked;
  KENPO_TRY(store::each<check_mark_table>(
      view, store::no_personal_data, {"claimed_in = $1"}, {claimed_in},
      [&](const Record<check_mark_table>& record) {
        marked.emplace(record.get<claim::ClaimId>("claim").text(),
                       record.get<std::string>("rules"));
      }));
  return marked;
}

Result<std::int64_t> count_marked(const store::View& view, base::Month claimed_in,
                                  const std::string& rules) {
  return store::count<check_mark_table>(view, store::no_personal_data,
                                        {"claimed_in = $1 AND rules >= $2 AND rules <= $3"},
                                        {claimed_in, rules + ":", rules + ":~"});
}

Result<> put_mark(store::Transaction& transaction, const claim::ClaimId& claim,
                  base::Month claimed_in, const std::string& mark) {
  const auto before = KENPO_TRY(store::find<check_mark_table>(
      transaction, store::no_personal_data, {"claim = $1"}, {claim},
      [](const Record<check_mark_table>& record) { return record.row(); }));
  store::Draft<check_mark_table> draft;
  draft.set("claim", claim).set("claimed_in", claimed_in).set("rules", mark);
  if (before) {
    return store::replace<check_mark_table>(transaction, store::no_personal_data, *before, draft);
  }
  KENPO_TRY(store::insert<check_mark_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<> put(store::Transaction& transaction, const CheckRound& round) {
  store::Draft<check_round_table> draft;
  draft.set("ran_at", round.ran_at)
      .set("claimed_in", round.claimed_in)
      .set("receipts", round.receipts)
      .set("found", round.found)
      .set("gone", round.gone);
  KENPO_TRY(store::insert<check_round_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<CheckRound>> rounds_of(const store::View& view, base::Month claimed_in) {
  return store::list<check_round_table>(view, store::no_personal_data,
                                        {"claimed_in = $1", "ORDER BY row_id DESC"}, {claimed_in},
                                        round_from);
}

}  // namespace kenpo::review
