#include "certificate/holder_fact.h"

namespace kenpo::certificate {

std::string_view wording(TaxStatus status) {
  return status == TaxStatus::no_income ? "世帯全員が非課税で所得なし"
                                        : "被保険者が市町村民税非課税";
}

std::string_view wording(Application application) {
  switch (application) {
    case Application::confirmation:
      return "資格確認書交付申請";
    case Application::limit:
      return "限度額適用認定申請";
    case Application::reduction:
      return "限度額適用・標準負担額減額認定申請";
    case Application::disease:
      return "特定疾病療養受療証交付申請";
    case Application::relief:
      return "基準収入額適用申請";
  }
  return "不明";
}

std::string_view wording(ApplicationOutcome outcome) {
  switch (outcome) {
    case ApplicationOutcome::invited:
      return "案内対象";
    case ApplicationOutcome::accepted:
      return "認定";
    case ApplicationOutcome::refused:
      return "不認定";
  }
  return "不明";
}

std::string_view wording(CardFact::Source source) {
  switch (source) {
    case CardFact::Source::entered:
      return "画面で入力";
    case CardFact::Source::monthly_list:
      return "毎月の一覧";
    case CardFact::Source::application:
      return "申請";
    case CardFact::Source::notification:
      return "届書";
  }
  return "不明";
}

}  // namespace kenpo::certificate
