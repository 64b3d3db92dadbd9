#include "request/correction_effect_page.h"

#include <charconv>

#include "base/era.h"
#include "desk/section_page.h"
#include "eligibility/link_page.h"
#include "premium/change_effect_act.h"
#include "premium/change_words_page.h"
#include "request/answer_layout_page.h"
#include "request/request_fields_page.h"
#include "request/request_words_page.h"

namespace kenpo::request {

// Screens of one folder share many short names; these are of this file.
namespace of_effects {

using base::Result;
using desk::Cell;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using eligibility::EstablishmentNames;
using notice::Acting;

constexpr std::size_t listed_limit = 50;  // claims and certificates that a screen lists

/// Rows of words, each with the place where it is looked at.
desk::Data listed(std::string caption, std::string head,
                  std::vector<std::pair<std::string, std::string>> entries) {
  const auto all = entries.size();
  if (all > listed_limit) entries.resize(listed_limit);
  std::vector<std::vector<Cell>> rows;
  for (auto& [words, address] : entries) {
    rows.push_back({address.empty() ? Cell{words} : desk::link_cell(words, address)});
  }
  return desk::table(std::move(caption), {{std::move(head)}}, rows, std::to_string(all) + "件");
}

desk::Data claims_table(const std::vector<premium::AffectedClaim>& claims) {
  std::vector<std::pair<std::string, std::string>> entries;
  for (const auto& claim : claims) {
    entries.emplace_back(
        base::era_month(claim.treated_in) + "診療 " + claim.cost.grouped() + "円", claim.address);
  }
  return listed("影響するレセプト", "レセプト", std::move(entries));
}

desk::Data certificates_table(const std::vector<premium::AffectedCertificate>& certificates) {
  std::vector<std::pair<std::string, std::string>> entries;
  for (const auto& one : certificates) {
    entries.emplace_back(one.words + "：" + one.action, one.address);
  }
  return listed("回収・差替えをする証", "証", std::move(entries));
}

std::string difference_words(base::Yen amount) {
  return premium::signed_yen(amount) + "円";
}

std::vector<desk::Item> sum_facts(const premium::ChangeEffect& effect) {
  std::vector<desk::Item> items = {
      {"差額の合計", difference_words(effect.claimed.total())},
      {"うち本人", difference_words(effect.claimed.insured)},
      {"うち事業主", difference_words(effect.claimed.employer)}};
  if (effect.lapsed.total() != base::Yen()) {
    items.push_back({"時効のもの(健康保険法193条1項)", difference_words(effect.lapsed.total())});
  }
  for (const auto& one : effect.follow_ups) {
    const auto year = one.year > 0 ? " " + std::to_string(one.year) + "年" : std::string();
    items.push_back({"確かめること", wording(one.kind).ja.text() + "(" +
                                         premium::article(one.kind).text() + ")" + year});
  }
  return items;
}

std::string period_words(const eligibility::InsuredPeriod& period,
                         const EstablishmentNames& names) {
  return names.name(period.establishment) + " " + period.acquired.iso() + "〜" +
         (period.lost ? period.lost->iso() : "");
}

/// What was entered on the form of a period.
struct Entered {
  premium::PeriodCorrection correction;
  base::Yen expected = {};
};

struct PeriodScreen {
  std::vector<eligibility::InsuredPeriod> periods;
  EstablishmentNames names;
  std::vector<std::string> words;
  std::vector<std::string> ids;

