#include "review/review_run_act.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>

#include "base/decimal.h"
#include "base/hash.h"
#include "claim/claim_check_store.h"
#include "claim/claim_store.h"
#include "claim/master_store.h"
#include "review/dose_limit_store.h"
#include "review/finding_store.h"
#include "review/inquiry_store.h"
#include "review/request_store.h"
#include "review/review_run_store.h"
#include "store/under.h"

namespace kenpo::review {

namespace {

using base::Month;
using base::PersonId;
using base::Result;
using notice::Access;
using notice::Acting;
using notice::Category;
using notice::Gate;
using notice::Permit;
using notice::Purpose;

/// People of one portion: some seconds of work that a cut-off repeats.
constexpr std::size_t people_a_portion = 2000;

/// What store/under.h asks of an office.
struct GatedDatabase {
  Gate& gate;
  store::Database& database;
};

/// A receipt that waits to be looked at, and the mark that it gets. Without a mark: the neighbour
/// of a receipt that has gone to another person.
struct Unmarked {
  claim::ClaimId claim = claim::ClaimId::draw();
  std::string mark = {};
  bool seen = false;  // looked at before, under other rules or otherwise
};
struct Waiting {
  PersonId person = PersonId::draw();
  std::vector<Unmarked> receipts;
};

/// What a round does, fixed at its beginning: the rules, and the people with unmarked receipts.
struct Round {
  Month claimed_in;
  std::vector<const CheckRow*> checks = {};
  std::string rules = {};
  std::vector<Waiting> waiting = {};
  std::set<claim::ClaimId> returned = {};
  std::vector<DoseLimit> doses = {};
};
using WaitingPeople = std::map<PersonId, std::vector<Unmarked>>;

/// Whoever lost a receipt is looked at again beside what they still have of its month.
Result<> add_neighbours(const store::View& view, const FindingAccess& access,
                        const std::vector<claim::Claim>& seen, WaitingPeople& waiting) {
  for (const auto& moved : seen) {
    for (const auto& person : KENPO_TRY(claim::earlier_people(view, access, moved.id))) {
      if (person == moved.person) continue;
      auto& receipts = waiting[person];
      for (const auto& each : KENPO_TRY(claim::claims_of(view, access, person, moved.treated_in))) {
        if (std::ranges::find(receipts, each.id, &Unmarked::claim) == receipts.end()) {
          receipts.push_back({.claim = each.id});
        }
      }
    }
  }
  return base::Done{};
}

/// Whether a receipt with the mark need not be looked at again.
bool stands(std::string_view before, std::string_view now, LookAt which) {
  if (before == now) return true;
  const auto of_receipt = [](std::string_view mark) { return mark.substr(mark.find(':')); };
  return which == LookAt::changed && of_receipt(before) == of_receipt(now);
}

Result<Round> begin_round(const Permit<review_run>& permit, const store::View& view,
                          Month claimed_in, LookAt which, base::Date today) {
  const FindingAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
  Round round{.claimed_in = claimed_in};
  round.checks = KENPO_TRY(checks_in_use(view, today));
  round.rules = KENPO_TRY(rules_name(view, round.checks));
  round.doses = KENPO_TRY(list_dose_limits(view));
  round.returned = KENPO_TRY(returned_claims(view, access));
  const auto marked = KENPO_TRY(marked_claims(view, claimed_in));
  WaitingPeople waiting;
  std::vector<claim::Claim> seen;
  KENPO_TRY(claim::each_claim(view, access, claimed_in, [&](const claim::Claim& claim) {
    const auto at = marked.find(std::string(claim.id.text()));
    auto mark = mark_of(round.rules, claim,
                        round.returned.contains(claim.id) ? Returned::yes : Returned::no);
    if (at != marked.end() && stands(at->second, mark, which)) return;
    if (at != marked.end()) seen.push_back(claim);
    waiting[claim.person].push_back({claim.id, std::move(mark), at != marked.end()});
  }));
  KENPO_TRY(add_neighbours(view, access, seen, waiting));
  for (auto& [person, receipts] : waiting) {
    round.waiting.push_back({person, std::move(receipts)});
  }
  return round;
}

/// One portion of the work, in one transaction.
class Portion {
 public:
  Portion(store::Transaction& transaction, const FindingAccess& access, const Round& round,
          base::Moment now)
      : transaction_(transaction),
        access_(access),
        round_(round),
        now_(now),
        masters_(masters_of(transaction)) {
    masters_.doses = round.doses;
  }

  Result<> look_at(const PersonId& person, const std::vector<Unmarked>& fresh) {
    KENPO_TRY(follow(person, fresh));
    const auto receipts = KENPO_TRY(receipts_of(person, fresh));
    const auto drafts = check_receipts(receipts, round_.checks, masters_);
    KENPO_TRY(settle(person, receipts, drafts));
    for (const auto& each : fresh) {
      if (each.mark.empty()) continue;
      KENPO_TRY(put_mark(transaction_, each.claim, round_.claimed_in, each.mark));
      ++report.receipts;
    }
    return base::Done{};
  }

