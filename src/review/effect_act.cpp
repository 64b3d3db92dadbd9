#include "review/effect_act.h"

#include <algorithm>
#include <map>

#include "eligibility/scope.h"
#include "review/request_store.h"
#include "store/under.h"

namespace kenpo::review {

namespace {

using base::Result;
using notice::Acting;
using notice::Permit;
using notice::Purpose;

constexpr std::size_t reason_characters_limit = 600;  // bytes of 200 characters

void count_finding(const Finding& finding, std::vector<CheckEffect>& effects) {
  const auto at = std::ranges::find_if(effects, [&](const CheckEffect& each) {
    return each.check->id == finding.check;
  });
  if (at == effects.end() || finding.state == FindingState::gone) return;
  count(finding, *at);
}

void count_request(const Request& request, std::vector<CheckEffect>& effects,
                   std::map<base::Month, MonthEffect>& months) {
  if (request.result && request.result->end == RequestEnd::dropped) return;
  const auto at = std::ranges::find_if(effects, [&](const CheckEffect& each) {
    return each.check->id == request.check;
  });
  if (at == effects.end()) return;
  count(request, *at);
  if (!request.result) return;
  const auto& result = *request.result;
  const int upheld = result.reduction > base::Yen() ? 1 : 0;
  const auto in = result.processed_in.value_or(result.at.day().in_month());
  auto& month = months[in];
  month.processed_in = in;
  ++month.answered;
  month.upheld += upheld;
  month.reduction += result.reduction;
}

Result<Effects> effects_of(const Permit<effect_show>& permit, const store::View& view,
                           base::Date today) {
  if (!eligibility::unlimited(permit.recorder())) return rules_are_of_all();
  const FindingAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
  const auto used = KENPO_TRY(checks_in_use(view, today));
  Effects effects;
  for (const auto& row : check_rows()) {
    effects.checks.push_back(
        {.check = &row, .used = std::ranges::find(used, &row) != used.end()});
  }
  KENPO_TRY(each_finding(view, access, [&](const Finding& finding) {
    count_finding(finding, effects.checks);
  }));
  std::map<base::Month, MonthEffect> months;
  for (const auto& request : KENPO_TRY(all_requests(view, access))) {
    count_request(request, effects.checks, months);
  }
  for (const auto& [month, effect] : months) effects.months.push_back(effect);
  std::ranges::reverse(effects.months);
  return effects;
}

}  // namespace

base::Fault rules_are_of_all() {
  return base::refusal({"点検の規則は、全事業所を担当する人が扱います。",
                        "Rules are for handlers of the whole society."},
                       {"担当の範囲を確かめてください。", "Look at your range."});
}

void count(const Finding& finding, CheckEffect& effect) {
  ++effect.found;
  effect.open += finding.state == FindingState::open ? 1 : 0;
  effect.no_problem += finding.state == FindingState::no_problem ? 1 : 0;
}

void count(const Request& request, CheckEffect& effect) {
  if (request.result && request.result->end == RequestEnd::dropped) return;
  ++effect.requested;
  if (!request.result) return;
  ++effect.answered;
  effect.upheld += request.result->reduction > base::Yen() ? 1 : 0;
  effect.reduction += request.result->reduction;
}

Result<Effects> show_effects(const ReviewOffice& office, const Acting& acting) {
  return store::read_under<effect_show>(
      office, acting,
      [&](const Permit<effect_show>& permit, const store::View& view) -> Result<Effects> {
        return effects_of(permit, view, office.gate.clock().now().day());
      });
}

Result<> choose_check(const ReviewOffice& office, const Acting& acting, const std::string& check,
                      Use use, const std::string& reason) {
  return store::write_under<check_choose>(
      office, acting,
      [&](const Permit<check_choose>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        if (!eligibility::unlimited(permit.recorder())) return rules_are_of_all();
        const auto* row = find_check(check);
        if (row == nullptr || reason.empty() || reason.size() > reason_characters_limit) {
          return base::refusal({"規則または理由がありません。", "A rule or a reason is missing."},
                               {"規則を選び、理由を200字までで入れてください。",
                                "Choose a rule and give a reason."});
        }
        const auto used = KENPO_TRY(checks_in_use(transaction, now.day()));
        const bool is_used = std::ranges::find(used, row) != used.end();
        if (is_used == (use == Use::on)) {
          return base::refusal({"もうそのようになっています。", "It is so already."},
                               {"一覧を確かめてください。", "Look at the list."});
        }
        return put(transaction, CheckChoice{.check = check,
                                            .used = use == Use::on,
                                            .reason = reason,
                                            .by = std::get<base::StaffId>(acting.actor),
                                            .from = now.day(),
                                            .at = now});
      });
}

}  // namespace kenpo::review
