// Files that were taken in, by their SHA-256: the same file twice changes nothing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "store/seal.h"

namespace kenpo::eligibility {

inline constexpr store::Table intake_file_table{
    .name = "intake_file",
    .japanese = "受け付けたファイル",
    .untimed = store::Untimed::event,
    .clear = {{"sha256", store::Kind::blob},
              {"case_id", store::Kind::id},
              {"establishment", store::Kind::id},
              {"taken_at", store::Kind::moment},
              {"records", store::Kind::integer},
              {"work_items", store::Kind::integer}},
    .indexes = {{.columns = {"sha256"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"case_id"}},
                {.columns = {"establishment"}}}};

struct IntakeFile {
  std::array<std::uint8_t, 32> sha256{};
  base::CaseId case_id;
  base::EstablishmentId establishment;
  base::Moment taken_at = {};
  std::int64_t records = 0;
  std::int64_t work_items = 0;
};

base::Result<> add(store::Transaction& transaction, const IntakeFile& file);
base::Result<std::optional<IntakeFile>> find_intake_file(
    const store::View& view, const std::array<std::uint8_t, 32>& sha256);
/// The first file that was taken in of the establishment; nullopt before it.
base::Result<std::optional<IntakeFile>> first_intake_file(
    const store::View& view, const base::EstablishmentId& establishment);
/// The file of a case; nullopt when the case is no intake.
base::Result<std::optional<IntakeFile>> find_intake_file(const store::View& view,
                                                         const base::CaseId& case_id);

}  // namespace kenpo::eligibility
