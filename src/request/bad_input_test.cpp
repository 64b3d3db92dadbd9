// Requests that cannot be met as asked: without proof, by a stranger, twice, for a dead person, for
// data not held. Each has its plain answer on paper and its record.
#include <algorithm>

#include "eligibility/insured_period_store.h"
#include "request/case_for_tests.h"
#include "request/letter_print.h"
#include "tests/support/paper_text.h"

namespace kenpo::request {
namespace {

class BadRequest : public RequestTest {
 protected:
  void SetUp() override {
    if (!test_support::reads_papers()) GTEST_SKIP() << "pdftotext is not installed";
  }
  /// The words of the letter as whoever asked reads them.
  std::string letter_of(const base::CaseId& id, Letter letter) {
    const auto shown = must(show_request(*office_, as(desk_), id));
    const auto letters = letters_of(shown.file);
    EXPECT_NE(std::ranges::find(letters, letter), letters.end()) << wording(letter);
    return test_support::text_of_paper(
        must(print_letter(letter, shown.file, shown.clocks, office_->sender,
                          society_.clock().now()))
            .pdf);
  }
  void tells(const base::CaseId& id, Letter letter, std::initializer_list<const char*> words) {
    const auto text = letter_of(id, letter);
    for (const auto* word : words) EXPECT_NE(text.find(word), std::string::npos) << word << text;
    EXPECT_NE(text.find(office_->sender.telephone), std::string::npos) << "the complaint desk";
  }
  /// A refusal says its article, its reason and how to object.
  void refuses(const base::CaseId& id, const char* article, const char* reason) {
    tells(id, Letter::decision, {article, reason, "不服があるとき", "39条1項ただし書"});
    EXPECT_EQ(state(id), State::decided);
    EXPECT_TRUE(must(show_request(*office_, as(desk_), id)).lateness.suable);
  }
  /// The step stands in the case with who took it and when.
  void recorded(const base::CaseId& id, Event event, const base::StaffId& by) {
    const auto steps = must(show_request(*office_, as(desk_), id)).file.steps;
    const auto at = std::ranges::find(steps, event, &Step::event);
    ASSERT_NE(at, steps.end()) << wording(event);
    EXPECT_EQ(at->by, by);
    EXPECT_EQ(at->at, society_.clock().now());
  }
  void decided(const base::CaseId& id, const StepInput& proposal) {
    auto propose = proposal;
    propose.event = Event::propose;
    must(decide(*office_, as(officer_), id, propose));
    must(decide(*office_, as(second_), id, {.event = Event::approve}));
  }
};

TEST_F(BadRequest, WithoutProofItIsAskedForAndThenRefused) {
  const auto id = receive(intake(Kind::disclosure));
  step(id, Event::accept_form);
  step(id, Event::ask_identity, {.words = "運転免許証などの写し"});
  tells(id, Letter::supplement, {"運転免許証などの写し", "37条1項"});
  step(id, Event::refuse_unproven, {.ground = Ground::not_proven, .words = "期限までに届かない"});
  refuses(id, "37条1項", "期限までに届かない");
  recorded(id, Event::ask_identity, desk_);
  recorded(id, Event::refuse_unproven, desk_);
}

TEST_F(BadRequest, AStrangerIsRefusedAndToldNothingOfTheData) {
  auto stranger = intake(Kind::disclosure);
  stranger.asker = Asker::stranger;
  stranger.asker_name = "試験　他人";
  const auto id = receive(stranger);
  step(id, Event::accept_form);
  step(id, Event::refuse_unproven, {.ground = Ground::not_entitled, .words = "代理権がない"});
  refuses(id, "37条3項", "代理権がない");
  EXPECT_EQ(letter_of(id, Letter::decision).find("見本町2-2"), std::string::npos);
  recorded(id, Event::refuse_unproven, desk_);
}

TEST_F(BadRequest, TwiceIsAnsweredTogetherAndSaysSo) {
  const auto first = receive(intake(Kind::disclosure));
  const auto second = receive(intake(Kind::disclosure));
  tells(second, Letter::receipt, {"先の請求とあわせてお答えします"});
  EXPECT_EQ(letter_of(first, Letter::receipt).find("先の請求"), std::string::npos);
  EXPECT_EQ(state(second), State::withdrawn);
  recorded(second, Event::withdraw, desk_);
}

TEST_F(BadRequest, ForADeadPersonTheFamilyHasItsProcedure) {
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
  decided(id, {.outcome = Outcome::refuse,
               .ground = Ground::not_living,
               .words = "ご遺族の手続をご案内します。"});
  refuses(id, "2条1項", "ご遺族の手続をご案内します。");
  recorded(id, Event::approve, second_);

  auto family = intake(Kind::disclosure);
  family.asker = Asker::bereaved;
  family.asker_name = "見本　太郎";
  const auto asked = receive(family);
  tells(asked, Letter::family, {"生存する本人", "戸籍"});
  recorded(asked, Event::arrive, desk_);
}

TEST_F(BadRequest, WhatIsNotHeldIsSaidToBeNotHeld) {
  auto nobody = intake(Kind::disclosure);
  nobody.name_kana = "ｲﾅｲ ﾋﾄ";
  const auto id = receive(nobody);
  for (const auto event :
       {Event::accept_form, Event::show_identity, Event::scope, Event::collect}) {
    step(id, event, {.proof = Proof::photo_document});
  }
  EXPECT_FALSE(
      decide(*office_, as(officer_), id, {.event = Event::propose, .outcome = Outcome::full}).ok());
  decided(id, {.outcome = Outcome::none_exists, .words = "台帳を探しましたが、ありません。"});
  const auto held = std::string(wording(Outcome::none_exists));
  tells(id, Letter::decision, {held.c_str(), "台帳を探しましたが、ありません。", "不服があるとき"});
  recorded(id, Event::approve, second_);
}

}  // namespace
}  // namespace kenpo::request
