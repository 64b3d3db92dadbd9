// 外来年間合算: each year of August to July, what stayed with people of 70 to 74 of their
// outpatient care after every benefit; what is above the yearly limit becomes a proposal like those
// of a month.
#pragma once

#include <optional>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "benefit/award_act.h"
#include "benefit/base_day_act.h"
#include "benefit/outpatient_year.h"
#include "benefit/outpatient_year_print.h"
#include "law/decision.h"

namespace kenpo::benefit {

inline constexpr notice::Operation outpatient_year_compute{
    .name = "outpatient_year.compute",
    .japanese = "外来年間合算の計算",
    .verb = notice::Verb::write,
    .pairs = {claim_pair, member_pair, benefit_pair},
    .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation outpatient_year_list{
    .name = "outpatient_year.list",
    .japanese = "外来年間合算の一覧",
    .pairs = {claim_pair, member_pair, benefit_pair}};
inline constexpr notice::Operation outpatient_year_show{
    .name = "outpatient_year.show",
    .japanese = "外来年間合算の計算の表示",
    .pairs = {claim_pair, member_pair, benefit_pair}};
inline constexpr notice::Operation burden_certificate_enter{
    .name = "burden_certificate.enter",
    .japanese = "他の保険者の自己負担額証明書の登録",
    .verb = notice::Verb::write,
    .pairs = {benefit_pair, member_pair, claim_pair}};
/// What the insurer of the last day tells about somebody who has left.
inline constexpr notice::Operation base_day_notice_enter{
    .name = "base_day_notice.enter",
    .japanese = "外来年間合算の基準日の保険者の通知の登録",
    .verb = notice::Verb::write,
    .pairs = {benefit_pair, member_pair, claim_pair}};
/// その後どの医療保険にも加入していないことの登録・取消し
inline constexpr notice::Operation no_insurance_enter{
    .name = "no_insurance.enter",
    .japanese = "資格喪失後に医療保険へ加入していないことの登録",
    .verb = notice::Verb::write,
    .pairs = {benefit_pair, member_pair, claim_pair}};
/// 自己負担額証明書 for whoever has gone to another insurer.
inline constexpr notice::Operation burden_certificate_print{
    .name = "burden_certificate.print",
    .japanese = "外来年間合算の自己負担額証明書の作成",
    .verb = notice::Verb::provide,
    .pairs = {claim_pair, member_pair, benefit_pair}};

inline constexpr std::size_t other_insurer_characters_limit = 60;
/// More burden than a year of outpatient care leaves anybody.
inline constexpr std::int64_t burden_certificate_limit_yen = 10'000'000;

struct OutpatientYearsDone {
  std::int64_t people = 0;  // looked at
  std::int64_t changed = 0;
  std::int64_t proposed = 0;  // households
};
/// Computes the period for everybody whose outpatient care may have reached the limit and for
/// everybody with care who has left before its last day; without new facts nothing
/// changes. Of a period that goes on it computes those alone whose base day has passed: they died,
/// or left and are insured nowhere. Refused: a month that ends no period, the end of one that has
/// not begun. A period for which the law book has no figures is left alone.
base::Result<OutpatientYearsDone> keep_outpatient_years(eligibility::Ledger& ledger,
                                                        const notice::Acting& acting,
                                                        base::Month last,
                                                        const base::TellProgress& tell = {});

/// The same for one person.
base::Result<> compute_outpatient_year(eligibility::Ledger& ledger, const notice::Acting& acting,
                                       const base::PersonId& person, base::Month last);

/// Whether the society is the insurer of the base day (基準日).
enum class OnBaseDay : std::uint8_t { member, left };

struct OutpatientYearLine {
  OutpatientYear year;
  std::string name = {};  // who was treated
  OnBaseDay stands = OnBaseDay::member;
};
struct OutpatientYearList {
  base::Month last;
  std::vector<OutpatientYearLine> lines = {};
  std::int64_t count = 0;
  base::Yen benefit = {};
};
/// Of the handler's establishments.
base::Result<OutpatientYearList> list_outpatient_years(eligibility::Ledger& ledger,
                                                       const notice::Acting& acting,
                                                       base::Month last, std::int64_t skipped,
                                                       std::int64_t most);

struct OutpatientYearView {
  OutpatientYear year;
  std::string name = {};
  std::vector<BasisPart> basis = {};
  OnBaseDay stands = OnBaseDay::member;
  std::vector<BurdenCertificate> certificates = {};
  std::optional<BaseDayNotice> told = {};
  std::optional<NoInsuranceFact> no_insurance = {};
  std::vector<Award> awards = {};  // of the household for the period
};
/// Nullopt: nothing was computed. Refused: outside the handler's scope.
base::Result<std::optional<OutpatientYearView>> show_outpatient_year(eligibility::Ledger& ledger,
                                                                     const notice::Acting& acting,
                                                                     const base::PersonId& person,
                                                                     base::Month last);

/// Enters what another insurer has certified and computes the person's year again. Refused: no
/// name, an amount below zero or above every burden, a person outside the handler's scope.
base::Result<> enter_burden_certificate(eligibility::Ledger& ledger, const notice::Acting& acting,
                                        BurdenCertificate certificate);

/// Enters what the insurer of the last day has told and computes the person's year again; a later
/// notice takes the place of the earlier one. Refused: no name, a class without a yearly limit, a
/// total below what stayed with the person here or above every burden, a member of the last day,
/// somebody about whom nothing was computed, outside the handler's scope.
base::Result<> enter_base_day_notice(eligibility::Ledger& ledger, const notice::Acting& acting,
                                     const BaseDayNotice& told);

/// Enters that somebody who left before the last day is insured nowhere since, and computes the
/// year again: the day before the loss is their base day. Refused: no evidence, a member of the
/// last day, somebody who did not leave within the period or has not left yet, outside the
/// handler's scope.
base::Result<> enter_no_insurance(eligibility::Ledger& ledger, const notice::Acting& acting,
                                  const NoInsuranceFact& fact);
/// Takes it back: they are insured somewhere after all. Refused: nothing was entered, outside the
/// handler's scope.
base::Result<> take_back_no_insurance(eligibility::Ledger& ledger, const notice::Acting& acting,
                                      const base::PersonId& person, base::Month last);

/// Refused: nothing was computed, outside the handler's scope.
base::Result<OwnBurden> own_burden(eligibility::Ledger& ledger, const notice::Acting& acting,
                                   const base::PersonId& person, base::Month last);
}  // namespace kenpo::benefit
