// Attacks behind the program's back while the desk is open: each is told on the home page and on
// the page of the log, after each start and daily.
#include "app/changed_outside.h"

#include <filesystem>
#include <fstream>

#include "app/broken_for_tests.h"
#include "app/canary_for_tests.h"

namespace kenpo::app {
namespace {

using test_support::must;

class ChangedOutside : public HandlersBehindTheProgram {
 protected:
  static constexpr std::int64_t hour = 3'600'000;

  void move_clock(std::int64_t hours) {
    clock_.set(clock_.now().plus_milliseconds(hours * hour));
  }
  /// What is told, one line each.
  static std::string told(Office& office) {
    must(office.log().checkpoint());
    office.verify_log();
    std::string lines;
    for (const auto& fault : office.log_verification()->faults) {
      lines += fault.what.ja.text() + "\n";
    }
    return lines;
  }
  /// A use of the program, so that the log has a newer leaf.
  static void use(Office& office) { must(office.refresh_policy()); }
};

TEST_F(ChangedOutside, NothingIsToldOfASoundDirectory) {
  open([](Office& office) { EXPECT_EQ(told(office), ""); });
}

TEST_F(ChangedOutside, ANoticeFileIsTold) {
  open([&](Office& office) {
    spoil(path("notice/0001.txt"));
    EXPECT_NE(told(office), "");
  });
}

TEST_F(ChangedOutside, AClockIsToldWhileItIsBackAndForAMonth) {
  open([&](Office& office) {
    const std::string back = "計算機の時計が戻されています。\n";
    const std::string was_back = "計算機の時計が戻されたことがあります。\n";
    move_clock(-2);
    EXPECT_EQ(told(office), back);
    use(office);
    EXPECT_EQ(told(office), back);
    move_clock(3);
    EXPECT_EQ(told(office), was_back);
    move_clock(clock_told_days * 24 + 1);
    EXPECT_EQ(told(office), "") << "the self-check goes on saying it";
  });
}

TEST_F(ChangedOutside, RolesAndHandlersAreTold) {
  open([&](Office& office) {
    take_roles_away(office);
    EXPECT_EQ(told(office), "") << "its leaf could still be on its way";
    move_clock(1);
    use(office);
    EXPECT_EQ(told(office), "取扱者の名簿か役割が、プログラムの外で変えられました。\n");
  });
}

TEST_F(ChangedOutside, ADecisionOfOnePersonIsTold) {
  open([](Office& office) {
    enter_decision_of_one(office);
    EXPECT_EQ(told(office), "一人で提案して承認した決裁があります。\n");
  });
}

/// The same on the screens.
class ChangedOutsideShown : public canary_tests::Canary {
 protected:
  void spoil_the_log() {
    namespace files = std::filesystem;
    for (const auto& entry : files::recursive_directory_iterator(folder_ / "log/tile/entries")) {
      if (!entry.is_regular_file()) continue;
      spoil_file(entry.path().string());
    }
  }
};

TEST_F(ChangedOutsideShown, EverybodysHomeTellsOfAChangedLogAndTheAuditorReadsMore) {
  must(office_->log().checkpoint());
  office_->verify_log();
  enter("tekiyo");
  EXPECT_NE(get("/").body.find("異常なし"), std::string::npos);
  EXPECT_EQ(get("/").body.find("すぐ知らせる"), std::string::npos);
  must(office_->log().checkpoint());
  spoil_the_log();
  office_->verify_log();
  const auto home = get("/").body;
  EXPECT_NE(home.find("異常あり"), std::string::npos);
  EXPECT_NE(home.find("すぐ知らせる"), std::string::npos);
  EXPECT_NE(home.find("個人情報取扱責任者とシステム担当に"), std::string::npos);
  EXPECT_EQ(home.find("href=\"/audit\""), std::string::npos) << "a clerk may not open it";
  enter("kanji");
  EXPECT_NE(get("/").body.find("href=\"/audit\""), std::string::npos);
  EXPECT_NE(get("/audit").body.find("プログラムの外で変えられたものがあります。"),
            std::string::npos);
}

}  // namespace
}  // namespace kenpo::app
