// The intake of notification files on a real store, gate and log.
#include "eligibility/intake_act.h"

#include <gtest/gtest.h>

#include "eligibility/establishment_act.h"
#include "eligibility/intake_words.h"
#include "eligibility/member_search_act.h"
#include "eligibility/tables_store.h"
#include "tests/support/notification.h"
#include "tests/support/society.h"

namespace kenpo::eligibility {
namespace {

using namespace test_support;

/// Reads everything back, as a test may.
inline constexpr notice::Operation look{
    .name = "test.look",
    .japanese = "試験の閲覧",
    .pairs = {
        notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration},
        notice::Pair{notice::Category::eligibility,
                     notice::Purpose::number_act_information_linkage}}};

class IntakeTest : public testing::Test {
 protected:
  IntakeTest() {
    auto ledger = this->ledger();
    EXPECT_TRUE(register_establishments(ledger, society_.clerk(), {works_, shop_}).ok());
  }

  /// Fresh after every reopening.
  Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), index_};
  }
  base::Result<Intake> take(const std::string& bytes) {
    auto ledger = this->ledger();
    return take_in_notifications(ledger, society_.clerk(), bytes, "届書.csv");
  }
  template <typename... Notifications>
  base::Result<Intake> take_of(const Establishment& establishment, Notifications... given) {
    return take(file_of(establishment, contents_of(std::move(given)...)));
  }
  template <typename Answer>
  Answer read(std::function<base::Result<Answer>(const store::View&, const MemberAccess&)> how) {
    return must(society_.gate().perform<look>(
        society_.clerk(), [&](const notice::Permit<look>& permit) -> base::Result<Answer> {
          const auto view = KENPO_TRY(society_.database().read());
          return how(view, MemberAccess(permit.grant<notice::Purpose::member_administration>()));
        }));
  }
  std::vector<InsuredPeriod> periods(const Establishment& at, const char* number) {
    return read<std::vector<InsuredPeriod>>(
        [&](const store::View& view, const MemberAccess& access) {
          return periods_of_number(view, access, at.id, number);
        });
  }
  std::vector<WorkKind> work() {
    std::vector<WorkKind> kinds;
    const auto view = must(society_.database().read());
    for (const auto& item : must(open_work_items(view))) kinds.push_back(item.kind);
    return kinds;
  }
  /// Which misfit refused the file.
  static std::string why(const base::Result<Intake>& taken) {
    if (taken.ok()) return "taken";
    return taken.faults().front().what.ja.text();
  }
  static std::string words(Misfit misfit) {
    return misfit_fault(misfit, {}, 0).what.ja.text();
  }

  static Establishment shop() {
    auto made = sample_establishment();
    made.office_symbol = "ｳｴ";
    made.symbol = "102";
    made.name = "見本商店";
    return made;
  }

  Society society_{tables};
  MemberIndex index_;
  Establishment works_ = sample_establishment();
  Establishment shop_ = shop();
};

TEST_F(IntakeTest, AnAcquisitionBecomesAPersonAndAPeriod) {
  const auto taken = take_of(works_, acquisition());
  ASSERT_TRUE(taken.ok()) << why(taken);
  EXPECT_EQ(taken->outcome, IntakeOutcome::taken);
  EXPECT_EQ(taken->acquisitions, 1);

  society_.reopen();
  const auto found = periods(works_, "0001");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].acquired, day(2026, 4, 1));
  EXPECT_FALSE(found[0].lost.has_value());
  EXPECT_EQ(found[0].symbol, "101");
  const auto person = read<std::optional<Person>>(
      [&](const store::View& view, const MemberAccess& access) {
        return find_person(view, access, found[0].person, society_.clock().now());
      });
  ASSERT_TRUE(person.has_value());
  EXPECT_EQ(person->name, "山田　花子");
  EXPECT_EQ(person->sex, Sex::female);
  EXPECT_EQ(person->born, day(1990, 5, 15));
}

}  // namespace
}  // namespace kenpo::eligibility
