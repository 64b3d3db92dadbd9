// The bad input that a claims office meets: each is told with its place, nothing of the bad file is
// kept, and the good file before it stays as it was.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/cp932.h"
#include "base/mapped_file.h"
#include "claim/claims_for_tests.h"

namespace kenpo::claim {
namespace {

class BadClaims : public ClaimIntakeTest {
 protected:
  BadClaims() { must(take(file({receipt()}))); }
  format::claim::ReceiptDraft another() const {
    auto made = receipt();
    made.management_number = "2604130000000077";
    return made;
  }
  std::string good() const { return file({another()}); }
  /// Refused with a line, and the month is as it was.
  void refuses(const std::string& bytes, const char* why) {
    const auto taken = take(bytes);
    ASSERT_FALSE(taken.ok()) << why;
    EXPECT_GT(taken.faults().front().place.line, 0U) << why;
    EXPECT_FALSE(taken.faults().front().mend.ja.text().empty()) << why;
    EXPECT_EQ(must(page()).claims.size(), 1U) << why;
  }
  static std::string with(std::string bytes, const std::string& from, const std::string& to) {
    const auto at = bytes.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? bytes : bytes.replace(at, from.size(), to);
  }
};

TEST_F(BadClaims, AGoodFileAfterABadOneIsTaken) {
  refuses(with(good(), "1,2,0,IR", "1,b,0,IR"), "a row number of letters");
  must(take(good()));
  EXPECT_EQ(must(page()).claims.size(), 2U);
}

TEST_F(BadClaims, AFileThatIsCutOffIsRefused) {
  const auto whole = good();
  refuses(whole.substr(0, whole.size() / 2), "in the middle of a receipt");
  refuses(whole.substr(0, whole.find("1,2,0,IR") + 20), "in the middle of a line");
}

// What breaks the file is refused with its line; what is odd in a receipt is work for people.
TEST_F(BadClaims, WrongBytesAndPlacesAreRefusedWithTheirLine) {
  const auto whole = good();
  refuses(with(whole, "\r\n", "\n"), "a line that ends otherwise");
  refuses(with(whole, "\r\n1,3,", "\r\n\r\n1,3,"), "an empty line");
  refuses(with(whole, ",HO,", ",ZZ,"), "a record that no form has");
  refuses(with(whole, ",HO,", ",HO,,"), "one field more");
}

TEST_F(BadClaims, MixedModesUnknownCodesAndTotalsAreFindingsOfTheirReceipt) {
  struct Odd {
    const char* why;
    const char* from;
    const char* to;
  };
  std::size_t taken_in = 1;
  for (const auto& odd : {Odd{"modes mixed", "見本　一郎", "見本　ｲﾁ"},
                          Odd{"an outcome that no table has", "20241001,1", "20241001,8"},
                          Odd{"points that do not add up", "113001810,,225", "113001810,,226"}}) {
    auto next = another();
    next.management_number = "26041300000009" + std::to_string(10 + taken_in);
    next.name = "見本　一郎";
    const auto taken = take(with(file({next}), base::encode_cp932(odd.from).bytes,
                                 base::encode_cp932(odd.to).bytes));
    ASSERT_TRUE(taken.ok()) << odd.why;
    EXPECT_EQ(taken->intake.with_findings, 1U) << odd.why;
    EXPECT_EQ(must(page()).claims.size(), ++taken_in) << odd.why;
  }
}

TEST_F(BadClaims, AReceiptThatComesTwiceInOneFileOrInTwoIsRefused) {
  refuses(file({another(), another()}), "twice in one file");
  auto third = receipt();
  third.management_number = "2604130000000078";
  refuses(file({third, receipt()}), "taken in with the file before");
}

TEST_F(BadClaims, AReceiptOfAnotherInsurerAmongOursIsRefusedWithItsLine) {
  auto other = another();
  other.insurer_number = "06139463";
  auto ours = receipt();
  ours.management_number = "2604130000000079";
  const auto taken = take(file({ours, other}));
  ASSERT_FALSE(taken.ok());
  EXPECT_GT(taken.faults().front().place.line, 1U) << "the second receipt's";
  EXPECT_EQ(must(page()).claims.size(), 1U);
}

// 審査: a correction (データ識別 2) of a row that is not there is work for people, not a broken file.
TEST_F(BadClaims, ACorrectionThatTargetsNothingIsAFinding) {
  auto corrected = another();
  format::claim::CorrectionDraft correction;
  correction.kind = '3';
  correction.row = 11;
  correction.reason = "A";
  corrected.corrections = {correction};
  const auto bytes = file({corrected});
  EXPECT_EQ(must(take(with(bytes, "JY,3,11,0", "JY,3,99,0"))).intake.with_findings, 1U)
      << "a row that is not there";
}

// An archive is not unpacked: a bomb in it stays where it is.
TEST_F(BadClaims, AnArchiveIsNotOpened) {
  const std::string zip("PK\x03\x04\x14\x00\x00\x00\x08\x00", 10);
  EXPECT_FALSE(take(zip + std::string(1'000'000, '\0')).ok());
  EXPECT_EQ(must(page()).claims.size(), 1U);
}

// Two gigabytes that begin like a month of claims and go on with nothing.
TEST_F(BadClaims, AFileOfTwoGigabytesIsRefusedWithoutBeingHeld) {
  const auto path = society_.directory() + "/large.csv";
  const auto begin = good();
  std::ofstream(path, std::ios::binary) << begin.substr(0, begin.size() / 2);
  constexpr std::uintmax_t two_gigabytes = std::uintmax_t{1} << 31U;
  std::filesystem::resize_file(path, two_gigabytes);
  const auto mapped = must(base::MappedFile::open(path));
  const auto taken = intake_claims(society_.gate(), society_.database(), society_.clerk(),
                                   "large.csv", mapped);
  ASSERT_FALSE(taken.ok());
  EXPECT_GT(taken.faults().front().place.line, 0U);
  EXPECT_EQ(must(page()).claims.size(), 1U);
  std::filesystem::resize_file(path, base::mapped_bytes_limit + 1);
  EXPECT_FALSE(base::MappedFile::open(path).ok()) << "more than any month of claims";
}

}  // namespace
}  // namespace kenpo::claim
