#include "remuneration/manual_act.h"

#include <algorithm>

#include "eligibility/establishment_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/work_item_store.h"
#include "remuneration/manual_store.h"
#include "remuneration/needless_regular_act.h"
#include "remuneration/remuneration_store.h"
#include "remuneration/workplace_pay_store.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using eligibility::InsuredPeriod;
using eligibility::Ledger;

constexpr auto of_remuneration = notice::Purpose::standard_remuneration_determination;

base::Fault manual_refused(base::Words what, base::Words why, base::Words mend) {
  return {std::move(what), std::move(why), std::move(mend), {}};
}

std::optional<base::StaffId> acting_staff(const notice::Acting& acting) {
  const auto* staff = std::get_if<base::StaffId>(&acting.actor);
  return staff == nullptr ? std::nullopt : std::optional(*staff);
}

Result<> check_manual_reason(const std::string& reason) {
  constexpr unsigned goes_on = 0xC0;
  constexpr unsigned going_on = 0x80;
  const auto characters = std::ranges::count_if(
      reason, [](char byte) { return (static_cast<unsigned char>(byte) & goes_on) != going_on; });
  if (0 < characters && characters <= static_cast<std::int64_t>(manual_reason_limit_characters)) {
    return base::Done{};
  }
  return manual_refused(
      {"理由が必要です", "A reason is needed"},
      {base::Plain("理由は") + manual_reason_limit_characters + "文字までで書きます",
       base::Plain("Of at most ") + manual_reason_limit_characters + " characters"},
      {"もとになった申出書や書類を書いてください", "Say from which paper"});
}

/// The period of the order with its decisions, when the handler may handle it.
struct Held {
  InsuredPeriod period;
  std::vector<StandardRemuneration> decisions;
};
Result<Held> held_of(const store::View& view, const RemunerationAccess& access,
                     const notice::Recorder& recorder, const ManualOrder& order, base::Moment now) {
  const auto periods = KENPO_TRY(eligibility::periods_of(view, access, order.person, now));
  const auto found = std::ranges::find(periods, order.period, &InsuredPeriod::id);
  if (found == periods.end() || !recorder.in_scope(found->establishment)) {
    return notice::out_of_scope_fault();
  }
  Held held{*found, {}};
  for (auto& one : KENPO_TRY(remunerations_of(view, access, order.person, now))) {
    if (one.period == order.period) held.decisions.push_back(std::move(one));
  }
  return held;
}

/// 施行令47条: each employer is billed its part, so each is on the list of establishments.
Result<std::vector<PaidAt>> workplaces_of(const store::View& view, const InsuredPeriod& period,
                                          const WorkplacesInput& input) {
  std::vector<PaidAt> places{{std::nullopt, input.own}};
  const auto known = KENPO_TRY(eligibility::list_establishments(view));
  for (const auto& other : input.others) {
    const auto found = std::ranges::find(known, other.symbol, &eligibility::Establishment::symbol);
    if (found == known.end()) {
      return manual_refused(
          {"ほかの事業所の記号が適用事業所の一覧にありません",
           "Another workplace is not on the list of establishments"},
          {"保険料は各事業所に請求します（健康保険法161条4項・施行令47条）。"
           "選択していない保険者の事業所も登録しておきます",
           "Each employer is billed its part, also one of another insurer"},
          {"「適用事業所」で登録してから入力してください", "Register the establishment first"});
    }
    const bool twice = found->id == period.establishment ||
                       std::ranges::find(places, found->id, &PaidAt::establishment) != places.end();
    if (twice) {
      return manual_refused({"同じ事業所が二度入力されています", "A workplace stands twice"}, {},
                            {"一つの事業所の報酬月額は合計して入力してください",
                             "Enter the sum of what one establishment pays"});
    }
    places.push_back({found->id, other.monthly});
  }
  return places;
}

Result<ManualDetermination> determination_from(const store::View& view, const Held& held,
                                               const ManualOrder& order, base::Moment now) {
  const auto decision = KENPO_TRY(decide_manual(held.period, held.decisions, order.input));
  const auto& made = decision.value;
  std::vector<PaidAt> workplaces;
  if (const auto* input = std::get_if<WorkplacesInput>(&order.input)) {
    workplaces = KENPO_TRY(workplaces_of(view, held.period, *input));
  }
  if (const auto* input = std::get_if<WorkplacesRevisionInput>(&order.input)) {
    workplaces = KENPO_TRY(workplaces_of(view, held.period, with_changed(*input)));
  }
  return ManualDetermination{.person = order.person,
                             .period = order.period,
                             .establishment = held.period.establishment,
                             .kind = order.kind,
                             .from = made.from,
                             .monthly = made.monthly,
                             .standard = made.grade.standard,
                             .grade = made.grade.number,
                             .previous_standard = made.previous_standard.value_or(base::Yen()),
                             .reason = order.reason,
                             .workplaces = std::move(workplaces),
                             .lines = lines_of(decision.basis),
                             .proposed_at = now};
}

