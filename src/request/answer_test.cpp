// R-1 … R-4 and properties 20, 22, 23, 24, 25: the answers, on a real gate, log and store.
#include "base/hash.h"
#include "notice/stops.h"
#include "request/case_for_tests.h"
#include "request/correction_act.h"
#include "request/erasure_act.h"
#include "request/kept_act.h"
#include "request/package_act.h"
#include "request/package_print.h"
#include "request/retention_act.h"
#include "request/stop_act.h"
#include "safeguard/export_archive.h"
#include "safeguard/export_store.h"

namespace kenpo::request {
namespace {

TEST_F(RequestTest, R1APurposeNoticeFromArrivalToItsPaper) {
  const auto id = notified(Kind::purpose_notice);
  const auto paper =
      must(print_purposes(must(purpose_notice(*office_, as(officer_), id)), office_->sender));
  EXPECT_TRUE(paper.pdf.starts_with("%PDF-"));
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

TEST_F(RequestTest, P5EveryHandOverOfADisclosureStandsInTheLedgerOfExports) {
  const auto id = notified(Kind::disclosure);
  must(prepare_package(*office_, as(officer_), id));
  const auto ledger = [&] {
    return must(safeguard::list_exports(must(society_.database().read())));
  };
  EXPECT_FALSE(hand_over_package(*office_, as(officer_), id).ok());
  must(release_package(*office_, as(second_), id));
  EXPECT_TRUE(ledger().empty()) << "nothing has left";
  const auto archive = must(hand_over_package(*office_, as(officer_), id));
  ASSERT_EQ(ledger().size(), 1U);
  const auto entry = ledger().front();
  EXPECT_EQ(entry.operation, package_hand_over_operation.name);
  EXPECT_EQ(entry.terms.recipient_class, safeguard::RecipientClass::person);
  EXPECT_EQ(entry.terms.basis, safeguard::ExportBasis::to_person);
  EXPECT_EQ(entry.sha256, base::sha256_hex(archive));
  EXPECT_EQ(entry.people, 1U);
  EXPECT_GT(entry.rows, 0U);
  EXPECT_EQ(entry.made_by, officer_);
  EXPECT_EQ(entry.released_by, second_);
  EXPECT_TRUE(entry.handed_over_at.has_value());
  EXPECT_EQ((entry.product + entry.terms.recipient).find("花子"), std::string::npos);
  // The person's own: nobody asks for its erasure.
  EXPECT_EQ(safeguard::state_of(entry, entry.terms.delete_by.plus_days(99), 14),
            safeguard::ExportState::handed_over);
  const auto again = must(hand_over_package(*office_, as(officer_), id));
  ASSERT_EQ(ledger().size(), 2U) << "made anew, entered anew";
  EXPECT_EQ(ledger().front().sha256, base::sha256_hex(again));
}

TEST_F(RequestTest, R2WhatIsLeftOutNamesItsArticleAndVoidsThePreparation) {
  const auto id = notified(Kind::disclosure);
  must(prepare_package(*office_, as(officer_), id));
  Redaction redaction{.id = id,
                      .person = hanako_.id,
                      .table = "person",
                      .row = 1,
                      .column = "住所",
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
  EXPECT_EQ(shown.recipients[0].provision.recipient_name, "見本製作所");
  EXPECT_EQ(shown.recipients[0].items, WrongRecipient::Items::hold_it);
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

inline constexpr store::Table head_table{
    .name = "test_head",
    .japanese = "試験の見出し",
    .subject = store::Subject::person,
    .category = Category::medical_claim,
    .untimed = store::Untimed::standing,
    .clear = {{"claim", store::Kind::id}, {"treated_in", store::Kind::month}},
    .personal = {{"name", store::Kind::text}}};
inline constexpr store::Table body_table{
    .name = "test_body",
    .japanese = "試験の本文",
    .subject = store::Subject::person,
    .category = Category::medical_claim,
    .untimed = store::Untimed::part,
    .part_of = "test_head",
    .clear = {{"claim", store::Kind::id}, {"part", store::Kind::integer}},
    .personal = {{"bytes", store::Kind::blob}}};

TEST(Kept, P24ARowWithoutADayGoesWithTheRowItBelongsTo) {
  const store::Table* const tables[] = {&body_table, &head_table};
  EXPECT_FALSE(parent_of(tables, head_table).has_value());
  const auto parent = parent_of(tables, body_table);
  ASSERT_TRUE(parent.has_value());
  EXPECT_EQ(parent->table, &head_table);
  const auto month = base::Month::parse("2021-04")->index();
  const std::vector<store::Raw> head = {{store::Raw::Type::text, 0, "A"},
                                        {store::Raw::Type::integer, month, {}}};
  const std::vector<store::Raw> body = {{store::Raw::Type::text, 0, "A"},
                                        {store::Raw::Type::integer, 1, {}}};
  DaysById days;
  add_day(days, *parent, {}, head);
  const auto made = made_with_parent(body_table, {}, body, parent, days);
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(made->iso(), "2021-04-30");
  // A member's claim goes all the same: its period does not ask about membership.
  const auto person = base::PersonId::draw();
  const auto from = must(row_erasable_from(body_table, {}, made, {{person, std::nullopt}}, person));
  ASSERT_TRUE(from.has_value());
  EXPECT_EQ(from->iso(), "2026-05-01");
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
  keep_number(taro, "123456789018");
  keep_number(jiro, "111111111118");
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
  // The last record took the individual number with it; who is held keeps it.
  EXPECT_TRUE(has_key(taro, store::KeyClass::audit_salt()));
  EXPECT_FALSE(has_number(taro));
  EXPECT_TRUE(has_number(jiro));
  EXPECT_TRUE(look<Purpose::member_administration>(hanako_).ok());
  EXPECT_FALSE(approve_run(*office_, as(second_)).ok());

  // The log leads to the person for a period of its own: three years after the data, seven at
  // least. Then the salt goes, and nobody can tell whose leaves they are.
  society_.change_policy([](notice::Policy& policy) {
    for (auto& handler : policy.handlers) handler.trained_until = day("2034-03-31");
  });
  society_.clock().set(base::start_of(day("2033-11-24")));
  EXPECT_FALSE(propose_run(*office_, as(officer_)).ok()) << "not yet";
  society_.clock().set(base::start_of(day("2033-11-25")));
  must(propose_run(*office_, as(officer_)));
  const auto last = must(approve_run(*office_, as(second_)));
  EXPECT_EQ(last.rows, 1);
  EXPECT_EQ(last.tables, "log_keeping");
  EXPECT_FALSE(has_key(taro, store::KeyClass::audit_salt()));
  EXPECT_TRUE(has_key(jiro, store::KeyClass::audit_salt()));
}

}  // namespace
}  // namespace kenpo::request
