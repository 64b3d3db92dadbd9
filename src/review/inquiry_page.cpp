// `/findings/{finding}/inquiry`: the letter to the patient and the answer.
#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "review/inquiry_act.h"
#include "review/review_page.h"

#include "desk/section_page.h"

namespace kenpo::review {

namespace of_inquiry_screens {

using base::Result;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr Field cause_field{.name = "cause", .label = "けがの原因"};
constexpr Field day_field{.name = "answered_on", .label = "回答の日", .length_limit = 20};
constexpr Field words_field{
    .name = "words", .label = "回答の要旨", .support = "医療費の審査に要ることだけを書きます。",
    .length_limit = 300};

const std::vector<desk::Choice> causes = {{"1", wording(InjuryCause::own)},
                                          {"2", wording(InjuryCause::third_party)},
                                          {"3", wording(InjuryCause::work)},
                                          {"4", wording(InjuryCause::other)}};

std::string address_of(const FindingId& id) { return "/findings/" + std::string(id.text()); }

/// What the answer means for the benefit.
const char* effect_of(InjuryCause cause) {
  switch (cause) {
    case InjuryCause::third_party:
      return "第三者の行為です。本人に第三者の行為による傷病届を求め、求償の債権を登録してください。";
    case InjuryCause::work:
      return "健康保険の給付の対象になりません。医療機関に請求先を確かめてください。";
    default: return "健康保険の給付の対象です。";
  }
}

Result<Response> inquiry_page(const ReviewScreens& screens, const Visit& visit,
                              const Acting& acting, const Form& form) {
  const auto id = KENPO_TRY(visit.id<FindingId>("finding"));
  const auto shown =
      KENPO_TRY(show_inquiry({screens.office.gate, screens.office.database}, acting, id));
  if (!shown) return Visit::no_such_page();
  const auto address = address_of(id) + "/inquiry";
  desk::SectionPage page(visit);
  page.faults(form).section("照会").facts(
      {{"氏名", shown->claim.name},
       {"診療年月", base::era_month(shown->claim.treated_in)},
       {"医療機関", shown->claim.institution_name},
       {"状況", wording(shown->finding.state)},
       {"照会の日", shown->inquiry ? shown->inquiry->issued_on.iso() : "まだ"},
       {"回答の期限", shown->inquiry ? shown->inquiry->answer_by.iso() : "まだ"}});
  const bool answered = shown->inquiry && shown->inquiry->answer;
  if (shown->finding.state == FindingState::inquiring) {
    page.section("照会書", "「照会する」を押した日が照会の日になります。照会書は台帳の住所に送ります。");
    if (shown->inquiry) page.link("照会書のPDFを開く", address + "/letter.pdf");
    else page.form(address + "/issues", "照会する", desk::FormFields());
  }
  if (shown->inquiry && !answered) {
    page.section("回答の記録")
        .form(address + "/answers", "回答を記録する",
              desk::FormFields()
                  .select(form, cause_field, causes)
                  .input(form, day_field)
                  .input(form, words_field));
  }
  if (answered) {
    const auto& answer = *shown->inquiry->answer;
    page.section("回答", effect_of(answer.cause))
        .facts({{"原因", wording(answer.cause)},
                {"回答の日", answer.answered_on.iso()},
                {"要旨", answer.words}});
    if (answer.cause == InjuryCause::third_party) {
      page.section("第三者行為の届出", "届出の書類を本人に求めます。")
          .link("届出を登録する",
                "/third-party-cases?claim=" + std::string(shown->claim.id.text()));
      page.section("求償").link("求償の債権を登録する",
                                "/recoveries?claim=" + std::string(shown->claim.id.text()));
    }
  }
  return page.finish({.title = "負傷原因の照会",
                      .section = "/findings",
                      .crumbs = {{"内容点検", "/findings"}, {"見つかったこと", address_of(id)}},
                      .status = form.ok() ? 200 : 422});
}

Result<Response> letter(const ReviewScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<FindingId>("finding"));
  const auto issued =
      KENPO_TRY(read_letter({screens.office.gate, screens.office.database}, acting, id));
  auto printed = KENPO_TRY(print_inquiry(issued, screens.sender, visit.now()));
  return visit.paper("負傷原因の照会.pdf", std::move(printed));
}

Result<Response> issue(const ReviewScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<FindingId>("finding"));
  const auto done = issue_inquiry({screens.office.gate, screens.office.database}, acting, id);
  if (done.ok()) {
    return visit.redirect_with(address_of(id) + "/inquiry", "照会の日を決めました。");
  }
  auto form = visit.form();
  form.note(done.faults());
  return inquiry_page(screens, visit, acting, form);
}

Result<Response> answer(const ReviewScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<FindingId>("finding"));
  auto form = visit.form();
  const auto cause = form.choice(cause_field, causes);
  const auto day = form.date(day_field);
  const auto words = form.text(words_field);
  if (!form.ok()) return inquiry_page(screens, visit, acting, form);
  const auto done = record_answer(
      {screens.office.gate, screens.office.database}, acting, id,
      {.cause = static_cast<InjuryCause>(cause->front() - '0'), .answered_on = *day,
       .words = *words});
  if (!done.ok()) {
    form.note(done.faults());
    return inquiry_page(screens, visit, acting, form);
  }
  return visit.redirect_with(address_of(id) + "/inquiry", "回答を記録しました。");
}

}  // namespace of_inquiry_screens

void add_inquiry_routes(desk::Router& router, const ReviewScreens& screens) {
  using namespace of_inquiry_screens;
  const std::string inquiry = "/findings/{finding}/inquiry";
  router.get_act<inquiry_show>(inquiry, [screens](const Visit& visit, const Acting& acting) {
    return inquiry_page(screens, visit, acting, Form());
  });
  router.post_act<inquiry_issue>(inquiry + "/issues",
                                 [screens](const Visit& visit, const Acting& acting) {
                                   return issue(screens, visit, acting);
                                 });
  router.get_act<inquiry_letter>(inquiry + "/letter.pdf",
                                 [screens](const Visit& visit, const Acting& acting) {
                                   return letter(screens, visit, acting);
                                 });
  router.post_act<inquiry_answer>(inquiry + "/answers",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return answer(screens, visit, acting);
                                  });
}

}  // namespace kenpo::review
