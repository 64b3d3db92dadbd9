#include "app/rate_requirement.h"

#include "premium/rate_requirement_store.h"

namespace kenpo::app {

namespace {

using base::Result;
using notice::Role;
using premium::RateRequirement;

constexpr std::string_view kind_name = "rate_requirement";
constexpr std::string_view needed_word = "needed";
constexpr std::string_view not_needed_word = "not_needed";
constexpr auto deciders = static_cast<notice::RoleMask>(mask_of(Role::executive_director) |
                                                        mask_of(Role::responsible_person));

base::Fault unreadable() {
  return {.what = {"提案の月か内容が読めません。", "Month or setting cannot be read."},
          .why = {},
          .mend = {"もう一度提案してください。", "Propose it again."},
          .place = {}};
}

Result<RateRequirement> requirement_of(const staff::Change& change) {
  const auto from = base::Month::parse(change.after("from"));
  const auto word = change.after("resolution");
  if (!from || (word != needed_word && word != not_needed_word)) return unreadable();
  return RateRequirement{.from = *from,
                         .resolution = word == needed_word
                                           ? RateRequirement::Resolution::needed
                                           : RateRequirement::Resolution::not_needed};
}

std::string value_words(std::string_view, std::string_view value) {
  if (value == needed_word) return "議決番号のない料率では調定しない";
  if (value == not_needed_word) return "議決番号がなくても調定する";
  return std::string(value);
}

}  // namespace

staff::ApprovalKind rate_requirement_kind() {
  return {.name = kind_name,
          .japanese = "料率に議決を求める設定",
          .proposers = static_cast<notice::RoleMask>(mask_of(Role::executive_director) |
                                                     mask_of(Role::premium_clerk)),
          .approvers = deciders,
          .check = [](const staff::Change& change, const notice::Acting&) -> Result<> {
            KENPO_TRY(requirement_of(change));
            return base::Done{};
          },
          .within = [](const staff::Execution& execution) -> Result<> {
            return premium::put(execution.transaction,
                                KENPO_TRY(requirement_of(execution.change)),
                                execution.gate.clock().now());
          },
          .after = {},
          .label =
              [](std::string_view field) {
                return std::string(field == "from" ? "適用の月" : "調定での扱い");
              },
          .words = value_words};
}

Result<base::CaseId> propose_rate_requirement(staff::Approvals& approvals,
                                              const notice::Acting& acting,
                                              const RateRequirement& requirement,
                                              const std::string& reason) {
  const bool needed = requirement.resolution == RateRequirement::Resolution::needed;
  return approvals.propose(
      acting, {.kind = kind_name,
               .reason = reason,
               .change = {"料率と議決",
                          {{"from", "", requirement.from.iso()},
                           {"resolution", "",
                            std::string(needed ? needed_word : not_needed_word)}}}});
}

}  // namespace kenpo::app
