#include "claim/claim_intake_store.h"

#include <algorithm>
#include <charconv>

#include "base/tsv.h"

namespace kenpo::claim {

namespace {

using base::Result;
using store::Record;

/// The counts by standing, divided by spaces.
std::string counts_text(const ClaimIntake& intake) {
  std::string text;
  for (const auto count : intake.by_standing) {
    if (!text.empty()) text += ' ';
    text += std::to_string(count);
  }
  return text;
}

ClaimIntake intake_from(const Record<claim_intake_table>& record) {
  ClaimIntake intake;
  intake.id = record.get<IntakeId>("intake");
  const auto hash = record.get<store::Bytes>("sha256").bytes;
  std::copy_n(hash.begin(), std::min(hash.size(), intake.sha256.size()), intake.sha256.begin());
  intake.taken_at = record.get<base::Moment>("taken_at");
  intake.claimed_in = record.get<base::Month>("claimed_in");
  intake.receipts = record.get<std::uint64_t>("receipts");
  intake.corrected = record.get<std::uint64_t>("corrected");
  intake.with_findings = record.get<std::uint64_t>("with_findings");
  const auto counts = record.get<std::string>("counts");
  const auto words = base::words_of(counts);
  for (std::size_t at = 0; at < std::min(words.size(), intake.by_standing.size()); ++at) {
    std::from_chars(words[at].data(), words[at].data() + words[at].size(), intake.by_standing[at]);
  }
  return intake;
}

}  // namespace

Result<> put(store::Transaction& transaction, const ClaimIntake& intake) {
  store::Draft<claim_intake_table> draft;
  draft.set("intake", intake.id)
      .set("sha256", store::Bytes{std::string(intake.sha256.begin(), intake.sha256.end())})
      .set("taken_at", intake.taken_at)
      .set("claimed_in", intake.claimed_in)
      .set("receipts", intake.receipts)
      .set("corrected", intake.corrected)
      .set("with_findings", intake.with_findings)
      .set("counts", counts_text(intake));
  KENPO_TRY(store::insert<claim_intake_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<ClaimIntake>> find_claim_intake(const store::View& view,
                                                     const std::array<std::uint8_t, 32>& sha256) {
  return store::find<claim_intake_table>(view, store::no_personal_data, {"sha256 = $1"},
                                         {store::Bytes{std::string(sha256.begin(), sha256.end())}},
                                         intake_from);
}

Result<std::vector<ClaimIntake>> claim_intakes(const store::View& view, base::Month claimed_in) {
  return store::list<claim_intake_table>(view, store::no_personal_data,
                                         {"claimed_in = $1", "ORDER BY taken_at DESC"},
                                         {claimed_in}, intake_from);
}

Result<std::vector<base::Month>> claimed_months_since(const store::View& view,
                                                      base::Moment since) {
  auto months = KENPO_TRY(store::list<claim_intake_table>(
      view, store::no_personal_data, {"taken_at >= $1", "ORDER BY claimed_in"}, {since},
      [](const Record<claim_intake_table>& record) {
        return record.get<base::Month>("claimed_in");
      }));
  const auto rest = std::ranges::unique(months);
  months.erase(rest.begin(), rest.end());
  return months;
}

Result<std::optional<base::Month>> newest_claimed_month(const store::View& view) {
  return store::find<claim_intake_table>(view, store::no_personal_data,
                                         {"1 = 1", "ORDER BY claimed_in DESC LIMIT 1"}, {},
                                         [](const Record<claim_intake_table>& record) {
                                           return record.get<base::Month>("claimed_in");
                                         });
}

Result<std::vector<base::Month>> claimed_months(const store::View& view) {
  auto months = KENPO_TRY(store::list<claim_intake_table>(
      view, store::no_personal_data, {"1 = 1", "ORDER BY claimed_in"}, {},
      [](const Record<claim_intake_table>& record) {
        return record.get<base::Month>("claimed_in");
      }));
  const auto repeated = std::ranges::unique(months);
  months.erase(repeated.begin(), repeated.end());
  return months;
}

}  // namespace kenpo::claim