  std::vector<desk::Choice> choices() const {
    std::vector<desk::Choice> all;
    for (std::size_t at = 0; at < words.size(); ++at) all.push_back({ids.at(at), words.at(at)});
    return all;
  }
};

Result<PeriodScreen> screen_of(RequestOffice& office, const Acting& acting,
                               const base::CaseId& id) {
  auto ledger = office.ledger();
  PeriodScreen screen{.periods = KENPO_TRY(periods_of_case(office, acting, id)),
                      .names = KENPO_TRY(EstablishmentNames::of(ledger, acting)),
                      .words = {},
                      .ids = {}};
  for (const auto& period : screen.periods) {
    screen.words.push_back(period_words(period, screen.names));
    screen.ids.emplace_back(period.id.text());
  }
  return screen;
}

FormFields period_fields(const Form& form, const PeriodScreen& screen) {
  return FormFields()
      .select(form, period_field, screen.choices())
      .input(form, acquired_field)
      .input(form, lost_field);
}

Result<Response> period_page(RequestOffice& office, const Visit& visit, const Acting& acting,
                             const Form& form, const premium::ChangeEffect* effect) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  const auto screen = KENPO_TRY(screen_of(office, acting, id));
  const auto address = case_address(id);
  SectionPage page(visit);
  page.faults(form).lead("資格取得日・喪失日が事実でないときに直します。前の決定は履歴に残ります。");
  if (effect != nullptr) {
    put_effect(page, office, acting, *effect);
    auto fields = period_fields(form, screen);
    fields.hidden("expected", std::to_string(effect->claimed.total().amount()));
    page.section("実施",
                 "決定と通知の後に実施します。保険料の差額は、次の調定に「遡及」として入ります。")
        .form(address + "/period-correction", "この内容で訂正する", std::move(fields));
  } else {
    page.section("訂正後の期間")
        .form(address + "/period-previews", "影響を確かめる", period_fields(form, screen));
  }
  return page.finish(answer_head(id, "資格の期間の訂正", form));
}

std::optional<Entered> read_period(Form& form, const PeriodScreen& screen) {
  const auto period = form.choice(period_field, screen.choices());
  const auto acquired = form.date(acquired_field);
  const auto lost = form.date(lost_field);
  if (!form.ok()) return std::nullopt;
  // The difference that was shown; another one is refused when the period is corrected.
  const auto sent = form.sent("expected");
  std::int64_t expected = 0;
  std::from_chars(sent.data(), sent.data() + sent.size(), expected);
  return Entered{{.period = *eligibility::PeriodId::parse(*period),
                  .acquired = *acquired,
                  .lost = lost},
                 base::Yen(expected)};
}

Result<Response> preview(RequestOffice& office, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  auto form = visit.form();
  const auto entered = read_period(form, KENPO_TRY(screen_of(office, acting, id)));
  if (!entered) return period_page(office, visit, acting, form, nullptr);
  const auto effect = preview_period(office, acting, id, entered->correction);
  if (effect.ok()) return period_page(office, visit, acting, form, &*effect);
  form.note(effect.faults());
  return period_page(office, visit, acting, form, nullptr);
}

Result<Response> apply(RequestOffice& office, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  auto form = visit.form();
  const auto entered = read_period(form, KENPO_TRY(screen_of(office, acting, id)));
  if (!entered) return period_page(office, visit, acting, form, nullptr);
  const auto done = correct_period(office, acting, id, entered->correction, entered->expected);
  if (done.ok()) {
    return visit.redirect_with(case_address(id), "訂正しました。本人に内容を知らせてください。");
  }
  form.note(done.faults());
  return period_page(office, visit, acting, form, nullptr);
}

}  // namespace of_effects

void put_effect(desk::SectionPage& page, RequestOffice& office, const notice::Acting& acting,
                const premium::ChangeEffect& effect) {
  using namespace of_effects;
  page.section("保険料への影響").facts(sum_facts(effect));
  auto ledger = office.ledger();
  if (const auto names = EstablishmentNames::of(ledger, acting);
      names.ok() && !effect.months.empty()) {
    page.table(premium::effects_table(effect, *names));
    page.section("差額の内訳").table(premium::differences_table(effect));
  }
  if (effect.claims) page.section("レセプト").table(claims_table(*effect.claims));
  if (effect.certificates) page.section("証").table(certificates_table(*effect.certificates));
}

void add_period_correction_routes(desk::Router& router, RequestOffice& office) {
  using namespace of_effects;
  const std::string base = "/requests/{case_id}";
  router.get_act<correction_periods_operation>(
      base + "/period-correction", [&](const Visit& visit, const Acting& acting) {
        return period_page(office, visit, acting, Form(), nullptr);
      });
  router.post_act<premium::premium_change_preview>(
      base + "/period-previews", [&](const Visit& visit, const Acting& acting) {
        return preview(office, visit, acting);
      });
  router.post_act<premium::premium_change_save>(
      base + "/period-correction", [&](const Visit& visit, const Acting& acting) {
        return apply(office, visit, acting);
      });
}

}  // namespace kenpo::request
