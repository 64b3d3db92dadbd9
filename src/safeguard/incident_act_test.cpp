// A breach from suspicion to its end on a real society: the extent out of the log, the persons, the
// papers, and what is refused.
#include "safeguard/incident_letters_act.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "base/mapped_file.h"
#include "eligibility/person_store.h"
#include "eligibility/tables_store.h"
#include "notice/log_reader.h"
#include "safeguard/incident_print.h"
#include "safeguard/incident_store.h"
#include "safeguard/register_tables_store.h"
#include "safeguard/watch_tables_store.h"
#include "staff/tables_store.h"
#include "tests/support/sender.h"
#include "tests/support/society.h"

namespace kenpo::safeguard {
namespace {

using namespace test_support;
using notice::Category;
using notice::Purpose;

inline constexpr notice::Operation put_person{
    .name = "test.put",
    .japanese = "試験の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration}}};
inline constexpr notice::Operation carry_out{
    .name = "test.carry_out",
    .japanese = "試験の持ち出し",
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration}}};

class Incidents : public testing::Test {
 protected:
  Incidents()
      : society_(watch_tables, register_tables, staff::tables, eligibility::tables) {
    society_.change_policy(
        [this](notice::Policy& policy) { officer_ = *policy.responsible_person; });
    approvals_.add(release_kind());
  }
  RegisterOffice office() { return {society_.gate(), society_.database(), society_.directory()}; }
  /// Who was recorded as provided to somebody else, and of what.
  ProvisionLedger provisions() {
    return {.objects = [](const store::View&, const ProvisionLedger::Access&,
                          const base::PersonId&, RecipientClass) -> base::Result<bool> {
              return false;
            },
            .record = [this](store::Transaction&, const ProvisionLedger::Access&,
                             const base::PersonId& person, const ExportTerms& terms, base::Date,
                             std::string_view items) -> base::Result<> {
              if (terms.basis != ExportBasis::notice_to_person) {
                recorded_.emplace_back(person, std::string(items));
              }
              return base::Done{};
            }};
  }
  LetterOrder by_ourselves() {
    return {.terms = {.recipient_class = RecipientClass::own_office,
                      .recipient = "総務課 封入の担当",
                      .basis = ExportBasis::notice_to_person,
                      .processor = std::nullopt,
                      .delete_by = today().plus_days(14)},
            .contract = {}};
  }
  base::Result<MadeLetters> letters(const IncidentId& id, const LetterOrder& order) {
    return make_incident_letters(office(), provisions(), society_.clerk(), id, order, sender_);
  }
  notice::Acting officer() const { return {officer_}; }
  Watchtower tower() {
    return {society_.gate(), society_.database(), society_.history(),
            society_.directory() + "/log"};
  }
  base::Date today() { return society_.clock().now().day(); }
  base::PersonId enter(const char* name, const char* address = "東京都千代田区見本町1-1") {
    eligibility::Person person{.name = name, .name_kana = "ｼｹﾝ"};
    person.address = address;
    must(society_.gate().perform<put_person>(
        society_.clerk(), [&](const notice::Permit<put_person>& permit) -> base::Result<> {
          auto transaction = KENPO_TRY(society_.database().write());
          KENPO_TRY(eligibility::put(transaction, permit.grant<Purpose::member_administration>(),
                                     person, today(), society_.clock().now()));
          return transaction.commit(permit.recorder());
        }));
    return person.id;
  }
  void take(const std::vector<base::PersonId>& people) {
    must(society_.gate().perform<carry_out>(
        society_.clerk(), [&](const notice::Permit<carry_out>& permit) -> base::Result<int> {
          for (const auto& person : people) permit.recorder().touched(person);
          return 0;
        }));
  }
  IncidentId open() {
    return must(
        open_incident(society_.gate(), society_.database(), officer(), today(), "持ち出しの疑い"));
  }
  Incident step(const IncidentId& id, IncidentState to, PersonsTold told = PersonsTold::not_yet) {
    return must(advance(society_.gate(), society_.database(), officer(), id, to, told));
  }
  bool may(const IncidentId& id, IncidentState to) {
    return advance(society_.gate(), society_.database(), officer(), id, to).ok();
  }
  Incident facts(const IncidentId& id, const IncidentFacts& told) {
    return must(enter_facts(society_.gate(), society_.database(), officer(), id, told));
  }
  IncidentExtent extent() {
    return {.operation = "test.carry_out",
            .staff = society_.clerk_id(),
            .from = base::start_of(today()),
            .to = base::start_of(today().plus_days(1))};
  }

