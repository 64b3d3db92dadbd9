// A print run from its list to the post, with two people and every sheet accounted for.
#include "certificate/certificate_print.h"
#include "certificate/certificates_for_tests.h"
#include "eligibility/protection_store.h"
#include "tests/support/sender.h"

namespace kenpo::certificate {
namespace {

using base::Date;
using test_support::day;
using test_support::must;

inline constexpr notice::Operation write_protection{
    .name = "test.write_protection",
    .japanese = "試験の書込み",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};

class PrintRuns : public CertificateTest {
 protected:
  PrintRuns() {
    approvals_.add(run_kind());
    society_.change_policy([&](notice::Policy& policy) {
      policy.handlers.push_back({second_,
                                 {{notice::Role::member_clerk, day(2015, 1, 1), {}}},
                                 day(2015, 1, 1),
                                 day(2030, 3, 31),
                                 false,
                                 {}});
    });
  }
  base::PersonId needs_document(const char* number) {
    const auto person = insure(number, day(1990, 5, 15), 300'000);
    card(person, CardUse::not_registered);
    return person;
  }
  RunId make(Secrecy secrecy = Secrecy::ordinary) {
    tick();
    auto ledger = this->ledger();
    return must(make_run(ledger, society_.clerk(), Kind::confirmation, Way::post, secrecy));
  }
  void release(const RunId& id) {
    tick();
    auto ledger = this->ledger();
    const auto proposal = must(propose_run(ledger, approvals_, society_.clerk(), id));
    EXPECT_FALSE(approvals_.approve(society_.clerk(), proposal).ok()) << "the maker";
    must(approvals_.approve(notice::Acting{second_}, proposal));
  }
  RunPapers show(const RunId& id) {
    auto ledger = this->ledger();
    return must(show_run(ledger, society_.clerk(), id));
  }
  void protect(const base::PersonId& person) {
    tick();
    must(society_.gate().perform<write_protection>(
        society_.clerk(), [&](const notice::Permit<write_protection>& permit) -> base::Result<> {
          const eligibility::MemberAccess access(
              permit.grant<notice::Purpose::member_administration>());
          auto transaction = KENPO_TRY(society_.database().write());
          KENPO_TRY(eligibility::put(transaction, access,
                                     eligibility::Protection{.person = person,
                                                             .from = day(2026, 11, 1),
                                                             .postal_code = "1500001",
                                                             .address = "隠した町１－２－３"},
                                     society_.clock().now()));
          return transaction.commit(permit.recorder());
        }));
  }

  staff::Approvals approvals_{society_.gate(), society_.database()};
  base::StaffId second_ = base::StaffId::draw();
  const PaperSender sender_ = test_support::sample_sender();
};

TEST_F(PrintRuns, EverySheetIsAccountedFor) {
  const auto one = needs_document("1");
  const auto other = needs_document("2");
  auto ledger = this->ledger();
  const auto id = make();
  auto shown = show(id);
  EXPECT_EQ(shown.run.papers, 2);
  EXPECT_EQ(shown.papers.at(0).number, 1);
  EXPECT_EQ(shown.papers.at(1).number, 2);
  EXPECT_EQ(papers(one), "confirmation:2 ");
  // Nothing is printed, spoiled or closed before the second person.
  EXPECT_FALSE(print_job(ledger, society_.clerk(), id).ok());
  EXPECT_FALSE(record_spoiled(ledger, society_.clerk(), id, 1, "二重給紙").ok());
  EXPECT_FALSE(close_run(ledger, society_.clerk(), id, 2).ok());
  EXPECT_FALSE(deliver_run(ledger, society_.clerk(), id).ok());
  release(id);
  EXPECT_FALSE(dissolve_run(ledger, society_.clerk(), id).ok());
  EXPECT_EQ(must(print_job(ledger, society_.clerk(), id)).papers.size(), 2U);

  EXPECT_FALSE(record_spoiled(ledger, society_.clerk(), id, 3, "二重給紙").ok());
  must(record_spoiled(ledger, society_.clerk(), id, 1, "二重給紙"));
  EXPECT_FALSE(record_spoiled(ledger, society_.clerk(), id, 1, "二重給紙").ok()) << "once";
  EXPECT_EQ(show(id).spoiled(), 1);
  EXPECT_EQ(only(one, Kind::confirmation).paper_number, 3);
  for (const int counted : {0, 2, 4}) {
    EXPECT_FALSE(close_run(ledger, society_.clerk(), id, counted).ok()) << counted;
  }
  must(close_run(ledger, society_.clerk(), id, 3));
  EXPECT_FALSE(print_job(ledger, society_.clerk(), id).ok());
  EXPECT_EQ(papers(other), "confirmation:3 ");
  must(deliver_run(ledger, society_.clerk(), id));
  EXPECT_FALSE(deliver_run(ledger, society_.clerk(), id).ok());
  EXPECT_EQ(papers(other), "confirmation:4 ");
  EXPECT_FALSE(
      make_run(ledger, society_.clerk(), Kind::confirmation, Way::post, Secrecy::ordinary).ok())
      << "nothing waits";
}

TEST_F(PrintRuns, ARunThatIsGivenUpLeavesItsNumbersUnused) {
  const auto person = needs_document("1");
  const auto id = make();
  auto ledger = this->ledger();
  must(dissolve_run(ledger, society_.clerk(), id));
  EXPECT_EQ(papers(person), "confirmation:1 ");
  EXPECT_FALSE(propose_run(ledger, approvals_, society_.clerk(), id).ok());
  const auto again = make();
  EXPECT_EQ(show(again).papers.at(0).number, 2);
  EXPECT_EQ(show(id).papers.at(0).outcome, PaperOutcome::unused);
}

TEST_F(PrintRuns, AProtectedPersonIsNeverAmongOthers) {
  const auto hidden = needs_document("1");
  const auto other = needs_document("2");
  protect(hidden);
  const auto together = make();
  EXPECT_EQ(show(together).run.papers, 1);
  EXPECT_EQ(show(together).certificates.at(0).person, other);
  auto ledger = this->ledger();
  const auto alone =
      must(make_run(ledger, society_.clerk(), Kind::confirmation, Way::employer, Secrecy::alone));
  EXPECT_EQ(show(alone).run.way, Way::post) << "never through the employer";
  release(alone);
  const auto job = must(print_job(ledger, society_.clerk(), alone));
  ASSERT_EQ(job.papers.size(), 1U);
  ASSERT_EQ(job.papers.at(0).address.size(), 3U);
  EXPECT_EQ(job.papers.at(0).address.at(1), "隠した町１－２－３");
  for (const auto& line : job.papers.at(0).address) {
    EXPECT_EQ(line.find("見本製作所"), std::string::npos);
  }
}

TEST_F(PrintRuns, EachPaperHasItsCoverAndItself) {
  const auto person = needs_document("1");
  const auto id = make();
  release(id);
  auto ledger = this->ledger();
  const auto job = must(print_job(ledger, society_.clerk(), id));
  EXPECT_EQ(job.papers.at(0).certificate.person, person);
  EXPECT_EQ(job.papers.at(0).born, day(1990, 5, 15));
  EXPECT_EQ(job.papers.at(0).acquired, day(2026, 4, 1));
  const auto printed = must(print_papers(job, sender_));
  EXPECT_EQ(printed.pages, 2);
  EXPECT_EQ(printed.missing_glyphs, 0);
  for (const auto kind : kinds) {
    auto other = job;
    other.run.kind = kind;
    auto& paper = other.papers.at(0).certificate;
    paper.kind = kind;
    paper.contents.limit_class = LimitClass::u;
    paper.contents.disease = Disease::haemophilia;
    paper.contents.share_percent = 20;
    other.papers.at(0).address.clear();
    const auto drawn = must(print_papers(other, sender_));
    EXPECT_EQ(drawn.pages, 2) << wording(kind);
    EXPECT_EQ(drawn.missing_glyphs, 0) << wording(kind);
  }
}

TEST_F(PrintRuns, WhatIsOutIsReturnedLostOrAskedFor) {
  const auto person = needs_document("1");
  const auto id = make();
  release(id);
  auto ledger = this->ledger();
  auto paper = only(person, Kind::confirmation).id;
  EXPECT_FALSE(record_return(ledger, society_.clerk(), paper, day(2026, 11, 24)).ok())
      << "not printed yet";
  must(close_run(ledger, society_.clerk(), id, 1));
  must(deliver_run(ledger, society_.clerk(), id));
  EXPECT_FALSE(
      record_loss(ledger, society_.clerk(), paper, day(2026, 11, 25), Cause::lost, Reissue::yes)
          .ok());
  EXPECT_FALSE(record_reminder(ledger, society_.clerk(), paper).ok()) << "nothing to collect";
  must(record_loss(ledger, society_.clerk(), paper, day(2026, 11, 24), Cause::lost, Reissue::yes));
  EXPECT_EQ(papers(person), "confirmation:1 confirmation:7 ");
  EXPECT_EQ(only(person, Kind::confirmation).cause, Cause::lost);
  EXPECT_FALSE(record_return(ledger, society_.clerk(), paper, day(2026, 11, 24)).ok()) << "lost";

  const auto second = make();
  release(second);
  must(close_run(ledger, society_.clerk(), second, 1));
  must(deliver_run(ledger, society_.clerk(), second));
  paper = only(person, Kind::confirmation).id;
  auto gone = test_support::loss("1", day(2026, 11, 20));
  take(std::move(gone));
  keep_all(*base::Month::make(2026, 11));
  const auto due = only(person, Kind::confirmation);
  EXPECT_EQ(due.state, State::to_collect);
  EXPECT_EQ(due.collect_by, day(2026, 11, 29));
  must(record_reminder(ledger, society_.clerk(), paper));
  EXPECT_FALSE(record_reminder(ledger, society_.clerk(), paper).ok()) << "too early";
  const auto letter = must(reminder_letter(ledger, society_.clerk(), paper));
  EXPECT_EQ(must(print_reminder(letter, sender_, society_.clock().now())).pages, 1);
  must(record_return(ledger, society_.clerk(), paper, day(2026, 11, 24)));
  EXPECT_FALSE(reminder_letter(ledger, society_.clerk(), paper).ok());
  const auto list =
      must(list_papers(ledger, society_.clerk(), Kind::confirmation, State::returned, 0));
  EXPECT_EQ(list.count, 1);
}

TEST_F(PrintRuns, AnotherEmployersHandlerReachesNothing) {
  needs_document("1");
  const auto id = make();
  society_.change_policy([&](notice::Policy& policy) {
    for (auto& handler : policy.handlers) {
      if (handler.staff == society_.clerk_id()) {
        handler.establishments = {base::EstablishmentId::draw()};
      }
    }
  });
  auto ledger = this->ledger();
  EXPECT_FALSE(show_run(ledger, society_.clerk(), id).ok());
  EXPECT_FALSE(dissolve_run(ledger, society_.clerk(), id).ok());
  EXPECT_EQ(must(list_papers(ledger, society_.clerk(), Kind::confirmation, State::in_run, 0)).count,
            0);
}

}  // namespace
}  // namespace kenpo::certificate
