#include "benefit/high_cost_store.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/tsv.h"

namespace kenpo::benefit {

namespace of_results {

using base::Result;
using base::Yen;
using ResultRecord = store::Record<high_cost_result_table>;
using AwardRecord = store::Record<high_cost_award_table>;
using StepRecord = store::Record<high_cost_award_step_table>;

constexpr char cell_end = '\x1F';  // unit separator: stands in no text of ours
constexpr std::size_t cells_of_a_unit = 12;  // and one for the kind of care, since 0.5.0

std::string units_text(const std::vector<UnitRecord>& units) {
  std::string text;
  for (const auto& each : units) {
    const auto& unit = each.unit;
    text += std::string(each.person.text()) + cell_end + each.institution + cell_end +
            each.institution_name + cell_end + std::to_string(each.receipts) + cell_end +
            std::to_string(unit.person) + cell_end +
            std::to_string(static_cast<int>(unit.setting));
    for (const auto amount : {unit.cost, unit.share, unit.in_kind, unit.burden, unit.paid,
                              unit.judged}) {
      text += cell_end + std::to_string(amount.amount());
    }
    if (unit.care != Care::ordinary) {
      text += cell_end + std::to_string(static_cast<int>(unit.care));
    }
    text += '\n';
  }
  return text;
}

std::int64_t number_in(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::vector<UnitRecord> units_in(std::string_view text) {
  std::vector<UnitRecord> units;
  for (const auto line : base::lines_of(text)) {
    const auto cells = base::cells_of(line, cell_end);
    if (cells.size() < cells_of_a_unit) continue;
    const bool other_care = cells.size() > cells_of_a_unit;
    const auto person = base::PersonId::parse(cells[0]);
    if (!person) continue;
    const auto yen = [&](std::size_t at) { return Yen(number_in(cells[at])); };
    units.push_back(
        {.person = *person,
         .institution = std::string(cells[1]),
         .institution_name = std::string(cells[2]),
         .receipts = static_cast<int>(number_in(cells[3])),
         .unit = {.person = static_cast<int>(number_in(cells[4])),
                  .setting = static_cast<Setting>(number_in(cells[5])),
                  .cost = yen(6),
                  .share = yen(7),
                  .in_kind = yen(8),
                  .burden = yen(9),
                  .paid = yen(10),
                  .judged = yen(11),
                  .care = other_care ? static_cast<Care>(number_in(cells[12])) : Care::ordinary}});
  }
  return units;
}

HighCostResult result_from(const ResultRecord& record) {
  return {.id = record.get<ResultId>("result"),
          .insured = record.subject(),
          .establishment = record.get<base::EstablishmentId>("establishment"),
          .month = record.times().valid_from.in_month(),
          .benefit = {.high_cost = record.get<Yen>("high_cost"),
                      .in_kind = record.get<Yen>("in_kind"),
                      .insured_addition = record.get<Yen>("insured_addition"),
                      .family_addition = record.get<Yen>("family_addition"),
                      .combined_addition = record.get<Yen>("combined_addition"),
                      .nursing_addition =
                          record.get<std::optional<Yen>>("nursing_addition").value_or(Yen()),
                      .counts_as_frequent = record.get<int>("counts") != 0},
          .of = record.get<certificate::LimitClass>("of"),
          .frequent = record.get<Frequent>("frequent"),
          .doubts = static_cast<Doubts>(record.get<int>("doubts")),
          .cause = record.get<ComputedFor>("cause"),
          .units = units_in(record.get<std::string>("units")),
          .computed_at = record.times().decided_at};
}

Award award_from(const AwardRecord& record) {
  return {.id = record.get<AwardId>("award"),
          .insured = record.subject(),
          .establishment = record.get<base::EstablishmentId>("establishment"),
          .kind = record.get<std::optional<AwardKind>>("kind").value_or(AwardKind::month),
          .month = record.get<base::Month>("month"),
          .result = record.get<ResultId>("result"),
          .amounts = {.high_cost = record.get<Yen>("high_cost"),
                      .insured_addition = record.get<Yen>("insured_addition"),
                      .family_addition = record.get<Yen>("family_addition"),
                      .combined_addition = record.get<Yen>("combined_addition"),
                      .nursing_addition =
                          record.get<std::optional<Yen>>("nursing_addition").value_or(Yen()),
                      .outpatient_year =
                          record.get<std::optional<Yen>>("outpatient_year").value_or(Yen())},
          .made_at = record.get<base::Moment>("made_at"),
          .base_day = record.get<std::optional<base::Date>>("base_day")};
}

AwardEvent event_from(const StepRecord& record) {
  return {.step = record.get<AwardStep>("step"),
          .on = record.get<base::Date>("on_day"),
          .at = record.get<base::Moment>("at"),
          .by = record.get<std::optional<base::StaffId>>("by_staff"),
          .reason = record.get<std::string>("reason")};
}

Result<std::vector<Award>> with_steps(const store::View& view, const AwardAccess& access,
                                      std::vector<Award> awards) {
  for (auto& award : awards) {
    award.events = KENPO_TRY(store::list<high_cost_award_step_table>(
        view, access, {"award = $1", "ORDER BY row_id"}, {award.id}, event_from));
  }
  return awards;
}

}  // namespace of_results

using namespace of_results;

Result<> put(store::Transaction& transaction, const ResultAccess& access,
             const HighCostResult& result, const std::vector<BasisPart>& basis,
             base::Moment now) {
  // Asked for the person alone: asked for the month as well, the engine reads everybody's of it.
  const auto standing = KENPO_TRY(store::list<high_cost_result_table>(
      transaction, access, {"subject_id = $1 AND withdrawn_at = $2"},
      {result.insured, store::not_withdrawn}, [](const ResultRecord& record) {
        return std::pair(record.row(), record.times().valid_from.in_month());
      }));
  for (const auto& [row, month] : standing) {
    if (month != result.month) continue;
    KENPO_TRY(store::withdraw<high_cost_result_table>(transaction, access, row, now));
  }
  const auto& benefit = result.benefit;
  store::Draft<high_cost_result_table> draft(
      result.insured, store::Times{.valid_from = result.month.first_day(),
                                   .valid_to = result.month.last_day(),
                                   .decided_at = now});
  draft.set("result", result.id)
      .set("establishment", result.establishment)
      .set("high_cost", benefit.high_cost)
      .set("in_kind", benefit.in_kind)
      .set("insured_addition", benefit.insured_addition)
      .set("family_addition", benefit.family_addition)
      .set("combined_addition", benefit.combined_addition)
      .set("counts", benefit.counts_as_frequent ? 1 : 0)
      .set("doubts", static_cast<int>(result.doubts))
      .set("cause", result.cause)
      .set("of", result.of)
      .set("frequent", result.frequent)
      .set("nursing_addition", std::optional(benefit.nursing_addition))
      .set("units", units_text(result.units));
  KENPO_TRY(store::insert<high_cost_result_table>(transaction, access, draft));
  return put_basis(transaction, access, result.insured, result.id, basis);
}

Result<> put_basis(store::Transaction& transaction, const ResultAccess& access,
                   const base::PersonId& insured, const ResultId& result,
                   const std::vector<BasisPart>& basis) {
  int part = 0;
  for (const auto& each : basis) {
    store::Draft<high_cost_basis_table> lines(insured);
    lines.set("result", result)
        .set("part", part++)
        .set("heading", each.heading)
        .set("basis", remuneration::encode_basis(each.lines));
    KENPO_TRY(store::insert<high_cost_basis_table>(transaction, access, lines));
  }
  return base::Done{};
}

Result<std::vector<HighCostResult>> results_of(const store::View& view, const ResultAccess& access,
                                               const base::PersonId& insured) {
  return store::list<high_cost_result_table>(
      view, access, {"subject_id = $1 AND withdrawn_at = $2", "ORDER BY valid_from"},
      {insured, store::not_withdrawn}, result_from);
}

Result<std::vector<HighCostResult>> history_of(const store::View& view, const ResultAccess& access,
                                               const base::PersonId& insured, base::Month month) {
  auto results = KENPO_TRY(store::list<high_cost_result_table>(
      view, access, {"subject_id = $1", "ORDER BY decided_at DESC, row_id DESC"}, {insured},
      result_from));
  std::erase_if(results, [&](const HighCostResult& each) { return each.month != month; });
  return results;
}

Result<std::unordered_map<base::PersonId, Doubts>> doubts_in(const store::View& view,
                                                             const ResultAccess& access,
                                                             base::Month month) {
  std::unordered_map<base::PersonId, Doubts> doubts;
  KENPO_TRY(store::each<high_cost_result_table>(
      view, access, {"valid_from = $1 AND withdrawn_at = $2 AND doubts > 0"},
      {month.first_day(), store::not_withdrawn}, [&](const ResultRecord& record) {
        doubts.insert_or_assign(record.subject(), static_cast<Doubts>(record.get<int>("doubts")));
      }));
  return doubts;
}

Result<std::vector<base::Month>> frequent_months_of(const store::View& view,
                                                    const ResultAccess& access,
                                                    const base::PersonId& insured) {
  return store::list<high_cost_result_table>(
      view, access,
      {"subject_id = $1 AND withdrawn_at = $2 AND counts = $3", "ORDER BY valid_from"},
      {insured, store::not_withdrawn, 1},
      [](const ResultRecord& record) { return record.times().valid_from.in_month(); });
}

Result<std::vector<BasisPart>> basis_of(const store::View& view, const ResultAccess& access,
                                        const ResultId& result) {
  return store::list<high_cost_basis_table>(
      view, access, {"result = $1", "ORDER BY part"}, {result},
      [](const store::Record<high_cost_basis_table>& record) {
        return BasisPart{record.get<std::string>("heading"),
                         remuneration::decode_basis(record.get<std::string>("basis"))};
      });
}

Result<> put(store::Transaction& transaction, const AwardAccess& access, const Award& award) {
  store::Draft<high_cost_award_table> draft(award.insured);
  draft.set("award", award.id)
      .set("establishment", award.establishment)
      .set("month", award.month)
      .set("result", award.result)
      .set("high_cost", award.amounts.high_cost)
      .set("insured_addition", award.amounts.insured_addition)
      .set("family_addition", award.amounts.family_addition)
      .set("combined_addition", award.amounts.combined_addition)
      .set("made_at", award.made_at)
      .set("kind", std::optional(award.kind))
      .set("nursing_addition", std::optional(award.amounts.nursing_addition))
      .set("outpatient_year", std::optional(award.amounts.outpatient_year))
      .set("base_day", award.base_day);
  KENPO_TRY(store::insert<high_cost_award_table>(transaction, access, draft));
  return base::Done{};
}

Result<> put(store::Transaction& transaction, const AwardAccess& access, const Award& award,
             const AwardEvent& event) {
  store::Draft<high_cost_award_step_table> draft(award.insured);
  draft.set("award", award.id)
      .set("month", award.month)
      .set("step", event.step)
      .set("on_day", event.on)
      .set("at", event.at)
      .set("by_staff", event.by)
      .set("reason", event.reason);
  KENPO_TRY(store::insert<high_cost_award_step_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<Award>> awards_of(const store::View& view, const AwardAccess& access,
                                     const base::PersonId& insured) {
  auto awards = KENPO_TRY(store::list<high_cost_award_table>(
      view, access, {"subject_id = $1", "ORDER BY made_at, row_id"}, {insured}, award_from));
  return with_steps(view, access, std::move(awards));
}

Result<std::vector<Award>> awards_in(const store::View& view, const AwardAccess& access,
                                     base::Month month) {
  auto awards = KENPO_TRY(store::list<high_cost_award_table>(
      view, access, {"month = $1", "ORDER BY row_id"}, {month}, award_from));
  std::unordered_map<AwardId, std::size_t> places;
  for (std::size_t at = 0; at < awards.size(); ++at) places.emplace(awards[at].id, at);
  KENPO_TRY(store::each<high_cost_award_step_table>(
      view, access, {"month = $1", "ORDER BY row_id"}, {month}, [&](const StepRecord& record) {
        const auto place = places.find(record.get<AwardId>("award"));
        if (place != places.end()) awards[place->second].events.push_back(event_from(record));
      }));
  return awards;
}

Result<std::optional<Award>> find_award(const store::View& view, const AwardAccess& access,
                                        const AwardId& id) {
  const auto found =
      KENPO_TRY(store::find<high_cost_award_table>(view, access, {"award = $1"}, {id}, award_from));
  if (!found) return std::optional<Award>{};
  auto awards = KENPO_TRY(with_steps(view, access, {*found}));
  return std::optional(std::move(awards.front()));
}

Result<std::optional<base::Month>> newest_award_month(const store::View& view,
                                                      const AwardAccess& access) {
  return store::find<high_cost_award_table>(
      view, access, {"month >= $1", "ORDER BY month DESC LIMIT 1"}, {base::Month()},
      [](const AwardRecord& record) { return record.get<base::Month>("month"); });
}

Result<> put(store::Transaction& transaction, const HighCostRun& run) {
  store::Draft<high_cost_run_table> draft;
  draft.set("facts_at", run.facts_at)
      .set("households", run.households)
      .set("changed", run.changed);
  KENPO_TRY(store::insert<high_cost_run_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

namespace of_results {

HighCostRun run_from(const store::Record<high_cost_run_table>& record) {
  return {.facts_at = record.get<base::Moment>("facts_at"),
          .households = record.get<std::int64_t>("households"),
          .changed = record.get<std::int64_t>("changed")};
}

}  // namespace of_results

Result<std::optional<HighCostRun>> last_run(const store::View& view) {
  return store::find<high_cost_run_table>(view, store::no_personal_data,
                                          {"facts_at >= $1", "ORDER BY facts_at DESC LIMIT 1"},
                                          {base::Moment{}}, run_from);
}

}  // namespace kenpo::benefit
