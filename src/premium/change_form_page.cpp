#include "premium/change_form_page.h"

#include <algorithm>

#include "base/era.h"
#include "base/width.h"

namespace kenpo::premium {

namespace {

using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using Need = desk::Field::Need;

constexpr std::int64_t pay_limit_yen = 100'000'000;  // no month's pay is more
constexpr std::size_t number_digits = 6;             // 被保険者整理番号
constexpr std::string_view day_support = "例：R8.4.1";

constexpr Field born_field{.name = "born", .label = "訂正後の生年月日", .support = day_support};
constexpr Field period_field{.name = "period", .label = "資格"};
constexpr Field acquired_field{.name = "acquired", .label = "資格取得日", .support = day_support};
constexpr Field lost_field{.name = "lost",
                           .label = "資格喪失日",
                           .need = Need::optional,
                           .support = "退職などの日の翌日。資格が続いているときは空にします。"};
constexpr Field symbol_field{.name = "symbol",
                             .label = "訂正後の事業所の記号",
                             .support = "適用事業所の一覧にある記号。例：101",
                             .length_limit = 20};
constexpr Field moved_number_field{.name = "number",
                                   .label = "訂正後の番号",
                                   .need = Need::optional,
                                   .support = "空なら、その事業所の次の番号を付けます。",
                                   .length_limit = 6,
                                   .mode = "numeric"};
constexpr Field from_field{.name = "from", .label = "適用する月", .support = "例：R8.9"};
constexpr Field monthly_field{.name = "monthly",
                              .label = "報酬月額(円)",
                              .support = "等級は等級表から決まります。",
                              .mode = "numeric"};
constexpr Field decision_field{.name = "decision", .label = "取り消す決定"};
constexpr Field paid_on_field{
    .name = "paid_on", .label = "賞与の支払日", .support = "その月の最後の支払日。例：R8.6.30"};
constexpr Field paid_field{.name = "paid",
                           .label = "その月の賞与の合計(円)",
                           .support = "支払がなかったときは0。",
                           .mode = "numeric"};
constexpr Field excluded_from_field{
    .name = "excluded_from", .label = "適用除外の最初の日", .support = day_support};
constexpr Field excluded_until_field{.name = "excluded_until",
                                     .label = "適用除外の最後の日",
                                     .need = Need::optional,
                                     .support = "続いているときは空にします。"};

constexpr Field link_field{.name = "link", .label = "被扶養者の認定"};
constexpr Field dependent_from_field{
    .name = "dependent_from", .label = "被扶養者になった日", .support = day_support};
constexpr Field dependent_until_field{
    .name = "dependent_until",
    .label = "被扶養者であった最後の日",
    .need = Need::optional,
    .support = "でなくなった日の前日。続いているときは空にします。"};

std::vector<Field> fields_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::birth:
      return {born_field};
    case ChangeKind::period:
      return {period_field, acquired_field, lost_field};
    case ChangeKind::period_cancelled:
      return {period_field};
    case ChangeKind::establishment:
      return {period_field, symbol_field, moved_number_field};
    case ChangeKind::standard:
      return {period_field, from_field, monthly_field};
    case ChangeKind::standard_cancelled:
      return {decision_field};
    case ChangeKind::bonus:
      return {period_field, paid_on_field, paid_field};
    case ChangeKind::care_exclusion:
      return {excluded_from_field, excluded_until_field};
    case ChangeKind::dependent:
      return {link_field, dependent_from_field, dependent_until_field};
    case ChangeKind::dependent_cancelled:
      return {link_field};
    case ChangeKind::period_added:
    case ChangeKind::leave_added:
    case ChangeKind::leave_removed:
      return {};
  }
  return {};
}

/// Texts that the choices of a select point into.
struct Options {
  std::vector<std::pair<std::string, std::string>> texts;

  std::vector<Choice> choices() const {
    std::vector<Choice> made;
    for (const auto& [value, label] : texts) made.push_back({value, label});
    return made;
  }
};

Options period_options(const ChangeGround& ground) {
  Options options;
  for (const auto& period : ground.known.periods) {
    options.texts.emplace_back(
        std::string(period.id.text()),
        period.acquired.iso() + " 取得" + (period.lost ? "、" + period.lost->iso() + " 喪失" : ""));
  }
  return options;
}

std::string decision_key(const remuneration::StandardRemuneration& one) {
  return std::string(one.period.text()) + "." + one.from.iso();
}

Options decision_options(const ChangeGround& ground) {
  Options options;
  for (const auto& one : ground.known.standards) {
    options.texts.emplace_back(decision_key(one), base::era_month(one.from) + "から " +
                                                      one.standard.grouped() + "円(" +
                                                      wording(one.kind).ja.text() + ")");
  }
  return options;
}

