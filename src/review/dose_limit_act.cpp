#include "review/dose_limit_act.h"

#include <algorithm>
#include <unordered_map>

#include "claim/master_store.h"
#include "eligibility/scope.h"
#include "review/dose_limit_store.h"
#include "review/request_store.h"
#include "store/under.h"

namespace kenpo::review {

namespace of_doses {

using base::Result;
using format::master::Kind;
using notice::Acting;
using notice::Permit;
using notice::Purpose;

/// The name of a code, or of the first drug of an ingredient, as the masters stand.
Result<std::string> name_of_drug(const store::View& view, const DoseLimit& limit) {
  std::string name;
  KENPO_TRY(claim::each_master_item(view, Kind::drug, [&](const claim::StandingItem& each) {
    const auto& item = each.item.item;
    if (name.empty() && is_about(limit, item.code, item.price_code)) name = item.name;
  }));
  return name;
}

bool is_dose(const std::string& check) {
  const auto* row = find_check(check);
  return row != nullptr &&
         (row->kind == CheckKind::dose_amount || row->kind == CheckKind::dose_days);
}

/// What the finding is about: the code of its limit, which stands last in its key (dose_rule.cpp).
std::string drug_of(const Finding& finding) {
  const auto subject = finding.key.substr(finding.key.rfind(' ') + 1);
  return subject.substr(0, subject.find('/'));
}

Result<std::unordered_map<std::string, CheckEffect>> effects_of_drugs(
    const store::View& view, const FindingAccess& access) {
  std::unordered_map<std::string, CheckEffect> effects;
  std::unordered_map<std::string, std::string> drug_of_finding;
  KENPO_TRY(each_finding(view, access, [&](const Finding& finding) {
    if (!is_dose(finding.check) || finding.state == FindingState::gone) return;
    const auto drug = drug_of(finding);
    drug_of_finding.emplace(finding.id.text(), drug);
    count(finding, effects[drug]);
  }));
  for (const auto& request : KENPO_TRY(all_requests(view, access))) {
    const auto drug = drug_of_finding.find(std::string(request.finding.text()));
    if (drug != drug_of_finding.end()) count(request, effects[drug->second]);
  }
  return effects;
}

base::Fault refusal(base::Words what, base::Words mend) {
  return base::refusal(std::move(what), std::move(mend));
}

Result<> check_limit(const store::View& view, const DoseLimit& limit) {
  if (!is_dose_drug(limit.drug)) {
    return refusal({"医薬品のコードではありません。", "No code of a drug."},
                   {"6から始まる9桁の医薬品コードか、薬価基準コードの先頭7文字から12文字を入れて"
                    "ください。",
                    "Enter nine digits from 6 on, or 7 to 12 characters of the price code."});
  }
  const auto amount = limit.most_hundred_thousandths.value_or(1);
  const auto times = limit.most_times.value_or(1);
  if (amount <= 0 || amount > dose_amount_limit || times <= 0 || times > dose_times_limit ||
      limit.basis.empty()) {
    return refusal({"上限または根拠が足りません。", "A limit or its basis lacks."},
                   {"0より大きい上限と、添付文書などの根拠を入れてください。",
                    "Enter a limit above 0 and its basis."});
  }
  if (limit.ends()) {
    const auto before = KENPO_TRY(list_dose_limits(view));
    const bool any = std::ranges::any_of(before, [&](const DoseLimit& each) {
      return each.drug == limit.drug && each.way == limit.way && each.from <= limit.from &&
             !each.ends();
    });
    if (any) return base::Done{};
    return refusal({"終わらせる上限がありません。", "There is no limit to end."},
                   {"量か日数の上限を入れてください。", "Enter a limit of amount or days."});
  }
  if (!KENPO_TRY(name_of_drug(view, limit)).empty()) return base::Done{};
  return refusal({"取り込んだ医薬品マスターにないコードです。",
                  "The loaded master of drugs does not have the code."},
                 {"コードを確かめ、医薬品マスターを取り込んでください。",
                  "Check the code and load the master of drugs."});
}

}  // namespace of_doses

using namespace of_doses;

Result<std::vector<DoseLimitLine>> list_dose_limit_lines(const ReviewOffice& office,
                                                         const Acting& acting) {
  return store::read_under<dose_limit_list>(
      office, acting,
      [&](const Permit<dose_limit_list>& permit,
          const store::View& view) -> Result<std::vector<DoseLimitLine>> {
        if (!eligibility::unlimited(permit.recorder())) return rules_are_of_all();
        const FindingAccess access(permit.grant<Purpose::benefit_examination_and_payment>());
        const auto effects = KENPO_TRY(effects_of_drugs(view, access));
        std::vector<DoseLimitLine> lines;
        for (auto& limit : KENPO_TRY(list_dose_limits(view))) {
          DoseLimitLine line;
          line.name = KENPO_TRY(name_of_drug(view, limit));
          const auto effect = effects.find(limit.drug);
          if (effect != effects.end()) line.effect = effect->second;
          line.limit = std::move(limit);
          lines.push_back(std::move(line));
        }
        return lines;
      });
}

Result<> enter_dose_limit(const ReviewOffice& office, const Acting& acting, DoseLimit limit) {
  return store::write_under<dose_limit_enter>(
      office, acting,
      [&](const Permit<dose_limit_enter>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        if (!eligibility::unlimited(permit.recorder())) return rules_are_of_all();
        KENPO_TRY(check_limit(transaction, limit));
        limit.by = std::get<base::StaffId>(acting.actor);
        limit.at = now;
        return put(transaction, limit);
      });
}

}  // namespace kenpo::review
