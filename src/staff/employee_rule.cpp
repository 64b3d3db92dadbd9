#include "staff/employee_rule.h"

#include "base/utf8.h"

namespace kenpo::staff {

namespace {

using base::Result;

bool fits(std::string_view text, std::size_t least, std::size_t most) {
  const auto length = base::count_code_points(text);
  return length >= least && length <= most;
}

/// Whether the day lies inside the employment.
bool employed_on(const Employee& employee, base::Date day) {
  return employee.joined_on <= day && (!employee.left_on || day <= *employee.left_on);
}

Result<> check_period_of(const EmployeeFile& file, base::Date from,
                         const std::optional<base::Date>& to,
                         const std::optional<base::Date>& present_from) {
  if (!employed_on(file.employee, from) || (to && *to < from)) {
    return base::refusal({"期間が在職の期間に合っていません。", "Not inside the employment."},
                         {"始まりと終わりの日を直してください。", "Mend the days."});
  }
  if (present_from && from <= *present_from) {
    return base::refusal(
        {"いまのものより後の日から始めてください。", "It begins before the present one."},
        {"始まりの日を直してください。", "Mend the first day."});
  }
  return base::Done{};
}

}  // namespace

Result<> check_employee(const Employee& employee) {
  const auto& details = employee.details;
  constexpr std::size_t name_most = 40;
  constexpr std::size_t kana_most = 60;
  constexpr std::size_t address_most = 200;
  constexpr std::size_t telephone_most = 20;
  if (!fits(details.name, 1, name_most) || !fits(details.name_kana, 1, kana_most)) {
    return base::refusal({"氏名は1文字から40文字、カナは1文字から60文字までです。",
                          "A name has 1 to 40 characters, its reading 1 to 60."},
                         {"氏名とカナを直してください。", "Mend the name."});
  }
  if (employee.joined_on <= details.born_on) {
    return base::refusal({"生年月日が採用の日より前ではありません。",
                          "The birth is not before the first day of work."},
                         {"日付を直してください。", "Mend the dates."});
  }
  const bool contact = fits(details.address, 0, address_most) &&
                       fits(details.telephone, 0, telephone_most) &&
                       fits(details.emergency_name, 0, name_most) &&
                       fits(details.emergency_relation, 0, telephone_most) &&
                       fits(details.emergency_telephone, 0, telephone_most);
  if (contact) return base::Done{};
  return base::refusal({"住所か電話番号か緊急連絡先が長すぎます。", "Contact data is too long."},
                       {"短くしてください。", "Shorten it."});
}

Result<> check_post(const EmployeeFile& file, const Post& post) {
  constexpr std::size_t title_most = 60;
  if (!fits(post.title, 1, title_most)) {
    return base::refusal({"職・所属は1文字から60文字までです。", "A title has 1 to 60 characters."},
                         {"職・所属を直してください。", "Mend the title."});
  }
  const auto present = file.posts.empty() ? std::nullopt : std::optional(file.posts.back().from);
  return check_period_of(file, post.from, post.to, present);
}

Result<> check_contract(const EmployeeFile& file, const Contract& contract) {
  if (contract.kind != ContractKind::permanent && !contract.to) {
    return base::refusal({"期間の定めのある契約には、終わりの日が要ります。",
                          "A contract for a term has a last day."},
                         {"終わりの日を入れてください。", "Enter the last day."});
  }
  const auto present =
      file.contracts.empty() ? std::nullopt : std::optional(file.contracts.back().from);
  return check_period_of(file, contract.from, contract.to, present);
}

Result<> check_leaving(const EmployeeFile& file, base::Date last_day) {
  if (!file.employee.left_on && file.employee.joined_on <= last_day) return base::Done{};
  return base::refusal({"退職の日が採用の日より前か、すでに退職しています。",
                        "Before the first day of work, or left already."},
                       {"退職の日を確かめてください。", "Check the day."});
}

Result<> check_attendance(const Attendance& attendance) {
  constexpr std::size_t title_most = 60;
  const bool sound = fits(attendance.title, 1, title_most) &&
                     fits(attendance.provider, 0, title_most) && attendance.hours >= 1 &&
                     attendance.hours <= attendance_hours_limit;
  if (sound) return base::Done{};
  return base::refusal(
      {"研修の名称、主催者、時間のどれかが違います。", "Title, provider or hours are not right."},
      {"入力を直してください。", "Mend them."});
}

Result<> check_welfare(const WelfareBenefit& benefit) {
  constexpr std::size_t words_most = 200;
  const bool sound = base::Yen() <= benefit.amount &&
                     benefit.amount <= base::Yen(welfare_amount_limit_yen) &&
                     fits(benefit.words, 0, words_most);
  if (sound) return base::Done{};
  return base::refusal({"金額か内容が違います。", "Amount or words are not right."},
                       {"入力を直してください。", "Mend them."});
}

}  // namespace kenpo::staff
