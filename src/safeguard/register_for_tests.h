// The registers of the physical measures on a real gate, log and store, for their tests.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "safeguard/area_act.h"
#include "safeguard/carrying_act.h"
#include "safeguard/register_act.h"
#include "safeguard/register_tables_store.h"
#include "tests/support/society.h"

namespace kenpo::safeguard {

using namespace test_support;
using notice::Category;
using notice::Purpose;

inline constexpr notice::Operation use_data{
    .name = "test.use_data",
    .japanese = "試験の利用",
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration}}};

inline constexpr std::int64_t minute = 60 * 1000;
inline constexpr std::int64_t hour = 60 * minute;

class RegisterTest : public testing::Test {
 protected:
  RegisterTest() : society_(register_tables) {
    society_.change_policy([](notice::Policy& policy) {
      policy.handlers.front().assignments.push_back(
          {notice::Role::responsible_person, *base::Date::make(2015, 1, 1), {}});
    });
    morning_ = society_.clock().now().plus_milliseconds(9 * hour);
    society_.clock().set(morning_);
  }

  RegisterOffice office() { return {society_.gate(), society_.database(), society_.directory()}; }
  Area area(const char* symbol) {
    const Area made{AreaId::draw(), symbol, "業務課", "3階", "業務課の職員"};
    EXPECT_TRUE(register_area(office(), society_.clerk(), made).ok());
    return made;
  }
  Item item(const Area& area, const char* label, ItemKind kind = ItemKind::medium) {
    return {ItemId::draw(),        kind,    label,  "10月分レセプト",
            Protection::encrypted, area.id, "書庫", society_.clerk_id(),
            ItemState::stored};
  }
  Carrying carrying(const Item& item) {
    return {.id = CarryingId::draw(),
            .item = item.id,
            .carrier = society_.clerk_id(),
            .reach = Reach::outside,
            .protection = Protection::encrypted,
            .contents = "10月分レセプト",
            .from = "業務課",
            .to = "支払基金",
            .out_at = morning_,
            .due_at = morning_.plus_milliseconds(hour),
            .in_at = std::nullopt};
  }
  void use() {
    must(society_.gate().perform<use_data>(
        society_.clerk(), [](const notice::Permit<use_data>& permit) -> base::Result<int> {
          permit.recorder().touched(base::PersonId::draw());
          return 0;
        }));
  }
  PassageComparison compare() {
    return must(compare_passages(office(), society_.clerk(), society_.gate().log(),
                                 society_.directory() + "/log", morning_.day()));
  }
  base::Result<> pass(const Area& area, Direction direction, base::Moment at) {
    return record_passage(office(), society_.clerk(),
                          {society_.clerk_id(), area.id, direction, at, PassageSource::by_hand});
  }

  Society society_;
  base::Moment morning_;
};

}  // namespace kenpo::safeguard
