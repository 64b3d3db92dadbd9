// The group of a disease by its ICD-10, of the table that the society has loaded (疾病分類表).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "format/disease_group_csv/disease_group_csv.h"

namespace kenpo::analysis {

class DiseaseGroups {
 public:
  DiseaseGroups() = default;
  explicit DiseaseGroups(std::vector<format::disease_group_csv::GroupLine> groups);

  /// A code of four characters goes before its three; nullopt: no group holds the code.
  std::optional<std::size_t> find(std::string_view icd) const;
  const std::vector<format::disease_group_csv::GroupLine>& all() const { return groups_; }

 private:
  std::optional<std::size_t> search(std::string_view code) const;
  std::vector<format::disease_group_csv::GroupLine> groups_;
};

}  // namespace kenpo::analysis
