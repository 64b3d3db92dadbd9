// Two members of one kana name and birth date at the desk: told apart by address or number, which
// are masked until one of them is looked at; each look stands in the log.
#include <algorithm>

#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_store.h"
#include "eligibility/insured_period_store.h"
#include "request/candidate_act.h"
#include "request/case_act.h"
#include "request/case_for_tests.h"

namespace kenpo::request {
namespace {

class CandidateTest : public RequestTest {
 protected:
  CandidateTest() {
    twin_.name = "見本　華子";
    twin_.name_kana = hanako_.name_kana;
    twin_.sex = eligibility::Sex::female;
    twin_.born = hanako_.born;
    twin_.postal_code = "540-0001";
    twin_.address = "大阪府見本市9-9";
    keep(twin_);
    keep_period(twin_, "77", "1234567");
    keep_period(hanako_, "77", "2");
  }
  template <typename Write>
  void keep_rows(Write write) {
    must(society_.gate().perform<keep_person>(
        society_.clerk(), [&](const notice::Permit<keep_person>& permit) -> base::Result<> {
          auto transaction = KENPO_TRY(society_.database().write());
          KENPO_TRY(write(transaction, permit.grant<Purpose::member_administration>(),
                          society_.clock().now()));
          return transaction.commit(permit.recorder());
        }));
  }
  void keep_period(const Person& person, const char* symbol, const char* number) {
    keep_rows([&](auto& transaction, const auto& grant, base::Moment now) {
      return eligibility::put(transaction, eligibility::PeriodAccess(grant),
                              {.person = person.id,
                               .establishment = works_.id,
                               .acquired = day("2020-04-01"),
                               .symbol = symbol,
                               .number = number},
                              now);
    });
  }
  void keep_works() {
    works_.symbol = "77";
    works_.name = "見本製作所";
    works_.from = day("2015-04-01");
    keep_rows([&](auto& transaction, const auto&, base::Moment now) {
      return eligibility::put(transaction, works_, now);
    });
  }
  void keep_dependent(const Person& dependent, const Person& insured) {
    keep_rows([&](auto& transaction, const auto& grant, base::Moment now) {
      return eligibility::put(
          transaction, eligibility::DependentAccess(grant),
          {.dependent = dependent.id, .insured = insured.id, .from = day("2020-04-01")}, now);
    });
  }
  base::Result<base::PersonId> found(const char* number) {
    return find_person(*office_, as(desk_), {hanako_.name_kana, hanako_.born, number});
  }
  std::vector<Candidate> candidates() {
    return must(list_candidates(*office_, as(desk_), hanako_.name_kana, hanako_.born));
  }
  base::Result<Candidate> opened(const base::PersonId& person) {
    return look_at_candidate(*office_, as(desk_), hanako_.name_kana, hanako_.born, person);
  }
  /// How often the operation stands in the log about the person.
  std::ptrdiff_t looks(const Person& person, std::string_view operation) {
    const auto leaves = must(leaves_about(*office_, {person.id}));
    return std::ranges::count_if(
        leaves, [&](const notice::NumberedLeaf& each) { return each.leaf.operation == operation; });
  }

  eligibility::Establishment works_;
  Person twin_;
};

TEST_F(CandidateTest, TheyAreListedMaskedAndEachLookIsRecorded) {
  const auto listed = candidates();
  ASSERT_EQ(listed.size(), 2U);
  const auto masked = std::ranges::find(listed, twin_.id, &Candidate::person);
  ASSERT_NE(masked, listed.end());
  EXPECT_EQ(masked->name, "見本　華子");
  EXPECT_EQ(masked->membership, Membership::insured);
  EXPECT_EQ(masked->address.find("大阪"), std::string::npos);
  EXPECT_EQ(masked->address.find("540"), std::string::npos);
  EXPECT_EQ(masked->symbol.find("77"), std::string::npos);
  EXPECT_EQ(masked->number.find("12345"), std::string::npos);
  EXPECT_TRUE(masked->number.ends_with("67"));
  EXPECT_EQ(looks(twin_, candidates_operation.name), 1);
  EXPECT_EQ(looks(hanako_, candidates_operation.name), 1);
  EXPECT_EQ(looks(twin_, candidate_look_operation.name), 0);

  const auto shown = must(opened(twin_.id));
  EXPECT_EQ(shown.address, "540-0001 大阪府見本市9-9");
  EXPECT_EQ(shown.symbol + "-" + shown.number, "77-1234567");
  EXPECT_EQ(looks(twin_, candidate_look_operation.name), 1);
  EXPECT_EQ(looks(hanako_, candidate_look_operation.name), 0) << "nobody looked at her";
}

TEST_F(CandidateTest, TheChosenOneIsThePersonOfTheCase) {
  auto asked = intake(Kind::disclosure);
  EXPECT_FALSE(receive_request(*office_, as(desk_), asked).ok()) << "nobody was chosen";
  EXPECT_TRUE(must(list_requests(*office_, as(desk_))).empty()) << "nothing half-done";
  asked.person = twin_.id;
  const auto id = receive(asked);
  const auto request = must(show_request(*office_, as(desk_), id)).file.request;
  EXPECT_EQ(request.person, twin_.id);
  EXPECT_EQ(request.held, Held::yes);
}

TEST_F(CandidateTest, TheNumberTellsThemApartWhereNothingIsShown) {
  keep_works();
  EXPECT_FALSE(found("").ok()) << "two of this name and birth date";
  EXPECT_EQ(must(found("77-1234567")), twin_.id);
  EXPECT_EQ(must(found("７７－０００２")), hanako_.id) << "as a form has it";
  for (const auto* number : {"77-3", "78-2", "77", "2", "-", "77-"}) {
    EXPECT_FALSE(found(number).ok()) << number;
  }
  Person child;
  child.name = "見本　華子";
  child.name_kana = hanako_.name_kana;
  child.sex = eligibility::Sex::female;
  child.born = hanako_.born;
  child.address = "東京都見本区1-1";
  keep(child);
  keep_dependent(child, twin_);
  EXPECT_FALSE(found("77-1234567").ok()) << "two of one household";
  EXPECT_EQ(must(found("77-2")), hanako_.id);
}

TEST_F(CandidateTest, NobodyElseIsShownOrChosen) {
  Person other;
  other.name = "見本　次郎";
  other.name_kana = "ﾐﾎﾝ ｼﾞﾛｳ";
  other.sex = eligibility::Sex::male;
  other.born = day("1985-01-02");
  other.address = "東京都見本区1-1";
  keep(other);
  EXPECT_FALSE(opened(other.id).ok()) << "a number typed into the form opens nobody";
  EXPECT_FALSE(look_at_candidate(*office_, as(desk_), other.name_kana, other.born, other.id).ok())
      << "where there is nothing to tell apart, nothing is shown";
  EXPECT_TRUE(must(list_candidates(*office_, as(desk_), other.name_kana, other.born)).empty());
  auto asked = intake(Kind::disclosure);
  asked.person = other.id;
  EXPECT_FALSE(receive_request(*office_, as(desk_), asked).ok());
  const auto stranger = notice::Acting{base::StaffId::draw()};
  EXPECT_FALSE(list_candidates(*office_, stranger, hanako_.name_kana, hanako_.born).ok());
  merge(hanako_, twin_);
  EXPECT_TRUE(candidates().empty()) << "one person with two records";
}

}  // namespace
}  // namespace kenpo::request
