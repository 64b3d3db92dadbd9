// Two people for what matters: one proposes a change, another one decides on it. The proposal is
// the text of the change itself; what is carried out is that text or nothing.
//
// How another folder uses it (staff/approval_act.h):
//   1. It adds an ApprovalKind at the start: name, who may propose and approve, how to carry out.
//   2. Its act calls Approvals::propose with the differences; the case id comes back.
//   3. The second person decides at /approvals/{case_id}; the kind's `within` and `after` run then.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/id.h"

namespace kenpo::staff {

/// More than this is not one decision: nobody reads a hundred lines before agreeing.
inline constexpr std::size_t differences_limit = 100;
/// Characters of one value.
inline constexpr std::size_t difference_characters_limit = 2000;
inline constexpr std::size_t reason_characters_limit = 500;

/// One line of what will be different. `field` is an identifier [a-z_]; an empty `before` is new,
/// an empty `after` goes away. Values have no tab and no line end.
struct Difference {
  std::string field;
  std::string before;
  std::string after;
  friend bool operator==(const Difference&, const Difference&) = default;
};

/// What is changed, about what or whom (an id, a month, a file's hash), line by line.
struct Change {
  std::string subject;
  std::vector<Difference> differences;

  /// The value that the field gets; empty when the field is not among the differences.
  std::string_view after(std::string_view field) const;
  std::string_view before(std::string_view field) const;
  friend bool operator==(const Change&, const Change&) = default;
};

/// The one text of a change: `subject<TAB>…` and a line `field<TAB>before<TAB>after` each. Its
/// SHA-256 stands in the proposal; both people decide on it.
std::string canonical_text(const Change& change);
/// Nullopt for any text that canonical_text does not make.
std::optional<Change> parse_change(std::string_view text);

enum class ApprovalStepKind : std::uint8_t {
  approved = 1,
  carried_out = 2,
  refused = 3,
  withdrawn = 4,  // by the proposer
};

/// What came after the proposal. Nothing is overwritten.
struct ApprovalStep {
  ApprovalStepKind kind = ApprovalStepKind::approved;
  base::StaffId by;
  base::Moment at;
  std::string reason;  // of a refusal
};

enum class ApprovalState : std::uint8_t {
  open,      // waits for the second person
  approved,  // decided, and still to be carried out: doing it failed
  carried_out,
  refused,
  withdrawn,
  expired,
};

/// A proposal with everything that happened to it.
struct Approval {
  base::CaseId id;
  std::string kind;  // ApprovalKind::name
  std::string reason;
  std::string text;
  std::string text_sha256;  // 64 hexadecimal digits
  base::StaffId proposer;
  base::Moment proposed_at;
  base::Moment expires_at;
  std::vector<ApprovalStep> steps;  // in order of time
};

}  // namespace kenpo::staff
