// The courses that the society took in from a file: each version once, and when two people put it
// into force. About nobody.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "staff/course.h"
#include "store/database.h"
#include "store/table.h"

namespace kenpo::staff {

inline constexpr store::Table training_course_table{
    .name = "training_course",
    .japanese = "研修",
    .untimed = store::Untimed::event,
    .clear = {{"course", store::Kind::text},  // `privacy_2`: what the results name
              {"series", store::Kind::text},
              {"version", store::Kind::integer},
              {"content", store::Kind::text},
              {"sha256", store::Kind::text},
              {"taken_in_at", store::Kind::moment},
              {"taken_in_by", store::Kind::id}},
    .indexes = {{.columns = {"course"}, .uniqueness = store::Uniqueness::one}}};

inline constexpr store::Table training_course_release_table{
    .name = "training_course_release",
    .japanese = "研修の決定",
    .untimed = store::Untimed::event,
    .clear = {{"course", store::Kind::text},
              {"released_at", store::Kind::moment},
              {"approval", store::Kind::id}},
    .indexes = {{.columns = {"course"}, .uniqueness = store::Uniqueness::one}}};

/// All versions, the oldest first. One that cannot be read any more is a fault.
base::Result<std::vector<KeptCourse>> list_courses(const store::View& view);
base::Result<> insert_course(store::Transaction& transaction, const KeptCourse& kept);
base::Result<> insert_release(store::Transaction& transaction, const std::string& course,
                              base::Moment now, const base::CaseId& approval);

}  // namespace kenpo::staff