  ReviewReport report;

 private:
  /// What was found and decided about a receipt goes where the receipt has gone.
  Result<> follow(const PersonId& person, const std::vector<Unmarked>& fresh) {
    for (const auto& each : fresh) {
      if (!each.seen) continue;
      for (auto& finding : KENPO_TRY(findings_about(transaction_, access_, each.claim))) {
        if (finding.person == person) continue;
        const auto claim = KENPO_TRY(claim::find_claim(transaction_, access_, each.claim));
        if (claim) finding.establishment = claim->establishment;
        KENPO_TRY(move_finding(transaction_, access_, finding, person));
        KENPO_TRY(move_inquiry(transaction_, access_, finding.id, person));
        KENPO_TRY(move_requests(transaction_, access_, each.claim, person));
      }
    }
    return base::Done{};
  }

  Result<std::vector<ReceiptFacts>> receipts_of(const PersonId& person,
                                                const std::vector<Unmarked>& fresh) {
    std::vector<ReceiptFacts> receipts;
    for (auto& claim : KENPO_TRY(claim::claims_of(transaction_, access_, person))) {
      const auto months = round_.claimed_in.since(claim.treated_in);
      const bool is_fresh = std::ranges::find(fresh, claim.id, &Unmarked::claim) != fresh.end();
      if (!is_fresh && (months < 0 || months > months_looked_back + 1)) continue;
      if (round_.returned.contains(claim.id)) continue;
      const auto bytes = KENPO_TRY(claim::claim_bytes(transaction_, access_, claim.id));
      receipts.push_back(facts_of(std::move(claim), bytes));
      receipts.back().fresh = is_fresh;
    }
    return receipts;
  }

  /// What stands and still holds stays; what is new and touches a fresh receipt is kept; what
  /// nobody has decided and no longer holds, or whose receipt was returned, is gone.
  Result<> settle(const PersonId& person, const std::vector<ReceiptFacts>& receipts,
                  const std::vector<FindingDraft>& drafts) {
    std::map<std::string, const FindingDraft*> holds;
    for (const auto& draft : drafts) holds.emplace(key_of(draft), &draft);
    std::set<std::string> known;
    for (const auto& finding : KENPO_TRY(findings_of(transaction_, access_, person))) {
      const bool was_looked_at =
          receipt_of(receipts, finding.claim) != nullptr || round_.returned.contains(finding.claim);
      if (finding.state == FindingState::gone) continue;
      known.insert(finding.key);
      if (finding.state != FindingState::open || !was_looked_at || holds.contains(finding.key)) {
        continue;
      }
      KENPO_TRY(put_state(transaction_, access_, finding.id, FindingState::gone));
      ++report.gone;
    }
    for (const auto& [key, draft] : holds) {
      if (known.contains(key)) continue;
      const auto* receipt = receipt_of(receipts, draft->claim);
      const auto* other = draft->other ? receipt_of(receipts, *draft->other) : nullptr;
      if (!receipt->fresh && (other == nullptr || !other->fresh)) continue;
      KENPO_TRY(keep(*receipt, *draft, key));
    }
    return base::Done{};
  }

  static const ReceiptFacts* receipt_of(const std::vector<ReceiptFacts>& receipts,
                                        const claim::ClaimId& id) {
    const auto at = std::ranges::find(receipts, id,
                                      [](const ReceiptFacts& each) { return each.claim.id; });
    return at == receipts.end() ? nullptr : &*at;
  }

  Result<> keep(const ReceiptFacts& receipt, const FindingDraft& draft, const std::string& key) {
    const auto& claim = receipt.claim;
    ++report.found;
    return add(transaction_, access_,
               Finding{.person = claim.person,
                       .claim = claim.id,
                       .other = draft.other,
                       .establishment = claim.establishment,
                       .check = std::string(draft.check->id),
                       .severity = draft.check->severity,
                       .claimed_in = round_.claimed_in,
                       .treated_in = claim.treated_in,
                       .yen = draft.yen,
                       .found_at = now_,
                       .key = key,
                       .evidence = draft.evidence,
                       .row = draft.row,
                       .branch = draft.branch});
  }

