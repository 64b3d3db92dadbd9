// The protection of a person: begun by a clerk at once, ended by the executive director, its
// address shown to the executive director who gives a reason. Each look is a leaf of its own.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "eligibility/person.h"
#include "eligibility/protection.h"
#include "notice/operation.h"

namespace kenpo::eligibility {

/// 保護の記録の表示: ground and days, never the address.
inline constexpr notice::Operation protection_show{
    .name = "protection.show",
    .japanese = "保護の記録の表示",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// 保護の開始・変更
inline constexpr notice::Operation protection_begin{
    .name = "protection.begin",
    .japanese = "保護の開始",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// 保護の解除
inline constexpr notice::Operation protection_end{
    .name = "protection.end",
    .japanese = "保護の解除",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// 保護されている住所と事業所の表示: the reason is kept.
inline constexpr notice::Operation protection_reveal{
    .name = "protection.reveal",
    .japanese = "保護されている住所の表示",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// Whether the member of the staff is responsible for protected people: the executive director.
using MayUncover = std::function<bool(const base::StaffId&)>;

struct ProtectionView {
  Person person;
  std::optional<Protection> standing = {};  // without its address
  std::vector<Protection> all = {};         // the same, the oldest first
  std::vector<UncoveringLook> looks = {};   // who saw the address, when and why
};
/// Refused: outside the handler's establishments, somebody who is not in the ledger.
base::Result<ProtectionView> show_protection(const notice::Permit<protection_show>& permit,
                                             Ledger& ledger, const base::PersonId& person);

/// From now on the address stands with the protection only. A protection that stands gets the new
/// ground and evidence.
base::Result<> begin_protection(Ledger& ledger, const notice::Acting& acting,
                                const base::PersonId& person, ProtectionGround ground,
                                const std::string& evidence);

/// The address stands in the ledger again. Refused: to anybody whom `may_uncover` does not name; no
/// protection stands.
base::Result<> end_protection(Ledger& ledger, const notice::Acting& acting,
                              const MayUncover& may_uncover, const base::PersonId& person,
                              const std::string& reason);

/// What protection hides.
struct Uncovered {
  Person person;  // with its address
  std::vector<InsuredPlace> places = {};
};
/// Refused: to anybody whom `may_uncover` does not name, and without a reason.
base::Result<Uncovered> uncover(Ledger& ledger, const notice::Acting& acting,
                                const MayUncover& may_uncover, const base::PersonId& person,
                                const std::string& reason);

}  // namespace kenpo::eligibility
