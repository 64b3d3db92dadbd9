// Property 32 and O-5: the self-check on a real data directory, and each property that is broken
// on purpose behind the program's back is reported.
#include "app/self_check.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "app/accounts.h"
#include "app/office.h"
#include "base/id.h"
#include "notice/audit_log_signer.h"
#include "staff/handler_act.h"
#include "store/checkpoint_memory.h"

namespace kenpo::app {
namespace {

namespace files = std::filesystem;

class SelfCheck : public testing::Test {
 protected:
  SelfCheck() {
    const auto drawn = base::draw_id();
    folder_ = files::temp_directory_path() / ("kenpo-check-" + std::string(drawn.begin(), 16));
    auto made = Office::create(folder_.string(), sample_society(), clock_);
    EXPECT_TRUE(made.ok());
    if (!made.ok()) return;
    EXPECT_TRUE(enter_accounts(**made, sample_accounts()).ok());
    EXPECT_TRUE(remember(**made));
  }
  ~SelfCheck() override {
    std::error_code ignored;
    files::remove_all(folder_, ignored);
  }

  static bool remember(Office& office) {
    const auto checkpoint = office.log().checkpoint();
    return checkpoint.ok() && store::remember_checkpoint(office.database(), *checkpoint).ok();
  }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  SelfCheckReport check() { return self_check(folder_.string(), clock_); }
  static std::set<int> broken(const SelfCheckReport& report) {
    std::set<int> numbers;
    for (const auto& each : report.findings) {
      if (each.standing == Standing::broken) numbers.insert(each.number);
    }
    return numbers;
  }
  static std::string told(const SelfCheckReport& report) {
    return report_text(report, base::Language::english);
  }
  static std::string read(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  static void write(const std::string& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
  }
  /// Changes one byte of the log's entries.
  void spoil_entries() const {
    for (const auto& entry : files::recursive_directory_iterator(folder_ / "log")) {
      const bool holds_entries = entry.path().string().find("entries") != std::string::npos;
      if (entry.is_regular_file() && holds_entries) return spoil(entry.path().string());
    }
    FAIL() << "no entries";
  }
  /// Changes one byte in the middle.
  static void spoil(const std::string& file) {
    auto bytes = read(file);
    ASSERT_FALSE(bytes.empty()) << file;
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    write(file, bytes);
  }

  base::SetClock clock_{base::start_of(*base::Date::make(2026, 11, 24))};
  files::path folder_;
};

TEST_F(SelfCheck, P32_ASoundDirectoryHasNothingBroken) {
  const auto report = check();
  EXPECT_EQ(report.findings.size(), 32U);
  EXPECT_TRUE(broken(report).empty()) << told(report);
  EXPECT_GE(report.count(Standing::held), 15) << told(report);
}

TEST_F(SelfCheck, P32_TheReportIsDatedAndItsSignatureVerifies) {
  const auto text = report_text(check(), base::Language::japanese);
  EXPECT_NE(text.find("2026-11-24"), std::string::npos);
  const auto note = sign_report(folder_.string(), text);
  ASSERT_TRUE(note.ok());
  EXPECT_TRUE(verify_report(folder_.string(), *note).ok());
  auto changed = *note;
  changed[changed.find("\t")] = ' ';
  EXPECT_FALSE(verify_report(folder_.string(), changed).ok());
  EXPECT_FALSE(verify_report(folder_.string(), text).ok());
  // Another society's key has not signed it.
  write(path("other"), "");
  auto other = notice::Signer::open(path("other-keys"), "kenpo.other/audit");
  ASSERT_TRUE(other.ok());
  const auto body = text + "-----\n" + other->sign("kenpo self-check report\n");
  EXPECT_FALSE(verify_report(folder_.string(), body).ok());
}

TEST_F(SelfCheck, P32_TestsThatAreNamedExist) {
  const std::regex name(R"([a-z_]+(?:/[a-z_]+)+(?:\.mjs)?)");
  for (const auto& each : check().findings) {
    const auto& facts = each.facts.en.text();
    const auto at = facts.find("tests: ");
    if (at == std::string::npos) continue;
    const auto names = facts.substr(at + 7);
    for (std::sregex_iterator found(names.begin(), names.end(), name), end; found != end; ++found) {
      const auto word = found->str();
      const files::path source(KENPO_SOURCE_DIR);
      EXPECT_TRUE(files::exists(source / "src" / (word + ".cpp")) || files::exists(source / word))
          << each.number << " names " << word;
    }
  }
}

TEST_F(SelfCheck, P32_AChangedNoticeFileIsReportedAndTheNextStartRefuses) {
  spoil(path("notice/0001.txt"));
  EXPECT_TRUE(broken(check()).contains(1)) << told(check());
  EXPECT_FALSE(Office::open(folder_.string(), clock_).ok());
}

TEST_F(SelfCheck, P32_AChangedLogIsReportedAndNamed) {
  spoil_entries();
  EXPECT_TRUE(broken(check()).contains(15)) << told(check());
}

TEST_F(SelfCheck, P15_TheOpenProgramFindsAChangedLog) {
  auto office = Office::open(folder_.string(), clock_);
  ASSERT_TRUE(office.ok());
  EXPECT_FALSE((*office)->log_verification().has_value());
  (*office)->verify_log();
  ASSERT_TRUE((*office)->log_verification().has_value());
  EXPECT_TRUE((*office)->log_verification()->right());
  EXPECT_GT((*office)->log_verification()->leaves, 0U);
  spoil_entries();
  (*office)->verify_log();
  EXPECT_FALSE((*office)->log_verification()->right());
}

TEST_F(SelfCheck, P32_ALogRolledBackIsReported) {
  files::copy(folder_ / "log", folder_ / "log-before", files::copy_options::recursive);
  {
    auto office = Office::open(folder_.string(), clock_);
    ASSERT_TRUE(office.ok());
    ASSERT_TRUE((*office)->refresh_policy().ok());
    ASSERT_TRUE(remember(**office));
  }
  files::remove_all(folder_ / "log");
  files::rename(folder_ / "log-before", folder_ / "log");
  EXPECT_TRUE(broken(check()).contains(16)) << told(check());
  EXPECT_FALSE(Office::open(folder_.string(), clock_).ok());
}

TEST_F(SelfCheck, P32_AClockSetBackIsReported) {
  clock_.set(clock_.now().plus_milliseconds(-3'600'000));
  EXPECT_TRUE(broken(check()).contains(14)) << told(check());
}

TEST_F(SelfCheck, P32_AClockThatRanBackAndForthIsReportedLater) {
  const auto now = clock_.now();
  clock_.set(now.plus_milliseconds(-3'600'000));
  {
    auto office = Office::open(folder_.string(), clock_);
    ASSERT_TRUE(office.ok());
  }
  clock_.set(now);
  EXPECT_TRUE(broken(check()).contains(14)) << told(check());
}

TEST_F(SelfCheck, P32_ARoleThatNoLeafStandsForIsReported) {
  clock_.set(clock_.now().plus_milliseconds(3'600'000));
  {
    auto office = Office::open(folder_.string(), clock_);
    ASSERT_TRUE(office.ok());
    // With all keys in hand, but a log of his own.
    clock_.set(clock_.now().plus_milliseconds(3'600'000));
    auto signer = notice::Signer::open(path("forger-keys"), "kenpo.forger/audit");
    ASSERT_TRUE(signer.ok());
    auto log = notice::AuditLog::open(path("forger-log"), std::move(signer).value());
    ASSERT_TRUE(log.ok());
    notice::Gate gate(**log, (*office)->history(), clock_);
    staff::NamedHandler forger{
        .handler = {.staff = base::StaffId::draw(),
                    .assignments = {{notice::Role::executive_director, clock_.now().day(), {}}},
                    .undertaking_on = clock_.now().day(),
                    .trained_until = clock_.now().day(),
                    .locked = false,
                    .establishments = {}},
        .name = "偽名"};
    ASSERT_TRUE(staff::appoint_handler(gate, (*office)->database(), forger).ok());
  }
  clock_.set(clock_.now().plus_milliseconds(3'600'000));
  EXPECT_TRUE(broken(check()).contains(29)) << told(check());
}

inline constexpr notice::Operation analyse{
    .name = "test.analyse",
    .japanese = "試験の分析",
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::medical_cost_analysis}},
    .runner = notice::Runner::staff_or_program};

TEST_F(SelfCheck, P28_AUseForAnalysisIsReported) {
  const auto of_28 = [&](const SelfCheckReport& report) { return report.findings[27]; };
  EXPECT_EQ(of_28(check()).standing, Standing::held) << told(check());
  {
    auto office = Office::open(folder_.string(), clock_);
    ASSERT_TRUE(office.ok());
    const auto done = (*office)->gate().perform<analyse>(
        notice::Acting{notice::ProgramActor::command_line},
        [](const notice::Permit<analyse>&) -> base::Result<> { return base::Done{}; });
    ASSERT_TRUE(done.ok());
    ASSERT_TRUE(remember(**office));
  }
  EXPECT_EQ(broken(check()), std::set<int>{28}) << told(check());
}

TEST_F(SelfCheck, P32_AKeyThatDoesNotFitIsReported) {
  ::chmod(path("keys/master.key").c_str(), 0600);
  spoil(path("keys/master.key"));
  const auto found = broken(check());
  EXPECT_TRUE(found.contains(30)) << told(check());
  EXPECT_TRUE(found.contains(20));
}

TEST_F(SelfCheck, P32_AKeyThatOthersMayReadIsReported) {
  ::chmod(path("keys/master.key").c_str(), 0644);
  EXPECT_TRUE(broken(check()).contains(30)) << told(check());
}

TEST_F(SelfCheck, P32_ATableWithoutDeclarationIsReported) {
  static constexpr store::Table undeclared{.name = "shadow",
                                           .japanese = "影の表",
                                           .untimed = store::Untimed::program,
                                           .clear = {{"word", store::Kind::text}}};
  {
    auto keys = store::Keyring::open(folder_.string());
    ASSERT_TRUE(keys.ok());
    auto office = Office::open(folder_.string(), clock_);
    ASSERT_TRUE(office.ok());
    std::vector<const store::Table*> all((*office)->database().tables().begin(),
                                         (*office)->database().tables().end());
    all.push_back(&undeclared);
    const auto insurer = (*office)->society().insurer;
    std::move(office).value().reset();
    ASSERT_TRUE(store::Database::open(folder_.string(), **keys, {insurer, all}).ok());
  }
  EXPECT_TRUE(broken(check()).contains(20)) << told(check());
  EXPECT_FALSE(Office::open(folder_.string(), clock_).ok());
}

TEST_F(SelfCheck, P32_NobodyResponsibleIsReported) {
  clock_.set(base::start_of(*base::Date::make(2026, 11, 25)));
  {
    auto office = Office::open(folder_.string(), clock_);
    ASSERT_TRUE(office.ok());
    for (auto named : (*office)->handlers()) {
      if (named.handler.staff != (*office)->gate().policy()->responsible_person) continue;
      named.handler.locked = true;
      ASSERT_TRUE(staff::appoint_handler((*office)->gate(), (*office)->database(), named).ok());
    }
  }
  EXPECT_TRUE(broken(check()).contains(29)) << told(check());
}

TEST_F(SelfCheck, P32_WhileTheDeskIsOpenTheRestIsStillChecked) {
  auto office = Office::open(folder_.string(), clock_);
  ASSERT_TRUE(office.ok());
  const auto report = check();
  EXPECT_TRUE(broken(report).empty()) << told(report);
  for (const auto& each : report.findings) {
    if (each.number == 13) {
      EXPECT_EQ(each.standing, Standing::not_applicable);
    }
    if (each.number == 15) {
      EXPECT_EQ(each.standing, Standing::held);
    }
  }
}

}  // namespace
}  // namespace kenpo::app
