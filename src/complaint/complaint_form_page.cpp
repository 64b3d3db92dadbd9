#include "complaint/complaint_form_page.h"

namespace kenpo::complaint {

namespace {

using desk::Data;
using desk::Field;
using desk::Form;
using Need = desk::Field::Need;

constexpr Field channel_field{.name = "channel", .label = "受付の方法", .support = {}, .mode = {}};
constexpr Field class_field{.name = "class", .label = "区分", .support = {}, .mode = {}};
constexpr Field received_field{
    .name = "received_on", .label = "受付の日", .support = {}, .length_limit = 20, .mode = {}};
constexpr Field name_field{.name = "name",
                           .label = "氏名",
                           .need = Need::optional,
                           .support = "名前がなくても申し出られます。",
                           .length_limit = name_limit_characters,
                           .mode = {}};
constexpr Field contact_field{.name = "contact",
                              .label = "連絡先(住所または電話)",
                              .need = Need::optional,
                              .support = "連絡先がないときは、お返事を送れません。",
                              .length_limit = contact_limit_characters,
                              .mode = {}};
constexpr Field words_field{.name = "words",
                            .label = "申出の内容",
                            .support = "2,000文字まで。",
                            .length_limit = words_limit_characters,
                            .mode = {}};
constexpr Field about_field{.name = "about_kana",
                            .label = "加入者のカナ氏名",
                            .need = Need::optional,
                            .support = "利用履歴と結ぶとき。生年月日と合わせて台帳から探します。",
                            .length_limit = name_limit_characters,
                            .mode = {}};
constexpr Field about_born_field{.name = "about_born",
                                 .label = "加入者の生年月日",
                                 .need = Need::optional,
                                 .support = "例：S50.4.1",
                                 .length_limit = 20,
                                 .mode = {}};
constexpr Field about_number_field{
    .name = "about_number",
    .label = "加入者の記号・番号",
    .need = Need::optional,
    .support = "同じ氏名・生年月日の人がいるときに入れます。被扶養者は被保険者のものです。",
    .length_limit = 30,
    .mode = {}};
constexpr Field of_field{.name = "complained_of",
                         .label = "申し出られた取扱者",
                         .need = Need::optional,
                         .support = "この人は回答を決められません。",
                         .mode = {}};

const std::vector<desk::Choice> channel_choices = {{"1", "電話"}, {"2", "手紙"}, {"3", "ウェブ"}};
const std::vector<desk::Choice> class_choices = {{"1", "目的外の利用"}, {"2", "内容の誤り"},
                                                 {"3", "漏えいの疑い"}, {"4", "開示等の手続"},
                                                 {"5", "応対"},         {"6", "その他"}};

std::vector<desk::Choice> staff_choices(const std::vector<staff::NamedHandler>& handlers) {
  std::vector<desk::Choice> choices;
  for (const auto& each : handlers) choices.push_back({each.handler.staff.text(), each.name});
  return choices;
}

int digit(const std::string& value) { return value.front() - '0'; }

}  // namespace

Data about_fields(const Form& form) {
  Data data;
  data.section("about", form.input(about_field))
      .section("about_born", form.input(about_born_field))
      .section("about_number", form.input(about_number_field));
  return data;
}

Data complaint_fields(const Form& form, FormFor who,
                      const std::vector<staff::NamedHandler>& handlers) {
  Data data;
  data.section("class", form.select(class_field, class_choices))
      .section("name", form.input(name_field))
      .section("contact", form.input(contact_field))
      .section("words", form.input(words_field));
  if (who == FormFor::public_visitor) return data;
  data.section("channel", form.select(channel_field, channel_choices))
      .section("received_on", form.input(received_field))
      .all_of(about_fields(form))
      .section("complained_of", form.select(of_field, staff_choices(handlers)));
  return data;
}

ComplaintIntake read_complaint(Form& form, FormFor who,
                               const std::vector<staff::NamedHandler>& handlers, base::Date today) {
  ComplaintIntake intake;
  if (const auto one = form.choice(class_field, class_choices)) {
    intake.one = static_cast<ComplaintClass>(digit(*one));
  }
  intake.name = form.text(name_field).value_or("");
  intake.contact = form.text(contact_field).value_or("");
  intake.words = form.text(words_field).value_or("");
  intake.channel = ComplaintChannel::web;
  intake.received_on = today;
  if (who == FormFor::public_visitor) return intake;
  if (const auto channel = form.choice(channel_field, channel_choices)) {
    intake.channel = static_cast<ComplaintChannel>(digit(*channel));
  }
  intake.received_on = form.date(received_field).value_or(today);
  if (const auto staff = form.choice(of_field, staff_choices(handlers))) {
    intake.complained_of = base::StaffId::parse(*staff);
  }
  return intake;
}

std::optional<AboutMember> read_about(Form& form, Need need) {
  const auto kana = form.text(about_field).value_or("");
  const auto born = form.date(about_born_field);
  if (need == Need::optional && kana.empty() && !born) return std::nullopt;
  if (kana.empty()) form.note(about_field, {"カナ氏名も入れてください。", "Enter the name, too."});
  if (!born) form.note(about_born_field, {"生年月日も入れてください。", "Enter the day, too."});
  if (!form.ok()) return std::nullopt;
  return AboutMember{kana, *born, form.text(about_number_field).value_or("")};
}

}  // namespace kenpo::complaint
