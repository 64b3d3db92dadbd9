// The register of the society's rules: everybody in the office reads it, a resolution changes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assembly/assembly_office.h"
#include "assembly/member_act.h"
#include "assembly/bylaw.h"
#include "base/result.h"

namespace kenpo::assembly {

inline constexpr notice::Operation bylaw_list{.name = "bylaw.list",
                                                     .japanese = "規約・規程の一覧",
                                                     .statute = notice::Statute::no_personal_data};
/// For those who keep the assembly's minutes, though no personal data is in it.
inline constexpr notice::Operation bylaw_enter{.name = "bylaw.enter",
                                                      .japanese = "規約・規程の版の登録",
                                                      .verb = notice::Verb::write,
                                                      .pairs = {communication_pair}};

base::Result<std::vector<BylawVersion>> show_bylaws(const AssemblyOffice& office,
                                                  const notice::Acting& acting);

/// The one rule about the subject that holds on the day, with the resolution behind it: for an act
/// that applies it, on that act's own snapshot or transaction. Holds no personal data. A fault when
/// none holds, and when several do: two rules at once decide nothing.
base::Result<BylawVersion> bylaw_in_force(const store::View& view, BylawSubject subject,
                                          base::Date day);

/// A version as the clerk states it. `rule` empty: a new rule, which needs title and subject; a
/// known one keeps its own.
struct BylawDraft {
  std::optional<BylawId> rule;
  std::string title;
  BylawSubject subject = BylawSubject::other;
  base::Date from;
  BylawVersion::Standing standing = BylawVersion::Standing::in_force;
  std::string resolution;  // 議決番号
  std::string summary;
};

/// Enters the version and hands it back with its number. Refused: a resolution or a rule that does
/// not exist, a new rule with a title in use, and what check_version refuses.
base::Result<BylawVersion> enter_bylaw(const AssemblyOffice& office, const notice::Acting& acting,
                                     const BylawDraft& draft);

}  // namespace kenpo::assembly
