// What the forms of single determinations say.
#include <algorithm>
#include <charconv>

#include "base/width.h"
#include "remuneration/manual_fields_page.h"

namespace kenpo::remuneration {

namespace {

using desk::Field;
using desk::Form;

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

/// The words between blanks, thousands without their commas.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char byte : base::narrow(text) + " ") {
    if (byte == ',') continue;
    if (byte != ' ') {
      word += byte;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
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

/// The same where nothing need be said: zeros then.
template <std::size_t count>
std::optional<std::array<std::int64_t, count>> numbers_if_any(Form& form, const Field& field,
                                                              std::int64_t most) {
  if (form.sent(field.name).empty()) return std::array<std::int64_t, count>{};
  return numbers<count>(form, field, most);
}

std::optional<Worker> read_worker(Form& form) {
  const auto chosen = form.choice(manual_worker_field, manual_worker_choices);
  if (!chosen) return std::nullopt;
  if (*chosen == "part_time") return Worker::part_time;
  return *chosen == "short_hours" ? Worker::short_hours : Worker::ordinary;
}

std::optional<AnnualConditions> read_conditions(Form& form) {
  const auto recurs = form.choice(manual_recurs_field, manual_yes_choices);
  const auto consent = form.choice(manual_consent_field, manual_yes_choices);
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

template <std::size_t count>
void put_back_pay(std::array<PaidMonth, count>& months,
                  const std::array<std::int64_t, count>& back_pay) {
  for (std::size_t at = 0; at < count; ++at) months[at].back_pay = base::Yen(back_pay[at]);
}

std::optional<ManualInput> read_leave_end(ManualKind kind, Form& form) {
  const auto ended = form.date(manual_ended_field);
  const auto next = form.choice(manual_next_field, manual_next_choices);
  const auto worker = read_worker(form);
  const auto days = numbers<3>(form, manual_days_field, manual_month_days_limit);
  const auto pay = numbers<3>(form, manual_pay_field, manual_month_pay_limit_yen);
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
  const auto year = form.number(manual_year_field, manual_first_year, manual_last_year);
  const auto worker = read_worker(form);
  const auto days = numbers<3>(form, manual_days_field, manual_month_days_limit);
  const auto pay = numbers<3>(form, manual_pay_field, manual_month_pay_limit_yen);
  const auto year_days = numbers<12>(form, manual_year_days_field, manual_month_days_limit);
  const auto year_pay = numbers<12>(form, manual_year_pay_field, manual_month_pay_limit_yen);
  const auto back_pay = numbers_if_any<3>(form, manual_back_pay_field, manual_month_pay_limit_yen);
  const auto year_back_pay =
      numbers_if_any<12>(form, manual_year_back_pay_field, manual_month_pay_limit_yen);
  const auto bonus = form.yen(manual_bonus_as_pay_field, 0, manual_month_pay_limit_yen);
  const auto entry = form.choice(manual_partial_entry_field, manual_partial_entry_choices);
  const auto conditions = read_conditions(form);
  if (!year || !worker || !days || !pay || !year_days || !year_pay || !conditions || !back_pay ||
      !year_back_pay || !entry) {
    return std::nullopt;
  }
  AnnualRegularInput input;
  input.ordinary.year = static_cast<int>(*year);
  input.ordinary.worker = *worker;
  put_pay(input.ordinary.months, *days, *pay);
  put_pay(input.year, *year_days, *year_pay);
  put_back_pay(input.ordinary.months, *back_pay);
  put_back_pay(input.year, *year_back_pay);
  input.ordinary.bonus_as_pay = bonus.value_or(base::Yen());
  if (*entry != "none") input.ordinary.partial_entry = entry->front() - '0';
  input.conditions = *conditions;
  return input;
}

std::optional<ManualInput> read_annual_revision(Form& form) {
  const auto changed = form.month(manual_changed_field);
  const auto direction = form.choice(manual_direction_field, manual_direction_choices);
  const auto worker = read_worker(form);
  const auto days = numbers<3>(form, manual_days_field, manual_month_days_limit);
  const auto fixed = numbers<3>(form, manual_fixed_field, manual_month_pay_limit_yen);
  const auto variable = numbers<12>(form, manual_variable_field, manual_month_pay_limit_yen);
  const auto conditions = read_conditions(form);
  if (!changed || !direction || !worker || !days || !fixed || !variable || !conditions) {
    return std::nullopt;
  }
  AnnualRevisionInput input;
  input.changed = *changed;
  input.fixed_pay = *direction == "up" ? FixedPay::up : FixedPay::down;
  input.worker = *worker;
  for (std::size_t at = 0; at < days->size(); ++at) {
    input.base_days[at] = static_cast<int>((*days)[at]);
  }
  for (std::size_t at = 0; at < fixed->size(); ++at) input.fixed[at] = base::Yen((*fixed)[at]);
  for (std::size_t at = 0; at < variable->size(); ++at) {
    input.variable[at] = base::Yen((*variable)[at]);
  }
  input.conditions = *conditions;
  return input;
}

std::optional<ManualInput> read_revision(Form& form) {
  const auto changed = form.month(manual_changed_field);
  const auto direction = form.choice(manual_direction_field, manual_direction_choices);
  const auto worker = read_worker(form);
  const auto days = numbers<3>(form, manual_days_field, manual_month_days_limit);
  const auto pay = numbers<3>(form, manual_pay_field, manual_month_pay_limit_yen);
  if (!changed || !direction || !worker || !days || !pay) return std::nullopt;
  RevisionInput input;
  input.changed = *changed;
  input.worker = *worker;
  input.fixed_pay = *direction == "up" ? FixedPay::up : FixedPay::down;
  put_pay(input.months, *days, *pay);
  return input;
}

/// Symbol and amount of each other workplace.
std::optional<std::vector<OtherWorkplace>> read_others(Form& form) {
  const auto text = form.text(manual_monthly_list_field);
  if (!form.ok()) return std::nullopt;
  const auto words = words_of(text.value_or(""));
  std::vector<OtherWorkplace> others;
  for (std::size_t at = 0; at + 1 < words.size(); at += 2) {
    const auto amount = numbers_of(words[at + 1], manual_month_pay_limit_yen);
    if (!amount || amount->size() != 1) break;
    others.push_back({base::normalised(base::Entry::code, words[at]),
                      base::Yen(amount->front())});
  }
  if (others.size() * 2 == words.size()) return others;
  form.note(manual_monthly_list_field,
            {"ほかの事業所の記号と額を、順に空白で区切って入力してください",
             "Enter symbol and amount of each, with blanks between"});
  return std::nullopt;
}

std::optional<ManualInput> read_workplaces(Form& form) {
  const auto from = form.month(manual_from_field);
  const auto own = form.yen(manual_own_monthly_field, 1, manual_month_pay_limit_yen);
  if (!from || !own || !form.ok()) return std::nullopt;
  const auto others = read_others(form);
  if (!others) return std::nullopt;
  return WorkplacesInput{*from, *own, *others};
}

std::optional<ManualInput> read_workplaces_revision(Form& form) {
  const auto revision = read_revision(form);
  const auto symbol = form.text(manual_changed_at_field);
  const auto own = form.yen(manual_own_unchanged_field, 1, manual_month_pay_limit_yen);
  if (!revision || !form.ok()) return std::nullopt;
  WorkplacesRevisionInput input;
  input.changed = std::get<RevisionInput>(*revision);
  input.changed_at = base::normalised(base::Entry::code, symbol.value_or(""));
  if (input.changed_at.empty() == own.has_value()) {
    form.note(manual_own_unchanged_field,
              {"この資格の事業所の報酬月額は、変動がほかの事業所のときだけ入れます",
               "Enter it only where the pay of another workplace changed"});
    return std::nullopt;
  }
  input.places.own = own.value_or(base::Yen());
  const auto others = read_others(form);
  if (!others) return std::nullopt;
  input.places.others = *others;
  return input;
}

std::optional<ManualInput> read_insurer(Form& form) {
  const auto from = form.month(manual_from_field);
  const auto monthly = form.yen(manual_monthly_field, 1, manual_month_pay_limit_yen);
  if (!from || !monthly) return std::nullopt;
  return InsurerInput{*from, *monthly};
}

}  // namespace

std::optional<ManualInput> read_manual_input(ManualKind kind, Form& form) {
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
    case ManualKind::workplaces_revision:
      return read_workplaces_revision(form);
    case ManualKind::insurer:
      return read_insurer(form);
    case ManualKind::voluntary:
      break;
  }
  return std::nullopt;
}

}  // namespace kenpo::remuneration
