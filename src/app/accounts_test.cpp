#include "app/accounts.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/id.h"
#include "staff/duty_act.h"
#include "staff/handler_act.h"

namespace kenpo::app {
namespace {

/// A society in a folder of its own with the users, and what the gate says of the first of them.
class Accounts : public testing::Test {
 protected:
  Accounts() : folder_(std::filesystem::temp_directory_path() / name()) {
    auto made = Office::create(folder_.string(), sample_society(), clock_);
    if (made.ok()) office_ = std::move(made).value();
  }
  ~Accounts() override {
    office_.reset();
    std::filesystem::remove_all(folder_);
  }
  static std::string name() {
    const auto drawn = base::draw_id();
    return "kenpo-accounts-" + std::string(drawn.begin(), drawn.end());
  }
  base::StaffId responsible() {
    for (const auto& named : office_->handlers()) {
      for (const auto& each : named.handler.assignments) {
        if (each.role == notice::Role::responsible_person) return named.handler.staff;
      }
    }
    ADD_FAILURE() << "no responsible person";
    return base::StaffId::draw();
  }
  notice::Refusal refusal(const notice::Operation& operation) {
    return office_->gate().ruling(operation, responsible()).refusal;
  }

  base::SystemClock clock_;
  std::filesystem::path folder_;
  std::unique_ptr<Office> office_;
};

TEST_F(Accounts, OfASampleHaveMetTheirDuties) {
  ASSERT_NE(office_, nullptr);
  auto accounts = sample_accounts();
  for (auto& each : accounts) each.duties = Account::Duties::met;
  ASSERT_TRUE(enter_accounts(*office_, accounts).ok());
  EXPECT_EQ(refusal(staff::show_handlers_operation), notice::Refusal::none);
  EXPECT_EQ(office_->handlers().size(), accounts.size());
}

TEST_F(Accounts, TheFirstUserOfARealSocietyPromisesAndTrainsAtTheDesk) {
  ASSERT_NE(office_, nullptr);
  ASSERT_TRUE(enter_accounts(*office_, first_accounts()).ok());
  EXPECT_EQ(refusal(staff::show_handlers_operation), notice::Refusal::no_undertaking);
  EXPECT_EQ(refusal(staff::show_duties_operation), notice::Refusal::none);
}

}  // namespace
}  // namespace kenpo::app
