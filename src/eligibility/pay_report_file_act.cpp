#include "eligibility/pay_report_file_act.h"

#include <algorithm>

#include "base/hash.h"
#include "eligibility/establishment_store.h"
#include "eligibility/intake_file_store.h"
#include "eligibility/pay_report_act.h"
#include "format/pay_report_csv/pay_report_csv.h"

namespace kenpo::eligibility {

namespace {

namespace reports = format::pay_report_csv;
using base::Result;

PayEntry entry_from(const reports::PayLine& line) {
  PayEntry entry;
  entry.symbol = line.symbol;
  entry.number = line.number;
  entry.known_born = line.born;
  auto& pay = entry.pay;
  pay.form = PayForm::pay_report;
  pay.on = line.first.first_day();
  constexpr int code_raised = 1;  // 昇降給区分
  constexpr int code_cut = 2;
  if (line.direction == reports::Direction::raised) pay.direction = code_raised;
  if (line.direction == reports::Direction::cut) pay.direction = code_cut;
  pay.part_time = yes_no(line.worker == reports::WorkerKind::part_time);
  pay.short_hours = yes_no(line.worker == reports::WorkerKind::short_hours);
  for (std::size_t at = 0; at < pay.months.size(); ++at) {
    if (!line.months[at]) continue;
    pay.months[at].base_days = line.months[at]->base_days;
    pay.months[at].pay = line.months[at]->pay;
  }
  pay.back_pay = line.back_pay;
  if (line.back_pay_month) pay.back_pay_month = line.back_pay_month->month();
  return entry;
}

Result<Establishment> establishment_on(const store::View& view, const notice::Recorder& recorder,
                                       const reports::PayLine& line, const base::Plain& file) {
  for (const auto& each : KENPO_TRY(list_establishments(view))) {
    if (each.symbol != line.symbol) continue;
    if (!recorder.in_scope(each.id)) return notice::out_of_scope_fault();
    return each;
  }
  return base::Fault{{"この記号の事業所がありません。", "No establishment has this symbol."},
                     {"記号は、当組合が事業所に付けた番号です。", "The symbol is the society's own."},
                     {"記号を確かめてください。事業所は「適用事業所」で登録します。",
                      "Check the symbol; establishments are registered on their own page."},
                     {.file = file, .line = line.line_number, .column = 0, .field = "記号"}};
}

/// All lines, or the faults of those that do not fit.
Result<> keep_all(store::Transaction& transaction, const MemberAccess& access,
                  const Establishment& establishment, const std::vector<reports::PayLine>& lines,
                  const base::Plain& file, base::Moment now) {
  base::Faults faults;
  for (const auto& line : lines) {
    auto kept = keep_pay_report(transaction, access, establishment, entry_from(line), now);
    if (kept.ok()) continue;
    for (auto& fault : std::move(kept).faults()) {
      fault.place = {.file = file, .line = line.line_number, .column = 0, .field = {}};
      faults.push_back(std::move(fault));
    }
    if (faults.size() >= base::faults_limit) break;
  }
  if (!faults.empty()) return faults;
  return base::Done{};
}

}  // namespace

Result<PayReports> take_in_pay_reports(Ledger& ledger, const notice::Acting& acting,
                                       std::string_view bytes, const base::Plain& file) {
  const auto work = [&](const notice::Permit<pay_report_intake>& permit) -> Result<PayReports> {
    const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
    const auto lines = KENPO_TRY(reports::read(bytes, file));
    const auto now = ledger.gate.clock().now();
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto establishment =
        KENPO_TRY(establishment_on(transaction, permit.recorder(), lines.front(), file));
    PayReports taken{.lines = static_cast<std::int64_t>(lines.size()),
                     .changes = std::ranges::count_if(lines, [](const reports::PayLine& line) {
                       return line.direction != reports::Direction::none;
                     })};
    const auto hash = base::sha256(bytes);
    if (KENPO_TRY(find_intake_file(transaction, hash))) {
      taken.already = true;
      return taken;
    }
    KENPO_TRY(keep_all(transaction, access, establishment, lines, file, now));
    KENPO_TRY(add(transaction,
                  IntakeFile{.sha256 = hash,
                             .case_id = acting.case_id.value_or(base::CaseId::draw()),
                             .establishment = establishment.id,
                             .taken_at = now,
                             .records = taken.lines}));
    KENPO_TRY(transaction.commit(permit.recorder()));
    return taken;
  };
  return ledger.gate.perform<pay_report_intake>(acting, work);
}

}  // namespace kenpo::eligibility
