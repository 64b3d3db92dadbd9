#include "remuneration/manual_form_page.h"

#include <algorithm>

#include "remuneration/manual_fields_page.h"

namespace kenpo::remuneration {

namespace {

using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;

struct Asking {
  Field field;
  const std::vector<Choice>* choices = nullptr;  // nullptr: typed
};

std::vector<Asking> asked_by_kind(ManualKind kind) {
  switch (kind) {
    case ManualKind::childcare_end:
    case ManualKind::maternity_end:
      return {{manual_ended_field},
              {manual_next_field, &manual_next_choices},
              {manual_worker_field, &manual_worker_choices},
              {manual_days_field},
              {manual_pay_field}};
    case ManualKind::annual_regular:
      return {{manual_year_field},
              {manual_worker_field, &manual_worker_choices},
              {manual_days_field},
              {manual_pay_field},
              {manual_back_pay_field},
              {manual_bonus_as_pay_field},
              {manual_partial_entry_field, &manual_partial_entry_choices},
              {manual_year_days_field},
              {manual_year_pay_field},
              {manual_year_back_pay_field},
              {manual_recurs_field, &manual_yes_choices},
              {manual_consent_field, &manual_yes_choices}};
    case ManualKind::annual_revision:
      return {{manual_changed_field},
              {manual_direction_field, &manual_direction_choices},
              {manual_worker_field, &manual_worker_choices},
              {manual_days_field},
              {manual_fixed_field},
              {manual_variable_field},
              {manual_recurs_field, &manual_yes_choices},
              {manual_consent_field, &manual_yes_choices}};
    case ManualKind::revision:
      return {{manual_changed_field},
              {manual_direction_field, &manual_direction_choices},
              {manual_worker_field, &manual_worker_choices},
              {manual_days_field},
              {manual_pay_field}};
    case ManualKind::workplaces:
      return {{manual_from_field}, {manual_own_monthly_field}, {manual_monthly_list_field}};
    case ManualKind::workplaces_revision:
      return {{manual_changed_field},
              {manual_direction_field, &manual_direction_choices},
              {manual_changed_at_field},
              {manual_worker_field, &manual_worker_choices},
              {manual_days_field},
              {manual_pay_field},
              {manual_own_unchanged_field},
              {manual_monthly_list_field}};
    case ManualKind::insurer:
      return {{manual_from_field}, {manual_monthly_field}};
    case ManualKind::voluntary:
      break;  // decided for all of a fiscal year, not typed
  }
  return {};
}

std::string status_words(eligibility::Status status) {
  if (status == eligibility::Status::voluntary) return "任意継続 ";
  return status == eligibility::Status::special ? "特例退職 " : "";
}

using PeriodTexts = std::vector<std::pair<std::string, std::string>>;

PeriodTexts period_texts(const ManualGround& ground) {
  PeriodTexts texts;
  for (const auto& period : ground.periods) {
    texts.emplace_back(std::string(period.id.text()),
                       status_words(period.status) + period.acquired.iso() + " 取得" +
                           (period.lost ? "、" + period.lost->iso() + " 喪失" : ""));
  }
  return texts;
}

std::vector<Choice> choices_of(const PeriodTexts& texts) {
  std::vector<Choice> choices;
  for (const auto& [value, label] : texts) choices.push_back({value, label});
  return choices;
}

}  // namespace

const std::vector<ManualForm>& manual_forms() {
  static const std::vector<ManualForm> forms{
      {"childcare-end", ManualKind::childcare_end,
       "育児休業等の終了後3か月の報酬で、1等級の差から改定します。"},
      {"maternity-end", ManualKind::maternity_end,
       "産前産後休業の終了後3か月の報酬で、1等級の差から改定します。"},
      {"revision", ManualKind::revision,
       "月額変更届がないときに、固定的賃金の変動後3か月の報酬で改定します。"},
      {"annual-regular", ManualKind::annual_regular,
       "4月から6月の平均と年間の平均が2等級以上違うときの定時決定です。"},
      {"annual-revision", ManualKind::annual_revision,
       "3か月の平均と年間の平均が2等級以上違うときの随時改定です。"},
      {"workplaces", ManualKind::workplaces, "複数の事業所の報酬月額を合算して決定します。"},
      {"workplaces-revision", ManualKind::workplaces_revision,
       "一つの事業所で固定的賃金が変動したときに、合算した額で2等級以上の差を確かめて改定します。"},
      {"insurer", ManualKind::insurer,
       "算定が困難なときや著しく不当なときに、規約の方法で決定します。"}};
  return forms;
}

const ManualForm* find_manual_form(std::string_view address) {
  const auto& forms = manual_forms();
  const auto found = std::ranges::find(forms, address, &ManualForm::address);
  return found == forms.end() ? nullptr : &*found;
}

std::vector<Data> manual_inputs(const ManualForm& kind, const ManualGround& ground, Form& form) {
  const auto texts = period_texts(ground);
  if (!texts.empty()) form.prefill("period", texts.back().first);
  form.prefill("worker", "ordinary");
  form.prefill("next_leave", "none");
  form.prefill("partial_entry", "none");
  std::vector<Data> inputs;
  inputs.push_back(Data()
                       .section("choice", form.select(manual_period_field, choices_of(texts)))
                       .nothing("typed"));
  for (const auto& [field, choices] : asked_by_kind(kind.kind)) {
    Data row;
    if (choices != nullptr) {
      row.section("choice", form.select(field, *choices)).nothing("typed");
    } else {
      row.section("typed", form.input(field)).nothing("choice");
    }
    inputs.push_back(std::move(row));
  }
  return inputs;
}

std::optional<ManualOrder> read_manual(const ManualForm& kind, const ManualGround& ground,
                                       const base::PersonId& person, Form& form) {
  const auto chosen = form.choice(manual_period_field, choices_of(period_texts(ground)));
  const auto input = read_manual_input(kind.kind, form);
  const auto period = chosen ? eligibility::PeriodId::parse(*chosen) : std::nullopt;
  if (!form.ok() || !period || !input) return std::nullopt;
  return ManualOrder{
      .person = person, .period = *period, .kind = kind.kind, .input = *input, .reason = {}};
}

std::vector<Data> manual_hidden(const ManualForm& kind, const Form& form) {
  std::vector<Data> rows;
  const auto add = [&](const Field& field) {
    rows.push_back(Data()
                       .text("hidden_name", std::string(field.name))
                       .text("hidden_value", form.sent(field.name)));
  };
  add(manual_period_field);
  for (const auto& asking : asked_by_kind(kind.kind)) add(asking.field);
  return rows;
}

}  // namespace kenpo::remuneration
