#include "assembly/term_rule.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::assembly {

using base::Date;
using base::Result;
using base::Words;
using law::Decision;

namespace {

constexpr int months_of_a_year = 12;

base::Fault board_fault(Words what, Words why) {
  return {std::move(what),
          std::move(why),
          {"役員の名簿を確かめてください。", "Check the list of officers."},
          {}};
}

bool is_director(Post post) { return post != Post::auditor; }

std::ptrdiff_t count_of(const std::vector<SeatedOfficer>& officers, bool (*fits)(Post),
                        MemberKind side) {
  return std::ranges::count_if(officers, [&](const SeatedOfficer& each) {
    return fits(each.officer.post) && each.side == side;
  });
}

}  // namespace

// 健康保険法18条2項・3項（選定議員と互選議員は同数）; 任期は規約で定める
Result<> check_charter(const Charter& charter) {
  const auto longest = KENPO_TRY(law::Book::carried().count("assembly.term.longest", charter.from));
  if (charter.fixed_number <= 0 || charter.fixed_number % 2 != 0) {
    return base::Fault{{"議員の定数は偶数です。", "The number of seats is even."},
                       {"選定議員と互選議員は同数です（健康保険法18条）。",
                        "As many appointed as elected members (art 18)."},
                       {"定数を入れ直してください。", "Enter the number again."},
                       {}};
  }
  if (charter.term_years < 1 || longest.value < charter.term_years) {
    return base::Fault{{"任期の年数が範囲の外です。", "The term is outside its limits."},
                       {base::Plain("任期は1年から") + longest.value + "年までです。",
                        base::Plain("A term has 1 to ") + longest.value + " years."},
                       {"任期を入れ直してください。", "Enter the term again."},
                       {}};
  }
  return base::Done{};
}

Result<Decision<Date>> term_until(Date from, const Charter& charter) {
  const auto longest = KENPO_TRY(law::Book::carried().count("assembly.term.longest", from));
  const Date until = base::period_end(from, charter.term_years * months_of_a_year);
  return Decision<Date>{
      until,
      {{{"規約の任期の最後の日", "Last day of the term"}, "規約（任期）", until, longest.row}}};
}

int vacancies(const std::vector<Membership>& members, MemberKind kind, const Charter& charter,
              Date day) {
  const auto seated = std::ranges::count_if(
      members, [&](const Membership& each) { return each.kind == kind && each.holds_on(day); });
  return charter.fixed_number / 2 - static_cast<int>(seated);
}

// 健康保険法21条
base::Faults board_faults(const std::vector<SeatedOfficer>& listed, Date day) {
  base::Faults faults;
  std::vector<SeatedOfficer> officers;
  for (const auto& each : listed) {
    if (each.officer.holds_on(day)) officers.push_back(each);
  }
  // 1項・2項: 理事 are as many of each side …
  if (count_of(officers, is_director, MemberKind::appointed) !=
      count_of(officers, is_director, MemberKind::elected)) {
    faults.push_back(board_fault(
        {"理事が選定側と互選側で同数ではありません。", "The sides have unequal directors."},
        {"理事は半数ずつ選びます（健康保険法21条2項）。", "Half of each side (art 21(2))."}));
  }
  // 3項: 理事長 is one, of the appointed side …
  const auto is_chair = [](Post post) { return post == Post::chair; };
  if (count_of(officers, is_chair, MemberKind::appointed) != 1 ||
      count_of(officers, is_chair, MemberKind::elected) != 0) {
    faults.push_back(board_fault(
        {"理事長は1人で、選定議員である理事です。", "One chair, of the appointed side."},
        {"健康保険法21条3項。", "Art 21(3)."}));
  }
  // 4項: 監事 one of each side …
  const auto auditors = law::Book::carried().count("assembly.officer.auditors", day);
  if (!auditors.ok()) return auditors.faults();
  const auto of_a_side = auditors->value / 2;
  const auto is_auditor = [](Post post) { return post == Post::auditor; };
  if (count_of(officers, is_auditor, MemberKind::appointed) != of_a_side ||
      count_of(officers, is_auditor, MemberKind::elected) != of_a_side) {
    faults.push_back(
        board_fault({"監事は選定側と互選側から1人ずつです。", "One auditor of each side."},
                    {"健康保険法21条4項。", "Art 21(4)."}));
  }
  // 5項: … and no director.
  const bool both = std::ranges::any_of(officers, [&](const SeatedOfficer& one) {
    return one.officer.post == Post::auditor &&
           std::ranges::any_of(officers, [&](const SeatedOfficer& other) {
             return is_director(other.officer.post) && other.officer.person == one.officer.person;
           });
  });
  if (both) {
    faults.push_back(board_fault({"監事が理事を兼ねています。", "An auditor is a director."},
                                 {"健康保険法21条5項。", "Art 21(5)."}));
  }
  return faults;
}

}  // namespace kenpo::assembly
