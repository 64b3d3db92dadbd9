// What an address is and where it comes from: told at the entry, kept, taken back, and asked before
// a letter goes out.
#include <gtest/gtest.h>

#include "eligibility/address_origin_store.h"
#include "eligibility/letter_address_act.h"
#include "eligibility/notification_for_tests.h"

namespace kenpo::eligibility {
namespace {

class AddressOriginTest : public NotificationTest {
 protected:
  template <typename Read>
  auto reading(Read read) {
    return must(society_.gate().perform<look>(
        society_.clerk(), [&](const notice::Permit<look>& permit) {
          const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
          return read(access, must(society_.database().read()));
        }));
  }
  std::optional<AddressOrigin> origin(const base::PersonId& person) {
    return reading([&](const MemberAccess& access, const store::View& view) {
      return address_origin_of(view, access, person);
    });
  }
  std::vector<std::string> posted(const base::PersonId& person) {
    return reading([&](const MemberAccess& access, const store::View& view) {
      return posted_address(view, access, person, society_.clock().now());
    });
  }
  std::vector<std::string> letter(const base::PersonId& person) {
    return reading([&](const MemberAccess& access, const store::View& view) {
      return letter_address(view, access, person, society_.clock().now());
    });
  }
  NotificationEntry moving(const char* address) {
    auto made = entry(address_change, day(2026, 6, 1));
    made.content.postal_code = "1000001";
    made.content.address = address;
    return made;
  }
};

TEST_F(AddressOriginTest, AHomeAsNotifiedNeedsNoWord) {
  const auto hired = done(hiring());
  EXPECT_FALSE(origin(hired.person).has_value());
  EXPECT_EQ(posted(hired.person).back(), "東京都千代田区見本町２－２");
}

TEST_F(AddressOriginTest, NothingIsPostedToAnEmployersAddress) {
  const auto hired = done(hiring());
  const auto before = posted(hired.person);
  const auto one = must(enter(moving("東京都 千代田区見本町1-1")));  // the employer's, otherwise written
  EXPECT_TRUE(has(show(one), Caution::address_of_establishment));
  ask(one);
  must(decide(one, director_));
  EXPECT_EQ(origin(hired.person)->kind, AddressKind::work);
  EXPECT_TRUE(posted(hired.person).empty());
  EXPECT_EQ(letter(hired.person).back(), "見本製作所　気付");  // while the person works there
  must(reverse(one));
  EXPECT_FALSE(origin(hired.person).has_value());
  EXPECT_EQ(posted(hired.person), before);
}

TEST_F(AddressOriginTest, AFormerEmployersAddressReachesNobody) {
  const auto hired = done(hiring());
  done(moving("東京都千代田区見本町１－１"));
  done(leaving(day(2026, 7, 1)));
  EXPECT_TRUE(posted(hired.person).empty());
  EXPECT_TRUE(letter(hired.person).empty());
}

TEST_F(AddressOriginTest, KindAndSourceAreKeptAsTheClerkSays) {
  const auto hired = done(hiring());
  auto dormitory = moving("東京都千代田区見本町１－１");
  dormitory.content.address_kind = AddressKind::residence;
  dormitory.content.address_source = AddressSource::person;
  done(dormitory);
  EXPECT_EQ(origin(hired.person), (AddressOrigin{.person = hired.person,
                                                 .kind = AddressKind::residence,
                                                 .source = AddressSource::person,
                                                 .from = day(2026, 6, 1)}));
  EXPECT_EQ(posted(hired.person).back(), "東京都千代田区見本町１－１");
  done(moving("東京都千代田区見本町３－３"));  // another one, a home as notified
  EXPECT_EQ(origin(hired.person)->kind, AddressKind::home);
  EXPECT_EQ(origin(hired.person)->source, AddressSource::notification);
}

}  // namespace
}  // namespace kenpo::eligibility
