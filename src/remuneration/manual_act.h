// Entering a determination, looking at it, deciding on it as the second person.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "eligibility/insured_name_act.h"
#include "eligibility/ledger.h"
#include "remuneration/manual_determination.h"
#include "remuneration/manual_rule.h"

namespace kenpo::remuneration {

inline constexpr notice::Operation remuneration_manual_show{
    .name = "remuneration.manual_show",
    .japanese = "標準報酬の個別の決定の表示",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};
inline constexpr notice::Operation remuneration_manual_enter{
    .name = "remuneration.manual_enter",
    .japanese = "標準報酬の個別の決定の入力",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};
inline constexpr notice::Operation remuneration_manual_decide{
    .name = "remuneration.manual_decide",
    .japanese = "標準報酬の個別の決定の決裁",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};

inline constexpr std::int64_t manual_of_a_page = 50;

/// What the form of a person starts from.
struct ManualGround {
  eligibility::InsuredName insured;
  std::vector<eligibility::InsuredPeriod> periods;  // in scope, of every status
  std::vector<StandardRemuneration> decisions;      // of these, by month
  std::vector<ManualDetermination> entered;         // the newest first
};
/// Refused: somebody with no period in the handler's scope.
base::Result<ManualGround> show_manual_ground(eligibility::Ledger& ledger,
                                              const notice::Acting& acting,
                                              const base::PersonId& person);

struct ManualOrder {
  base::PersonId person;
  eligibility::PeriodId period;
  ManualKind kind = ManualKind::insurer;
  ManualInput input;
  std::string reason;  // needed
};
/// What the rule makes of it; nothing is written.
base::Result<ManualDetermination> preview_manual(eligibility::Ledger& ledger,
                                                 const notice::Acting& acting,
                                                 const ManualOrder& order);
/// Keeps it. Decided at once where the society asks for no second person; otherwise it waits.
/// Refused: what decide_manual refuses, no reason, an open one for the same period and month.
base::Result<ManualDetermination> enter_manual(eligibility::Ledger& ledger,
                                               const notice::Acting& acting,
                                               const ManualOrder& order);

/// For the screens: the number of the grade of a standard on the day, and from how many grades of a
/// fall on the society asks for papers.
base::Result<std::optional<int>> grade_of(base::Date on, base::Yen standard);
base::Result<int> attachment_grades_on(base::Date on);

enum class ManualAnswer : std::uint8_t { confirm, refuse };
/// Refused: one's own proposal, one that was decided before, one outside the scope, and when the
/// standard it was compared with is no longer in force.
base::Result<ManualDetermination> decide_on_manual(eligibility::Ledger& ledger,
                                                   const notice::Acting& acting,
                                                   const ManualId& id, ManualAnswer answer);

struct NamedManual {
  ManualDetermination manual;
  eligibility::InsuredName insured;
};
struct ManualPage {
  std::vector<NamedManual> entries;
  std::int64_t count = 0;
};
/// Those of a state. Entries outside the handler's scope are left out of the page.
base::Result<ManualPage> show_manuals(eligibility::Ledger& ledger, const notice::Acting& acting,
                                      ManualState state, std::int64_t skipped);
/// Refused: none with the id, one outside the scope.
base::Result<NamedManual> show_manual(eligibility::Ledger& ledger, const notice::Acting& acting,
                                      const ManualId& id);

}  // namespace kenpo::remuneration
