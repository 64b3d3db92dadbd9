#include "synthetic/events.h"

#include <algorithm>
#include <tuple>

namespace kenpo::synthetic {

namespace {

using base::Date;
using base::Month;
using format::notification_csv::LossCause;

// Rates in a thousand insured persons a month.
constexpr int leaving_permille = 8;
constexpr int leaving_in_march_permille = 30;
constexpr int joining_permille = 9;
constexpr int joining_in_april_permille = 31;
constexpr int revised_permille = 8;
constexpr int revised_in_july_permille = 40;  // after the rises of April
constexpr int bonus_permille = 880;           // in June and December
constexpr int other_bonus_permille = 4;
constexpr int death_permille = 10;  // of those who leave
/// From so many insured persons on, each month has someone for every rare case.
constexpr std::size_t rare_cases_from = 60;

// A bonus in months of pay, in hundredths: the mean of two a year is 1.24 million yen.
constexpr Quantile bonus_quantiles[] = {{0, 20},       {10'000, 70},  {50'000, 145},
                                        {90'000, 230}, {99'000, 400}, {100'000, 700}};

class MonthOfEvents {
 public:
  MonthOfEvents(Society& society, Month month)
      : society_(society), month_(month), draw_(society.plan.seed, Stream::events, month.index()) {}

  std::vector<Event> run() {
    const auto known = static_cast<std::uint32_t>(society_.insured.size());
    if (active_count() >= rare_cases_from) add_rare_cases();
    for (std::uint32_t at = 0; at < known; ++at) {
      if (society_.insured[at].lost || society_.insured[at].acquired >= month_.first_day())
        continue;
      leave_or_stay(at);
      pay(at);
    }
    join(known);
    std::ranges::sort(events_, {}, [](const Event& event) {
      return std::tuple(event.employer, event.on, event.kind != EventKind::loss, event.sequence);
    });
    return std::move(events_);
  }

 private:
  Insured& person(std::uint32_t at) { return society_.insured[at]; }

  Event& add(EventKind kind, std::uint32_t insured, Date on) {
    events_.push_back({.kind = kind,
                       .insured = insured,
                       .employer = person(insured).employer,
                       .on = on,
                       .sequence = static_cast<std::uint32_t>(events_.size()),
                       .amount_yen = 0,
                       .cause = LossCause::retirement});
    return events_.back();
  }

  void lose(std::uint32_t at, Date on, LossCause cause = LossCause::retirement) {
    person(at).lost = on;
    add(EventKind::loss, at, on).cause = cause;
  }

  std::size_t active_count() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        society_.insured, [](const Insured& insured) { return !insured.lost; }));
  }

  void leave_or_stay(std::uint32_t at) {
    const Date birthday = person(at).human.born.plus_years_clamped(75);
    if (birthday.in_month() == month_) return lose(at, birthday, LossCause::age_75);
    const int leaving = month_.month() == 3 ? leaving_in_march_permille : leaving_permille;
    if (!draw_.chance(leaving)) return;
    const Date ended = draw_.chance(600) ? month_.last_day() : a_day();
    lose(at, ended.plus_days(1),
         draw_.chance(death_permille) ? LossCause::death : LossCause::retirement);
  }

  Date a_day() { return month_.first_day().plus_days(draw_.between(0, month_.days() - 1)); }

  void pay(std::uint32_t at) {
    auto& insured = person(at);
    const Date first = month_.first_day();
    if (insured.lost && *insured.lost <= first) return;
    const bool bonus_month = month_.month() == 6 || month_.month() == 12;
    if (draw_.chance(bonus_month ? bonus_permille : other_bonus_permille)) add_bonus(at);
    if (insured.lost) return;
    if (revised(insured)) {
      const int percent = draw_.chance(800) ? draw_.between(112, 145) : draw_.between(60, 88);
      insured.pay_yen = static_cast<std::int32_t>(
          std::min<std::int64_t>(std::int64_t{insured.pay_yen} * percent / 100, 9'000'000));
      insured.revised = month_;
      add(EventKind::revision, at, first);
    } else if (month_.month() == 7 && insured.acquired < month_.plus(-1).first_day()) {
      add(EventKind::determination, at, first);
    }
  }

