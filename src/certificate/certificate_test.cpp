// Certificates of real members in a real store: upkeep, applications, custody.
#include "certificate/certificates_for_tests.h"
#include "eligibility/dependent_link_store.h"

namespace kenpo::certificate {
namespace {

using base::Date;
using base::Month;
using base::Yen;
using test_support::day;
using test_support::must;

const Date young = day(1990, 5, 15);

TEST_F(CertificateTest, TheMonthsWorkFindsWhoJoinedAndTwiceChangesNothing) {
  const auto before = insure("1", young, 300'000, day(2026, 4, 1));
  const auto joined = insure("2", young, 300'000, day(2026, 11, 1));
  const auto first = keep_all(*Month::make(2026, 11));
  EXPECT_EQ(first.to_issue, 1);
  EXPECT_EQ(papers(joined), "notice:1 ");
  EXPECT_EQ(papers(before), "");
  EXPECT_EQ(keep_all(*Month::make(2026, 11)).to_issue, 0);
  EXPECT_EQ(papers(joined), "notice:1 ");
}

TEST_F(CertificateTest, ALossThatIsTakenInBringsThePaperBack) {
  const auto person = insure("1", young, 300'000);
  keep_all(*Month::make(2026, 11));
  card(person, CardUse::not_registered);
  EXPECT_EQ(papers(person), "confirmation:1 ");
  auto lost = test_support::loss("1", day(2026, 11, 20));
  lost.insured.born = young;
  take(std::move(lost));
  const auto count = keep_all(*Month::make(2026, 11));
  EXPECT_EQ(count.dropped, 1);
  EXPECT_EQ(papers(person), "confirmation:8 ");
}

TEST_F(CertificateTest, TheClassOfTheLimitIsKnownForEverybodyWithItsBasis) {
  const auto person = insure("1", young, 530'000);
  const auto known = shown(person).known;
  ASSERT_TRUE(known.holder.limit_class);
  EXPECT_EQ(*known.holder.limit_class, LimitClass::i);
  EXPECT_GE(known.class_basis.size(), 3U);
  const auto old = insure("2", day(1955, 4, 10), 300'000);
  const auto elderly = shown(old).known;
  EXPECT_EQ(elderly.holder.share_percent, 30);
  EXPECT_EQ(elderly.holder.limit_class, LimitClass::active_1);
}

TEST_F(CertificateTest, ACardThatWorksAgainEndsTheFactAndNotThePaper) {
  const auto person = insure("1", young, 300'000);
  card(person, CardUse::card_lost, day(2026, 11, 1));
  EXPECT_EQ(only(person, Kind::confirmation).until, day(2027, 2, 28));
  card(person, CardUse::usable, day(2026, 11, 24));
  EXPECT_EQ(papers(person), "confirmation:8 ") << "it was not printed yet";
  EXPECT_EQ(shown(person).known.card->use, CardUse::usable);
}

class Dependents : public CertificateTest {
 protected:
  /// A dependent of the insured person with the number.
  base::PersonId depend(const char* number, int branch, Date born, Date from) {
    tick();
    auto ledger = this->ledger();
    must(eligibility::register_dependents(ledger, society_.clerk(),
                                          {{.symbol = works_.symbol,
                                            .number = number,
                                            .branch = branch,
                                            .relation = eligibility::Relation::parent,
                                            .name = "山田　太郎",
                                            .name_kana = "ﾔﾏﾀﾞ ﾀﾛｳ",
                                            .born = born,
                                            .from = from,
                                            .until = std::nullopt}}));
    return must(society_.gate().perform<look_at_people>(
        society_.clerk(),
        [&](const notice::Permit<look_at_people>& permit) -> base::Result<base::PersonId> {
          const auto view = KENPO_TRY(society_.database().read());
          const eligibility::MemberAccess access(
              permit.grant<notice::Purpose::member_administration>());
          const auto links = KENPO_TRY(
              eligibility::dependents_of(view, access, person(number), society_.clock().now()));
          return links.at(0).dependent;
        }));
  }
};

TEST_F(Dependents, HaveTheirOwnPapersUnderTheInsuredPersonsNumber) {
  const auto insured = insure("1", young, 300'000, day(2026, 4, 1));
  const auto parent = depend("1", 1, day(1954, 5, 5), day(2026, 11, 10));
  EXPECT_EQ(keep_all(*Month::make(2026, 11)).to_issue, 1);
  const auto notice = only(parent, Kind::notice);
  EXPECT_EQ(notice.insured, insured);
  EXPECT_EQ(notice.contents.branch, 1);
  EXPECT_EQ(notice.contents.insured_name, "山田　花子");
  // The insured person is under 70: 20 % whatever the remuneration.
  EXPECT_EQ(notice.contents.share_percent, 20);
  EXPECT_EQ(notice.until, day(2027, 8, 31));
  card(parent, CardUse::not_registered);
  EXPECT_EQ(only(parent, Kind::elderly).contents.share_percent, 20);
  EXPECT_EQ(papers(insured), "") << "nothing of the insured person changed";
}

TEST_F(Dependents, LoseWithTheInsuredPerson) {
  insure("1", young, 300'000);
  const auto parent = depend("1", 1, day(1954, 5, 5), day(2026, 4, 1));
  keep_all(*Month::make(2026, 11));
  card(parent, CardUse::not_registered);
  take(test_support::loss("1", day(2026, 11, 20)));
  keep_all(*Month::make(2026, 11));
  EXPECT_EQ(shown(parent).known.holder.membership, Membership::none);
  for (const auto& paper : shown(parent).papers) EXPECT_EQ(paper.state, State::dropped);
}

TEST_F(Dependents, FromSeventyPayAsTheInsuredPersonFromSeventyDoes) {
  insure("1", day(1955, 4, 10), 300'000);
  const auto spouse = depend("1", 1, day(1954, 5, 5), day(2026, 4, 1));
  EXPECT_EQ(shown(spouse).known.holder.share_percent, 30);
  EXPECT_EQ(shown(spouse).known.holder.limit_class, LimitClass::active_1);
}

class Applications : public CertificateTest {
 protected:
  ApplicationEntry entry(const base::PersonId& person, Application kind) {
    return {.person = person, .kind = kind, .applied_on = day(2026, 11, 24)};
  }
  ApplicationOutcome apply(const ApplicationEntry& entry) {
    tick();
    auto ledger = this->ledger();
    const auto decided = must(enter_application(ledger, society_.clerk(), entry));
    EXPECT_FALSE(decided.basis.empty());
    return decided.outcome;
  }
};

TEST_F(Applications, ADocumentIsIssuedOnceOnApplication) {
  const auto person = insure("1", young, 300'000);
  auto wanted = entry(person, Application::confirmation);
  wanted.card_use = CardUse::cannot_use;
  EXPECT_EQ(apply(wanted), ApplicationOutcome::accepted);
  EXPECT_EQ(only(person, Kind::confirmation).cause, Cause::application);
  EXPECT_EQ(apply(wanted), ApplicationOutcome::refused) << "has one";
  EXPECT_EQ(papers(person), "confirmation:1 ");
  EXPECT_EQ(shown(person).applications.size(), 2U) << "the refusal is kept too";
}

TEST_F(Applications, ALimitCertificateNeedsADocumentAndAClassThatItSays) {
  const auto person = insure("1", young, 300'000);
  EXPECT_EQ(apply(entry(person, Application::limit)), ApplicationOutcome::refused);
  card(person, CardUse::not_registered);
  EXPECT_EQ(apply(entry(person, Application::limit)), ApplicationOutcome::accepted);
  const auto paper = only(person, Kind::limit);
  EXPECT_EQ(paper.contents.limit_class, LimitClass::u);
  EXPECT_EQ(paper.from, day(2026, 11, 1));
  EXPECT_EQ(paper.until, day(2027, 10, 31));
  // 70 to 74 with 20 %: the share alone says the class (Order art 43).
  const auto old = insure("2", day(1955, 4, 10), 200'000);
  card(old, CardUse::not_registered);
  EXPECT_EQ(apply(entry(old, Application::limit)), ApplicationOutcome::refused);
}

TEST_F(Applications, AReductionNeedsTheTaxAndAStandardUnderTheBound) {
  const auto person = insure("1", young, 200'000);
  card(person, CardUse::not_registered);
  auto wanted = entry(person, Application::reduction);
  EXPECT_EQ(apply(wanted), ApplicationOutcome::refused) << "no evidence";
  wanted.evidence = "非課税証明書";
  wanted.hospital_days = 91;
  EXPECT_EQ(apply(wanted), ApplicationOutcome::accepted);
  const auto paper = only(person, Kind::reduction);
  EXPECT_EQ(paper.contents.limit_class, LimitClass::o);
  EXPECT_EQ(paper.contents.long_stay, LongStay::yes);
  EXPECT_EQ(paper.until, day(2027, 7, 31));
  const auto rich = insure("2", young, 530'000);
  card(rich, CardUse::not_registered);
  wanted.person = rich;
  EXPECT_EQ(apply(wanted), ApplicationOutcome::refused) << "class イ whatever the tax says";
}

TEST_F(Applications, ASpecificDiseaseHasItsAmountByTheClass) {
  const auto person = insure("1", young, 530'000);
  card(person, CardUse::not_registered);
  auto wanted = entry(person, Application::disease);
  wanted.disease = Disease::dialysis;
  EXPECT_EQ(apply(wanted), ApplicationOutcome::refused) << "no physician's opinion";
  wanted.evidence = "医師の意見書";
  EXPECT_EQ(apply(wanted), ApplicationOutcome::accepted);
  EXPECT_EQ(only(person, Kind::disease).contents.limit_amount, Yen(20'000));
}

TEST_F(Applications, ReliefIsInvitedOnceAndLowersTheShareFromTheMonthAfter) {
  const auto person = insure("1", day(1955, 4, 10), 300'000);
  card(person, CardUse::not_registered);
  EXPECT_EQ(only(person, Kind::elderly).contents.share_percent, 30);
  const auto invited = shown(person).applications;
  ASSERT_EQ(invited.size(), 1U);
  EXPECT_EQ(invited.at(0).outcome, ApplicationOutcome::invited);
  keep_all(*Month::make(2026, 11));
  EXPECT_EQ(shown(person).applications.size(), 1U) << "once a year";

  auto wanted = entry(person, Application::relief);
  wanted.income_year = 2025;
  wanted.income = Yen(3'830'000);
  EXPECT_EQ(apply(wanted), ApplicationOutcome::refused);
  EXPECT_EQ(shown(person).known.holder.share_next_percent, 30);
  wanted.income = Yen(3'829'999);
  EXPECT_EQ(apply(wanted), ApplicationOutcome::accepted);
  const auto holder = shown(person).known.holder;
  EXPECT_EQ(holder.share_percent, 30) << "this month still";
  EXPECT_EQ(holder.share_next_percent, 20);
  const auto next = only(person, Kind::elderly);
  EXPECT_EQ(next.from, day(2026, 12, 1));
  EXPECT_EQ(next.contents.share_percent, 20);
}

TEST_F(Applications, ADayThatDoesNotFitKeepsNothing) {
  const auto person = insure("1", young, 300'000);
  auto wanted = entry(person, Application::confirmation);
  auto ledger = this->ledger();
  for (const auto on : {day(2026, 11, 25), day(2025, 11, 23)}) {
    wanted.applied_on = on;
    EXPECT_FALSE(enter_application(ledger, society_.clerk(), wanted).ok());
  }
  EXPECT_FALSE(
      enter_card_use(ledger, society_.clerk(), {.person = person, .from = day(2026, 11, 25)}).ok());
  EXPECT_TRUE(shown(person).applications.empty());
}

TEST_F(CertificateTest, NobodyWithoutTheRoleOrTheRowSeesOrWritesAnything) {
  const auto person = insure("1", young, 300'000);
  auto ledger = this->ledger();
  EXPECT_FALSE(show_papers(ledger, society_.stranger(), person).ok());
  EXPECT_FALSE(keep_papers(ledger, society_.stranger(), person).ok());
  EXPECT_FALSE(
      make_run(ledger, society_.stranger(), Kind::notice, Way::post, Secrecy::ordinary).ok());
  society_.change_policy(
      [](notice::Policy& policy) { policy.notice.pairs &= ~notice::mask_of(elderly_pair); });
  EXPECT_FALSE(show_papers(ledger, society_.clerk(), person).ok());
  EXPECT_TRUE(list_papers(ledger, society_.clerk(), Kind::confirmation, State::to_issue, 0).ok())
      << "pair 4 alone serves the list";
  society_.change_policy(
      [](notice::Policy& policy) { policy.notice.pairs &= ~notice::mask_of(issuance_pair); });
  EXPECT_FALSE(list_papers(ledger, society_.clerk(), Kind::confirmation, State::to_issue, 0).ok());
}

}  // namespace
}  // namespace kenpo::certificate
