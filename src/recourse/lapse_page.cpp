// `/claims/{id}/outcome`, `/lapses` and `/lapses/{lapse}`.
#include <algorithm>
#include <charconv>

#include "base/era.h"
#include "claim/claim_page.h"
#include "desk/components.h"
#include "desk/page.h"
#include "recourse/lapse_act.h"
#include "recourse/lapse_print.h"
#include "recourse/recourse_page.h"
#include "safeguard/register_layout_page.h"

#include "desk/section_page.h"

namespace kenpo::recourse {

namespace of_lapse_screens {

using base::Result;
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

constexpr Field kind_field{.name = "kind", .label = "処理"};
constexpr Field on_field{.name = "on", .label = "日", .length_limit = 20};
constexpr Field amount_field{.name = "amount",
                             .label = "返還を求める額(円)",
                             .need = Field::Need::optional,
                             .support = "一部の日だけが喪失後のときは、その日の分に改めます。",
                             .length_limit = 12,
                             .mode = "numeric"};
constexpr Field words_field{.name = "words",
                            .label = "メモ",
                            .need = Field::Need::optional,
                            .length_limit = 200};
constexpr Field number_field{.name = "insurer_number",
                             .label = "新しい保険者の番号",
                             .support = "8桁です。検証番号を確かめます。",
                             .length_limit = 10,
                             .mode = "numeric"};
constexpr Field name_field{.name = "insurer_name", .label = "新しい保険者の名称",
                           .length_limit = 60};
constexpr Field joined_field{.name = "joined_on", .label = "加入した日", .length_limit = 20};
constexpr Field source_field{.name = "source",
                             .label = "聞いた先",
                             .support = "例：本人の電話、資格確認の結果連絡書",
                             .length_limit = 60};

std::string address_of(const LapseId& id) { return "/lapses/" + std::string(id.text()); }

ChipKind chip_kind(LapseState state) {
  switch (state) {
    case LapseState::open: return ChipKind::problem;
    case LapseState::reassigning:
    case LapseState::settling:
    case LapseState::repaying: return ChipKind::progress;
    case LapseState::cleared: return ChipKind::plain;
    default: return ChipKind::done;
  }
}
Cell state_cell(LapseState state) {
  return desk::chip_cell(chip_kind(state), wording(state).ja.text());
}

std::int64_t number_of(std::string_view text, std::int64_t fallback) {
  std::int64_t number = fallback;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return text.empty() ? fallback : number;
}

Result<Response> outcome_page(const RecourseScreens& screens, const Visit& visit,
                              const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<claim::ClaimId>("id"));
  const auto shown = KENPO_TRY(show_outcome(screens.office, acting, id));
  if (!shown) return Visit::no_such_page();
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : shown->outcome.lines) {
    const auto kind = line.agreement == Agreement::agrees    ? ChipKind::done
                      : line.agreement == Agreement::differs ? ChipKind::problem
                                                             : ChipKind::waiting;
    rows.push_back({{line.part},
                    {line.claimed},
                    {line.expected},
                    desk::chip_cell(kind, wording(line.agreement)),
                    {line.reason.ja.text()},
                    {line.article.text()}});
  }
  const auto& pays = shown->outcome.society_pays;
  SectionPage page(visit);
  page.section("レセプト")
      .facts({{"氏名", shown->claim.name},
              {"診療年月", base::era_month(shown->claim.treated_in)},
              {"医療機関", shown->claim.institution_name},
              {"組合が負担する額", pays ? pays->grouped() + "円" : "計算できません"}})
      .section("結果")
      .table(desk::table("いまの台帳での結果",
                         {{"項目"}, {"レセプト"}, {"台帳"}, {"結果"}, {"理由"}, {"根拠"}}, rows));
  return page.finish({.title = "資格点検の結果",
                      .section = "/claims",
                      .crumbs = {{"レセプト", "/claims"},
                                 {"レセプトの表示", "/claims/" + std::string(id.text())}}});
}