  Society society_;
  base::StaffId officer_ = base::StaffId::draw();
  staff::Approvals approvals_{society_.gate(), society_.database()};
  std::vector<std::pair<base::PersonId, std::string>> recorded_;
  const PaperSender sender_ = test_support::sample_sender();
};

TEST_F(Incidents, P26_FromSuspicionToClosed) {
  const auto id = open();
  EXPECT_FALSE(may(id, IncidentState::final_due));
  step(id, IncidentState::contained);
  const auto judged = facts(id, {.persons = 1, .special_care = 1});
  EXPECT_EQ(judged.state, IncidentState::preliminary_due);
  ASSERT_TRUE(judged.dates);
  EXPECT_EQ(judged.dates->preliminary_by.iso(), "2026-11-30");  // day 5 is a Saturday
  EXPECT_EQ(step(id, IncidentState::final_due).preliminary_at, society_.clock().now());
  EXPECT_FALSE(may(id, IncidentState::final_sent));  // eight items are missing
  ReportItems items;
  items.fill("書きました");
  must(enter_items(society_.gate(), society_.database(), officer(), id, items));
  step(id, IncidentState::final_sent);
  EXPECT_FALSE(may(id, IncidentState::persons_told));  // neither letters nor a substitute
  EXPECT_FALSE(enter_items(society_.gate(), society_.database(), officer(), id, items).ok());
  step(id, IncidentState::persons_told, PersonsTold::substitute);
  step(id, IncidentState::prevention_done);
  step(id, IncidentState::closed);
  EXPECT_FALSE(may(id, IncidentState::closed));
  const auto view = must(society_.database().read());
  EXPECT_EQ(must(incident_versions(view, id)).size(), 9U);  // nothing is overwritten
}

TEST_F(Incidents, P26_AStricterReadingCountsAndAMilderOneDoesNot) {
  const auto id = open();
  step(id, IncidentState::contained);
  EXPECT_EQ(facts(id, {}).state, IncidentState::contained);  // nothing is known yet
  EXPECT_EQ(facts(id, {.persons = 10}).state, IncidentState::classified);
  const auto strict = facts(id, {.persons = 10, .improper_aim = true});
  EXPECT_EQ(strict.state, IncidentState::preliminary_due);
  const auto mild = facts(id, {.persons = 10});
  EXPECT_EQ(mild.classes, strict.classes);
  EXPECT_EQ(mild.dates->final_by, strict.dates->final_by);
}

TEST_F(Incidents, TheExtentComesOutOfTheLog) {
  const auto hanako = enter("試験　花子");
  const auto taro = enter("試験　太郎");
  const auto id = open();
  std::vector<base::PersonId> strangers;
  for (int count = 0; count < 20; ++count) strangers.push_back(base::PersonId::draw());
  strangers.push_back(hanako);
  take(strangers);
  take({hanako});
  const auto measured = must(measure_extent(tower(), officer(), id, extent()));
  EXPECT_EQ(measured.extent->leaves, 2);
  EXPECT_EQ(measured.extent->persons, 21);
  EXPECT_EQ(measured.facts.persons, 21);
  EXPECT_NE(measured.extent->pairs, 0U);
  auto earlier = extent();
  earlier.to = base::start_of(today()).plus_milliseconds(-1);
  earlier.from = earlier.to;
  EXPECT_EQ(must(measure_extent(tower(), officer(), id, earlier)).extent->persons, 0);
  // The persons: whom the society knows, found by one who may read names, and nobody else.
  must(measure_extent(tower(), officer(), id, extent()));
  EXPECT_FALSE(find_incident_persons(tower(), officer(), id).ok());
  EXPECT_EQ(must(find_incident_persons(tower(), society_.clerk(), id)), 1);
  EXPECT_EQ(must(find_incident_persons(tower(), society_.clerk(), id)), 1);
  const auto shown = must(show_incident_persons(office(), society_.clerk(), id));
  EXPECT_EQ(shown.found, 1U);
  EXPECT_NE(taro, hanako);
}

// The letters are an export as any other: sealed, in the ledger, released by a second person, with
// an erasure that is proved.
TEST_F(Incidents, P25_LettersLeaveByTheLedgerOfExports) {
  const auto hanako = enter("試験　花子");
  const auto nowhere = enter("試験　無住所", "");
  const auto id = open();
  take({hanako, nowhere});
  must(measure_extent(tower(), officer(), id, extent()));
  EXPECT_FALSE(letters(id, by_ourselves()).ok());  // nobody was found yet
  must(find_incident_persons(tower(), society_.clerk(), id));
  EXPECT_FALSE(make_incident_letters(office(), provisions(), officer(), id, by_ourselves(), sender_)
                   .ok());  // the officer has no right to names
  const auto made = must(letters(id, by_ourselves()));
  EXPECT_EQ(made.people, 1U);
  EXPECT_EQ(made.left_out, 1U);
  EXPECT_TRUE(recorded_.empty());  // what the person gets is provided to nobody else
  const auto entry = must(show_export(office(), society_.clerk(), made.made.id));
  EXPECT_EQ(entry.operation, "incident.letters");
  EXPECT_EQ(entry.people, 1U);
  EXPECT_EQ(entry.terms.recipient_class, RecipientClass::own_office);
  // The archive on the disk shows no name and no paper.
  const auto bytes = std::string(
      must(base::MappedFile::open(archive_path(office(), made.made.id))).bytes());
  EXPECT_EQ(bytes.substr(0, 2), "PK");
  EXPECT_EQ(bytes.find("試験"), std::string::npos);
  EXPECT_EQ(bytes.find("%PDF"), std::string::npos);
  EXPECT_FALSE(hand_over(office(), society_.clerk(), made.made.id).ok());  // nobody released it
  const auto approval =
      must(propose_release(office(), approvals_, society_.clerk(), made.made.id));
  EXPECT_FALSE(approvals_.approve(society_.clerk(), approval).ok());
  must(approvals_.approve(officer(), approval));
  EXPECT_TRUE(must(hand_over(office(), society_.clerk(), made.made.id)).starts_with("PK"));
  must(record_deletion(office(), officer(), made.made.id, today(), "印刷の後に消した"));
  EXPECT_FALSE(std::filesystem::exists(archive_path(office(), made.made.id)));
}

// 個人情報保護法26条2項: whoever had the use stopped (35条) is told of the breach all the same.
TEST_F(Incidents, P22_AStopOfUseDoesNotSilenceTheNoticeOfABreach) {
  const auto hanako = enter("試験　花子");
  const auto taro = enter("試験　太郎");
  const auto id = open();
  take({hanako, taro});
  must(measure_extent(tower(), officer(), id, extent()));
  const std::vector<notice::Stop> stops = {{taro, Purpose::member_administration}};
  society_.gate().stops().set(stops);
  const auto read_taro = [&] {
    return society_.gate().perform<carry_out>(
        society_.clerk(), [&](const notice::Permit<carry_out>& permit) {
          const eligibility::PersonAccess access(permit.grant<Purpose::member_administration>());
          const auto view = must(society_.database().read());
          return eligibility::find_person(view, access, taro,
                                          society_.clock().now());
        });
  };
  const auto stopped = read_taro();
  EXPECT_TRUE(!stopped.ok() || !stopped->has_value()) << "the stop holds for everything else";
  EXPECT_EQ(must(find_incident_persons(tower(), society_.clerk(), id)), 2);
  EXPECT_EQ(must(show_incident_persons(office(), society_.clerk(), id)).found, 2U);
  const auto made = must(letters(id, by_ourselves()));
  EXPECT_EQ(made.people, 2U);
  EXPECT_EQ(made.left_out, 0U);
  // The leaf names the article under which it was done.
  must(society_.gate().log().checkpoint());
  const auto size = society_.gate().log().state().published;
  const auto leaves = must(notice::read_leaves(tower().log_directory, size, 0, size));
  const auto found = std::ranges::find_if(leaves, [](const notice::NumberedLeaf& each) {
    return each.leaf.operation == "incident.letters";
  });
  ASSERT_NE(found, leaves.end());
  EXPECT_EQ(found->leaf.basis, notice::Statute::breach_report);
  EXPECT_NE(found->leaf.pairs, notice::PairMask{});
}

TEST_F(Incidents, LettersAreRefusedOnTermsThatDoNotHold) {
  const auto id = open();
  take({enter("試験　花子")});
  must(measure_extent(tower(), officer(), id, extent()));
  must(find_incident_persons(tower(), society_.clerk(), id));
  auto late = by_ourselves();
  late.terms.delete_by = today().plus_days(4000);
  EXPECT_FALSE(letters(id, late).ok());
  auto abroad = by_ourselves();
  abroad.terms.country = "US";
  EXPECT_FALSE(letters(id, abroad).ok());
  auto as_law = by_ourselves();
  as_law.terms.basis = ExportBasis::law;
  EXPECT_FALSE(letters(id, as_law).ok());
  auto entrusted = by_ourselves();
  entrusted.terms.recipient_class = RecipientClass::processor;
  entrusted.terms.basis = ExportBasis::entrust;
  entrusted.contract = "なし";
  EXPECT_FALSE(letters(id, entrusted).ok());  // no such contract
  EXPECT_TRUE(must(show_exports(office(), society_.clerk())).empty());
}

TEST_F(Incidents, PapersArePrintedWithTheComplaintDesk) {
  const auto id = open();
  const auto incident = must(show_incident(society_.gate(), society_.database(), officer(), id));
  const auto sender = test_support::sample_sender();
  const auto now = society_.clock().now();
  const auto report = must(print_incident_report(incident, ReportStage::preliminary, sender, now));
  EXPECT_TRUE(report.pdf.starts_with("%PDF-"));
  EXPECT_EQ(report.missing_glyphs, 0);
  const auto letters = must(print_incident_letters(
      incident, {{"試験　花子", {"〒100-0001", "東京都"}}, {"試験　太郎", {"", "東京都"}}}, sender, now));
  EXPECT_EQ(letters.pages, 2);
}

TEST_F(Incidents, RefusalsHaveTheirReason) {
  EXPECT_FALSE(open_incident(society_.gate(), society_.database(), officer(), today().plus_days(1),
                             "あす知った")
                   .ok());
  EXPECT_FALSE(open_incident(society_.gate(), society_.database(), officer(), today(), "").ok());
  EXPECT_FALSE(
      open_incident(society_.gate(), society_.database(), society_.clerk(), today(), "担当からは")
          .ok());
  const auto id = open();
  EXPECT_FALSE(enter_facts(society_.gate(), society_.database(), officer(), id,
                           {.persons = 1, .special_care = 2})
                   .ok());
  EXPECT_FALSE(find_incident_persons(tower(), society_.clerk(), id).ok());  // no extent yet
  EXPECT_FALSE(show_incident_persons(office(), society_.clerk(), id).ok());
  EXPECT_FALSE(letters(id, by_ourselves()).ok());
  EXPECT_FALSE(
      show_incident(society_.gate(), society_.database(), officer(), IncidentId::draw()).ok());
}

}  // namespace
}  // namespace kenpo::safeguard
