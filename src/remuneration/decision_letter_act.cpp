#include "remuneration/decision_letter_act.h"

#include <algorithm>

#include "eligibility/establishment_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "remuneration/decision_letter_store.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using eligibility::InsuredPeriod;
using eligibility::Ledger;

constexpr auto of_letters = notice::Purpose::standard_remuneration_determination;

base::Fault letter_fault(base::Words what, base::Words why, base::Words mend) {
  return {std::move(what), std::move(why), std::move(mend), {}};
}

/// What is read for every person of the letter.
struct Reading {
  const store::View& view;
  const RemunerationAccess& access;
  const LetterOrder& order;
  base::Moment known_at;
};

/// The line with the person's name as it stood.
Result<LetterLine> named_line(const Reading& reading, const InsuredPeriod& period) {
  LetterLine line{.number = period.number};
  const auto found = KENPO_TRY(
      eligibility::find_person(reading.view, reading.access, period.person, reading.known_at));
  if (found) {
    line.name = found->name;
    line.sheltered = found->sheltered;
  }
  return line;
}

Result<> add_remunerations(const Reading& reading, const InsuredPeriod& period,
                           std::vector<LetterLine>& lines) {
  base::Yen before;
  for (const auto& one :
       KENPO_TRY(remunerations_of(reading.view, reading.access, period.person, reading.known_at))) {
    if (one.period != period.id) continue;
    if (one.from == reading.order.month && belongs(reading.order.kind, one.kind)) {
      auto line = KENPO_TRY(named_line(reading, period));
      line.decision = wording(one.kind);
      line.from = one.from;
      line.before = before;
      line.after = one.standard;
      line.grade = one.grade;
      lines.push_back(std::move(line));
    }
    before = one.standard;
  }
  return base::Done{};
}

Result<> add_bonuses(const Reading& reading, const InsuredPeriod& period,
                     std::vector<LetterLine>& lines) {
  for (const auto& one :
       KENPO_TRY(bonuses_of(reading.view, reading.access, period.person, reading.known_at))) {
    if (one.period != period.id || one.month != reading.order.month) continue;
    auto line = KENPO_TRY(named_line(reading, period));
    line.decision = {"標準賞与額", "Standard bonus"};
    line.from = one.month;
    line.before = one.paid;
    line.after = one.standard;
    lines.push_back(std::move(line));
  }
  return base::Done{};
}

Result<std::vector<LetterLine>> lines_for(const Reading& reading) {
  std::vector<LetterLine> lines;
  const auto& establishment = reading.order.establishment;
  for (const auto& person :
       KENPO_TRY(eligibility::people_of(reading.view, reading.access, establishment))) {
    for (const auto& period : KENPO_TRY(
             eligibility::periods_of(reading.view, reading.access, person, reading.known_at))) {
      if (period.establishment != establishment) continue;
      KENPO_TRY(reading.order.kind == LetterKind::bonus
                    ? add_bonuses(reading, period, lines)
                    : add_remunerations(reading, period, lines));
    }
    if (lines.size() <= letter_lines_limit) continue;
    return letter_fault(
        {"一通の通知書に載せられる人数を超えています", "Too many people for a letter"},
        {base::Plain("上限は") + letter_lines_limit + "人です",
         base::Plain("At most ") + letter_lines_limit},
        {"システム担当に知らせてください", "Tell the system operator"});
  }
  // Numbers are digits without leading zeros: shorter is smaller.
  std::ranges::sort(lines, [](const LetterLine& left, const LetterLine& right) {
    return std::pair(left.number.size(), left.number) <
           std::pair(right.number.size(), right.number);
  });
  return lines;
}

