// R-1 … R-4 and properties 20, 22, 23, 25 on a real gate, log and store.
#include <gtest/gtest.h>

#include "eligibility/person_store.h"
#include "eligibility/tables_store.h"
#include "notice/stops.h"
#include "request/correction_act.h"
#include "request/erasure_act.h"
#include "request/package_act.h"
#include "request/retention_act.h"
#include "request/stop_act.h"
#include "request/tables_store.h"
#include "safeguard/export_archive.h"
#include "tests/support/society.h"

namespace kenpo::request {
namespace {

using namespace test_support;
using eligibility::Person;
using notice::Category;
using notice::Purpose;
using notice::Role;

inline constexpr notice::Operation keep_person{
    .name = "test.keep_person",
    .japanese = "試験の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration}}};
inline constexpr notice::Operation look_person{
    .name = "test.look_person",
    .japanese = "試験の閲覧",
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration},
              notice::Pair{Category::eligibility, Purpose::premium_collection}}};

base::Date day(const char* iso) { return *base::Date::parse(iso); }

class RequestTest : public testing::Test {
 protected:
  RequestTest() : society_(eligibility::tables, request::tables) {
    hanako_.name = "見本　花子";
    hanako_.name_kana = "ﾐﾎﾝ ﾊﾅｺ";
    hanako_.sex = eligibility::Sex::female;
    hanako_.born = day("1990-05-15");
    hanako_.address = "東京都千代田区見本町2-2";
    add_handlers();
    make_office();
    keep(hanako_);
  }

  /// 花: 庶務担当. 守: 責任者. 一郎: 常務理事. The clerk of the society handles the data.
  void add_handlers() {
    const auto from = day("2015-01-01");
    const auto until = day("2031-03-31");
    society_.change_policy([&](notice::Policy& policy) {
      for (const auto& [staff, role] : {std::pair{desk_, Role::general_affairs_clerk},
                                        std::pair{second_, Role::executive_director}}) {
        policy.handlers.push_back({staff, {{role, from, {}}}, from, until, false, {}});
      }
      for (auto& handler : policy.handlers) {
        if (handler.staff == *policy.responsible_person) officer_ = handler.staff;
        if (handler.staff == society_.clerk_id()) {
          handler.assignments.push_back({Role::executive_director, from, {}});
        }
      }
    });
  }
  void make_office() {
    office_.reset(new RequestOffice{.gate = society_.gate(),
                                    .database = society_.database(),
                                    .numbers = society_.numbers(),
                                    .history = society_.history(),
                                    .log = society_.gate().log(),
                                    .log_directory = society_.directory() + "/log",
                                    .members = members_,
                                    .tables = society_.database().tables(),
                                    .sender = {"見本健康保険組合", "東京都見本区", "03-0000-0000",
                                               "見本 理事", "個人情報の苦情窓口 03-0000-0001"},
                                    .handlers = [] { return std::vector<staff::NamedHandler>(); }});
  }

  void keep(const Person& person) {
    must(society_.gate().perform<keep_person>(
        society_.clerk(), [&](const notice::Permit<keep_person>& permit) -> base::Result<> {
          auto transaction = KENPO_TRY(society_.database().write());
          const eligibility::PersonAccess access(permit.grant<Purpose::member_administration>());
          KENPO_TRY(eligibility::put(transaction, access, person, day("2020-04-01"),
                                     society_.clock().now()));
          return transaction.commit(permit.recorder());
        }));
  }
  /// The clerk reads the person for the purpose.
  template <Purpose purpose>
  base::Result<std::optional<Person>> look(const Person& person) {
    return society_.gate().perform<look_person>(
        society_.clerk(),
        [&](const notice::Permit<look_person>& permit) -> base::Result<std::optional<Person>> {
          const auto view = KENPO_TRY(society_.database().read());
          const eligibility::PersonAccess access(permit.grant<purpose>());
          auto found =
              KENPO_TRY(eligibility::find_person(view, access, person.id, society_.clock().now()));
          if (found) return found;
          return refusal_of_nothing();
        });
  }
  static base::Fault refusal_of_nothing() { return {{"いません。", "Nobody."}, {}, {}, {}}; }

  static notice::Acting as(const base::StaffId& staff) { return notice::Acting{staff}; }

  Intake intake(Kind kind) const {
    Intake made;
    made.kind = kind;
    made.arrived = society_clock_day();
    made.name = hanako_.name;
    made.name_kana = hanako_.name_kana;
    made.born = hanako_.born;
    made.wanted = "わたしの情報について";
    made.reason = is_stop(kind) ? "目的外に使われた" : "";
    return made;
  }
  base::Date society_clock_day() const { return day("2026-11-24"); }

