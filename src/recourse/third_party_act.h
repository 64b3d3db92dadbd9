// Asking a victim for the papers about a third party (第三者行為による傷病届, 念書, 同意書):
// opening, sending, receiving, reminding, closing.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "recourse/recovery_act.h"
#include "recourse/third_party_print.h"

namespace kenpo::recourse {

inline constexpr notice::Operation third_party_list{.name = "third_party.list",
                                                    .japanese = "第三者行為の届出の一覧の表示",
                                                    .pairs = {offender_pair, review::review_pair}};
inline constexpr notice::Operation third_party_show{.name = "third_party.show",
                                                    .japanese = "第三者行為の届出の表示",
                                                    .pairs = {offender_pair, review::review_pair}};
inline constexpr notice::Operation third_party_open{.name = "third_party.open",
                                                    .japanese = "第三者行為の届出の登録",
                                                    .verb = notice::Verb::write,
                                                    .pairs = {offender_pair, review::review_pair}};
inline constexpr notice::Operation third_party_record{.name = "third_party.record",
                                                      .japanese = "第三者行為の届出の経過の記録",
                                                      .verb = notice::Verb::write,
                                                      .pairs = {offender_pair}};
/// The letter with its forms, or the reminder, to the address of the ledger.
inline constexpr notice::Operation third_party_papers{
    .name = "third_party.papers",
    .japanese = "第三者行為の書類の作成",
    .verb = notice::Verb::provide,
    .pairs = {offender_pair, review::review_pair, members_pair}};

inline constexpr std::int64_t third_party_cases_of_a_page = 50;
inline constexpr std::size_t case_words_characters_limit = 400;

struct ThirdPartyPage {
  std::vector<ThirdPartyView> lines = {};  // late ones first, then open ones
  std::int64_t count = 0;
  std::int64_t late = 0;
};
/// Of handlers without limit: a case may concern several establishments.
base::Result<ThirdPartyPage> list_third_party_cases(const RecourseOffice& office,
                                                    const notice::Acting& acting,
                                                    std::int64_t offset);
base::Result<std::optional<ThirdPartyView>> show_third_party_case(const RecourseOffice& office,
                                                                  const notice::Acting& acting,
                                                                  const ThirdPartyCaseId& id);
/// Refused: no such receipt, an open case about it, a receipt of nobody in the ledger.
base::Result<ThirdPartyCaseId> open_third_party_case(const RecourseOffice& office,
                                                     const notice::Acting& acting,
                                                     const claim::ClaimId& claim);
/// Refused: what check_step refuses.
base::Result<> record_case_step(const RecourseOffice& office, const notice::Acting& acting,
                                const ThirdPartyCaseId& id, CaseStep step);

/// Refused: a closed case, an address that the post does not reach.
base::Result<ThirdPartyLetter> third_party_letter(const RecourseOffice& office,
                                                  const notice::Acting& acting,
                                                  const ThirdPartyCaseId& id);
}  // namespace kenpo::recourse
