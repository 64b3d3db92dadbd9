#include "complaint/complaint_page.h"

#include <charconv>

#include "base/mask.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"

namespace kenpo::complaint {

namespace {

using base::Result;
using desk::ChipKind;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr Field first_field{.name = "first_answer",
                            .label = "最初の回答",
                            .support = "受け付けたことと、いつまでに答えるか。",
                            .length_limit = words_limit_characters,
                            .mode = {}};
constexpr Field answer_field{.name = "answer",
                             .label = "回答",
                             .support = {},
                             .length_limit = words_limit_characters,
                             .mode = {}};
constexpr Field cause_field{.name = "cause",
                            .label = "原因",
                            .support = {},
                            .length_limit = words_limit_characters,
                            .mode = {}};
constexpr Field prevention_field{.name = "prevention",
                                 .label = "再発防止",
                                 .support = {},
                                 .length_limit = words_limit_characters,
                                 .mode = {}};

/// Both parts as the handlers take them.
struct Screens {
  ComplaintScreens screens;
  ComplaintOffice office;
};

std::string address_of(const ComplaintId& id) { return "/complaints/" + std::string(id.text()); }

ChipKind chip_of(const ComplaintCase& facts, base::Date today) {
  if (overdue(facts, today)) return ChipKind::problem;
  if (facts.state == ComplaintState::received) return ChipKind::waiting;
  return facts.state == ComplaintState::first_answered ? ChipKind::progress : ChipKind::done;
}

std::string state_words(const ComplaintCase& facts, base::Date today) {
  return wording(facts.state).ja.text() + (overdue(facts, today) ? "(期限切れ)" : "");
}

Result<Response> list_page(const Screens& all, const Visit& visit, const Acting& acting,
                           const Form& form) {
  const auto today = visit.now().day();
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& facts : KENPO_TRY(show_complaints(all.office, acting))) {
    rows.push_back({desk::link_cell(facts.received_on.iso(), address_of(facts.id)),
                    {wording(facts.channel).ja.text()},
                    {wording(facts.one).ja.text()},
                    {facts.dates.first_due.iso()},
                    {facts.dates.answer_due.iso()},
                    desk::chip_cell(chip_of(facts, today), state_words(facts, today))});
  }
  const auto year = today.in_month().fiscal_year();
  Data data;
  data.section(
          "complaints",
          desk::table(
              "苦情",
              {{"受付の日"}, {"方法"}, {"区分"}, {"最初の回答の期限"}, {"回答の期限"}, {"状態"}},
              rows, std::to_string(rows.size()) + "件"))
      .section("error_summary", form.error_summary())
      .all_of(complaint_fields(form, FormFor::staff, all.screens.handlers()))
      .text("year", std::to_string(year))
      .text("report_address", "/complaint-reports/" + std::to_string(year))
      .text("last_year", std::to_string(year - 1))
      .text("last_report_address", "/complaint-reports/" + std::to_string(year - 1));
  desk::PageHead head;
  head.title = "苦情";
  head.section = "/complaints";
  head.submit_label = "受け付ける";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "complaints_page", std::move(data));
}

Result<Response> take_page(const Screens& all, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  auto intake = read_complaint(form, FormFor::staff, all.screens.handlers(), visit.now().day());
  if (const auto about = read_about(form, desk::Field::Need::optional)) {
    const auto member = all.screens.find_member(acting, *about);
    if (member.ok()) {
      intake.about = *member;
    } else {
      form.note(member.faults());
    }
  }
  if (form.ok()) {
    const auto taken = take_complaint(all.office, acting, intake);
    if (taken.ok()) {
      return visit.redirect_with(
          address_of(taken->id),
          "苦情を受け付けました。最初の回答の期限は " + taken->dates.first_due.iso() + " です。");
    }
    form.note(taken.faults());
  }
  return list_page(all, visit, acting, form);
}

std::string name_of(const std::optional<base::StaffId>& staff,
                    const std::vector<staff::NamedHandler>& handlers) {
  for (const auto& each : handlers) {
    if (staff && each.handler.staff == *staff) return each.name;
  }
  return staff ? "名簿にない取扱者" : "なし";
}

/// Whether the contact is hidden.
enum class Hidden : std::uint8_t { yes, no };

