#include "analysis/disease_groups.h"

#include <algorithm>

namespace kenpo::analysis {

namespace {

constexpr std::size_t category_characters = 3;
constexpr std::size_t subcategory_characters = 4;

}  // namespace

DiseaseGroups::DiseaseGroups(std::vector<format::disease_group_csv::GroupLine> groups)
    : groups_(std::move(groups)) {}

// 社会保険表章用疾病分類: blocks of ICD-10; the letter, dagger or star behind a code does not count.
std::optional<std::size_t> DiseaseGroups::find(std::string_view icd) const {
  if (icd.size() < category_characters) return std::nullopt;
  if (icd.size() >= subcategory_characters) {
    if (const auto found = search(icd.substr(0, subcategory_characters))) return found;
  }
  return search(icd.substr(0, category_characters));
}

std::optional<std::size_t> DiseaseGroups::search(std::string_view code) const {
  for (std::size_t at = 0; at < groups_.size(); ++at) {
    const bool holds = std::ranges::any_of(groups_[at].blocks, [&](const auto& block) {
      return block.first.size() == code.size() && block.first <= code && code <= block.last;
    });
    if (holds) return at;
  }
  return std::nullopt;
}

}  // namespace kenpo::analysis
