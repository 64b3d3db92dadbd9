// The ledgers of undertakings and trainings: what the gate's conditions are fed from (H-1 to H-3).
#pragma once

#include <optional>

#include "base/result.h"
#include "staff/duty.h"
#include "store/access.h"
#include "store/database.h"
#include "store/table.h"

namespace kenpo::staff {

/// Versions of the rules of employment. About nobody.
inline constexpr store::Table employment_rules_table{
    .name = "employment_rules",
    .japanese = "就業規則",
    .untimed = store::Untimed::event,
    .clear = {{"version", store::Kind::integer},
              {"title", store::Kind::text},
              {"secrecy_article", store::Kind::text},
              {"in_force_from", store::Kind::date},
              {"registered_at", store::Kind::moment}},
    .indexes = {{{"version"}, store::Uniqueness::one}},
};

inline constexpr store::Table undertaking_table{
    .name = "undertaking",
    .japanese = "秘密保持の誓約",
    .subject = store::Subject::staff,
    .statute = notice::Statute::own_duty,
    .untimed = store::Untimed::event,
    .clear = {{"rules_version", store::Kind::integer},
              {"signed_on", store::Kind::date},
              {"signed_at", store::Kind::moment}},
};

inline constexpr store::Table training_result_table{
    .name = "training_result",
    .japanese = "研修の結果",
    .subject = store::Subject::staff,
    .statute = notice::Statute::own_duty,
    .untimed = store::Untimed::event,
    .clear = {{"course", store::Kind::text},
              {"answered_at", store::Kind::moment},
              {"questions_count", store::Kind::integer},
              {"outcome", store::Kind::integer},
              {"punctual", store::Kind::integer},
              {"valid_until", store::Kind::date, store::Presence::optional}},
    .personal = {{"right_count", store::Kind::integer}, {"answers", store::Kind::text}},
    .indexes = {{{"answered_at"}}},
};

using DutyBasis = store::Basis<notice::Statute::own_duty>;

/// The duties of everybody, or of one.
base::Result<Duties> read_duties(const store::View& view, const DutyBasis& basis,
                                 std::optional<base::StaffId> only = std::nullopt);
base::Result<> insert_rules(store::Transaction& transaction, const EmploymentRules& rules,
                            base::Moment now);
base::Result<> insert_undertaking(store::Transaction& transaction, const DutyBasis& basis,
                                  const Undertaking& undertaking, base::Moment now);
base::Result<> insert_result(store::Transaction& transaction, const DutyBasis& basis,
                             const TrainingResult& result);

}  // namespace kenpo::staff
