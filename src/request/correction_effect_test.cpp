// What a correction does to premiums is shown before it is made, with the levy's own figures; a
// period is corrected through the case, and the next levy posts the difference.
#include "request/correction_effect_act.h"

#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/intake_act.h"
#include "premium/levy_act.h"
#include "premium/change_society_for_tests.h"
#include "premium/society_rate_act.h"
#include "remuneration/determination_job.h"
#include "request/case_for_tests.h"
#include "request/correction_act.h"
#include "tests/support/notification.h"

namespace kenpo::request {
namespace {

using base::Month;
using base::Yen;

class CorrectionEffectTest : public RequestTest {
 protected:
  CorrectionEffectTest() {
    auto ledger = office_->ledger();
    must(eligibility::register_establishments(ledger, society_.clerk(), {works_}));
    must(premium::enter_rates(ledger, society_.clerk(), premium::change_tests::sample_rates()));
    tick();
    must(eligibility::take_in_notifications(
        ledger, society_.clerk(), file_of(works_, contents_of(acquisition())), "届書.csv"));
    must(remuneration::determine_all(ledger, society_.clerk(), {}));
    for (int month = 4; month <= 6; ++month) levy(*Month::make(2026, month));
  }
  void tick() { society_.clock().set(society_.clock().now().plus_milliseconds(1000)); }
  premium::Levy levy(Month month) {
    tick();
    auto ledger = office_->ledger();
    return must(premium::levy_month(ledger, society_.clerk(), month, {}));
  }
  Intake of_member(Kind kind) {
    auto made = intake(kind);
    made.name = "山田　花子";
    made.name_kana = "ﾔﾏﾀﾞ ﾊﾅｺ";
    return made;
  }
  base::CaseId collected_case() {
    const auto id = receive(of_member(Kind::correct));
    step(id, Event::accept_form);
    step(id, Event::show_identity, {.proof = Proof::photo_document});
    step(id, Event::scope);
    step(id, Event::collect);
    return id;
  }
  void decide_and_tell(const base::CaseId& id) {
    must(decide(*office_, as(officer_), id,
                {.event = Event::propose, .outcome = Outcome::full, .words = "理由"}));
    must(decide(*office_, as(second_), id, {.event = Event::approve}));
    step(id, Event::notify);
  }
  /// The director in the case, as the desk's address says it.
  notice::Acting director(const base::CaseId& id) const { return {second_, id}; }

  eligibility::Establishment works_ = sample_establishment();
};

TEST_F(CorrectionEffectTest, ABirthDateShowsTheCarePremiumToWhoMaySeePremiums) {
  const auto id = collected_case();
  auto corrected = must(correction_subject(*office_, as(second_), id));
  corrected.born = base::Date::make(1986, 5, 15).value();
  const auto correction = must(preview_correction(*office_, as(second_), id, corrected));
  // The responsible person has no right to premiums: no figures, and no refusal in the log.
  const auto before = society_.leaves();
  EXPECT_FALSE(must(birth_effect(*office_, as(officer_), correction)).has_value());
  EXPECT_EQ(society_.leaves(), before);
  const auto effect = must(birth_effect(*office_, director(id), correction));
  ASSERT_TRUE(effect.has_value());
  ASSERT_FALSE(effect->months.empty());
  EXPECT_EQ(effect->months.front().month, *Month::make(2026, 5));
  EXPECT_TRUE(effect->months.front().has(premium::EffectCause::care));
  EXPECT_EQ(premium::difference_of(effect->months.front()).total(), Yen(5'400));
  // To look in the course of the case is not to have handled what is complained of.
  decide_and_tell(id);
  tick();
  must(apply_correction(*office_, as(officer_), id, corrected));
  tick();
  EXPECT_GT(levy(*Month::make(2026, 7)).retroactive, 0) << "the next levy has the difference";
}

TEST_F(CorrectionEffectTest, APeriodIsCorrectedThroughTheCase) {
  const auto id = collected_case();
  EXPECT_TRUE(may_correct_periods(*office_, second_));
  EXPECT_FALSE(may_correct_periods(*office_, officer_));
  const auto periods = must(periods_of_case(*office_, director(id), id));
  ASSERT_EQ(periods.size(), 1U);
  const premium::PeriodCorrection later{periods.front().id, *base::Date::make(2026, 5, 10), {}};
  const auto effect = must(preview_period(*office_, director(id), id, later));
  EXPECT_EQ(effect.claimed.total(), Yen(-24'720)) << "April goes: 300,000 × 82.4 ‰";
  ASSERT_EQ(effect.cover.lost.size(), 1U);
  const auto expected = effect.claimed.total();
  EXPECT_FALSE(correct_period(*office_, director(id), id, later, expected).ok())
      << "nothing is decided";
  decide_and_tell(id);
  tick();
  EXPECT_FALSE(correct_period(*office_, director(id), id, later, Yen(1)).ok())
      << "another effect than was shown";
  const premium::PeriodCorrection foreign{eligibility::PeriodId::draw(), later.acquired, {}};
  EXPECT_FALSE(correct_period(*office_, director(id), id, foreign, expected).ok());
  must(correct_period(*office_, director(id), id, later, expected));
  EXPECT_EQ(state(id), State::executed);
  EXPECT_EQ(must(periods_of_case(*office_, director(id), id)).front().acquired, later.acquired);
  tick();
  EXPECT_GT(levy(*Month::make(2026, 7)).retroactive, 0);
}

TEST_F(CorrectionEffectTest, APeriodIsNotSavedWithoutWhatBelongsToIt) {
  const auto id = collected_case();
  const auto periods = must(periods_of_case(*office_, director(id), id));
  const premium::PeriodCorrection later{periods.front().id, *base::Date::make(2026, 5, 10), {}};
  const auto expected =
      must(preview_period(*office_, director(id), id, later)).claimed.total();
  decide_and_tell(id);
  tick();
  auto ledger = office_->ledger();
  const auto saved = premium::save_change(
      ledger, director(id),
      {.change = {periods.front().person, later},
       .reason = "訂正",
       .expected = expected,
       .together = [](store::Transaction&, const premium::SavedChange&) -> base::Result<> {
         return base::Fault{{"書けません。", "It cannot be written."}, {}, {}, {}};
       }});
  EXPECT_FALSE(saved.ok());
  EXPECT_EQ(must(periods_of_case(*office_, director(id), id)).front().acquired,
            periods.front().acquired);
  EXPECT_EQ(state(id), State::notified);
  // What was not saved is saved afterwards, with its step.
  must(correct_period(*office_, director(id), id, later, expected));
  EXPECT_EQ(state(id), State::executed);
}

TEST_F(CorrectionEffectTest, NoPeriodIsCorrectedByAnotherKindOfRequest) {
  const auto id = receive(of_member(Kind::disclosure));
  EXPECT_FALSE(periods_of_case(*office_, director(id), id).ok());
  EXPECT_FALSE(preview_period(*office_, director(id), id,
                              {eligibility::PeriodId::draw(), society_clock_day(), {}})
                   .ok());
}

}  // namespace
}  // namespace kenpo::request
