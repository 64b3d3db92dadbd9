#include "analysis/range_act.h"

#include <algorithm>

#include "eligibility/establishment_act.h"

namespace kenpo::analysis {

base::Fault not_current() {
  return {{"この期間の分析用データがありません。", "There is no data of this period."},
          {"取り込んだ後の変更が、分析用の仮名データに入っていません。",
           "What has changed since is not in the pseudonymised data."},
          {"分析の画面で「仮名データを作る」を押してください。",
           "Make the pseudonymised data on the page of the analysis."},
          {}};
}

bool Range::holds_all(const std::vector<base::EstablishmentId>& ids) const {
  return std::ranges::all_of(ids, [&](const auto& id) { return holds(id); });
}

std::string Range::words(const base::EstablishmentId& id) const {
  const auto at = names.find(id);
  return at == names.end() ? "名簿にない事業所" : at->second;
}

base::Result<Range> range_of(eligibility::Ledger& ledger, const notice::Acting& acting,
                             const notice::Recorder& recorder) {
  Range range{.names = {}, .recorder = &recorder};
  for (const auto& each : KENPO_TRY(eligibility::establishments_beside(ledger, acting))) {
    range.names.emplace(each.id, each.symbol + " " + each.name);
  }
  return range;
}

std::vector<base::Month> current_months(const std::vector<MonthState>& states) {
  std::vector<base::Month> months;
  for (const auto& state : states) {
    if (state.current) months.push_back(state.claimed_in);
  }
  std::ranges::reverse(months);
  return months;
}

base::Result<base::Month> chosen(std::optional<base::Month> wanted,
                                 const std::vector<base::Month>& months) {
  if (!wanted && !months.empty()) return months.front();
  if (wanted && std::ranges::find(months, *wanted) != months.end()) return *wanted;
  return not_current();
}

}  // namespace kenpo::analysis
