// P-5 and property 25: what leaves is encrypted, on terms, released by a second person, in the
// ledger, and its erasure is proved. On a real gate, log and store.
#include "safeguard/export_act.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "eligibility/establishment_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "eligibility/tables_store.h"
#include "safeguard/export_archive.h"
#include "safeguard/export_roster_act.h"
#include "safeguard/export_sweep_act.h"
#include "safeguard/processor_act.h"
#include "safeguard/register_tables_store.h"
#include "staff/tables_store.h"
#include "tests/support/society.h"

namespace kenpo::safeguard {
namespace {

using namespace test_support;
using notice::Category;
using notice::Purpose;
using notice::Role;

inline constexpr notice::Operation fill_ledger{
    .name = "test.fill_ledger",
    .japanese = "試験の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration}}};

class ExportTest : public testing::Test {
 protected:
  ExportTest() : society_(register_tables, eligibility::tables, staff::tables) {
    society_.change_policy([this](notice::Policy& policy) {
      const auto from = *base::Date::make(2015, 1, 1);
      const auto until = *base::Date::make(2030, 3, 31);
      policy.handlers.push_back(
          {second_, {{Role::responsible_person, from, {}}}, from, until, false, {}});
      policy.handlers.push_back({other_, {{Role::member_clerk, from, {}}}, from, until, false, {}});
      policy.responsible_person = second_;
    });
    approvals_.add(release_kind());
    first_ = establishment("101");
    elsewhere_ = establishment("102");
    hanako_ = insured(first_, "山田　花子", "12");
    taro_ = insured(first_, "鈴木　太郎", "13");
    insured(elsewhere_, "佐藤　次郎", "99");
  }

  RegisterOffice office() { return {society_.gate(), society_.database(), society_.directory()}; }
  notice::Acting second() const { return notice::Acting{second_}; }

  ProvisionLedger provisions() {
    return {.objects = [this](const store::View&, const ProvisionLedger::Access&,
                              const base::PersonId& person, RecipientClass) -> base::Result<bool> {
              return objectors_.contains(person);
            },
            .record = [this](store::Transaction&, const ProvisionLedger::Access&,
                             const base::PersonId& person, const ExportTerms&,
                             base::Date, std::string_view) -> base::Result<> {
              recorded_.push_back(person);
              return base::Done{};
            }};
  }

  base::EstablishmentId establishment(const std::string& symbol) {
    const auto id = base::EstablishmentId::draw();
    auto transaction = must(society_.database().write());
    must(eligibility::put(transaction,
                          {.id = id,
                           .prefecture = "13",
                           .county = "01",
                           .office_symbol = symbol,
                           .symbol = symbol,
                           .name = "見本工業",
                           .postal_code = "",
                           .address = "",
                           .from = *base::Date::make(2015, 1, 1),
                           .until = {}},
                          society_.clock().now()));
    must(transaction.commit_without_personal_data());
    return id;
  }

  base::PersonId insured(const base::EstablishmentId& at, const std::string& name,
                         const std::string& number) {
    const auto now = society_.clock().now();
    const auto from = *base::Date::make(2020, 4, 1);
    return must(society_.gate().perform<fill_ledger>(
        society_.clerk(),
        [&](const notice::Permit<fill_ledger>& permit) -> base::Result<base::PersonId> {
          auto transaction = KENPO_TRY(society_.database().write());
          const eligibility::MemberAccess access(permit.grant<Purpose::member_administration>());
          const eligibility::Person person{.name = name, .name_kana = "ﾔﾏﾀﾞ ﾊﾅｺ", .born = from};
          KENPO_TRY(eligibility::put(transaction, access, person, from, now));
          KENPO_TRY(eligibility::put(transaction, access,
                                     eligibility::InsuredPeriod{.person = person.id,
                                                                .establishment = at,
                                                                .acquired = from,
                                                                .symbol = "7788",
                                                                .number = number},
                                     now));
          KENPO_TRY(transaction.commit(permit.recorder()));
          return person.id;
        }));
  }

  ExportTerms terms(ExportBasis basis = ExportBasis::law,
                    RecipientClass to = RecipientClass::employer) const {
    return {.recipient_class = to,
            .recipient = "見本工業 人事部",
            .country = "JP",
            .basis = basis,
            .processor = std::nullopt,
            .delete_by = society_day().plus_days(30)};
  }
  base::Date society_day() const { return *base::Date::make(2026, 11, 24); }

  std::string opened(const MadeRoster& roster) {
    const auto bytes = must(hand_over(office(), society_.clerk(), roster.made.id));
    return must(open_archive(bytes, roster.made.passphrase)).front().bytes;
  }
  MadeRoster released(const ExportTerms& on) {
    auto roster = must(make_roster(office(), provisions(), society_.clerk(), first_, on));
    const auto id = must(propose_release(office(), approvals_, society_.clerk(), roster.made.id));
    must(approvals_.approve(second(), id));
    return roster;
  }

  std::set<base::PersonId> objectors_;
  std::vector<base::PersonId> recorded_;
  base::StaffId second_ = base::StaffId::draw();
  base::StaffId other_ = base::StaffId::draw();
  Society society_;
  staff::Approvals approvals_{society_.gate(), society_.database()};
  base::EstablishmentId first_ = base::EstablishmentId::draw();
  base::EstablishmentId elsewhere_ = base::EstablishmentId::draw();
  base::PersonId hanako_ = base::PersonId::draw();
  base::PersonId taro_ = base::PersonId::draw();
};

TEST_F(ExportTest, P5EveryExportIsEncryptedAndOpensWithItsPassphraseOnly) {
  const auto roster = must(make_roster(office(), provisions(), society_.clerk(), first_, terms()));
  EXPECT_EQ(roster.people, 2U);
  const auto path =
      society_.directory() + "/exports/" + std::string(roster.made.id.text()) + ".zip";
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  ASSERT_FALSE(bytes.empty());
  EXPECT_EQ(bytes.find("花子"), std::string::npos);
  EXPECT_EQ(std::filesystem::status(path).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_FALSE(open_archive(bytes, "0000-0000-0000-0000-0000-0000").ok());
  auto damaged = bytes;
  damaged[damaged.size() / 3] = static_cast<char>(damaged[damaged.size() / 3] ^ 1);
  EXPECT_FALSE(open_archive(damaged, roster.made.passphrase).ok());
  const auto files = must(open_archive(bytes, roster.made.passphrase));
  ASSERT_EQ(files.size(), 1U);
  EXPECT_NE(files.front().bytes.find("山田　花子"), std::string::npos);
}

TEST_F(ExportTest, P5NothingLeavesBeforeASecondPersonReleasesIt) {
  const auto roster = must(make_roster(office(), provisions(), society_.clerk(), first_, terms()));
  EXPECT_FALSE(hand_over(office(), society_.clerk(), roster.made.id).ok()) << "not released";
  const auto id = must(propose_release(office(), approvals_, society_.clerk(), roster.made.id));
  EXPECT_FALSE(approvals_.approve(society_.clerk(), id).ok()) << "its own maker";
  EXPECT_FALSE(approvals_.approve(notice::Acting{other_}, id).ok()) << "not of the role";
  ASSERT_TRUE(approvals_.approve(second(), id).ok());
  EXPECT_FALSE(hand_over(office(), notice::Acting{other_}, roster.made.id).ok()) << "a third";
  EXPECT_TRUE(hand_over(office(), society_.clerk(), roster.made.id).ok());
  const auto entry = must(show_export(office(), society_.clerk(), roster.made.id));
  EXPECT_EQ(entry.released_by, second_);
  EXPECT_TRUE(entry.handed_over_at.has_value());
}

TEST_F(ExportTest, P5AFileChangedOnTheDiskIsNotHandedOver) {
  const auto roster = released(terms());
  std::ofstream(society_.directory() + "/exports/" + std::string(roster.made.id.text()) + ".zip",
                std::ios::app)
      << "x";
  EXPECT_FALSE(hand_over(office(), society_.clerk(), roster.made.id).ok());
}

// Property 25: the ledger is total, and an objection changes the product.
TEST_F(ExportTest, Property25TheLedgerHasRecipientBasisPairsRowsAndTerm) {
  const auto roster = must(make_roster(office(), provisions(), society_.clerk(), first_, terms()));
  const auto entries = must(show_exports(office(), society_.clerk()));
  ASSERT_EQ(entries.size(), 1U);
  const auto& entry = entries.front();
  EXPECT_EQ(entry.id, roster.made.id);
  EXPECT_EQ(entry.operation, "roster.provide");
  EXPECT_EQ(entry.pairs, roster_provide.pairs.mask());
  EXPECT_EQ(entry.terms.recipient, "見本工業 人事部");
  EXPECT_EQ(entry.terms.basis, ExportBasis::law);
  EXPECT_EQ(entry.rows, 2U);
  EXPECT_EQ(entry.sha256.size(), 64U);
  EXPECT_EQ(entry.made_by, society_.clerk_id());
  EXPECT_EQ(state_of(entry, society_day(), 14), ExportState::awaiting_release);
}

TEST_F(ExportTest, Property25AnObjectionTakesThePersonOutOfWhatRestsOnConsent) {
  objectors_.insert(hanako_);
  const auto consent = released(terms(ExportBasis::consent_implied));
  EXPECT_EQ(consent.people, 1U);
  EXPECT_EQ(consent.objected, 1U);
  EXPECT_EQ(recorded_, std::vector{taro_});
  const auto text = opened(consent);
  EXPECT_EQ(text.find("花子"), std::string::npos);
  EXPECT_NE(text.find("太郎"), std::string::npos);
  EXPECT_EQ(must(make_roster(office(), provisions(), society_.clerk(), first_, terms())).people, 2U)
      << "law";
  objectors_.clear();
  EXPECT_EQ(must(make_roster(office(), provisions(), society_.clerk(), first_,
                             terms(ExportBasis::consent_implied)))
                .people,
            2U);
}

TEST_F(ExportTest, Property25NobodyOfAnotherEstablishmentIsInIt) {
  const auto text = opened(released(terms()));
  EXPECT_EQ(text.find("次郎"), std::string::npos);
  EXPECT_EQ(std::ranges::count(text, '\n'), 3) << "a head and two people";
}

TEST_F(ExportTest, Property27InsuredNumbersAreMaskedForRecipientsOutsideTheStatute) {
  EXPECT_NE(opened(released(terms())).find("7788"), std::string::npos);
  const auto text = opened(released(terms(ExportBasis::consent_explicit, RecipientClass::other)));
  EXPECT_EQ(text.find("7788"), std::string::npos);
  EXPECT_EQ(text.find("\"12\""), std::string::npos);
  EXPECT_NE(text.find("花子"), std::string::npos);
}

TEST_F(ExportTest, Property25TheDeletionIsProvedOnce) {
  const auto roster = released(terms());
  EXPECT_FALSE(record_deletion(office(), second(), roster.made.id, society_day(), "証明書1").ok());
  must(hand_over(office(), society_.clerk(), roster.made.id));
  EXPECT_FALSE(
      record_deletion(office(), second(), roster.made.id, society_day().plus_days(1), "x").ok());
  EXPECT_FALSE(
      record_deletion(office(), society_.clerk(), roster.made.id, society_day(), "x").ok());
  auto entry = must(show_export(office(), second(), roster.made.id));
  EXPECT_EQ(state_of(entry, society_day(), 14), ExportState::handed_over);
  EXPECT_EQ(state_of(entry, society_day().plus_days(16), 14), ExportState::deletion_due);
  EXPECT_EQ(state_of(entry, society_day().plus_days(31), 14), ExportState::overdue);
  must(record_deletion(office(), second(), roster.made.id, society_day(), "証明書1"));
  EXPECT_FALSE(record_deletion(office(), second(), roster.made.id, society_day(), "again").ok());
  entry = must(show_export(office(), second(), roster.made.id));
  EXPECT_EQ(state_of(entry, society_day().plus_days(99), 14), ExportState::deleted);
  EXPECT_EQ(entry.deletion_proof, "証明書1");
  EXPECT_FALSE(std::filesystem::exists(society_.directory() + "/exports/" +
                                       std::string(roster.made.id.text()) + ".zip"));
  EXPECT_FALSE(hand_over(office(), society_.clerk(), roster.made.id).ok());
}

TEST_F(ExportTest, Property25EntrustingTakesAProcessorUnderContract) {
  auto entrusted = terms(ExportBasis::entrust, RecipientClass::processor);
  EXPECT_FALSE(make_roster(office(), provisions(), society_.clerk(), first_, entrusted).ok())
      << "none named";
  Processor printer{.id = ProcessorId::draw(),
                    .name = "見本印刷",
                    .work = "印刷",
                    .country = "JP",
                    .contract = "K-1",
                    .from = society_day().plus_days(-10),
                    .until = society_day().plus_days(-1),
                    .selection = "実地の確認",
                    .checks = {}};
  must(enter_processor(office(), second(), printer));
  EXPECT_FALSE(make_roster(office(), provisions(), society_.clerk(), first_, entrusted, "K-1").ok())
      << "ended";
  printer.until = society_day().plus_days(300);
  must(enter_processor(office(), second(), printer));
  EXPECT_TRUE(make_roster(office(), provisions(), society_.clerk(), first_, entrusted, "K-1").ok());
  EXPECT_FALSE(
      make_roster(office(), provisions(), society_.clerk(), first_, entrusted, "K-2").ok());
  EXPECT_FALSE(make_roster(office(), provisions(), society_.clerk(), first_, terms(), "K-1").ok())
      << "a contract without entrusting";
  printer.country = "US";
  must(enter_processor(office(), second(), printer));
  EXPECT_FALSE(make_roster(office(), provisions(), society_.clerk(), first_, entrusted, "K-1").ok())
      << "abroad";
}

TEST_F(ExportTest, P5AnArchiveThatNobodyWillReleaseIsDeletedWithItsProof) {
  const auto file_of = [&](const MadeRoster& roster) {
    return archive_path(office(), roster.made.id);
  };
  const auto sweep = [&] { return must(sweep_exports(office(), Society::scheduler())); };
  const auto made = [&] {
    return must(make_roster(office(), provisions(), society_.clerk(), first_, terms()));
  };
  const auto propose = [&](const MadeRoster& roster) {
    return must(propose_release(office(), approvals_, society_.clerk(), roster.made.id));
  };
  const auto handed_out = released(terms());
  const auto open = made();
  const auto waiting = propose(open);
  const auto refused = made();
  must(approvals_.refuse(second(), propose(refused), "相手が違います"));
  const auto forgotten = made();
  EXPECT_EQ(sweep(), 1U) << "the refused one; the forgotten one may still be proposed";
  EXPECT_FALSE(std::filesystem::exists(file_of(refused)));
  const auto entry = must(show_export(office(), second(), refused.made.id));
  EXPECT_EQ(entry.deleted_on, society_.clock().now().day());
  EXPECT_NE(entry.deletion_proof.find("却下"), std::string::npos);
  EXPECT_FALSE(propose_release(office(), approvals_, society_.clerk(), refused.made.id).ok());
  EXPECT_TRUE(std::filesystem::exists(file_of(open)));
  EXPECT_EQ(sweep(), 0U);

  constexpr std::int64_t ten_days = std::int64_t{10} * 24 * 3'600'000;
  society_.clock().set(society_.clock().now().plus_milliseconds(ten_days));
  EXPECT_FALSE(approvals_.approve(second(), waiting).ok()) << "it has expired";
  EXPECT_EQ(sweep(), 2U) << "the expired one and the forgotten one";
  EXPECT_FALSE(std::filesystem::exists(file_of(open)));
  EXPECT_FALSE(std::filesystem::exists(file_of(forgotten)));
  EXPECT_TRUE(std::filesystem::exists(file_of(handed_out))) << "what was released stays";
  const auto leaves = society_.leaves();
  EXPECT_EQ(sweep(), 0U);
  EXPECT_EQ(society_.leaves(), leaves) << "nothing waits: no leaf";
}

// P-5: the second person has agreed to a reason; with the passphrase the file comes out once more.
TEST_F(ExportTest, P5PlainDataLeaveForTheReasonThatWasReleased) {
  auto given = terms(ExportBasis::law, RecipientClass::public_body);
  given.plain_reason = "電子申請の回線は平文のファイルだけを受け付け、回線が守るため";
  const auto plain = released(given);
  EXPECT_EQ(must(show_export(office(), second(), plain.made.id)).terms.plain_reason,
            given.plain_reason);
  const auto file =
      must(hand_over_plain(office(), society_.clerk(), plain.made.id, plain.made.passphrase));
  EXPECT_NE(file.bytes.find("山田　花子"), std::string::npos);
  const auto sealed = released(terms());
  EXPECT_FALSE(
      hand_over_plain(office(), society_.clerk(), sealed.made.id, sealed.made.passphrase).ok());
}

TEST_F(ExportTest, P5WhoMayNotReadMayNotHandOut) {
  EXPECT_FALSE(make_roster(office(), provisions(), second(), first_, terms()).ok()) << "no pair";
  EXPECT_FALSE(make_roster(office(), provisions(), society_.stranger(), first_, terms()).ok());
  EXPECT_FALSE(
      make_roster(office(), provisions(), society_.clerk(), base::EstablishmentId::draw(), terms())
          .ok());
  society_.change_policy([this](notice::Policy& policy) {
    for (auto& handler : policy.handlers) {
      if (handler.staff == society_.clerk_id()) handler.establishments = {elsewhere_};
    }
  });
  EXPECT_FALSE(make_roster(office(), provisions(), society_.clerk(), first_, terms()).ok())
      << "out of scope";
}

TEST(ExportArchive, PassphrasesAreDrawnAndLong) {
  const auto one = draw_passphrase();
  EXPECT_EQ(one.size(), 29U);
  EXPECT_NE(one, draw_passphrase());
}

TEST(ExportArchive, RefusesNothingAndTooMany) {
  EXPECT_FALSE(seal_archive({}, "x", {}).ok());
  EXPECT_FALSE(
      seal_archive(std::vector<ExportFile>(export_files_limit + 1, {"a", "b"}), "x", {}).ok());
  EXPECT_FALSE(open_archive("", "x").ok());
  EXPECT_FALSE(open_archive("PK\x05\x06 no archive at all", "x").ok());
}

}  // namespace
}  // namespace kenpo::safeguard
