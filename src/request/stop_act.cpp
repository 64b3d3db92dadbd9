#include "request/stop_act.h"

#include <algorithm>

#include "eligibility/person_merge_store.h"
#include "request/case_act.h"
#include "request/fault.h"
#include "request/stop_store.h"

namespace kenpo::request {

namespace {

using base::Result;
using notice::Permit;

/// The stops that stand, each for every id of its person: people merged after the stop are one.
Result<std::vector<notice::Stop>> stops_for_gate(const store::View& view,
                                                 const RequestAccess& access, base::Moment now) {
  std::vector<notice::Stop> stops;
  for (const auto& stop : KENPO_TRY(standing_stops(view, access))) {
    for (const auto& person : KENPO_TRY(eligibility::identities_of(view, stop.person, now))) {
      stops.push_back({person, stop.purpose});
    }
  }
  return stops;
}

base::Fault not_a_stop() {
  return refusal({"この請求では停止できません。", "This case stops nothing."},
                 {"本人確認の済んだ利用停止等の請求だけが停止できます(個人情報保護法35条)。",
                  "Only a request under art. 35, with its identity proved, stops a use."},
                 {"請求の種類と状態を確かめてください。", "Check kind and state of the case."});
}

/// Adds what is not stopped by the case yet; those that stand become decided ones.
Result<> put_stops(store::Transaction& transaction, const RequestAccess& access,
                   const CaseFile& file, const std::vector<notice::Purpose>& purposes,
                   UseStop::Standing standing, const base::StaffId& staff, base::Moment now) {
  KENPO_TRY(end_stops(transaction, access, file.request.id, now));
  for (const auto purpose : purposes) {
    KENPO_TRY(add(transaction, access,
                  UseStop{.person = file.request.person,
                          .id = file.request.id,
                          .purpose = purpose,
                          .by = staff,
                          .decided_at = now,
                          .standing = standing}));
  }
  return base::Done{};
}

}  // namespace

Result<> load_stops(notice::Gate& gate, store::Database& database) {
  return gate.perform<use_stop_load_operation>(
      notice::Acting{notice::ProgramActor::command_line},
      [&](const Permit<use_stop_load_operation>& permit) -> Result<> {
        const auto view = KENPO_TRY(database.read());
        gate.stops().set(
            KENPO_TRY(stops_for_gate(view, RequestAccess(permit), gate.clock().now())));
        return base::Done{};
      });
}

Result<StopsShown> show_stops(RequestOffice& office, const notice::Acting& acting,
                              const base::CaseId& id) {
  const auto work = [&](const Permit<use_stop_show_operation>& permit) -> Result<StopsShown> {
    const auto view = KENPO_TRY(office.database.read());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(view, access, id));
    return StopsShown{KENPO_TRY(stops_of_case(view, access, id)),
                      KENPO_TRY(provision_stops_of(view, access, file.request.person))};
  };
  return office.gate.perform<use_stop_show_operation>(acting, work);
}

Result<> stop_provisionally(RequestOffice& office, const notice::Acting& acting,
                            const base::CaseId& id, const std::vector<notice::Purpose>& purposes) {
  const auto work = [&](const Permit<use_stop_change_operation>& permit) -> Result<> {
    const auto now = office.gate.clock().now();
    const auto staff = KENPO_TRY(acting_staff(acting));
    auto transaction = KENPO_TRY(office.database.write());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(transaction, access, id));
    const auto state = standing_of(file).state;
    if (!is_stop(file.request.kind) || state < State::identity_ok || state >= State::decided ||
        purposes.empty() || file.request.held == Held::no) {
      return not_a_stop();
    }
    KENPO_TRY(
        put_stops(transaction, access, file, purposes, UseStop::Standing::provisional, staff, now));
    const auto standing = KENPO_TRY(stops_for_gate(transaction, access, now));
    KENPO_TRY(transaction.commit(permit.recorder()));
    office.gate.stops().set(standing);
    return base::Done{};
  };
  return office.gate.perform<use_stop_change_operation>(acting, work);
}

