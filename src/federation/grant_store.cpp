#include "federation/grant_store.h"

#include <charconv>

#include "base/tsv.h"

namespace kenpo::federation {

namespace {

using base::Result;
using store::Record;

/// A claim's id and its yen, one pair after the other, divided by spaces.
std::string receipts_text(const std::vector<GrantReceipt>& receipts) {
  std::string text;
  for (const auto& receipt : receipts) {
    if (!text.empty()) text += ' ';
    text += std::string(receipt.claim.text()) + " " + std::to_string(receipt.cost.amount());
  }
  return text;
}

std::vector<GrantReceipt> receipts_from(const std::string& text) {
  std::vector<GrantReceipt> receipts;
  const auto words = base::words_of(text);
  for (std::size_t at = 0; at + 1 < words.size(); at += 2) {
    const auto claim = claim::ClaimId::parse(words[at]);
    std::int64_t yen = 0;
    std::from_chars(words[at + 1].data(), words[at + 1].data() + words[at + 1].size(), yen);
    if (claim) receipts.push_back({*claim, base::Yen(yen)});
  }
  return receipts;
}

Grant grant_from(const Record<grant_table>& record) {
  Grant grant;
  grant.id = record.get<GrantId>("case_of");
  grant.now.person = record.subject();
  grant.now.treated_in = record.get<base::Month>("treated_in");
  grant.now.kind = record.get<ThresholdKind>("kind");
  grant.now.cost = record.get<base::Yen>("cost");
  grant.now.receipts = receipts_from(record.get<std::string>("receipts"));
  grant.state = record.get<GrantState>("state");
  grant.threshold = record.get<base::Yen>("threshold");
  grant.applied_cost = record.get<std::optional<base::Yen>>("applied_cost");
  grant.applied_on = record.get<std::optional<base::Date>>("applied_on");
  grant.granted = record.get<std::optional<base::Yen>>("granted");
  grant.decided_on = record.get<std::optional<base::Date>>("decided_on");
  grant.reason = record.get<std::string>("reason");
  return grant;
}

Result<std::size_t> withdraw_standing(store::Transaction& transaction, const GrantAccess& access,
                                      const GrantId& grant, base::Moment now) {
  const auto row = KENPO_TRY(store::find<grant_table>(
      transaction, access, {"case_of = $1 AND withdrawn_at = $2"}, {grant, store::not_withdrawn},
      [](const Record<grant_table>& record) { return record.row(); }));
  if (!row) return std::size_t{0};
  return store::withdraw<grant_table>(transaction, access, *row, now);
}

}  // namespace

Result<> put(store::Transaction& transaction, const GrantAccess& access, const Grant& grant,
             base::Moment now) {
  store::Draft<grant_table> draft(
      grant.now.person,
      store::Times{.valid_from = grant.now.treated_in.first_day(), .decided_at = now});
  draft.set("case_of", grant.id)
      .set("grant_year", GrantYear::of(grant.now.treated_in).ends_in)
      .set("treated_in", grant.now.treated_in)
      .set("kind", grant.now.kind)
      .set("state", grant.state)
      .set("cost", grant.now.cost)
      .set("threshold", grant.threshold)
      .set("receipts", receipts_text(grant.now.receipts))
      .set("reason", grant.reason);
  if (grant.applied_cost) draft.set("applied_cost", *grant.applied_cost);
  if (grant.applied_on) draft.set("applied_on", *grant.applied_on);
  if (grant.granted) draft.set("granted", *grant.granted);
  if (grant.decided_on) draft.set("decided_on", *grant.decided_on);
  KENPO_TRY(store::insert<grant_table>(transaction, access, draft));
  return base::Done{};
}

Result<> change(store::Transaction& transaction, const GrantAccess& access, const Grant& grant,
                base::Moment now) {
  KENPO_TRY(withdraw_standing(transaction, access, grant.id, now));
  return put(transaction, access, grant, now);
}

Result<> drop(store::Transaction& transaction, const GrantAccess& access, const GrantId& grant,
              base::Moment now) {
  KENPO_TRY(withdraw_standing(transaction, access, grant, now));
  return base::Done{};
}

Result<std::vector<Grant>> grants_of(const store::View& view, const GrantAccess& access,
                                     GrantYear year, std::optional<GrantState> state) {
  if (!state) {
    return store::list<grant_table>(view, access,
                                    {"grant_year = $1 AND withdrawn_at = $2", "ORDER BY row_id"},
                                    {year.ends_in, store::not_withdrawn}, grant_from);
  }
  return store::list<grant_table>(
      view, access, {"grant_year = $1 AND withdrawn_at = $2 AND state = $3", "ORDER BY row_id"},
      {year.ends_in, store::not_withdrawn, *state}, grant_from);
}

Result<std::optional<Grant>> find_grant(const store::View& view, const GrantAccess& access,
                                        const GrantId& grant) {
  return store::find<grant_table>(view, access, {"case_of = $1 AND withdrawn_at = $2"},
                                  {grant, store::not_withdrawn}, grant_from);
}

Result<std::optional<GrantStandard>> entered_standard(const store::View& view, GrantYear year) {
  return store::find<grant_standard_table>(
      view, store::no_personal_data,
      {"grant_year = $1 AND withdrawn_at = $2", "ORDER BY row_id DESC LIMIT 1"},
      {year.ends_in, store::not_withdrawn}, [](const Record<grant_standard_table>& record) {
        return GrantStandard{.year = {record.get<int>("grant_year")},
                             .general = record.get<base::Yen>("general"),
                             .special = record.get<base::Yen>("special"),
                             .rate = record.get<std::optional<base::Rate>>("rate"),
                             .source = record.get<std::string>("source"),
                             .confirmed = true};
      });
}

Result<> put(store::Transaction& transaction, const GrantStandard& standard,
             std::optional<base::StaffId> by, base::Moment now) {
  std::vector<store::RowId> before;
  KENPO_TRY(store::each<grant_standard_table>(
      transaction, store::no_personal_data, {"grant_year = $1 AND withdrawn_at = $2"},
      {standard.year.ends_in, store::not_withdrawn},
      [&](const Record<grant_standard_table>& record) { before.push_back(record.row()); }));
  for (const auto& row : before) {
    KENPO_TRY(store::withdraw<grant_standard_table>(transaction, store::no_personal_data, row,
                                                    now));
  }
  store::Draft<grant_standard_table> draft(
      store::Times{.valid_from = standard.year.first().first_day(),
                   .valid_to = standard.year.last().last_day(),
                   .decided_at = now});
  draft.set("grant_year", standard.year.ends_in)
      .set("general", standard.general)
      .set("special", standard.special)
      .set("source", standard.source);
  if (standard.rate) draft.set("rate", *standard.rate);
  if (by) draft.set("entered_by", *by);
  KENPO_TRY(store::insert<grant_standard_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<> put(store::Transaction& transaction, const GrantScan& scan) {
  store::Draft<grant_scan_table> draft;
  draft.set("grant_year", scan.year.ends_in)
      .set("scanned_at", scan.scanned_at)
      .set("claims", scan.claims)
      .set("candidates", scan.candidates);
  KENPO_TRY(store::insert<grant_scan_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<GrantScan>> last_scan(const store::View& view, GrantYear year) {
  return store::find<grant_scan_table>(
      view, store::no_personal_data, {"grant_year = $1", "ORDER BY row_id DESC LIMIT 1"},
      {year.ends_in}, [](const Record<grant_scan_table>& record) {
        return GrantScan{.year = {record.get<int>("grant_year")},
                         .scanned_at = record.get<base::Moment>("scanned_at"),
                         .claims = record.get<std::int64_t>("claims"),
                         .candidates = record.get<std::int64_t>("candidates")};
      });
}

}  // namespace kenpo::federation
