// The dependents of an insured person.
#include <algorithm>

#include "synthetic/people.h"

namespace kenpo::synthetic {

namespace {

using base::Date;

// 続柄 of the ledger file.
constexpr std::uint8_t child = 1;
constexpr std::uint8_t parent = 3;
constexpr std::uint8_t husband = 101;
constexpr std::uint8_t wife = 102;

struct Adding {
  Society& society;
  std::uint32_t insured;
  Date today;
  int room;
  Draw& draw;
};

Human draw_relative(const Adding& adding, Sex sex, int age) {
  const auto& head = adding.society.insured[adding.insured].human;
  return {.name = draw_name_of_family(head.name, sex, adding.draw),
          .sex = sex,
          .born = adding.today.plus_years_clamped(-age).plus_days(-adding.draw.between(0, 364))};
}

void add(Adding& adding, const Human& human, std::uint8_t relation) {
  if (adding.room <= 0) return;
  --adding.room;
  auto& head = adding.society.insured[adding.insured];
  if (head.dependents == 0) {
    head.first_dependent = static_cast<std::uint32_t>(adding.society.dependents.size());
  }
  ++head.dependents;
  Dependent dependent{.human = human,
                      .insured = adding.insured,
                      .branch = head.dependents,
                      .relation = relation,
                      .from = std::max(head.acquired, human.born),
                      .until = std::nullopt};
  // Cover by the society ends with the 75th birthday (高齢者の医療の確保に関する法律52条).
  const Date birthday = human.born.plus_years_clamped(75);
  if (birthday <= adding.society.plan.last_month.last_day()) {
    dependent.until = std::max(birthday.plus_days(-1), dependent.from);
  }
  adding.society.dependents.push_back(dependent);
}

int children_count(Sex sex, int age, Draw& draw) {
  if (age < 28 || age > 58) return 0;
  if (sex == Sex::female && !draw.chance(250)) return 0;
  const int place = draw.between(0, 99);
  if (place < 45) return 0;
  if (place < 70) return 1;
  return place < 95 ? 2 : 3;
}

}  // namespace

void draw_family(Society& society, std::uint32_t insured, Date today, int room, Draw& draw) {
  Adding adding{society, insured, today, room, draw};
  const auto human = society.insured[insured].human;
  const int age = base::age_on(human.born, today);
  const bool male = human.sex == Sex::male;
  if (age >= 25 && draw.chance(male ? 360 : 20)) {
    const int spouse_age = std::clamp(age + draw.between(-8, 4), 20, 73);
    const auto spouse = draw_relative(adding, male ? Sex::female : Sex::male, spouse_age);
    add(adding, spouse, male ? wife : husband);
  }
  const int children = children_count(human.sex, age, draw);
  for (int each = 0; each < children; ++each) {
    const auto sex = draw.chance(512) ? Sex::male : Sex::female;
    const int oldest = std::min(age - 22, 22);
    add(adding, draw_relative(adding, sex, draw.between(std::max(0, oldest - 14), oldest)), child);
  }
  if (age >= 35 && age <= 53 && draw.chance(25)) {
    const auto sex = draw.chance(300) ? Sex::male : Sex::female;
    add(adding, draw_relative(adding, sex, std::min(age + draw.between(20, 30), 74)), parent);
  }
}

}  // namespace kenpo::synthetic
