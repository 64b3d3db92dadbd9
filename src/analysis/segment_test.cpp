// Claims of a society through the making of pseudonymised data to a report.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "analysis/report_act.h"
#include "analysis/segment_bytes.h"
#include "claim/claim_recheck_act.h"
#include "claim/claims_for_tests.h"
#include "claim/disease_group_act.h"
#include "notice/stops.h"

namespace kenpo::analysis {
namespace {

using claim::ClaimIntakeTest;
using test_support::day;
using test_support::must;

class SegmentTest : public ClaimIntakeTest {
 protected:
  SegmentTest() {
    society_.change_policy([](notice::Policy& policy) {
      for (auto& handler : policy.handlers) {
        handler.assignments.push_back({notice::Role::analyst, *base::Date::make(2015, 1, 1), {}});
      }
    });
  }
  base::Result<MakeReport> make() { return make_segments(analysis_, society_.clerk()); }
  eligibility::Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), members_};
  }
  std::vector<MonthState> states() { return must(show_states(analysis_, society_.clerk())); }
  base::Result<Report> report(Dimension dimension) {
    auto all = ledger();
    Choice choice;
    choice.dimension = dimension;
    return show_report(analysis_, all, society_.clerk(), choice);
  }
  std::string sealed_bytes() const {
    std::ostringstream bytes;
    for (const auto& file :
         std::filesystem::directory_iterator(society_.directory() + "/analysis")) {
      bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
    }
    return std::move(bytes).str();
  }

  Analysis analysis_{society_.gate(), society_.database(), society_.directory()};
};

TEST_F(SegmentTest, ClaimsBecomeAMonthThatReportsCount) {
  must(take(file({receipt()})));
  ASSERT_EQ(states().size(), 1U);
  EXPECT_FALSE(states().front().current);
  const auto made = must(make());
  EXPECT_EQ(made.claims, 1);
  EXPECT_TRUE(states().front().current);
  EXPECT_TRUE(must(make()).made.empty());  // nothing has changed
  // One person is fewer than the floor: nothing of her is shown.
  const auto shown = must(report(Dimension::age));
  EXPECT_FALSE(shown.total.has_value());
  for (const auto& row : shown.rows) EXPECT_FALSE(row.counts.has_value());
}

// The table of groups is the office's file; another file lets every month wait until it is made.
TEST_F(SegmentTest, ALoadedTableOfGroupsIsCountedByAndASecondTakesItsPlace) {
  const auto load = [&](const std::string& lines) {
    return claim::load_disease_groups(society_.gate(), society_.database(), society_.clerk(),
                                      "分類.csv", "分類コード,分類名,ICD-10\r\n" + lines);
  };
  const auto groups = [&] {
    must(make());
    must(report(Dimension::disease_group));
    return must(analysis_.with_columns([](const ColumnStore& columns) {
      return base::Result<std::vector<Coded>>(columns.groups());
    }));
  };
  must(take(file({receipt()})));
  EXPECT_EQ(groups().size(), 1U) << "no table: none";
  EXPECT_EQ(must(load("0101,見本の感染症,A00-A09\r\n")).groups, 1U);
  EXPECT_FALSE(states().front().current) << "made from another table";
  EXPECT_TRUE(must(load("0101,見本の感染症,A00-A09\r\n")).already);
  must(make());
  EXPECT_TRUE(states().front().current);
  EXPECT_FALSE(load("0101,見本の感染症,A00-\r\n").ok());
  EXPECT_TRUE(states().front().current) << "a refused file changes nothing";
  EXPECT_EQ(must(load("0102,見本の結核,A15-A19\r\n")).groups, 1U);
  EXPECT_FALSE(states().front().current);
  EXPECT_FALSE(claim::load_disease_groups(society_.gate(), society_.database(),
                                          society_.stranger(), "分類.csv",
                                          "分類コード,分類名,ICD-10\r\n0101,見本,A00\r\n")
                   .ok());
}

