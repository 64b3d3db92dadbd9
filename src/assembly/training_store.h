// Trainings of members in the store.
#pragma once

#include <vector>

#include "assembly/member_store.h"
#include "assembly/training.h"
#include "base/result.h"
#include "store/seal.h"

namespace kenpo::assembly {

inline constexpr store::Table assembly_training_table{
    .name = "assembly_training",
    .japanese = "議員の研修",
    .subject = store::Subject::person,
    .category = notice::Category::assembly_member,
    .timed = store::Timed::yes,
    .clear = {{"membership", store::Kind::id}, {"course", store::Kind::text}},
    .personal = {{"score", store::Kind::integer, store::Presence::optional}}};

base::Result<> add(store::Transaction& transaction, const AssemblyAccess& access,
                   const Training& training, base::Moment now);
base::Result<std::vector<Training>> list_trainings(const store::View& view,
                                                   const AssemblyAccess& access);

}  // namespace kenpo::assembly
