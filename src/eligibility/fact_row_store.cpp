#include "eligibility/fact_row_store.h"

#include "eligibility/address_origin_store.h"
#include "eligibility/circumstance_store.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/notified_paper_store.h"
#include "eligibility/person_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;

template <const store::Table& table, typename Id>
Result<std::optional<store::RowId>> row_of(const store::View& view, const MemberAccess& access,
                                           store::Clause clause, const Id& id) {
  return store::find<table>(view, access, clause, {id, store::not_withdrawn},
                            [](const store::Record<table>& record) { return record.row(); });
}

template <typename Id>
Id known_id(std::string_view text) {
  const auto id = Id::parse(text);
  KENPO_REQUIRE(id.has_value());
  return *id;
}

/// The fact as a row has it, withdrawn or not.
template <const store::Table& table, typename Make>
auto fact_at(const store::View& view, const MemberAccess& access, store::RowId row, Make made_from)
    -> Result<std::invoke_result_t<Make&, const store::Record<table>&>> {
  auto found = KENPO_TRY(store::find<table>(view, access, {"row_id = $1"}, {row}, made_from));
  KENPO_REQUIRE(found.has_value());
  return *std::move(found);
}

Result<> put_person_back(store::Transaction& transaction, const MemberAccess& access,
                         const NotificationChange& change, base::Moment now) {
  if (!change.before) {
    KENPO_TRY(store::withdraw<person_table>(transaction, access, change.after, now));
    return base::Done{};
  }
  struct Before {
    Person person;
    base::Date from;
  };
  const auto before = KENPO_TRY(fact_at<person_table>(
      transaction, access, *change.before, [](const store::Record<person_table>& record) {
        return Before{person_from(record), record.times().valid_from};
      }));
  return put(transaction, access, before.person, before.from, now);
}

Result<> put_period_back(store::Transaction& transaction, const MemberAccess& access,
                         const NotificationChange& change, base::Moment now) {
  if (!change.before) {
    return cancel(transaction, access, known_id<PeriodId>(change.fact_id), now);
  }
  const auto before = KENPO_TRY(
      fact_at<insured_period_table>(transaction, access, *change.before, period_from));
  return put(transaction, access, before, now);
}

Result<> put_link_back(store::Transaction& transaction, const MemberAccess& access,
                       const NotificationChange& change, base::Moment now) {
  if (!change.before) {
    KENPO_TRY(store::withdraw<dependent_link_table>(transaction, access, change.after, now));
    return base::Done{};
  }
  const auto before =
      KENPO_TRY(fact_at<dependent_link_table>(transaction, access, *change.before, link_from));
  return put(transaction, access, before, now);
}

Result<> put_circumstance_back(store::Transaction& transaction, const MemberAccess& access,
                               const NotificationChange& change, base::Moment now) {
  if (!change.before) {
    KENPO_TRY(store::withdraw<circumstance_table>(transaction, access, change.after, now));
    return base::Done{};
  }
  const auto before = KENPO_TRY(
      fact_at<circumstance_table>(transaction, access, *change.before, circumstance_from));
  return put(transaction, access, before, now);
}

Result<> put_notified_paper_back(store::Transaction& transaction, const MemberAccess& access,
                                 const NotificationChange& change, base::Moment now) {
  if (!change.before) {
    KENPO_TRY(store::withdraw<notified_paper_table>(transaction, access, change.after, now));
    return base::Done{};
  }
  const auto before = KENPO_TRY(
      fact_at<notified_paper_table>(transaction, access, *change.before, notified_paper_from));
  return put(transaction, access, before, now);
}

Result<> put_origin_back(store::Transaction& transaction, const MemberAccess& access,
                         const NotificationChange& change, base::Moment now) {
  if (!change.before) {
    KENPO_TRY(store::withdraw<address_origin_table>(transaction, access, change.after, now));
    return base::Done{};
  }
  const auto before = KENPO_TRY(
      fact_at<address_origin_table>(transaction, access, *change.before, address_origin_from));
  return put(transaction, access, before, now);
}

}  // namespace

Result<std::optional<store::RowId>> standing_row(const store::View& view,
                                                 const MemberAccess& access, FactKind fact,
                                                 std::string_view fact_id) {
  switch (fact) {
    case FactKind::person:
      return row_of<person_table>(view, access, {"subject_id = $1 AND withdrawn_at = $2"},
                                  known_id<base::PersonId>(fact_id));
    case FactKind::period:
      return row_of<insured_period_table>(view, access, {"period = $1 AND withdrawn_at = $2"},
                                          known_id<PeriodId>(fact_id));
    case FactKind::link:
      return row_of<dependent_link_table>(view, access, {"link = $1 AND withdrawn_at = $2"},
                                          known_id<DependentLinkId>(fact_id));
    case FactKind::circumstance:
      return row_of<circumstance_table>(view, access, {"circumstance = $1 AND withdrawn_at = $2"},
                                        known_id<CircumstanceId>(fact_id));
    case FactKind::address_origin:
      return row_of<address_origin_table>(view, access,
                                          {"subject_id = $1 AND withdrawn_at = $2"},
                                          known_id<base::PersonId>(fact_id));
    case FactKind::notified_paper:
      return row_of<notified_paper_table>(view, access, {"told = $1 AND withdrawn_at = $2"},
                                          known_id<NotifiedPaperId>(fact_id));
  }
  return std::optional<store::RowId>();
}

Result<bool> take_back(store::Transaction& transaction, const MemberAccess& access,
                       const NotificationChange& change, base::Moment now) {
  const auto standing =
      KENPO_TRY(standing_row(transaction, access, change.fact, change.fact_id));
  if (standing != change.after) return false;
  switch (change.fact) {
    case FactKind::person:
      KENPO_TRY(put_person_back(transaction, access, change, now));
      break;
    case FactKind::period:
      KENPO_TRY(put_period_back(transaction, access, change, now));
      break;
    case FactKind::link:
      KENPO_TRY(put_link_back(transaction, access, change, now));
      break;
    case FactKind::circumstance:
      KENPO_TRY(put_circumstance_back(transaction, access, change, now));
      break;
    case FactKind::address_origin:
      KENPO_TRY(put_origin_back(transaction, access, change, now));
      break;
    case FactKind::notified_paper:
      KENPO_TRY(put_notified_paper_back(transaction, access, change, now));
      break;
  }
  return true;
}

}  // namespace kenpo::eligibility
