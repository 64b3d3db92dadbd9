// 公表事項4 C-1: the complaint desk stands on every paper that the program makes. Each kind of letter,
// notice and decision is drawn and read back; tests/house/papers_test.cpp finds a kind that is
// missing here.
#include <gtest/gtest.h>

#include "assembly/meeting_print.h"
#include "benefit/award_print.h"
#include "benefit/outpatient_year_act.h"
#include "certificate/certificate_print.h"
#include "collection/arrears_print.h"
#include "collection/early_collection_print.h"
#include "collection/pledge_print.h"
#include "collection/rate_trial_print.h"
#include "collection/voluntary_print.h"
#include "complaint/complaint_print.h"
#include "cost_notice/notice_print.h"
#include "notice/notice_pdf.h"
#include "premium/payment_notice_print.h"
#include "recourse/lapse_print.h"
#include "recourse/recovery_act.h"
#include "recourse/third_party_act.h"
#include "remuneration/decision_letter_print.h"
#include "report/report_print_act.h"
#include "request/letter_print.h"
#include "request/package_print.h"
#include "review/inquiry_act.h"
#include "safeguard/incident_print.h"
#include "staff/handler_print.h"
#include "tests/support/paper_text.h"
#include "tests/support/sender.h"
#include "tests/support/society.h"

