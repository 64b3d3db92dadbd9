#include "eligibility/notification_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;

/// The yes-or-no values of a notification, one bit each.
enum FlagBit : int {
  short_hours_bit = 1,
  two_workplaces_bit = 2,
  has_dependents_bit = 4,
  late_for_reason_bit = 8,
  other_cover_bit = 16,
  student_bit = 32,
  wants_certificate_bit = 64,
};

int flags_of_notification(const Notification& one) {
  int flags = 0;
  if (one.short_hours == YesNo::yes) flags |= short_hours_bit;
  if (one.two_workplaces == YesNo::yes) flags |= two_workplaces_bit;
  if (one.has_dependents == YesNo::yes) flags |= has_dependents_bit;
  if (one.late_for_reason == YesNo::yes) flags |= late_for_reason_bit;
  if (one.other_cover == OtherCover::proved) flags |= other_cover_bit;
  if (one.student == YesNo::yes) flags |= student_bit;
  if (one.wants_certificate == YesNo::yes) flags |= wants_certificate_bit;
  return flags;
}

template <const store::Table& table>
store::Draft<table> notification_draft(const Notification& one) {
  store::Draft<table> draft(one.person);
  draft.set("notification", one.id)
      .set("kind", one.kind)
      .set("outcome", one.outcome)
      .set("establishment", one.establishment)
      .set("case_id", one.case_id)
      .set("item", one.item)
      .set("entered_at", one.entered_at)
      .set("received_on", one.received_on)
      .set("on_day", one.on)
      .set("period", one.period)
      .set("to_establishment", one.to_establishment)
      .set("other_person", one.other_person)
      .set("name", one.name)
      .set("name_kana", one.name_kana)
      .set("sex", one.sex)
      .set("born", one.born)
      .set("postal_code", one.postal_code)
      .set("address", one.address)
      .set("address_kana", one.address_kana)
      .set("number", one.number)
      .set("acquisition_class", one.acquisition_class)
      .set("ended_on", one.ended_on)
      .set("end_reason", one.end_reason)
      .set("relation", one.relation)
      .set("pay", one.pay)
      .set("flags", flags_of_notification(one))
      .set("weekly_hours", one.weekly_hours)
      .set("office_size", one.office_size)
      .set("detail", one.detail)
      .set("address_kind", one.address_kind)
      .set("address_source", one.address_source)
      .set("attached", one.certificates_attached)
      .set("not_returned", one.certificates_not_returned)
      .set("abroad", one.abroad)
      .set("abroad_for", one.abroad_for)
      .set("abroad_on", one.abroad_on)
      .set("pension_paper_on", one.pension_paper_on)
      .set("pension_years", one.pension_years)
      .set("pension_years_after_40", one.pension_years_after_40);
  return draft;
}

template <const store::Table& table>
Notification notification_from(const store::Record<table>& record) {
  const int flags = record.template get<int>("flags");
  const auto is = [&](FlagBit bit) { return yes_no((flags & bit) != 0); };
  return {.id = record.template get<NotificationId>("notification"),
          .kind = record.template get<NotificationKind>("kind"),
          .outcome = record.template get<NotificationOutcome>("outcome"),
          .person = record.subject(),
          .establishment = record.template get<base::EstablishmentId>("establishment"),
          .case_id = record.template get<base::CaseId>("case_id"),
          .item = record.template get<WorkItemId>("item"),
          .entered_at = record.template get<base::Moment>("entered_at"),
          .received_on = record.template get<base::Date>("received_on"),
          .on = record.template get<base::Date>("on_day"),
          .period = record.template get<std::optional<PeriodId>>("period"),
          .to_establishment =
              record.template get<std::optional<base::EstablishmentId>>("to_establishment"),
          .other_person = record.template get<std::optional<base::PersonId>>("other_person"),
          .name = record.template get<std::string>("name"),
          .name_kana = record.template get<std::string>("name_kana"),
          .sex = record.template get<std::optional<Sex>>("sex"),
          .born = record.template get<std::optional<base::Date>>("born"),
          .postal_code = record.template get<std::string>("postal_code"),
          .address = record.template get<std::string>("address"),
          .address_kana = record.template get<std::string>("address_kana"),
          .address_kind = record.template get<std::optional<AddressKind>>("address_kind"),
          .address_source = record.template get<std::optional<AddressSource>>("address_source"),
          .number = record.template get<std::string>("number"),
          .acquisition_class = record.template get<int>("acquisition_class"),
          .ended_on = record.template get<std::optional<base::Date>>("ended_on"),
          .end_reason = record.template get<std::optional<EndReason>>("end_reason"),
          .relation = record.template get<std::optional<Relation>>("relation"),
          .pay = record.template get<base::Yen>("pay"),
          .short_hours = is(short_hours_bit),
          .two_workplaces = is(two_workplaces_bit),
          .has_dependents = is(has_dependents_bit),
          .late_for_reason = is(late_for_reason_bit),
          .other_cover = is(other_cover_bit) == YesNo::yes ? OtherCover::proved : OtherCover::none,
          .weekly_hours = record.template get<std::optional<int>>("weekly_hours"),
          .student = is(student_bit),
          .office_size = record.template get<std::optional<int>>("office_size"),
          .detail = record.template get<std::string>("detail"),
          .wants_certificate = is(wants_certificate_bit),
          .certificates_attached = record.template get<std::optional<int>>("attached"),
          .certificates_not_returned = record.template get<std::optional<int>>("not_returned"),
          .abroad = record.template get<std::optional<Abroad>>("abroad"),
          .abroad_for = record.template get<std::optional<int>>("abroad_for"),
          .abroad_on = record.template get<std::optional<base::Date>>("abroad_on"),
          .pension_paper_on = record.template get<std::optional<base::Date>>("pension_paper_on"),
          .pension_years = record.template get<std::optional<int>>("pension_years"),
          .pension_years_after_40 =
              record.template get<std::optional<int>>("pension_years_after_40")};
}

}  // namespace

