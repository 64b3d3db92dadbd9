// Meetings of the assembly (組合会) and of the board (理事会): notice, agenda, attendance, votes,
// minutes, resolutions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assembly/member.h"
#include "assembly/votes.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"

namespace kenpo::assembly {

using MeetingId = base::Id<struct MeetingKindOfThing>;
using AgendaItemId = base::Id<struct AgendaItemKind>;

enum class Body : std::uint8_t { assembly = 1, board = 2 };
enum class MeetingKind : std::uint8_t { ordinary = 1, extraordinary = 2 };
base::Words wording(Body body);
base::Words wording(MeetingKind kind);

/// More matters than one meeting has; a paper and a page hold them.
inline constexpr std::size_t agenda_items_limit = 60;

struct Meeting {
  MeetingId id = MeetingId::draw();
  Body body = Body::assembly;
  MeetingKind kind = MeetingKind::ordinary;
  base::Date held_on = {};
  std::string hour = {};                       // 「10:00」
  std::string place = {};                      // a room, never a private address
  std::optional<base::Date> demanded_on = {};  // by members in writing …
  std::optional<int> demanded_by = {};         // … and by how many
  std::optional<base::Date> notified_on = {};  // the notice went out
  std::optional<base::Date> closed_on = {};    // the minutes are closed
};

/// What a resolution is about; says which majority it needs and what it can put in force.
enum class Matter : std::uint8_t {
  budget = 1,       // 予算
  accounts = 2,     // 事業報告・決算
  rate = 3,         // 保険料率
  charter = 4,      // 規約の変更
  officers = 5,     // 役員の選任
  dissolution = 6,  // 合併・分割・解散
  regulation = 7,   // 規程
  other = 8,
};
base::Words wording(Matter matter);
/// 規約 by two thirds, 合併・分割・解散 by three quarters, everything else by the ordinary
/// majority.
Majority majority_for(Matter matter);
base::Words wording(Majority majority);
base::Words wording(Outcome outcome);

/// One matter of the agenda with its votes.
struct AgendaItem {
  AgendaItemId id = AgendaItemId::draw();
  MeetingId meeting;
  int number = 0;          // from 1, in the order of the agenda
  std::string title = {};  // no names of people
  Matter matter = Matter::other;
  std::optional<Votes> votes = {};
  std::optional<Outcome> outcome = {};
  std::string resolution = {};  // its number, `A2026-003`; empty unless carried
  std::optional<base::Date> in_force_from = {};
};

enum class Presence : std::uint8_t { in_person = 1, in_writing = 2, by_proxy = 3, absent = 4 };
base::Words wording(Presence presence);

struct Attendance {
  MeetingId meeting;
  base::PersonId person;
  MembershipId membership;
  Presence presence = Presence::absent;
};

/// What the minutes say of a carried matter: the number that rates and rules name.
struct Resolution {
  std::string number;
  std::string title;
  Matter matter = Matter::other;
  base::Date resolved_on;
  std::optional<base::Date> in_force_from;
  /// What the open minutes say may still be counted again.
  enum class Minutes : std::uint8_t { open = 1, closed = 2 } minutes = Minutes::open;

  /// The day that the minutes name, or the day of the resolution.
  base::Date in_force() const { return in_force_from.value_or(resolved_on); }
};

/// `A2026-003`: the body, the fiscal year in which the meeting is held, the count within it.
std::string resolution_number(Body body, base::Date held_on, int count);

/// Counts the attendance; written votes and proxies count where the charter allows them.
Present present_of(const std::vector<Attendance>& attendance, const Charter& charter);

}  // namespace kenpo::assembly
