// Two people of the ledger who were decided to be one (名寄せ) are one person to every request: the
// package, the stop, the erasure. And consents, which reach one person only.
#include "notice/stops.h"
#include "request/case_for_tests.h"
#include "request/correction_act.h"
#include "request/erasure_act.h"
#include "request/package_act.h"
#include "request/purpose_consent_act.h"
#include "request/stop_act.h"
#include "store/acquired.h"

namespace kenpo::request {
namespace {

class IdentityTest : public RequestTest {
 protected:
  /// Hanako under another kana and address, in the ledger a second time.
  Person second_entry() {
    Person same;
    same.name = "見本　ハナコ";
    same.name_kana = "ﾐﾎﾝ ﾊﾅｺ";
    same.sex = eligibility::Sex::female;
    same.born = hanako_.born;
    same.address = "大阪府見本市9-9";
    keep(same);
    return same;
  }
  std::string json_of(const base::CaseId& id) {
    const auto preview = must(preview_package(*office_, as(officer_), id));
    return must(package_files(preview.content, office_->sender)).json;
  }
};

TEST_F(IdentityTest, TwoPeopleOfOneNameAreAskedForUnlessTheyAreOne) {
  const auto same = second_entry();
  EXPECT_FALSE(receive_request(*office_, as(desk_), intake(Kind::disclosure)).ok());
  merge(hanako_, same);
  const auto id = receive(intake(Kind::disclosure));
  EXPECT_EQ(must(show_request(*office_, as(desk_), id)).file.request.person, hanako_.id);
}

TEST_F(IdentityTest, P20ThePackageHoldsTheLedgersOfBothAndOfNobodyElse) {
  const auto same = second_entry();
  Person stranger = hanako_;
  stranger.id = base::PersonId::draw();
  stranger.name_kana = "ﾍﾞﾂｼﾞﾝ";
  stranger.address = "北海道見本町3-3";
  keep(stranger);
  merge(hanako_, same);
  const auto json = json_of(notified(Kind::disclosure));
  EXPECT_NE(json.find(hanako_.address), std::string::npos);
  EXPECT_NE(json.find(same.address), std::string::npos);
  EXPECT_EQ(json.find(stranger.address), std::string::npos);
}

TEST_F(IdentityTest, P22AStopOfOneIsAStopOfBoth) {
  const auto same = second_entry();
  merge(hanako_, same);
  const auto id = receive(intake(Kind::suspend));
  step(id, Event::accept_form);
  step(id, Event::show_identity, {.proof = Proof::photo_document});
  must(stop_provisionally(*office_, as(officer_), id, {Purpose::premium_collection}));
  EXPECT_FALSE(look<Purpose::premium_collection>(hanako_).ok());
  EXPECT_FALSE(look<Purpose::premium_collection>(same).ok());
  EXPECT_TRUE(look<Purpose::member_administration>(same).ok());
  must(release_stops(*office_, as(officer_), id));
  EXPECT_TRUE(look<Purpose::premium_collection>(same).ok());
}

TEST_F(IdentityTest, P22AMergeAfterTheStopTakesItOver) {
  const auto id = receive(intake(Kind::suspend));
  step(id, Event::accept_form);
  step(id, Event::show_identity, {.proof = Proof::photo_document});
  must(stop_provisionally(*office_, as(officer_), id, {Purpose::premium_collection}));
  const auto same = second_entry();
  EXPECT_TRUE(look<Purpose::premium_collection>(same).ok());
  merge(hanako_, same);
  EXPECT_FALSE(look<Purpose::premium_collection>(same).ok());
  must(load_stops(society_.gate(), society_.database()));  // as at the next start
  EXPECT_FALSE(look<Purpose::premium_collection>(same).ok());
}

TEST_F(IdentityTest, P23AnErasureReachesBothAndAHoldOfOneKeepsBoth) {
  society_.clock().set(base::start_of(day("2016-04-01")));
  Person old = hanako_;
  old.id = base::PersonId::draw();
  old.name_kana = "ｷｴﾙ ﾊﾅｺ";
  keep(old);
  Person same = old;
  same.id = base::PersonId::draw();
  same.address = "大阪府見本市9-9";
  keep(same);
  society_.clock().set(base::start_of(day("2026-11-24")));
  merge(old, same);
  keep_number(same, "123456789018");
  auto asked = intake(Kind::erase);
  asked.person = old.id;
  asked.name_kana = old.name_kana;
  const auto id = receive(asked);
  for (const auto event :
       {Event::accept_form, Event::show_identity, Event::scope, Event::collect}) {
    step(id, event, {.proof = Proof::photo_document});
  }
  EXPECT_EQ(must(show_erasure_plan(*office_, as(officer_), id)).rows(), 2);
  const StepInput full{.event = Event::propose, .outcome = Outcome::full};
  must(put_hold(*office_, as(officer_), same.id, "訴訟"));
  EXPECT_FALSE(decide(*office_, as(officer_), id, full).ok());
  must(lift_hold(*office_, as(officer_), must(list_holds(*office_, as(officer_))).front().id));
  must(decide(*office_, as(officer_), id, full));
  must(decide(*office_, as(second_), id, {.event = Event::approve}));
  step(id, Event::notify);
  const auto certificate = must(execute_erasure(*office_, as(officer_), id));
  EXPECT_EQ(certificate.rows, 2);
  EXPECT_EQ(certificate.people, 1);
  EXPECT_FALSE(look<Purpose::member_administration>(old).ok());
  EXPECT_FALSE(look<Purpose::member_administration>(same).ok());
  EXPECT_FALSE(has_number(same));
  EXPECT_TRUE(look<Purpose::member_administration>(hanako_).ok());
}

// ---- Consents ----

class ConsentTest : public RequestTest {
 protected:
  /// Everything held today was acquired before the row was published.
  void open_gap() {
    const auto pair = notice::mask_of({Category::eligibility, Purpose::premium_collection});
    const std::vector<notice::AcquisitionGap> gaps = {
        {pair, base::start_of(day("2010-01-01")), base::start_of(day("2026-11-25"))}};
    society_.database().acquisition_gaps().set(gaps);
  }
  PurposeConsent consent(const Person& person) const {
    return {.person = person.id,
            .pair = {Category::eligibility, Purpose::premium_collection},
            .given_on = society_clock_day(),
            .evidence = "同意書 第7号",
            .by = desk_};
  }
};

TEST_F(ConsentTest, P8OlderDataIsReachedForWhoConsentedUntilTheyTakeItBack) {
  Person taro = hanako_;
  taro.id = base::PersonId::draw();
  taro.name_kana = "ﾐﾎﾝ ﾀﾛｳ";
  keep(taro);
  open_gap();
  EXPECT_FALSE(look<Purpose::premium_collection>(hanako_).ok());
  must(give_consent(*office_, as(desk_), consent(hanako_)));
  EXPECT_TRUE(look<Purpose::premium_collection>(hanako_).ok());
  EXPECT_FALSE(look<Purpose::premium_collection>(taro).ok()) << "nobody else";
  // The consent stands after a start of the program.
  society_.reopen();
  make_office();
  open_gap();
  EXPECT_FALSE(look<Purpose::premium_collection>(hanako_).ok());
  must(load_consents(society_.gate(), society_.database()));
  EXPECT_TRUE(look<Purpose::premium_collection>(hanako_).ok());

  const auto listed = must(list_consents(*office_, as(desk_)));
  ASSERT_EQ(listed.size(), 1U);
  EXPECT_EQ(listed.front().evidence, "同意書 第7号");
  must(withdraw_consent(*office_, as(desk_), listed.front().id));
  EXPECT_FALSE(look<Purpose::premium_collection>(hanako_).ok());
  EXPECT_FALSE(withdraw_consent(*office_, as(desk_), listed.front().id).ok());
  EXPECT_TRUE(must(list_consents(*office_, as(desk_))).empty());
}

TEST_F(ConsentTest, WhatIsNoConsentIsRefused) {
  const auto given = [&](PurposeConsent made) {
    return give_consent(*office_, as(desk_), made).ok();
  };
  auto tomorrow = consent(hanako_);
  tomorrow.given_on = society_clock_day().plus_days(1);
  EXPECT_FALSE(given(tomorrow));
  auto unproven = consent(hanako_);
  unproven.evidence.clear();
  EXPECT_FALSE(given(unproven));
  auto numbered = consent(hanako_);
  numbered.evidence = "個人番号 123456789018";
  EXPECT_FALSE(given(numbered));
  Person nobody;
  EXPECT_FALSE(given(consent(nobody)));
  EXPECT_FALSE(give_consent(*office_, society_.stranger(), consent(hanako_)).ok());
  EXPECT_TRUE(given(consent(hanako_)));
  EXPECT_FALSE(given(consent(hanako_))) << "twice";
}

}  // namespace
}  // namespace kenpo::request
