// What analysis (医療費分析) works on: claims without anybody's name, number or day of birth, under
// a pseudonym (仮名加工情報, 個人情報保護法41条). docs/formats/analysis_segment.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "claim/claim.h"

namespace kenpo::analysis {

/// Five-year classes of age at the end of the month of treatment: 0 to 4, …, 100 and more.
inline constexpr int age_class_years = 5;
inline constexpr std::uint8_t age_classes_count = 21;
inline constexpr std::uint8_t unknown_age_class = age_classes_count;

/// Chapters of ICD-10, 1 to 22; 0 where the disease has no code or no loaded master has it.
inline constexpr std::uint8_t disease_groups_count = 23;

/// What a drug is, by the loaded master of drugs.
enum class DrugKind : std::uint8_t {
  alone,    // no generic drug of the same ingredient, form and strength
  brand,    // there is one
  generic,  // 後発品
  unknown,  // no loaded master has the code
};
inline constexpr std::size_t drug_kinds_count = 4;

/// One claim. Indexes are into the lists of its segment.
struct CostFact {
  std::uint64_t pseudonym = 0;
  std::uint32_t establishment = 0;
  std::uint32_t institution = 0;
  base::Month treated_in;
  std::uint8_t age_class = unknown_age_class;
  claim::Sex sex = claim::Sex::unknown;
  claim::Patient patient = claim::Patient::unknown;
  claim::Service service = claim::Service::medical;
  claim::Stay stay = claim::Stay::unknown;
  std::uint8_t disease_group = 0;  // chapter
  std::uint32_t group = 0;         // of the loaded table; 0: none
  std::int64_t points = 0;  // 0 for home nursing, which is claimed in yen
  std::int64_t yen = 0;
  friend bool operator==(const CostFact&, const CostFact&) = default;
};

/// One drug of a claim.
struct DrugFact {
  std::uint64_t pseudonym = 0;
  std::uint32_t establishment = 0;
  std::uint32_t drug = 0;
  DrugKind kind = DrugKind::unknown;
  std::int64_t quantity_hundred_thousandths = 0;  // units of the drug's price, five decimals
  std::int64_t yen_thousandths = 0;               // by the price of the master
  std::int64_t least_yen_thousandths = 0;         // by the cheapest of the same group
  friend bool operator==(const DrugFact&, const DrugFact&) = default;
};

/// A code and its word: an institution, a drug.
struct Coded {
  std::string code;
  std::string word;
  friend bool operator==(const Coded&, const Coded&) = default;
};

/// What a segment was made from. When it is not what stands now, the segment is made anew.
struct SegmentBasis {
  std::int64_t claims = 0;    // valid ones that this purpose reaches, without those who stopped it
  std::int64_t editions = 0;  // masters and tables of groups loaded
  std::int64_t erasures = 0;  // certificates of erasure
  std::int64_t merges = 0;    // people decided to be one
  friend bool operator==(const SegmentBasis&, const SegmentBasis&) = default;
};

/// The claims of one month of claiming (請求年月).
struct Segment {
  base::Month claimed_in;
  SegmentBasis basis;
  std::int64_t left_out = 0;  // claims whose eligibility check is not 有効
  std::vector<base::EstablishmentId> establishments;
  std::vector<Coded> institutions;
  std::vector<Coded> drugs;
  std::vector<Coded> groups;  // of diseases; the first: none
  std::vector<CostFact> costs;
  std::vector<DrugFact> drug_lines;
};

}  // namespace kenpo::analysis