Result<Response> list_page(const RecourseScreens& screens, const Visit& visit,
                           const Acting& acting) {
  const auto asked = number_of(visit.query("state"), -1);
  std::optional<LapseState> state;
  if (asked >= 0 && asked < static_cast<std::int64_t>(lapse_states_count)) {
    state = static_cast<LapseState>(asked);
  }
  const auto number = visit.page_number();
  const auto found = KENPO_TRY(
      list_lapses(screens.office, acting, state, (number - 1) * lapses_of_a_page));
  std::vector<std::vector<Cell>> states;
  for (std::size_t at = 0; at < lapse_states_count; ++at) {
    const auto each = static_cast<LapseState>(at);
    states.push_back({desk::link_cell(wording(each).ja.text(),
                                      "/lapses?state=" + std::to_string(at)),
                      {desk::grouped(found.by_state[at])}});
  }
  std::vector<std::vector<Cell>> rows;
  for (const auto& [lapse, claim] : found.lines) {
    rows.push_back({desk::link_cell(claim.name.empty() ? "氏名の記録なし" : claim.name,
                                    address_of(lapse.id)),
                    {claim::masked_number(claim)},
                    {base::era_month(claim.treated_in)},
                    {claim.institution_name},
                    {claim::wording(lapse.standing)},
                    desk::yen_cell(lapse.amount),
                    state_cell(lapse.state)});
  }
  const auto address = "/lapses" + (state ? "?state=" + std::to_string(asked) + "&" : "?");
  SectionPage page(visit);
  page.lead("資格を喪失した後の受診です。振替、保険者間調整、本人の返還の順に考えます。"
            "月次処理がレセプトから抽出します。")
      .section("処理の状況")
      .table(desk::table("状況", {{"状況"}, {"件数", Holds::numbers}}, states))
      .section(state ? "一覧：" + wording(*state).ja.text() : std::string("一覧"))
      .table(desk::table("資格喪失後の受診",
                         {{"氏名"},
                          {"記号・番号"},
                          {"診療年月"},
                          {"医療機関"},
                          {"資格点検"},
                          {"組合の負担(円)", Holds::numbers},
                          {"状況"}},
                         rows, desk::grouped(found.count) + "件"));
  if (number > 1) {
    page.section("前のページ").link("前の50件", address + "page=" + std::to_string(number - 1));
  }
  if (number * lapses_of_a_page < found.count) {
    page.section("次のページ").link("次の50件", address + "page=" + std::to_string(number + 1));
  }
  return page.finish({.title = "資格喪失後の受診",
                      .section = "/findings",
                      .crumbs = {{"内容点検", "/findings"}}});
}

struct StepChoices {
  std::vector<std::pair<std::string, std::string>> texts;
  std::vector<desk::Choice> choices() const {
    std::vector<desk::Choice> made;
    for (const auto& [value, label] : texts) made.push_back({value, label});
    return made;
  }
};
StepChoices choices_of(const std::vector<LapseStepKind>& steps) {
  StepChoices made;
  for (const auto step : steps) {
    made.texts.emplace_back(std::to_string(static_cast<int>(step)), wording(step).ja.text());
  }
  return made;
}

desk::Data steps_table(const RecourseScreens& screens, const LapseView& shown) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& step : shown.lapse.steps) {
    rows.push_back({{step.on.iso()},
                    {wording(step.kind).ja.text()},
                    {step.words},
                    {step.by ? screens.staff_name(*step.by) : std::string("プログラム")}});
  }
  return desk::table("経過", {{"日"}, {"処理"}, {"メモ"}, {"担当"}}, rows);
}

void add_forms(SectionPage& page, const LapseView& shown, const Form& form,
               const std::string& address) {
  if (!shown.steps.empty()) {
    const auto choices = choices_of(shown.steps);
    page.section("処理", "提案：" + wording(shown.proposal.step).ja.text() + "。" +
                             shown.proposal.reason.ja.text())
        .form(address + "/steps", "処理を記録する",
              FormFields()
                  .select(form, kind_field, choices.choices())
                  .input(form, on_field)
                  .input(form, amount_field)
                  .input(form, words_field));
  }
  const bool papers = shown.lapse.state == LapseState::settling ||
                      shown.lapse.state == LapseState::repaying;
  if (papers) {
    page.section("書類",
                 "お知らせ、申出書(委任状兼同意書)、新しい保険者への療養費支給申請書を一つのPDFにします。"
                 "限度額までの支払だったレセプトでは高額療養費の申請書を、受診した人が別の人のときは"
                 "その人の同意書を加えます。受診のほかにも給付をしていたときは、その申請書を加えて"
                 "開きます。")
        .link("書類のPDFを開く", address + "/papers.pdf");
    for (const auto each : settlement_forms("5678")) {
      page.link(std::string(wording(each)) + "の申請書を加えて開く",
                address + "/papers.pdf?forms=" + std::to_string(static_cast<int>(each)));
    }
    page.link("すべての申請書を開く", address + "/papers.pdf?forms=5678")
        .section("債権", "返還の額は債権の台帳に登録されています。")
        .link("返納金・求償を開く", "/recoveries");
  }
  page.section("新しい保険者", shown.successor ? "" : "まだ登録されていません。");
  if (shown.successor) {
    page.facts({{"保険者番号", shown.successor->insurer_number},
                {"名称", shown.successor->insurer_name},
                {"加入した日", shown.successor->joined_on.iso()},
                {"聞いた先", shown.successor->source}});
  }
  page.section("新しい保険者の登録")
      .form(address + "/successors", "保険者を登録する",
            FormFields()
                .input(form, number_field)
                .input(form, name_field)
                .input(form, joined_field)
                .input(form, source_field));
}