TEST_F(SegmentTest, ASegmentHoldsNoNameNoNumberAndNoBirthDay) {
  must(take(file({receipt()})));
  must(make());
  const SegmentStore segments(society_.directory(), society_.keys());
  const auto segment = must(segments.find(segments.months().front()));
  ASSERT_TRUE(segment.has_value());
  // What the claim says of her, in every form it may have.
  const auto draft = receipt();
  EXPECT_NE(draft.born, base::Date{});
  EXPECT_EQ(segment->costs.size(), 1U);
  const auto plain = bytes_of(*segment);
  const auto claims = must(own(must(page()).claims.front().person));
  const auto& claim = claims.front();
  ASSERT_FALSE(claim.name.empty());
  for (const auto& canary :
       {claim.name, claim.symbol, std::string(claim.person.text()), std::string(claim.id.text()),
        claim.born->iso(), claim.born->compact(), claim.search_number}) {
    if (canary.empty()) continue;
    EXPECT_EQ(plain.find(canary), std::string::npos) << "plain";
    EXPECT_EQ(sealed_bytes().find(canary), std::string::npos) << "sealed";
  }
  // Even the institution, which is in the segment, is not in the file as it lies.
  EXPECT_NE(plain.find(claim.institution), std::string::npos);
  EXPECT_EQ(sealed_bytes().find(claim.institution), std::string::npos);
}

TEST_F(SegmentTest, APseudonymIsAnotherForAnotherPurpose) {
  const auto person = base::PersonId::draw();
  const auto of = [&](notice::Purpose purpose) {
    return must(society_.gate().perform<pseudonym_key_open>(
        test_support::Society::scheduler(),
        [&](const notice::Permit<pseudonym_key_open>& permit) -> base::Result<std::uint64_t> {
          return Pseudonyms(permit, society_.keys(), purpose).of(person);
        }));
  };
  using enum notice::Purpose;
  EXPECT_EQ(of(medical_cost_analysis), of(medical_cost_analysis));
  EXPECT_NE(of(medical_cost_analysis), of(checkup_result_analysis));
}

TEST_F(SegmentTest, WhoStopsTheUseIsOutAtOnce) {
  must(take(file({receipt()})));
  must(make());
  ASSERT_TRUE(states().front().current);
  const auto person = must(page()).claims.front().person;
  const notice::Stop stop{person, notice::Purpose::medical_cost_analysis};
  society_.gate().stops().set(std::span(&stop, 1));
  EXPECT_FALSE(states().front().current);
  EXPECT_FALSE(report(Dimension::age).ok());
  EXPECT_EQ(must(make()).claims, 0);
  EXPECT_TRUE(states().front().current);
}

TEST_F(SegmentTest, AnErasedPersonIsOutAndTheFileGoes) {
  must(take(file({receipt()})));
  must(make());
  const auto person = must(page()).claims.front().person;
  must(society_.keys().erase(store::SubjectId(person), society_.clerk_id(),
                             society_.clock().now()));
  EXPECT_FALSE(states().front().current);
  EXPECT_TRUE(sealed_bytes().empty());
}

TEST_F(SegmentTest, NamesAreRefusedAndTheRefusalIsRecorded) {
  const auto before = society_.leaves();
  EXPECT_FALSE(refuse_names(analysis_, society_.clerk()).ok());
  EXPECT_EQ(society_.leaves(), before + 1);
}

TEST_F(SegmentTest, WithoutTheRoleNothingIsShownOrMade) {
  EXPECT_FALSE(make_segments(analysis_, society_.stranger()).ok());
  EXPECT_FALSE(show_states(analysis_, society_.stranger()).ok());
}

TEST_F(SegmentTest, AHandlerWithALimitDoesNotSeeTheWholeSociety) {
  must(take(file({receipt()})));
  must(make());
  limit_to(base::EstablishmentId::draw());
  EXPECT_FALSE(report(Dimension::age).ok());
  EXPECT_FALSE(report(Dimension::establishment).ok());
  EXPECT_FALSE(report(Dimension::month).ok());
}

TEST_F(SegmentTest, SegmentsOutliveTheProgram) {
  must(take(file({receipt()})));
  must(make());
  Analysis again(society_.gate(), society_.database(), society_.directory());
  const auto seen = must(show_states(again, society_.clerk()));
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_TRUE(seen.front().current);
}

}  // namespace
}  // namespace kenpo::analysis
