// Claims in the store. A claim's bytes stand beside its head, in parts, so that the file can be
// written back as it came.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "claim/claim.h"
#include "store/seal.h"

namespace kenpo::claim {

inline constexpr store::Table claim_table{
    .name = "claim",
    .japanese = "レセプト",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .untimed = store::Untimed::part,
    .part_of = "claim_intake",
    .clear = {{"claim", store::Kind::id},
              {"intake", store::Kind::id},
              {"claimed_in", store::Kind::month},
              {"treated_in", store::Kind::month},
              {"stay", store::Kind::integer},
              {"standing", store::Kind::integer},
              {"corrected", store::Kind::integer},
              {"findings", store::Kind::integer},
              {"receipt_blind", store::Kind::blind},
              {"establishment", store::Kind::id, store::Presence::optional},
              {"service", store::Kind::integer, store::Presence::optional}},
    .personal = {{"management_number", store::Kind::text},
                 {"search_number", store::Kind::text},
                 {"symbol", store::Kind::text},
                 {"number", store::Kind::text},
                 {"branch", store::Kind::text},
                 {"name", store::Kind::text},
                 {"sex", store::Kind::integer},
                 {"patient", store::Kind::integer},
                 {"born", store::Kind::date, store::Presence::optional},
                 {"institution", store::Kind::text},
                 {"institution_name", store::Kind::text},
                 {"remarks", store::Kind::text},
                 {"days", store::Kind::integer},
                 {"visit_days", store::Kind::integer},
                 {"claimed_points", store::Kind::integer},
                 {"decided_points", store::Kind::integer},
                 {"in_cost_notice", store::Kind::integer},
                 {"prescriber", store::Kind::text, store::Presence::optional},
                 {"prescriber_name", store::Kind::text, store::Presence::optional}},
    .indexes = {{.columns = {"claim"}},
                {.columns = {"receipt_blind"}},
                {.columns = {"claimed_in", "standing"}},
                {.columns = {"establishment", "claimed_in"}},
                {.columns = {"intake"}}}};

/// A claim's bytes as they stood in the file, in parts of at most `text_part_bytes`.
inline constexpr store::Table claim_text_table{
    .name = "claim_text",
    .japanese = "レセプトの記録",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .untimed = store::Untimed::part,
    .part_of = "claim",
    .clear = {{"claim", store::Kind::id}, {"part", store::Kind::integer}},
    .personal = {{"bytes", store::Kind::blob}},
    .indexes = {{.columns = {"claim", "part"}}}};
inline constexpr std::size_t text_part_bytes = 60'000;  // under the store's limit of one field

using ClaimAccess = store::AccessTo<claim_table>;

/// Adds a claim with its bytes.
base::Result<> put(store::Transaction& transaction, const ClaimAccess& access, const Claim& claim,
                   std::string_view bytes);

/// Whether a claim with this management number (or, without one, these bytes) was taken in before.
base::Result<bool> holds_receipt(const store::View& view, const ClaimAccess& access,
                                 std::string_view receipt_key);

/// The receipt with that key; nullopt when none was taken in.
base::Result<std::optional<Claim>> find_receipt(const store::View& view,
                                                const ClaimAccess& access,
                                                std::string_view receipt_key);

/// Puts what a new check found in the place of the old: standing, establishment and, where the
/// check knows the patient better now (`filed_under` is another person), whose claim it is.
base::Result<> put_check(store::Transaction& transaction, const ClaimAccess& access,
                         const Claim& claim, const base::PersonId& filed_under);

base::Result<std::optional<Claim>> find_claim(const store::View& view, const ClaimAccess& access,
                                              const ClaimId& id);
base::Result<std::string> claim_bytes(const store::View& view, const ClaimAccess& access,
                                      const ClaimId& id);

/// Which claims to list: of a month of claiming, of one standing or of any, of one establishment or
/// of any, in the order in which they came, `count` from `offset`.
struct ClaimFilter {
  base::Month claimed_in;
  std::optional<Standing> standing = {};
  std::optional<base::EstablishmentId> establishment = {};
  std::int64_t offset = 0;
  std::int64_t count = 50;  // at most 1000
};
base::Result<std::vector<Claim>> list_claims(const store::View& view, const ClaimAccess& access,
                                             const ClaimFilter& filter);
/// How many the filter finds, whatever its offset and count.
base::Result<std::int64_t> count_claims(const store::View& view, const ClaimAccess& access,
                                        const ClaimFilter& filter);

/// For each_claim only.
Claim claim_from(const store::Record<claim_table>& record);

/// Calls `act(const Claim&)` for every claim of a month of claiming.
template <typename Act>
base::Result<std::size_t> each_claim(const store::View& view, const ClaimAccess& access,
                                     base::Month claimed_in, Act&& act) {
  return store::each<claim_table>(
      view, access, {"claimed_in = $1"}, {claimed_in},
      [&](const store::Record<claim_table>& record) { act(claim_from(record)); });
}

/// Calls `act(const Claim&)` for every claim that the check could file under nobody.
template <typename Act>
base::Result<std::size_t> each_claim_of_nobody(const store::View& view, const ClaimAccess& access,
                                               Act&& act) {
  return store::each<claim_table>(
      view, access, {"establishment IS NULL", "ORDER BY row_id"}, {},
      [&](const store::Record<claim_table>& record) { act(claim_from(record)); });
}

/// The claims of a person, the newest month of treatment first.
base::Result<std::vector<Claim>> claims_of(const store::View& view, const ClaimAccess& access,
                                           const base::PersonId& person);

/// Those of them with treatment in the month, in the order in which they came.
base::Result<std::vector<Claim>> claims_of(const store::View& view, const ClaimAccess& access,
                                           const base::PersonId& person, base::Month treated_in);

/// What names a receipt: the management number, or the hash of its bytes where there is none.
std::string receipt_key(std::string_view management_number, std::string_view bytes);

}  // namespace kenpo::claim