Result<DecisionLetter> letter_of(const store::View& view, const RemunerationAccess& access,
                                 const notice::Recorder& recorder, const LetterOrder& order,
                                 base::Moment known_at) {
  if (!recorder.in_scope(order.establishment)) return notice::out_of_scope_fault();
  auto establishment = KENPO_TRY(eligibility::find_establishment(view, order.establishment));
  if (!establishment) return notice::out_of_scope_fault();
  return DecisionLetter{.establishment = std::move(*establishment),
                        .kind = order.kind,
                        .month = order.month,
                        .lines = KENPO_TRY(lines_for({view, access, order, known_at}))};
}

/// The letter with the decisions known when it was issued.
Result<DecisionLetter> issued_letter(const store::View& view, const RemunerationAccess& access,
                                     const notice::Recorder& recorder, const LetterId& id) {
  const auto issued = KENPO_TRY(find_letter(view, id));
  if (!issued) return notice::out_of_scope_fault();
  auto letter = KENPO_TRY(letter_of(view, access, recorder,
                                    {issued->establishment, issued->kind, issued->month},
                                    issued->issued_at));
  if (static_cast<std::int64_t>(letter.lines.size()) != issued->persons) {
    return letter_fault(
        {"発行したときの通知書を再現できません", "The letter cannot be shown as it went out"},
        {"載っていた人の情報が、その後に消去されています",
         "Data of people on it were erased since"},
        {"消去の記録を確かめてください", "See the record of erasures"});
  }
  letter.issued = issued;
  return letter;
}

Result<> check_second_person(const IssuedLetter& letter, const notice::Acting& acting,
                             std::int64_t persons) {
  if (letter.state != LetterState::open) {
    return letter_fault({"この通知書は承認か取りやめが済んでいます", "It was decided before"}, {},
                        {"一覧を開き直してください", "Open the list again"});
  }
  const auto* staff = std::get_if<base::StaffId>(&acting.actor);
  if (staff == nullptr || letter.issued_by == *staff) {
    return letter_fault({"発行した人は承認できません", "Whoever issued it does not release it"},
                        {"通知書は、発行した人とは別の人が確かめて出します",
                         "Another person looks at it before it goes out"},
                        {"別の人に承認を求めてください", "Ask another person"});
  }
  if (persons != letter.persons) {
    return letter_fault({"確かめた人数が通知書の人数と違います", "The count is not the letter's"},
                        {base::Plain("通知書には") + letter.persons + "人が載っています",
                         base::Plain("People on it: ") + letter.persons},
                        {"載っている人を数え直してください", "Count them again"});
  }
  return base::Done{};
}

}  // namespace

bool belongs(LetterKind letter, DeterminationKind kind) {
  switch (kind) {
    case DeterminationKind::acquisition:
      return letter == LetterKind::acquisition;
    case DeterminationKind::regular:
      return letter == LetterKind::regular;
    case DeterminationKind::revision:
    case DeterminationKind::childcare_end:
    case DeterminationKind::maternity_end:
    case DeterminationKind::insurer:
    case DeterminationKind::workplaces:
    case DeterminationKind::voluntary:
    case DeterminationKind::correction:
      return letter == LetterKind::revision;
  }
  return false;
}

Result<DecisionLetter> show_letter(Ledger& ledger, const notice::Acting& acting,
                                   const LetterOrder& order) {
  const auto work =
      [&](const notice::Permit<decision_letter_show>& permit) -> Result<DecisionLetter> {
    const RemunerationAccess access(permit.grant<of_letters>());
    const auto view = KENPO_TRY(ledger.database.read());
    return letter_of(view, access, permit.recorder(), order, ledger.gate.clock().now());
  };
  return ledger.gate.perform<decision_letter_show>(acting, work);
}

