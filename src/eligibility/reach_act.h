// The lists of ages reached (40, 65, 70, 75) and the work items that the month's work makes of
// them, with the ends of voluntary continuation.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "eligibility/member_index.h"
#include "eligibility/reach_rule.h"
#include "notice/operation.h"

namespace kenpo::eligibility {

/// 年齢到達者の一覧
inline constexpr notice::Operation reach_list{
    .name = "reach.list",
    .japanese = "年齢到達者の一覧",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// 年齢到達と任意継続満了の事務処理への登録
inline constexpr notice::Operation reach_open{
    .name = "reach.open",
    .japanese = "年齢到達の事務処理への登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}},
    .runner = notice::Runner::staff_or_program};

struct ReachedMember {
  Member member;
  Reach reach = Reach::care_begins;
  base::Date reached = {};  // 年齢に達する日
  base::Date effect = {};   // 効果の始まる日
};
struct ReachPage {
  std::vector<ReachedMember> members = {};  // the page asked for, by the day of the effect
  std::size_t count = 0;
};
inline constexpr std::size_t reaches_of_a_page = 50;  // as the list of work items

/// Members whose age has its effect in the month and who are insured on that day, of the handler's
/// establishments. 40 and 65: insured people only. `page` counts from 1.
base::Result<ReachPage> list_reaches(const notice::Permit<reach_list>& permit, Ledger& ledger,
                                     Reach reach, base::Month month, std::size_t page);

struct ReachItems {
  std::int64_t ages = 0;
  std::int64_t terms = 0;  // voluntary continuations that end
  std::int64_t absences = 0;  // long absences to be looked at
};
/// Opens a work item for everybody whose age has its effect in the month, and for every voluntary
/// continuation whose two years end in it, and for every long absence that is due for its review
/// in it. What has an item already is left alone.
base::Result<ReachItems> open_reach_items(Ledger& ledger, const notice::Acting& acting,
                                          base::Month month);

}  // namespace kenpo::eligibility
