// Which file is which, by its first bytes, and what is told of those that are not taken in.
#include "batch/file_intake.h"

#include <gtest/gtest.h>

#include "base/cp932.h"
#include "eligibility/member_index.h"
#include "eligibility/tables_store.h"
#include "tests/support/notification.h"

namespace kenpo::batch {
namespace {

using namespace std::string_literals;
using namespace test_support;

const std::vector<std::string> archives = {"PK\x03\x04\x14\x00\x00\x00"s, "PK\x05\x06"s,
                                           "\x1f\x8b\x08\x00"s, "7z\xbc\xaf\x27\x1c\x00"s,
                                           "Rar!\x1a\x07\x01\x00"s, "\x1f\x3a-lh5-\x00"s};

TEST(FileKinds, CompressedFilesAreKnownByTheirFirstBytes) {
  for (const auto& bytes : archives) {
    EXPECT_EQ(recognise(bytes + std::string(5000, '\0')), FileKind::archive) << bytes;
  }
  for (const auto* other : {"", "P", "PK", "PKファイル", "\x1f", "氏名,生年月日"}) {
    EXPECT_EQ(recognise(other), FileKind::unknown) << other;
  }
}

TEST(FileKinds, ReportsOfPayAreKnownByTheirHead) {
  const std::string head =
      "記号,番号,生年月日,最初の月,昇降給,区分,基礎日数1,報酬1,基礎日数2,報酬2,基礎日数3,報酬3,"
      "遡及支払の月,遡及支払額\r\n";
  EXPECT_EQ(recognise(head), FileKind::pay_reports);
  EXPECT_EQ(recognise("\xEF\xBB\xBF" + head), FileKind::pay_reports);
  EXPECT_EQ(recognise(base::encode_cp932(head).bytes), FileKind::pay_reports);
}

// A bomb of 4 GB in a few bytes: nothing is unpacked, nothing is recorded, the answer says what to
// do.
TEST(FileKinds, ACompressedFileIsToldToBeUnpackedAndIsNotOpened) {
  Society society(eligibility::tables);
  eligibility::MemberIndex index;
  eligibility::Ledger ledger{society.gate(), society.database(), society.numbers(), index};
  const auto leaves = society.leaves();
  for (const auto& bytes : archives) {
    const auto taken =
        take_in(ledger, society.clerk(), "a.zip", bytes + std::string(1'000'000, '\0'), {});
    ASSERT_FALSE(taken.ok());
    const auto& fault = taken.faults().front();
    EXPECT_NE(fault.what.ja.text().find("圧縮ファイル"), std::string::npos);
    EXPECT_NE(fault.mend.ja.text().find("展開"), std::string::npos);
  }
  EXPECT_EQ(society.leaves(), leaves);
}

}  // namespace
}  // namespace kenpo::batch
