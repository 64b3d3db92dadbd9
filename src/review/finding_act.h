// The reviewer at work: the list, one finding with the receipts side by side, the decision.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "claim/receipt_sheet.h"
#include "notice/gate.h"
#include "review/finding.h"
#include "review/request.h"
#include "review/review_run_act.h"
#include "review/review_run_store.h"
#include "store/database.h"

namespace kenpo::review {

inline constexpr notice::Operation finding_list{
    .name = "finding.list", .japanese = "内容点検の一覧の表示", .pairs = {review_pair}};
inline constexpr notice::Operation finding_show{
    .name = "finding.show", .japanese = "内容点検で見つかったものの表示", .pairs = {review_pair}};
inline constexpr notice::Operation finding_decide{.name = "finding.decide",
                                                  .japanese = "内容点検の判断",
                                                  .verb = notice::Verb::write,
                                                  .pairs = {review_pair}};

struct ReviewOffice {
  notice::Gate& gate;
  store::Database& database;
};

/// What is asked for; `offset` counts from the first of the filter.
struct FindingQuery {
  std::optional<base::Month> claimed_in = {};  // none: the newest month that has claims
  std::optional<FindingState> state = {};
  std::string check = {};
  std::int64_t offset = 0;
};
inline constexpr std::int64_t findings_of_a_page = 50;

/// A finding beside the receipt it is about.
struct FindingLine {
  Finding finding;
  claim::Claim claim;
};

struct FindingPage {
  base::Month claimed_in;
  FindingQuery query;
  std::vector<FindingLine> lines = {};
  std::int64_t count = 0;
  std::array<std::int64_t, finding_states_count> by_state{};
  std::vector<CheckRound> rounds = {};
  std::int64_t waiting_receipts = 0;  // of the month, not looked at by the rules in use
};
base::Result<FindingPage> list_findings(const ReviewOffice& office, const notice::Acting& acting,
                                        const FindingQuery& query);

/// One receipt as the screen shows it.
struct ShownReceipt {
  claim::Claim claim;
  claim::ReceiptSheet sheet;
};
struct FindingView {
  Finding finding;
  ShownReceipt receipt;
  std::optional<ShownReceipt> other = {};
  std::vector<FindingDecision> decisions = {};
  std::vector<Request> requests = {};      // about the receipt, with their results
  std::optional<FindingId> previous = {};  // of the same month and rule, undecided ones only
  std::optional<FindingId> next = {};
  std::int64_t position = 0;  // from 1, among the undecided of the month; 0: decided
  std::int64_t undecided = 0;
};
/// Refused: a finding outside the handler's establishments.
base::Result<std::optional<FindingView>> show_finding(const ReviewOffice& office,
                                                      const notice::Acting& acting,
                                                      const FindingId& id);

/// Decides. Refused: what has been sent or answered, a rule that has nothing to request with, a
/// request about a receipt that the reviewing organisation has not numbered, no words, too many.
base::Result<> decide_finding(const ReviewOffice& office, const notice::Acting& acting,
                              FindingDecision decision);

/// What may be decided about the finding now, with the reason of the first that speaks against.
base::Result<> may_decide(const Finding& finding, const claim::Claim& claim, Verdict verdict);

}  // namespace kenpo::review
