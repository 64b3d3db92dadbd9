// Who is treated in a month.
#include <algorithm>

#include "synthetic/receipts.h"

namespace kenpo::synthetic {

namespace {

using base::Date;
using base::Span;
using Place = ReceiptMaker::Place;

/// Three draws with this chance: 0.6 receipts outside hospital a member and month.
int receipt_permille(int age) {
  if (age < 7) return 330;
  if (age < 19) return 180;
  if (age < 40) return 155;
  return age < 65 ? 205 : 290;
}
constexpr int inpatient_permille = 10;
constexpr int after_loss_permille = 250;
constexpr int before_acquisition_permille = 200;

class MonthOfTreatment {
 public:
  MonthOfTreatment(const Society& society, base::Month month, Draw& draw)
      : society_(society), month_{month.first_day(), month.last_day()}, draw_(draw) {}

  void treat(const Insured& insured) {
    treat(insured, insured.human, 0, insured.acquired, last_day(insured));
    for (std::uint32_t at = 0; at < insured.dependents; ++at) {
      const auto& dependent = society_.dependents[insured.first_dependent + at];
      auto until = last_day(insured);
      if (dependent.until) until = std::min(until, *dependent.until);
      treat(insured, dependent.human, dependent.branch, dependent.from, until);
    }
  }

  std::vector<Treated> treated;

 private:
  Date last_day(const Insured& insured) const {
    return insured.lost ? std::min(insured.lost->plus_days(-1), month_.to) : month_.to;
  }

  void add(const Insured& head, const Human& human, int branch, Span days, Place place) {
    treated.push_back({{&human, &head, branch, days}, place});
  }

  void treat(const Insured& head, const Human& human, int branch, Date from, Date to) {
    const Span covered{std::max(from, month_.from), std::min(to, month_.to)};
    if (covered.from <= covered.to) {
      const int permille = receipt_permille(base::age_on(human.born, month_.from));
      for (int each = 0; each < 3; ++each) {
        if (draw_.chance(permille)) add(head, human, branch, covered, Place::outpatient);
      }
      if (draw_.chance(inpatient_permille)) add(head, human, branch, covered, Place::inpatient);
    }
    out_of_cover(head, human, branch);
  }

  /// Treated though the cover has ended in this month or the one before, or begins later in it.
  void out_of_cover(const Insured& head, const Human& human, int branch) {
    if (head.lost && month_.from.plus_months_clamped(-1) <= *head.lost && *head.lost <= month_.to &&
        draw_.chance(after_loss_permille)) {
      const bool partly = head.acquired < month_.from && draw_.chance(300);
      const auto from = partly ? month_.from : std::max(*head.lost, month_.from);
      add(head, human, branch, {from, month_.to}, Place::outpatient);
    }
    if (month_.from < head.acquired && head.acquired <= month_.to && human.born < month_.from &&
        draw_.chance(before_acquisition_permille)) {
      add(head, human, branch, {month_.from, head.acquired.plus_days(-1)}, Place::outpatient);
    }
  }

  const Society& society_;
  Span month_;
  Draw& draw_;
};

}  // namespace

std::vector<Treated> draw_treated(const Society& society, base::Month treated_in,
                                  std::uint32_t first, std::uint32_t last, Draw& draw) {
  MonthOfTreatment month(society, treated_in, draw);
  for (std::uint32_t at = first; at < last; ++at) month.treat(society.insured[at]);
  return std::move(month.treated);
}

}  // namespace kenpo::synthetic
