// The fields of the forms of requests, and their choices.
#pragma once

#include <optional>
#include <vector>

#include "desk/form.h"
#include "desk/section_page.h"
#include "request/request.h"
#include "request/request_act.h"
#include "request/use_stop.h"

namespace kenpo::request {

using Need = desk::Field::Need;

inline constexpr desk::Field kind_field{.name = "kind", .label = "請求の種類"};
inline constexpr desk::Field arrived_field{
    .name = "arrived", .label = "届いた日", .support = "例：R8.11.24", .length_limit = 20};
inline constexpr desk::Field channel_field{.name = "channel", .label = "受け付けた方法"};
inline constexpr desk::Field asker_field{.name = "asker", .label = "請求した人"};
inline constexpr desk::Field name_field{.name = "name", .label = "本人の氏名", .length_limit = 60};
inline constexpr desk::Field kana_field{.name = "name_kana",
                                        .label = "本人のカナ氏名",
                                        .support = "台帳と照らし合わせます。",
                                        .length_limit = 60};
inline constexpr desk::Field born_field{
    .name = "born", .label = "本人の生年月日", .support = "例：S55.4.1", .length_limit = 20};
inline constexpr desk::Field asker_name_field{.name = "asker_name",
                                              .label = "請求した人の氏名",
                                              .need = Need::optional,
                                              .support = "本人でないときに入れます。",
                                              .length_limit = 60};
inline constexpr desk::Field postal_field{.name = "postal_code",
                                          .label = "返事を送る郵便番号",
                                          .need = Need::optional,
                                          .length_limit = 8};
inline constexpr desk::Field address_field{
    .name = "address", .label = "返事を送る住所", .length_limit = 120};
inline constexpr desk::Field wanted_field{
    .name = "wanted",
    .label = "請求の内容",
    .support = "本人の言葉で書きます。個人番号は書かないでください。",
    .length_limit = 400};
inline constexpr desk::Field reason_field{.name = "reason",
                                          .label = "請求の理由",
                                          .need = Need::optional,
                                          .support = "利用停止・消去・提供の停止のときに要ります。",
                                          .length_limit = 400};
inline constexpr desk::Field claims_field{.name = "claims", .label = "レセプトを含むか"};
inline constexpr desk::Field event_field{.name = "event", .label = "手続"};
inline constexpr desk::Field due_field{.name = "due",
                                       .label = "延長後の期限",
                                       .need = Need::optional,
                                       .support = "期間の延長のときに入れます。",
                                       .length_limit = 20};
inline constexpr desk::Field proof_field{.name = "proof",
                                         .label = "確かめた本人確認の書類",
                                         .need = Need::optional,
                                         .support = "種類だけを残します。写しは取りません。"};
inline constexpr desk::Field ground_field{
    .name = "ground",
    .label = "応じない理由の条文",
    .need = Need::optional,
    .support = "応じない・一部・代わりの措置のときに選びます。"};
inline constexpr desk::Field words_field{.name = "words",
                                         .label = "内容・理由",
                                         .need = Need::optional,
                                         .support = "本人への文書にこのまま載ります。",
                                         .length_limit = 600};
inline constexpr desk::Field decision_field{.name = "decision", .label = "決定の手続"};
inline constexpr desk::Field outcome_field{.name = "outcome",
                                           .label = "決定",
                                           .need = Need::optional,
                                           .support = "起案のときに選びます。"};
inline constexpr desk::Field decision_ground_field{
    .name = "decision_ground",
    .label = "決定の理由の条文",
    .need = Need::optional,
    .support = "応じない・一部・代わりの措置のときに選びます。"};
inline constexpr desk::Field decision_words_field{.name = "decision_words",
                                                  .label = "決定の理由",
                                                  .need = Need::optional,
                                                  .support = "決定通知書にこのまま載ります。",
                                                  .length_limit = 600};
// A correction: what is left empty stays as it is.
inline constexpr desk::Field corrected_name_field{.name = "name",
                                                  .label = "氏名",
                                                  .need = Need::optional,
                                                  .support = "変えない項目は空のままにします。",
                                                  .length_limit = 60};
inline constexpr desk::Field corrected_kana_field{
    .name = "name_kana", .label = "カナ氏名", .need = Need::optional, .length_limit = 60};
inline constexpr desk::Field corrected_sex_field{
    .name = "sex", .label = "性別", .need = Need::optional};
inline constexpr desk::Field corrected_born_field{.name = "born",
                                                  .label = "生年月日",
                                                  .need = Need::optional,
                                                  .support = "例：S55.4.1",
                                                  .length_limit = 20};
inline constexpr desk::Field corrected_postal_field{
    .name = "postal_code",
    .label = "郵便番号",
    .need = Need::optional,
    .support = "消すときは「削除」と入れます。住所と住所カナも同じです。",
    .length_limit = 8};
inline constexpr desk::Field corrected_address_field{
    .name = "address", .label = "住所", .need = Need::optional, .length_limit = 120};
inline constexpr desk::Field address_kana_field{
    .name = "address_kana", .label = "住所カナ", .need = Need::optional, .length_limit = 200};
inline constexpr desk::Field period_field{.name = "period", .label = "訂正する資格の期間"};
inline constexpr desk::Field acquired_field{.name = "acquired",
                                            .label = "資格取得日",
                                            .support = "正しい日を入れます。例：R2.4.1",
                                            .length_limit = 20};
inline constexpr desk::Field lost_field{.name = "lost",
                                        .label = "資格喪失日",
                                        .need = Need::optional,
                                        .support = "資格が続いているときは空のままにします。",
                                        .length_limit = 20};
inline constexpr desk::Field purpose_field{.name = "purpose", .label = "停止する利用目的"};
inline constexpr desk::Field recipient_field{.name = "recipient", .label = "提供先の区分"};
inline constexpr desk::Field recipient_name_field{
    .name = "recipient_name", .label = "提供先の名称", .length_limit = 120};
inline constexpr desk::Field basis_field{.name = "basis", .label = "提供の根拠"};
inline constexpr desk::Field items_field{
    .name = "items", .label = "提供した項目", .length_limit = 200};
inline constexpr desk::Field consent_field{
    .name = "consent", .label = "同意を得ている旨", .need = Need::optional, .length_limit = 200};
inline constexpr desk::Field provided_field{
    .name = "provided", .label = "提供した日", .length_limit = 20};
inline constexpr desk::Field table_field{.name = "table", .label = "記録の種類"};
inline constexpr desk::Field row_field{
    .name = "row", .label = "記録の番号", .length_limit = 12, .mode = "numeric"};
inline constexpr desk::Field column_field{
    .name = "column",
    .label = "項目",
    .need = Need::optional,
    .support = "開示書にある項目の名前です。空のときは記録の全部です。",
    .length_limit = 60};
inline constexpr desk::Field member_kana_field{.name = "member_kana",
                                               .label = "加入者のカナ氏名",
                                               .support = "生年月日と合わせて台帳から探します。",
                                               .length_limit = 60};
inline constexpr desk::Field member_born_field{.name = "member_born",
                                               .label = "加入者の生年月日",
                                               .support = "例：S50.4.1",
                                               .length_limit = 20};
inline constexpr desk::Field member_number_field{
    .name = "member_number",
    .label = "記号・番号",
    .need = Need::optional,
    .support = "同じ氏名・生年月日の人がいるときに入れます。被扶養者は被保険者のものです。"
               "例：100-23",
    .length_limit = 30};
/// The three fields by which the desk names a member.
desk::FormFields member_fields(const desk::Form& form);
/// The member whom they name; nullopt: a fault was noted.
std::optional<base::PersonId> read_member(RequestOffice& office, const notice::Acting& acting,
                                          desk::Form& form);
inline constexpr desk::Field hold_field{.name = "hold", .label = "終わる保留"};
inline constexpr desk::Field hold_reason_field{
    .name = "hold_reason", .label = "保留の理由", .length_limit = 200};

/// The numbers of an enumeration with their words. The words live as long as the program.
class Choices {
 public:
  template <typename Enum>
  void add(Enum value, std::string_view label) {
    add_number(static_cast<std::size_t>(value), label);
  }
  void add_number(std::size_t number, std::string_view label);
  /// The choices; valid as long as this object.
  const std::vector<desk::Choice>& all() const { return choices_; }

 private:
  std::vector<desk::Choice> choices_;
};

Choices kind_choices();
Choices channel_choices();
Choices asker_choices();
Choices claims_choices();
Choices proof_choices();
Choices ground_choices(Kind kind);
Choices refusal_choices();
Choices outcome_choices();
Choices event_choices(const std::vector<Event>& events);
Choices purpose_choices();
Choices recipient_choices();
Choices basis_choices();

}  // namespace kenpo::request
