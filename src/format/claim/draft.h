// A receipt before it is written: plain values, texts in UTF-8. The writer adds totals, counts,
// check digits of numbers made here, paddings and the character code.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "format/claim/layout.h"

namespace kenpo::format::claim {

inline constexpr std::size_t days_of_month_limit = 31;

/// How often on each day of the month, day 1 first.
using Days = std::array<std::uint8_t, days_of_month_limit>;

struct ProviderDraft {
  std::string reviewer = "1";
  std::string prefecture;  // 01 to 47
  std::string code;        // seven digits
  std::string name;        // full width, at most 20 characters
  std::string address;     // full width, at most 40 characters; the insurer's form only
  std::string telephone;
};

struct DiseaseDraft {
  std::string code = "0000999";  // 傷病名コード; 0000999 = not coded, then `name`
  base::Date started;
  char outcome = '1';
  std::string modifiers;  // four digits each
  std::string name;
  bool main = false;
};

/// A line of details: SI, IY, TO or CO.
struct DetailDraft {
  Record record = Record::si;
  std::string treatment;  // 診療識別; empty = as the line before
  char payer_set = '1';   // 負担区分
  std::string code;       // nine digits
  std::string quantity;   // 数量 or 使用量
  std::int64_t points = 0;  // 0 = not written (not the last line of its unit)
  Days days{};
  std::string text;       // CO: the comment. TO: the product
  std::string unit;       // TO: 単位コード
  std::string price;      // TO: 単価
  std::string comment_code;
  std::string comment_text;
};

struct PublicPayerDraft {
  std::string payer_number;      // eight digits
  std::string recipient_number;  // seven digits
  int days = 0;
  std::int64_t points = 0;
  std::int64_t charge_yen = 0;
};

struct StatementDraft {
  std::string kind;  // 症状詳記区分; empty = goes on
  std::string text;
};

/// One field of a record; the record id is field 1.
struct FieldDraft {
  std::size_t seq = 0;
  std::string text;
};

/// A record that only one kind of claim has: BU … of DPC, HS and SS, SH … of the pharmacy, IH … of
/// home nursing.
struct RowDraft {
  Record record = Record::unknown;
  std::vector<FieldDraft> fields;
};

/// Who has prescribed what a pharmacy dispenses.
struct PrescriberDraft {
  std::string prefecture;
  std::string point_table = "1";
  std::string code;  // seven digits
  std::string name;  // full width
  std::string doctor;
};

/// A correction of the reviewing organisation, in the insurer's form.
struct CorrectionDraft {
  char kind = '2';        // 1 add 2 change 3 remove
  std::uint32_t row = 0;  // of the claimed receipt, from 1; added rows stand behind it
  std::string reason;     // 事由コード
  std::string items;      // 事由対象項目番号, separated by ':'
  DetailDraft detail;     // the new line; its points may be lower
  std::optional<RowDraft> line;  // the new line of another kind of claim, instead of `detail`
  /// The new total of HO; then `row` is the row of HO and `detail` is not used.
  std::optional<std::int64_t> insurer_points;
};

struct ReceiptDraft {
  Service service = Service::medical;
  std::string management_number;  // レセプト管理番号, 9 to 16 digits
  std::string search_number;      // 検索番号, 17 to 30 digits
  std::string kind;               // レセプト種別, four digits
  base::Month treated_in;
  base::Month claimed_in;
  ProviderDraft provider;
  std::string name;       // full width, one space between family and given name
  std::string kana_name;  // full-width katakana, no space
  bool male = true;
  base::Date born;
  std::optional<base::Date> admitted_on;
  std::string benefit_percent;  // 給付割合
  std::string remarks;          // 特記事項, two digits each
  // Empty insurer number: public payers only.
  std::string insurer_number;
  std::string symbol;
  std::string number;
  std::string branch;  // two digits; written into SN
  int meals = 0;
  std::int64_t meals_yen = 0;
  std::optional<std::int64_t> charge_yen;
  std::string window_charge;  // MF; empty = no MF
  std::vector<PublicPayerDraft> public_payers;
  Days visits{};  // 1 = counted day
  std::vector<DiseaseDraft> diseases;
  std::vector<DetailDraft> details;
  std::vector<RowDraft> rows;  // behind the diseases and details, in their order
  PrescriberDraft prescriber;  // pharmacy
  std::vector<StatementDraft> statements;
  std::vector<CorrectionDraft> corrections;
  bool in_cost_notice = true;
};

/// Σ points × count of the lines that health insurance bears: 合計点数 of HO (home nursing: yen).
std::int64_t insured_points(const ReceiptDraft& draft);

}  // namespace kenpo::format::claim
