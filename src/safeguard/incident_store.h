// Incidents in the store: each change is a new version, the ones before stay.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "safeguard/incident.h"
#include "store/seal.h"

namespace kenpo::safeguard {

inline constexpr store::Table incident_table{
    .name = "incident",
    .japanese = "漏えい等の事案",
    .timed = store::Timed::yes,  // valid from the day of knowing
    .clear = {{"incident", store::Kind::id},
              {"state", store::Kind::integer},
              {"event", store::Kind::integer},
              {"persons", store::Kind::integer},
              {"special_care", store::Kind::integer},
              {"number_persons", store::Kind::integer},
              {"circumstances", store::Kind::integer},
              {"classes", store::Kind::integer},
              {"preliminary_from", store::Kind::date, store::Presence::optional},
              {"preliminary_by", store::Kind::date, store::Presence::optional},
              {"final_by", store::Kind::date, store::Presence::optional},
              {"items", store::Kind::text},
              {"extent_operation", store::Kind::text, store::Presence::optional},
              {"extent_staff", store::Kind::id, store::Presence::optional},
              {"extent_from", store::Kind::moment, store::Presence::optional},
              {"extent_to", store::Kind::moment, store::Presence::optional},
              {"extent_leaves", store::Kind::integer, store::Presence::optional},
              {"extent_persons", store::Kind::integer, store::Presence::optional},
              {"extent_pairs", store::Kind::integer, store::Presence::optional},
              {"preliminary_at", store::Kind::moment, store::Presence::optional},
              {"final_at", store::Kind::moment, store::Presence::optional},
              {"told", store::Kind::integer}},
    .indexes = {{.columns = {"incident"}}, {.columns = {"state"}}}};

/// A person whose data the incident reached: who gets a letter.
inline constexpr store::Table incident_person_table{
    .name = "incident_person",
    .japanese = "漏えい等の本人",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::event,
    .clear = {{"incident", store::Kind::id}, {"found_at", store::Kind::moment}},
    .indexes = {{.columns = {"incident"}}}};
using IncidentPersonAccess = store::AccessTo<incident_person_table>;

/// The incidents that a screen shows; the newest come first.
inline constexpr int incidents_shown_limit = 200;

/// Adds the version; the one that stands is withdrawn.
base::Result<> put(store::Transaction& transaction, const Incident& incident, base::Moment now);
base::Result<std::optional<Incident>> find_incident(const store::View& view, const IncidentId& id);
base::Result<std::vector<Incident>> list_incidents(const store::View& view);
/// Every version, the oldest first.
base::Result<std::vector<Incident>> incident_versions(const store::View& view,
                                                      const IncidentId& id);

base::Result<> put(store::Transaction& transaction, const IncidentPersonAccess& access,
                   const IncidentId& incident, const base::PersonId& person, base::Moment now);
base::Result<std::vector<base::PersonId>> incident_persons(const store::View& view,
                                                           const IncidentPersonAccess& access,
                                                           const IncidentId& incident);

}  // namespace kenpo::safeguard
