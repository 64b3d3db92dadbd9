// Groups of diseases (疾病分類表) as the society has loaded them: public, no personal data.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "format/disease_group_csv/disease_group_csv.h"
#include "store/seal.h"

namespace kenpo::claim {

using DiseaseGroup = format::disease_group_csv::GroupLine;

inline constexpr store::Table disease_group_table{
    .name = "disease_group",
    .japanese = "疾病分類表の分類",
    .timed = store::Timed::yes,
    .clear = {{"code", store::Kind::text},
              {"name", store::Kind::text},
              {"blocks", store::Kind::text}},
    .indexes = {{.columns = {"code"}}}};

inline constexpr store::Table disease_group_edition_table{
    .name = "disease_group_edition",
    .japanese = "取り込んだ疾病分類表",
    .untimed = store::Untimed::event,
    .clear = {{"sha256", store::Kind::blob},
              {"loaded_at", store::Kind::moment},
              {"groups", store::Kind::integer}},
    .indexes = {{.columns = {"loaded_at"}}}};

/// Puts the groups in the place of those that stand, with their edition.
base::Result<> put(store::Transaction& transaction, const std::vector<DiseaseGroup>& groups,
                   const std::array<std::uint8_t, 32>& sha256, base::Moment now);
/// Those that stand, in the order of the file.
base::Result<std::vector<DiseaseGroup>> disease_groups(const store::View& view);
/// The SHA-256 of the file that stands; nullopt: none was loaded.
base::Result<std::optional<std::string>> disease_group_edition(const store::View& view);

}  // namespace kenpo::claim
