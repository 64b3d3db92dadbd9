// A protected person: no address and no establishment anywhere but behind a reason.
#include <gtest/gtest.h>

#include <algorithm>

#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_search_act.h"
#include "eligibility/notification_act.h"
#include "eligibility/person_store.h"
#include "eligibility/protection_act.h"
#include "eligibility/tables_store.h"
#include "tests/support/notification.h"
#include "tests/support/society.h"

namespace kenpo::eligibility {
namespace {

using namespace test_support;

inline constexpr notice::Operation peek{
    .name = "test.peek",
    .japanese = "試験の読取り",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

class ProtectionTest : public testing::Test {
 protected:
  ProtectionTest() : society_(tables) {
    society_.change_policy([&](notice::Policy& policy) {
      const auto from = day(2015, 1, 1);
      policy.handlers.push_back({director_id_,
                                 {{notice::Role::executive_director, from, {}}},
                                 from,
                                 day(2030, 3, 31),
                                 false,
                                 {}});
      std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
    });
    auto opened = ledger();
    must(register_establishments(opened, society_.clerk(), {works_}));
    must(take_in_notifications(opened, society_.clerk(),
                               file_of(works_, contents_of(acquisition("1"))), "届書.csv"));
    const auto hits = members_.search("1", [](const auto&) { return true; });
    EXPECT_EQ(hits.members.size(), 1U);
    person_ = hits.members.at(0).person;
  }

  Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), members_};
  }
  MayUncover responsible() const {
    return [this](const base::StaffId& staff) { return staff == director_id_; };
  }
  void protect() {
    auto opened = ledger();
    must(begin_protection(opened, society_.clerk(), person_, ProtectionGround::domestic_violence,
                          "申出書"));
  }
  /// What the store hands out about the person at the moment.
  Person found(base::Moment at) {
    return *must(society_.gate().perform<peek>(
        society_.clerk(),
        [&](const notice::Permit<peek>& permit) -> base::Result<std::optional<Person>> {
          const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
          const auto view = KENPO_TRY(society_.database().read());
          return find_person(view, access, person_, at);
        }));
  }
  void move_to(const char* address) {
    must(society_.gate().perform<peek>(
        society_.clerk(), [&](const notice::Permit<peek>& permit) -> base::Result<> {
          const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
          auto transaction = KENPO_TRY(society_.database().write());
          const auto now = society_.clock().now();
          auto person = *KENPO_TRY(find_person(transaction, access, person_, now));
          person.postal_code = "5300001";
          person.address = address;
          KENPO_TRY(put(transaction, access, person, now.day(), now));
          return transaction.commit(permit.recorder());
        }));
  }
  base::Result<Uncovered> look(const notice::Acting& acting, const char* reason) {
    auto opened = ledger();
    return uncover(opened, acting, responsible(), person_, reason);
  }

  Society society_;
  MemberIndex members_;
  base::StaffId director_id_ = base::StaffId::draw();
  notice::Acting director_{director_id_};
  Establishment works_ = sample_establishment();
  base::PersonId person_ = base::PersonId::draw();
};

TEST_F(ProtectionTest, NoReaderIsHandedTheAddressTodayOrAsKnownBefore) {
  const auto before = society_.clock().now();
  EXPECT_FALSE(found(before).address.empty());
  protect();
  for (const auto at : {before, society_.clock().now()}) {
    const auto person = found(at);
    EXPECT_TRUE(person.address.empty());
    EXPECT_TRUE(person.postal_code.empty());
    EXPECT_TRUE(person.address_kana.empty());
    EXPECT_EQ(person.sheltered, Sheltered::yes);
    EXPECT_EQ(person.name, "山田　花子");
  }
}

TEST_F(ProtectionTest, ANewAddressGoesBehindTheProtection) {
  protect();
  move_to("隠れ家県隠れ家市１");
  EXPECT_TRUE(found(society_.clock().now()).address.empty());
  const auto seen = must(look(director_, "通知の送付先を確かめる"));
  EXPECT_EQ(seen.person.address, "隠れ家県隠れ家市１");
  ASSERT_EQ(seen.places.size(), 1U);
  EXPECT_EQ(seen.places[0].establishment, works_.id);
}

TEST_F(ProtectionTest, OnlyTheResponsibleLooksAndOnlyWithAReason) {
  EXPECT_FALSE(look(director_, "理由").ok());  // nothing is protected yet
  protect();
  EXPECT_FALSE(look(society_.clerk(), "理由").ok());
  EXPECT_FALSE(look(director_, "").ok());
  EXPECT_FALSE(look(society_.stranger(), "理由").ok());
  must(look(director_, "送付先の確認"));
  auto opened = ledger();
  const auto shown = must(society_.gate().perform<protection_show>(
      society_.clerk(), [&](const notice::Permit<protection_show>& permit) {
        return show_protection(permit, opened, person_);
      }));
  ASSERT_EQ(shown.looks.size(), 1U);
  EXPECT_EQ(shown.looks[0].by, director_id_);
  EXPECT_EQ(shown.looks[0].reason, "送付先の確認");
  EXPECT_TRUE(shown.standing->address.empty());
}

TEST_F(ProtectionTest, TheSearchAndTheIndexKnowIt) {
  protect();
  const auto all = [](const auto&) { return true; };
  EXPECT_EQ(members_.search("1", all).members.at(0).sheltered, Sheltered::yes);
  auto opened = ledger();
  must(build_member_index(opened, society_.clerk()));
  EXPECT_EQ(members_.search("1", all).members.at(0).sheltered, Sheltered::yes);
}

TEST_F(ProtectionTest, AfterTheEndTheAddressStandsInTheLedgerAgain) {
  const auto address = found(society_.clock().now()).address;
  protect();
  auto opened = ledger();
  EXPECT_FALSE(
      end_protection(opened, society_.clerk(), responsible(), person_, "終わった").ok());
  EXPECT_FALSE(end_protection(opened, director_, responsible(), person_, "").ok());
  must(end_protection(opened, director_, responsible(), person_, "支援措置の終了"));
  const auto after = found(society_.clock().now());
  EXPECT_EQ(after.address, address);
  EXPECT_EQ(after.sheltered, Sheltered::no);
  EXPECT_FALSE(look(director_, "理由").ok());
  EXPECT_FALSE(
      end_protection(opened, director_, responsible(), person_, "もう一度").ok());
}

}  // namespace
}  // namespace kenpo::eligibility
