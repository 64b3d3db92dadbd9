// `/arrears/{payer}/pledges`: a written pledge with its instalments, decided by two people.
#include "collection/pledge_page.h"

#include <algorithm>

#include "base/era.h"
#include "collection/layout_page.h"
#include "collection/pledge_act.h"
#include "collection/pledge_print.h"
#include "desk/section_page.h"

namespace kenpo::collection {

// Screens of one folder share many short names; these are of this file.
namespace of_pledges {

using base::Result;
using base::Yen;
using desk::Cell;
using desk::ChipKind;
using desk::Choice;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr std::size_t plan_characters_limit = instalments_limit * 60;
constexpr std::string_view every_debt = "all";

constexpr Field debts_field{.name = "debts", .label = "対象の請求"};
constexpr Field plan_debts_field{.name = "plan_debts", .label = "分ける請求"};
constexpr Field first_field{.name = "first", .label = "初回の期日", .length_limit = 20};
constexpr Field count_field{
    .name = "count", .label = "回数", .support = "24回まで。", .length_limit = 2, .mode = "numeric"};
constexpr Field pledged_field{.name = "pledged_on",
                              .label = "誓約の日",
                              .support = "誓約書の日です。この日に時効が更新されます(民法152条)。",
                              .length_limit = 20};
constexpr Field plan_field{.name = "plan",
                           .label = "分割の計画",
                           .support = "1行に1回ずつ、期日と金額を入れます。合計は残りの額と同じにします。",
                           .length_limit = plan_characters_limit};
constexpr Field reason_field{.name = "reason",
                             .label = "分割を認める理由",
                             .support = "例：売上の回復まで一括の納付が難しいため",
                             .length_limit = staff::reason_characters_limit};

std::string payer_address(const PayerId& payer) { return "/arrears/" + std::string(payer.text()); }

std::string words_of(const DebtKey& key) {
  return base::era_month(key.month) + "分 " + wording(key.kind).ja.text();
}

bool is_pledged(const PayerView& payer, const DebtKey& debt) {
  return std::ranges::any_of(payer.pledges, [&](const PledgeView& one) {
    return one.pledge.stands() &&
           std::ranges::find(one.pledge.debts, debt, &PledgedDebt::debt) !=
               one.pledge.debts.end();
  });
}

/// What can be pledged: overdue, and in no pledge that stands.
std::vector<PledgedDebt> free_debts(const PayerView& payer) {
  std::vector<PledgedDebt> found;
  for (const auto& one : payer.debts) {
    const bool open = one.debt.rest() > Yen() && one.age != DebtAge::not_due;
    if (open && !is_pledged(payer, one.debt.key)) {
      found.push_back({one.debt.key, one.debt.rest()});
    }
  }
  return found;
}

Cell kept_cell(const InstalmentStanding& one) {
  if (one.covered_on) {
    return one.late ? desk::chip_cell(ChipKind::waiting, "遅れて納付")
                    : desk::chip_cell(ChipKind::done, "納付");
  }
  return one.late ? desk::chip_cell(ChipKind::problem, "不履行")
                  : desk::chip_cell(ChipKind::plain, "期日前");
}

desk::Data plan_table(const PledgeView& view) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : view.standing.instalments) {
    rows.push_back({{one.instalment.due.iso()},
                    desk::yen_cell(one.instalment.amount),
                    {one.covered_on ? one.covered_on->iso() : ""},
                    one.missing == Yen() ? Cell{""} : desk::yen_cell(one.missing),
                    kept_cell(one)});
  }
  return desk::table("分割の計画と履行",
                     {{"期日"},
                      {"額(円)", Holds::numbers},
                      {"納付の日"},
                      {"不足(円)", Holds::numbers},
                      {"履行"}},
                     rows, std::to_string(rows.size()) + "回");
}

struct Labels {
  std::vector<std::pair<std::string, std::string>> texts;
  std::vector<Choice> choices() const {
    std::vector<Choice> made;
    for (const auto& [value, label] : texts) made.push_back({value, label});
    return made;
  }
};

Labels labels_of(const std::vector<PledgedDebt>& debts) {
  Labels labels;
  Yen sum;
  for (const auto& one : debts) sum += one.rest;
  labels.texts.emplace_back(every_debt, "期限を過ぎた請求すべて " + yen_words(sum));
  for (const auto& one : debts) {
    labels.texts.emplace_back(debt_text(one.debt), words_of(one.debt) + " " + yen_words(one.rest));
  }
  return labels;
}

