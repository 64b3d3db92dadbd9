#include "benefit/month_benefit.h"

namespace kenpo::benefit {

std::string_view wording(Addition addition) {
  switch (addition) {
    case Addition::insured:
      return "一部負担還元金";
    case Addition::family:
      return "家族療養付加金";
    case Addition::combined:
      return "合算高額療養費付加金";
    case Addition::nursing_insured:
      return "訪問看護療養費付加金";
    case Addition::nursing_family:
      return "家族訪問看護療養費付加金";
  }
  return "";
}

std::optional<AdditionalRules> AdditionalOfMonth::of(Addition kind,
                                                     certificate::LimitClass limit_class) const {
  for (const auto& key : {AdditionalKey{kind, limit_class}, AdditionalKey{kind, {}},
                          AdditionalKey{{}, limit_class}, AdditionalKey{}}) {
    for (const auto& row : rows) {
      if (row.key == key) return row.rules;
    }
  }
  return std::nullopt;
}

}  // namespace kenpo::benefit
