// What the notifications say, as values. Item numbers stand in layout.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "base/date.h"
#include "base/individual_number.h"
#include "base/yen.h"
#include "format/notification_csv/dependents_record.h"
#include "format/notification_csv/insured.h"
#include "format/notification_csv/layout.h"

namespace kenpo::format::notification_csv {

/// The establishment's code of the pension agency (事業所整理記号).
struct OfficeCode {
  std::string prefecture;  // the agency's code, two digits
  std::string county;      // 郡市区符号, two digits
  std::string symbol;      // 事業所記号, one to four half-width letters, digits or kana (UTF-8)

  friend bool operator==(const OfficeCode&, const OfficeCode&) = default;
};

/// Line 1 and lines 3 and 4 of the file. Texts are UTF-8 of what was sent.
struct Head {
  OfficeCode office;
  std::string office_number;     // 事業所番号, one to five digits
  std::string attorney_number;   // 社会保険労務士 registration, eight digits; empty for an employer
  std::string attorney_name;
  int medium_serial = 1;         // 媒体通番, 1 to 999
  base::Date made_on;
  std::string postal_parent;     // three digits
  std::string postal_child;      // four digits
  std::string address;
  std::string name;
  std::string employer_name;
  std::array<std::string, 3> telephone;

  friend bool operator==(const Head&, const Head&) = default;
};

/// 種別: 5 to 7 are members of a pension fund (厚生年金基金).
enum class InsuredKind : std::uint8_t {
  male = 1, female = 2, pit_worker = 3, male_fund = 5, female_fund = 6, pit_worker_fund = 7,
};
/// 住所を記載できない理由.
enum class NoAddressReason : std::uint8_t { abroad = 1, short_stay = 2, other = 3 };
/// 資格喪失原因.
enum class LossCause : std::uint8_t {
  retirement = 4, death = 5, age_75 = 7, disability_recognised = 9, social_security_treaty = 11,
};
/// 昇給・降給区分.
enum class PayDirection : std::uint8_t { raised = 1, cut = 2 };

/// 資格取得届.
struct Acquisition {
  Insured insured;
  InsuredKind kind = InsuredKind::male;
  int acquisition_class = 1;  // 取得区分: 1, 3, 4, 6 or 7
  std::optional<base::IndividualNumber> individual_number;
  std::optional<NoAddressReason> no_address_reason;
  std::string individual_number_remark;
  std::optional<PensionNumber> pension_number;
  base::Date acquired_on;
  bool has_dependents = false;
  base::Yen pay_in_cash;
  base::Yen pay_in_kind;
  base::Yen pay_total;  // 9,999,999 stands for ten million and more
  bool seventy_or_over = false;
  bool two_workplaces = false;
  bool short_time_worker = false;
  bool rehired_after_retirement = false;
  std::string remark;
  std::string postal_parent;
  std::string postal_child;
  std::string address_kana;
  std::string address;
  bool seventy_or_over_only = false;
  bool wants_certificate = false;  // 資格確認書発行要否

  friend bool operator==(const Acquisition&, const Acquisition&) = default;
};

/// 資格喪失届.
struct Loss {
  Insured insured;
  std::optional<base::IndividualNumber> individual_number;
  std::optional<PensionNumber> pension_number;
  base::Date lost_on;
  LossCause cause = LossCause::retirement;
  std::optional<base::Date> ended_on;  // 退職日・死亡日
  bool remark_item_1 = false;
  bool remark_item_2 = false;
  std::string remark;
  std::optional<int> certificates_attached;
  std::optional<int> certificates_not_returned;
  bool seventy_not_applicable = false;
  std::optional<base::Date> seventy_ended_on;
  bool seventy_or_over_only = false;

  friend bool operator==(const Loss&, const Loss&) = default;
};

/// One of the three months of pay.
struct PayMonth {
  int month = 1;      // month of payment, 1 to 12
  int base_days = 0;  // 支払基礎日数, 0 to 31
  base::Yen in_cash;
  base::Yen in_kind;
  base::Yen total;    // 9,999,999 stands for ten million and more

  friend bool operator==(const PayMonth&, const PayMonth&) = default;
};

/// Items 5 to 42, which 算定基礎届 and 月額変更届 share.
struct MonthlyPay {
  Insured insured;
  base::Month applies_from;
  std::optional<base::Yen> previous_health;
  std::optional<base::Yen> previous_pension;
  std::optional<base::Month> previous_from;
  std::optional<int> change_month;
  std::optional<PayDirection> change;
  std::optional<int> back_pay_month;
  std::optional<base::Yen> back_pay;
  std::array<PayMonth, 3> months;
  base::Yen total;
  base::Yen average;
  std::optional<base::Yen> corrected_average;
  std::optional<base::IndividualNumber> individual_number;
  std::optional<PensionNumber> pension_number;

  friend bool operator==(const MonthlyPay&, const MonthlyPay&) = default;
};

/// 算定基礎届.
struct RegularDetermination {
  MonthlyPay pay;
  bool seventy_or_over = false;
  std::string seventy_months;  // digits as sent
  bool two_workplaces = false;
  bool revision_expected = false;
  bool joined_midway = false;
  bool on_leave = false;
  bool short_time_worker = false;
  bool part_time = false;
  bool annual_average = false;
  std::string remark;
  bool seventy_or_over_only = false;

  friend bool operator==(const RegularDetermination&, const RegularDetermination&) = default;
};

/// 月額変更届.
struct Revision {
  MonthlyPay pay;
  bool seventy_or_over = false;
  bool two_workplaces = false;
  bool short_time_worker = false;
  std::string reason;
  bool health_only = false;
  std::string remark;
  bool seventy_or_over_only = false;

  friend bool operator==(const Revision&, const Revision&) = default;
};

/// 賞与支払届.
struct BonusPayment {
  Insured insured;
  base::Date paid_on;
  base::Yen in_cash;
  base::Yen in_kind;
  base::Yen total;  // cut to 1,000 yen; 9,999,999 or 9,999,000 stands for ten million and more
  std::optional<base::IndividualNumber> individual_number;
  std::optional<PensionNumber> pension_number;
  bool seventy_or_over = false;
  bool two_workplaces = false;
  std::optional<int> first_paid_day;  // of several payments in the month, 1 to 31
  bool seventy_or_over_only = false;

  friend bool operator==(const BonusPayment&, const BonusPayment&) = default;
};

/// In the order of `Form`.
using Content = std::variant<Acquisition, Loss, RegularDetermination, Revision, BonusPayment,
                             Dependents>;

inline Form form_of(const Content& content) { return static_cast<Form>(content.index()); }

}  // namespace kenpo::format::notification_csv