  base::CaseId receive(const Intake& made) {
    return must(receive_request(*office_, as(desk_), made)).id;
  }
  void step(const base::CaseId& id, Event event, StepInput input = {}) {
    input.event = event;
    must(take_step(*office_, as(desk_), id, input));
  }
  /// Up to the proposal.
  base::CaseId collected(Kind kind) {
    const auto id = receive(intake(kind));
    step(id, Event::accept_form);
    step(id, Event::show_identity, {.proof = Proof::photo_document});
    step(id, Event::scope);
    step(id, Event::collect);
    return id;
  }
  base::CaseId notified(Kind kind, Outcome outcome = Outcome::full, Ground ground = Ground::none) {
    const auto id = collected(kind);
    must(decide(*office_, as(officer_), id,
                {.event = Event::propose, .outcome = outcome, .ground = ground, .words = "理由"}));
    must(decide(*office_, as(second_), id, {.event = Event::approve}));
    step(id, Event::notify);
    return id;
  }
  State state(const base::CaseId& id) {
    return must(show_request(*office_, as(desk_), id)).standing.state;
  }

  Society society_;
  eligibility::MemberIndex members_;
  base::StaffId desk_ = base::StaffId::draw();
  base::StaffId second_ = base::StaffId::draw();
  base::StaffId officer_ = base::StaffId::draw();
  std::unique_ptr<RequestOffice> office_;
  Person hanako_;
};

TEST_F(RequestTest, R1APurposeNoticeFromArrivalToItsPaper) {
  const auto id = notified(Kind::purpose_notice);
  const auto pdf = must(purpose_notice(*office_, as(officer_), id));
  EXPECT_TRUE(pdf.starts_with("%PDF-"));
  step(id, Event::execute);
  step(id, Event::close);
  EXPECT_EQ(state(id), State::closed);
}

TEST_F(RequestTest, R2ADisclosureIsReleasedByASecondPersonAndOpensWithItsPassphrase) {
  const auto id = notified(Kind::disclosure);
  EXPECT_FALSE(hand_over_package(*office_, as(officer_), id).ok());
  EXPECT_FALSE(release_package(*office_, as(second_), id).ok());  // nothing was prepared
  must(prepare_package(*office_, as(officer_), id));
  EXPECT_FALSE(release_package(*office_, as(officer_), id).ok());  // who prepared it
  must(release_package(*office_, as(second_), id));
  const auto archive = must(hand_over_package(*office_, as(officer_), id));
  const auto package = must(preview_package(*office_, as(officer_), id)).package;
  ASSERT_TRUE(package.has_value());
  EXPECT_EQ(archive.find("見本"), std::string::npos);
  EXPECT_FALSE(safeguard::open_archive(archive, "another passphrase").ok());
  const auto files = must(safeguard::open_archive(archive, package->passphrase));
  ASSERT_EQ(files.size(), 2U);
  EXPECT_TRUE(files[0].bytes.starts_with("%PDF-"));
  EXPECT_NE(files[1].bytes.find("見本　花子"), std::string::npos);
  EXPECT_EQ(state(id), State::executed);
}

TEST_F(RequestTest, R2WhatIsLeftOutNamesItsArticleAndVoidsThePreparation) {
  const auto id = notified(Kind::disclosure);
  must(prepare_package(*office_, as(officer_), id));
  Redaction redaction{.id = id,
                      .person = hanako_.id,
                      .table = "person",
                      .row = 1,
                      .column = "address",
                      .ground = Ground::harm_to_person,
                      .by = officer_,
                      .words = "居所を知られるおそれ"};
  must(redact(*office_, as(officer_), id, redaction));
  EXPECT_FALSE(release_package(*office_, as(second_), id).ok());
  const auto preview = must(preview_package(*office_, as(officer_), id));
  const auto files = must(package_files(preview.content, office_->sender));
  EXPECT_EQ(files.json.find(hanako_.address), std::string::npos);
  EXPECT_NE(files.json.find("個人情報保護法33条2項1号"), std::string::npos);
  // Refused: another kind's article, no reason, a value that is not the person's.
  redaction.ground = Ground::no_breach;
  EXPECT_FALSE(redact(*office_, as(officer_), id, redaction).ok());
  redaction.ground = Ground::harm_to_person;
  redaction.words.clear();
  EXPECT_FALSE(redact(*office_, as(officer_), id, redaction).ok());
  redaction.words = "理由";
  redaction.row = 77;
  EXPECT_FALSE(redact(*office_, as(officer_), id, redaction).ok());
}

TEST_F(RequestTest, R3ACorrectionKeepsTheHistoryShowsEffectsAndNamesTheRecipients) {
  const auto provider = notified(Kind::provision_records);
  must(enter_provision(*office_, as(desk_), provider,
                       {.person = hanako_.id,
                        .provided = society_clock_day(),
                        .recipient = Recipient::employer,
                        .basis = ProvisionBasis::consent_explicit,
                        .recipient_name = "見本製作所",
                        .items = "氏名、生年月日",
                        .consent = "本人の同意書"}));
  const auto id = notified(Kind::correct);
  auto corrected = hanako_;
  corrected.born = day("1986-05-15");
  society_.clock().set(base::start_of(day("2026-11-25")));
  const auto shown = must(preview_correction(*office_, as(officer_), id, corrected));
  ASSERT_EQ(shown.changed.size(), 1U);
  EXPECT_EQ(shown.changed[0].after, "1986-05-15");
  EXPECT_FALSE(shown.effects.empty());
  ASSERT_EQ(shown.recipients.size(), 1U);
  EXPECT_EQ(shown.recipients[0].recipient_name, "見本製作所");
  must(apply_correction(*office_, as(officer_), id, corrected));
  EXPECT_EQ(state(id), State::executed);
  EXPECT_EQ(must(look<Purpose::member_administration>(hanako_))->born, corrected.born);
  // The wrong value stays, as what the society knew before.
  const auto old = must(society_.gate().perform<look_person>(
      society_.clerk(),
      [&](const notice::Permit<look_person>& permit) -> base::Result<std::optional<Person>> {
        const auto view = KENPO_TRY(society_.database().read());
        const eligibility::PersonAccess access(permit.grant<Purpose::member_administration>());
        return eligibility::find_person(view, access, hanako_.id,
                                        base::start_of(day("2026-11-24")));
      }));
  EXPECT_EQ(old->born, hanako_.born);
}

TEST_F(RequestTest, R3ACorrectionThatChangesNothingOrCannotBeIsRefused) {
  const auto id = notified(Kind::correct);
  EXPECT_FALSE(apply_correction(*office_, as(officer_), id, hanako_).ok());
  auto unborn = hanako_;
  unborn.born = day("2027-01-01");
  EXPECT_FALSE(apply_correction(*office_, as(officer_), id, unborn).ok());
  const auto other = notified(Kind::disclosure);
  EXPECT_FALSE(correction_subject(*office_, as(officer_), other).ok());
}

TEST_F(RequestTest, R4P22AStopBlocksFromTheNextRequestAndOnlyThatPurpose) {
  const auto id = receive(intake(Kind::suspend));
  step(id, Event::accept_form);
  const std::vector<Purpose> purposes = {Purpose::premium_collection};
  EXPECT_FALSE(stop_provisionally(*office_, as(officer_), id, purposes).ok());  // no identity yet
  step(id, Event::show_identity, {.proof = Proof::photo_document});
  ASSERT_TRUE(look<Purpose::premium_collection>(hanako_).ok());
  must(stop_provisionally(*office_, as(officer_), id, purposes));

  const auto before = society_.leaves();
  const auto refused = look<Purpose::premium_collection>(hanako_);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.faults().front(), notice::stopped_fault());
  EXPECT_EQ(society_.leaves(), before + 2);  // the run, and whom it left out
  EXPECT_TRUE(look<Purpose::member_administration>(hanako_).ok());
  // What rests on a statute goes on.
  EXPECT_TRUE(show_request(*office_, as(desk_), id).ok());

