// Acts on a breach: taking it in, containing, classifying, reporting, telling the persons, closing.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "notice/gate.h"
#include "safeguard/incident.h"
#include "safeguard/sign_act.h"

namespace kenpo::safeguard {

/// 漏えい等の事案 (個人情報保護法26条1項): for the responsible person and the executive director.
inline constexpr notice::Operation show_incidents_operation{
    .name = "incident.show",
    .japanese = "漏えい等の事案の表示",
    .statute = notice::Statute::breach_report};
inline constexpr notice::Operation change_incident_operation{
    .name = "incident.change",
    .japanese = "漏えい等の事案の記録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::breach_report};

/// 本人への通知 (個人情報保護法26条2項): who the persons are is read under the notice's own row.
inline constexpr notice::Operation list_incident_persons_operation{
    .name = "incident.persons",
    .japanese = "漏えい等の本人の確定",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};

inline constexpr std::size_t report_item_limit_characters = 2000;
/// More persons than this in one extent are counted by the processor, not here: 32 MB of memory.
inline constexpr std::size_t extent_persons_limit = 2'000'000;

using ReportItems = std::array<std::string, report_items_count>;

base::Result<std::vector<Incident>> show_incidents(notice::Gate& gate, store::Database& database,
                                                   const notice::Acting& acting);
base::Result<Incident> show_incident(notice::Gate& gate, store::Database& database,
                                     const notice::Acting& acting, const IncidentId& id);

/// A suspicion is a case: known on a day that is not to come, with its outline.
base::Result<IncidentId> open_incident(notice::Gate& gate, store::Database& database,
                                       const notice::Acting& acting, base::Date known_on,
                                       const std::string& outline);
/// The facts as they are known; from `contained` on they classify the case, and only more strictly
/// than before. A class that came later counts its days from the same day of knowing.
base::Result<Incident> enter_facts(notice::Gate& gate, store::Database& database,
                                   const notice::Acting& acting, const IncidentId& id,
                                   const IncidentFacts& facts);
base::Result<> enter_items(notice::Gate& gate, store::Database& database,
                           const notice::Acting& acting, const IncidentId& id,
                           const ReportItems& items);
/// The next step; `told` goes with persons_told.
base::Result<Incident> advance(notice::Gate& gate, store::Database& database,
                               const notice::Acting& acting, const IncidentId& id, IncidentState to,
                               PersonsTold told = PersonsTold::not_yet);

/// The extent out of the audit log: leaves by operation, handler and time, and how many persons
/// they are about. The persons' number goes into the facts when it is larger than what stands
/// there.
base::Result<Incident> measure_extent(Watchtower tower, const notice::Acting& acting,
                                      const IncidentId& id, const IncidentExtent& wanted);

/// Finds who the persons of the extent are and keeps them; hands back how many. A second run finds
/// the same and adds nobody twice.
base::Result<std::int64_t> find_incident_persons(Watchtower tower, const notice::Acting& acting,
                                                 const IncidentId& id);

}  // namespace kenpo::safeguard
