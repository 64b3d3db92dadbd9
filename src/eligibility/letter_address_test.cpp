// Where a letter reaches a person: the post, the insured person's home, the employer, nobody.
#include "eligibility/letter_address_act.h"

#include <gtest/gtest.h>

#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/member_index.h"
#include "eligibility/person_store.h"
#include "eligibility/protection_act.h"
#include "eligibility/tables_store.h"
#include "tests/support/notification.h"
#include "tests/support/society.h"

namespace kenpo::eligibility {
namespace {

using namespace test_support;
using Lines = std::vector<std::string>;

inline constexpr notice::Operation prepare{
    .name = "test.prepare",
    .japanese = "試験の準備",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

class LetterAddress : public testing::Test {
 protected:
  LetterAddress() : society_(tables) {
    works_.postal_code = "1000001";
    works_.address = "東京都千代田区見本町１";
    auto opened = ledger();
    must(register_establishments(opened, society_.clerk(), {works_}));
    under_permit([&](store::Transaction& transaction, const MemberAccess& access,
                     base::Moment now) -> base::Result<> {
      KENPO_TRY(put(transaction, access,
                    InsuredPeriod{.person = insured_,
                                  .establishment = works_.id,
                                  .acquired = from_,
                                  .symbol = "1",
                                  .number = "1"},
                    now));
      return put(transaction, access,
                 DependentLink{.dependent = child_, .insured = insured_, .from = from_}, now);
    });
    home_of(insured_, "");
    home_of(child_, "");
  }

  Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), members_};
  }
  template <typename Act>
  void under_permit(Act&& act) {
    must(society_.gate().perform<prepare>(
        society_.clerk(), [&](const notice::Permit<prepare>& permit) -> base::Result<> {
          const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
          auto transaction = KENPO_TRY(society_.database().write());
          KENPO_TRY(act(transaction, access, society_.clock().now()));
          return transaction.commit(permit.recorder());
        }));
  }
  void home_of(const base::PersonId& person, std::string address) {
    under_permit([&](store::Transaction& transaction, const MemberAccess& access,
                     base::Moment now) {
      return put(transaction, access,
                 Person{.id = person,
                        .name = "試験　花子",
                        .name_kana = "シケン　ハナコ",
                        .born = day(1990, 4, 1),
                        .postal_code = address.empty() ? "" : "5300001",
                        .address = std::move(address)},
                 from_, now);
    });
  }
  void protect(const base::PersonId& person) {
    auto opened = ledger();
    must(begin_protection(opened, society_.clerk(), person, ProtectionGround::stalking, "申出書"));
  }
  Lines lines_of(const base::PersonId& person) {
    Lines lines;
    under_permit([&](store::Transaction& transaction, const MemberAccess& access,
                     base::Moment now) -> base::Result<> {
      lines = KENPO_TRY(letter_address(transaction, access, person, now));
      return base::Done{};
    });
    return lines;
  }

  Society society_;
  MemberIndex members_;
  Establishment works_ = sample_establishment();
  base::Date from_ = day(2020, 4, 1);
  base::PersonId insured_ = base::PersonId::draw();
  base::PersonId child_ = base::PersonId::draw();
  const Lines home_ = {"〒530-0001", "大阪府大阪市見本町２"};
  const Lines work_ = {"〒100-0001", "東京都千代田区見本町１", works_.name + "　気付"};
};

TEST_F(LetterAddress, WithoutAHomeTheEmployerHandsItOver) {
  EXPECT_EQ(lines_of(insured_), work_);
  EXPECT_EQ(lines_of(child_), work_);
  EXPECT_TRUE(lines_of(base::PersonId::draw()).empty()) << "nobody we know";
}

TEST_F(LetterAddress, ADependentLivesWithTheInsuredPersonUnlessTheLedgerSaysOtherwise) {
  home_of(insured_, "大阪府大阪市見本町２");
  EXPECT_EQ(lines_of(insured_), home_);
  EXPECT_EQ(lines_of(child_), home_);
  home_of(child_, "京都府京都市見本町３");
  EXPECT_EQ(lines_of(child_).at(1), "京都府京都市見本町３");
}

TEST_F(LetterAddress, NothingReachesAProtectedPersonThroughOthers) {
  home_of(insured_, "大阪府大阪市見本町２");
  protect(child_);
  EXPECT_TRUE(lines_of(child_).empty()) << "neither the insured person nor the employer";
  EXPECT_EQ(lines_of(insured_), home_);
}

TEST_F(LetterAddress, AProtectedPersonHasOnlyTheAddressOfTheProtection) {
  home_of(insured_, "大阪府大阪市見本町２");
  protect(insured_);
  EXPECT_EQ(lines_of(insured_), home_);
  EXPECT_TRUE(lines_of(child_).empty()) << "nobody learns a protected person's home by a letter";
}

}  // namespace
}  // namespace kenpo::eligibility
