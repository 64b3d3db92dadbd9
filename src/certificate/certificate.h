// A paper that the society issues to a member (各種証): which, to whom, from when to when, and
// where it is. Health Insurance Act art 51-3, Regulation arts 47 to 53, 99, 103-2, 105.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/id.h"
#include "base/yen.h"
#include "certificate/limit_class.h"
#include "eligibility/person.h"

namespace kenpo::certificate {

/// A paper as it is decided over time: the same id through all its decisions.
using CertificateId = base::Id<struct CertificateKind>;
/// A print run: the papers that are printed, counted and released together.
using RunId = base::Id<struct PrintRunKind>;

enum class Kind : std::uint8_t {
  confirmation = 1,  // 資格確認書
  notice = 2,        // 資格情報のお知らせ
  elderly = 3,       // 高齢受給者証
  limit = 4,         // 限度額適用認定証
  reduction = 5,     // 限度額適用・標準負担額減額認定証
  disease = 6,       // 特定疾病療養受療証
};
inline constexpr std::array kinds = {Kind::confirmation, Kind::notice,    Kind::elderly,
                                     Kind::limit,        Kind::reduction, Kind::disease};

enum class State : std::uint8_t {
  to_issue = 1,    // 交付待ち
  in_run = 2,      // 印刷中
  issued = 3,      // 印刷済み: printed and counted, still in the office
  delivered = 4,   // 交付済み: handed over or mailed
  to_collect = 5,  // 回収待ち
  returned = 6,    // 返納
  lost = 7,        // 紛失・返納不能
  dropped = 8,     // 取りやめ: no longer due before it was printed
};
inline constexpr std::size_t states_count = 8;

/// Why it is issued.
enum class Cause : std::uint8_t {
  joined = 1,           // 資格取得・認定
  application = 2,      // 申請
  ex_officio = 3,       // 職権交付
  turned_70 = 4,        // 70歳到達
  share_changed = 5,    // 負担割合の変更
  name_changed = 6,     // 氏名の変更
  number_changed = 7,   // 記号・番号の変更
  lost = 8,             // 紛失
  damaged = 9,          // き損
  expiring = 10,        // 有効期限
  content_changed = 11,  // 区分・限度額の変更
  details_changed = 12   // 生年月日・性別・資格取得日の訂正
};

/// Whether a person can use the My Number card as health insurance card. Everything but `usable`
/// and `unknown` calls for a confirmation document; the last three for a short one.
enum class CardUse : std::uint8_t {
  unknown = 0,
  usable = 1,
  not_registered = 2,      // 利用登録なし
  cannot_use = 3,          // カードでの受診が困難(要配慮者)
  card_lost = 4,           // カードの紛失
  card_renewing = 5,       // カードの更新中
  electronic_expired = 6,  // 電子証明書の期限切れ
};
constexpr bool calls_for_confirmation(CardUse use) { return use >= CardUse::not_registered; }
constexpr bool is_short(CardUse use) { return use >= CardUse::card_lost; }

/// 特定疾病: Order art 41(9).
enum class Disease : std::uint8_t {
  dialysis = 1,     // 人工腎臓を実施している慢性腎不全
  haemophilia = 2,  // 血友病 (第VIII因子・第IX因子障害)
  hiv = 3,          // 血液製剤によるHIV感染
};

enum class LongStay : std::uint8_t { no = 0, yes = 1 };  // 長期入院該当

/// What stands on the paper besides the society: as it was when the paper was numbered.
struct Contents {
  std::string symbol = {};
  std::string number = {};
  int branch = 0;                 // 00 the insured person
  std::string name = {};          // of the person; empty = the kana alone is known
  std::string insured_name = {};  // of the insured person, for dependents
  int share_percent = 0;          // 20 or 30; 0 = not on the paper
  std::optional<LimitClass> limit_class = {};
  std::optional<Disease> disease = {};
  base::Yen limit_amount = {};  // monthly, of a specific disease
  LongStay long_stay = LongStay::no;
  // None on a paper that was numbered before the ledger of papers kept them.
  std::optional<base::Date> born = {};
  std::optional<eligibility::Sex> sex = {};
  std::optional<base::Date> joined = {};  // 資格取得年月日; of a dependent 認定年月日

  friend bool operator==(const Contents&, const Contents&) = default;
};

struct Certificate {
  CertificateId id = CertificateId::draw();
  base::PersonId person;
  base::PersonId insured;  // the same for an insured person
  base::EstablishmentId establishment;
  Kind kind = Kind::notice;
  State state = State::to_issue;
  Cause cause = Cause::application;
  CardUse card_use = CardUse::unknown;  // of a confirmation document: why, and whether short
  base::Date from = {};
  std::optional<base::Date> until = {};  // the last day; none: a notice without share
  base::Date state_on = {};              // the day of the state
  std::optional<RunId> run = {};
  std::int64_t paper_number = 0;              // 0 = not numbered yet
  std::optional<base::Date> collect_by = {};  // of what is to be collected
  int reminders = 0;                          // how often its return was asked for
  std::optional<base::Date> reminded_on = {};
  Contents contents = {};

  /// Printed, or to be printed, and neither lost, returned nor dropped.
  bool stands() const { return state == State::to_issue || state == State::in_run || is_out(); }
  /// Printed, and not back.
  bool is_out() const { return state == State::issued || state == State::delivered; }
  bool holds(base::Date day) const { return from <= day && (!until || day <= *until); }
  friend bool operator==(const Certificate&, const Certificate&) = default;
};

std::string_view wording(Kind kind);
std::string_view wording(State state);
std::string_view wording(Cause cause);
std::string_view wording(CardUse use);
std::string_view wording(Disease disease);
/// `confirmation`: the name in an address.
std::string_view identifier(Kind kind);
std::optional<Kind> parse_kind(std::string_view identifier);
/// 「確認0000123」: how the paper is numbered, a row of numbers for each kind.
std::string paper_words(Kind kind, std::int64_t number);

}  // namespace kenpo::certificate
