// A dependent's past is corrected where the society charges 特定被保険者 (健康保険法附則7条): the insured
// person's care premium is shown with it, posted by the next levy and given back when undone.
#include <algorithm>

#include "eligibility/dependent_link_store.h"
#include "premium/change_dependent_rule.h"
#include "premium/change_list_act.h"
#include "premium/change_rule.h"
#include "premium/change_society_for_tests.h"

namespace kenpo::premium::change_tests {
namespace {

class ChangeDependentTest : public ChangeTest {
 protected:
  /// 山田花子 from April 2026 with a husband of 45, both for two people: 1 and 2.
  void take_households() {
    take(acquisition("1", day(2026, 4, 1), 300'000));
    auto twin = acquisition("2", day(2026, 4, 1), 300'000);
    twin.insured = insured("2", "ｽｽﾞｷ ﾊﾅｺ", "鈴木　花子", day(1990, 5, 15));
    take(std::move(twin));
    add_husband(day(2026, 4, 1));
    add_husband(day(2026, 4, 1), {}, "2");
  }
  void charge() {
    set({.from = month_of(2026, 4), .specific = SpecificInsured::charged});
  }
  eligibility::DependentLink link(const char* number = "1") {
    return read([&](const store::View& view, const eligibility::MemberAccess& access)
                    -> base::Result<eligibility::DependentLink> {
      const auto held = period(number);
      return KENPO_TRY(eligibility::dependents_of(view, access, held.person,
                                                  society_.clock().now()))
          .at(0);
    });
  }
  base::Yen care_posted(Month month) {
    base::Yen care;
    for (const auto& [key, parts] : posted(period().person)) {
      if (std::get<Month>(key) == month) care += billed_of(parts).care;
    }
    return care;
  }
  static bool of_dependents(const ChangeEffect& effect) {
    return std::ranges::all_of(effect.months, [](const MonthEffect& one) {
      return one.has(EffectCause::dependent) && !one.has(EffectCause::care);
    });
  }
};

TEST_F(ChangeDependentTest, ABirthDateIsShownOnTheInsuredPersonsMonthsAndPosted) {
  charge();
  take_households();
  levy_all(month_of(2026, 4), month_of(2026, 6));
  EXPECT_EQ(care_posted(month_of(2026, 5)), Yen(5'400));
  const auto husband = link().dependent;
  const BirthCorrection corrected{day(1990, 2, 3)};  // 36, not 45
  const auto effect = must(preview(husband, corrected));
  // April to June levied, July to November to come.
  ASSERT_EQ(effect.months.size(), 8U);
  EXPECT_TRUE(of_dependents(effect));
  for (const auto& one : effect.months) {
    EXPECT_EQ(one.insured, period().person);
    EXPECT_EQ(difference_of(one).by_kind.care, Yen(-5'400));
    EXPECT_EQ(one.before.total(), Yen(30'120));
    EXPECT_EQ(one.after.total(), Yen(24'720));
    EXPECT_EQ(one.after.insured, one.after.employer);
  }
  EXPECT_EQ(effect.months.front().settlement, Settlement::next_levy);
  EXPECT_EQ(effect.months.back().settlement, Settlement::own_levy);
  EXPECT_EQ(effect.claimed.total(), Yen(-8 * 5'400));
  ASSERT_EQ(effect.insured.size(), 1U);
  EXPECT_EQ(effect.insured[0].name, "山田　花子");
  EXPECT_EQ(effect.insured[0].number, "1");
  EXPECT_EQ(care_posted(month_of(2026, 5)), Yen(5'400)) << "nothing was written";

  const auto saved = must(save(husband, corrected));
  EXPECT_EQ(saved.expected, Yen(-8 * 5'400));
  levy(month_of(2026, 7));
  for (int month = 4; month <= 7; ++month) {
    EXPECT_EQ(care_posted(month_of(2026, month)), Yen()) << month;
  }
  auto ledger = this->ledger();
  const auto shown = must(show_change(ledger, society_.clerk(), saved.id));
  EXPECT_EQ(shown.effect.months.size(), 8U);
  EXPECT_EQ(shown.posted.size(), 3U) << "what the levy posted for the insured person";
  EXPECT_TRUE(shown.levied);
  must(undo(saved.id));
  levy(month_of(2026, 8));
  EXPECT_EQ(posted(period("1").person), posted(period("2").person));
  EXPECT_TRUE(check_levy_ledger(ledger, society_.clerk()).ok());
}

// 健康保険法施行規則40条: May alone; what is entered for the past reaches the levied month.
TEST_F(ChangeDependentTest, ATimeOutsideTheCareInsuranceReachesLeviedMonths) {
  charge();
  take_households();
  levy_all(month_of(2026, 4), month_of(2026, 6));
  const auto husband = link().dependent;
  const auto effect = must(preview(husband, CareExclusion{day(2026, 5, 10), day(2026, 6, 20)}));
  ASSERT_EQ(effect.months.size(), 1U);
  EXPECT_EQ(effect.months[0].month, month_of(2026, 5));
  const auto saved = must(save(husband, CareExclusion{day(2026, 5, 10), day(2026, 6, 20)}));
  EXPECT_EQ(saved.first_month, month_of(2026, 5));
  levy(month_of(2026, 7));
  EXPECT_EQ(care_posted(month_of(2026, 5)), Yen());
  EXPECT_EQ(care_posted(month_of(2026, 6)), Yen(5'400));
  must(undo(saved.id));
  levy(month_of(2026, 8));
  EXPECT_EQ(posted(period("1").person), posted(period("2").person));
}

TEST_F(ChangeDependentTest, TheDaysOfALinkAreCorrectedWithCoverAndPremium) {
  charge();
  take_households();
  levy_all(month_of(2026, 4), month_of(2026, 6));
  const auto held = link();
  const DependentCorrection ended{held.id, held.from, day(2026, 5, 31)};
  const auto effect = must(preview(held.dependent, ended));
  ASSERT_EQ(effect.months.size(), 6U);  // June to November
  EXPECT_EQ(effect.months[0].month, month_of(2026, 6));
  EXPECT_TRUE(of_dependents(effect));
  ASSERT_EQ(effect.cover.lost.size(), 1U);
  EXPECT_EQ(effect.cover.lost[0].from, day(2026, 6, 1));
  EXPECT_TRUE(effect.cover.gained.empty());
  EXPECT_TRUE(std::ranges::any_of(effect.follow_ups, [](const FollowUp& one) {
    return one.kind == FollowUpKind::exchange;
  }));
  const auto saved = must(save(held.dependent, ended));
  EXPECT_EQ(saved.detail, "最後の日 なし → 2026-05-31");
  EXPECT_EQ(link().until, day(2026, 5, 31));
  const auto hits = index_.search("ヤマダイチロウ", [](const auto&) { return true; });
  const auto hit =
      std::ranges::find(hits.members, held.dependent, &eligibility::Member::person);
  ASSERT_NE(hit, hits.members.end()) << "still found by the search";
  EXPECT_EQ(hit->lost, day(2026, 6, 1));
  levy(month_of(2026, 7));
  EXPECT_EQ(care_posted(month_of(2026, 5)), Yen(5'400));
  EXPECT_EQ(care_posted(month_of(2026, 6)), Yen());
  must(undo(saved.id));
  EXPECT_EQ(link(), held);
  levy(month_of(2026, 8));
  EXPECT_EQ(posted(period("1").person), posted(period("2").person));
}

TEST_F(ChangeDependentTest, EveryKindUndoneLeavesTheHouseholdAsItsTwin) {
  charge();
  take_households();
  levy_all(month_of(2026, 4), month_of(2026, 5));
  const auto held = link();
  const std::vector<ChangeDetail> details{
      BirthCorrection{day(1990, 2, 3)}, DependentCorrection{held.id, day(2026, 5, 1), {}},
      DependentCancellation{held.id}};
  auto month = month_of(2026, 5);
  for (const auto& detail : details) {
    SCOPED_TRACE(detail.index());
    const auto saved = must(save(held.dependent, detail));
    levy(month = month.plus(1));
    EXPECT_NE(posted(period("1").person), posted(period("2").person));
    must(undo(saved.id));
    levy(month = month.plus(1));
    EXPECT_EQ(posted(period("1").person), posted(period("2").person));
    EXPECT_EQ(link(), held);
  }
  auto ledger = this->ledger();
  EXPECT_TRUE(check_levy_ledger(ledger, society_.clerk()).ok());
}

// 健康保険法3条7項: no dependent without an insured person.
TEST_F(ChangeDependentTest, ACorrectedLossTakesTheDependentsAlong) {
  charge();
  take_households();
  levy_all(month_of(2026, 4), month_of(2026, 6));
  const auto insured = period();
  const auto held = link();
  std::vector<Touched> asked;
  const ChangeNeighbours neighbours{
      .claims = [&](const notice::Acting&, const base::PersonId& person, const CoverChange& cover)
          -> base::Result<std::vector<AffectedClaim>> {
        asked.push_back({person, cover});
        return std::vector<AffectedClaim>();
      }};
  const PeriodCorrection lost{insured.id, insured.acquired, day(2026, 6, 1)};
  auto ledger = this->ledger();
  const auto effect =
      must(preview_change(ledger, society_.clerk(), {insured.person, lost}, neighbours));
  EXPECT_EQ(effect.claimed.total(), Yen(-6 * 30'120));  // June to November
  ASSERT_EQ(asked.size(), 2U) << "the insured person and the husband";
  EXPECT_EQ(asked[1].person, held.dependent);
  ASSERT_EQ(asked[1].cover.lost.size(), 1U);
  EXPECT_EQ(asked[1].cover.lost[0].from, day(2026, 6, 1));
  const auto saved = must(save(insured.person, lost));
  EXPECT_EQ(link().until, day(2026, 5, 31));
  const auto later = must(save(insured.person, PeriodCorrection{insured.id, insured.acquired,
                                                                day(2026, 7, 1)}));
  EXPECT_EQ(link().until, day(2026, 6, 30));
  must(undo(later.id));
  must(undo(saved.id));
  EXPECT_EQ(link(), held);
  const auto cancelled = must(save(insured.person, PeriodCancellation{insured.id}));
  EXPECT_TRUE(must(preview(held.dependent, BirthCorrection{day(1990, 2, 3)})).months.empty());
  levy(month_of(2026, 7));
  EXPECT_TRUE(posted(insured.person).empty());
  must(undo(cancelled.id));
  EXPECT_EQ(link(), held);
  levy(month_of(2026, 8));
  EXPECT_EQ(posted(period("1").person), posted(period("2").person));
}

TEST_F(ChangeDependentTest, WhereTheSocietyDoesNotChargeNothingIsOwed) {
  take_households();
  levy_all(month_of(2026, 4), month_of(2026, 6));
  const auto held = link();
  const auto effect = must(preview(held.dependent, DependentCancellation{held.id}));
  EXPECT_TRUE(effect.months.empty());
  EXPECT_TRUE(effect.insured.empty());
  EXPECT_FALSE(effect.cover.lost.empty()) << "cover goes all the same";
  must(save(held.dependent, DependentCancellation{held.id}));
  EXPECT_EQ(levy(month_of(2026, 7)).retroactive, 0);
}

TEST_F(ChangeDependentTest, AHandlerOfOtherPlacesSeesAndChangesNothing) {
  charge();
  take_households();
  levy(month_of(2026, 4));
  const auto held = link();
  const BirthCorrection corrected{day(1990, 2, 3)};
  society_.change_policy([&](notice::Policy& policy) {
    for (auto& handler : policy.handlers) handler.establishments = {other_.id};
  });
  auto ledger = this->ledger();
  EXPECT_FALSE(preview(held.dependent, corrected).ok());
  EXPECT_FALSE(show_change_ground(ledger, society_.clerk(), held.dependent).ok());
  EXPECT_FALSE(
      save_change(ledger, society_.clerk(), {{held.dependent, corrected}, "誤り", Yen(-43'200)})
          .ok());
  society_.change_policy([&](notice::Policy& policy) {
    for (auto& handler : policy.handlers) handler.establishments = {works_.id};
  });
  EXPECT_TRUE(preview(held.dependent, corrected).ok());
  EXPECT_TRUE(show_change_ground(ledger, society_.clerk(), held.dependent).ok());
  must(save(held.dependent, corrected));
}

TEST_F(ChangeDependentTest, RefusesWhatCannotBe) {
  take_households();
  const auto held = link();
  const auto refusal = [&](ChangeDetail detail) {
    const auto tried = preview(held.dependent, std::move(detail));
    return tried.ok() ? std::string("taken") : what(tried.faults());
  };
  const auto unknown = eligibility::DependentLinkId::draw();
  EXPECT_EQ(refusal(DependentCorrection{unknown, held.from, {}}),
            "指定された被扶養者の認定がありません");
  EXPECT_EQ(refusal(DependentCancellation{unknown}), "指定された被扶養者の認定がありません");
  EXPECT_EQ(refusal(DependentCorrection{held.id, held.from, day(2026, 3, 31)}),
            "最後の日が被扶養者になった日より前です");
  EXPECT_EQ(refusal(DependentCorrection{held.id, day(1981, 2, 2), {}}),
            "被扶養者になった日が生年月日より前です");
  EXPECT_EQ(refusal(DependentCorrection{held.id, day(2026, 3, 31), {}}),
            "被保険者の資格がない日があります");
  EXPECT_EQ(refusal(DependentCorrection{held.id, held.from, {}}), "いまの台帳と同じ内容です");
  EXPECT_EQ(refusal(BirthCorrection{day(2026, 4, 2)}), "生年月日が被扶養者になった日より後です");
  auto ledger = this->ledger();
  EXPECT_FALSE(save_change(ledger, society_.stranger(),
                           {{held.dependent, DependentCancellation{held.id}}, "誤り", Yen()})
                   .ok());
}

// 健康保険法3条7項: one insured person on a day, and one who is insured.
TEST(ChangeDependent, DaysBelongToOneInsuredPersonWhoIsInsuredOnAllOfThem) {
  const auto mother = base::PersonId::draw();
  const auto father = base::PersonId::draw();
  const eligibility::Person child{.born = day(2015, 5, 1)};
  const auto works = base::EstablishmentId::draw();
  const eligibility::DependentLink of_mother{.dependent = child.id,
                                             .insured = mother,
                                             .from = day(2020, 4, 1),
                                             .until = day(2023, 3, 31)};
  const eligibility::DependentLink of_father{
      .dependent = child.id, .insured = father, .from = day(2023, 4, 1)};
  KnownFacts known;
  known.people = {child};
  known.links = {of_mother, of_father};
  known.insured_periods = {
      {.person = mother,
       .establishment = works,
       .acquired = day(2018, 4, 1),
       .lost = day(2024, 4, 1)},
      {.person = father,
       .establishment = works,
       .acquired = day(2022, 4, 1),
       .lost = day(2025, 4, 1)},
      {.person = father, .establishment = works, .acquired = day(2025, 4, 1)}};
  const auto tried = [&](const eligibility::DependentLink& link, base::Date from,
                         std::optional<base::Date> until) {
    return decide_dependent_change(known, {link.id, from, until}).ok();
  };
  EXPECT_TRUE(tried(of_mother, day(2020, 4, 1), day(2023, 3, 1)));
  EXPECT_FALSE(tried(of_mother, day(2020, 4, 1), day(2023, 4, 1))) << "the father's day";
  EXPECT_FALSE(tried(of_mother, day(2018, 3, 31), day(2023, 3, 1))) << "not insured yet";
  EXPECT_TRUE(tried(of_father, day(2023, 4, 1), day(2025, 12, 31))) << "two periods in a row";
  EXPECT_FALSE(tried(of_father, day(2023, 3, 31), {}));
  known.insured_periods.pop_back();
  EXPECT_TRUE(tried(of_father, day(2023, 4, 1), day(2025, 3, 31)));
  EXPECT_FALSE(tried(of_father, day(2023, 4, 1), day(2025, 4, 1))) << "lost on that day";
  EXPECT_FALSE(tried(of_father, day(2024, 4, 1), {})) << "without end, but the insured ended";
  known.people[0].born = day(1948, 4, 1);
  EXPECT_FALSE(tried(of_father, day(2023, 4, 2), day(2025, 3, 31))) << "75";
}

struct FitRow {
  const char* what;
  base::Date acquired;
  std::optional<base::Date> lost;
  base::Date from;                      // of the link after the change
  std::optional<base::Date> until;
};

TEST(ChangeDependent, TimesThatBeganOrEndedWithTheStatusFollowIt) {
  const eligibility::Person insured{.born = day(1985, 1, 2)};
  const eligibility::InsuredPeriod held{.person = insured.id,
                                        .establishment = base::EstablishmentId::draw(),
                                        .acquired = day(2025, 4, 1),
                                        .lost = day(2026, 4, 1)};
  const auto child = base::PersonId::draw();
  const eligibility::DependentLink with_it{.dependent = child,
                                           .insured = insured.id,
                                           .from = day(2025, 4, 1),
                                           .until = day(2026, 3, 31)};
  const eligibility::DependentLink own{.dependent = base::PersonId::draw(),
                                       .insured = insured.id,
                                       .from = day(2025, 6, 1),
                                       .until = day(2025, 12, 31)};
  KnownFacts known;
  known.people = {insured};
  known.periods = {held};
  known.dependents = {with_it, own};
  const auto changed = [&](base::Date acquired, std::optional<base::Date> lost) {
    auto found = decide_change(known, {insured.id, PeriodCorrection{held.id, acquired, lost}});
    return applied(known, must(std::move(found)).value).dependents;
  };
  const std::vector<FitRow> rows{
      {"earlier", day(2025, 4, 1), day(2026, 2, 1), day(2025, 4, 1), day(2026, 1, 31)},
      {"later", day(2025, 4, 1), day(2026, 5, 1), day(2025, 4, 1), day(2026, 4, 30)},
      {"goes on", day(2025, 4, 1), {}, day(2025, 4, 1), {}},
      {"begins later", day(2025, 5, 1), day(2026, 4, 1), day(2025, 5, 1), day(2026, 3, 31)},
      {"begins earlier", day(2025, 3, 1), day(2026, 4, 1), day(2025, 4, 1), day(2026, 3, 31)}};
  for (const auto& row : rows) {
    SCOPED_TRACE(row.what);
    const auto links = changed(row.acquired, row.lost);
    ASSERT_EQ(links.size(), 2U);
    const auto follows = std::ranges::find(links, with_it.id, &eligibility::DependentLink::id);
    EXPECT_EQ(follows->from, row.from);
    EXPECT_EQ(follows->until, row.until);
    EXPECT_NE(std::ranges::find(links, own), links.end()) << "its own end stays";
  }
  const auto cut = changed(day(2025, 4, 1), day(2025, 10, 1));
  const auto shorter = std::ranges::find(cut, own.id, &eligibility::DependentLink::id);
  EXPECT_EQ(shorter->until, day(2025, 9, 30));
  EXPECT_EQ(changed(day(2025, 4, 1), day(2025, 5, 1)).size(), 1U) << "it would begin after the end";
}

}  // namespace
}  // namespace kenpo::premium::change_tests
