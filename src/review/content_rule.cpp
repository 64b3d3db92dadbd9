#include "review/content_rule.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/tsv.h"
#include "review/single_rule.h"

namespace kenpo::review {

namespace {

using claim::Service;
using claim::Stay;
using Receipts = std::span<const ReceiptFacts>;

bool is_of_doctors(const ReceiptFacts& receipt) {
  return receipt.claim.service == Service::medical || receipt.claim.service == Service::dpc;
}

/// The newer of two receipts is the one to look at.
bool is_newer(const ReceiptFacts& one, const ReceiptFacts& other) {
  return std::tuple(one.claim.claimed_in, one.claim.id) >
         std::tuple(other.claim.claimed_in, other.claim.id);
}

FindingDraft pair_draft(const CheckRow& check, const ReceiptFacts& receipt,
                        const ReceiptFacts& other, std::string subject) {
  FindingDraft draft;
  draft.check = &check;
  draft.claim = receipt.claim.id;
  draft.other = other.claim.id;
  draft.subject = std::move(subject);
  return draft;
}

/// 重複請求: institution, month, kind, stay, days and points are the same.
void check_duplicate(Receipts receipts, const CheckRow& check, std::vector<FindingDraft>& found) {
  for (const auto& one : receipts) {
    for (const auto& other : receipts) {
      const auto& left = one.claim;
      const auto& right = other.claim;
      if (!is_newer(one, other) || left.institution != right.institution ||
          left.treated_in != right.treated_in || left.service != right.service ||
          left.stay != right.stay || left.decided_points != right.decided_points ||
          left.days != right.days || left.visit_days != right.visit_days) {
        continue;
      }
      auto draft = pair_draft(check, one, other, "");
      draft.evidence = "点数と診療日が同じです：" + day_words(days_of(one));
      draft.yen = claim::yen_of(left, left.decided_points);
      found.push_back(std::move(draft));
    }
  }
}

/// 縦覧: an act of the row, and a visit to the institution in the month before.
void check_again(Receipts receipts, const CheckRow& check, std::vector<FindingDraft>& found) {
  const auto codes = base::words_of(check.parameter);
  for (const auto& one : receipts) {
    for (const auto& item : one.items) {
      if (std::ranges::find(codes, std::string_view(item.code)) == codes.end()) continue;
      const auto before = std::ranges::find_if(receipts, [&](const ReceiptFacts& other) {
        return is_of_doctors(other) && other.claim.institution == one.claim.institution &&
               other.claim.treated_in == one.claim.treated_in.plus(-1);
      });
      if (before == receipts.end()) continue;
      auto draft = pair_draft(check, one, *before, item.code);
      draft.evidence = item.code + "：" + day_words(item.days) + "、前の月の受診 " +
                       day_words(days_of(*before));
      draft.yen = yen_of_points(one, item.points * item.count);
      draft.row = item.row;
      draft.branch = item.branch;
      found.push_back(std::move(draft));
    }
  }
}

struct Counted {
  int times = 0;
  std::int64_t points = 0;  // of one time, the highest
  const ReceiptFacts* receipt = nullptr;  // the newest that has it
  const ReceiptFacts* other = nullptr;
  const CountedItem* item = nullptr;
};

/// 縦覧・横覧: by institution, month and code, in and out of hospital together.
void check_times(Receipts receipts, const CheckRow& check, const MasterAnswers& masters,
                 std::vector<FindingDraft>& found) {
  std::map<std::tuple<std::string, base::Month, std::string>, Counted> counted;
  for (const auto& one : receipts) {
    for (const auto& item : one.items) {
      if (item.drug) continue;
      auto& sum = counted[{one.claim.institution, one.claim.treated_in, item.code}];
      sum.times += item.count;
      sum.points = std::max(sum.points, item.points);
      if (sum.receipt == nullptr || is_newer(one, *sum.receipt)) {
        if (sum.receipt != nullptr && sum.receipt != &one) sum.other = sum.receipt;
        sum.receipt = &one;
        sum.item = &item;
      } else if (sum.receipt != &one) {
        sum.other = &one;
      }
    }
  }
  for (const auto& [key, sum] : counted) {
    const auto& code = std::get<2>(key);
    const auto limits = masters.item(code, std::get<1>(key).first_day());
    if (!limits || !limits->times_a_month || sum.times <= *limits->times_a_month) continue;
    FindingDraft draft;
    draft.check = &check;
    draft.claim = sum.receipt->claim.id;
    if (sum.other != nullptr) draft.other = sum.other->claim.id;
    draft.subject = code;
    const int beyond = sum.times - *limits->times_a_month;
    draft.yen = yen_of_points(*sum.receipt, sum.points * beyond);
    draft.evidence = code + " " + limits->name + "：" + std::to_string(sum.times) +
                     "回、マスターの上限 " + std::to_string(*limits->times_a_month) + "回";
    draft.row = sum.item->row;
    draft.branch = sum.item->branch;
    found.push_back(std::move(draft));
  }
}

/// The receipts of the prescriber in the month of dispensing or the one before it: a prescription
/// of the last days of a month is dispensed in the next.
std::vector<const ReceiptFacts*> prescribed_by(Receipts receipts, const ReceiptFacts& pharmacy) {
  std::vector<const ReceiptFacts*> visits;
  for (const auto& one : receipts) {
    const int months = pharmacy.claim.treated_in.since(one.claim.treated_in);
    if (one.claim.service != Service::pharmacy && (months == 0 || months == 1) &&
        one.claim.institution == pharmacy.claim.prescriber) {
      visits.push_back(&one);
    }
  }
  return visits;
}

/// 突合: no receipt of whoever has prescribed it.
void check_no_visit(Receipts receipts, const CheckRow& check, std::vector<FindingDraft>& found) {
  for (const auto& one : receipts) {
    if (one.claim.service != Service::pharmacy || one.claim.prescriber.empty()) continue;
    if (!prescribed_by(receipts, one).empty()) continue;
    FindingDraft draft;
    draft.check = &check;
    draft.claim = one.claim.id;
    draft.evidence = "処方した医療機関 " + one.claim.prescriber;
    draft.yen = claim::yen_of(one.claim, one.claim.decided_points);
    found.push_back(std::move(draft));
  }
}

/// 突合: the same drug in the month, given by the prescriber and dispensed.
void check_drug_twice(Receipts receipts, const CheckRow& check, const MasterAnswers& masters,
                      std::vector<FindingDraft>& found) {
  for (const auto& one : receipts) {
    if (one.claim.service != Service::pharmacy || one.claim.prescriber.empty()) continue;
    for (const auto* visit : prescribed_by(receipts, one)) {
      if (visit->claim.treated_in != one.claim.treated_in) continue;
      std::set<std::string> told;
      for (const auto& item : one.items) {
        const auto given = std::ranges::find_if(visit->items, [&](const CountedItem& other) {
          return other.drug && other.code == item.code;
        });
        if (!item.drug || given == visit->items.end() || !told.insert(item.code).second) continue;
        auto draft = pair_draft(check, one, *visit, item.code);
        const auto limits = masters.item(item.code, one.claim.treated_in.first_day());
        draft.evidence = "医薬品 " + item.code + (limits ? " " + limits->name : "");
        draft.yen = yen_of_points(*visit, given->points * given->count);
        draft.row = item.row;
        draft.branch = item.branch;
        found.push_back(std::move(draft));
      }
    }
  }
}

/// The days of a stay without its first and last: on those somebody may have been elsewhere.
std::uint32_t inner_days(std::uint32_t days) {
  days &= days - 1;  // without the first
  std::uint32_t last = days;
  while ((last & (last - 1)) != 0) last &= last - 1;
  return days & ~last;
}

/// 横覧: an outpatient receipt on a day of a stay.
void check_while_inpatient(Receipts receipts, const CheckRow& check,
                           std::vector<FindingDraft>& found) {
  for (const auto& stay : receipts) {
    if (!is_of_doctors(stay) || stay.claim.stay != Stay::inpatient) continue;
    for (const auto& one : receipts) {
      if (one.claim.service != Service::medical || one.claim.stay != Stay::outpatient ||
          one.claim.treated_in != stay.claim.treated_in) {
        continue;
      }
      const auto both = inner_days(days_of(stay)) & days_of(one);
      if (both == 0) continue;
      auto draft = pair_draft(check, one, stay, "");
      draft.evidence = std::string(one.claim.institution == stay.claim.institution
                                       ? "入院と同じ医療機関の受診："
                                       : "入院と別の医療機関の受診：") +
                       day_words(both);
      draft.yen = claim::yen_of(one.claim, one.claim.decided_points);
      found.push_back(std::move(draft));
    }
  }
}

void check_all(Receipts receipts, const CheckRow& check, const MasterAnswers& masters,
               std::vector<FindingDraft>& found) {
  switch (check.kind) {
    case CheckKind::duplicate: return check_duplicate(receipts, check, found);
    case CheckKind::again_next_month: return check_again(receipts, check, found);
    case CheckKind::times_a_month: return check_times(receipts, check, masters, found);
    case CheckKind::no_visit: return check_no_visit(receipts, check, found);
    case CheckKind::drug_twice: return check_drug_twice(receipts, check, masters, found);
    case CheckKind::while_inpatient: return check_while_inpatient(receipts, check, found);
    default:
      for (const auto& receipt : receipts) check_one(receipt, check, masters, found);
  }
}

}  // namespace

MasterAnswers no_masters() {
  return {.item = [](std::string_view, base::Date) { return std::optional<ItemLimits>{}; },
          .icd = [](std::string_view, base::Date) { return std::string{}; }};
}

bool in_icd_blocks(std::string_view icd, std::string_view blocks) {
  constexpr std::size_t digits = 3;  // a letter and two digits
  const auto code = icd.substr(0, digits);
  if (code.size() < digits) return false;
  return std::ranges::any_of(base::words_of(blocks), [&](std::string_view block) {
    const auto dash = block.find('-');
    const auto first = block.substr(0, dash);
    const auto last = dash == std::string_view::npos ? first : block.substr(dash + 1);
    return first <= code && code <= last;
  });
}

std::vector<FindingDraft> check_receipts(std::span<const ReceiptFacts> receipts,
                                         std::span<const CheckRow* const> checks,
                                         const MasterAnswers& masters) {
  std::vector<FindingDraft> found;
  for (const auto* check : checks) check_all(receipts, *check, masters, found);
  return found;
}

}  // namespace kenpo::review
