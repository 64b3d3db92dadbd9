#include "app/routes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "app/operations.h"
#include "base/clock.h"
#include "base/id.h"

namespace kenpo::app {
namespace {

/// A society in a folder of its own, with every route.
class Routes : public testing::Test {
 protected:
  Routes() : folder_(std::filesystem::temp_directory_path() / name()) {
    auto made = Office::create(folder_.string(), sample_society(), clock_);
    if (made.ok()) office_ = std::move(made).value();
  }
  ~Routes() override {
    office_.reset();
    std::filesystem::remove_all(folder_);
  }

  static std::string name() {
    const auto drawn = base::draw_id();
    return "kenpo-routes-" + std::string(drawn.begin(), drawn.end());
  }

  base::SystemClock clock_;
  std::filesystem::path folder_;
  std::unique_ptr<Office> office_;
};

TEST_F(Routes, EveryOperationOfARouteIsListed) {
  ASSERT_NE(office_, nullptr);
  desk::Router router(office_->gate());
  add_routes(router, *office_);
  const auto listed = operations();
  EXPECT_GT(router.routes().size(), 15U);
  for (const auto& route : router.routes()) {
    if (route.door == desk::Door::open) continue;
    EXPECT_NE(std::ranges::find(listed, route.operation), listed.end()) << route.path;
  }
}

TEST_F(Routes, EveryMenuEntryLeadsToAPageOfItsOwn) {
  ASSERT_NE(office_, nullptr);
  desk::Router router(office_->gate());
  add_routes(router, *office_);
  std::set<std::string> addresses;
  for (const auto& entry : router.menu_entries()) {
    EXPECT_NE(router.find(desk::Method::get, entry.address).route, nullptr) << entry.address;
    EXPECT_TRUE(addresses.insert(entry.address).second) << entry.address;
  }
}

TEST(Operations, AreWellFormedAndOfOneNameEach) {
  std::set<std::string_view> names;
  for (const auto* operation : operations()) {
    EXPECT_TRUE(notice::well_formed(*operation)) << operation->name;
    EXPECT_TRUE(names.insert(operation->name).second) << operation->name;
    EXPECT_FALSE(operation->japanese.empty()) << operation->name;
  }
}

TEST(Operations, WritesAreForARole) {
  // An operation on no personal data is open to every role. So nothing may be written by one, but
  // each person's own password, and that one has printed a page.
  const std::set<std::string_view> open_to_all = {"password.change", "screen.print"};
  for (const auto* operation : operations()) {
    if (operation->verb == notice::Verb::read) continue;
    const bool anybody = operation->statute == notice::Statute::no_personal_data;
    EXPECT_TRUE(!anybody || open_to_all.contains(operation->name)) << operation->name;
  }
}

}  // namespace
}  // namespace kenpo::app
