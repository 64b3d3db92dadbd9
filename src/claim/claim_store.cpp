#include "claim/claim_store.h"

#include <algorithm>

#include "base/hash.h"

namespace kenpo::claim {

namespace {

using base::Result;
using store::Record;

constexpr std::int64_t list_limit = 1000;  // rows of one page, one screen or one export chunk

store::Draft<claim_table> draft_of(const Claim& claim, std::string_view key) {
  store::Draft<claim_table> draft(claim.person);
  draft.set("claim", claim.id)
      .set("intake", claim.intake)
      .set("claimed_in", claim.claimed_in)
      .set("treated_in", claim.treated_in)
      .set("stay", claim.stay)
      .set("standing", claim.standing)
      .set("corrected", claim.corrected ? 1 : 0)
      .set("findings", claim.findings)
      .set("establishment", claim.establishment)
      .set_blind("receipt_blind", key)
      .set("management_number", claim.management_number)
      .set("search_number", claim.search_number)
      .set("symbol", claim.symbol)
      .set("number", claim.number)
      .set("branch", claim.branch)
      .set("name", claim.name)
      .set("sex", claim.sex)
      .set("patient", claim.patient)
      .set("born", claim.born)
      .set("institution", claim.institution)
      .set("institution_name", claim.institution_name)
      .set("remarks", claim.remarks)
      .set("days", claim.days)
      .set("visit_days", claim.visit_days)
      .set("claimed_points", claim.claimed_points)
      .set("decided_points", claim.decided_points)
      .set("in_cost_notice", claim.in_cost_notice ? 1 : 0)
      .set("service", std::optional(claim.service));
  // A pharmacy's alone: the others' rows stay as small as they were.
  if (!claim.prescriber.empty()) {
    draft.set("prescriber", std::optional(claim.prescriber))
        .set("prescriber_name", std::optional(claim.prescriber_name));
  }
  return draft;
}

}  // namespace

Claim claim_from(const Record<claim_table>& record) {
  Claim claim;
  claim.id = record.get<ClaimId>("claim");
  claim.person = record.subject();
  claim.intake = record.get<IntakeId>("intake");
  claim.establishment = record.get<std::optional<base::EstablishmentId>>("establishment");
  claim.claimed_in = record.get<base::Month>("claimed_in");
  claim.treated_in = record.get<base::Month>("treated_in");
  claim.stay = record.get<Stay>("stay");
  claim.standing = record.get<Standing>("standing");
  claim.corrected = record.get<int>("corrected") != 0;
  claim.findings = record.get<int>("findings");
  claim.management_number = record.get<std::string>("management_number");
  claim.search_number = record.get<std::string>("search_number");
  claim.symbol = record.get<std::string>("symbol");
  claim.number = record.get<std::string>("number");
  claim.branch = record.get<std::string>("branch");
  claim.name = record.get<std::string>("name");
  claim.sex = record.get<Sex>("sex");
  claim.patient = record.get<Patient>("patient");
  claim.born = record.get<std::optional<base::Date>>("born");
  claim.institution = record.get<std::string>("institution");
  claim.institution_name = record.get<std::string>("institution_name");
  claim.remarks = record.get<std::string>("remarks");
  claim.days = record.get<int>("days");
  claim.visit_days = record.get<std::uint32_t>("visit_days");
  claim.claimed_points = record.get<std::int64_t>("claimed_points");
  claim.decided_points = record.get<std::int64_t>("decided_points");
  claim.in_cost_notice = record.get<int>("in_cost_notice") != 0;
  // Claims of before the kinds were told apart are 医科.
  claim.service = record.get<std::optional<Service>>("service").value_or(Service::medical);
  claim.prescriber = record.get<std::optional<std::string>>("prescriber").value_or("");
  claim.prescriber_name = record.get<std::optional<std::string>>("prescriber_name").value_or("");
  return claim;
}

std::string receipt_key(std::string_view management_number, std::string_view bytes) {
  if (!management_number.empty()) return "管理番号:" + std::string(management_number);
  return "記録:" + base::sha256_hex(bytes);
}

Result<> put(store::Transaction& transaction, const ClaimAccess& access, const Claim& claim,
             std::string_view bytes) {
  const auto key = receipt_key(claim.management_number, bytes);
  KENPO_TRY(store::insert<claim_table>(transaction, access, draft_of(claim, key)));
  for (int part = 0; !bytes.empty(); ++part) {
    const auto size = std::min(bytes.size(), text_part_bytes);
    store::Draft<claim_text_table> draft(claim.person);
    draft.set("claim", claim.id)
        .set("part", part)
        .set("bytes", store::Bytes{std::string(bytes.substr(0, size))});
    KENPO_TRY(store::insert<claim_text_table>(transaction, access, draft));
    bytes.remove_prefix(size);
  }
  return base::Done{};
}

Result<bool> holds_receipt(const store::View& view, const ClaimAccess& access,
                           std::string_view key) {
  return KENPO_TRY(store::count<claim_table>(view, access, {"receipt_blind = $1"},
                                             {store::blind<claim_table>(view, key)})) > 0;
}

Result<std::optional<Claim>> find_receipt(const store::View& view, const ClaimAccess& access,
                                          std::string_view key) {
  return store::find<claim_table>(view, access, {"receipt_blind = $1"},
                                  {store::blind<claim_table>(view, key)}, claim_from);
}

Result<> put_check(store::Transaction& transaction, const ClaimAccess& access, const Claim& claim,
                   const base::PersonId& filed_under) {
  const bool moves = claim.person != filed_under;
  const auto bytes = moves || claim.management_number.empty()
                         ? KENPO_TRY(claim_bytes(transaction, access, claim.id))
                         : std::string{};
  const auto row = KENPO_TRY(
      store::find<claim_table>(transaction, access, {"claim = $1"}, {claim.id},
                               [](const Record<claim_table>& record) { return record.row(); }));
  KENPO_REQUIRE(row.has_value());
  if (!moves) {
    return store::replace<claim_table>(
        transaction, access, *row, draft_of(claim, receipt_key(claim.management_number, bytes)));
  }
  // A row belongs to one person's key: under another person it is another row.
  std::vector<store::RowId> texts;
  KENPO_TRY(store::each<claim_text_table>(
      transaction, access, {"claim = $1"}, {claim.id},
      [&](const Record<claim_text_table>& record) { texts.push_back(record.row()); }));
  for (const auto& text : texts) {
    KENPO_TRY(store::remove<claim_text_table>(transaction, access, text));
  }
  KENPO_TRY(store::remove<claim_table>(transaction, access, *row));
  return put(transaction, access, claim, bytes);
}

Result<std::optional<Claim>> find_claim(const store::View& view, const ClaimAccess& access,
                                        const ClaimId& id) {
  return store::find<claim_table>(view, access, {"claim = $1"}, {id}, claim_from);
}

Result<std::string> claim_bytes(const store::View& view, const ClaimAccess& access,
                                const ClaimId& id) {
  std::string bytes;
  KENPO_TRY(store::each<claim_text_table>(view, access, {"claim = $1", "ORDER BY part"}, {id},
                                          [&](const Record<claim_text_table>& record) {
                                            bytes += record.get<store::Bytes>("bytes").bytes;
                                          }));
  return bytes;
}

Result<std::vector<Claim>> list_claims(const store::View& view, const ClaimAccess& access,
                                       const ClaimFilter& filter) {
  const auto count = std::clamp<std::int64_t>(filter.count, 1, list_limit);
  const auto month = filter.claimed_in;
  const auto from = filter.offset;
  if (filter.establishment && filter.standing) {
    return store::list<claim_table>(
        view, access,
        {"establishment = $1 AND claimed_in = $2 AND standing = $3",
         "ORDER BY row_id LIMIT $4 OFFSET $5"},
        {*filter.establishment, month, *filter.standing, count, from}, claim_from);
  }
  if (filter.establishment) {
    return store::list<claim_table>(
        view, access,
        {"establishment = $1 AND claimed_in = $2", "ORDER BY row_id LIMIT $3 OFFSET $4"},
        {*filter.establishment, month, count, from}, claim_from);
  }
  if (filter.standing) {
    return store::list<claim_table>(
        view, access, {"claimed_in = $1 AND standing = $2", "ORDER BY row_id LIMIT $3 OFFSET $4"},
        {month, *filter.standing, count, from}, claim_from);
  }
  return store::list<claim_table>(view, access,
                                  {"claimed_in = $1", "ORDER BY row_id LIMIT $2 OFFSET $3"},
                                  {month, count, from}, claim_from);
}

Result<std::int64_t> count_claims(const store::View& view, const ClaimAccess& access,
                                  const ClaimFilter& filter) {
  if (filter.establishment && filter.standing) {
    return store::count<claim_table>(view, access,
                                     {"establishment = $1 AND claimed_in = $2 AND standing = $3"},
                                     {*filter.establishment, filter.claimed_in, *filter.standing});
  }
  if (filter.establishment) {
    return store::count<claim_table>(view, access, {"establishment = $1 AND claimed_in = $2"},
                                     {*filter.establishment, filter.claimed_in});
  }
  if (filter.standing) {
    return store::count<claim_table>(view, access, {"claimed_in = $1 AND standing = $2"},
                                     {filter.claimed_in, *filter.standing});
  }
  return store::count<claim_table>(view, access, {"claimed_in = $1"}, {filter.claimed_in});
}

Result<std::vector<Claim>> claims_of(const store::View& view, const ClaimAccess& access,
                                     const base::PersonId& person) {
  return store::list<claim_table>(view, access,
                                  {"subject_id = $1", "ORDER BY treated_in DESC, row_id DESC"},
                                  {person}, claim_from);
}

Result<std::vector<Claim>> claims_of(const store::View& view, const ClaimAccess& access,
                                     const base::PersonId& person, base::Month treated_in) {
  return store::list<claim_table>(
      view, access, {"subject_id = $1 AND treated_in = $2", "ORDER BY row_id"},
      {person, treated_in}, claim_from);
}

}  // namespace kenpo::claim
