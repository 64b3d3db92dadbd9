// One line of the audit log: who did what, for which published purpose, about whom, how it ended.
// A leaf holds no personal data: people stand in it as commitments that nobody can link to them
// once the person's salt is destroyed. The encoding is described in docs/formats/audit_log.md.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "notice/merkle.h"
#include "notice/operation.h"
#include "notice/published.h"

namespace kenpo::notice {

/// What acts when no member of the staff does. Persons and employers at the window are told apart
/// by the subject's commitment, never by an id.
enum class ProgramActor : std::uint8_t {
  scheduler,        // the month's run and other jobs of the calendar
  intake,           // files taken in
  command_line,     // kenpo … on the machine itself
  member_window,    // a member reads about himself or herself
  employer_window,  // an employer files or reads
  public_page,      // the notice page
  log_keeper,       // the log about itself
};

using Actor = std::variant<ProgramActor, base::StaffId>;

/// HMAC of the subject under the subject's own salt, cut to 16 bytes.
using Commitment = std::array<std::uint8_t, 16>;

/// More subjects than this are committed to by their root and number.
inline constexpr std::size_t subjects_listed_limit = 8;

/// Many subjects: the RFC 6962 root over the sorted commitments, and how many they are.
struct SubjectSet {
  TreeHash root{};
  std::uint64_t count = 0;  // > subjects_listed_limit

  friend bool operator==(const SubjectSet&, const SubjectSet&) = default;
};

/// Nobody (an empty list), up to eight sorted commitments, or a set.
using Subjects = std::variant<std::vector<Commitment>, SubjectSet>;

/// Sorts, drops repetitions, and lists or commits.
Subjects subjects_of(std::vector<Commitment> commitments);

enum class Outcome : std::uint8_t { answered, written, provided, erased, refused, failed };

/// Why the Gate refused.
enum class Reason : std::uint8_t {
  none,                   // it did not
  no_role,                // the actor has no role for the pair
  not_published,          // the notice does not publish the pair
  not_yet_published,      // the row waits for evidence of its publication: 個人情報保護法21条
  withdrawn,              // the row was taken out of the notice
  not_trained,            // no valid training for the role
  out_of_scope,           // the subject, office group or case is not the actor's
  locked,                 // the account is locked or lacks its second factor
  no_responsible_person,  // the society has named nobody responsible
  no_statute,             // the statutory operation lacks its ground, approver or time
  stopped,                // the person had the use stopped: 個人情報保護法35条
  no_second_person,       // the act needs two people
  no_terminal,            // a sensitive category, and no registered terminal (notice 2, P-2)
};

/// What a refused request lacked: nothing to name, a cell of the notice, or an article.
using Missing = std::variant<std::monostate, Pair, Statute>;

/// The text of the notice that the program ran under.
struct NoticeStamp {
  std::uint32_t version = 0;
  std::array<std::uint8_t, 8> hash{};  // the first eight bytes of the SHA-256 of the notice

  friend bool operator==(const NoticeStamp&, const NoticeStamp&) = default;
};

struct Leaf {
  base::Moment time;      // 0 … year 9999
  Actor actor;
  std::string role;       // the role's name in the code, or empty: [a-z0-9_.], at most 64
  std::string operation;  // Operation::name: [a-z0-9_.], 1 … 64
  PairMask pairs = 0;
  Statute basis = Statute::none;
  NoticeStamp notice;
  std::optional<base::CaseId> case_id;
  Subjects subjects;
  std::uint64_t rows = 0;  // at most rows_limit
  Outcome outcome = Outcome::answered;
  Reason reason = Reason::none;  // other than none exactly when the outcome is refused
  Missing missing;               // only with a refusal

  friend bool operator==(const Leaf&, const Leaf&) = default;
};

inline constexpr std::uint64_t rows_limit = 1'000'000'000'000;  // exact in every JSON reader
inline constexpr std::size_t name_limit = 64;
/// The longest encoded leaf: eight subjects, all pairs, longest names: about 1,000 bytes.
inline constexpr std::size_t leaf_bytes_limit = 2048;

/// Whether the leaf keeps the ranges above. A leaf that does not is a broken promise of our code.
bool well_formed(const Leaf& leaf);

/// Appends one line of JSON without line end, keys in fixed order. The leaf is well formed.
void encode(const Leaf& leaf, std::string& line);
std::string encode(const Leaf& leaf);

/// The leaf of a line; refuses every line that `encode` does not make, byte by byte.
base::Result<Leaf> parse_leaf(std::string_view line);

std::string_view name_of(ProgramActor actor);
std::string_view name_of(Outcome outcome);
std::string_view name_of(Reason reason);
std::string_view name_of(Statute statute);

}  // namespace kenpo::notice
