// The table of the society's published notice (公表事項, section 1): which personal information may be
// used for which purpose. This is the first file to read. Nothing in the program may read or write
// personal information but under one of these 43 pairs, or under a statutory basis (statutory.h).
//
// The words people read stand in notice/notice.txt; notice_test proves that this table and that
// text are the same, cell by cell.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace kenpo::notice {

/// 個人情報の類型: the 15 categories of personal information, in the notice's order.
enum class Category : std::uint8_t {
  eligibility,  // 資格に関する情報
  member_income,  // 被保険者及び被扶養者の収入に関する情報
  dependent_household,  // 被扶養者(被扶養者になろうとする者を含む)及びその同居家族の収入及び身分関係に関する情報
  successor_insurer,  // 資格喪失者が加入する保険者に関する情報
  cash_benefit,  // 現金給付に関する情報
  medical_claim,  // レセプトに関する情報
  bank_account,  // 加入者の口座情報
  health_checkup,  // 健康診査に関する情報
  health_guidance,  // 保健指導に関する情報
  health_programme_subsidy,  // 保健事業(各種補助)に関する情報
  work_status,  // 被保険者の労務状況に関する情報
  physician_inquiry,  // 医師等への照会で得た療養状況に関する情報
  third_party_act,  // 第三者行為(交通事故等)に関する情報
  assembly_member,  // 当組合の議員に関する情報
  society_staff,  // 当組合の従業員に関する情報
};
inline constexpr std::size_t categories_count = 15;

/// 利用目的: the 37 purposes of use, in the order in which the notice first names them.
enum class Purpose : std::uint8_t {
  member_administration,  // 加入者の管理
  standard_remuneration_determination,  // 標準報酬月額の決定
  premium_collection,  // 保険料の徴収
  certificate_issuance,  // 各種証の発行管理
  online_eligibility_linkage,  // オンライン資格確認システムへの連携
  number_act_information_linkage,  // 番号法に基づく情報連携
  resident_registry_matching,  // 住基情報との突合確認
  dependent_recognition_and_verification,  // 被扶養者の認定・検認
  elderly_and_reduction_certificate_issuance,  // 高齢受給者証及び標準負担額減額認定証の発行管理
  claim_reassignment,  // レセプト振替の実施
  inter_insurer_settlement,  // 保険者間調整の実施
  benefit_examination_and_payment,  // 保険給付の審査・支払
  medical_cost_notice,  // 医療費通知の発行
  medical_cost_analysis,  // 加入者の健康管理及び施策立案を目的とした医療費分析
  high_cost_grant_application,  // 健康保険組合連合会に対する高額医療交付金の申請
  benefit_payment,  // 保険給付の支払
  subsidy_payment,  // 補助金の支払
  premium_refund,  // 保険料等の還付
  checkup_encouragement,  // 未受診者への受診勧奨
  guidance_target_selection,  // 保健指導対象者の特定
  checkup_result_analysis,  // 加入者の健康管理及び施策立案を目的とした健診結果の分析
  medical_visit_encouragement,  // 要医療者に対する受診勧奨
  specific_checkup_report,  // 国に対する特定健診の実績報告
  guidance_encouragement,  // 保健指導の利用勧奨
  guidance_result_analysis,  // 加入者の健康管理及び施策立案を目的とした保健指導結果の分析
  specific_guidance_report,  // 国に対する特定保健指導の実績報告
  programme_user_administration,  // 利用者の管理
  subsidy_examination_and_payment,  // 補助金の審査・支払
  sickness_allowance_examination_and_payment,  // 傷病手当金の審査・支払
  maternity_allowance_examination_and_payment,  // 出産手当金の審査・支払
  medical_expense_examination_and_payment,  // 療養費の審査・支払
  third_party_recovery,  // 加害者及び保険会社に対する求償
  assembly_and_board_communication,  // 組合会・理事会に関する連絡
  election_administration,  // 選挙の実施
  training,  // 研修の実施
  employment_administration,  // 雇用の管理
  employee_welfare,  // 福利厚生の提供
};
inline constexpr std::size_t purposes_count = 37;

/// One cell of the table: this category may be used for this purpose.
struct Pair {
  Category category;
  Purpose purpose;

  friend constexpr bool operator==(const Pair&, const Pair&) = default;
};

/// The 43 published pairs, numbered from 1 in the notice's order.
inline constexpr std::array<Pair, 43> published_pairs = [] {
  using enum Category;
  using enum Purpose;
  return std::array<Pair, 43>{{
      {eligibility, member_administration},
      {eligibility, standard_remuneration_determination},
      {eligibility, premium_collection},
      {eligibility, certificate_issuance},
      {eligibility, online_eligibility_linkage},
      {eligibility, number_act_information_linkage},
      {eligibility, resident_registry_matching},
      {member_income, dependent_recognition_and_verification},
      {member_income, elderly_and_reduction_certificate_issuance},
      {dependent_household, dependent_recognition_and_verification},
      {successor_insurer, claim_reassignment},
      {successor_insurer, inter_insurer_settlement},
      {cash_benefit, benefit_examination_and_payment},
      {cash_benefit, number_act_information_linkage},
      {medical_claim, benefit_examination_and_payment},
      {medical_claim, medical_cost_notice},
      {medical_claim, medical_cost_analysis},
      {medical_claim, high_cost_grant_application},
      {bank_account, benefit_payment},
      {bank_account, subsidy_payment},
      {bank_account, premium_refund},
      {health_checkup, checkup_encouragement},
      {health_checkup, guidance_target_selection},
      {health_checkup, checkup_result_analysis},
      {health_checkup, medical_visit_encouragement},
      {health_checkup, specific_checkup_report},
      {health_checkup, online_eligibility_linkage},
      {health_guidance, guidance_encouragement},
      {health_guidance, guidance_result_analysis},
      {health_guidance, specific_guidance_report},
      {health_programme_subsidy, programme_user_administration},
      {health_programme_subsidy, subsidy_examination_and_payment},
      {work_status, sickness_allowance_examination_and_payment},
      {work_status, maternity_allowance_examination_and_payment},
      {physician_inquiry, sickness_allowance_examination_and_payment},
      {physician_inquiry, medical_expense_examination_and_payment},
      {third_party_act, third_party_recovery},
      {assembly_member, assembly_and_board_communication},
      {assembly_member, election_administration},
      {assembly_member, training},
      {society_staff, employment_administration},
      {society_staff, training},
      {society_staff, employee_welfare},
  }};
}();

/// Whether the notice publishes the pair. The other 512 of the 15 × 37 cells are refused.
constexpr bool is_published(Category category, Purpose purpose) {
  for (const Pair& pair : published_pairs) {
    if (pair == Pair{category, purpose}) return true;
  }
  return false;
}

/// A pair that the notice publishes.
template <Category category, Purpose purpose>
concept Published = is_published(category, purpose);

/// A set of published pairs, one bit each: bit 0 is pair 1 of the notice.
using PairMask = std::uint64_t;

/// The pair's bit, or 0 when the notice does not publish it.
constexpr PairMask mask_of(Pair pair) {
  for (std::size_t at = 0; at < published_pairs.size(); ++at) {
    if (published_pairs[at] == pair) return PairMask{1} << at;
  }
  return 0;
}

inline constexpr PairMask all_pairs = (PairMask{1} << published_pairs.size()) - 1;

}  // namespace kenpo::notice