Data facts_list(const Complaint& complaint, const std::vector<staff::NamedHandler>& handlers,
                Hidden hidden) {
  const auto& [facts, text] = complaint;
  const auto contact = hidden == Hidden::yes ? base::masked(text.contact) : text.contact;
  const auto time = [](const std::optional<base::Moment>& at) {
    return at ? at->short_text() : std::string("まだ");
  };
  return desk::description_list(
      {{"受付", facts.received_on.iso() + " " + wording(facts.channel).ja.text()},
       {"区分", wording(facts.one).ja.text()},
       {"申出人", text.name.empty() ? "氏名なし" : text.name},
       {"連絡先", contact.empty() ? "なし" : contact},
       {"加入者", facts.about ? "登録済み" : "登録なし"},
       {"申し出られた取扱者", name_of(facts.complained_of, handlers)},
       {"最初の回答", time(facts.first_answered_at) + "(期限 " + facts.dates.first_due.iso() + ")"},
       {"回答", time(facts.answered_at) + "(期限 " + facts.dates.answer_due.iso() + ")"},
       {"回答を決めた人", name_of(facts.decided_by, handlers)}});
}

Result<Response> show_page(const Screens& all, const Visit& visit, const Acting& acting,
                           const Form& form, Hidden hidden = Hidden::yes) {
  const auto id = KENPO_TRY(visit.id<ComplaintId>("complaint"));
  const bool hide = hidden == Hidden::yes;
  const auto complaint = KENPO_TRY(hide ? show_complaint(all.office, acting, id)
                                        : reveal_complaint(all.office, acting, id));
  const auto& [facts, text] = complaint;
  const auto today = visit.now().day();
  const auto history =
      facts.about ? "/members/" + std::string(facts.about->text()) + "/history" : std::string();
  const bool has_letter = !text.name.empty() && facts.first_answered_at.has_value();
  Data data;
  data.section("state", desk::chip(chip_of(facts, today), state_words(facts, today)))
      .section("facts", facts_list(complaint, all.screens.handlers(), hidden))
      .text_if_any("reveal_address",
                   hide && !text.contact.empty() ? address_of(id) + "/contact-details" : "")
      .text("words", text.words)
      .text_if_any("first_words", text.first_answer)
      .text_if_any("answer_words", text.answer)
      .text("cause_words", text.cause)
      .text("prevention_words", text.prevention)
      .text_if_any("history_address", visit.may(desk::Method::get, history) ? history : "")
      .text_if_any("letter_address", has_letter ? address_of(id) + "/letter.pdf" : "")
      .when("nameless", text.name.empty())
      .section("error_summary", form.error_summary())
      .text("form_token", visit.form_token())
      .text("address", address_of(id))
      .when("to_first", facts.state == ComplaintState::received)
      .when("to_answer", facts.state == ComplaintState::first_answered)
      .when("to_close", facts.state == ComplaintState::answered)
      .when("to_name", !facts.about && facts.state != ComplaintState::closed)
      .all_of(about_fields(form))
      .section("first_answer", form.input(first_field))
      .section("answer", form.input(answer_field))
      .section("cause", form.input(cause_field))
      .section("prevention", form.input(prevention_field));
  desk::PageHead head;
  head.title = "苦情(" + facts.received_on.iso() + ")";
  head.section = "/complaints";
  head.crumbs = {{"苦情", "/complaints"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "complaint_page", std::move(data));
}

/// An answer that was sent: done, or shown again with what is wrong.
template <typename Done>
Result<Response> answer_sent(const Screens& all, const Visit& visit, const Acting& acting,
                             Done&& done) {
  const auto id = KENPO_TRY(visit.id<ComplaintId>("complaint"));
  auto form = visit.form();
  const Result<> result = done(form, id);
  if (form.ok() && result.ok()) return visit.redirect_with(address_of(id), "登録しました。");
  if (form.ok()) form.note(result.faults());
  return show_page(all, visit, acting, form);
}

Result<Response> first_sent(const Screens& all, const Visit& visit, const Acting& acting) {
  return answer_sent(all, visit, acting, [&](Form& form, const ComplaintId& id) -> Result<> {
    const auto words = form.text(first_field);
    if (!form.ok()) return base::Done{};
    return give_first_answer(all.office, acting, id, *words);
  });
}

Result<Response> decision_sent(const Screens& all, const Visit& visit, const Acting& acting) {
  return answer_sent(all, visit, acting, [&](Form& form, const ComplaintId& id) -> Result<> {
    const auto answer = form.text(answer_field);
    const auto cause = form.text(cause_field);
    const auto prevention = form.text(prevention_field);
    if (!form.ok()) return base::Done{};
    return give_answer(all.office, acting, id, *answer, *cause, *prevention);
  });
}

Result<Response> closure_sent(const Screens& all, const Visit& visit, const Acting& acting) {
  return answer_sent(all, visit, acting, [&](Form&, const ComplaintId& id) -> Result<> {
    return close_complaint(all.office, acting, id);
  });
}

Result<Response> member_sent(const Screens& all, const Visit& visit, const Acting& acting) {
  return answer_sent(all, visit, acting, [&](Form& form, const ComplaintId& id) -> Result<> {
    const auto about = read_about(form, desk::Field::Need::required);
    if (!about) return base::Done{};
    return name_member(all.office, acting, id, KENPO_TRY(all.screens.find_member(acting, *about)));
  });
}

Result<Response> letter_pdf(const Screens& all, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<ComplaintId>("complaint"));
  const auto complaint = KENPO_TRY(show_complaint(all.office, acting, id));
  auto printed = KENPO_TRY(print_answer(complaint, all.screens.sender, visit.now()));
  return visit.paper("苦情回答-" + complaint.facts.received_on.iso() + ".pdf", std::move(printed));
}

