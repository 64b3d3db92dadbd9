#include "assembly/majority_rule.h"

#include "law/book.h"

namespace kenpo::assembly {

using base::Date;
using base::Result;
using base::Words;
using law::Decision;

namespace {

base::Fault count_fault(Words what, Words mend) {
  return {std::move(what), {}, std::move(mend), {}};
}

law::Count persons(int number) { return {number, law::Unit::persons}; }

/// The smallest whole number that is `part`/`whole` of `of` or more.
int at_least(int of, int part, int whole) { return (of * part + whole - 1) / whole; }

struct Names {
  std::string_view part;
  std::string_view whole;
  base::Words step;
  base::Plain article;
};

Names names_of(Majority majority) {
  if (majority == Majority::rules_change) {
    return {"assembly.majority.rules_part",
            "assembly.majority.rules_whole",
            {"定数の3分の2以上", "Two thirds of the fixed number"},
            "健康保険法施行令（規約の変更等の特別議決）"};
  }
  return {"assembly.majority.dissolution_part",
          "assembly.majority.dissolution_whole",
          {"定数の4分の3以上", "Three quarters of the fixed number"},
          "健康保険法23条・24条・26条"};
}

Result<> check(const Present& present) {
  if (present.fixed_number <= 0 || present.in_person < 0 || present.in_writing < 0 ||
      present.by_proxy < 0 || present.fixed_number < present.all()) {
    return count_fault({"出席の人数が定数と合いません。", "Attendance does not fit the seats."},
                       {"出席の記録を確かめてください。", "Check the attendance."});
  }
  return base::Done{};
}

}  // namespace

// 健康保険法施行令（組合会の定足数）
Result<Decision<bool>> quorate(const Present& present, Date on) {
  KENPO_TRY(check(present));
  const auto divisor = KENPO_TRY(law::Book::carried().count("assembly.quorum.divisor", on));
  const bool enough = present.all() * divisor.value >= present.fixed_number;
  return Decision<bool>{
      enough,
      {{{"出席した議員（書面・代理を含む）", "Present, in writing and by proxy included"},
        "規約",
        persons(present.all())},
       {{"定数の半数以上かどうか", "Half of the fixed number or more"},
        "健康保険法施行令（組合会の定足数）",
        enough,
        divisor.row}}};
}

Result<Decision<int>> votes_needed(Majority majority, const Present& present, Date on) {
  KENPO_TRY(check(present));
  if (majority == Majority::ordinary) {
    const int needed = present.all() / 2 + 1;
    return Decision<int>{needed,
                         {{{"出席議員の過半数", "More than half of those present"},
                           "健康保険法施行令（組合会の議決）",
                           persons(needed)}}};
  }
  const auto names = names_of(majority);
  const auto part = KENPO_TRY(law::Book::carried().count(names.part, on));
  const auto whole = KENPO_TRY(law::Book::carried().count(names.whole, on));
  const int needed = at_least(present.fixed_number, part.value, whole.value);
  return Decision<int>{needed, {{names.step, names.article, persons(needed), part.row}}};
}

Result<Decision<Outcome>> count_votes(Majority majority, const Present& present, const Votes& votes,
                                      Date on) {
  const auto open = KENPO_TRY(quorate(present, on));
  if (!open.value) {
    return count_fault({"定足数に足りないため、議決できません。", "There is no quorum."},
                       {"会議を開き直してください。", "Convene again."});
  }
  if (votes.in_favour < 0 || votes.against < 0 || present.all() < votes.in_favour + votes.against) {
    return count_fault({"票の数が出席者の数を超えています。", "More votes than people present."},
                       {"票の数を確かめてください。", "Check the votes."});
  }
  const bool equal = votes.in_favour == votes.against;
  const bool chair_votes = votes.chair != Votes::Chair::silent;
  if (chair_votes && (!equal || majority != Majority::ordinary)) {
    return count_fault({"議長が決めるのは、普通議決で可否同数のときだけです。",
                        "The chair decides only a tie of an ordinary resolution."},
                       {"議長の票を外してください。", "Leave the chair's vote out."});
  }
  auto needed = KENPO_TRY(votes_needed(majority, present, on));
  Decision<Outcome> decision{Outcome::rejected, std::move(needed.basis)};
  if (votes.in_favour >= needed.value) decision.value = Outcome::carried;
  // 可否同数のときは、議長が決する。
  if (majority == Majority::ordinary && equal && 0 < votes.in_favour) {
    decision.value = votes.chair == Votes::Chair::in_favour ? Outcome::carried
                     : chair_votes                          ? Outcome::rejected
                                                            : Outcome::chair_decides;
    decision.basis.push_back({{"可否同数のため議長が決する", "A tie: the chair decides"},
                              "健康保険法施行令（組合会の議決）",
                              persons(votes.in_favour)});
  }
  return decision;
}

}  // namespace kenpo::assembly
