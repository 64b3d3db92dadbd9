// The high-cost grant from the search for candidates to the federation's answer. The file leaves by
// the ledger of exports: two people release it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "claim/claim.h"
#include "eligibility/ledger.h"
#include "federation/grant.h"
#include "federation/grant_rule.h"
#include "safeguard/export_act.h"

namespace kenpo::federation {

inline constexpr notice::PairList for_grant = {
    notice::Pair{notice::Category::medical_claim, notice::Purpose::high_cost_grant_application}};

inline constexpr notice::Operation grant_list{
    .name = "high_cost_grant.list", .japanese = "高額医療交付金の対象の一覧", .pairs = for_grant};
inline constexpr notice::Operation grant_show{
    .name = "high_cost_grant.show", .japanese = "高額医療交付金の対象の表示", .pairs = for_grant};
/// Looks through the claims of the federation's year.
inline constexpr notice::Operation grant_scan{.name = "high_cost_grant.scan",
                                              .japanese = "高額医療交付金の対象を調べること",
                                              .verb = notice::Verb::write,
                                              .pairs = for_grant,
                                              .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation grant_standard_enter{
    .name = "high_cost_grant.standard",
    .japanese = "高額医療交付金の基準額の登録",
    .verb = notice::Verb::write,
    .pairs = for_grant};
/// The application: each person stands in the leaf as provided, and in their own record (29条).
inline constexpr notice::Operation grant_provide{
    .name = "high_cost_grant.provide",
    .japanese = "高額医療交付金の申請データの作成",
    .verb = notice::Verb::provide,
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::high_cost_grant_application},
              notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};
inline constexpr notice::Operation grant_decide{.name = "high_cost_grant.decide",
                                                .japanese = "高額医療交付金の結果の記録",
                                                .verb = notice::Verb::write,
                                                .pairs = for_grant};

struct GrantLine {
  Grant grant;
  std::string name;  // as on the receipt
  std::optional<base::Yen> expected;
};

struct GrantPage {
  GrantYear year;
  GrantStandard standard;
  std::optional<GrantState> state;
  std::vector<GrantLine> lines;  // of the state, within the handler's establishments
  std::int64_t offset = 0;
  std::int64_t count = 0;
  std::array<std::int64_t, grant_states_count> by_state{};
  base::Yen excess;                     // of candidates and applications
  std::optional<base::Yen> expected;    // nullopt: the rate is not known
  base::Yen granted;
  std::vector<Found> findings;
  base::Date apply_by;
  std::optional<base::Moment> scanned_at;
};
inline constexpr std::int64_t grants_of_a_page = 50;

base::Result<GrantPage> list_grants(eligibility::Ledger& ledger, const notice::Acting& acting,
                                    GrantYear year, std::optional<GrantState> state,
                                    std::int64_t offset);

struct GrantView {
  Grant grant;
  GrantStandard standard;
  std::vector<claim::Claim> claims;  // its receipts, in the order in which they came
  std::optional<base::Yen> expected;
  std::vector<Found> findings;
};
/// Nullopt: no such case. Refused: outside the handler's establishments.
base::Result<std::optional<GrantView>> show_grant(eligibility::Ledger& ledger,
                                                  const notice::Acting& acting,
                                                  const GrantId& id);

struct GrantScanReport {
  std::int64_t claims = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t dropped = 0;
};
/// Brings the cases of the year up to the claims: new candidates, amounts that changed, candidates
/// that are none any more. What was applied for stays, with the amount of then beside that of now.
base::Result<GrantScanReport> scan_grants(eligibility::Ledger& ledger,
                                          const notice::Acting& acting, GrantYear year,
                                          const base::TellProgress& tell = {});

/// Enters what the federation told for the year. Refused: amounts of 0, a rate above 1.
base::Result<> enter_standard(eligibility::Ledger& ledger, const notice::Acting& acting,
                              const GrantStandard& standard);

struct MadeApplication {
  safeguard::MadeExport made;
  std::uint64_t cases = 0;
  std::uint64_t receipts = 0;
};
/// Puts every candidate of the year into one sealed file and marks it as applied. Refused: no
/// candidate, figures of the year that nobody has confirmed, a case outside the handler's range.
base::Result<MadeApplication> make_application(const safeguard::RegisterOffice& office,
                                               const safeguard::ProvisionLedger& provisions,
                                               const notice::Acting& acting, GrantYear year,
                                               base::Date delete_by,
                                               const std::string& plain_reason = {});

/// The federation's answer: an amount, or a refusal with its reason. Refused: a case that was not
/// applied for, a day to come, neither or both of amount and reason.
struct GrantAnswer {
  std::optional<base::Yen> granted;
  std::string reason;
  base::Date decided_on;
};
base::Result<> record_answer(eligibility::Ledger& ledger, const notice::Acting& acting,
                             const GrantId& id, const GrantAnswer& answer);

}  // namespace kenpo::federation