/// Kinds that are a revision, after which the year has no regular determination (art 41(3)).
bool is_a_revision(ManualKind kind) {
  return kind != ManualKind::annual_regular && kind != ManualKind::insurer &&
         kind != ManualKind::workplaces;
}

Result<> put_into_ledger(store::Transaction& transaction, const RemunerationAccess& access,
                         const ManualDetermination& manual, base::Moment now) {
  const auto source = eligibility::NotifiedPayId::parse(manual.id.text());
  KENPO_REQUIRE(source.has_value());
  const StandardRemuneration decision{.person = manual.person,
                                      .period = manual.period,
                                      .kind = determination_of(manual.kind),
                                      .from = manual.from,
                                      .monthly = manual.monthly,
                                      .standard = manual.standard,
                                      .grade = manual.grade,
                                      .source = *source};
  if (is_a_revision(manual.kind)) {
    KENPO_TRY(end_needless_regular(transaction, access, decision, now));
  }
  KENPO_TRY(put(transaction, access, decision, now));
  if (manual.kind == ManualKind::revision || manual.kind == ManualKind::workplaces_revision) {
    KENPO_TRY(eligibility::settle(transaction, manual.person,
                                  eligibility::WorkKind::revision_candidate, now,
                                  remuneration_manual_decide.japanese));
  }
  if (manual.kind == ManualKind::workplaces || manual.kind == ManualKind::workplaces_revision) {
    KENPO_TRY(eligibility::settle(transaction, manual.person,
                                  eligibility::WorkKind::two_workplaces, now,
                                  remuneration_manual_decide.japanese));
  }
  return put_basis(transaction, access, manual.person, manual.id.text(), manual.lines);
}

Result<> check_not_open(const store::View& view, const ManualAccess& access,
                        const ManualDetermination& manual) {
  for (const auto& one : KENPO_TRY(manual_of(view, access, manual.person))) {
    if (one.state != ManualState::open || one.period != manual.period) continue;
    if (one.from != manual.from) continue;
    return manual_refused({"同じ月の決定が決裁を待っています", "One for the same month is waiting"},
                          {}, {"先にその決裁を終えてください", "Decide on that one first"});
  }
  return base::Done{};
}

/// The standard that it was compared with must still be in force.
Result<> check_still_right(const store::View& view, const RemunerationAccess& access,
                           const ManualDetermination& manual, base::Moment now) {
  const StandardRemuneration* before = nullptr;
  const auto all = KENPO_TRY(remunerations_of(view, access, manual.person, now));
  for (const auto& one : all) {
    if (one.period == manual.period && one.from < manual.from) before = &one;
  }
  const auto standard = before == nullptr ? base::Yen() : before->standard;
  if (standard == manual.previous_standard) return base::Done{};
  return manual_refused({"従前の標準報酬月額が変わりました", "The present standard has changed"},
                        {"入力のあとに、前の月の標準報酬月額が決定し直されています",
                         "It was decided anew since this was entered"},
                        {"この決定を却下し、入力し直してください", "Refuse it and enter it again"});
}

}  // namespace