  // After a crash of the program the stop stands.
  society_.reopen();
  make_office();
  must(load_stops(society_.gate(), society_.database()));
  EXPECT_FALSE(look<Purpose::premium_collection>(hanako_).ok());
  must(release_stops(*office_, as(officer_), id));
  EXPECT_TRUE(look<Purpose::premium_collection>(hanako_).ok());
}

TEST_F(RequestTest, R4AWriteUnderAStoppedPurposeIsRefused) {
  const auto id = receive(intake(Kind::suspend));
  step(id, Event::accept_form);
  step(id, Event::show_identity, {.proof = Proof::photo_document});
  must(stop_provisionally(*office_, as(officer_), id, {Purpose::member_administration}));
  const auto refused = society_.gate().perform<keep_person>(
      society_.clerk(), [&](const notice::Permit<keep_person>& permit) -> base::Result<> {
        auto transaction = KENPO_TRY(society_.database().write());
        const eligibility::PersonAccess access(permit.grant<Purpose::member_administration>());
        KENPO_TRY(eligibility::put(transaction, access, hanako_, day("2020-04-01"),
                                   society_.clock().now()));
        return transaction.commit(permit.recorder());
      });
  EXPECT_FALSE(refused.ok());
}

TEST_F(RequestTest, P25AnObjectionToARecipientIsAnswered) {
  const auto id = notified(Kind::stop_provision);
  must(execute_stop(*office_, as(officer_), id, {}, {Recipient::employer}));
  EXPECT_EQ(state(id), State::executed);
  const auto objects = [&](Recipient recipient) {
    return must(society_.gate().perform<look_person>(
        society_.clerk(), [&](const notice::Permit<look_person>& permit) -> base::Result<bool> {
          const auto view = KENPO_TRY(society_.database().read());
          const eligibility::PersonAccess access(permit.grant<Purpose::member_administration>());
          return provision_stopped(view, access, hanako_.id, recipient);
        }));
  };
  EXPECT_TRUE(objects(Recipient::employer));
  EXPECT_FALSE(objects(Recipient::bank));
}

