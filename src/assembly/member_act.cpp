#include "assembly/member_act.h"

#include <algorithm>

#include "assembly/member_store.h"
#include "assembly/term_rule.h"
#include "base/utf8.h"

namespace kenpo::assembly {

namespace {

using base::Result;
using notice::Permit;
using enum notice::Purpose;

constexpr std::size_t member_text_limit = 200;  // characters of one line of a register

Result<> check_member_texts(const Membership& member) {
  if (member.name.empty()) {
    return base::refusal({"氏名がありません。", "The name is missing."},
                         {"氏名を入れてください。", "Enter the name."});
  }
  for (const auto* text : {&member.name, &member.name_kana, &member.workplace, &member.address,
                           &member.telephone, &member.mail}) {
    if (member_text_limit < base::count_code_points(*text)) {
      return base::refusal({"入力が長すぎます（200文字まで）。", "A text is longer than 200."},
                           {"短くしてください。", "Make it shorter."});
    }
  }
  const bool digits =
      std::ranges::all_of(member.postal_code, [](char c) { return '0' <= c && c <= '9'; });
  if (!member.postal_code.empty() && (member.postal_code.size() != 7 || !digits)) {
    return base::refusal({"郵便番号は数字7桁です。", "A postcode has seven digits."},
                         {"入れ直してください。", "Enter it again."});
  }
  return base::Done{};
}

Result<Charter> charter_needed(const store::View& view, base::Date day) {
  const auto charter = KENPO_TRY(charter_on(view, day));
  if (!charter) {
    return base::refusal({"定数と任期が登録されていません。", "The charter is not entered."},
                         {"先に「定数と任期」を登録してください。", "Enter it first."});
  }
  return *charter;
}

// 補欠: the rest of the predecessor's term, not a term of one's own.
Result<base::Date> end_of_substitute(const std::vector<Membership>& members,
                                     const Membership& member, const Charter& charter) {
  const auto gone = std::ranges::find(members, *member.substitute_for, &Membership::id);
  if (gone == members.end() || gone->kind != member.kind || !gone->end ||
      member.from <= gone->until) {
    return base::refusal({"補欠の相手は、同じ側で、もう退任した議員です。",
                          "A substitute follows a member of the same side who has left."},
                         {"相手と就任の日を確かめてください。", "Check the member and the day."});
  }
  return KENPO_TRY(term_until(gone->from, charter)).value;
}

std::vector<SeatedOfficer> seated(const std::vector<Officer>& officers,
                                  const std::vector<Membership>& members) {
  std::vector<SeatedOfficer> seats;
  for (const auto& officer : officers) {
    const auto member = std::ranges::find(members, officer.membership, &Membership::id);
    if (member != members.end()) seats.push_back({officer, member->kind});
  }
  return seats;
}

}  // namespace

namespace {

template <const notice::Operation& operation>
Result<MemberView> members_under(const AssemblyOffice& office, const notice::Acting& acting,
                                 base::Date day) {
  return read_under<operation>(
      office, acting,
      [&](const Permit<operation>& permit, const store::View& view) -> Result<MemberView> {
        const auto grant = permit.template grant<assembly_and_board_communication>();
        MemberView found{.charter = KENPO_TRY(charter_on(view, day)),
                         .members = KENPO_TRY(list_members(view, grant)),
                         .officers = KENPO_TRY(list_officers(view, grant)),
                         .board = {}};
        if (found.charter) {
          found.appointed_vacancies =
              vacancies(found.members, MemberKind::appointed, *found.charter, day);
          found.elected_vacancies =
              vacancies(found.members, MemberKind::elected, *found.charter, day);
        }
        found.board = board_faults(seated(found.officers, found.members), day);
        return found;
      });
}

}  // namespace

Result<MemberView> show_members(const AssemblyOffice& office, const notice::Acting& acting,
                                base::Date day) {
  return members_under<assembly_member_list>(office, acting, day);
}

Result<MemberView> reveal_members(const AssemblyOffice& office, const notice::Acting& acting,
                                  base::Date day) {
  return members_under<assembly_member_reveal>(office, acting, day);
}

// 健康保険法18条2項・3項
Result<Membership> enter_member(const AssemblyOffice& office, const notice::Acting& acting,
                                Membership member) {
  return write_under<assembly_member_enter>(
      office, acting,
      [&](const Permit<assembly_member_enter>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<Membership> {
        KENPO_TRY(check_member_texts(member));
        const auto grant = permit.grant<assembly_and_board_communication>();
        const auto charter = KENPO_TRY(charter_needed(transaction, member.from));
        const auto members = KENPO_TRY(list_members(transaction, grant));
        if (vacancies(members, member.kind, charter, member.from) <= 0) {
          return base::refusal({"この側の議席は空いていません。", "No seat of the side is open."},
                               {"退任を先に登録してください。", "Enter the leaving first."});
        }
        member.until = member.substitute_for
                           ? KENPO_TRY(end_of_substitute(members, member, charter))
                           : KENPO_TRY(term_until(member.from, charter)).value;
        KENPO_TRY(put(transaction, grant, member, now));
        return member;
      });
}

Result<> end_membership(const AssemblyOffice& office, const notice::Acting& acting,
                        const MembershipId& id, base::Date last_day, MembershipEnd reason) {
  return write_under<assembly_member_enter>(
      office, acting,
      [&](const Permit<assembly_member_enter>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto grant = permit.grant<assembly_and_board_communication>();
        auto member = KENPO_TRY(find_member(transaction, grant, id));
        if (!member || member->end || !member->holds_on(last_day)) {
          return base::refusal({"その日に在任していないか、もう退任しています。",
                                "Not in office on that day, or left already."},
                               {"議員と日付を確かめてください。", "Check member and day."});
        }
        member->until = last_day;
        member->end = reason;
        KENPO_TRY(put(transaction, grant, *member, now));
        for (auto officer : KENPO_TRY(list_officers(transaction, grant))) {
          if (officer.membership != id || !officer.holds_on(last_day)) continue;
          officer.until = last_day;
          KENPO_TRY(put(transaction, grant, officer, now));
        }
        return base::Done{};
      });
}

// 健康保険法21条
Result<> appoint_officer(const AssemblyOffice& office, const notice::Acting& acting,
                         const MembershipId& id, Post post, base::Date from) {
  return write_under<assembly_officer_appoint>(
      office, acting,
      [&](const Permit<assembly_officer_appoint>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto grant = permit.grant<assembly_and_board_communication>();
        const auto member = KENPO_TRY(find_member(transaction, grant, id));
        if (!member || !member->holds_on(from)) {
          return base::refusal(
              {"その日に在任している議員ではありません。", "Not a member on that day."},
              {"議員と日付を確かめてください。", "Check member and day."});
        }
        const Officer wanted{.membership = id,
                             .person = member->person,
                             .post = post,
                             .from = from,
                             .until = member->until};
        for (const auto& other : KENPO_TRY(list_officers(transaction, grant))) {
          if (other.until && *other.until < from) continue;
          const bool same = other.membership == id;
          const bool chairs = post == Post::chair && other.post == Post::chair;
          if (chairs && post == other.post) {
            return base::refusal({"理事長がもういます。", "There is a chair already."},
                                 {"いまの理事長の退任を先に登録してください。",
                                  "Enter the leaving of the present one first."});
          }
          if (same && (post == Post::auditor || other.post == Post::auditor)) {
            return base::refusal({"監事は理事を兼ねられません（健康保険法21条5項）。",
                                  "An auditor is no director (art 21(5))."},
                                 {"別の議員を選んでください。", "Choose another member."});
          }
        }
        return put(transaction, grant, wanted, now);
      });
}

Result<> decide_charter(const AssemblyOffice& office, const notice::Acting& acting,
                        const Charter& charter) {
  return office.gate.perform<assembly_charter_decide>(
      acting, [&](const Permit<assembly_charter_decide>&) -> Result<> {
        KENPO_TRY(check_charter(charter));
        auto transaction = KENPO_TRY(office.database.write());
        KENPO_TRY(put(transaction, charter, office.gate.clock().now()));
        return transaction.commit_without_personal_data();
      });
}

}  // namespace kenpo::assembly
