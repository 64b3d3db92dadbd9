// Stops of purposes, objections to recipients and the ledger of provisions, in the store.
#pragma once

#include <vector>

#include "base/result.h"
#include "request/request_store.h"
#include "request/use_stop.h"

namespace kenpo::request {

inline constexpr store::Table use_stop_table{.name = "use_stop",
                                             .japanese = "利用の停止",
                                             .subject = store::Subject::person,
                                             .statute = notice::Statute::request_of_person,
                                             .timed = store::Timed::yes,
                                             .clear = {{"case_id", store::Kind::id},
                                                       {"purpose", store::Kind::integer},
                                                       {"standing", store::Kind::integer},
                                                       {"by", store::Kind::id}},
                                             .indexes = {{.columns = {"case_id"}}}};

inline constexpr store::Table provision_stop_table{.name = "provision_stop",
                                                   .japanese = "第三者提供の停止",
                                                   .subject = store::Subject::person,
                                                   .statute = notice::Statute::request_of_person,
                                                   .timed = store::Timed::yes,
                                                   .clear = {{"case_id", store::Kind::id},
                                                             {"recipient", store::Kind::integer},
                                                             {"by", store::Kind::id}},
                                                   .indexes = {{.columns = {"case_id"}}}};

/// 個人情報保護法29条, 30条: every provision, whether the law wants its record or not.
inline constexpr store::Table provision_table{.name = "provision",
                                              .japanese = "第三者提供の記録",
                                              .subject = store::Subject::person,
                                              .statute = notice::Statute::request_of_person,
                                              .untimed = store::Untimed::event,
                                              .clear = {{"provided", store::Kind::date},
                                                        {"recipient", store::Kind::integer},
                                                        {"basis", store::Kind::integer}},
                                              .personal = {{"recipient_name", store::Kind::text},
                                                           {"items", store::Kind::text},
                                                           {"consent", store::Kind::text}},
                                              .indexes = {{.columns = {"provided"}}}};

/// Writes the provision into the ledger within the transaction of the act that provides: whoever
/// may use a category of the person's data may, and must, say whom they handed it to.
template <notice::Category category>
base::Result<> record_provision(store::Transaction& transaction,
                                const notice::Access<category>& access, const Provision& provision);

/// Whether the person objected to this recipient: the product changes, not only a flag (27条).
template <typename Access>
base::Result<bool> provision_stopped(const store::View& view, const Access& access,
                                     const base::PersonId& person, Recipient recipient);

base::Result<std::vector<Provision>> provisions_of(const store::View& view,
                                                   const RequestAccess& access,
                                                   const base::PersonId& person);

base::Result<> add(store::Transaction& transaction, const RequestAccess& access,
                   const UseStop& stop);
/// Ends the stops that the case began; hands back how many there were.
base::Result<std::size_t> end_stops(store::Transaction& transaction, const RequestAccess& access,
                                    const base::CaseId& id, base::Moment now);
/// Every stop that stands; those of one case; those of one person.
base::Result<std::vector<UseStop>> standing_stops(const store::View& view,
                                                  const RequestAccess& access);
base::Result<std::vector<UseStop>> stops_of_case(const store::View& view,
                                                 const RequestAccess& access,
                                                 const base::CaseId& id);

base::Result<> add_provision_stop(store::Transaction& transaction, const RequestAccess& access,
                                  const base::PersonId& person, const base::CaseId& id,
                                  Recipient recipient, const base::StaffId& by, base::Moment now);
base::Result<std::vector<Recipient>> provision_stops_of(const store::View& view,
                                                        const RequestAccess& access,
                                                        const base::PersonId& person);

namespace detail {
store::detail::RawDraft provision_draft(const Provision& provision);
base::Result<bool> provision_stopped(const store::View& view, const store::AnyAccess& access,
                                     const base::PersonId& person, Recipient recipient);
}  // namespace detail

template <notice::Category category>
base::Result<> record_provision(store::Transaction& transaction,
                                const notice::Access<category>& access,
                                const Provision& provision) {
  KENPO_TRY(store::detail::insert(transaction, store::AnyAccess(access),
                                  detail::provision_draft(provision)));
  return base::Done{};
}

template <typename Access>
base::Result<bool> provision_stopped(const store::View& view, const Access& access,
                                     const base::PersonId& person, Recipient recipient) {
  return detail::provision_stopped(view, store::AnyAccess(access), person, recipient);
}

}  // namespace kenpo::request
