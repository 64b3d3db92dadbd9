#include "request/clock_rule.h"

#include <algorithm>

#include "law/book.h"
#include "law/business_days.h"

namespace kenpo::request {

using base::Date;
using base::Result;

namespace {

constexpr const char* suable_name = "request.suable_after";

Result<law::Figure<int>> days(const char* name, Date day) {
  return law::Book::carried().count(name, day);
}

/// The day itself, or the business day before: a deadline of the office is met early, never late.
Result<Date> business_day_until(Date day) {
  while (!KENPO_TRY(law::is_business_day(day))) day = day.plus_days(-1);
  return day;
}

/// The row of our rule for the latest day; nullptr: 利用目的の通知 is told with the first answer.
const char* latest_name(Kind kind, Claims claims) {
  if (kind == Kind::purpose_notice) return nullptr;
  if (kind == Kind::provision_records) return "request.latest.provision_records";
  if (is_correction(kind)) return "request.latest.correction";
  if (is_stop(kind)) return "request.latest.use_stop";
  return claims == Claims::yes ? "request.latest.disclosure_claims" : "request.latest.disclosure";
}

law::Basis line(base::Words step, base::Plain article, Date day, const law::Row* row) {
  return {.step = std::move(step), .article = std::move(article), .fact = day, .row = row};
}

}  // namespace

// 個人情報保護法39条1項
Result<law::Decision<Clocks>> clocks_of(Kind kind, Claims, Date arrived,
                                        std::optional<Date> extended_to) {
  law::Decision<Clocks> decision{};
  const auto first = KENPO_TRY(days("request.first_answer", arrived));
  decision.value.first_answer = KENPO_TRY(law::plus_business_days(arrived, first.value));
  decision.basis.push_back(
      line({"最初の返事", "First answer"}, "組合の要領", decision.value.first_answer, first.row));
  const auto decide = KENPO_TRY(days("request.decide", arrived));
  if (kind == Kind::purpose_notice) {
    decision.value.decide = decision.value.first_answer;
  } else if (extended_to) {
    decision.value.decide = *extended_to;
  } else {
    decision.value.decide = KENPO_TRY(business_day_until(arrived.plus_days(decide.value)));
  }
  decision.basis.push_back(
      line({"決定の期限", "Day of the decision"}, "組合の要領", decision.value.decide, decide.row));
  // 「到達した日から二週間を経過した後」: the day of arrival is not counted (民法140条), and the
  // two weeks have passed when their last day has. An end on a holiday is not moved (民法142条):
  // the flag may be a day early for the society, never late for the person.
  const auto suable = KENPO_TRY(days(suable_name, arrived));
  decision.value.suable_from = arrived.plus_days(suable.value + 1);
  decision.basis.push_back(line({"訴えを起こせる日", "Suable from"}, "個人情報保護法39条1項",
                                decision.value.suable_from, suable.row));
  return decision;
}

Result<std::optional<Date>> latest_extension(Kind kind, Claims claims, Date arrived) {
  const char* name = latest_name(kind, claims);
  if (name == nullptr) return std::optional<Date>();
  const auto latest = KENPO_TRY(days(name, arrived));
  const auto decide = KENPO_TRY(days("request.decide", arrived));
  if (latest.value <= decide.value) return std::optional<Date>();
  return std::optional(arrived.plus_days(latest.value));
}

Result<> check_extension(Kind kind, Claims claims, Date arrived, Date today, Date extended_to) {
  const auto present = KENPO_TRY(clocks_of(kind, claims, arrived));
  const auto latest = KENPO_TRY(latest_extension(kind, claims, arrived));
  if (!latest) {
    return base::Fault{{"この請求の期限は延長できません。", "This request is not put off."},
                       {"組合の要領で延長できるのは、レセプトの開示だけです。",
                        "By our rule only the disclosure of claims is."},
                       {"期限までに決定してください。過ぎるときは、理由を本人に知らせます。",
                        "Decide in time; when it passes, tell the person why."},
                       {}};
  }
  if (today > present.value.decide) {
    return base::Fault{{"延長の通知には遅すぎます。", "It is too late to extend."},
                       {"延長は、決定の期限までに理由を添えて知らせます。",
                        "An extension is told with its reason by the day of the decision."},
                       {"期限を過ぎたことと理由を本人に知らせ、早く決定してください。",
                        "Tell the person that the day has passed, and decide soon."},
                       {}};
  }
  if (extended_to <= present.value.decide || extended_to > *latest) {
    return base::Fault{
        {"延長後の期限がその範囲にありません。", "The day is out of range."},
        {base::Plain("延長は、いまの期限の後で、") + *latest + "までです。",
         base::Plain("It lies after the present day and by ") + *latest + "."},
        {"期限の日を入れ直してください。", "Enter the day again."},
        {}};
  }
  return base::Done{};
}

Lateness lateness(const Clocks& clocks, Date today, bool answered, bool decided, bool refused) {
  return {.suable = refused || (!decided && today >= clocks.suable_from),
          .overdue = !decided && today > clocks.decide,
          .silent = !answered && today > clocks.first_answer};
}

Result<Date> supplement_due(Date today) {
  const auto wait = KENPO_TRY(days("request.supplement", today));
  return law::next_business_day(today.plus_days(wait.value));
}

Result<Date> opinion_due(Date today) {
  const auto wait = KENPO_TRY(days("request.opinion", today));
  return law::next_business_day(today.plus_days(wait.value));
}

// 民法4条; 個人情報保護法施行令13条
Result<Capacity> capacity(Date born, Date today) {
  const auto full = KENPO_TRY(days("request.capacity_age", today));
  const auto aware = KENPO_TRY(days("request.aware_age", today));
  const int age = base::age_on(born, today);
  if (age >= full.value) return Capacity::full;
  return age < aware.value ? Capacity::aware_under_16 : Capacity::minor;
}

}  // namespace kenpo::request