Result<IssuedLetter> issue_letter(Ledger& ledger, const notice::Acting& acting,
                                  const LetterOrder& order) {
  const auto work =
      [&](const notice::Permit<decision_letter_issue>& permit) -> Result<IssuedLetter> {
    const RemunerationAccess access(permit.grant<of_letters>());
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto now = ledger.gate.clock().now();
    const auto letter = KENPO_TRY(letter_of(transaction, access, permit.recorder(), order, now));
    if (letter.lines.empty()) {
      return letter_fault(
          {"通知書に載せる人がいません", "Nobody would stand on the letter"},
          {"この事業所には、この月の決定がありません", "No decision of the month is there"},
          {"種類と月を確かめてください", "Check kind and month"});
    }
    const auto newest = KENPO_TRY(list_letters(transaction, 0, 1));
    const auto* staff = std::get_if<base::StaffId>(&acting.actor);
    const IssuedLetter issued{.number = newest.empty() ? 1 : newest.front().number + 1,
                              .establishment = order.establishment,
                              .kind = order.kind,
                              .month = order.month,
                              .persons = static_cast<std::int64_t>(letter.lines.size()),
                              .issued_at = now,
                              .issued_by = staff == nullptr ? std::nullopt : std::optional(*staff)};
    KENPO_TRY(add(transaction, issued));
    KENPO_TRY(transaction.commit(permit.recorder()));
    return issued;
  };
  return ledger.gate.perform<decision_letter_issue>(acting, work);
}

Result<IssuedLetter> answer_letter(Ledger& ledger, const notice::Acting& acting,
                                   const LetterId& id, std::int64_t persons,
                                   LetterAnswer answer) {
  const auto work =
      [&](const notice::Permit<decision_letter_release>& permit) -> Result<IssuedLetter> {
    const RemunerationAccess access(permit.grant<of_letters>());
    auto transaction = KENPO_TRY(ledger.database.write());
    auto letter = *KENPO_TRY(issued_letter(transaction, access, permit.recorder(), id)).issued;
    KENPO_TRY(check_second_person(letter, acting, persons));
    letter.state = answer == LetterAnswer::release ? LetterState::released : LetterState::refused;
    letter.decided_at = ledger.gate.clock().now();
    letter.decided_by = std::get<base::StaffId>(acting.actor);
    KENPO_TRY(add_release(transaction, letter));
    KENPO_TRY(transaction.commit(permit.recorder()));
    return letter;
  };
  return ledger.gate.perform<decision_letter_release>(acting, work);
}

Result<DecisionLetter> show_issued_letter(Ledger& ledger, const notice::Acting& acting,
                                          const LetterId& id) {
  const auto work =
      [&](const notice::Permit<decision_letter_show>& permit) -> Result<DecisionLetter> {
    const RemunerationAccess access(permit.grant<of_letters>());
    const auto view = KENPO_TRY(ledger.database.read());
    return issued_letter(view, access, permit.recorder(), id);
  };
  return ledger.gate.perform<decision_letter_show>(acting, work);
}

Result<DecisionLetter> show_released_letter(Ledger& ledger, const notice::Acting& acting,
                                            const LetterId& id) {
  auto letter = KENPO_TRY(show_issued_letter(ledger, acting, id));
  if (letter.issued->state == LetterState::released) return letter;
  return letter_fault({"この通知書は承認されていません", "No second person has released the letter"},
                      {"用紙は、発行した人とは別の人が承認してから出します",
                       "The paper comes after another person has released it"},
                      {"別の人に「決定通知書」の画面で承認を求めてください",
                       "Ask another person to release it"});
}

Result<LetterPage> show_letters(Ledger& ledger, const notice::Acting& acting,
                                std::int64_t skipped) {
  const auto work = [&](const notice::Permit<decision_letter_show>& permit) -> Result<LetterPage> {
    const auto view = KENPO_TRY(ledger.database.read());
    LetterPage page;
    page.count = KENPO_TRY(count_letters(view));
    for (auto& letter : KENPO_TRY(list_letters(view, skipped, letters_of_a_page))) {
      if (permit.recorder().in_scope(letter.establishment)) page.letters.push_back(letter);
    }
    return page;
  };
  return ledger.gate.perform<decision_letter_show>(acting, work);
}

}  // namespace kenpo::remuneration
