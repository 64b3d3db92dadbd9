#include "remuneration/voluntary_standard_act.h"

#include <algorithm>
#include <unordered_map>

#include "eligibility/insured_period_store.h"
#include "eligibility/work_item_store.h"
#include "remuneration/manual_store.h"
#include "remuneration/remuneration_store.h"
#include "remuneration/voluntary_average_store.h"

namespace kenpo::remuneration {

namespace {

using base::Month;
using base::Result;
using base::Yen;
using eligibility::InsuredPeriod;
using eligibility::Ledger;
using eligibility::Status;

constexpr auto of_voluntary = notice::Purpose::standard_remuneration_determination;
constexpr int voluntary_april = 4;
constexpr int months_of_a_year = 12;

base::Fault voluntary_fault(base::Words what, base::Words why, base::Words mend) {
  return {std::move(what), std::move(why), std::move(mend), {}};
}

/// 健康保険法47条1項2号: the plain mean over everybody insured on the day.
Result<LedgerAverage> average_of_ledger(const store::View& view, const RemunerationAccess& access,
                                        base::Date on, AveragePopulation population) {
  std::unordered_map<eligibility::PeriodId, std::pair<Month, Yen>> insured;
  KENPO_TRY(eligibility::each_period(view, access, [&](const InsuredPeriod& period) {
    const bool counts = population == AveragePopulation::all || period.status != Status::special;
    if (counts && period.holds(on)) insured.try_emplace(period.id, Month(), Yen());
  }));
  KENPO_TRY(each_remuneration(view, access, on.in_month(), [&](const StandardRemuneration& one) {
    const auto at = insured.find(one.period);
    if (at == insured.end() || one.from < at->second.first) return;
    at->second = {one.from, one.standard};
  }));
  LedgerAverage average;
  Yen sum;
  for (const auto& [period, held] : insured) {
    if (held.second == Yen()) {
      ++average.without;
      continue;
    }
    sum += held.second;
    ++average.persons;
  }
  if (average.persons > 0) average.amount = (base::Share(sum) / average.persons).truncated();
  return average;
}

/// The standard in force in the month; none before the first.
std::optional<Yen> standard_of(const std::vector<StandardRemuneration>& decisions,
                               const eligibility::PeriodId& period, Month month) {
  std::optional<Yen> held;
  for (const auto& one : decisions) {
    if (one.period == period && one.from <= month) held = one.standard;
  }
  return held;
}

using Averages = std::array<std::optional<VoluntaryAverage>, 2>;

/// What the rule gives for the line, or why it gives none.
Result<> work_out(VoluntaryLine& line, base::Date lost_on, const Averages& averages) {
  const auto& average = averages[line.status == Status::special ? 1 : 0];
  if (!average) {
    line.refusal = "9月30日の平均が登録されていません";
    return base::Done{};
  }
  const auto charter = KENPO_TRY(voluntary_charter(line.from.first_day()));
  const auto decided = determine_voluntary_standard({.status = line.status,
                                                     .from = line.from,
                                                     .lost_on = lost_on,
                                                     .at_loss = line.at_loss,
                                                     .average = average->amount},
                                                    charter);
  if (!decided.ok()) {
    line.refusal = decided.faults().front().what.ja.text();
    return base::Done{};
  }
  line.grade = decided->value;
  line.lines = lines_of(decided->basis);
  return base::Done{};
}

/// The month in which the fiscal year decides about the period; none when it does not hold in it.
std::optional<Month> month_to_decide(const InsuredPeriod& period, int fiscal_year) {
  const auto begin = *Month::make(fiscal_year, voluntary_april);
  const auto from = std::max(begin, period.acquired.in_month());
  if (begin.plus(months_of_a_year - 1) < from) return std::nullopt;
  const auto last = period.lost ? period.lost->plus_days(-1) : from.last_day();
  if (last < std::max(from.first_day(), period.acquired)) return std::nullopt;
  return from;
}

Result<VoluntaryLine> line_of(const store::View& view, const RemunerationAccess& access,
                              const InsuredPeriod& period, Month from, const Averages& averages,
                              base::Moment now) {
  VoluntaryLine line{.person = period.person,
                     .period = period.id,
                     .establishment = period.establishment,
                     .status = period.status,
                     .acquired = period.acquired,
                     .from = from};
  const auto decisions = KENPO_TRY(remunerations_of(view, access, period.person, now));
  for (const auto& other : KENPO_TRY(eligibility::periods_of(view, access, period.person, now))) {
    if (other.status != Status::employed || other.lost != period.acquired) continue;
    line.at_loss = standard_of(decisions, other.id, period.acquired.plus_days(-1).in_month());
  }
  line.previous = standard_of(decisions, period.id, from.plus(-1));
  if (!line.previous) line.previous = line.at_loss;
  for (const auto& one : decisions) {
    if (one.period == period.id && one.from == from) line.standing = one.standard;
  }
  KENPO_TRY(work_out(line, period.acquired, averages));
  return line;
}

/// Everybody of the fiscal year in scope: those to be decided first, then by month.
Result<std::vector<VoluntaryLine>> lines_in(const store::View& view,
                                            const RemunerationAccess& access,
                                            const notice::Recorder& recorder, int fiscal_year,
                                            base::Moment now) {
  const int year = average_day(*Month::make(fiscal_year, voluntary_april)).year();
  const Averages averages{KENPO_TRY(find_average(view, year, AveragePopulation::all)),
                          KENPO_TRY(find_average(view, year, AveragePopulation::without_special))};
  std::vector<VoluntaryLine> lines;
  for (const auto status : {Status::voluntary, Status::special}) {
    for (const auto& period : KENPO_TRY(eligibility::periods_with(view, access, status))) {
      if (!recorder.in_scope(period.establishment)) continue;
      const auto from = month_to_decide(period, fiscal_year);
      if (!from) continue;
      lines.push_back(KENPO_TRY(line_of(view, access, period, *from, averages, now)));
    }
  }
  std::ranges::sort(lines, {}, [](const VoluntaryLine& line) {
    return std::tuple(line.standing.has_value(), line.grade.has_value(), line.from, line.period);
  });
  return lines;
}

bool can_be_decided(const VoluntaryLine& line) { return !line.standing && line.grade; }

Result<> put_voluntary(store::Transaction& transaction, const RemunerationAccess& access,
                       const VoluntaryLine& line, std::optional<base::StaffId> staff,
                       base::Moment now) {
  const ManualDetermination manual{.person = line.person,
                                   .period = line.period,
                                   .establishment = line.establishment,
                                   .kind = ManualKind::voluntary,
                                   .state = ManualState::confirmed,
                                   .from = line.from,
                                   .monthly = line.grade->standard,
                                   .standard = line.grade->standard,
                                   .grade = line.grade->number,
                                   .previous_standard = line.previous.value_or(Yen()),
                                   .reason = "年度の一括決定",
                                   .lines = line.lines,
                                   .proposed_at = now,
                                   .proposed_by = staff,
                                   .decided_at = now,
                                   .decided_by = staff};
  const auto source = eligibility::NotifiedPayId::parse(manual.id.text());
  KENPO_REQUIRE(source.has_value());
  KENPO_TRY(put(transaction, access,
                StandardRemuneration{.person = line.person,
                                     .period = line.period,
                                     .kind = DeterminationKind::voluntary,
                                     .from = line.from,
                                     .monthly = line.grade->standard,
                                     .standard = line.grade->standard,
                                     .grade = line.grade->number,
                                     .source = *source},
                now));
  KENPO_TRY(put_basis(transaction, access, line.person, source->text(), line.lines));
  // The entry, or the month's work, has asked for it.
  KENPO_TRY(eligibility::settle(transaction, line.person, eligibility::WorkKind::not_determined,
                                now, voluntary_standard_decide.japanese));
  return add(transaction, access, manual);
}

Result<> check_entered(const AverageOrder& order) {
  if (!order.entered) return base::Done{};
  if (*order.entered > Yen() && !order.basis.empty() &&
      order.basis.size() <= average_basis_limit_characters * 4) {
    return base::Done{};
  }
  return voluntary_fault(
      {"平均額とその根拠が必要です", "The average and its basis are needed"},
      {"台帳によらない平均は、何によるかを残します", "What it comes from is kept"},
      {"平均額と、もとの資料(統計表など)を入力してください", "Enter both"});
}

base::Fault not_yet(base::Date on) {
  return voluntary_fault({"まだ平均を登録できません", "The average is not known yet"},
                         {base::Plain(on) + "の平均です", "It is that of " + base::Plain(on)},
                         {"その日を過ぎてから登録してください", "Register it after that day"});
}

Result<> check_ledger(const LedgerAverage& average) {
  if (average.persons > 0 && average.without == 0) return base::Done{};
  return voluntary_fault(
      {"台帳から平均を計算できません", "The ledger does not give the average"},
      {base::Plain("その日の被保険者は") + (average.persons + average.without) +
           "人、標準報酬月額のない人は" + average.without + "人です",
       base::Plain("Insured on the day: ") + (average.persons + average.without) +
           "; without a standard: " + average.without},
      {"標準報酬月額を登録するか、平均額を根拠とともに入力してください",
       "Register the standards, or enter the average with its basis"});
}

}  // namespace

Result<VoluntaryRound> show_voluntary_round(Ledger& ledger, const notice::Acting& acting,
                                            int fiscal_year, std::int64_t skipped) {
  const auto work =
      [&](const notice::Permit<voluntary_standard_show>& permit) -> Result<VoluntaryRound> {
    const RemunerationAccess access(permit.grant<of_voluntary>());
    const auto view = KENPO_TRY(ledger.database.read());
    const auto now = ledger.gate.clock().now();
    const auto on = average_day(*Month::make(fiscal_year, voluntary_april));
    VoluntaryRound round;
    round.fiscal_year = fiscal_year;
    const std::array populations{AveragePopulation::all, AveragePopulation::without_special};
    for (std::size_t at = 0; at < populations.size(); ++at) {
      round.averages[at] = {populations[at],
                            KENPO_TRY(average_of_ledger(view, access, on, populations[at])),
                            KENPO_TRY(find_average(view, on.year(), populations[at]))};
    }
    auto lines = KENPO_TRY(lines_in(view, access, permit.recorder(), fiscal_year, now));
    round.count = static_cast<std::int64_t>(lines.size());
    round.pending = std::ranges::count_if(lines, can_be_decided);
    round.left = std::ranges::count_if(
        lines, [](const VoluntaryLine& line) { return !line.standing && !line.grade; });
    const auto first = std::min(round.count, skipped);
    const auto last = std::min(round.count, first + voluntary_of_a_page);
    for (auto at = first; at < last; ++at) {
      auto& line = lines[static_cast<std::size_t>(at)];
      line.insured =
          KENPO_TRY(eligibility::insured_name(view, access, line.person, line.period, now));
      round.lines.push_back(std::move(line));
    }
    return round;
  };
  return ledger.gate.perform<voluntary_standard_show>(acting, work);
}

Result<VoluntaryAverage> enter_average(Ledger& ledger, const notice::Acting& acting,
                                       const AverageOrder& order) {
  KENPO_TRY(check_entered(order));
  const auto work =
      [&](const notice::Permit<voluntary_average_enter>& permit) -> Result<VoluntaryAverage> {
    const RemunerationAccess access(permit.grant<of_voluntary>());
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto on = average_day(*Month::make(order.year + 1, voluntary_april));
    if (ledger.gate.clock().now().day() < on) return not_yet(on);
    const auto* staff = std::get_if<base::StaffId>(&acting.actor);
    VoluntaryAverage average{
        .year = order.year,
        .population = order.population,
        .amount = order.entered.value_or(Yen()),
        .origin = order.entered ? AverageOrigin::entered : AverageOrigin::ledger,
        .basis = order.entered ? order.basis : std::string(),
        .decided_at = ledger.gate.clock().now(),
        .decided_by = staff == nullptr ? std::nullopt : std::optional(*staff)};
    if (!order.entered) {
      const auto found = KENPO_TRY(average_of_ledger(transaction, access, on, order.population));
      KENPO_TRY(check_ledger(found));
      average.amount = found.amount;
      average.persons = found.persons;
    }
    KENPO_TRY(add(transaction, average));
    KENPO_TRY(transaction.commit(permit.recorder()));
    return average;
  };
  return ledger.gate.perform<voluntary_average_enter>(acting, work);
}

Result<VoluntaryDecided> decide_voluntary_round(Ledger& ledger, const notice::Acting& acting,
                                                int fiscal_year) {
  const auto work =
      [&](const notice::Permit<voluntary_standard_decide>& permit) -> Result<VoluntaryDecided> {
    const RemunerationAccess access(permit.grant<of_voluntary>());
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto now = ledger.gate.clock().now();
    const auto* staff = std::get_if<base::StaffId>(&acting.actor);
    VoluntaryDecided done;
    for (const auto& line :
         KENPO_TRY(lines_in(transaction, access, permit.recorder(), fiscal_year, now))) {
      if (line.standing) continue;
      if (!can_be_decided(line) || done.decided == voluntary_chunk) {
        ++done.left;
        continue;
      }
      KENPO_TRY(put_voluntary(transaction, access, line,
                              staff == nullptr ? std::nullopt : std::optional(*staff), now));
      ++done.decided;
    }
    if (done.decided > 0) KENPO_TRY(transaction.commit(permit.recorder()));
    return done;
  };
  return ledger.gate.perform<voluntary_standard_decide>(acting, work);
}

// 健康保険法47条・附則3条5項
Result<VoluntaryProposed> propose_voluntary_round(Ledger& ledger, const notice::Acting& acting,
                                                  int fiscal_year) {
  const auto work =
      [&](const notice::Permit<voluntary_standard_propose>& permit) -> Result<VoluntaryProposed> {
    const RemunerationAccess access(permit.grant<of_voluntary>());
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto now = ledger.gate.clock().now();
    constexpr auto kind = eligibility::WorkKind::not_determined;
    constexpr int proposal_days = 10;
    VoluntaryProposed done;
    for (const auto& line :
         KENPO_TRY(lines_in(transaction, access, permit.recorder(), fiscal_year, now))) {
      if (line.standing) continue;
      ++done.waiting;
      if (KENPO_TRY(eligibility::has_open_item(transaction, line.person, kind, line.from))) {
        continue;
      }
      KENPO_TRY(eligibility::add(transaction, {.kind = kind,
                                               .person = line.person,
                                               .establishment = line.establishment,
                                               .case_id = base::CaseId::draw(),
                                               .month = line.from,
                                               .due = now.day().plus_days(proposal_days),
                                               .opened_at = now}));
      ++done.opened;
    }
    if (done.opened > 0) KENPO_TRY(transaction.commit(permit.recorder()));
    return done;
  };
  return ledger.gate.perform<voluntary_standard_propose>(acting, work);
}

}  // namespace kenpo::remuneration
