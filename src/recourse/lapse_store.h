// Cases of treatment after the loss, their steps, and the insurers that people joined.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "recourse/lapse.h"
#include "store/seal.h"

namespace kenpo::recourse {

inline constexpr store::Table lapse_case_table{
    .name = "lapse_case",
    .japanese = "資格喪失後の受診の処理",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .untimed = store::Untimed::standing,
    .clear = {{"lapse", store::Kind::id},
              {"claim", store::Kind::id},
              {"establishment", store::Kind::id, store::Presence::optional},
              {"claimed_in", store::Kind::month},
              {"standing", store::Kind::integer},
              {"state", store::Kind::integer},
              {"amount", store::Kind::yen},
              {"opened_at", store::Kind::moment}},
    .indexes = {{.columns = {"lapse"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"claim"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"state"}}},
    .acquired = "opened_at"};

inline constexpr store::Table lapse_step_table{
    .name = "lapse_step",
    .japanese = "資格喪失後の受診の経過",
    .subject = store::Subject::person,
    .category = notice::Category::medical_claim,
    .untimed = store::Untimed::event,
    .clear = {{"lapse", store::Kind::id},
              {"kind", store::Kind::integer},
              {"on_day", store::Kind::date},
              {"entered_by", store::Kind::id, store::Presence::optional},
              {"entered_at", store::Kind::moment}},
    .personal = {{"words", store::Kind::text}},
    .indexes = {{.columns = {"lapse"}}},
    .acquired = "entered_at"};

inline constexpr store::Table successor_insurer_table{
    .name = "successor_insurer",
    .japanese = "資格喪失者が加入した保険者",
    .subject = store::Subject::person,
    .category = notice::Category::successor_insurer,
    .timed = store::Timed::yes,  // valid from the day of joining
    .personal = {{"insurer_number", store::Kind::text},
                 {"insurer_name", store::Kind::text},
                 {"source", store::Kind::text}}};

using LapseAccess = store::AccessTo<lapse_case_table>;
using SuccessorAccess = store::AccessTo<successor_insurer_table>;

base::Result<> add(store::Transaction& transaction, const LapseAccess& access,
                   const LapseCase& lapse);
/// Adds the step and puts the state and the amount in the place of the old ones.
base::Result<> add(store::Transaction& transaction, const LapseAccess& access,
                   const LapseCase& lapse, const LapseStep& step);
/// With their steps.
base::Result<std::optional<LapseCase>> find_lapse(const store::View& view,
                                                  const LapseAccess& access, const LapseId& id);
base::Result<bool> has_lapse(const store::View& view, const LapseAccess& access,
                             const claim::ClaimId& claim);
base::Result<std::vector<LapseCase>> list_lapses(const store::View& view,
                                                 const LapseAccess& access,
                                                 std::optional<LapseState> state);

/// Puts another insurer in the place of the one that stands.
base::Result<> put(store::Transaction& transaction, const SuccessorAccess& access,
                   const base::PersonId& person, const Successor& successor, base::Moment now);
base::Result<std::optional<Successor>> successor_of(const store::View& view,
                                                    const SuccessorAccess& access,
                                                    const base::PersonId& person);

}  // namespace kenpo::recourse