Result<Response> report_pdf(const Screens& all, const Visit& visit, const Acting& acting) {
  const auto asked = visit.path_value("year");
  int year = 0;
  std::from_chars(asked.data(), asked.data() + asked.size(), year);
  const auto report = KENPO_TRY(year_report(all.office, acting, year));
  auto printed = KENPO_TRY(print_report(report, all.screens.sender, visit.now()));
  return desk::file("苦情処理報告-" + std::to_string(year) + ".pdf", "application/pdf",
                    std::move(printed.pdf));
}

}  // namespace

void add_complaint_routes(desk::Router& router, const ComplaintScreens& screens) {
  const Screens all{screens, {router.gate(), screens.database}};
  const auto handler = [all](auto answer) {
    return [all, answer](const Visit& visit, const Acting& acting) {
      return answer(all, visit, acting);
    };
  };
  const auto list = [](const Screens& own, const Visit& visit, const Acting& acting) {
    return list_page(own, visit, acting, Form());
  };
  const auto one = [](const Screens& own, const Visit& visit, const Acting& acting) {
    return show_page(own, visit, acting, Form());
  };
  router.menu<show_complaints_operation>(desk::MenuGroup::persons, "/complaints", "苦情");
  router.get_act<show_complaints_operation>("/complaints", handler(list));
  router.post_act<take_complaint_operation>("/complaints", handler(take_page));
  router.get_act<show_complaints_operation>("/complaints/{complaint}", handler(one));
  const auto revealed = [](const Screens& own, const Visit& visit, const Acting& acting) {
    return show_page(own, visit, acting, Form(), Hidden::no);
  };
  router.get_act<reveal_complaint_operation>("/complaints/{complaint}/contact-details",
                                             handler(revealed));
  router.post_act<answer_complaint_operation>("/complaints/{complaint}/first-answer",
                                              handler(first_sent));
  router.post_act<answer_complaint_operation>("/complaints/{complaint}/decision",
                                              handler(decision_sent));
  router.post_act<answer_complaint_operation>("/complaints/{complaint}/closure",
                                              handler(closure_sent));
  router.post_act<answer_complaint_operation>("/complaints/{complaint}/member",
                                              handler(member_sent));
  router.get_act<show_complaints_operation>("/complaints/{complaint}/letter.pdf",
                                            handler(letter_pdf));
  router.get_act<show_complaints_operation>("/complaint-reports/{year}", handler(report_pdf));
}

Result<std::vector<desk::Task>> complaint_tasks(store::Database& database, base::Date today) {
  const auto board = KENPO_TRY(complaint_board(database, today));
  const auto kind = board.overdue > 0 ? ChipKind::problem
                    : board.open > 0  ? ChipKind::waiting
                                      : ChipKind::done;
  return std::vector<desk::Task>{{.title = "苦情",
                                  .hint = "期限切れ " + desk::grouped(board.overdue) + "件",
                                  .address = "/complaints",
                                  .kind = kind,
                                  .state = "対応中 " + desk::grouped(board.open) + "件"}};
}

}  // namespace kenpo::complaint