/// The debts that were chosen.
std::optional<std::vector<PledgedDebt>> read_debts(Form& form, const Field& field,
                                                   const PayerView& payer) {
  const auto free = free_debts(payer);
  const auto labels = labels_of(free);
  const auto chosen = form.choice(field, labels.choices());
  if (!chosen) return std::nullopt;
  if (*chosen == every_debt) return free;
  std::vector<PledgedDebt> found;
  for (const auto& one : free) {
    if (debt_text(one.debt) == *chosen) found.push_back(one);
  }
  return found;
}

Result<Response> pledge_page(const CollectionScreens& screens, const Visit& visit,
                             const Acting& acting, Form& form) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<PayerId>("payer"));
  const auto payer = KENPO_TRY(show_payer(ledger, acting, id));
  const auto free = free_debts(payer);
  const auto address = payer_address(id);
  SectionPage page(visit, "collection_page");
  page.faults(form).lead("書面で誓約された分割の計画を登録し、もう一人の決裁を求めます。"
                         "延滞金は、誓約があっても完納の日の前日までかかります(健康保険法181条)。");
  if (free.empty()) {
    page.notification(desk::NotificationKind::information, "誓約の対象になる請求はありません。",
                      "納付期限を過ぎ、ほかの誓約に入っていない請求が対象です。");
  } else {
    const auto labels = labels_of(free);
    const auto today = visit.now().day();
    for (const auto name : {debts_field.name, plan_debts_field.name}) {
      if (form.sent(name).empty()) form.prefill(name, std::string(every_debt));
    }
    form.prefill("first", today.in_month().plus(1).last_day().iso());
    form.prefill("count", "3");
    form.prefill("pledged_on", today.iso());
    page.section("計画を登録する")
        .form(address + "/pledges", "登録して決裁に出す",
              FormFields()
                  .select(form, debts_field, labels.choices())
                  .input(form, pledged_field)
                  .next_row()
                  .area(form, plan_field)
                  .next_row()
                  .input(form, reason_field));
    page.section("同じ額で分ける", "月ごとに分けた計画を上の欄に入れます。端数は初回に入ります。")
        .form(address + "/pledge-plans", "計画の案を作る",
              FormFields()
                  .select(form, plan_debts_field, labels.choices())
                  .input(form, first_field)
                  .input(form, count_field));
  }
  desk::PageHead head;
  head.title = "納付誓約 " + payer.name;
  head.section = "/receipts";
  head.crumbs = {{"未納・滞納", "/arrears"}, {payer.name, address}};
  head.started = {&pledge_propose};
  return page.finish(std::move(head));
}

/// Fills the plan in; nothing is kept.
Result<Response> draft_plan(const CollectionScreens& screens, const Visit& visit,
                            const Acting& acting) {
  auto form = visit.form();
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<PayerId>("payer"));
  const auto payer = KENPO_TRY(show_payer(ledger, acting, id));
  const auto debts = read_debts(form, plan_debts_field, payer);
  const auto first = form.date(first_field);
  const auto count = form.number(count_field, 1, static_cast<std::int64_t>(instalments_limit));
  if (form.ok()) {
    Yen sum;
    for (const auto& one : *debts) sum += one.rest;
    form.prefill("debts", form.sent("plan_debts"));
    form.prefill("plan", plan_text(even_instalments(sum, *first, static_cast<int>(*count))));
  }
  return pledge_page(screens, visit, acting, form);
}

Result<Response> propose(const CollectionScreens& screens, const Visit& visit,
                         const Acting& acting) {
  auto form = visit.form();
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<PayerId>("payer"));
  const auto payer = KENPO_TRY(show_payer(ledger, acting, id));
  const auto debts = read_debts(form, debts_field, payer);
  const auto pledged_on = form.date(pledged_field);
  const auto reason = form.text(reason_field);
  const auto plan = read_plan(form.sent("plan"));
  if (!plan.ok()) {
    for (const auto& fault : plan.faults()) {
      form.note(plan_field, {base::Plain(fault.place.line) + "行目：" + fault.what.ja,
                             fault.what.en});
    }
  }
  if (form.ok()) {
    Pledge pledge{.payer = id, .pledged_on = *pledged_on, .debts = *debts};
    pledge.instalments = *plan;
    const auto done =
        propose_pledge(ledger, screens.approvals, acting, std::move(pledge), *reason);
    if (done.ok()) {
      return visit.redirect_with("/approvals/" + std::string(done->text()),
                                 "納付誓約を登録しました。もう一人の決裁を待ちます。");
    }
    form.note(done.faults());
  }
  return pledge_page(screens, visit, acting, form);
}

