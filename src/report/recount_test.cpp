// The month's reports against a count by hand: sixty invented people of two employers, counted from
// what was notified, without the ledger's own rules.
#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "eligibility/dependent_act.h"
#include "report/bill_difference_act.h"
#include "report/journal_act.h"
#include "report/report_for_tests.h"
#include "report/statistics_act.h"
#include "report/statistics_rule.h"

namespace kenpo::report {
namespace {

using namespace test_support;
using base::Date;
using base::Month;
using base::Yen;

constexpr int people_count = 60;
constexpr std::int64_t million = 1'000'000;
constexpr int care_rate = 18'000;
constexpr int other_rates = 45'600 + 32'800 + 1'300 + 2'300;
constexpr int child_rate = 2'300;

struct Relative {
  bool man = false;
  Date born = {};
  Date from = {};
  std::optional<Date> until = {};
};
struct Human {
  int number = 0;
  bool at_shop = false;
  bool man = false;
  Date born = {};
  Date acquired = {};
  std::optional<Date> lost = {};
  int standard = 0;
  std::optional<Date> bonus_on = {};
  int bonus = 0;
  std::vector<Relative> relatives = {};
};

/// Whole years on the day, a year being full on the day before the birthday.
int years(Date born, Date on) {
  const auto next = on.plus_days(1);
  const bool before = std::pair(next.month(), next.day()) < std::pair(born.month(), born.day());
  return next.year() - born.year() - (before ? 1 : 0);
}

bool insured_on(const Human& one, Date on) {
  return one.acquired <= on && (!one.lost || on < *one.lost);
}

/// A month bears a premium from that of the acquisition to the one before the loss; both in one
/// month: that month (健康保険法156条3項).
bool charged_in(const Human& one, Month month) {
  if (month < one.acquired.in_month()) return false;
  return !one.lost || month < one.lost->in_month() || one.acquired.in_month() == month;
}

/// From the month of the day before the 40th birthday to the one before that of the 65th.
bool care_in_month(const Human& one, Month month) {
  const auto begins = Date::make(one.born.year() + 40, one.born.month(), one.born.day());
  const auto ends = Date::make(one.born.year() + 65, one.born.month(), one.born.day());
  return begins->plus_days(-1).in_month() <= month && month < ends->plus_days(-1).in_month();
}

/// In millionths of a yen.
std::int64_t owed_by_hand(const Human& one, Month month) {
  if (!charged_in(one, month)) return 0;
  const std::int64_t rates = other_rates + (care_in_month(one, month) ? care_rate : 0);
  std::int64_t owed = one.standard * rates;
  if (one.bonus_on && one.bonus_on->in_month() == month) owed += one.bonus * rates;
  return owed;
}

class RecountTest : public ReportTest {
 protected:
  RecountTest() {
    for (int at = 0; at < people_count; ++at) humans_.push_back(human(at));
    for (const bool at_shop : {false, true}) {
      const auto& place = at_shop ? shop_ : works_;
      std::vector<csv::Content> joined;
      std::vector<csv::Content> paid;
      std::vector<csv::Content> left;
      for (const auto& one : humans_) {
        if (one.at_shop != at_shop) continue;
        joined.emplace_back(acquired(one));
        if (one.bonus_on) paid.emplace_back(bonus(one));
        if (one.lost) left.emplace_back(gone(one));
      }
      for (const auto& contents : {std::ref(joined), std::ref(paid), std::ref(left)}) {
        take_file(place, contents.get());
      }
    }
    register_relatives();
    for (int month = 4; month <= 6; ++month) levy(month_of(2026, month));
  }
  int draw(int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random_);
  }
  Human human(int at) {
    constexpr std::array standards{98'000, 142'000, 200'000, 300'000, 410'000, 1'390'000};
    Human made{.number = at + 1,
               .at_shop = at % 3 == 0,
               .man = draw(0, 1) == 0,
               .born = day(draw(1953, 2005), draw(1, 12), draw(1, 28)),
               .acquired = day(2026, draw(3, 6), draw(1, 28)),
               .standard = standards.at(static_cast<std::size_t>(draw(0, 5)))};
    // At the edges of the care insurance, as of the summer of 2026.
    if (at % 10 == 1) made.born = day(1986, draw(4, 7), draw(1, 2));
    if (at % 10 == 2) made.born = day(1961, draw(4, 7), draw(1, 2));
    if (draw(0, 3) == 0) made.lost = made.acquired.plus_days(draw(1, 60));
    if (draw(0, 2) == 0) {
      made.bonus_on = made.acquired.plus_days(made.lost ? 0 : draw(0, 20));
      made.bonus = draw(1, 900) * 1000;
    }
    for (int relative = draw(0, 2); relative > 0; --relative) {
      made.relatives.push_back({.man = draw(0, 1) == 0,
                                .born = day(draw(1955, 2024), draw(1, 12), draw(1, 28)),
                                .from = made.acquired.plus_days(made.lost ? 0 : draw(0, 40)),
                                .until = made.lost ? std::optional(made.lost->plus_days(-1))
                                                   : std::nullopt});
    }
    return made;
  }
  static csv::Insured who(const Human& one) {
    // Kana that differ, so that nobody looks like another.
    constexpr std::array kana{"ｱ", "ｲ", "ｳ", "ｴ", "ｵ", "ｶ", "ｷ", "ｸ", "ｹ", "ｺ"};
    const auto letter = [&](int at) { return kana.at(static_cast<std::size_t>(at)); };
    const auto name =
        std::string("ﾐﾎﾝ ") + letter(one.number / 10) + letter(one.number % 10);
    return {std::to_string(one.number), name, "見本　人", one.born};
  }
  static csv::Acquisition acquired(const Human& one) {
    auto made = acquisition("1", one.acquired, one.standard);
    made.insured = who(one);
    made.kind = one.man ? csv::InsuredKind::male : csv::InsuredKind::female;
    return made;
  }
  static csv::BonusPayment bonus(const Human& one) {
    csv::BonusPayment made;
    made.insured = who(one);
    made.paid_on = *one.bonus_on;
    made.in_cash = made.total = Yen(one.bonus);
    return made;
  }
  static csv::Loss gone(const Human& one) {
    auto made = loss("1", *one.lost);
    made.insured = who(one);
    return made;
  }
  void take_file(const eligibility::Establishment& of, const std::vector<csv::Content>& contents) {
    if (contents.empty()) return;
    tick();
    auto ledger = this->ledger();
    must(eligibility::take_in_notifications(ledger, clerk(), file_of(of, contents), "届書.csv"));
    must(remuneration::determine_all(ledger, clerk(), {}));
  }
  void register_relatives() {
    std::vector<eligibility::DependentEntry> entries;
    for (const auto& one : humans_) {
      int branch = 0;
      for (const auto& relative : one.relatives) {
        entries.push_back({.line = 1,
                           .symbol = one.at_shop ? shop_.symbol : works_.symbol,
                           .number = std::to_string(one.number),
                           .branch = ++branch,
                           .relation = eligibility::Relation::other,
                           .name = "見本　家族",
                           .name_kana = "ミホン　カゾク",
                           .sex = relative.man ? eligibility::Sex::male : eligibility::Sex::female,
                           .born = relative.born,
                           .from = relative.from,
                           .until = relative.until});
      }
    }
    auto ledger = this->ledger();
    must(eligibility::register_dependents(ledger, clerk(), entries));
  }

  std::mt19937 random_{20'261'124};
  std::vector<Human> humans_;
};

void note(BySex& into, bool man) { ++(man ? into.men : into.women); }

TEST_F(RecountTest, TheMonthlyStatisticsAndTheAgeTableAreTheCountByHand) {
  auto ledger = this->ledger();
  for (int number = 3; number <= 7; ++number) {
    SCOPED_TRACE(number);
    const auto month = month_of(2026, number);
    const auto last = month.last_day();
    MonthStatistics by_hand{.month = month};
    for (const auto& one : humans_) {
      if (one.acquired.in_month() == month) note(by_hand.acquired, one.man);
      if (one.lost && one.lost->in_month() == month) note(by_hand.lost, one.man);
      if (one.bonus_on && one.bonus_on->in_month() == month) {
        ++by_hand.bonuses;
        by_hand.bonus_total += Yen(one.bonus);
      }
      if (!insured_on(one, last)) continue;
      const int age = years(one.born, last);
      note(by_hand.insured, one.man);
      note(by_hand.determined, one.man);
      (one.man ? by_hand.standard_men : by_hand.standard_women) += Yen(one.standard);
      note(by_hand.insured_by_age.at(static_cast<std::size_t>(age / 5)), one.man);
      if (age >= 40 && age < 65) note(by_hand.care_insured, one.man);
      for (const auto& relative : one.relatives) {
        if (last < relative.from || (relative.until && *relative.until < last)) continue;
        note(by_hand.dependents, relative.man);
        note(by_hand.dependents_by_age.at(
                 static_cast<std::size_t>(years(relative.born, last) / 5)),
             relative.man);
      }
    }
    const auto counted = must(show_statistics(ledger, clerk(), month));
    EXPECT_EQ(counted.insured, by_hand.insured);
    EXPECT_EQ(counted.dependents, by_hand.dependents);
    EXPECT_EQ(counted.care_insured, by_hand.care_insured);
    EXPECT_EQ(counted.acquired, by_hand.acquired);
    EXPECT_EQ(counted.lost, by_hand.lost);
    EXPECT_EQ(counted.determined, by_hand.determined);
    EXPECT_EQ(counted.standard_men, by_hand.standard_men);
    EXPECT_EQ(counted.standard_women, by_hand.standard_women);
    EXPECT_EQ(counted.bonuses, by_hand.bonuses);
    EXPECT_EQ(counted.bonus_total, by_hand.bonus_total);
    EXPECT_EQ(counted.insured_by_age, by_hand.insured_by_age);
    EXPECT_EQ(counted.dependents_by_age, by_hand.dependents_by_age);
    const auto rows = age_rows(counted);
    EXPECT_EQ(rows.back().back(), by_hand.insured.all() + by_hand.dependents.all());
  }
}

TEST_F(RecountTest, TheLevyJournalIsTheSumByHandCutOnceForEachEmployer) {
  auto ledger = this->ledger();
  for (int number = 4; number <= 6; ++number) {
    SCOPED_TRACE(number);
    const auto month = month_of(2026, number);
    const auto journal = must(show_journal(ledger, clerk(), month));
    EXPECT_EQ(journal.health_balance, Yen());
    EXPECT_EQ(journal.child_balance, Yen());
    Yen all;
    Yen of_lines;
    for (const bool at_shop : {false, true}) {
      std::int64_t owed = 0;
      std::int64_t child = 0;
      for (const auto& one : humans_) {
        if (one.at_shop != at_shop) continue;
        owed += owed_by_hand(one, month);
        if (!charged_in(one, month)) continue;
        child += std::int64_t{one.standard} * child_rate;
        if (one.bonus_on && one.bonus_on->in_month() == month) {
          child += std::int64_t{one.bonus} * child_rate;
        }
      }
      const auto& place = at_shop ? shop_ : works_;
      const auto line = std::ranges::find_if(journal.lines, [&](const JournalLine& each) {
        return each.symbol == place.symbol && each.month == month;
      });
      ASSERT_NE(line, journal.lines.end());
      EXPECT_EQ(line->amount.total(), Yen(owed / million));
      EXPECT_EQ(line->amount.child, Yen(child / million));
      const auto notice = must(premium::show_payment_notice(ledger, clerk(), place.id, month));
      EXPECT_EQ(notice.total, Yen(owed / million)) << "what is billed is what stands in the book";
      all += Yen(owed / million);
    }
    for (const auto& line : journal.lines) of_lines += line.amount.total();
    EXPECT_EQ(journal.total.total(), all);
    EXPECT_EQ(of_lines, all) << "no month but its own: nothing came late";
  }
}

TEST_F(RecountTest, TheListOfDifferencesNamesWhoseOweDiffersByHand) {
  auto ledger = this->ledger();
  for (int number = 5; number <= 6; ++number) {
    SCOPED_TRACE(number);
    const auto month = month_of(2026, number);
    std::int64_t different = 0;
    std::int64_t same = 0;
    std::int64_t sum = 0;
    for (const auto& one : humans_) {
      const auto before = owed_by_hand(one, month.plus(-1));
      const auto now = owed_by_hand(one, month);
      if (before == 0 && now == 0) continue;
      ++(before == now ? same : different);
      sum += now - before;
    }
    const auto found = must(show_bill_differences(ledger, clerk(), month, 0, people_count));
    EXPECT_EQ(found.people, different);
    EXPECT_EQ(found.unchanged, same);
    EXPECT_EQ(found.shown.size(), static_cast<std::size_t>(different));
    // Each person's amount is rounded to a yen for the list.
    EXPECT_LE(std::abs(found.sum.amount() - sum / million), different);
    Yen of_rows;
    for (const auto& row : found.shown) of_rows += row.difference();
    EXPECT_EQ(of_rows, found.sum);
  }
}

}  // namespace
}  // namespace kenpo::report