  store::Transaction& transaction_;
  const FindingAccess& access_;
  const Round& round_;
  base::Moment now_;
  MasterAnswers masters_;
};

/// Looks at the people from `first` on, at most a portion of them.
Result<ReviewReport> run_portion(const Permit<review_run>& permit, store::Transaction& transaction,
                                 const Round& round, std::size_t first, base::Moment now) {
  const FindingAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
  Portion portion(transaction, access, round, now);
  const auto end = std::min(round.waiting.size(), first + people_a_portion);
  for (auto at = first; at < end; ++at) {
    KENPO_TRY(portion.look_at(round.waiting[at].person, round.waiting[at].receipts));
  }
  KENPO_TRY(put(transaction, CheckRound{.ran_at = now,
                                        .claimed_in = round.claimed_in,
                                        .receipts = portion.report.receipts,
                                        .found = portion.report.found,
                                        .gone = portion.report.gone}));
  return portion.report;
}

}  // namespace

Result<ReviewReport> review_month(Gate& gate, store::Database& database, const Acting& acting,
                                  Month claimed_in, const base::TellProgress& tell, LookAt which) {
  const GatedDatabase office{gate, database};
  const auto round = KENPO_TRY(store::read_under<review_run>(
      office, acting,
      [&](const Permit<review_run>& permit, const store::View& view) -> Result<Round> {
        return begin_round(permit, view, claimed_in, which, gate.clock().now().day());
      }));
  ReviewReport report;
  for (std::size_t first = 0; first < round.waiting.size(); first += people_a_portion) {
    const auto done = KENPO_TRY(store::write_under<review_run>(
        office, acting,
        [&](const Permit<review_run>& permit, store::Transaction& transaction,
            base::Moment now) -> Result<ReviewReport> {
          return run_portion(permit, transaction, round, first, now);
        }));
    report.receipts += done.receipts;
    report.found += done.found;
    report.gone += done.gone;
    if (tell) tell({report.receipts, 0, {"レセプトの内容点検", "checking contents of claims"}});
  }
  return report;
}

Result<std::vector<const CheckRow*>> checks_in_use(const store::View& view, base::Date day) {
  const auto choices = KENPO_TRY(standing_choices(view));
  std::vector<const CheckRow*> used;
  for (const auto& row : check_rows()) {
    const auto choice = std::ranges::find_if(choices, [&](const CheckChoice& each) {
      return each.check == row.id && each.from <= day;
    });
    const bool off = choice != choices.end() && !choice->used;
    if (!off && row.holds_on(day)) used.push_back(&row);
  }
  return used;
}

Result<std::string> rules_name(const store::View& view,
                               const std::vector<const CheckRow*>& checks) {
  std::string text;
  for (const auto& edition : KENPO_TRY(claim::latest_master_editions(view))) {
    text += base::hexadecimal(edition.sha256);
  }
  for (const auto* check : checks) {
    for (const auto part : {check->id, check->parameter, check->title}) {
      text += part;
      text += '\t';
    }
  }
  for (const auto& limit : KENPO_TRY(list_dose_limits(view))) {
    text += limit.drug + "\t" + wording(limit.way) + "\t" + limit.from.iso() + "\t" +
            std::to_string(limit.most_hundred_thousandths.value_or(0)) + "\t" +
            std::to_string(limit.most_times.value_or(0)) + "\n";
  }
  constexpr std::size_t characters = 16;
  return base::sha256_hex(text).substr(0, characters);
}

Result<std::int64_t> count_waiting(const store::View& view, const FindingAccess& access,
                                   Month claimed_in, const std::string& rules) {
  const auto total = KENPO_TRY(claim::count_claims(view, access, {.claimed_in = claimed_in}));
  return total - KENPO_TRY(count_marked(view, claimed_in, rules));
}

MasterAnswers masters_of(const store::View& view) {
  using format::master::Kind;
  struct Known {
    std::unordered_map<std::string, std::optional<ItemLimits>> items;
    std::unordered_map<std::string, std::string> icds;
  };
  const auto known = std::make_shared<Known>();
  // Masters change on the first of a month: the month belongs to the question.
  const auto question = [](std::string_view code, base::Date day) {
    return std::string(code) + day.in_month().iso();
  };
  return {
      .item = [&view, known, question](std::string_view code,
                                       base::Date day) -> std::optional<ItemLimits> {
        const auto [at, is_new] = known->items.try_emplace(question(code, day));
        if (!is_new || code.empty() || (code[0] != '1' && code[0] != '6')) return at->second;
        const auto found = claim::find_master_item(
            view, code[0] == '1' ? Kind::act : Kind::drug, code, day);
        if (!found.ok() || !*found) return at->second;
        const auto& item = (*found)->item;
        constexpr int price_decimals = 2;
        at->second =
            ItemLimits{.name = item.name,
                       .youngest = item.youngest,
                       .below_age = item.below_age,
                       .times_a_month = item.times_limit,
                       .price_code = item.price_code,
                       .price_hundredths =
                           base::scaled_decimal(item.amount, price_decimals).value_or(0)};
        return at->second;
      },
      .icd = [&view, known, question](std::string_view code, base::Date day) -> std::string {
        const auto [at, is_new] = known->icds.try_emplace(question(code, day));
        if (!is_new) return at->second;
        const auto found = claim::find_master_item(view, Kind::disease, code, day);
        if (found.ok() && *found) at->second = (*found)->item.icd;
        return at->second;
      }};
}

}  // namespace kenpo::review
