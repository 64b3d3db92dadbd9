// A complaint about the handling of personal data (苦情): 個人情報保護法40条, notice section 4.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/id.h"

namespace kenpo::complaint {

using ComplaintId = base::Id<struct ComplaintKind>;

enum class ComplaintState : std::uint8_t {
  received = 1,
  first_answered = 2,  // the complainant knows that it is looked into, and until when
  answered = 3,        // with cause and prevention
  closed = 4,
};
enum class ComplaintChannel : std::uint8_t { telephone = 1, letter = 2, web = 3 };
inline constexpr int channels_count = 3;
enum class ComplaintClass : std::uint8_t {
  other_purpose = 1,  // 目的外の利用
  wrong_data = 2,     // 内容の誤り
  leak = 3,           // 漏えいの疑い
  procedure = 4,      // 開示等の手続
  manner = 5,         // 応対
  other = 6,
};
inline constexpr int classes_count = 6;

base::Words wording(ComplaintState state);
base::Words wording(ComplaintChannel channel);
base::Words wording(ComplaintClass one);

/// The days by which the society has bound itself to answer.
struct ComplaintDates {
  base::Date first_due;
  base::Date answer_due;
};

/// The case without anything about the person.
struct ComplaintCase {
  ComplaintId id = ComplaintId::draw();
  ComplaintState state = ComplaintState::received;
  ComplaintChannel channel = ComplaintChannel::telephone;
  ComplaintClass one = ComplaintClass::other;
  base::Date received_on;
  ComplaintDates dates;
  std::optional<base::Moment> first_answered_at = std::nullopt;
  std::optional<base::Moment> answered_at = std::nullopt;
  std::optional<base::StaffId> complained_of = std::nullopt;  // whose handling it is about
  std::optional<base::StaffId> decided_by = std::nullopt;
  /// The member whose data it is about; leads to the access history.
  std::optional<base::PersonId> about = std::nullopt;
};

/// Whether a due day has passed without its answer.
bool overdue(const ComplaintCase& facts, base::Date today);

/// What was said, and by whom. The name may be empty: a complaint without a name is one.
struct ComplaintText {
  std::string name = {};
  std::string contact = {};  // address or telephone; may be empty
  std::string words = {};
  std::string first_answer = {};
  std::string answer = {};
  std::string cause = {};
  std::string prevention = {};
};

struct Complaint {
  ComplaintCase facts;
  ComplaintText text;
};

inline constexpr std::size_t name_limit_characters = 60;
inline constexpr std::size_t contact_limit_characters = 200;
inline constexpr std::size_t words_limit_characters = 2000;

/// The year's numbers for the board: no person in it.
struct ComplaintReport {
  int fiscal_year = 0;
  std::int64_t received = 0;
  std::int64_t closed = 0;
  std::int64_t first_in_time = 0;
  std::int64_t first_late = 0;  // answered late, or not answered and due
  std::int64_t nameless = 0;
  std::array<std::int64_t, channels_count> by_channel{};
  std::array<std::int64_t, classes_count> by_class{};
  std::vector<std::string> preventions = {};  // what was changed because of them
};

}  // namespace kenpo::complaint
