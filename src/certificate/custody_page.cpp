// Screen of one paper: `/certificates/{id}` with its return, its loss and what asks for it.
#include "certificate/custody_act.h"

#include "certificate/certificate_print.h"
#include "certificate/paper_screen_page.h"

namespace kenpo::certificate {

namespace of_custody_screens {

using base::Result;
using desk::Choice;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr desk::Field returned_field{.name = "returned_on",
                                     .label = "返納を受けた日",
                                     .support = "例：R8.11.24",
                                     .length_limit = 20};
constexpr desk::Field lost_field{
    .name = "lost_on", .label = "届のあった日", .support = "例：R8.11.24", .length_limit = 20};
constexpr desk::Field why_field{.name = "why", .label = "届の内容"};
constexpr desk::Field reissue_field{.name = "reissue", .label = "再交付"};

const std::vector<Choice> reasons = {{"8", "紛失・返納不能"}, {"9", "き損"}};
const std::vector<Choice> reissues = {{"0", "再交付しない"}, {"1", "再交付する(有効期間は同じ)"}};

std::string address_of(const CertificateId& id) {
  return "/certificates/" + std::string(id.text());
}

std::vector<desk::Item> facts_of(const Certificate& paper) {
  std::vector<desk::Item> items{
      {"種類", std::string(wording(paper.kind))},
      {"氏名", paper.contents.name},
      {"記号・番号", masked_number(paper.contents)},
      {"内容", contents_words(paper).empty() ? "なし" : contents_words(paper)},
      {"有効期間", span_words(paper)},
      {"交付の理由", std::string(wording(paper.cause))},
      {"状態", std::string(wording(paper.state)) + "(" + paper.state_on.iso() + ")"},
      {"用紙の番号",
       paper.paper_number == 0 ? "まだ" : paper_words(paper.kind, paper.paper_number)}};
  if (paper.collect_by) items.push_back({"返納の期限", paper.collect_by->iso()});
  if (paper.reminders > 0) {
    items.push_back({"催告", std::to_string(paper.reminders) + "回、最後は" +
                                 paper.reminded_on.value_or(base::Date()).iso()});
  }
  return items;
}

Result<Response> certificate_page(const desk::Router& router, const PaperScreens& screens,
                                  const Visit& visit, const Acting& acting, const Form& form) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<CertificateId>("id"));
  const auto paper = KENPO_TRY(show_certificate(ledger, acting, id));
  const auto address = address_of(id);
  PaperScreen screen(router, visit);
  screen.faults(form)
      .section("この証")
      .facts(facts_of(paper))
      .link("この人の証の状況", "/members/" + std::string(paper.person.text()) + "/certificates");
  if (paper.is_out() || paper.state == State::to_collect) {
    screen.section("返納")
        .form(address + "/returns", "返納を記録する", PaperFields().input(form, returned_field))
        .section("紛失・き損", "紛失した証が見つかったときは、返してもらいます。")
        .form(address + "/losses", "紛失・き損を記録する",
              PaperFields()
                  .input(form, lost_field)
                  .select(form, why_field, reasons)
                  .select(form, reissue_field, reissues));
  }
  if (paper.state == State::to_collect) {
    screen.section("返納のお願い", "返納の期限を過ぎたら、お願いの文書を送り、催告を記録します。")
        .link("お願いの文書(PDF)を開く", address + "/reminder")
        .form(address + "/reminders", "催告を記録する");
  }
  return screen.finish({.title = std::string(wording(paper.kind)),
                        .section = "/certificates",
                        .crumbs = {{"証の交付", "/certificates"}}});
}

Result<Response> after(const desk::Router& router, const PaperScreens& screens, const Visit& visit,
                       const Acting& acting, Form form, const Result<>& done, std::string message) {
  if (done.ok()) {
    const auto id = KENPO_TRY(visit.id<CertificateId>("id"));
    return visit.redirect_with(address_of(id), std::move(message));
  }
  form.note(done.faults());
  return certificate_page(router, screens, visit, acting, form);
}

Result<Response> take_return(const desk::Router& router, const PaperScreens& screens,
                             const Visit& visit, const Acting& acting) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<CertificateId>("id"));
  auto form = visit.form();
  const auto on = form.date(returned_field);
  if (!form.ok()) return certificate_page(router, screens, visit, acting, form);
  return after(router, screens, visit, acting, form, record_return(ledger, acting, id, *on),
               "返納を記録しました。");
}

Result<Response> take_loss(const desk::Router& router, const PaperScreens& screens,
                           const Visit& visit, const Acting& acting) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<CertificateId>("id"));
  auto form = visit.form();
  const auto on = form.date(lost_field);
  const auto why = form.choice(why_field, reasons);
  const auto reissue = form.choice(reissue_field, reissues);
  if (!form.ok()) return certificate_page(router, screens, visit, acting, form);
  return after(router, screens, visit, acting, form,
               record_loss(ledger, acting, id, *on, static_cast<Cause>(why->front() - '0'),
                           *reissue == "1" ? Reissue::yes : Reissue::no),
               "紛失・き損を記録しました。");
}

Result<Response> remind(const desk::Router& router, const PaperScreens& screens, const Visit& visit,
                        const Acting& acting) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<CertificateId>("id"));
  return after(router, screens, visit, acting, visit.form(), record_reminder(ledger, acting, id),
               "催告を記録しました。");
}

Result<Response> reminder(const PaperScreens& screens, const Visit& visit, const Acting& acting) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<CertificateId>("id"));
  const auto letter = KENPO_TRY(reminder_letter(ledger, acting, id));
  auto printed = KENPO_TRY(print_reminder(letter, screens.sender, visit.now()));
  return visit.paper("return-" + visit.now().day().iso() + ".pdf", std::move(printed));
}

}  // namespace of_custody_screens

void add_custody_routes(desk::Router& router, const PaperScreens& screens) {
  using namespace of_custody_screens;
  const std::string paper = "/certificates/{id}";
  const auto with = [&router, screens](auto handler) {
    return [&router, screens, handler](const Visit& visit, const Acting& acting) {
      return handler(router, screens, visit, acting);
    };
  };
  router.get_act<certificate_list>(
      paper, [&router, screens](const Visit& visit, const Acting& acting) {
        return certificate_page(router, screens, visit, acting, Form());
      });
  router.post_act<certificate_keep>(paper + "/returns", with(take_return));
  router.post_act<certificate_keep>(paper + "/losses", with(take_loss));
  router.post_act<certificate_keep>(paper + "/reminders", with(remind));
  router.get_act<certificate_remind>(paper + "/reminder",
                                     [screens](const Visit& visit, const Acting& acting) {
                                       return reminder(screens, visit, acting);
                                     });
}

}  // namespace kenpo::certificate
