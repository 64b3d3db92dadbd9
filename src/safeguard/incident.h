// A breach (漏えい等) and its reports: 個人情報保護法26条, 番号法29条の4. No personal data in it;
// the persons stand in a table of their own.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/id.h"

namespace kenpo::safeguard {

using IncidentId = base::Id<struct IncidentKind>;

/// In the order in which they are passed. From `classified` a case that need not be reported goes
/// on to `prevention_done`.
enum class IncidentState : std::uint8_t {
  suspected = 1,        // 疑い
  contained = 2,        // 被害の拡大を止めた
  classified = 3,       // 報告を要しない
  preliminary_due = 4,  // 速報を出す
  final_due = 5,        // 速報を出した。確報を出す
  final_sent = 6,       // 確報を出した
  persons_told = 7,     // 本人に知らせた、又は代わりの措置をした
  prevention_done = 8,  // 再発防止を終えた
  closed = 9,
};
base::Words wording(IncidentState state);

enum class IncidentEvent : std::uint8_t { leak = 1, loss = 2, damage = 3 };
base::Words wording(IncidentEvent event);

/// What is known of it. A possibility counts like the event itself.
struct IncidentFacts {
  IncidentEvent event = IncidentEvent::leak;
  std::int64_t persons = 0;         // all persons
  std::int64_t special_care = 0;    // of them with 要配慮個人情報: claims, check-ups
  std::int64_t number_persons = 0;  // of them with the individual number
  bool property_harm = false;       // misuse is likely to cost money: accounts with credentials
  bool improper_aim = false;        // intrusion, ransomware, carried out by staff
  bool number_system = false;       // out of the system for work with the individual number
  bool number_public = false;       // individual numbers could be seen by the public
  bool strongly_encrypted = false;  // or otherwise protected: not a case to report
  bool recovered_unseen = false;    // all of it came back before anybody saw it: not a leak

  friend bool operator==(const IncidentFacts&, const IncidentFacts&) = default;
};

/// 施行規則7条1号 to 4号, and the four classes of the individual number's rule. One bit each.
enum class IncidentClass : std::uint8_t {
  special_care = 1,      // R7-1
  property_harm = 2,     // R7-2
  improper_aim = 4,      // R7-3
  many_persons = 8,      // R7-4
  number_system = 16,    // MN-1
  number_improper = 32,  // MN-2
  number_public = 64,    // MN-3
  number_many = 128,     // MN-4
};
using IncidentClasses = std::uint8_t;
/// 「施行規則7条1号 要配慮個人情報」; for the log and the table the bit.
base::Words wording(IncidentClass one);
/// 「施行規則7条1号 要配慮個人情報、…」; 「報告を要しない」 for none.
std::string classes_words(IncidentClasses classes);

/// The days by which the reports are due.
struct IncidentDates {
  base::Date preliminary_from;  // about here at the earliest
  base::Date preliminary_by;
  base::Date final_by;
};

/// The nine items of both reports (施行規則8条1項).
inline constexpr std::size_t report_items_count = 9;
std::string_view report_item(std::size_t item);

enum class PersonsTold : std::uint8_t { not_yet = 0, letter = 1, substitute = 2 };

/// Which leaves of the audit log are its extent, and what they come to.
struct IncidentExtent {
  std::string operation;               // `member.show`; empty: all
  std::optional<base::StaffId> staff;  // nullopt: everybody
  base::Moment from;
  base::Moment to;
  std::int64_t leaves = 0;
  std::int64_t persons = 0;
  std::uint64_t pairs = 0;  // of the notice, one bit each
};

struct Incident {
  IncidentId id = IncidentId::draw();
  IncidentState state = IncidentState::suspected;
  base::Date known_on;  // 知った日: day 1
  IncidentFacts facts;
  IncidentClasses classes = 0;
  std::optional<IncidentDates> dates = std::nullopt;
  std::array<std::string, report_items_count> items = {};
  std::optional<IncidentExtent> extent = std::nullopt;
  std::optional<base::Moment> preliminary_at = std::nullopt;
  std::optional<base::Moment> final_at = std::nullopt;
  PersonsTold told = PersonsTold::not_yet;
  base::Moment changed_at = {};
};

}  // namespace kenpo::safeguard
