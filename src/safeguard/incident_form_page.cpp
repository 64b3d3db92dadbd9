#include "safeguard/incident_form_page.h"

#include <array>

#include "base/yen.h"
#include "notice/published.h"
#include "notice/wording.h"
#include "safeguard/log_words.h"

namespace kenpo::safeguard {

namespace {

using desk::Data;
using desk::Field;
using desk::Form;

constexpr std::int64_t persons_most = 100'000'000;

constexpr Field known_field{.name = "known_on",
                            .label = "知った日",
                            .support = "この日を1日目と数えます。",
                            .length_limit = 20,
                            .mode = {}};
constexpr Field outline_field{.name = "outline",
                              .label = "概要",
                              .support = "個人の氏名などは書かないでください。",
                              .length_limit = report_item_limit_characters,
                              .mode = {}};
constexpr Field event_field{.name = "event", .label = "事態", .support = {}, .mode = {}};
constexpr Field persons_field{
    .name = "persons", .label = "本人の数", .support = {}, .length_limit = 12, .mode = "numeric"};
constexpr Field special_field{.name = "special_care",
                              .label = "うち要配慮個人情報(レセプト、健診など)",
                              .support = {},
                              .length_limit = 12,
                              .mode = "numeric"};
constexpr Field numbers_field{.name = "number_persons",
                              .label = "うち個人番号",
                              .support = {},
                              .length_limit = 12,
                              .mode = "numeric"};
constexpr Field operation_field{.name = "operation",
                                .label = "操作",
                                .need = Field::Need::optional,
                                .support = "例：member.show。空なら全部。",
                                .length_limit = 64,
                                .mode = {}};
constexpr Field extent_staff_field{
    .name = "staff", .label = "取扱者", .need = Field::Need::optional, .support = {}, .mode = {}};
constexpr Field extent_from_field{
    .name = "from", .label = "始まりの日", .support = {}, .length_limit = 20, .mode = {}};
constexpr Field extent_to_field{
    .name = "to", .label = "終わりの日", .support = {}, .length_limit = 20, .mode = {}};

const std::vector<desk::Choice> event_choices = {{"1", "漏えい"}, {"2", "滅失"}, {"3", "毀損"}};

/// A checkbox of the facts.
struct Circumstance {
  std::string_view name;
  std::string_view label;
  bool IncidentFacts::* fact;
};
constexpr std::array<Circumstance, 6> circumstances = {{
    {"property_harm", "悪用されると財産的な被害のおそれがある", &IncidentFacts::property_harm},
    {"improper_aim", "不正の目的によるおそれがある(侵入、ランサムウェア、持ち出し)",
     &IncidentFacts::improper_aim},
    {"number_system", "個人番号を扱う事務のシステムからの事態である",
     &IncidentFacts::number_system},
    {"number_public", "個人番号が不特定多数に見られる状態になった", &IncidentFacts::number_public},
    {"strongly_encrypted", "高度な暗号化などの措置がされていた",
     &IncidentFacts::strongly_encrypted},
    {"recovered_unseen", "だれにも見られる前にすべて回収した", &IncidentFacts::recovered_unseen},
}};

constexpr std::array<std::string_view, report_items_count> item_names = {
    "item1", "item2", "item3", "item4", "item5", "item6", "item7", "item8", "item9"};

Field item_field(std::size_t item) {
  return {.name = item_names.at(item),
          .label = report_item(item),
          .need = Field::Need::optional,
          .support = {},
          .length_limit = report_item_limit_characters,
          .mode = {}};
}

std::vector<desk::Choice> incident_staff(const std::vector<staff::NamedHandler>& handlers) {
  std::vector<desk::Choice> choices;
  for (const auto& each : handlers) choices.push_back({each.handler.staff.text(), each.name});
  return choices;
}

constexpr std::array<IncidentStep, 7> all_steps = {{
    {IncidentState::contained, PersonsTold::not_yet, "contained", "被害の拡大を止めた"},
    {IncidentState::final_due, PersonsTold::not_yet, "preliminary", "速報を出した"},
    {IncidentState::final_sent, PersonsTold::not_yet, "final", "確報を出した"},
    {IncidentState::persons_told, PersonsTold::letter, "letters", "本人に通知した"},
    {IncidentState::persons_told, PersonsTold::substitute, "substitute", "代わりの措置をした"},
    {IncidentState::prevention_done, PersonsTold::not_yet, "prevention", "再発防止を終えた"},
    {IncidentState::closed, PersonsTold::not_yet, "closed", "完了にする"},
}};

/// The state after which the step is offered.
IncidentState before(const IncidentStep& step, const Incident& incident) {
  switch (step.to) {
    case IncidentState::contained:
      return IncidentState::suspected;
    case IncidentState::final_due:
      return IncidentState::preliminary_due;
    case IncidentState::final_sent:
      return IncidentState::final_due;
    case IncidentState::persons_told:
      return IncidentState::final_sent;
    case IncidentState::prevention_done:
      return incident.classes == 0 ? IncidentState::classified : IncidentState::persons_told;
    default:
      return IncidentState::prevention_done;
  }
}

}  // namespace

Data incident_open_form(const Form& form) {
  Data data;
  data.section("known_on", form.input(known_field)).section("outline", form.input(outline_field));
  return data;
}

IncidentOpening read_incident_opening(Form& form) {
  return {.known_on = form.date(known_field).value_or(base::Date()),
          .outline = form.text(outline_field).value_or("")};
}

void prefill_incident(Form& form, const Incident& incident) {
  const auto& facts = incident.facts;
  form.prefill("event", std::to_string(static_cast<int>(facts.event)));
  form.prefill("persons", std::to_string(facts.persons));
  form.prefill("special_care", std::to_string(facts.special_care));
  form.prefill("number_persons", std::to_string(facts.number_persons));
  for (const auto& each : circumstances) {
    if (facts.*each.fact) form.prefill(each.name, "yes");
  }
  for (std::size_t item = 0; item < report_items_count; ++item) {
    form.prefill(item_names.at(item), incident.items.at(item));
  }
}

Data incident_fact_fields(const Form& form) {
  std::vector<Data> boxes;
  for (const auto& each : circumstances) {
    Data box;
    box.text("name", std::string(each.name))
        .text("label", std::string(each.label))
        .when("ticked", !form.sent(each.name).empty());
    boxes.push_back(std::move(box));
  }
  Data data;
  data.section("event", form.select(event_field, event_choices))
      .section("persons", form.input(persons_field))
      .section("special_care", form.input(special_field))
      .section("number_persons", form.input(numbers_field))
      .list("circumstances", std::move(boxes));
  return data;
}

IncidentFacts read_incident_facts(Form& form) {
  IncidentFacts facts;
  const auto event = form.choice(event_field, event_choices);
  if (event) facts.event = static_cast<IncidentEvent>(event->front() - '0');
  facts.persons = form.number(persons_field, 0, persons_most).value_or(0);
  facts.special_care = form.number(special_field, 0, persons_most).value_or(0);
  facts.number_persons = form.number(numbers_field, 0, persons_most).value_or(0);
  for (const auto& each : circumstances) facts.*each.fact = form.ticked(each.name);
  return facts;
}

std::vector<Data> incident_item_fields(const Form& form) {
  std::vector<Data> fields;
  for (std::size_t item = 0; item < report_items_count; ++item) {
    fields.push_back(form.input(item_field(item)));
  }
  return fields;
}

ReportItems read_incident_items(Form& form) {
  ReportItems items;
  for (std::size_t item = 0; item < report_items_count; ++item) {
    items.at(item) = form.text(item_field(item)).value_or("");
  }
  return items;
}

Data incident_extent_fields(const Form& form, const std::vector<staff::NamedHandler>& handlers) {
  Data data;
  data.section("operation", form.input(operation_field))
      .section("staff", form.select(extent_staff_field, incident_staff(handlers)))
      .section("from", form.input(extent_from_field))
      .section("to", form.input(extent_to_field));
  return data;
}

IncidentExtent read_incident_extent(Form& form, const std::vector<staff::NamedHandler>& handlers) {
  IncidentExtent extent;
  extent.operation = form.text(operation_field).value_or("");
  if (const auto staff = form.choice(extent_staff_field, incident_staff(handlers))) {
    extent.staff = base::StaffId::parse(*staff);
  }
  const auto from = form.date(extent_from_field);
  const auto to = form.date(extent_to_field);
  if (from) extent.from = base::start_of(*from);
  if (to) extent.to = base::start_of(to->plus_days(1)).plus_milliseconds(-1);
  return extent;
}

std::string extent_words(const IncidentExtent& extent,
                         const std::vector<staff::NamedHandler>& handlers) {
  std::string categories;
  std::uint32_t seen = 0;
  for (std::size_t at = 0; at < notice::published_pairs.size(); ++at) {
    const auto category = notice::published_pairs[at].category;
    const auto bit = std::uint32_t{1} << static_cast<unsigned>(category);
    if ((extent.pairs >> at & 1U) == 0 || (seen & bit) != 0) continue;
    seen |= bit;
    categories += (categories.empty() ? "" : "、") + std::string(notice::wording(category));
  }
  return extent.from.day().iso() + "から" + extent.to.day().iso() + "まで、" +
         (extent.operation.empty() ? "全部の操作" : extent.operation) + "、" +
         (extent.staff ? actor_words(*extent.staff, handlers) : "全員") + "：記録 " +
         base::Yen(extent.leaves).grouped() + "件、本人 " + base::Yen(extent.persons).grouped() +
         "人、類型 " + (categories.empty() ? "なし" : categories);
}

std::vector<IncidentStep> incident_steps(const Incident& incident) {
  std::vector<IncidentStep> steps;
  for (const auto& step : all_steps) {
    if (before(step, incident) == incident.state) steps.push_back(step);
  }
  return steps;
}

std::optional<IncidentStep> parse_incident_step(std::string_view value) {
  for (const auto& step : all_steps) {
    if (step.value == value) return step;
  }
  return std::nullopt;
}

}  // namespace kenpo::safeguard
