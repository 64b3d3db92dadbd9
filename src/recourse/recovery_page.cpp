// `/recoveries`: the ledger of debts to the society, and `/claims/{id}/recovery`: a new one.
#include <algorithm>
#include <charconv>

#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "recourse/recourse_page.h"
#include "recourse/recovery_act.h"
#include "safeguard/register_layout_page.h"

#include "desk/section_page.h"

namespace kenpo::recourse {

namespace of_recovery_screens {

using base::Result;
using base::Yen;
using desk::Cell;
using desk::ChipKind;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field claim_field{.name = "claim",
                            .label = "レセプト",
                            .support = "レセプトの画面のアドレスの最後の16文字です。",
                            .length_limit = 16};
constexpr Field cause_field{.name = "cause", .label = "原因"};
constexpr Field amount_field{.name = "amount", .label = "金額(円)", .length_limit = 12,
                             .mode = "numeric"};
constexpr Field arose_field{.name = "arose_on", .label = "発生した日",
                            .support = "給付の日。求償では事故の日です。", .length_limit = 20};
constexpr Field known_field{.name = "known_on", .label = "知った日",
                            .support = "組合が債権と相手を知った日です。", .length_limit = 20};
constexpr Field due_field{.name = "due_on", .label = "期限", .length_limit = 20};
constexpr Field debtor_field{.name = "debtor", .label = "相手の氏名・名称", .length_limit = 60};
constexpr Field words_field{.name = "words", .label = "メモ", .need = Field::Need::optional,
                            .length_limit = 200};

constexpr Field kind_field{.name = "kind", .label = "記録の種類"};
constexpr Field on_field{.name = "on", .label = "日", .length_limit = 20};
constexpr Field paid_field{.name = "paid", .label = "金額(円)", .need = Field::Need::optional,
                           .support = "入金、訂正、不納欠損のときに入れます。",
                           .length_limit = 12, .mode = "numeric"};
constexpr Field first_field{.name = "first", .label = "分割の初回の期日", .length_limit = 20};
constexpr Field count_field{.name = "count", .label = "回数", .support = "24回まで。",
                            .length_limit = 2, .mode = "numeric"};

const std::vector<desk::Choice> causes = {{"2", "不当利得の返還"},
                                          {"3", "徴収金(健康保険法58条)"},
                                          {"4", "第三者への求償"}};
const std::vector<desk::Choice> kinds = {
    {"1", "請求の通知"}, {"2", "入金"}, {"3", "債務の承認"}, {"5", "不納欠損・放棄"}, {"6", "入金の訂正"}};

std::string address_of(const RecoveryId& id) { return "/recoveries/" + std::string(id.text()); }

Cell state_cell(const Recovery& recovery, base::Date today) {
  if (recovery.rest() <= Yen()) {
    return recovery.waived() > Yen() ? desk::chip_cell(ChipKind::plain, "処理済み(欠損あり)")
                                     : desk::chip_cell(ChipKind::done, "完納");
  }
  return recovery.due_on < today ? desk::chip_cell(ChipKind::problem, "期限後")
                                 : desk::chip_cell(ChipKind::progress, "期限前");
}

desk::Data recoveries_table(const RecoveryPage& page, base::Date today) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : page.lines) {
    const auto& recovery = line.recovery;
    rows.push_back({desk::link_cell(recovery.debtor, address_of(recovery.id)),
                    {wording(recovery.cause).ja.text()},
                    desk::yen_cell(recovery.amount),
                    desk::yen_cell(recovery.rest()),
                    {recovery.due_on.iso()},
                    {line.lapses.value.iso()},
                    state_cell(recovery, today)});
  }
  return desk::table("債権",
                     {{"相手"},
                      {"原因"},
                      {"金額(円)", Holds::numbers},
                      {"残り(円)", Holds::numbers},
                      {"期限"},
                      {"時効"},
                      {"状況"}},
                     rows, desk::grouped(page.count) + "件");
}