  /// A revision needs three full months of the changed pay.
  bool revised(const Insured& insured) {
    if (insured.acquired > month_.plus(-4).first_day()) return false;
    if (insured.revised && month_.since(*insured.revised) < 6) return false;
    return draw_.chance(month_.month() == 7 ? revised_in_july_permille : revised_permille);
  }

  void add_bonus(std::uint32_t at) {
    const auto& insured = person(at);
    const Date on =
        month_.first_day().plus_days(society_.employers[insured.employer].bonus_day - 1);
    // Paid before the loss, or after it in the month of loss.
    const auto hundredths = of_quantiles(bonus_quantiles, draw_);
    const auto amount =
        std::clamp<std::int64_t>(insured.pay_yen * hundredths / 100, 10'000, 9'999'999);
    add(EventKind::bonus, at, on).amount_yen = static_cast<std::int32_t>(amount);
  }

  std::uint32_t join(Date on) {
    const auto human = draw_human(month_.first_day(), draw_);
    const auto at = static_cast<std::uint32_t>(society_.insured.size());
    add_insured(society_, human, draw_employer(society_, draw_), on, draw_);
    add(EventKind::acquisition, at, on);
    return at;
  }

  /// New people in about the number of those who leave, with their families.
  void join(std::uint32_t known) {
    const int rate = month_.month() == 4 ? joining_in_april_permille : joining_permille;
    const auto count =
        std::max<std::uint32_t>(1, known / 1000 * static_cast<std::uint32_t>(rate) +
                                       known % 1000 * static_cast<std::uint32_t>(rate) / 1000);
    Draw families(society_.plan.seed, Stream::families, month_.index());
    constexpr int room = 10;
    for (std::uint32_t each = 0; each < count; ++each) {
      const auto at = join(draw_.chance(600) ? month_.first_day() : a_day());
      draw_family(society_, at, month_.first_day(), room, families);
    }
  }

  std::uint32_t someone() {
    for (;;) {
      const auto at = draw_.below(static_cast<std::uint32_t>(society_.insured.size()));
      const auto& insured = person(at);
      const Date birthday = insured.human.born.plus_years_clamped(75);
      if (!insured.lost && insured.acquired < month_.first_day() &&
          birthday.in_month() > month_.plus(1)) {
        return at;
      }
    }
  }

  /// A bonus in the month of loss; a return in the month of loss, to the same employer and under a
  /// new number; acquired and lost in one month; a bonus over every limit; a change of employer.
  void add_rare_cases() {
    const Date first = month_.first_day();
    const auto leaver = someone();
    add_bonus(leaver);
    lose(leaver, month_.last_day());

    auto returner = someone();
    while (!person(returner).has_individual_number) returner = someone();
    lose(returner, first.plus_days(6));
    const auto again = static_cast<std::uint32_t>(society_.insured.size());
    const auto before = person(returner);
    add_insured(society_, before.human, before.employer, first.plus_days(14), draw_);
    person(again).serial = before.serial;
    person(again).has_individual_number = true;
    person(again).pay_yen = before.pay_yen;
    add(EventKind::acquisition, again, first.plus_days(14));

    const auto brief = join(first.plus_days(3));
    lose(brief, first.plus_days(21));

    const auto earner = someone();
    add_bonus(earner);
    events_.back().amount_yen = 9'800'000;
    change_employer();
  }

  /// From one employer to another, who does not notify the individual number: the ledger has two
  /// people who look alike until somebody decides.
  void change_employer() {
    if (society_.employers.size() < 2) return;
    const Date on = month_.first_day().plus_days(9);
    const auto mover = someone();
    lose(mover, on);
    const auto again = static_cast<std::uint32_t>(society_.insured.size());
    const auto before = person(mover);
    const auto employers = static_cast<std::uint32_t>(society_.employers.size());
    add_insured(society_, before.human, (before.employer + 1) % employers, on, draw_);
    person(again).serial = before.serial;
    person(again).has_individual_number = false;
    person(again).pay_yen = before.pay_yen;
    add(EventKind::acquisition, again, on);
  }

  Society& society_;
  Month month_;
  Draw draw_;
  std::vector<Event> events_;
};

}  // namespace

std::vector<Event> draw_events(Society& society, Month month) {
  return MonthOfEvents(society, month).run();
}

}  // namespace kenpo::synthetic
