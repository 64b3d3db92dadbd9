#include "benefit/outpatient_year_store.h"

#include <charconv>

#include "base/tsv.h"

namespace kenpo::benefit {

namespace {

using base::Month;
using base::Result;
using base::Yen;
using YearRecord = store::Record<outpatient_year_table>;
using CertificateRecord = store::Record<burden_certificate_table>;
using NoticeRecord = store::Record<base_day_notice_table>;
using FactRecord = store::Record<no_insurance_table>;

std::string months_text(const std::vector<OutpatientMonth>& months) {
  std::string text;
  for (const auto& each : months) {
    text += each.month.iso() + "\t" + std::to_string(each.left.amount()) + "\n";
  }
  return text;
}

std::vector<OutpatientMonth> months_in(std::string_view text) {
  std::vector<OutpatientMonth> months;
  for (const auto line : base::lines_of(text)) {
    const auto cells = base::cells_of(line, '\t');
    constexpr std::size_t cells_of_a_month = 2;
    if (cells.size() != cells_of_a_month) continue;
    const auto month = Month::parse(cells[0]);
    std::int64_t yen = 0;
    std::from_chars(cells[1].data(), cells[1].data() + cells[1].size(), yen);
    if (month) months.push_back({*month, Yen(yen)});
  }
  return months;
}

OutpatientYear year_from(const YearRecord& record) {
  return {.id = record.get<ResultId>("result"),
          .person = record.subject(),
          .insured = record.get<base::PersonId>("insured"),
          .establishment = record.get<base::EstablishmentId>("establishment"),
          .last = record.get<Month>("year_end"),
          .base_day = record.get<std::optional<base::Date>>("base_day").value_or(
              record.get<Month>("year_end").last_day()),
          .of = record.get<certificate::LimitClass>("of"),
          .ours = record.get<Yen>("ours"),
          .others = record.get<Yen>("others"),
          .benefit = record.get<Yen>("benefit"),
          .doubts = static_cast<Doubts>(record.get<int>("doubts")),
          .months = months_in(record.get<std::string>("month_amounts")),
          .computed_at = record.times().decided_at};
}

BurdenCertificate certificate_from(const CertificateRecord& record) {
  return {.id = record.get<BurdenCertificateId>("certificate"),
          .person = record.subject(),
          .last = record.get<Month>("year_end"),
          .insurer = record.get<std::string>("other_insurer"),
          .amount = record.get<Yen>("amount"),
          .entered_at = record.times().decided_at};
}

BaseDayNotice notice_from(const NoticeRecord& record) {
  return {.person = record.subject(),
          .last = record.get<Month>("year_end"),
          .insurer = record.get<std::string>("base_day_insurer"),
          .of = record.get<certificate::LimitClass>("of"),
          .total = record.get<Yen>("burden_total"),
          .entered_at = record.times().decided_at};
}

NoInsuranceFact fact_from(const FactRecord& record) {
  return {.person = record.subject(),
          .last = record.get<Month>("year_end"),
          .why = record.get<NoInsurance>("reason"),
          .evidence = record.get<std::string>("evidence"),
          .entered_at = record.times().decided_at};
}

store::Times period_of(Month last, base::Moment now) {
  return {.valid_from = last.plus(-months_before_last).first_day(),
          .valid_to = last.last_day(),
          .decided_at = now};
}

}  // namespace

Result<> put(store::Transaction& transaction, const ResultAccess& access,
             const OutpatientYear& year, const std::vector<BasisPart>& basis, base::Moment now) {
  const auto standing = KENPO_TRY(store::list<outpatient_year_table>(
      transaction, access, {"subject_id = $1 AND year_end = $2 AND withdrawn_at = $3"},
      {year.person, year.last, store::not_withdrawn},
      [](const YearRecord& record) { return record.row(); }));
  for (const auto& row : standing) {
    KENPO_TRY(store::withdraw<outpatient_year_table>(transaction, access, row, now));
  }
  store::Draft<outpatient_year_table> draft(year.person, period_of(year.last, now));
  draft.set("result", year.id)
      .set("insured", year.insured)
      .set("establishment", year.establishment)
      .set("year_end", year.last)
      .set("ours", year.ours)
      .set("others", year.others)
      .set("benefit", year.benefit)
      .set("doubts", static_cast<int>(year.doubts))
      .set("base_day", std::optional(year.base_day))
      .set("of", year.of)
      .set("month_amounts", months_text(year.months));
  KENPO_TRY(store::insert<outpatient_year_table>(transaction, access, draft));
  return put_basis(transaction, access, year.person, year.id, basis);
}

Result<std::optional<OutpatientYear>> find_year(const store::View& view, const ResultAccess& access,
                                                const base::PersonId& person, Month last) {
  return store::find<outpatient_year_table>(
      view, access, {"subject_id = $1 AND year_end = $2 AND withdrawn_at = $3"},
      {person, last, store::not_withdrawn}, year_from);
}

Result<std::vector<OutpatientYear>> years_of_household(const store::View& view,
                                                       const ResultAccess& access,
                                                       const base::PersonId& insured, Month last) {
  return store::list<outpatient_year_table>(
      view, access, {"insured = $1 AND year_end = $2 AND withdrawn_at = $3", "ORDER BY row_id"},
      {insured, last, store::not_withdrawn}, year_from);
}

Result<std::vector<OutpatientYear>> years_ending(const store::View& view,
                                                 const ResultAccess& access, Month last) {
  return store::list<outpatient_year_table>(
      view, access, {"year_end = $1 AND withdrawn_at = $2", "ORDER BY row_id"},
      {last, store::not_withdrawn}, year_from);
}

Result<> put(store::Transaction& transaction, const AwardAccess& access,
             const BurdenCertificate& certificate, base::Moment now) {
  std::vector<store::RowId> standing;
  KENPO_TRY(store::each<burden_certificate_table>(
      transaction, access, {"subject_id = $1 AND year_end = $2 AND withdrawn_at = $3"},
      {certificate.person, certificate.last, store::not_withdrawn},
      [&](const CertificateRecord& record) {
        if (record.get<std::string>("other_insurer") == certificate.insurer) {
          standing.push_back(record.row());
        }
      }));
  for (const auto& row : standing) {
    KENPO_TRY(store::withdraw<burden_certificate_table>(transaction, access, row, now));
  }
  store::Draft<burden_certificate_table> draft(certificate.person,
                                               period_of(certificate.last, now));
  draft.set("certificate", certificate.id)
      .set("year_end", certificate.last)
      .set("amount", certificate.amount)
      .set("other_insurer", certificate.insurer);
  KENPO_TRY(store::insert<burden_certificate_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<BurdenCertificate>> burden_certificates_of(const store::View& view,
                                                              const AwardAccess& access,
                                                              const base::PersonId& person,
                                                              Month last) {
  return store::list<burden_certificate_table>(
      view, access, {"subject_id = $1 AND year_end = $2 AND withdrawn_at = $3", "ORDER BY row_id"},
      {person, last, store::not_withdrawn}, certificate_from);
}

Result<> put(store::Transaction& transaction, const AwardAccess& access,
             const BaseDayNotice& notice, base::Moment now) {
  const auto standing = KENPO_TRY(store::list<base_day_notice_table>(
      transaction, access, {"subject_id = $1 AND year_end = $2 AND withdrawn_at = $3"},
      {notice.person, notice.last, store::not_withdrawn},
      [](const NoticeRecord& record) { return record.row(); }));
  for (const auto& row : standing) {
    KENPO_TRY(store::withdraw<base_day_notice_table>(transaction, access, row, now));
  }
  store::Draft<base_day_notice_table> draft(notice.person, period_of(notice.last, now));
  draft.set("year_end", notice.last)
      .set("burden_total", notice.total)
      .set("of", notice.of)
      .set("base_day_insurer", notice.insurer);
  KENPO_TRY(store::insert<base_day_notice_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::optional<BaseDayNotice>> base_day_notice_of(const store::View& view,
                                                        const AwardAccess& access,
                                                        const base::PersonId& person, Month last) {
  return store::find<base_day_notice_table>(
      view, access, {"subject_id = $1 AND year_end = $2 AND withdrawn_at = $3"},
      {person, last, store::not_withdrawn}, notice_from);
}

Result<bool> withdraw_no_insurance(store::Transaction& transaction, const AwardAccess& access,
                                   const base::PersonId& person, Month last, base::Moment now) {
  const auto standing = KENPO_TRY(store::list<no_insurance_table>(
      transaction, access, {"subject_id = $1 AND year_end = $2 AND withdrawn_at = $3"},
      {person, last, store::not_withdrawn},
      [](const FactRecord& record) { return record.row(); }));
  for (const auto& row : standing) {
    KENPO_TRY(store::withdraw<no_insurance_table>(transaction, access, row, now));
  }
  return !standing.empty();
}

Result<> put(store::Transaction& transaction, const AwardAccess& access,
             const NoInsuranceFact& fact, base::Moment now) {
  KENPO_TRY(withdraw_no_insurance(transaction, access, fact.person, fact.last, now));
  store::Draft<no_insurance_table> draft(fact.person, period_of(fact.last, now));
  draft.set("year_end", fact.last)
      .set("reason", fact.why)
      .set("evidence", fact.evidence);
  KENPO_TRY(store::insert<no_insurance_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::optional<NoInsuranceFact>> no_insurance_of(const store::View& view,
                                                       const AwardAccess& access,
                                                       const base::PersonId& person, Month last) {
  return store::find<no_insurance_table>(
      view, access, {"subject_id = $1 AND year_end = $2 AND withdrawn_at = $3"},
      {person, last, store::not_withdrawn}, fact_from);
}

Result<std::vector<base::PersonId>> certified_people(const store::View& view,
                                                     const AwardAccess& access, Month last) {
  auto people = KENPO_TRY(store::list<burden_certificate_table>(
      view, access, {"year_end = $1 AND withdrawn_at = $2", "ORDER BY row_id"},
      {last, store::not_withdrawn},
      [](const CertificateRecord& record) { return record.subject(); }));
  for (auto& person : KENPO_TRY(store::list<base_day_notice_table>(
           view, access, {"year_end = $1 AND withdrawn_at = $2", "ORDER BY row_id"},
           {last, store::not_withdrawn},
           [](const NoticeRecord& record) { return record.subject(); }))) {
    people.push_back(person);
  }
  for (auto& person : KENPO_TRY(store::list<no_insurance_table>(
           view, access, {"year_end = $1 AND withdrawn_at = $2", "ORDER BY row_id"},
           {last, store::not_withdrawn},
           [](const FactRecord& record) { return record.subject(); }))) {
    people.push_back(person);
  }
  return people;
}

}  // namespace kenpo::benefit