Result<Response> end(const CollectionScreens& screens, const Visit& visit,
                     const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<PayerId>("payer"));
  const auto form = visit.form();
  const auto pledge = PledgeId::parse(form.sent("pledge"));
  if (!pledge) return Visit::no_such_page();
  auto ledger = screens.ledger;
  const auto state = KENPO_TRY(end_pledge(ledger, acting, id, *pledge));
  return visit.redirect_with(payer_address(id), "納付誓約：" + wording(state).ja.text() +
                                                    "を記録しました。");
}

std::optional<PledgeId> pledge_in(const Visit& visit) {
  auto name = visit.path_value("file");
  constexpr std::string_view ending = ".pdf";
  if (!name.ends_with(ending)) return std::nullopt;
  name.remove_suffix(ending.size());
  return PledgeId::parse(name);
}

Result<Response> paper(const CollectionScreens& screens, const Visit& visit,
                       const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<PayerId>("payer"));
  const auto wanted = pledge_in(visit);
  if (!wanted) return Visit::no_such_page();
  auto ledger = screens.ledger;
  const auto [payer, view] = KENPO_TRY(show_pledge(ledger, acting, id, *wanted));
  auto printed =
      KENPO_TRY(print_pledge(payer, view.pledge, screens.sender, view.pledge.made_at));
  return visit.paper("納付誓約書.pdf", std::move(printed));
}

Result<Response> record_paper(const CollectionScreens& screens, const Visit& visit,
                              const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<PayerId>("payer"));
  auto ledger = screens.ledger;
  const auto payer = KENPO_TRY(show_payer(ledger, acting, id));
  auto printed = KENPO_TRY(print_arrears_record(payer, screens.sender, visit.now()));
  return visit.paper("滞納整理の経過.pdf", std::move(printed));
}

}  // namespace of_pledges

void add_pledge_sections(desk::SectionPage& page, const PayerView& payer) {
  using namespace of_pledges;
  const auto address = payer_address(payer.payer);
  for (const auto& one : payer.pledges) {
    const auto& pledge = one.pledge;
    const auto state = pledge.state();
    auto words = wording(state).ja.text();
    if (state == PledgeState::agreed) words += "・" + wording(one.standing.keeping).ja.text();
    page.section("納付誓約 " + pledge.pledged_on.iso() + "（" + words + "）")
        .facts({{"対象の請求", std::to_string(pledge.debts.size()) + "件 " +
                                   yen_words(pledge.total())},
                {"納付済み", yen_words(one.standing.paid)},
                {"期日を過ぎた不足", yen_words(one.standing.overdue)}})
        .table(plan_table(one))
        .link("納付誓約書(PDF)",
              address + "/pledges/" + std::string(pledge.id.text()) + ".pdf");
    if (!pledge.stands()) continue;
    const bool agreed = state == PledgeState::agreed;
    page.form(address + "/pledge-endings", agreed ? "誓約を取り消す" : "誓約を取り下げる",
              FormFields().hidden("pledge", std::string(pledge.id.text())));
  }
  page.section("納付誓約と経過の書類")
      .link("納付誓約を登録する", address + "/pledges")
      .link("滞納整理の経過(PDF)", address + "/record.pdf");
}

void add_pledge_routes(desk::Router& router, const CollectionScreens& screens) {
  using namespace of_pledges;
  const std::string payer = "/arrears/{payer}";
  router.get_act<arrears_show>(payer + "/pledges",
                               [screens](const Visit& visit, const Acting& acting) {
                                 Form form;
                                 return pledge_page(screens, visit, acting, form);
                               });
  router.post_act<arrears_show>(payer + "/pledge-plans",
                                [screens](const Visit& visit, const Acting& acting) {
                                  return draft_plan(screens, visit, acting);
                                });
  router.post_act<pledge_propose>(payer + "/pledges",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return propose(screens, visit, acting);
                                  });
  router.post_act<pledge_end>(payer + "/pledge-endings",
                              [screens](const Visit& visit, const Acting& acting) {
                                return end(screens, visit, acting);
                              });
  router.get_act<arrears_show>(payer + "/pledges/{file}",
                               [screens](const Visit& visit, const Acting& acting) {
                                 return paper(screens, visit, acting);
                               });
  router.get_act<arrears_show>(payer + "/record.pdf",
                               [screens](const Visit& visit, const Acting& acting) {
                                 return record_paper(screens, visit, acting);
                               });
}

}  // namespace kenpo::collection
