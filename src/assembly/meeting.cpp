#include "assembly/meeting.h"

namespace kenpo::assembly {

base::Words wording(Body body) {
  return body == Body::assembly ? base::Words{"組合会", "assembly"}
                                : base::Words{"理事会", "board"};
}

base::Words wording(MeetingKind kind) {
  return kind == MeetingKind::ordinary ? base::Words{"通常", "ordinary"}
                                       : base::Words{"臨時", "extraordinary"};
}

base::Words wording(Matter matter) {
  switch (matter) {
    case Matter::budget:
      return {"予算", "budget"};
    case Matter::accounts:
      return {"事業報告・決算", "business report and accounts"};
    case Matter::rate:
      return {"保険料率", "premium rate"};
    case Matter::charter:
      return {"規約の変更", "change of the charter"};
    case Matter::officers:
      return {"役員の選任", "officers"};
    case Matter::dissolution:
      return {"合併・分割・解散", "merger, division, dissolution"};
    case Matter::regulation:
      return {"規程", "regulation"};
    case Matter::other:
      return {"その他", "other"};
  }
  return {};
}

Majority majority_for(Matter matter) {
  if (matter == Matter::charter) return Majority::rules_change;
  return matter == Matter::dissolution ? Majority::dissolution : Majority::ordinary;
}

base::Words wording(Majority majority) {
  switch (majority) {
    case Majority::ordinary:
      return {"出席議員の過半数", "majority of those present"};
    case Majority::rules_change:
      return {"定数の3分の2以上", "two thirds of the seats"};
    case Majority::dissolution:
      return {"定数の4分の3以上", "three quarters of the seats"};
  }
  return {};
}

base::Words wording(Outcome outcome) {
  switch (outcome) {
    case Outcome::carried:
      return {"可決", "carried"};
    case Outcome::rejected:
      return {"否決", "rejected"};
    case Outcome::chair_decides:
      return {"可否同数(議長が決する)", "a tie: the chair decides"};
  }
  return {};
}

base::Words wording(Presence presence) {
  switch (presence) {
    case Presence::in_person:
      return {"出席", "in person"};
    case Presence::in_writing:
      return {"書面", "in writing"};
    case Presence::by_proxy:
      return {"代理", "by proxy"};
    case Presence::absent:
      return {"欠席", "absent"};
  }
  return {};
}

std::string resolution_number(Body body, base::Date held_on, int count) {
  constexpr int three_digits = 1000;
  return std::string(body == Body::assembly ? "A" : "B") +
         std::to_string(held_on.in_month().fiscal_year()) + "-" +
         std::to_string(three_digits + count).substr(1);
}

Present present_of(const std::vector<Attendance>& attendance, const Charter& charter) {
  Present present{.fixed_number = charter.fixed_number};
  const bool others_count = charter.written_vote == Charter::WrittenVote::allowed;
  for (const auto& each : attendance) {
    if (each.presence == Presence::in_person) ++present.in_person;
    if (each.presence == Presence::in_writing && others_count) ++present.in_writing;
    if (each.presence == Presence::by_proxy && others_count) ++present.by_proxy;
  }
  return present;
}

}  // namespace kenpo::assembly