Options link_options(const ChangeGround& ground) {
  Options options;
  for (const auto& link : ground.known.links) {
    options.texts.emplace_back(
        std::string(link.id.text()),
        link.from.iso() + " から" + (link.until ? " " + link.until->iso() + " まで" : ""));
  }
  return options;
}

/// What a select offers; nullopt: the field is typed.
std::optional<Options> options_of(const Field& field, const ChangeGround& ground) {
  if (field.name == period_field.name) return period_options(ground);
  if (field.name == decision_field.name) return decision_options(ground);
  if (field.name == link_field.name) return link_options(ground);
  return std::nullopt;
}

std::optional<eligibility::DependentLinkId> read_link(const ChangeGround& ground, Form& form) {
  const auto chosen = form.choice(link_field, link_options(ground).choices());
  return chosen ? eligibility::DependentLinkId::parse(*chosen) : std::nullopt;
}

std::optional<ChangeDetail> read_dependent(const ChangeGround& ground, Form& form) {
  const auto link = read_link(ground, form);
  const auto from = form.date(dependent_from_field);
  const auto until = form.date(dependent_until_field);
  if (!form.ok() || !link || !from) return std::nullopt;
  return DependentCorrection{*link, *from, until};
}

std::optional<eligibility::PeriodId> read_period(const ChangeGround& ground, Form& form) {
  const auto chosen = form.choice(period_field, period_options(ground).choices());
  return chosen ? eligibility::PeriodId::parse(*chosen) : std::nullopt;
}

std::optional<ChangeDetail> read_standard_cancellation(const ChangeGround& ground, Form& form) {
  const auto chosen = form.choice(decision_field, decision_options(ground).choices());
  if (!chosen) return std::nullopt;
  const auto found = std::ranges::find(ground.known.standards, *chosen, decision_key);
  if (found == ground.known.standards.end()) return std::nullopt;
  return StandardCancellation{found->period, found->from};
}

std::optional<ChangeDetail> read_move(const ChangeGround& ground,
                                      const std::vector<eligibility::Establishment>& all,
                                      Form& form) {
  const auto period = read_period(ground, form);
  const auto symbol = form.text(symbol_field);
  if (!period || !symbol) return std::nullopt;
  const auto found = std::ranges::find(all, *symbol, &eligibility::Establishment::symbol);
  if (found == all.end()) {
    form.note(symbol_field, {"この記号の事業所はありません", "No establishment has this symbol"});
    return std::nullopt;
  }
  auto number = base::normalised(base::Entry::number,
                                 form.text(moved_number_field).value_or(std::string()));
  const bool digits =
      std::ranges::all_of(number, [](char letter) { return letter >= '0' && letter <= '9'; });
  if (!digits || number.size() > number_digits) {
    form.note(moved_number_field, {"番号は6桁までの数字です", "At most six digits"});
    return std::nullopt;
  }
  const auto first = number.find_first_not_of('0');
  number = first == std::string::npos ? std::string() : number.substr(first);
  return PeriodMove{*period, found->id, std::move(number)};
}

std::optional<ChangeDetail> read_period_correction(const ChangeGround& ground, Form& form) {
  const auto period = read_period(ground, form);
  const auto acquired = form.date(acquired_field);
  const auto lost = form.date(lost_field);
  if (!form.ok() || !period || !acquired) return std::nullopt;
  return PeriodCorrection{*period, *acquired, lost};
}

std::optional<ChangeDetail> read_standard(const ChangeGround& ground, Form& form) {
  const auto period = read_period(ground, form);
  const auto from = form.month(from_field);
  const auto monthly = form.yen(monthly_field, 1, pay_limit_yen);
  if (!period || !from || !monthly) return std::nullopt;
  return StandardCorrection{*period, *from, *monthly};
}

std::optional<ChangeDetail> read_bonus(const ChangeGround& ground, Form& form) {
  const auto period = read_period(ground, form);
  const auto paid_on = form.date(paid_on_field);
  const auto paid = form.yen(paid_field, 0, pay_limit_yen);
  if (!period || !paid_on || !paid) return std::nullopt;
  return BonusCorrection{*period, *paid_on, *paid};
}

/// What stands, where the clerk has typed nothing yet.
void prefill(const ChangeGround& ground, Form& form) {
  const auto& known = ground.known;
  if (!known.people.empty()) form.prefill("born", known.people.front().born.iso());
  if (!known.links.empty()) {
    const auto& link = known.links.back();
    form.prefill("link", std::string(link.id.text()));
    form.prefill("dependent_from", link.from.iso());
    if (link.until) form.prefill("dependent_until", link.until->iso());
  }
  if (known.periods.empty()) return;
  const auto& latest = known.periods.back();
  form.prefill("period", std::string(latest.id.text()));
  form.prefill("acquired", latest.acquired.iso());
  if (latest.lost) form.prefill("lost", latest.lost->iso());
}

}  // namespace