namespace kenpo::app {
namespace {

using test_support::must;
using Drawn = base::Result<print::Printed>;

const base::Date day = *base::Date::make(2026, 11, 24);
const base::Moment now = base::start_of(day);
const base::Month month = *base::Month::make(2026, 10);
const print::Sender sender = test_support::sample_sender();

class Papers : public testing::Test {
 protected:
  void SetUp() override {
    if (!test_support::reads_papers()) GTEST_SKIP() << "pdftotext is not installed";
  }
  static std::size_t desks_in(const std::string& text) {
    const std::string desk = "見本健康保険組合苦情受付03-0000-9999";
    std::size_t count = 0;
    for (auto at = text.find(desk); at != std::string::npos; at = text.find(desk, at + 1)) {
      ++count;
    }
    return count;
  }
  /// As many desks as letters: each goes to a person of its own.
  static void names_the_desk(const char* kind, const Drawn& drawn, std::size_t letters = 1) {
    ASSERT_TRUE(drawn.ok()) << kind;
    const auto text = test_support::text_of_paper(drawn->pdf);
    EXPECT_EQ(desks_in(text), letters) << kind << "\n" << text;
    EXPECT_NE(text.find(sender.telephone), std::string::npos) << kind;
  }
};

request::Case case_of(request::Asker asker = request::Asker::person) {
  return {.arrived = day, .asker = asker, .name = "試験　花子", .address = "架空県一丁目"};
}
request::Step step_of(request::Event event, request::Outcome outcome = request::Outcome::none) {
  return {.id = base::CaseId::draw(),
          .person = base::PersonId::draw(),
          .event = event,
          .by = base::StaffId::draw(),
          .outcome = outcome,
          .words = "理由の文"};
}

TEST_F(Papers, C1LettersOfARequest) {
  using request::Event;
  using request::Letter;
  const std::pair<Letter, Event> letters[] = {{Letter::receipt, Event::arrive},
                                              {Letter::supplement, Event::ask_identity},
                                              {Letter::inquiry, Event::ask_opinion},
                                              {Letter::extension, Event::extend},
                                              {Letter::decision, Event::approve},
                                              {Letter::decision, Event::refuse_unproven},
                                              {Letter::family, Event::arrive}};
  for (const auto& [letter, event] : letters) {
    const bool family = letter == Letter::family;
    const request::CaseFile file{
        case_of(family ? request::Asker::bereaved : request::Asker::person),
        {step_of(event, request::Outcome::refuse)}};
    names_the_desk(std::string(request::wording(letter)).c_str(),
                   request::print_letter(letter, file, std::nullopt, sender, now));
  }
  EXPECT_EQ(request::letters_count, 6U) << "every kind of letter stands above";
}

TEST_F(Papers, C1PapersOfAnAnsweredRequest) {
  const request::Certificate erased{.erased_at = now,
                                    .proposed_by = base::StaffId::draw(),
                                    .approved_by = base::StaffId::draw()};
  names_the_desk("消去証明書", request::print_certificate(erased, {"一", "二"}, sender));
  names_the_desk("開示書",
                 request::print_package({.request = case_of(), .made_at = now}, sender));
  names_the_desk("利用目的通知書",
                 request::print_purposes({.request = case_of(), .made_at = now}, sender));
}

TEST_F(Papers, C1AnswersToComplaintsAndTheirReport) {
  complaint::Complaint complaint{
      .facts = {.received_on = day, .dates = {day, day}, .first_answered_at = now},
      .text = {.name = "試験　花子", .contact = "架空県一丁目", .words = "説明を求める"}};
  names_the_desk("苦情の受付", complaint::print_answer(complaint, sender, now));
  complaint.facts.answered_at = now;
  names_the_desk("苦情の回答", complaint::print_answer(complaint, sender, now));
  names_the_desk("苦情の年次報告",
                 complaint::print_report({.fiscal_year = 2026}, sender, now));
}

TEST_F(Papers, C1PapersOfABreach) {
  using safeguard::ReportStage;
  const safeguard::Incident incident{.known_on = day, .facts = {}};
  for (const auto stage : {ReportStage::preliminary, ReportStage::final}) {
    names_the_desk("漏えい等の報告",
                   safeguard::print_incident_report(incident, stage, sender, now));
  }
  names_the_desk("本人への通知",
                 safeguard::print_incident_letters(
                     incident, {{"試験　花子", {"架空県一丁目"}}, {"試験　太郎", {"架空県二丁目"}}},
                     sender, now),
                 2);
}

TEST_F(Papers, C1PapersToEmployers) {
  names_the_desk("納入告知書",
                 premium::print_payment_notice(
                     {.establishment = {.name = "見本工業"}, .month = month, .shown_at = now},
                     sender));
  for (const auto kind : {remuneration::LetterKind::regular, remuneration::LetterKind::bonus}) {
    names_the_desk("決定通知書",
                   remuneration::print_decision_letter(
                       {.establishment = {.name = "見本工業"}, .kind = kind, .month = month},
                       sender, now));
  }
}

const collection::PayerId payer = collection::PayerId::draw();
const collection::Debt debt{.key = {.payer = payer, .month = month}, .due = day};

TEST_F(Papers, C1PapersToPayers) {
  const collection::PayerView view{.payer = payer, .name = "見本工業"};
  names_the_desk("督促状",
                 collection::print_reminder(
                     {view, debt, {.debt = debt.key, .on = day, .until = day}}, sender, now));
  names_the_desk("充当通知書",
                 collection::print_set_off({.payer = payer}, "見本工業",
                                           {{month, day, base::Yen(1)}}, sender, now));
  names_the_desk("納付誓約書",
                 collection::print_pledge(view, {.payer = payer, .pledged_on = day}, sender, now));
  names_the_desk("滞納整理の経過", collection::print_arrears_record(view, sender, now));
  names_the_desk("納期変更告知書",
                 collection::print_early_collection({.name = "見本工業",
                                                     .postal_code = "",
                                                     .address = "",
                                                     .early = {.debt = debt.key,
                                                               .due_before = day,
                                                               .due = day,
                                                               .proposed_by = base::StaffId::draw(),
                                                               .released_by = base::StaffId::draw(),
                                                               .released_at = now}},
                                                    sender));
}

TEST_F(Papers, C1PapersToVoluntaryMembers) {
  const auto period = eligibility::PeriodId::draw();
  const collection::MemberView member{
      .facts = {.person = base::PersonId::draw(), .period = period}, .name = "試験　花子"};
  const collection::VoluntaryDemand demand{.debt = debt, .period = period};
  names_the_desk("納付書", collection::print_slip(member, demand, sender, now));
  names_the_desk("月の納付書",
                 collection::print_slips({{member, demand}, {member, demand}}, sender, now), 2);
  names_the_desk("納付証明書", collection::print_certificate(member, 2026, sender, now));
  const collection::TrialLine nobody{.establishment = base::EstablishmentId::draw()};
  names_the_desk("料率の試算",
                 collection::print_rate_trial(
                     {.first = month, .last = month, .voluntary = nobody, .all = nobody}, sender,
                     now));
}

TEST_F(Papers, C1CertificatesAndTheirReturn) {
  const certificate::Certificate held{.person = base::PersonId::draw(),
                                      .insured = base::PersonId::draw(),
                                      .establishment = base::EstablishmentId::draw(),
                                      .contents = {.name = "試験　花子"}};
  const certificate::PrintedPaper paper{.certificate = held, .born = day, .acquired = day};
  names_the_desk("証の交付",
                 certificate::print_papers({.run = {.made_by = base::StaffId::draw(),
                                                    .made_at = now},
                                            .papers = {paper, paper}},
                                           sender),
                 2);
  names_the_desk("返納のお願い", certificate::print_reminder({.certificate = held}, sender, now));
}

TEST_F(Papers, C1BenefitsAndCostNotices) {
  names_the_desk("支給決定通知書",
                 benefit::print_award_letter(
                     {.award = {.insured = base::PersonId::draw(),
                                .establishment = base::EstablishmentId::draw(),
                                .month = month,
                                .made_at = now},
                      .name = "試験　花子",
                      .claimable = {day, day}},
                     sender, now));
  names_the_desk("自己負担額証明書",
                 benefit::print_burden_certificate(
                     {.year = {.person = base::PersonId::draw(),
                               .insured = base::PersonId::draw(),
                               .establishment = base::EstablishmentId::draw(),
                               .last = month},
                      .name = "試験　花子",
                      .born = day},
                     sender, now));
  const cost_notice::CostNotice notice{.person = base::PersonId::draw(),
                                       .name = "試験　花子",
                                       .period = {month, month},
                                       .made_on = day};
  names_the_desk("医療費通知", cost_notice::print_notices({notice, notice}, sender, now), 2);
}

TEST_F(Papers, C1PapersAboutReceipts) {
  claim::Claim receipt;
  receipt.name = "試験　花子";
  receipt.treated_in = month;
  names_the_desk("負傷原因の照会",
                 review::print_inquiry({.inquiry = {.issued_on = day, .answer_by = day},
                                        .claim = receipt,
                                        .address = {},
                                        .name = "試験　花子"},
                                       sender, now));
  recourse::LapseCase lapse;
  lapse.claimed_in = month;
  names_the_desk("資格喪失後受診の書類",
                 recourse::print_papers({.view = {.lapse = lapse, .claim = receipt},
                                         .address = {},
                                         .insured_name = "試験　花子",
                                         .claim_until = day,
                                         .forms = recourse::settlement_forms("45678"),
                                         .consent = true},
                                        sender, now),
                 8);
  names_the_desk("返納金等の請求書",
                 recourse::print_letter({.view = {.recovery = {.due_on = day}}, .address = {}},
                                        sender, now));
  recourse::ThirdPartyLetter third{
      .view = {.of = {.opened_on = day}, .claim = receipt}, .address = {}, .name = "試験　花子"};
  names_the_desk("第三者行為の届出の書類",
                 recourse::print_third_party_papers(third, sender, now));
  names_the_desk("第三者行為の届出の催促",
                 recourse::print_third_party_reminder(third, sender, now));
}

TEST_F(Papers, C1ReportsListsAndTheAssembly) {
  names_the_desk("月報", report::print_statistics({.month = month}, 10, sender, now));
  names_the_desk("調定簿",
                 report::print_journal({.billed = month, .lines = {}}, sender, now));
  names_the_desk("取扱者名簿",
                 staff::print_handlers({}, {},
                                       {.sender = sender,
                                        .drawn_by = "健保 花子",
                                        .at = now,
                                        .list_sha256 = "",
                                        .signature = ""}));
  assembly::MeetingView meeting;
  meeting.members = {{.name = "議員　一子"}, {.name = "議員　二郎"}};
  names_the_desk("招集通知", assembly::print_meeting_notice(meeting, sender, now), 2);
  names_the_desk("議事録", assembly::print_minutes(meeting, sender, now));
}

TEST_F(Papers, C1ThePublishedNotice) {
  const auto& document = notice::carried_document();
  const auto drawn = must(notice::render_notice_pdf(document, {}, now));
  auto desk = notice::desk_words(document.society);
  std::erase(desk, ' ');
  EXPECT_NE(test_support::text_of_paper(drawn.pdf).find(desk), std::string::npos);
}

}  // namespace
}  // namespace kenpo::app
