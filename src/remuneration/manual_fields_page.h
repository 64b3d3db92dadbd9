// The fields of the forms of single determinations, and what they read. For manual_form_page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "desk/form.h"
#include "remuneration/manual_act.h"

namespace kenpo::remuneration {

inline constexpr std::int64_t manual_month_pay_limit_yen = 100'000'000;  // no month's pay is more
inline constexpr int manual_month_days_limit = 31;
inline constexpr int manual_first_year = 2015;
inline constexpr int manual_last_year = 2100;
inline constexpr std::size_t manual_list_length_limit = 200;

inline constexpr desk::Field manual_period_field{.name = "period", .label = "資格"};
inline constexpr desk::Field manual_ended_field{
    .name = "ended_on", .label = "休業の最後の日", .support = "例：R8.4.30"};
inline constexpr desk::Field manual_next_field{.name = "next_leave",
                                               .label = "翌日に始まる次の休業"};
inline constexpr desk::Field manual_worker_field{.name = "worker", .label = "被保険者の区分"};
inline constexpr desk::Field manual_days_field{
    .name = "days",
    .label = "3か月の基礎日数",
    .support = "古い月から順に、空白で区切ります。例：30 31 30",
    .length_limit = manual_list_length_limit};
inline constexpr desk::Field manual_pay_field{
    .name = "pay",
    .label = "3か月の報酬(円)",
    .support =
        "遡及支払分を除いた額を、古い月から順に空白で区切ります。"
        "例：280000 281000 279500",
    .length_limit = manual_list_length_limit};
inline constexpr desk::Field manual_back_pay_field{
    .name = "back_pay",
    .label = "うち遡及支払(3か月、円)",
    .need = desk::Field::Need::optional,
    .support = "報酬に遡及支払を含めて入れたときだけ、3か月分を空白で区切ります。例：0 12000 0",
    .length_limit = manual_list_length_limit};
inline constexpr desk::Field manual_bonus_as_pay_field{
    .name = "bonus_as_pay",
    .label = "各月に加える賞与に係る報酬額(円)",
    .need = desk::Field::Need::optional,
    .support = "年4回以上支払われる賞与の、7月1日前1年間の合計の12分の1です。",
    .mode = "numeric"};
inline constexpr desk::Field manual_partial_entry_field{.name = "partial_entry",
                                                        .label = "途中入社で1か月分の報酬がない月"};
inline constexpr desk::Field manual_year_back_pay_field{
    .name = "year_back_pay",
    .label = "うち遡及支払(12か月、円)",
    .need = desk::Field::Need::optional,
    .support = "12か月の報酬に遡及支払を含めて入れたときだけ、前年7月から順に入れます。",
    .length_limit = manual_list_length_limit};
inline constexpr desk::Field manual_year_field{.name = "year",
                                               .label = "年",
                                               .support = "9月から適用する年(西暦)。例：2026",
                                               .mode = "numeric"};
inline constexpr desk::Field manual_year_days_field{
    .name = "year_days",
    .label = "12か月の基礎日数",
    .support = "前年7月から順に、空白で区切ります。",
    .length_limit = manual_list_length_limit};
inline constexpr desk::Field manual_year_pay_field{.name = "year_pay",
                                                   .label = "12か月の報酬(円)",
                                                   .support = "前年7月から順に、空白で区切ります。",
                                                   .length_limit = manual_list_length_limit};
inline constexpr desk::Field manual_recurs_field{.name = "recurs",
                                                 .label = "業務の性質上、差が例年発生する"};
inline constexpr desk::Field manual_consent_field{.name = "consent",
                                                  .label = "事業主の申立書と被保険者の同意"};
inline constexpr desk::Field manual_changed_field{
    .name = "changed", .label = "変動した賃金を初めて支払った月", .support = "例：R8.4"};
inline constexpr desk::Field manual_fixed_field{.name = "fixed",
                                                .label = "固定的賃金の3か月(円)",
                                                .support = "変動月から順に、空白で区切ります。",
                                                .length_limit = manual_list_length_limit};
inline constexpr desk::Field manual_variable_field{
    .name = "variable",
    .label = "非固定的賃金の12か月(円)",
    .support = "変動月の9か月前から順に、空白で区切ります。",
    .length_limit = manual_list_length_limit};
inline constexpr desk::Field manual_direction_field{.name = "direction",
                                                    .label = "固定的賃金の変動"};
inline constexpr desk::Field manual_from_field{
    .name = "from", .label = "適用する月", .support = "例：R8.9"};
inline constexpr desk::Field manual_own_monthly_field{
    .name = "own_monthly",
    .label = "この資格の事業所の報酬月額(円)",
    .support = "保険料は、この額の割合でこの事業所に請求します。",
    .mode = "numeric"};
inline constexpr desk::Field manual_changed_at_field{
    .name = "changed_at",
    .label = "変動のあった事業所の記号",
    .need = desk::Field::Need::optional,
    .support = "この資格の事業所なら空にします。3か月の日数と報酬は、変動のあった事業所のものを入れます。",
    .length_limit = 20};
inline constexpr desk::Field manual_own_unchanged_field{
    .name = "own_monthly",
    .label = "この資格の事業所の報酬月額(円)",
    .need = desk::Field::Need::optional,
    .support = "変動がほかの事業所のときだけ入れます。",
    .mode = "numeric"};
inline constexpr desk::Field manual_monthly_list_field{
    .name = "monthly_list",
    .label = "ほかの事業所の記号と報酬月額(円)",
    .need = desk::Field::Need::optional,
    .support = "記号と額を順に空白で区切ります。例：501 120000 502 80000。"
               "ほかの事業所がなくなったときは空にします。",
    .length_limit = manual_list_length_limit};
inline constexpr desk::Field manual_monthly_field{
    .name = "monthly", .label = "規約の方法で算定した報酬月額(円)", .mode = "numeric"};
inline const std::vector<desk::Choice> manual_worker_choices = {
    {"ordinary", "一般の被保険者"},
    {"part_time", "短時間就労者(パート)"},
    {"short_hours", "短時間労働者"}};
inline const std::vector<desk::Choice> manual_next_choices = {{"none", "なし"},
                                                              {"follows", "あり"}};
inline const std::vector<desk::Choice> manual_yes_choices = {{"no", "いいえ・なし"},
                                                             {"yes", "はい・あり"}};
inline const std::vector<desk::Choice> manual_direction_choices = {{"up", "増額"},
                                                                   {"down", "減額"}};

inline const std::vector<desk::Choice> manual_partial_entry_choices = {
    {"none", "なし"}, {"4", "4月"}, {"5", "5月"}, {"6", "6月"}};

/// What the form of the kind says; nullopt when a fault was noted.
std::optional<ManualInput> read_manual_input(ManualKind kind, desk::Form& form);

}  // namespace kenpo::remuneration
