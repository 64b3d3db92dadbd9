// The people of a synthetic society, small enough that a million of them stay in memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "format/notification_csv/record.h"
#include "synthetic/names.h"
#include "synthetic/society.h"

namespace kenpo::synthetic {

struct Human {
  Name name;
  Sex sex = Sex::male;
  base::Date born;
};

/// An insured person's period at one establishment. Someone who comes back has a second one.
struct Insured {
  Human human;
  std::uint32_t serial = 0;  // of the invented 個人番号 and 基礎年金番号: one a human being
  std::uint32_t employer = 0;
  std::uint32_t number = 0;  // 被保険者整理番号
  std::int32_t pay_yen = 0;  // a month
  base::Date acquired;
  std::optional<base::Date> lost;
  std::optional<base::Month> revised;  // from when the pay of the latest 月額変更届 applies
  std::uint32_t first_dependent = 0;
  std::uint8_t dependents = 0;
  bool has_individual_number = true;  // the employer has notified it
  bool short_hours = false;
  bool two_workplaces = false;

  bool covered(base::Date day) const { return acquired <= day && (!lost || day < *lost); }
};

struct Dependent {
  Human human;
  std::uint32_t insured = 0;
  std::uint8_t branch = 1;
  std::uint8_t relation = 1;  // as the ledger file codes it
  base::Date from;
  std::optional<base::Date> until;
};

struct Employer {
  format::notification_csv::OfficeCode office;
  std::string symbol;  // 記号
  std::string name;
  std::string head_name;
  base::Date from;
  std::uint32_t weight = 0;  // summed with those before it
  std::uint32_t highest_number = 0;
  int bonus_day = 10;
};

struct Society {
  SocietyPlan plan;
  std::vector<Employer> employers;
  std::vector<Insured> insured;
  std::vector<Dependent> dependents;
  std::uint32_t highest_serial = 0;

  /// The month before the plan: the first with notifications.
  base::Month lead_in() const { return plan.last_month.plus(-plan.months); }
};

/// Twelve digits with the right check digit, another for every serial.
std::string individual_digits(const SocietyPlan& plan, std::uint32_t serial);

/// The establishments, the people and their families on the first day of the lead-in month.
Society draw_society(const SocietyPlan& plan);

std::vector<Employer> draw_employers(const SocietyPlan& plan);
std::uint32_t draw_employer(const Society& society, Draw& draw);
/// Monthly pay by age and sex, whole thousands of yen and more; the mean is about 400,000.
std::int32_t draw_pay(const Human& human, base::Date today, Draw& draw);
/// An adult of working age on the day.
Human draw_human(base::Date today, Draw& draw);
/// Adds an insured person with number and serial; families are drawn apart.
Insured& add_insured(Society& society, const Human& human, std::uint32_t employer,
                     base::Date acquired, Draw& draw);
/// Draws the dependents of an insured person as on `today`, at most `room` of them.
void draw_family(Society& society, std::uint32_t insured, base::Date today, int room, Draw& draw);

}  // namespace kenpo::synthetic