TEST_F(RequestTest, R4P23AnErasureTakesTwoPeopleDestroysKeysAndSurvivesARestore) {
  society_.clock().set(base::start_of(day("2020-04-01")));
  Person taro;
  taro.name = "消える　太郎";
  taro.name_kana = "ｷｴﾙ ﾀﾛｳ";
  taro.born = day("1980-01-01");
  keep(taro);
  society_.clock().set(base::start_of(day("2026-11-24")));
  const std::string backup = society_.directory() + "/facts.backup";
  must(society_.database().back_up(backup));

  auto asked = intake(Kind::erase);
  asked.name_kana = taro.name_kana;
  asked.born = taro.born;
  const auto id = receive(asked);
  for (const auto event :
       {Event::accept_form, Event::show_identity, Event::scope, Event::collect}) {
    step(id, event, {.proof = Proof::photo_document});
  }
  const StepInput full{.event = Event::propose, .outcome = Outcome::full};
  // A member's record is within its period: not in full.
  EXPECT_FALSE(decide(*office_, as(officer_), id, full).ok());
  society_.clock().set(base::start_of(day("2031-01-10")));
  EXPECT_FALSE(execute_erasure(*office_, as(officer_), id).ok());  // nothing is decided
  must(put_hold(*office_, as(officer_), taro.id, "訴訟"));
  EXPECT_FALSE(decide(*office_, as(officer_), id, full).ok());
  must(lift_hold(*office_, as(officer_), must(list_holds(*office_, as(officer_))).front().id));
  must(decide(*office_, as(officer_), id, full));
  must(decide(*office_, as(second_), id, {.event = Event::approve}));
  step(id, Event::notify);

  const auto certificate = must(execute_erasure(*office_, as(officer_), id));
  EXPECT_EQ(certificate.rows, 1);
  EXPECT_GE(certificate.keys, 1);
  EXPECT_EQ(certificate.commitment.size(), 16U);
  EXPECT_NE(certificate.proposed_by, certificate.approved_by);
  EXPECT_EQ(state(id), State::executed);
  EXPECT_FALSE(look<Purpose::member_administration>(taro).ok());
  EXPECT_EQ(must(list_certificates(*office_, as(desk_))).size(), 1U);

  // A backup of the time before does not bring the person back.
  const auto directory = society_.directory();
  const auto tables = std::vector<const store::Table*>(society_.database().tables().begin(),
                                                       society_.database().tables().end());
  office_.reset();
  society_.put_back(backup);
  make_office();
  EXPECT_FALSE(look<Purpose::member_administration>(taro).ok());
  EXPECT_TRUE(look<Purpose::member_administration>(hanako_).ok());
}

TEST_F(RequestTest, P24WhatIsDueIsErasedByTwoPeopleAndTheHeldStays) {
  society_.clock().set(base::start_of(day("2016-04-01")));
  Person taro;
  taro.name_kana = "ｷｴﾙ ﾀﾛｳ";
  taro.born = day("1950-01-01");
  keep(taro);
  Person jiro = taro;
  jiro.id = base::PersonId::draw();
  jiro.name_kana = "ﾉｺﾙ ｼﾞﾛｳ";
  keep(jiro);
  society_.clock().set(base::start_of(day("2026-11-24")));
  must(put_hold(*office_, as(officer_), jiro.id, "審査請求"));

  const auto list = must(show_due_list(*office_, as(officer_)));
  ASSERT_EQ(list.lines.size(), 2U);  // 資格, and the hold itself
  const auto& line = list.lines.front();
  EXPECT_EQ(line.record_class, RecordClass::eligibility);
  EXPECT_EQ(line.due, 2);
  EXPECT_EQ(line.held, 1);
  must(propose_run(*office_, as(officer_)));
  EXPECT_FALSE(propose_run(*office_, as(second_)).ok());
  EXPECT_FALSE(approve_run(*office_, as(officer_)).ok());
  const auto certificate = must(approve_run(*office_, as(second_)));
  EXPECT_EQ(certificate.people, 1);
  EXPECT_EQ(certificate.rows, 1);
  EXPECT_EQ(certificate.keys, 1);
  EXPECT_FALSE(look<Purpose::member_administration>(taro).ok());
  EXPECT_TRUE(look<Purpose::member_administration>(jiro).ok());
  EXPECT_TRUE(look<Purpose::member_administration>(hanako_).ok());
  EXPECT_FALSE(approve_run(*office_, as(second_)).ok());
}

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
