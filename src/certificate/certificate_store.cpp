#include "certificate/certificate_store.h"

namespace kenpo::certificate {

using base::Result;

Certificate certificate_from(const store::Record<certificate_table>& record) {
  const auto text = [&](auto column) { return record.template get<std::string>(column); };
  Certificate made{.id = record.get<CertificateId>("certificate"),
                   .person = record.subject(),
                   .insured = record.get<base::PersonId>("insured"),
                   .establishment = record.get<base::EstablishmentId>("establishment"),
                   .kind = record.get<Kind>("kind"),
                   .state = record.get<State>("state"),
                   .cause = record.get<Cause>("cause"),
                   .card_use = record.get<CardUse>("card_use"),
                   .from = record.times().valid_from,
                   .until = std::nullopt,
                   .state_on = record.get<base::Date>("state_on"),
                   .run = record.get<std::optional<RunId>>("run"),
                   .paper_number = record.get<std::int64_t>("paper_number"),
                   .collect_by = record.get<std::optional<base::Date>>("collect_by"),
                   .reminders = record.get<int>("reminders"),
                   .reminded_on = record.get<std::optional<base::Date>>("reminded_on"),
                   .contents = {}};
  if (record.times().valid_to != store::no_end) made.until = record.times().valid_to;
  using Text = store::ColumnName<certificate_table, store::Kind::text, store::Presence::required>;
  made.contents = {.symbol = text(Text("symbol")),
                   .number = text(Text("number")),
                   .branch = record.get<int>("branch"),
                   .name = text(Text("name")),
                   .insured_name = text(Text("insured_name")),
                   .share_percent = record.get<int>("share_percent"),
                   .limit_class = record.get<std::optional<LimitClass>>("limit_class"),
                   .disease = record.get<std::optional<Disease>>("disease"),
                   .limit_amount = record.get<base::Yen>("limit_amount"),
                   .long_stay = record.get<LongStay>("long_stay"),
                   .born = record.get<std::optional<base::Date>>("born"),
                   .sex = record.get<std::optional<eligibility::Sex>>("sex"),
                   .joined = record.get<std::optional<base::Date>>("joined")};
  return made;
}

namespace of_certificates {

store::Draft<certificate_table> draft_of(const Certificate& certificate, base::Moment now) {
  store::Draft<certificate_table> draft(
      certificate.person, store::Times{.valid_from = certificate.from,
                                       .valid_to = certificate.until.value_or(store::no_end),
                                       .decided_at = now});
  const auto& contents = certificate.contents;
  draft.set("certificate", certificate.id)
      .set("insured", certificate.insured)
      .set("establishment", certificate.establishment)
      .set("kind", certificate.kind)
      .set("state", certificate.state)
      .set("cause", certificate.cause)
      .set("state_on", certificate.state_on)
      .set("run", certificate.run)
      .set("paper_number", certificate.paper_number)
      .set("collect_by", certificate.collect_by)
      .set("reminders", certificate.reminders)
      .set("reminded_on", certificate.reminded_on)
      .set("card_use", certificate.card_use)
      .set("symbol", contents.symbol)
      .set("number", contents.number)
      .set("branch", contents.branch)
      .set("name", contents.name)
      .set("insured_name", contents.insured_name)
      .set("share_percent", contents.share_percent)
      .set("limit_class", contents.limit_class)
      .set("disease", contents.disease)
      .set("limit_amount", contents.limit_amount)
      .set("long_stay", contents.long_stay)
      .set("born", contents.born)
      .set("sex", contents.sex)
      .set("joined", contents.joined);
  return draft;
}

}  // namespace of_certificates

Result<> put(store::Transaction& transaction, const CertificateAccess& access,
             const Certificate& certificate, base::Moment now) {
  KENPO_REQUIRE(!certificate.until || certificate.from <= *certificate.until);
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<certificate_table>(
      transaction, access, {"certificate = $1 AND withdrawn_at = $2"},
      {certificate.id, store::not_withdrawn},
      [&](const store::Record<certificate_table>& record) { old = record.row(); }));
  if (old) KENPO_TRY(store::withdraw<certificate_table>(transaction, access, *old, now));
  KENPO_TRY(store::insert<certificate_table>(transaction, access,
                                             of_certificates::draft_of(certificate, now)));
  return base::Done{};
}

Result<std::optional<Certificate>> find_certificate(const store::View& view,
                                                    const CertificateAccess& access,
                                                    const CertificateId& id) {
  return store::find<certificate_table>(view, access, {"certificate = $1 AND withdrawn_at = $2"},
                                        {id, store::not_withdrawn}, certificate_from);
}

Result<std::vector<Certificate>> certificates_of(const store::View& view,
                                                 const CertificateAccess& access,
                                                 const base::PersonId& person) {
  return store::list<certificate_table>(
      view, access,
      {"subject_id = $1 AND withdrawn_at = $2", "ORDER BY valid_from DESC, row_id DESC"},
      {person, store::not_withdrawn}, certificate_from);
}

Result<std::vector<Certificate>> certificates_of_run(const store::View& view,
                                                     const CertificateAccess& access,
                                                     const RunId& run) {
  return store::list<certificate_table>(
      view, access, {"run = $1 AND withdrawn_at = $2", "ORDER BY paper_number, row_id"},
      {run, store::not_withdrawn}, certificate_from);
}

Result<std::int64_t> count_certificates(const store::View& view, const CertificateAccess& access,
                                        const CertificateFilter& filter) {
  if (filter.establishment) {
    return store::count<certificate_table>(
        view, access, {"kind = $1 AND state = $2 AND establishment = $3 AND withdrawn_at = $4"},
        {filter.kind, filter.state, *filter.establishment, store::not_withdrawn});
  }
  return store::count<certificate_table>(view, access,
                                         {"kind = $1 AND state = $2 AND withdrawn_at = $3"},
                                         {filter.kind, filter.state, store::not_withdrawn});
}

Result<std::vector<Certificate>> list_certificates(const store::View& view,
                                                   const CertificateAccess& access,
                                                   const CertificateFilter& filter,
                                                   std::int64_t skipped, std::int64_t most) {
  if (filter.establishment) {
    return store::list<certificate_table>(
        view, access,
        {"kind = $1 AND state = $2 AND establishment = $3 AND withdrawn_at = $4",
         "ORDER BY state_on, row_id LIMIT $5 OFFSET $6"},
        {filter.kind, filter.state, *filter.establishment, store::not_withdrawn, most, skipped},
        certificate_from);
  }
  return store::list<certificate_table>(
      view, access,
      {"kind = $1 AND state = $2 AND withdrawn_at = $3",
       "ORDER BY state_on, row_id LIMIT $4 OFFSET $5"},
      {filter.kind, filter.state, store::not_withdrawn, most, skipped}, certificate_from);
}

}  // namespace kenpo::certificate