Result<Response> list_page(const RecourseScreens& screens, const Visit& visit,
                           const Acting& acting, const Form& form) {
  const auto number = visit.page_number();
  const auto found = KENPO_TRY(
      list_recoveries(screens.office, acting, (number - 1) * recoveries_of_a_page));
  SectionPage page(visit);
  page.faults(form)
      .lead("返納金、不当利得、徴収金、給付の返還、第三者への求償の台帳です。")
      .section("届出")
      .link("第三者行為の届出", "/third-party-cases")
      .section("合計")
      .facts({{"残りの合計", found.rest.grouped() + "円"},
              {"期限を過ぎたもの", desk::grouped(found.late) + "件"},
              {"1年以内に時効になるもの", desk::grouped(found.lapsing) + "件"}})
      .section("債権")
      .table(recoveries_table(found, visit.now().day()));
  if (number > 1) {
    page.section("前のページ").link("前の50件", "/recoveries?page=" + std::to_string(number - 1));
  }
  if (number * recoveries_of_a_page < found.count) {
    page.section("次のページ").link("次の50件", "/recoveries?page=" + std::to_string(number + 1));
  }
  page.section("債権の登録", "資格喪失後の受診の返納金は、その処理の画面から登録されます。")
      .form("/recoveries", "債権を登録する",
            FormFields()
                .input(form, claim_field)
                .select(form, cause_field, causes)
                .input(form, amount_field)
                .input(form, arose_field)
                .input(form, known_field)
                .input(form, due_field)
                .input(form, debtor_field)
                .input(form, words_field));
  return page.finish({.title = "返納金・求償", .section = "/recoveries",
                      .status = form.ok() ? 200 : 422});
}

Result<Response> enter(const RecourseScreens& screens, const Visit& visit, const Acting& acting) {
  constexpr std::int64_t most_yen = 10'000'000'000;  // no accident costs more
  auto form = visit.form();
  const auto claim = form.read<claim::ClaimId>(
      claim_field, [](const std::string& text) { return claim::ClaimId::parse(text); },
      {"レセプトの番号ではありません。", "That is no receipt."});
  const auto cause = form.choice(cause_field, causes);
  const auto amount = form.yen(amount_field, 1, most_yen);
  const auto arose = form.date(arose_field);
  const auto known = form.date(known_field);
  const auto due = form.date(due_field);
  const auto debtor = form.text(debtor_field);
  const auto words = form.text(words_field);
  if (!form.ok()) return list_page(screens, visit, acting, form);
  const auto entered = enter_recovery(
      screens.office, acting,
      {.cause = static_cast<Cause>(cause->front() - '0'), .claim = *claim, .amount = *amount,
       .arose_on = *arose, .known_on = *known, .due_on = *due, .debtor = *debtor,
       .words = words.value_or("")});
  if (!entered.ok()) {
    form.note(entered.faults());
    return list_page(screens, visit, acting, form);
  }
  return visit.redirect_with(address_of(*entered), "債権を登録しました。");
}

desk::Data entries_table(const RecourseScreens& screens, const Recovery& recovery) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& entry : recovery.entries) {
    rows.push_back({{entry.on.iso()},
                    {wording(entry.kind).ja.text()},
                    entry.amount == Yen() ? Cell{""} : desk::yen_cell(entry.amount),
                    {entry.kind == EntryKind::plan ? std::string() : entry.words},
                    {screens.staff_name(entry.by)}});
  }
  return desk::table("経過", {{"日"}, {"記録"}, {"金額(円)", Holds::numbers}, {"メモ"}, {"担当"}},
                     rows);
}

desk::Data plan_table(const RecoveryView& shown) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : shown.plan) {
    rows.push_back({{line.instalment.due.iso()},
                    desk::yen_cell(line.instalment.amount),
                    line.missing == Yen() ? Cell{""} : desk::yen_cell(line.missing),
                    line.missing == Yen() ? desk::chip_cell(ChipKind::done, "納付")
                    : line.late           ? desk::chip_cell(ChipKind::problem, "期限後")
                                          : desk::chip_cell(ChipKind::plain, "期限前")});
  }
  return desk::table("分割の計画と履行",
                     {{"期日"}, {"額(円)", Holds::numbers}, {"不足(円)", Holds::numbers}, {"履行"}},
                     rows);
}

desk::Data basis_table(const RecoveryView& shown) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : shown.lapses.basis) {
    rows.push_back({{line.step.ja.text()},
                    {law::told(line.fact, base::Language::japanese)},
                    {line.article.text()}});
  }
  return desk::table("時効の数え方", {{"内容"}, {"日"}, {"根拠"}}, rows);
}