Result<> execute_stop(RequestOffice& office, const notice::Acting& acting, const base::CaseId& id,
                      const std::vector<notice::Purpose>& purposes,
                      const std::vector<Recipient>& recipients) {
  const auto work = [&](const Permit<use_stop_change_operation>& permit) -> Result<> {
    const auto now = office.gate.clock().now();
    const auto staff = KENPO_TRY(acting_staff(acting));
    auto transaction = KENPO_TRY(office.database.write());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(transaction, access, id));
    const auto kind = file.request.kind;
    const bool something = kind == Kind::suspend
                               ? !purposes.empty()
                               : kind == Kind::stop_provision && !recipients.empty();
    if (!something) return not_a_stop();
    KENPO_TRY(
        put_stops(transaction, access, file, purposes, UseStop::Standing::decided, staff, now));
    for (const auto recipient : recipients) {
      KENPO_TRY(
          add_provision_stop(transaction, access, file.request.person, id, recipient, staff, now));
    }
    KENPO_TRY(write_step(transaction, access, file,
                         {.event = Event::execute, .words = "停止を実施した。"}, acting, now));
    const auto standing = KENPO_TRY(stops_for_gate(transaction, access, now));
    KENPO_TRY(transaction.commit(permit.recorder()));
    office.gate.stops().set(standing);
    return base::Done{};
  };
  return office.gate.perform<use_stop_change_operation>(acting, work);
}

Result<> release_stops(RequestOffice& office, const notice::Acting& acting,
                       const base::CaseId& id) {
  const auto work = [&](const Permit<use_stop_change_operation>& permit) -> Result<> {
    auto transaction = KENPO_TRY(office.database.write());
    const RequestAccess access(permit);
    KENPO_TRY(need_case(transaction, access, id));
    const auto now = office.gate.clock().now();
    const auto ended = KENPO_TRY(end_stops(transaction, access, id, now));
    if (ended == 0) {
      return refusal({"解除する停止がありません。", "Nothing is stopped."}, {},
                     {"請求の画面を開き直してください。", "Open the case again."});
    }
    const auto standing = KENPO_TRY(stops_for_gate(transaction, access, now));
    KENPO_TRY(transaction.commit(permit.recorder()));
    office.gate.stops().set(standing);
    return base::Done{};
  };
  return office.gate.perform<use_stop_change_operation>(acting, work);
}

// 個人情報保護法29条1項, 規則20条
Result<> enter_provision(RequestOffice& office, const notice::Acting& acting,
                         const base::CaseId& id, const Provision& provision) {
  const auto work = [&](const Permit<provision_enter_operation>& permit) -> Result<> {
    if (provision.recipient_name.empty() || provision.items.empty() ||
        provision.provided > office.gate.clock().now().day() ||
        (needs_record(provision.basis) && provision.consent.empty())) {
      return refusal({"提供の記録に足りないところがあります。", "The record is not complete."},
                     {"提供した日、提供先、項目、同意による場合は同意を得ている旨を記録します"
                      "(個人情報保護法29条1項、施行規則20条)。",
                      "Date, recipient, items, and the consent where it rests on one (art. 29)."},
                     {"足りない項目を入れてください。", "Enter what is missing."});
    }
    auto transaction = KENPO_TRY(office.database.write());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(transaction, access, id));
    Provision entered = provision;
    entered.person = file.request.person;
    KENPO_TRY(store::detail::insert(transaction, store::AnyAccess(access),
                                    detail::provision_draft(entered)));
    return transaction.commit(permit.recorder());
  };
  return office.gate.perform<provision_enter_operation>(acting, work);
}

Result<std::vector<Provision>> show_provisions(RequestOffice& office, const notice::Acting& acting,
                                               const base::CaseId& id) {
  const auto work =
      [&](const Permit<provision_show_operation>& permit) -> Result<std::vector<Provision>> {
    const auto view = KENPO_TRY(office.database.read());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(view, access, id));
    return provisions_of(view, access, file.request.person);
  };
  return office.gate.perform<provision_show_operation>(acting, work);
}

}  // namespace kenpo::request