Result<ManualGround> show_manual_ground(Ledger& ledger, const notice::Acting& acting,
                                        const base::PersonId& person) {
  const auto work =
      [&](const notice::Permit<remuneration_manual_show>& permit) -> Result<ManualGround> {
    const RemunerationAccess access(permit.grant<of_remuneration>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto now = ledger.gate.clock().now();
    ManualGround ground;
    for (auto& period : KENPO_TRY(eligibility::periods_of(view, access, person, now))) {
      if (!permit.recorder().in_scope(period.establishment)) continue;
      ground.periods.push_back(std::move(period));
    }
    if (ground.periods.empty()) return notice::out_of_scope_fault();
    ground.insured =
        KENPO_TRY(eligibility::insured_name(view, access, person, ground.periods.back().id, now));
    for (auto& one : KENPO_TRY(remunerations_of(view, access, person, now))) {
      if (std::ranges::find(ground.periods, one.period, &InsuredPeriod::id) ==
          ground.periods.end()) {
        continue;
      }
      ground.decisions.push_back(std::move(one));
    }
    ground.entered = KENPO_TRY(manual_of(view, access, person));
    return ground;
  };
  return ledger.gate.perform<remuneration_manual_show>(acting, work);
}

Result<std::optional<int>> grade_of(base::Date on, base::Yen standard) {
  const auto found = KENPO_TRY(grade_of_standard(on, standard));
  return found ? std::optional(found->number) : std::nullopt;
}

Result<int> attachment_grades_on(base::Date on) { return attachment_grades(on); }

Result<ManualDetermination> preview_manual(Ledger& ledger, const notice::Acting& acting,
                                           const ManualOrder& order) {
  const auto work =
      [&](const notice::Permit<remuneration_manual_show>& permit) -> Result<ManualDetermination> {
    const RemunerationAccess access(permit.grant<of_remuneration>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto now = ledger.gate.clock().now();
    const auto held = KENPO_TRY(held_of(view, access, permit.recorder(), order, now));
    return determination_from(view, held, order, now);
  };
  return ledger.gate.perform<remuneration_manual_show>(acting, work);
}

Result<ManualDetermination> enter_manual(Ledger& ledger, const notice::Acting& acting,
                                         const ManualOrder& order) {
  KENPO_TRY(check_manual_reason(order.reason));
  const auto work =
      [&](const notice::Permit<remuneration_manual_enter>& permit) -> Result<ManualDetermination> {
    const RemunerationAccess access(permit.grant<of_remuneration>());
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto now = ledger.gate.clock().now();
    const auto held = KENPO_TRY(held_of(transaction, access, permit.recorder(), order, now));
    auto manual = KENPO_TRY(determination_from(transaction, held, order, now));
    manual.proposed_by = acting_staff(acting);
    KENPO_TRY(check_not_open(transaction, access, manual));
    if (!KENPO_TRY(second_person_needed(now.day()))) {
      manual.state = ManualState::confirmed;
      manual.decided_at = now;
      manual.decided_by = manual.proposed_by;
      KENPO_TRY(put_into_ledger(transaction, access, manual, now));
    }
    KENPO_TRY(add(transaction, access, manual));
    if (!manual.workplaces.empty()) {
      const auto source = eligibility::NotifiedPayId::parse(manual.id.text());
      KENPO_REQUIRE(source.has_value());
      KENPO_TRY(add(transaction, access, manual.person, {*source, manual.workplaces}));
    }
    KENPO_TRY(transaction.commit(permit.recorder()));
    return manual;
  };
  return ledger.gate.perform<remuneration_manual_enter>(acting, work);
}

Result<ManualDetermination> decide_on_manual(Ledger& ledger, const notice::Acting& acting,
                                             const ManualId& id, ManualAnswer answer) {
  const auto work =
      [&](const notice::Permit<remuneration_manual_decide>& permit) -> Result<ManualDetermination> {
    const RemunerationAccess access(permit.grant<of_remuneration>());
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto now = ledger.gate.clock().now();
    auto manual = KENPO_TRY(find_manual(transaction, access, id));
    if (!manual || !permit.recorder().in_scope(manual->establishment)) {
      return notice::out_of_scope_fault();
    }
    if (manual->state != ManualState::open) {
      return manual_refused({"この決定は決裁済みです", "It was decided before"}, {},
                            {"一覧を開き直してください", "Open the list again"});
    }
    if (manual->proposed_by == acting_staff(acting)) {
      return manual_refused(
          {"入力した人は決裁できません", "Whoever entered it does not decide"},
          {"標準報酬の個別の決定は、入力した人とは別の人が決裁します", "A second person decides"},
          {"ほかの担当者に決裁を頼んでください", "Ask a colleague"});
    }
    if (answer == ManualAnswer::confirm) {
      KENPO_TRY(check_still_right(transaction, access, *manual, now));
      KENPO_TRY(put_into_ledger(transaction, access, *manual, now));
    }
    manual->state = answer == ManualAnswer::confirm ? ManualState::confirmed : ManualState::refused;
    manual->decided_at = now;
    manual->decided_by = acting_staff(acting);
    KENPO_TRY(move_on(transaction, access, *manual));
    KENPO_TRY(transaction.commit(permit.recorder()));
    return std::move(*manual);
  };
  return ledger.gate.perform<remuneration_manual_decide>(acting, work);
}

Result<ManualPage> show_manuals(Ledger& ledger, const notice::Acting& acting, ManualState state,
                                std::int64_t skipped) {
  const auto work =
      [&](const notice::Permit<remuneration_manual_show>& permit) -> Result<ManualPage> {
    const RemunerationAccess access(permit.grant<of_remuneration>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto now = ledger.gate.clock().now();
    ManualPage page;
    page.count = KENPO_TRY(count_manual(view, access, state));
    for (auto& one : KENPO_TRY(list_manual(view, access, state, skipped, manual_of_a_page))) {
      if (!permit.recorder().in_scope(one.establishment)) continue;
      auto insured =
          KENPO_TRY(eligibility::insured_name(view, access, one.person, one.period, now));
      page.entries.push_back({std::move(one), std::move(insured)});
    }
    return page;
  };
  return ledger.gate.perform<remuneration_manual_show>(acting, work);
}

Result<NamedManual> show_manual(Ledger& ledger, const notice::Acting& acting, const ManualId& id) {
  const auto work =
      [&](const notice::Permit<remuneration_manual_show>& permit) -> Result<NamedManual> {
    const RemunerationAccess access(permit.grant<of_remuneration>());
    const auto view = KENPO_TRY(ledger.database.read());
    auto manual = KENPO_TRY(find_manual(view, access, id));
    if (!manual || !permit.recorder().in_scope(manual->establishment)) {
      return notice::out_of_scope_fault();
    }
    auto insured = KENPO_TRY(eligibility::insured_name(view, access, manual->person, manual->period,
                                                       ledger.gate.clock().now()));
    return NamedManual{std::move(*manual), std::move(insured)};
  };
  return ledger.gate.perform<remuneration_manual_show>(acting, work);
}

}  // namespace kenpo::remuneration