Result<Response> lapse_page(const RecourseScreens& screens, const Visit& visit,
                            const Acting& acting, const Form& form) {
  const auto id = KENPO_TRY(visit.id<LapseId>("lapse"));
  const auto shown = KENPO_TRY(show_lapse(screens.office, acting, id));
  if (!shown) return Visit::no_such_page();
  const auto& claim = shown->claim;
  SectionPage page(visit);
  page.faults(form).section("受診").facts(
      {{"氏名", claim.name},
       {"記号・番号", claim::masked_number(claim)},
       {"診療年月", base::era_month(claim.treated_in)},
       {"医療機関", claim.institution_name},
       {"資格点検", claim::wording(shown->lapse.standing)},
       {"組合の負担", shown->lapse.amount.grouped() + "円"},
       {"状況", wording(shown->lapse.state).ja.text()}});
  page.section("レセプト")
      .link("レセプトを開く", "/claims/" + std::string(claim.id.text()));
  add_forms(page, *shown, form, address_of(id));
  page.section("経過").table(steps_table(screens, *shown));
  return page.finish({.title = "資格喪失後の受診の処理",
                      .section = "/findings",
                      .crumbs = {{"内容点検", "/findings"}, {"資格喪失後の受診", "/lapses"}},
                      .status = form.ok() ? 200 : 422});
}

Result<Response> after(const RecourseScreens& screens, const Visit& visit, const Acting& acting,
                       Form& form, const Result<>& done, std::string message) {
  const auto id = KENPO_TRY(visit.id<LapseId>("lapse"));
  if (done.ok()) return visit.redirect_with(address_of(id), std::move(message));
  form.note(done.faults());
  return lapse_page(screens, visit, acting, form);
}

Result<Response> step(const RecourseScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<LapseId>("lapse"));
  auto form = visit.form();
  std::vector<LapseStepKind> every;
  for (int kind = 1; kind <= static_cast<int>(LapseStepKind::cleared); ++kind) {
    every.push_back(static_cast<LapseStepKind>(kind));
  }
  const auto choices = choices_of(every);
  const auto kind = form.choice(kind_field, choices.choices());
  const auto on = form.date(on_field);
  constexpr std::int64_t most_yen = 1'000'000'000;  // no receipt costs more
  const auto amount = form.yen(amount_field, 0, most_yen);
  const auto words = form.text(words_field);
  if (!form.ok()) return lapse_page(screens, visit, acting, form);
  return after(screens, visit, acting, form,
               enter_step(screens.office, acting, id,
                          {.kind = static_cast<LapseStepKind>(number_of(*kind, 0)),
                           .on = *on,
                           .amount = amount,
                           .words = words.value_or("")}),
               "処理を記録しました。");
}

Result<Response> successor(const RecourseScreens& screens, const Visit& visit,
                           const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<LapseId>("lapse"));
  auto form = visit.form();
  const auto number = form.text(number_field);
  const auto name = form.text(name_field);
  const auto joined = form.date(joined_field);
  const auto source = form.text(source_field);
  if (!form.ok()) return lapse_page(screens, visit, acting, form);
  return after(screens, visit, acting, form,
               enter_successor(screens.office, acting, id,
                               {.insurer_number = *number,
                                .insurer_name = *name,
                                .joined_on = *joined,
                                .source = *source}),
               "新しい保険者を登録しました。");
}

Result<Response> papers(const RecourseScreens& screens, const Visit& visit,
                        const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<LapseId>("lapse"));
  const auto addressed =
      KENPO_TRY(address_papers(screens.office, acting, id, visit.query("forms")));
  auto printed = KENPO_TRY(print_papers(addressed, screens.sender, visit.now()));
  return visit.paper("資格喪失後受診の書類.pdf", std::move(printed));
}

}  // namespace of_lapse_screens

void add_lapse_routes(desk::Router& router, const RecourseScreens& screens) {
  using namespace of_lapse_screens;
  const auto with = [screens](auto handler) {
    return [screens, handler](const Visit& visit, const Acting& acting) {
      return handler(screens, visit, acting);
    };
  };
  router.get_act<outcome_show>("/claims/{id}/outcome", with(outcome_page));
  router.get_act<lapse_list>("/lapses", with(list_page));
  const std::string lapse = "/lapses/{lapse}";
  router.get_act<lapse_show>(lapse, [screens](const Visit& visit, const Acting& acting) {
    return lapse_page(screens, visit, acting, Form());
  });
  router.post_act<lapse_step>(lapse + "/steps", with(step));
  router.post_act<successor_enter>(lapse + "/successors", with(successor));
  router.get_act<lapse_papers>(lapse + "/papers.pdf", with(papers));
}

}  // namespace kenpo::recourse
