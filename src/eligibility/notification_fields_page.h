// The fields of the notifications' forms, by the names that the browser sends.
#pragma once

#include "desk/form.h"
#include "eligibility/notification.h"
#include "eligibility/notification_form_page.h"

namespace kenpo::eligibility {

inline constexpr auto not_required = desk::Field::Need::optional;
inline constexpr std::size_t name_limit_characters = 25;  // as in the file of the employer
inline constexpr std::size_t kana_limit_characters = 50;

inline constexpr desk::Field received_on_field{
    .name = "received_on", .label = "受付日", .mode = "numeric"};
inline constexpr desk::Field symbol_field{.name = "symbol", .label = "記号", .length_limit = 8};
inline constexpr desk::Field insured_number_field{
    .name = "insured_number", .label = "番号", .length_limit = 12, .mode = "numeric"};
inline constexpr desk::Field known_born_field{
    .name = "known_born", .label = "被保険者の生年月日", .support = "本人の確認に使います。"};
inline constexpr desk::Field name_field{.name = "name",
                                        .label = "氏名",
                                        .support = "姓と名の間を空けます。",
                                        .length_limit = name_limit_characters};
inline constexpr desk::Field kana_field{.name = "name_kana",
                                        .label = "氏名カナ",
                                        .support = "ひらがな、全角、半角のどれでも入ります。",
                                        .length_limit = kana_limit_characters};
inline constexpr desk::Field sex_field{.name = "sex", .label = "性別"};
inline constexpr desk::Field born_field{.name = "born", .label = "生年月日"};
inline constexpr desk::Field individual_number_field{.name = "individual_number",
                                                     .label = "個人番号",
                                                     .need = not_required,
                                                     .length_limit = 14,
                                                     .kind = "password",
                                                     .mode = "numeric"};
inline constexpr desk::Field number_field{.name = "number",
                                          .label = "新しい番号",
                                          .need = not_required,
                                          .support = "空なら次の番号を付けます。",
                                          .length_limit = 6,
                                          .mode = "numeric"};
inline constexpr desk::Field postal_field{.name = postal_code_field_name,
                                          .label = "郵便番号",
                                          .need = not_required,
                                          .length_limit = 8,
                                          .mode = "numeric"};
inline constexpr desk::Field address_field{
    .name = address_field_name, .label = "住所", .need = not_required};
inline constexpr desk::Field address_kana_field{
    .name = address_kana_field_name, .label = "住所カナ", .need = not_required};
inline constexpr desk::Field address_kind_field{.name = "address_kind",
                                                .label = "住所の種類",
                                                .need = not_required,
                                                .support = "空なら自宅です。"};
inline constexpr desk::Field address_source_field{.name = "address_source",
                                                  .label = "住所の出所",
                                                  .need = not_required,
                                                  .support = "空なら事業主の届書です。"};
inline constexpr desk::Field class_field{.name = "acquisition_class", .label = "取得区分"};
inline constexpr desk::Field pay_field{.name = "pay",
                                       .label = "報酬月額",
                                       .support = "通貨と現物の合計（円）。",
                                       .length_limit = 12,
                                       .mode = "numeric"};
inline constexpr desk::Field short_hours_field{
    .name = "short_hours", .label = "短時間労働者", .need = not_required};
inline constexpr desk::Field weekly_hours_field{.name = "weekly_hours",
                                                .label = "週の所定労働時間",
                                                .need = not_required,
                                                .length_limit = 3,
                                                .mode = "numeric"};
inline constexpr desk::Field student_field{
    .name = "student", .label = "学生", .need = not_required};
inline constexpr desk::Field office_size_field{.name = "office_size",
                                               .label = "企業の被保険者数",
                                               .need = not_required,
                                               .length_limit = 7,
                                               .mode = "numeric"};
inline constexpr desk::Field two_workplaces_field{
    .name = "two_workplaces", .label = "二以上事業所勤務", .need = not_required};
inline constexpr desk::Field dependents_field{
    .name = "has_dependents", .label = "被扶養者", .need = not_required};
inline constexpr desk::Field wants_certificate_field{
    .name = "wants_certificate", .label = "資格確認書の発行が必要", .need = not_required};
inline constexpr desk::Field attached_field{.name = "certificates_attached",
                                            .label = "資格確認書の添付枚数",
                                            .need = not_required,
                                            .length_limit = 2,
                                            .mode = "numeric"};
inline constexpr desk::Field not_returned_field{.name = "certificates_not_returned",
                                                .label = "資格確認書の返不能枚数",
                                                .need = not_required,
                                                .length_limit = 2,
                                                .mode = "numeric"};
inline constexpr desk::Field abroad_field{.name = "abroad",
                                          .label = "海外特例",
                                          .need = not_required,
                                          .support = "国内に住所がない被扶養者だけに入れます。"};
inline constexpr desk::Field abroad_for_field{
    .name = "abroad_for", .label = "海外特例の理由", .need = not_required};
inline constexpr desk::Field abroad_on_field{.name = "abroad_on",
                                             .label = "海外特例の該当・非該当の日",
                                             .need = not_required,
                                             .support = "空なら、上の日と同じ日です。"};
inline constexpr desk::Field ended_on_field{
    .name = "ended_on", .label = "退職日・死亡日", .need = not_required};
inline constexpr desk::Field last_day_field{
    .name = "ended_on", .label = "終わりの日（予定）", .need = not_required};
inline constexpr desk::Field loss_reason_field{.name = "end_reason", .label = "喪失の原因"};
inline constexpr desk::Field to_symbol_field{
    .name = "to_symbol", .label = "異動先の記号", .length_limit = 8};
inline constexpr desk::Field kept_symbol_field{.name = "to_symbol",
                                               .label = "任意継続・特例退職の記号",
                                               .need = not_required,
                                               .support = "空なら、今の記号・番号のままです。",
                                               .length_limit = 8};
inline constexpr desk::Field relation_field{.name = "relation", .label = "続柄"};
inline constexpr desk::Field branch_field{
    .name = "branch", .label = "枝番", .length_limit = 2, .mode = "numeric"};
inline constexpr desk::Field branch_or_own_field{
    .name = "branch",
    .label = "枝番",
    .need = not_required,
    .support = "被扶養者の番号なら枝番。空なら被保険者の番号。",
    .length_limit = 2,
    .mode = "numeric"};
inline constexpr desk::Field other_kana_field{.name = "name_kana",
                                              .label = "新しい氏名カナ",
                                              .need = not_required,
                                              .support = "空の項目は、今の台帳のままです。",
                                              .length_limit = kana_limit_characters};
inline constexpr desk::Field other_name_field{.name = "name",
                                              .label = "新しい氏名",
                                              .need = not_required,
                                              .support = "姓と名の間を空けます。",
                                              .length_limit = name_limit_characters};
inline constexpr desk::Field other_relation_field{
    .name = "relation", .label = "正しい続柄", .need = not_required};
inline constexpr desk::Field work_class_field{.name = "short_hours", .label = "変更後の区分"};
inline constexpr desk::Field wage_field{
    .name = "pay",
    .label = "賃金の月額",
    .need = not_required,
    .support = "短時間労働者の要件を確かめるときに使います（円）。",
    .length_limit = 12,
    .mode = "numeric"};
inline constexpr desk::Field late_field{
    .name = "late_for_reason", .label = "期限後の正当な理由", .need = not_required};
inline constexpr desk::Field cover_field{
    .name = "other_cover", .label = "他の健康保険の期間の通算", .need = not_required};
inline constexpr desk::Field detail_field{.name = "detail",
                                          .label = "備考",
                                          .need = not_required,
                                          .length_limit = detail_limit_characters};
inline constexpr desk::Field other_sex_field{
    .name = "sex", .label = "正しい性別", .need = not_required};
inline constexpr desk::Field other_born_field{
    .name = "born", .label = "正しい生年月日", .need = not_required};
inline constexpr desk::Field pension_paper_field{
    .name = "pension_paper_on", .label = "年金証書等が届いた日", .need = not_required};
inline constexpr desk::Field pension_years_field{.name = "pension_years",
                                                 .label = "老齢厚生年金の被保険者期間（年）",
                                                 .need = not_required,
                                                 .length_limit = 2,
                                                 .mode = "numeric"};
inline constexpr desk::Field pension_years_after_40_field{.name = "pension_years_after_40",
                                                          .label = "そのうち40歳以後の期間（年）",
                                                          .need = not_required,
                                                          .length_limit = 2,
                                                          .mode = "numeric"};

}  // namespace kenpo::eligibility