Result<> add(store::Transaction& transaction, const NotificationAccess& access,
             const Notification& notification) {
  KENPO_TRY(store::insert<notification_table>(
      transaction, access, notification_draft<notification_table>(notification)));
  return base::Done{};
}

Result<> put(store::Transaction& transaction, const NotificationAccess& access,
             const Notification& notification) {
  std::optional<store::RowId> row;
  std::optional<base::PersonId> person;
  KENPO_TRY(store::each<notification_table>(
      transaction, access, {"notification = $1"}, {notification.id},
      [&](const store::Record<notification_table>& record) {
        row = record.row();
        person = record.subject();
      }));
  KENPO_REQUIRE(row.has_value());
  if (person == notification.person) {
    return store::replace<notification_table>(transaction, access, *row,
                                              notification_draft<notification_table>(notification));
  }
  KENPO_TRY(store::remove<notification_table>(transaction, access, *row));
  return add(transaction, access, notification);
}

Result<std::optional<Notification>> find_notification(const store::View& view,
                                                      const NotificationAccess& access,
                                                      const NotificationId& id) {
  return store::find<notification_table>(view, access, {"notification = $1"}, {id},
                                         notification_from<notification_table>);
}

Result<std::optional<Notification>> notification_of_item(const store::View& view,
                                                         const NotificationAccess& access,
                                                         const WorkItemId& item) {
  return store::find<notification_table>(view, access, {"item = $1"}, {item},
                                         notification_from<notification_table>);
}

Result<std::vector<Notification>> notifications_of(const store::View& view,
                                                   const NotificationAccess& access,
                                                   const base::PersonId& person) {
  return store::list<notification_table>(view, access, {"subject_id = $1", "ORDER BY row_id"},
                                         {person},
                                         notification_from<notification_table>);
}

Result<> add(store::Transaction& transaction, const NotificationAccess& access,
             const EarlierNotification& earlier) {
  auto draft = notification_draft<earlier_notification_table>(earlier.notification);
  draft.set("replaced_at", earlier.replaced_at).set("replaced_by", earlier.replaced_by);
  KENPO_TRY(store::insert<earlier_notification_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<EarlierNotification>> earlier_of(const store::View& view,
                                                    const NotificationAccess& access,
                                                    const NotificationId& id) {
  return store::list<earlier_notification_table>(
      view, access, {"notification = $1", "ORDER BY row_id"}, {id},
      [](const store::Record<earlier_notification_table>& record) {
        return EarlierNotification{
            .notification = notification_from<earlier_notification_table>(record),
            .replaced_at = record.get<base::Moment>("replaced_at"),
            .replaced_by = record.get<base::StaffId>("replaced_by")};
      });
}

Result<> add(store::Transaction& transaction, const NotificationChange& change) {
  store::Draft<notification_change_table> draft;
  draft.set("notification", change.notification)
      .set("fact", change.fact)
      .set("fact_id", change.fact_id)
      .set("before_row", change.before)
      .set("after_row", change.after);
  KENPO_TRY(store::insert<notification_change_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<NotificationChange>> changes_of(const store::View& view,
                                                   const NotificationId& id) {
  return store::list<notification_change_table>(
      view, store::no_personal_data, {"notification = $1", "ORDER BY row_id"}, {id},
      [](const store::Record<notification_change_table>& record) {
        return NotificationChange{
            .notification = record.get<NotificationId>("notification"),
            .fact = record.get<FactKind>("fact"),
            .fact_id = record.get<std::string>("fact_id"),
            .before = record.get<std::optional<store::RowId>>("before_row"),
            .after = record.get<store::RowId>("after_row")};
      });
}

}  // namespace kenpo::eligibility
