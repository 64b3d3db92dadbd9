// What the loaded master of drugs says about kind and price, ready to be asked per drug of a claim.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "analysis/fact.h"
#include "format/master/master.h"

namespace kenpo::analysis {

/// Drugs of one group have the same ingredient, form and strength: the first nine characters of
/// 薬価基準コード (ingredient 7, form 1, strength 1).
inline constexpr std::size_t drug_group_characters = 9;

struct DrugWord {
  std::string name;
  DrugKind kind = DrugKind::unknown;
  std::int64_t price_hundredths = 0;  // yen, of one unit; 0 = the master has none
  std::int64_t least_hundredths = 0;  // the cheapest generic of the group, when it is cheaper
};

class DrugBook {
 public:
  /// An item that holds in the month. Items of one code: the last one counts.
  void add(const format::master::Item& item);
  /// Nullopt: no loaded master has the code.
  std::optional<DrugWord> find(std::string_view code) const;
  bool empty() const { return drugs_.empty(); }

 private:
  struct Known {
    std::string name;
    std::string group;  // empty: the master has no 薬価基準コード
    std::int64_t price_hundredths = 0;
    bool generic = false;
  };
  struct Group {
    bool generic = false;
    std::int64_t least_hundredths = 0;  // of its generics
  };
  std::unordered_map<std::string, Known> drugs_;
  std::unordered_map<std::string, Group> groups_;
};

}  // namespace kenpo::analysis
