// A receipt (レセプト) as it stands in a file: a view over its lines, and its head in types.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/date.h"
#include "format/claim/issue.h"
#include "format/claim/line.h"

namespace kenpo::format::claim {

/// The four digits of レセプト種別 (別表5).
enum class Scheme : std::uint8_t { unknown, health_insurance, public_only, late_elderly, retired };
enum class Patient : std::uint8_t {
  unknown,
  insured,                // 本人
  preschool,              // 未就学
  dependent,              // 家族
  elderly,                // 高齢受給者 一般・低所得
  elderly_seven_tenths,   // 高齢受給者 7割
  public_payer,           // 公費のみ
};
enum class Stay : std::uint8_t { unknown, inpatient, outpatient };

struct ReceiptKind {
  Scheme scheme = Scheme::unknown;
  Patient patient = Patient::unknown;
  Stay stay = Stay::unknown;
  std::uint8_t payers_count = 0;  // 1 to 5
  char point_table = ' ';         // 1 医科 3 歯科 4 調剤 6 訪問看護

  friend bool operator==(const ReceiptKind&, const ReceiptKind&) = default;
};
/// nullopt for digits that the table does not hold.
std::optional<ReceiptKind> receipt_kind(std::string_view digits);

/// 特記事項: up to five codes of two digits.
bool has_remark(std::string_view remarks, std::string_view code);
inline constexpr std::string_view third_party_remark = "10";  // 第三: an act of a third party

enum class Sex : std::uint8_t { unknown, male, female };

/// A public payer (公費) of a receipt: the record KO.
struct PublicPayer {
  std::string_view payer_number;
  std::string_view recipient_number;
  int days = 0;
  std::int64_t points = 0;
  std::int64_t charge_yen = 0;
};
inline constexpr std::size_t public_payers_limit = 4;

/// 診療報酬の算定方法 1号: one point is ten yen.
inline constexpr std::int64_t yen_of_point = 10;

/// The head of a receipt. Texts are CP932 bytes of the file (base/cp932 reads them), dates that do
/// not exist are nullopt (and a finding). A field that the form does not have stays empty.
struct ReceiptHead {
  Service service = Service::medical;
  // MN, RE
  std::string_view management_number;  // レセプト管理番号: the key among insurers, 9 to 16 digits
  std::string_view search_number;      // 検索番号
  std::string_view receipt_number;     // in the provider's file
  ReceiptKind kind;
  std::optional<base::Month> treated_in;
  std::string_view name;
  std::string_view kana_name;
  Sex sex = Sex::unknown;
  std::optional<base::Date> born;
  std::optional<base::Date> admitted_on;
  int benefit_percent = 0;             // 給付割合; 0 = not written
  std::string_view burden_class;       // 負担額区分
  std::string_view remarks;            // 特記事項
  char section = ' ';                  // DPC: レセプト総括区分
  // RE of the pharmacy: who has prescribed; the key to the medical receipt
  std::string_view prescriber_prefecture;
  std::string_view prescriber_table;   // 点数表
  std::string_view prescriber_code;    // seven digits
  std::string_view prescriber_name;
  // HO; the branch from SN
  bool insured_by_health_insurance = false;  // a record HO exists
  std::string_view insurer_number;     // without the spaces in front
  std::string_view symbol;
  std::string_view number;
  std::string_view branch;
  int days = 0;
  std::int64_t points = 0;             // home nursing: yen, as in all points of its receipts
  int meals = 0;
  std::int64_t meals_yen = 0;
  std::optional<std::int64_t> charge_yen;  // 負担金額
  std::string_view work_reason;        // 職務上の事由
  std::string_view window_charge;      // MF 窓口負担額区分
  // KO
  std::array<PublicPayer, public_payers_limit> public_payers{};
  std::uint8_t public_payers_count = 0;
  // IR
  std::string_view reviewer;           // 1 支払基金, 2 国保連
  std::string_view prefecture;
  std::string_view provider_code;      // seven digits
  std::string_view provider_name;
  std::optional<base::Month> claimed_in;
  // EX
  bool in_cost_notice = false;         // 医療費通知対象
  std::string_view transferred_to;     // 振替先保険者番号

  /// The points that count for a file's total: of the insurer, or of the first public payer.
  std::int64_t counted_points() const {
    return insured_by_health_insurance ? points : public_payers[0].points;
  }
  /// What the counted points cost.
  std::int64_t counted_yen() const {
    return service == Service::nursing ? counted_points() : counted_points() * yen_of_point;
  }
  /// Payers as the file's total counts them.
  unsigned payers() const {
    return (insured_by_health_insurance ? 1u : 0u) + public_payers_count;
  }
};

/// Reads the head from the lines of one version of a receipt.
ReceiptHead head_of(std::span<const Line> lines);

/// One receipt. Everything is valid until the receiver returns.
struct Receipt {
  std::string_view bytes;            // as they stand in the file, line ends too
  std::span<const Line> lines;       // all of them, in the order of the file
  std::span<const Line> claimed;     // データ識別 1: as the provider claimed it (請求)
  std::span<const Line> decided;     // with the reviewer's corrections (決定); else the same
  const ReceiptHead* claimed_head = nullptr;
  const ReceiptHead* decided_head = nullptr;
  std::span<const Finding> findings;
  bool corrected = false;            // the reviewer has corrected it (JY)
};

}  // namespace kenpo::format::claim
