// Papers about a third party: opened once, sent, received, reminded of, closed.
#include "claim/claim_store.h"
#include "recourse/recourse_for_tests.h"
#include "recourse/third_party_act.h"
#include "recourse/third_party_rule.h"
#include "store/under.h"
#include "tests/support/sender.h"

namespace kenpo::recourse {
namespace {

constexpr notice::Operation test_claims{
    .name = "test.claims", .japanese = "試験の閲覧", .pairs = {review::review_pair}};

class ThirdParty : public RecourseTest {
 protected:
  ThirdPartyCaseId opened() {
    take(receipt());
    const auto claims = must(store::read_under<test_claims>(
        office(), society_.clerk(),
        [](const notice::Permit<test_claims>& permit, const store::View& view) {
          const claim::ClaimAccess access(
              permit.grant<notice::Purpose::benefit_examination_and_payment>());
          return claim::list_claims(view, access, {.claimed_in = *base::Month::parse("2026-05")});
        }));
    return must(open_third_party_case(office(), society_.clerk(), claims.at(0).id));
  }
  ThirdPartyView show(const ThirdPartyCaseId& id) {
    return *must(show_third_party_case(office(), society_.clerk(), id));
  }
  base::Result<> step(const ThirdPartyCaseId& id, CaseStep step) {
    step.on = society_.clock().now().day();
    return record_case_step(office(), society_.clerk(), id, std::move(step));
  }
  ThirdPartyPage list() { return must(list_third_party_cases(office(), society_.clerk(), 0)); }
};

TEST_F(ThirdParty, ACaseIsOpenedOnceForAReceipt) {
  const auto id = opened();
  const auto claim = show(id).claim.id;
  EXPECT_FALSE(open_third_party_case(office(), society_.clerk(), claim).ok()) << "twice";
  EXPECT_FALSE(open_third_party_case(office(), society_.clerk(), claim::ClaimId::draw()).ok());
  EXPECT_FALSE(open_third_party_case(office(), society_.stranger(), claim).ok());
  EXPECT_EQ(list().count, 1);
  must(step(id, {.kind = CaseStepKind::closed, .words = "本人の不注意と分かったため"}));
  must(open_third_party_case(office(), society_.clerk(), claim));
}

TEST_F(ThirdParty, PapersAreSentReceivedAndRemindedOf) {
  const auto id = opened();
  EXPECT_FALSE(step(id, {.kind = CaseStepKind::received, .paper = Paper::pledge}).ok())
      << "none were sent";
  EXPECT_FALSE(show(id).due.has_value());
  must(step(id, {.kind = CaseStepKind::sent}));
  EXPECT_EQ(show(id).due, society_.clock().now().day().plus_days(30));
  must(step(id, {.kind = CaseStepKind::received, .paper = Paper::pledge}));
  EXPECT_FALSE(step(id, {.kind = CaseStepKind::received, .paper = Paper::pledge}).ok())
      << "it came before";
  EXPECT_FALSE(step(id, {.kind = CaseStepKind::received}).ok()) << "no paper is named";
  later(31);
  EXPECT_TRUE(show(id).late);
  EXPECT_EQ(list().late, 1);
  must(step(id, {.kind = CaseStepKind::reminded}));
  EXPECT_FALSE(show(id).late) << "the term runs anew";
  EXPECT_FALSE(step(id, {.kind = CaseStepKind::closed}).ok()) << "papers are missing: why?";
  for (const auto paper : {Paper::notification, Paper::consent}) {
    must(step(id, {.kind = CaseStepKind::received, .paper = paper}));
  }
  EXPECT_TRUE(show(id).of.missing().empty());
  EXPECT_FALSE(step(id, {.kind = CaseStepKind::reminded}).ok()) << "nothing is missing";
  must(step(id, {.kind = CaseStepKind::closed}));
  EXPECT_FALSE(step(id, {.kind = CaseStepKind::remark, .words = "追記"}).ok()) << "closed";
}

TEST_F(ThirdParty, PapersAreMadeAsPdf) {
  const auto id = opened();
  const auto letter = must(third_party_letter(office(), society_.clerk(), id));
  EXPECT_FALSE(letter.address.empty());
  const auto sender = test_support::sample_sender();
  const auto now = society_.clock().now();
  const auto papers = must(print_third_party_papers(letter, sender, now));
  EXPECT_TRUE(papers.pdf.starts_with("%PDF"));
  EXPECT_GE(papers.pages, 6) << "the letter and five forms";
  EXPECT_TRUE(must(print_third_party_reminder(letter, sender, now)).pdf.starts_with("%PDF"));
  EXPECT_FALSE(third_party_letter(office(), society_.stranger(), id).ok());
}

}  // namespace
}  // namespace kenpo::recourse
