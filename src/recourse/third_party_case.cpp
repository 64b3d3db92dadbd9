#include "recourse/third_party_case.h"

#include <algorithm>

namespace kenpo::recourse {

base::Words wording(Paper paper) {
  switch (paper) {
    case Paper::notification:
      return {"第三者行為による傷病届", "notification of an act of a third party"};
    case Paper::report:
      return {"事故発生状況報告書", "report of the accident"};
    case Paper::pledge:
      return {"念書", "acknowledgement"};
    case Paper::consent:
      return {"同意書", "consent"};
    case Paper::undertaking:
      return {"誓約書(相手方)", "undertaking of the third party"};
    case Paper::certificate:
      return {"交通事故証明書", "certificate of a traffic accident"};
  }
  return {};
}

base::Words wording(CaseStepKind kind) {
  switch (kind) {
    case CaseStepKind::sent:
      return {"書類の送付", "papers sent"};
    case CaseStepKind::received:
      return {"書類の受領", "paper received"};
    case CaseStepKind::reminded:
      return {"督促", "reminder"};
    case CaseStepKind::remark:
      return {"メモ", "remark"};
    case CaseStepKind::closed:
      return {"終了", "closed"};
  }
  return {};
}

std::set<Paper> ThirdPartyCase::received() const {
  std::set<Paper> papers;
  for (const auto& step : steps) {
    if (step.kind == CaseStepKind::received && step.paper) papers.insert(*step.paper);
  }
  return papers;
}

std::vector<Paper> ThirdPartyCase::missing() const {
  const auto here = received();
  std::vector<Paper> papers;
  for (std::size_t number = 1; number <= papers_count; ++number) {
    const auto paper = static_cast<Paper>(number);
    if (is_needed(paper) && !here.contains(paper)) papers.push_back(paper);
  }
  return papers;
}

bool ThirdPartyCase::closed() const {
  return std::ranges::any_of(
      steps, [](const CaseStep& step) { return step.kind == CaseStepKind::closed; });
}

std::optional<base::Date> ThirdPartyCase::asked_on() const {
  std::optional<base::Date> day;
  for (const auto& step : steps) {
    const bool asks = step.kind == CaseStepKind::sent || step.kind == CaseStepKind::reminded;
    if (asks && (!day || *day < step.on)) day = step.on;
  }
  return day;
}

}  // namespace kenpo::recourse
