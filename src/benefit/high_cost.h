// High-cost medical expense and additional benefits of a household and month as the society keeps
// them: what was computed, what was proposed of it, what was decided and paid.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/plain.h"
#include "benefit/month_benefit.h"
#include "certificate/limit_class.h"
#include "remuneration/basis_text.h"

namespace kenpo::benefit {

using ResultId = base::Id<struct HighCostResultKind>;
using AwardId = base::Id<struct HighCostAwardKind>;

/// Why it was computed.
enum class ComputedFor : std::uint8_t {
  month = 1,   // the month's work
  change = 2,  // eligibility, remuneration, a paper, a claim or 療養費 has changed
  asked = 3,   // somebody asked for it
};
std::string_view wording(ComputedFor cause);

/// More units than a household has in a month: a result with more is refused.
inline constexpr std::size_t household_units_limit = 300;

/// A unit with whom and where it was.
struct UnitRecord {
  base::PersonId person;
  std::string institution;       // ten digits; of a pharmacy its prescriber
  std::string institution_name;
  int receipts = 0;
  MonthUnit unit;
  friend bool operator==(const UnitRecord&, const UnitRecord&) = default;
};

/// A part of the derivation under its heading.
struct BasisPart {
  std::string heading;
  std::vector<remuneration::BasisLine> lines;
};

/// What a household is due for a month, by the facts of the moment. A new fact makes a new result;
/// the one before it stays.
struct HighCostResult {
  ResultId id = ResultId::draw();
  base::PersonId insured;
  base::EstablishmentId establishment;
  base::Month month = {};  // of treatment
  MonthBenefit benefit = {};
  certificate::LimitClass of = certificate::LimitClass::u;
  Frequent frequent = Frequent::no;
  Doubts doubts = 0;
  ComputedFor cause = ComputedFor::month;
  std::vector<UnitRecord> units = {};
  base::Moment computed_at = {};

  /// Whether the other says the same: cause, id and moment are not compared.
  bool same_as(const HighCostResult& other) const {
    return insured == other.insured && month == other.month && benefit == other.benefit &&
           of == other.of && frequent == other.frequent && doubts == other.doubts &&
           units == other.units;
  }
};

/// What is left to give: yen of each benefit; less than zero is to be paid back.
struct Amounts {
  base::Yen high_cost = {};
  base::Yen insured_addition = {};
  base::Yen family_addition = {};
  base::Yen combined_addition = {};
  base::Yen nursing_addition = {};
  base::Yen outpatient_year = {};  // 外来年間合算の高額療養費

  base::Yen addition() const {
    return insured_addition + family_addition + combined_addition + nursing_addition;
  }
  base::Yen total() const { return high_cost + outpatient_year + addition(); }
  /// Whether none of them is to be paid back.
  bool gives() const;
  bool is_zero() const { return *this == Amounts{}; }
  friend Amounts operator-(const Amounts& left, const Amounts& right);
  friend Amounts operator+(const Amounts& left, const Amounts& right);
  friend bool operator==(const Amounts&, const Amounts&) = default;
};
Amounts amounts_of(const MonthBenefit& benefit);

enum class AwardStep : std::uint8_t {
  decided = 1,   // 支給決定
  refused = 2,   // 見送り: a person decided not to
  replaced = 3,  // a newer calculation took its place before anybody decided
  paid = 4,      // 支払済み
};
enum class AwardState : std::uint8_t { proposed, decided, refused, replaced, paid };
std::string_view wording(AwardState state);

struct AwardEvent {
  AwardStep step = AwardStep::decided;
  base::Date on = {};
  base::Moment at = {};
  std::optional<base::StaffId> by = {};
  std::string reason = {};
};

/// What an award is about: a month of treatment, or the year of outpatient care that ends with it.
enum class AwardKind : std::uint8_t { month = 0, outpatient_year = 1 };

/// 支給の案・決定: the difference between a result and what was decided for the month before it.
struct Award {
  AwardId id = AwardId::draw();
  base::PersonId insured;
  base::EstablishmentId establishment;
  AwardKind kind = AwardKind::month;
  base::Month month = {};
  ResultId result = ResultId::draw();
  Amounts amounts = {};
  base::Moment made_at = {};
  /// Of a year that was judged before its last day: when (基準日).
  std::optional<base::Date> base_day = {};
  std::vector<AwardEvent> events = {};

  AwardState state() const;
  /// Decided, whether the money has left or not.
  bool counts() const { return state() == AwardState::decided || state() == AwardState::paid; }
};

/// What the letter says. It goes to the insured person and names no institution and nobody who was
/// treated: a dependent may be protected from the insured person.
struct AwardLetter {
  Award award;
  std::string name = {};
  std::vector<std::string> address = {};  // empty: the post does not reach the person
  base::Span claimable = {};
};

/// 「世帯の区分が分からない」…: what is to be looked at.
std::vector<std::string> words_of(Doubts doubts);

}  // namespace kenpo::benefit
