// Taking requests in and deciding them: bad input, and who may decide.
#include "request/request_act.h"

#include "eligibility/insured_period_store.h"
#include "request/case_for_tests.h"
#include "request/letter_print.h"
#include "request/stop_act.h"

namespace kenpo::request {
namespace {

TEST_F(RequestTest, WhoHandledTheDataAndWhoProposedTakeNoPartInTheDecision) {
  // The clerk is an executive director, too, and has registered the person.
  const auto id = collected(Kind::correct);
  const StepInput propose{.event = Event::propose, .outcome = Outcome::full};
  EXPECT_FALSE(decide(*office_, society_.clerk(), id, propose).ok());
  must(decide(*office_, as(officer_), id, propose));
  EXPECT_FALSE(decide(*office_, as(officer_), id, {.event = Event::approve}).ok());
  EXPECT_FALSE(decide(*office_, as(desk_), id, {.event = Event::approve}).ok());  // no such role
  must(decide(*office_, as(second_), id, {.event = Event::approve}));
  EXPECT_EQ(state(id), State::decided);
}

TEST_F(RequestTest, AStrangerTwiceWithoutProofNotHeldEachHasItsAnswerAndItsRecord) {
  const auto first = receive(intake(Kind::disclosure));
  // Twice: recorded, and joined to the first.
  const auto second = must(receive_request(*office_, as(desk_), intake(Kind::disclosure)));
  ASSERT_TRUE(second.answered_by.has_value());
  EXPECT_EQ(*second.answered_by, first);
  EXPECT_EQ(state(second.id), State::withdrawn);
  // Without proof: asked for it, refused with the article.
  step(first, Event::accept_form);
  EXPECT_FALSE(take_step(*office_, as(desk_), first, {.event = Event::show_identity}).ok());
  step(first, Event::ask_identity, {.words = "本人確認の書類"});
  EXPECT_FALSE(
      take_step(*office_, as(desk_), first, {.event = Event::refuse_unproven, .words = "なし"})
          .ok());
  step(first, Event::refuse_unproven, {.ground = Ground::not_proven, .words = "期限までに出ない"});
  EXPECT_TRUE(must(show_request(*office_, as(desk_), first)).lateness.suable);
  // A stranger.
  auto stranger = intake(Kind::disclosure);
  stranger.asker = Asker::stranger;
  stranger.asker_name = "見知らぬ人";
  const auto third = receive(stranger);
  step(third, Event::accept_form);
  EXPECT_FALSE(take_step(*office_, as(desk_), third,
                         {.event = Event::show_identity, .proof = Proof::photo_document})
                   .ok());
  step(third, Event::refuse_unproven, {.ground = Ground::not_entitled, .words = "代理権がない"});
  // Not held.
  auto nobody = intake(Kind::disclosure);
  nobody.name_kana = "ｲﾅｲ ﾋﾄ";
  const auto fourth = receive(nobody);
  for (const auto event :
       {Event::accept_form, Event::show_identity, Event::scope, Event::collect}) {
    step(fourth, event, {.proof = Proof::photo_document});
  }
  EXPECT_FALSE(
      decide(*office_, as(officer_), fourth, {.event = Event::propose, .outcome = Outcome::full})
          .ok());
  must(decide(*office_, as(officer_), fourth,
              {.event = Event::propose, .outcome = Outcome::none_exists, .words = "保有なし"}));
  // Each is on record.
  EXPECT_EQ(must(list_requests(*office_, as(desk_))).size(), 4U);
}

TEST_F(RequestTest, ADeadPersonIsAnsweredByTheirArticle) {
  must(society_.gate().perform<keep_person>(
      society_.clerk(), [&](const notice::Permit<keep_person>& permit) -> base::Result<> {
        auto transaction = KENPO_TRY(society_.database().write());
        const eligibility::PeriodAccess access(permit.grant<Purpose::member_administration>());
        KENPO_TRY(eligibility::put(transaction, access,
                                   {.person = hanako_.id,
                                    .establishment = base::EstablishmentId::draw(),
                                    .acquired = day("2020-04-01"),
                                    .lost = day("2026-10-01"),
                                    .end_reason = eligibility::EndReason::death,
                                    .symbol = "101",
                                    .number = "1"},
                                   society_.clock().now()));
        return transaction.commit(permit.recorder());
      }));
  const auto id = collected(Kind::disclosure);
  EXPECT_FALSE(
      decide(*office_, as(officer_), id, {.event = Event::propose, .outcome = Outcome::full}).ok());
  must(decide(*office_, as(officer_), id,
              {.event = Event::propose,
               .outcome = Outcome::refuse,
               .ground = Ground::not_living,
               .words = "ご遺族の手続をご案内します。"}));
}

TEST_F(RequestTest, EveryLetterOfACaseCanBePrinted) {
  auto asked = intake(Kind::disclosure);
  asked.claims = Claims::yes;
  const auto id = receive(asked);
  step(id, Event::return_form, {.words = "日付がない"});
  step(id, Event::mend_form);
  step(id, Event::show_identity, {.proof = Proof::photo_document});
  step(id, Event::scope);
  step(id, Event::collect);
  step(id, Event::ask_opinion, {.words = "開示の支障の有無"});
  step(id, Event::extend, {.due = day("2026-12-20"), .words = "医療機関への照会のため"});
  EXPECT_FALSE(
      decide(*office_, as(officer_), id, {.event = Event::propose, .outcome = Outcome::full}).ok());
  step(id, Event::answer_opinion, {.words = "一部に支障がある"});
  must(decide(*office_, as(officer_), id,
              {.event = Event::propose,
               .outcome = Outcome::part,
               .ground = Ground::harm_to_person,
               .words = "病名の一部は、お伝えすると心身の状況を著しく悪くするおそれがあります。"}));
  must(decide(*office_, as(second_), id, {.event = Event::approve}));
  const auto shown = must(show_request(*office_, as(desk_), id));
  const auto letters = letters_of(shown.file);
  EXPECT_EQ(letters.size(), 5U);
  for (const auto letter : letters) {
    const auto printed = must(
        print_letter(letter, shown.file, shown.clocks, office_->sender, society_.clock().now()));
    EXPECT_EQ(printed.missing_glyphs, 0) << wording(letter);
    EXPECT_GE(printed.pages, 1) << wording(letter);
    EXPECT_EQ(parse_letter(identifier(letter)), letter);
  }
  EXPECT_FALSE(print_letter(Letter::family, shown.file, shown.clocks, office_->sender, {}).ok());
}

TEST_F(RequestTest, IntakesThatCannotBeAreRefusedAndNoIndividualNumberIsKept) {
  auto tomorrow = intake(Kind::disclosure);
  tomorrow.arrived = day("2026-11-25");
  EXPECT_FALSE(receive_request(*office_, as(desk_), tomorrow).ok());
  auto groundless = intake(Kind::suspend);
  groundless.reason.clear();
  EXPECT_FALSE(receive_request(*office_, as(desk_), groundless).ok());
  auto numbered = intake(Kind::disclosure);
  numbered.wanted = "番号は1234 5678 9018です";
  EXPECT_FALSE(receive_request(*office_, as(desk_), numbered).ok());
  Person twin = hanako_;
  twin.id = base::PersonId::draw();
  keep(twin);
  EXPECT_FALSE(receive_request(*office_, as(desk_), intake(Kind::disclosure)).ok());
}

TEST_F(RequestTest, AProvisionNeedsItsPartsAndItsConsent) {
  const auto id = receive(intake(Kind::provision_records));
  Provision provision{.person = hanako_.id,
                      .provided = society_clock_day(),
                      .recipient = Recipient::employer,
                      .basis = ProvisionBasis::consent_implied,
                      .recipient_name = "見本製作所",
                      .items = "氏名"};
  EXPECT_FALSE(enter_provision(*office_, as(desk_), id, provision).ok());
  provision.consent = "公表し、申出がない";
  EXPECT_TRUE(enter_provision(*office_, as(desk_), id, provision).ok());
  provision.provided = day("2026-11-25");
  EXPECT_FALSE(enter_provision(*office_, as(desk_), id, provision).ok());
  EXPECT_EQ(must(show_provisions(*office_, as(desk_), id)).size(), 1U);
}

}  // namespace
}  // namespace kenpo::request
