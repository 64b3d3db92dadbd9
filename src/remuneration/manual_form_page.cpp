#include "remuneration/manual_form_page.h"

#include <algorithm>
#include <charconv>

#include "base/width.h"

namespace kenpo::remuneration {

namespace {

using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;

constexpr std::int64_t month_pay_limit_yen = 100'000'000;  // no month's pay is more
constexpr int month_days_limit = 31;
constexpr int first_year = 2015;
constexpr int last_year = 2100;
constexpr std::size_t list_length_limit = 200;

constexpr Field period_field{.name = "period", .label = "資格"};
constexpr Field ended_field{
    .name = "ended_on", .label = "休業の最後の日", .support = "例：R8.4.30"};
constexpr Field next_field{.name = "next_leave", .label = "翌日に始まる次の休業"};
constexpr Field worker_field{.name = "worker", .label = "被保険者の区分"};
constexpr Field days_field{.name = "days",
                           .label = "3か月の基礎日数",
                           .support = "古い月から順に、空白で区切ります。例：30 31 30",
                           .length_limit = list_length_limit};
constexpr Field pay_field{.name = "pay",
                          .label = "3か月の報酬(円)",
                          .support =
                              "遡及支払分を除いた額を、古い月から順に空白で区切ります。"
                              "例：280000 281000 279500",
                          .length_limit = list_length_limit};
constexpr Field year_field{.name = "year",
                           .label = "年",
                           .support = "9月から適用する年(西暦)。例：2026",
                           .mode = "numeric"};
constexpr Field year_days_field{.name = "year_days",
                                .label = "12か月の基礎日数",
                                .support = "前年7月から順に、空白で区切ります。",
                                .length_limit = list_length_limit};
constexpr Field year_pay_field{.name = "year_pay",
                               .label = "12か月の報酬(円)",
                               .support = "前年7月から順に、空白で区切ります。",
                               .length_limit = list_length_limit};
constexpr Field recurs_field{.name = "recurs", .label = "業務の性質上、差が例年発生する"};
constexpr Field consent_field{.name = "consent", .label = "事業主の申立書と被保険者の同意"};
constexpr Field changed_field{
    .name = "changed", .label = "変動した賃金を初めて支払った月", .support = "例：R8.4"};
constexpr Field fixed_field{.name = "fixed",
                            .label = "固定的賃金の3か月(円)",
                            .support = "変動月から順に、空白で区切ります。",
                            .length_limit = list_length_limit};
constexpr Field variable_field{.name = "variable",
                               .label = "非固定的賃金の12か月(円)",
                               .support = "変動月の9か月前から順に、空白で区切ります。",
                               .length_limit = list_length_limit};
constexpr Field direction_field{.name = "direction", .label = "固定的賃金の変動"};
constexpr Field from_field{.name = "from", .label = "適用する月", .support = "例：R8.9"};
constexpr Field own_monthly_field{.name = "own_monthly",
                                  .label = "この資格の事業所の報酬月額(円)",
                                  .support = "保険料は、この額の割合でこの事業所に請求します。",
                                  .mode = "numeric"};
constexpr Field monthly_list_field{.name = "monthly_list",
                                   .label = "ほかの事業所の報酬月額(円)",
                                   .support = "二つ以上あれば空白で区切ります。例：120000 80000",
                                   .length_limit = list_length_limit};
constexpr Field monthly_field{
    .name = "monthly", .label = "規約の方法で算定した報酬月額(円)", .mode = "numeric"};
const std::vector<Choice> worker_choices = {{"ordinary", "一般の被保険者"},
                                            {"part_time", "短時間就労者(パート)"},
                                            {"short_hours", "短時間労働者"}};
const std::vector<Choice> next_choices = {{"none", "なし"}, {"follows", "あり"}};
const std::vector<Choice> yes_choices = {{"no", "いいえ・なし"}, {"yes", "はい・あり"}};
const std::vector<Choice> direction_choices = {{"up", "増額"}, {"down", "減額"}};

struct Asking {
  Field field;
  const std::vector<Choice>* choices = nullptr;  // nullptr: typed
};

std::vector<Asking> asked_by_kind(ManualKind kind) {
  switch (kind) {
    case ManualKind::childcare_end:
    case ManualKind::maternity_end:
      return {{ended_field},
              {next_field, &next_choices},
              {worker_field, &worker_choices},
              {days_field},
              {pay_field}};
    case ManualKind::annual_regular:
      return {{year_field},
              {worker_field, &worker_choices},
              {days_field},
              {pay_field},
              {year_days_field},
              {year_pay_field},
              {recurs_field, &yes_choices},
              {consent_field, &yes_choices}};
    case ManualKind::annual_revision:
      return {{changed_field},
              {fixed_field},
              {variable_field},
              {recurs_field, &yes_choices},
              {consent_field, &yes_choices}};
    case ManualKind::revision:
      return {{changed_field},
              {direction_field, &direction_choices},
              {worker_field, &worker_choices},
              {days_field},
              {pay_field}};
    case ManualKind::workplaces:
      return {{from_field}, {own_monthly_field}, {monthly_list_field}};
    case ManualKind::insurer:
      return {{from_field}, {monthly_field}};
  }
  return {};
}

/// Whole numbers between blanks; nullopt when any is none or out of its range.
std::optional<std::vector<std::int64_t>> numbers_of(const std::string& text, std::int64_t most) {
  std::vector<std::int64_t> numbers;
  std::string word;
  for (const char byte : base::narrow(text) + " ") {
    if (byte == ',') continue;
    if (byte != ' ') {
      word += byte;
      continue;
    }
    if (word.empty()) continue;
    std::int64_t number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    if (read.ec != std::errc() || read.ptr != word.data() + word.size()) return std::nullopt;
    if (number < 0 || number > most) return std::nullopt;
    numbers.push_back(number);
    word.clear();
  }
  return numbers;
}

template <std::size_t count>
std::optional<std::array<std::int64_t, count>> numbers(Form& form, const Field& field,
                                                       std::int64_t most) {
  const auto text = form.text(field);
  if (!text) return std::nullopt;
  const auto found = numbers_of(*text, most);
  if (!found || found->size() != count) {
    form.note(field, {base::Plain("数を") + count + "個、空白で区切って入力してください",
                      base::Plain("Enter ") + count + " numbers with blanks between"});
    return std::nullopt;
  }
  std::array<std::int64_t, count> made = {};
  std::ranges::copy(*found, made.begin());
  return made;
}

std::optional<Worker> read_worker(Form& form) {
  const auto chosen = form.choice(worker_field, worker_choices);
  if (!chosen) return std::nullopt;
  if (*chosen == "part_time") return Worker::part_time;
  return *chosen == "short_hours" ? Worker::short_hours : Worker::ordinary;
}

std::optional<AnnualConditions> read_conditions(Form& form) {
  const auto recurs = form.choice(recurs_field, yes_choices);
  const auto consent = form.choice(consent_field, yes_choices);
  if (!recurs || !consent) return std::nullopt;
  return AnnualConditions{*recurs == "yes" ? Recurs::every_year : Recurs::no,
                          *consent == "yes" ? Consent::given : Consent::missing};
}

template <typename Month, std::size_t count>
void put_pay(std::array<Month, count>& months, const std::array<std::int64_t, count>& days,
             const std::array<std::int64_t, count>& pay) {
  for (std::size_t at = 0; at < count; ++at) {
    months[at].base_days = static_cast<int>(days[at]);
    months[at].pay = base::Yen(pay[at]);
  }
}

std::optional<ManualInput> read_leave_end(ManualKind kind, Form& form) {
  const auto ended = form.date(ended_field);
  const auto next = form.choice(next_field, next_choices);
  const auto worker = read_worker(form);
  const auto days = numbers<3>(form, days_field, month_days_limit);
  const auto pay = numbers<3>(form, pay_field, month_pay_limit_yen);
  if (!ended || !next || !worker || !days || !pay) return std::nullopt;
  LeaveEndInput input;
  input.kind = kind == ManualKind::childcare_end ? LeaveEnd::childcare : LeaveEnd::maternity;
  input.ended_on = *ended;
  input.next = *next == "follows" ? NextLeave::follows_at_once : NextLeave::none;
  input.worker = *worker;
  put_pay(input.months, *days, *pay);
  return input;
}

std::optional<ManualInput> read_annual_regular(Form& form) {
  const auto year = form.number(year_field, first_year, last_year);
  const auto worker = read_worker(form);
  const auto days = numbers<3>(form, days_field, month_days_limit);
  const auto pay = numbers<3>(form, pay_field, month_pay_limit_yen);
  const auto year_days = numbers<12>(form, year_days_field, month_days_limit);
  const auto year_pay = numbers<12>(form, year_pay_field, month_pay_limit_yen);
  const auto conditions = read_conditions(form);
  if (!year || !worker || !days || !pay || !year_days || !year_pay || !conditions) {
    return std::nullopt;
  }
  AnnualRegularInput input;
  input.ordinary.year = static_cast<int>(*year);
  input.ordinary.worker = *worker;
  put_pay(input.ordinary.months, *days, *pay);
  put_pay(input.year, *year_days, *year_pay);
  input.conditions = *conditions;
  return input;
}

std::optional<ManualInput> read_annual_revision(Form& form) {
  const auto changed = form.month(changed_field);
  const auto fixed = numbers<3>(form, fixed_field, month_pay_limit_yen);
  const auto variable = numbers<12>(form, variable_field, month_pay_limit_yen);
  const auto conditions = read_conditions(form);
  if (!changed || !fixed || !variable || !conditions) return std::nullopt;
  AnnualRevisionInput input;
  input.changed = *changed;
  for (std::size_t at = 0; at < fixed->size(); ++at) input.fixed[at] = base::Yen((*fixed)[at]);
  for (std::size_t at = 0; at < variable->size(); ++at) {
    input.variable[at] = base::Yen((*variable)[at]);
  }
  input.conditions = *conditions;
  return input;
}

std::optional<ManualInput> read_revision(Form& form) {
  const auto changed = form.month(changed_field);
  const auto direction = form.choice(direction_field, direction_choices);
  const auto worker = read_worker(form);
  const auto days = numbers<3>(form, days_field, month_days_limit);
  const auto pay = numbers<3>(form, pay_field, month_pay_limit_yen);
  if (!changed || !direction || !worker || !days || !pay) return std::nullopt;
  RevisionInput input;
  input.changed = *changed;
  input.worker = *worker;
  input.fixed_pay = *direction == "up" ? FixedPay::up : FixedPay::down;
  put_pay(input.months, *days, *pay);
  return input;
}

std::optional<ManualInput> read_workplaces(Form& form) {
  const auto from = form.month(from_field);
  const auto own = form.yen(own_monthly_field, 1, month_pay_limit_yen);
  const auto text = form.text(monthly_list_field);
  if (!from || !own || !text) return std::nullopt;
  const auto found = numbers_of(*text, month_pay_limit_yen);
  if (!found || found->empty()) {
    form.note(monthly_list_field, {"ほかの事業所の額を、空白で区切って入力してください",
                                   "Enter the amounts with blanks between"});
    return std::nullopt;
  }
  WorkplacesInput input{*from, {*own}};
  for (const auto amount : *found) input.monthly.emplace_back(amount);
  return input;
}

std::optional<ManualInput> read_insurer(Form& form) {
  const auto from = form.month(from_field);
  const auto monthly = form.yen(monthly_field, 1, month_pay_limit_yen);
  if (!from || !monthly) return std::nullopt;
  return InsurerInput{*from, *monthly};
}

std::optional<ManualInput> read_input(ManualKind kind, Form& form) {
  switch (kind) {
    case ManualKind::childcare_end:
    case ManualKind::maternity_end:
      return read_leave_end(kind, form);
    case ManualKind::annual_regular:
      return read_annual_regular(form);
    case ManualKind::annual_revision:
      return read_annual_revision(form);
    case ManualKind::revision:
      return read_revision(form);
    case ManualKind::workplaces:
      return read_workplaces(form);
    case ManualKind::insurer:
      return read_insurer(form);
  }
  return std::nullopt;
}

using PeriodTexts = std::vector<std::pair<std::string, std::string>>;

PeriodTexts period_texts(const ManualGround& ground) {
  PeriodTexts texts;
  for (const auto& period : ground.periods) {
    texts.emplace_back(
        std::string(period.id.text()),
        period.acquired.iso() + " 取得" + (period.lost ? "、" + period.lost->iso() + " 喪失" : ""));
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
  std::vector<Data> inputs;
  inputs.push_back(
      Data().section("choice", form.select(period_field, choices_of(texts))).nothing("typed"));
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
  const auto chosen = form.choice(period_field, choices_of(period_texts(ground)));
  const auto input = read_input(kind.kind, form);
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
  add(period_field);
  for (const auto& asking : asked_by_kind(kind.kind)) add(asking.field);
  return rows;
}

}  // namespace kenpo::remuneration