Result<Response> recovery_page(const RecourseScreens& screens, const Visit& visit,
                               const Acting& acting, const Form& form) {
  const auto id = KENPO_TRY(visit.id<RecoveryId>("recovery"));
  const auto shown = KENPO_TRY(show_recovery(screens.office, acting, id));
  if (!shown) return Visit::no_such_page();
  const auto& recovery = shown->recovery;
  const auto address = address_of(id);
  SectionPage page(visit);
  page.faults(form).section("債権").facts(
      {{"相手", recovery.debtor},
       {"原因", wording(recovery.cause).ja.text()},
       {"金額", recovery.amount.grouped() + "円"},
       {"入金", recovery.paid().grouped() + "円"},
       {"残り", recovery.rest().grouped() + "円"},
       {"期限", recovery.due_on.iso()},
       {"時効", shown->lapses.value.iso()},
       {"メモ", recovery.words}});
  if (shown->claim) {
    page.section("レセプト").link("レセプトを開く",
                                  "/claims/" + std::string(shown->claim->id.text()));
  }
  if (recovery.rest() > Yen()) {
    page.section("請求書", "送ったら、下の「記録」で請求の通知として記録します。")
        .link("請求書のPDFを開く", address + "/letter.pdf");
  }
  page.section("記録").form(address + "/entries", "記録する",
                            FormFields()
                                .select(form, kind_field, kinds)
                                .input(form, on_field)
                                .input(form, paid_field)
                                .input(form, words_field));
  if (recovery.rest() > Yen()) {
    page.section("分割", "残りの額を毎月同じ額に分けます。端数は初回に入れます。")
        .form(address + "/plans", "分割の計画を登録する",
              FormFields().input(form, first_field).input(form, count_field));
  }
  if (!shown->plan.empty()) page.section("分割の計画").table(plan_table(*shown));
  page.section("時効").table(basis_table(*shown));
  page.section("経過").table(entries_table(screens, recovery));
  return page.finish({.title = "返納金・求償の記録",
                      .section = "/recoveries",
                      .crumbs = {{"返納金・求償", "/recoveries"}},
                      .status = form.ok() ? 200 : 422});
}

Result<Response> after(const RecourseScreens& screens, const Visit& visit, const Acting& acting,
                       Form& form, const Result<>& done, std::string message) {
  const auto id = KENPO_TRY(visit.id<RecoveryId>("recovery"));
  if (done.ok()) return visit.redirect_with(address_of(id), std::move(message));
  form.note(done.faults());
  return recovery_page(screens, visit, acting, form);
}

Result<Response> record(const RecourseScreens& screens, const Visit& visit,
                        const Acting& acting) {
  constexpr std::int64_t most_yen = 10'000'000'000;  // no accident costs more
  const auto id = KENPO_TRY(visit.id<RecoveryId>("recovery"));
  auto form = visit.form();
  const auto kind = form.choice(kind_field, kinds);
  const auto on = form.date(on_field);
  const auto amount = form.yen(paid_field, 0, most_yen);
  const auto words = form.text(words_field);
  if (!form.ok()) return recovery_page(screens, visit, acting, form);
  return after(screens, visit, acting, form,
               record_entry(screens.office, acting, id,
                            {.kind = static_cast<EntryKind>(kind->front() - '0'),
                             .on = *on,
                             .amount = amount.value_or(Yen()),
                             .words = words.value_or("")}),
               "記録しました。");
}

Result<Response> plan(const RecourseScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<RecoveryId>("recovery"));
  auto form = visit.form();
  const auto first = form.date(first_field);
  const auto count = form.number(count_field, 1,
                                 static_cast<std::int64_t>(collection::instalments_limit));
  if (!form.ok()) return recovery_page(screens, visit, acting, form);
  return after(screens, visit, acting, form,
               plan_recovery(screens.office, acting, id, *first, static_cast<int>(*count)),
               "分割の計画を登録しました。");
}

Result<Response> letter_file(const RecourseScreens& screens, const Visit& visit,
                             const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<RecoveryId>("recovery"));
  const auto issued = KENPO_TRY(read_letter(screens.office, acting, id));
  auto printed = KENPO_TRY(print_letter(issued, screens.sender, visit.now()));
  return visit.paper("返納金等の請求書.pdf", std::move(printed));
}

}  // namespace of_recovery_screens

void add_recovery_routes(desk::Router& router, const RecourseScreens& screens) {
  using namespace of_recovery_screens;
  router.menu<recovery_list>(desk::MenuGroup::claims, "/recoveries", "返納・求償");
  const auto with = [screens](auto handler) {
    return [screens, handler](const Visit& visit, const Acting& acting) {
      return handler(screens, visit, acting);
    };
  };
  router.get_act<recovery_list>("/recoveries", [screens](const Visit& visit, const Acting& acting) {
    Form form;
    form.prefill("claim", std::string(visit.query("claim")));
    return list_page(screens, visit, acting, form);
  });
  router.post_act<recovery_enter>("/recoveries", with(enter));
  const std::string recovery = "/recoveries/{recovery}";
  router.get_act<recovery_show>(recovery, [screens](const Visit& visit, const Acting& acting) {
    return recovery_page(screens, visit, acting, Form());
  });
  router.post_act<recovery_record>(recovery + "/entries", with(record));
  router.post_act<recovery_record>(recovery + "/plans", with(plan));
  router.get_act<recovery_letter>(recovery + "/letter.pdf", with(letter_file));
}

void add_recourse_routes(desk::Router& router, const RecourseScreens& screens) {
  add_lapse_routes(router, screens);
  add_recovery_routes(router, screens);
  add_third_party_routes(router, screens);
}

}  // namespace kenpo::recourse
