// A former member's contact data goes when the society's period is over; name and term stay.
#include <gtest/gtest.h>

#include <algorithm>

#include "assembly/assembly_for_tests.h"
#include "assembly/contact_erasure_act.h"
#include "assembly/contact_erasure_rule.h"
#include "assembly/contact_erasure_store.h"

namespace kenpo::assembly {
namespace {

class ContactErasureTest : public testing::Test {
 protected:
  ContactErasureTest() {
    approvals_.add(contact_erasure_kind(office_));
    Membership draft{.kind = MemberKind::appointed,
                     .from = *base::Date::make(2026, 4, 1),
                     .name = "選定 一",
                     .postal_code = "1000001",
                     .address = "東京都見本区1-1",
                     .telephone = "03-0000-0000",
                     .mail = "one@kenpo.example"};
    member_ = must(enter_member(office_, society_.one(), draft));
    must(end_membership(office_, society_.one(), member_->id, last_, MembershipEnd::resigned));
  }
  Membership kept() {
    return must(show_members(office_, society_.one(), society_.today())).members.at(0);
  }

  /// The second of two carries out what the first proposed.
  base::Result<> erase(const MembershipId& id) {
    const auto proposed =
        KENPO_TRY(propose_contact_erasure(office_, approvals_, society_.one(), id));
    return approvals_.approve(society_.two(), proposed);
  }
  std::optional<ContactErasure> certificate() {
    return must(show_former_contacts(office_, society_.one(), society_.today())).at(0).certificate;
  }

  AssemblySociety society_;
  AssemblyOffice office_ = society_.office();
  staff::Approvals approvals_{society_.gate(), society_.database()};
  const base::Date last_ = society_.today();
  std::optional<Membership> member_;
};

TEST_F(ContactErasureTest, IsDoneAfterThePeriodOnceAndCertified) {
  const auto until = must(contact_until(last_)).value;
  EXPECT_EQ(until, *base::Date::make(2027, 11, 24)) << "twelve months after the last day";
  society_.go_to(until);
  EXPECT_FALSE(erase(member_->id).ok()) << "on its last day";
  EXPECT_EQ(kept().telephone, "03-0000-0000");
  society_.go_to(until.plus_days(1));
  EXPECT_FALSE(
      propose_contact_erasure(office_, approvals_, society_.outsider(), member_->id).ok());
  const auto proposed =
      must(propose_contact_erasure(office_, approvals_, society_.one(), member_->id));
  EXPECT_FALSE(approvals_.approve(society_.one(), proposed).ok()) << "who proposed it";
  EXPECT_FALSE(approvals_.approve(society_.outsider(), proposed).ok());
  EXPECT_EQ(kept().telephone, "03-0000-0000") << "one person erases nothing";
  must(approvals_.approve(society_.two(), proposed));
  ASSERT_TRUE(certificate().has_value());
  EXPECT_EQ(certificate()->rows, 2) << "the entry and its early end";
  EXPECT_EQ(certificate()->kept_until, until);
  EXPECT_EQ(certificate()->by, society_.clerk_two);
  const auto left = kept();
  EXPECT_EQ(left.name, "選定 一");
  EXPECT_EQ(left.until, last_);
  EXPECT_EQ(left.postal_code + left.address + left.telephone + left.mail, "");
  EXPECT_FALSE(erase(member_->id).ok()) << "twice";
  const auto former = must(show_former_contacts(office_, society_.one(), society_.today()));
  ASSERT_EQ(former.size(), 1U);
  EXPECT_TRUE(former.at(0).certificate.has_value());
}

TEST_F(ContactErasureTest, NobodyInOfficeIsListedOrErased) {
  const auto seated = society_.seat(MemberKind::elected, "互選 一", *base::Date::make(2026, 4, 1));
  society_.go_to(last_.plus_days(400));
  EXPECT_FALSE(erase(seated.id).ok());
  EXPECT_FALSE(erase(MembershipId::draw()).ok());
  const auto former = must(show_former_contacts(office_, society_.one(), society_.today()));
  EXPECT_TRUE(std::ranges::none_of(
      former, [&](const FormerContact& each) { return each.member.id == seated.id; }));
}

}  // namespace
}  // namespace kenpo::assembly
