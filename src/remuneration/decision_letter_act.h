// Letters to employers about decisions: what would stand on one, sending it out, one that went out.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "remuneration/decision_letter.h"
#include "remuneration/standard_remuneration.h"

namespace kenpo::remuneration {

inline constexpr notice::Operation decision_letter_show{
    .name = "decision_letter.show",
    .japanese = "事業主への決定通知書の表示",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};
/// Gives the letter its number and lays it before a second person.
inline constexpr notice::Operation decision_letter_issue{
    .name = "decision_letter.issue",
    .japanese = "事業主への決定通知書の発行",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};

/// 健康保険法49条: the society tells the employer, who tells the insured person.
inline constexpr notice::Operation decision_letter_release{
    .name = "decision_letter.release",
    .japanese = "事業主への決定通知書の承認",
    .verb = notice::Verb::provide,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};

inline constexpr std::int64_t letters_of_a_page = 50;

/// Whether a decision that came about so stands on letters of the kind.
bool belongs(LetterKind letter, DeterminationKind kind);

struct LetterOrder {
  base::EstablishmentId establishment;
  LetterKind kind = LetterKind::regular;
  base::Month month = {};
};

/// What would stand on the letter now. Refused: an establishment outside the scope or not there,
/// more people than letter_lines_limit.
base::Result<DecisionLetter> show_letter(eligibility::Ledger& ledger,
                                         const notice::Acting& acting, const LetterOrder& order);
/// Gives the letter its number; it waits for a second person. Refused besides: nobody on it.
base::Result<IssuedLetter> issue_letter(eligibility::Ledger& ledger, const notice::Acting& acting,
                                        const LetterOrder& order);
enum class LetterAnswer : std::uint8_t { release, refuse };
/// The second person lets it go out, or not. Refused: whoever issued it, `persons` that is not the
/// count on the letter, one decided before, and what show_issued_letter refuses.
base::Result<IssuedLetter> answer_letter(eligibility::Ledger& ledger, const notice::Acting& acting,
                                         const LetterId& id, std::int64_t persons,
                                         LetterAnswer answer);
/// The content of the paper. Refused besides: a letter that no second person has released.
base::Result<DecisionLetter> show_released_letter(eligibility::Ledger& ledger,
                                                  const notice::Acting& acting,
                                                  const LetterId& id);
/// A letter as it went out: the decisions known at that moment. Refused: none with the id, one
/// outside the scope, and one whose people were erased since, so that the count differs.
base::Result<DecisionLetter> show_issued_letter(eligibility::Ledger& ledger,
                                                const notice::Acting& acting, const LetterId& id);

struct LetterPage {
  std::vector<IssuedLetter> letters;  // of the page and in scope
  std::int64_t count = 0;             // of all pages
};
base::Result<LetterPage> show_letters(eligibility::Ledger& ledger, const notice::Acting& acting,
                                      std::int64_t skipped);

}  // namespace kenpo::remuneration
