#include "request/retention_rule.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::request {

using base::Date;
using base::Result;

namespace {

constexpr int april = 4;
using Due = law::Decision<std::optional<Date>>;

struct Period {
  const char* name;
  bool from_membership;  // counted from the end of membership, else from the record
};

Period period_of(RecordClass record_class) {
  switch (record_class) {
    case RecordClass::medical_claim:
      return {"retention.medical_claim", false};
    case RecordClass::health_checkup:
      return {"retention.health_checkup.from_next_year", false};
    case RecordClass::health_guidance:
      return {"retention.health_guidance", false};
    case RecordClass::benefit:
      return {"retention.benefit", false};
    case RecordClass::eligibility:
      return {"retention.eligibility", true};
    case RecordClass::premium:
      return {"retention.premium", true};
    case RecordClass::request:
      return {"retention.request", false};
    case RecordClass::provision:
      return {"retention.provision.batch", false};
    case RecordClass::audit_log:
    case RecordClass::other:
      break;
  }
  return {"retention.other", true};
}

law::Basis line(base::Words step, const law::Row& row, Date until) {
  return {
      .step = std::move(step), .article = base::Plain::name(row.basis), .fact = until, .row = &row};
}

/// 実施基準10条: the shorter of two periods, both by fiscal years.
Result<Due> checkup(const KeptRecord& record) {
  const auto& book = law::Book::carried();
  Due due{};
  // 記録の作成の日の属する年度の翌年度から五年を経過するまで
  const auto kept = KENPO_TRY(book.count("retention.health_checkup.from_next_year", record.made));
  Date until = fiscal_year_end(record.made).plus_years_clamped(kept.value);
  due.basis.push_back(line({"作成の翌年度から", "From the year after"}, *kept.row, until));
  // 他の保険者の加入者となった日の属する年度の翌年度の末日まで
  if (record.joined_other) {
    const auto after =
        KENPO_TRY(book.count("retention.health_checkup.after_leaving", *record.joined_other));
    const Date left = fiscal_year_end(*record.joined_other).plus_years_clamped(after.value);
    due.basis.push_back(
        line({"他の保険者に加入した翌年度末", "After joining another"}, *after.row, left));
    until = std::min(until, left);
  }
  due.value = until.plus_days(1);
  return due;
}

/// privacy.md 1.7, our rule: the longer of both, so that a use can be asked about after the data
/// have gone. No use is later than the day on which the last record went.
Result<Due> audit_log(const KeptRecord& record) {
  const auto& book = law::Book::carried();
  Due due{};
  const auto after = KENPO_TRY(book.count("retention.log_after_data", record.made));
  const auto least = KENPO_TRY(book.count("retention.log_least", record.made));
  const Date after_data = record.made.plus_years_clamped(after.value);
  const Date at_least = record.made.plus_years_clamped(least.value);
  due.basis.push_back(line({"データが無くなってから", "After the data"}, *after.row, after_data));
  due.basis.push_back(line({"最後の利用から", "From the last use"}, *least.row, at_least));
  due.value = std::max(after_data, at_least).plus_days(1);
  return due;
}

}  // namespace

Date fiscal_year_end(Date day) {
  const int year = day.month() >= april ? day.year() + 1 : day.year();
  return *Date::make(year, april - 1, 31);
}

Result<Due> erasable_from(const KeptRecord& record) {
  if (record.record_class == RecordClass::health_checkup) return checkup(record);
  if (record.record_class == RecordClass::audit_log) return audit_log(record);
  const auto period = period_of(record.record_class);
  Due due{};
  if (period.from_membership && !record.member_until) return due;
  const Date from =
      period.from_membership ? std::max(*record.member_until, record.made) : record.made;
  const auto kept = KENPO_TRY(law::Book::carried().count(period.name, from));
  const Date until = from.plus_years_clamped(kept.value);
  due.basis.push_back(line({"保存する期間の末日", "Last day of the period"}, *kept.row, until));
  due.value = until.plus_days(1);
  return due;
}

}  // namespace kenpo::request