const std::vector<ChangeForm>& change_forms() {
  static const std::vector<ChangeForm> forms{
      {"period", ChangeKind::period, "取得日・喪失日の届出の誤りや、遅れて届いた喪失を直します。"},
      {"standard", ChangeKind::standard, "報酬月額の届出の誤りを、適用する月から直します。"},
      {"standard-cancellation", ChangeKind::standard_cancelled,
       "要件に合わない決定を取り消します。"},
      {"bonus", ChangeKind::bonus, "支払われた賞与の額や支払日を直します。"},
      {"birth", ChangeKind::birth, "介護保険料の対象や75歳の喪失に影響します。"},
      {"establishment", ChangeKind::establishment,
       "資格の初日から別の事業所だったときに直します。"},
      {"cancellation", ChangeKind::period_cancelled, "資格そのものがなかったときに取り消します。"},
      {"care-exclusion", ChangeKind::care_exclusion,
       "海外勤務などで介護保険の被保険者でない期間を登録します。"},
      {"dependent", ChangeKind::dependent,
       "被扶養者になった日・でなくなった日の届出の誤りや、遅れて届いた非該当を直します。"},
      {"dependent-cancellation", ChangeKind::dependent_cancelled,
       "被扶養者の認定そのものがなかったときに取り消します。"}};
  return forms;
}

bool fits(const ChangeForm& form, const ChangeGround& ground) {
  switch (form.kind) {
    case ChangeKind::birth:
    case ChangeKind::care_exclusion:
      return true;
    case ChangeKind::dependent:
    case ChangeKind::dependent_cancelled:
      return !ground.known.links.empty();
    default:
      return !ground.known.periods.empty();
  }
}

const ChangeForm* find_change_form(std::string_view address) {
  const auto& forms = change_forms();
  const auto found = std::ranges::find(forms, address, &ChangeForm::address);
  return found == forms.end() ? nullptr : &*found;
}

std::vector<Data> change_inputs(const ChangeForm& kind, const ChangeGround& ground, Form& form) {
  prefill(ground, form);
  std::vector<Data> inputs;
  for (const auto& field : fields_of(kind.kind)) {
    Data row;
    if (const auto options = options_of(field, ground)) {
      row.section("choice", form.select(field, options->choices())).nothing("typed");
    } else {
      row.section("typed", form.input(field)).nothing("choice");
    }
    inputs.push_back(std::move(row));
  }
  return inputs;
}

std::optional<ChangeDetail> read_change(const ChangeForm& kind, const ChangeGround& ground,
                                        const std::vector<eligibility::Establishment>& all,
                                        Form& form) {
  switch (kind.kind) {
    case ChangeKind::birth:
      if (const auto born = form.date(born_field)) return BirthCorrection{*born};
      return std::nullopt;
    case ChangeKind::period:
      return read_period_correction(ground, form);
    case ChangeKind::period_cancelled:
      if (const auto period = read_period(ground, form)) return PeriodCancellation{*period};
      return std::nullopt;
    case ChangeKind::establishment:
      return read_move(ground, all, form);
    case ChangeKind::standard:
      return read_standard(ground, form);
    case ChangeKind::standard_cancelled:
      return read_standard_cancellation(ground, form);
    case ChangeKind::bonus:
      return read_bonus(ground, form);
    case ChangeKind::care_exclusion: {
      const auto from = form.date(excluded_from_field);
      const auto until = form.date(excluded_until_field);
      if (!form.ok() || !from) return std::nullopt;
      return CareExclusion{*from, until};
    }
    case ChangeKind::dependent:
      return read_dependent(ground, form);
    case ChangeKind::dependent_cancelled:
      if (const auto link = read_link(ground, form)) return DependentCancellation{*link};
      return std::nullopt;
    case ChangeKind::period_added:
    case ChangeKind::leave_added:
    case ChangeKind::leave_removed:
      return std::nullopt;
  }
  return std::nullopt;
}

std::vector<Data> change_hidden(const ChangeForm& kind, const Form& form) {
  std::vector<Data> rows;
  for (const auto& field : fields_of(kind.kind)) {
    rows.push_back(Data()
                       .text("hidden_name", std::string(field.name))
                       .text("hidden_value", form.sent(field.name)));
  }
  return rows;
}

}  // namespace kenpo::premium
