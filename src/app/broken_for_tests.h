// A society whose data directory is changed behind the program's back.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "app/accounts.h"
#include "app/office.h"
#include "app/self_check.h"
#include "base/id.h"
#include "notice/audit_log_signer.h"
#include "staff/approval_store.h"
#include "staff/handler_act.h"
#include "staff/handler_store.h"
#include "store/checkpoint_memory.h"
#include "store/seal.h"
#include "tests/support/society.h"

namespace kenpo::app {

/// Changes one byte in the middle.
inline void spoil_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  ASSERT_FALSE(bytes.empty()) << file;
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

class BrokenOnPurpose : public testing::Test {
 protected:
  BrokenOnPurpose() {
    const auto drawn = base::draw_id();
    folder_ = std::filesystem::temp_directory_path() /
              ("kenpo-broken-" + std::string(drawn.begin(), 16));
    auto office = test_support::must(Office::create(folder_.string(), sample_society(), clock_));
    accounts_ = sample_accounts();
    for (auto& account : accounts_) account.duties = Account::Duties::met;
    test_support::must(enter_accounts(*office, accounts_));
    test_support::must(office->refresh_policy());
    remember(*office);
  }
  ~BrokenOnPurpose() override { std::filesystem::remove_all(folder_); }

  static void remember(Office& office) {
    const auto checkpoint = test_support::must(office.log().checkpoint());
    test_support::must(store::remember_checkpoint(office.database(), checkpoint));
  }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  /// The office for a while, as the program has it open.
  template <typename Work>
  void open(Work&& work) {
    clock_.set(clock_.now().plus_milliseconds(3'600'000));
    auto office = test_support::must(Office::open(folder_.string(), clock_));
    work(*office);
  }
  /// The numbers that the next check reports as broken.
  std::set<int> reported() {
    std::set<int> numbers;
    clock_.set(clock_.now().plus_milliseconds(3'600'000));
    report_ = self_check(folder_.string(), clock_);
    for (const auto& each : report_.findings) {
      if (each.standing == Standing::broken) numbers.insert(each.number);
    }
    return numbers;
  }
  std::string told() const { return report_text(report_, base::Language::english); }
  static void spoil(const std::string& file) { spoil_file(file); }
  static base::StaffId staff_with(Office& office, notice::Role role) {
    for (const auto& handler : office.gate().policy()->handlers) {
      for (const auto& held : handler.assignments) {
        if (held.role == role) return handler.staff;
      }
    }
    ADD_FAILURE() << "nobody has the role";
    return base::StaffId::draw();
  }

  base::SetClock clock_{base::start_of(*base::Date::make(2026, 11, 24))};
  std::filesystem::path folder_;
  std::vector<Account> accounts_;
  SelfCheckReport report_;
};

/// Writes with all keys in hand, but no leaf in the log.
inline constexpr notice::Operation behind_the_back{.name = "test.unlock",
                                                   .japanese = "試験の書込み",
                                                   .verb = notice::Verb::write,
                                                   .statute = notice::Statute::security_control,
                                                   .runner = notice::Runner::staff_or_program};

class HandlersBehindTheProgram : public BrokenOnPurpose {
 protected:
  /// Takes away every row of the table, by `away(transaction, basis, row)`.
  template <const store::Table& table, typename Away>
  void forge(Office& office, Away&& away) {
    auto signer =
        test_support::must(notice::Signer::open(path("forger-keys"), "kenpo.forger/audit"));
    auto log =
        test_support::must(notice::AuditLog::open(path("forger-log"), std::move(signer)));
    notice::Gate gate(*log, office.history(), clock_);
    test_support::must(gate.perform<behind_the_back>(
        notice::Acting{notice::ProgramActor::command_line},
        [&](const notice::Permit<behind_the_back>& permit) -> base::Result<> {
          const staff::HandlerBasis basis(permit);
          auto transaction = KENPO_TRY(office.database().write());
          const auto rows = KENPO_TRY(store::list<table>(
              transaction, basis, {"1 = 1"}, {},
              [](const store::Record<table>& record) { return record.row(); }));
          for (const auto row : rows) KENPO_TRY(away(transaction, basis, row));
          return transaction.commit(permit.recorder());
        }));
  }
  /// Ends every role of everybody.
  void take_roles_away(Office& office) {
    forge<staff::role_assignment_table>(
        office, [&](store::Transaction& transaction, const staff::HandlerBasis& basis,
                    store::RowId row) {
          return store::withdraw<staff::role_assignment_table>(transaction, basis, row,
                                                               clock_.now());
        });
  }
};

/// A decision that its own proposer took: nobody can enter it through the program.
inline constexpr notice::Operation decide_alone{.name = "test.decide",
                                                .japanese = "試験の決裁",
                                                .verb = notice::Verb::write,
                                                .statute = notice::Statute::joint_decision,
                                                .runner = notice::Runner::staff_or_program};
inline void enter_decision_of_one(Office& office) {
  const auto now = office.clock().now();
  const staff::Approval approval{.id = base::CaseId::draw(),
                                 .kind = "test.kind",
                                 .reason = "試験",
                                 .text = "試験",
                                 .text_sha256 = std::string(64, '0'),
                                 .proposer = base::StaffId::draw(),
                                 .proposed_at = now,
                                 .expires_at = now,
                                 .steps = {}};
  test_support::must(office.gate().perform<decide_alone>(
      notice::Acting{notice::ProgramActor::command_line},
      [&](const notice::Permit<decide_alone>& permit) -> base::Result<> {
        const staff::ApprovalBasis basis(permit);
        auto transaction = KENPO_TRY(office.database().write());
        KENPO_TRY(staff::insert_proposal(transaction, basis, approval));
        KENPO_TRY(staff::insert_step(transaction, basis, approval,
                                     {.kind = staff::ApprovalStepKind::approved,
                                      .by = approval.proposer,
                                      .at = now,
                                      .reason = {}}));
        return transaction.commit(permit.recorder());
      }));
}

}  // namespace kenpo::app
