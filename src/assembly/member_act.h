// The register of members and officers (pair 38: 組合会・理事会に関する連絡).
#pragma once

#include <optional>
#include <vector>

#include "assembly/assembly_office.h"
#include "assembly/member.h"
#include "base/result.h"

namespace kenpo::assembly {

inline constexpr notice::Pair communication_pair{notice::Category::assembly_member,
                                                 notice::Purpose::assembly_and_board_communication};

inline constexpr notice::Operation assembly_member_list{
    .name = "assembly_member.list", .japanese = "組合会議員の名簿", .pairs = {communication_pair}};
/// Address, telephone and mail, which the page hides until somebody asks: an act of its own with a
/// leaf of its own (公表事項2 物理的安全管理措置, P-3).
inline constexpr notice::Operation assembly_member_reveal{.name = "assembly_member.reveal",
                                                          .japanese = "組合会議員の連絡先の表示",
                                                          .pairs = {communication_pair}};
inline constexpr notice::Operation assembly_member_enter{.name = "assembly_member.enter",
                                                         .japanese = "組合会議員の登録",
                                                         .verb = notice::Verb::write,
                                                         .pairs = {communication_pair}};
inline constexpr notice::Operation assembly_officer_appoint{.name = "assembly_officer.appoint",
                                                            .japanese = "役員の登録",
                                                            .verb = notice::Verb::write,
                                                            .pairs = {communication_pair}};
inline constexpr notice::Operation assembly_charter_decide{.name = "assembly_charter.decide",
                                                           .japanese = "組合会の定数と任期の登録",
                                                           .verb = notice::Verb::write,
                                                           .pairs = {communication_pair}};

/// The members on a day, with what is missing.
struct MemberView {
  std::optional<Charter> charter;
  std::vector<Membership> members;  // of all times
  std::vector<Officer> officers;
  int appointed_vacancies = 0;
  int elected_vacancies = 0;
  base::Faults board;  // what is wrong with the board today
};
base::Result<MemberView> show_members(const AssemblyOffice& office, const notice::Acting& acting,
                                      base::Date day);
/// The same for whoever asked for address, telephone and mail.
base::Result<MemberView> reveal_members(const AssemblyOffice& office, const notice::Acting& acting,
                                        base::Date day);

/// Registers a member. The term ends as the charter says; a substitute (補欠) serves the rest of
/// the term of the member who left. Refused: no charter, no name, more members than seats of the
/// side, a substitute for somebody of the other side or still in office.
base::Result<Membership> enter_member(const AssemblyOffice& office, const notice::Acting& acting,
                                      Membership member);
/// Ends a membership before its term: officers' posts of the member end with it.
base::Result<> end_membership(const AssemblyOffice& office, const notice::Acting& acting,
                              const MembershipId& id, base::Date last_day, MembershipEnd reason);
/// Appoints a member to a post. Refused: no member on that day, an auditor who is a director on a
/// day of both posts, a second chair.
base::Result<> appoint_officer(const AssemblyOffice& office, const notice::Acting& acting,
                               const MembershipId& id, Post post, base::Date from);
base::Result<> decide_charter(const AssemblyOffice& office, const notice::Acting& acting,
                              const Charter& charter);

}  // namespace kenpo::assembly
