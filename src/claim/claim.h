// A claim (レセプト) that the society has taken in, and what its eligibility check found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"

namespace kenpo::claim {

using ClaimId = base::Id<struct ClaimKind>;
/// One file that was taken in.
using IntakeId = base::CaseId;

enum class Sex : std::uint8_t { unknown, male, female };
enum class Patient : std::uint8_t { insured, dependent, unknown };
enum class Stay : std::uint8_t { inpatient, outpatient, unknown };
/// What it claims for; in the order of format/claim/layout.h.
enum class Service : std::uint8_t { medical, dpc, dental, pharmacy, nursing };
const char* wording(Service service);  // 「調剤」

/// What the eligibility check (資格点検) says of a claim.
enum class Standing : std::uint8_t {
  valid,               // 有効: insured on every day of treatment
  lapsed,              // 資格喪失後の受診: no day is covered, the period ended before
  partly_lapsed,       // 一部の診療日が喪失後
  before_acquisition,  // 資格取得前の受診
  days_unknown,        // 月の途中で得喪があり、診療日が分からない
  unknown_person,      // 該当者なし
  birth_differs,       // 生年月日の不一致
  sex_differs,         // 性別の不一致
  patient_differs,     // 本人・家族の誤り
};
inline constexpr std::size_t standings_count = 9;

/// 「資格喪失後の受診」
const char* wording(Standing standing);
/// The reviewer's six-digit reason (理由番号, コード情報ファイル記録条件仕様 R6.8) for sending the
/// claim back; nullptr where there is nothing to send back.
const char* reason_number(Standing standing);

/// The claim as the society keeps it: the head of the decided receipt and the bytes of all of it.
struct Claim {
  ClaimId id = ClaimId::draw();
  base::PersonId person = base::PersonId::draw();  // somebody not in the ledger when unknown
  /// Whose number the claim carries; none when nobody was found under it.
  std::optional<base::EstablishmentId> establishment = {};
  IntakeId intake = IntakeId::draw();
  base::Month claimed_in;  // 請求年月
  base::Month treated_in;  // 診療年月
  Stay stay = Stay::unknown;
  Service service = Service::medical;
  Standing standing = Standing::unknown_person;
  bool corrected = false;  // the reviewer has corrected it
  int findings = 0;        // what the content checks found

  std::string management_number;  // レセプト管理番号; empty in the provider's form
  std::string search_number;      // 検索番号
  std::string symbol;
  std::string number;
  std::string branch;
  std::string name;
  Sex sex = Sex::unknown;
  Patient patient = Patient::unknown;
  std::optional<base::Date> born;
  std::string institution;  // 都道府県, 点数表, 医療機関コード: ten digits
  std::string institution_name;
  std::string prescriber;       // of a pharmacy's claim, as `institution`; empty for others
  std::string prescriber_name;
  std::string remarks;           // 特記事項
  int days = 0;                  // 診療実日数
  std::uint32_t visit_days = 0;  // bit n - 1: a visit on day n (JD); 0 when the claim names none
  std::int64_t claimed_points = 0;  // home nursing: yen (see yen_of)
  std::int64_t decided_points = 0;
  bool in_cost_notice = false;
};

/// What so many points of the claim cost: ten yen a point (診療報酬の算定方法 1号), home nursing claims
/// yen (訪問看護療養費).
std::int64_t yen_of(const Claim& claim, std::int64_t points);

}  // namespace kenpo::claim
