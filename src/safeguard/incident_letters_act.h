// Letters to the persons of a breach (個人情報保護法26条2項): they leave by the one way out, sealed,
// entered in the ledger of exports and released by a second person.
#pragma once

#include <string>

#include "safeguard/export_act.h"
#include "safeguard/incident_act.h"
#include "safeguard/paper_sender.h"

namespace kenpo::safeguard {

/// How many persons were found, for whoever makes the letters.
inline constexpr notice::Operation show_incident_persons_operation{
    .name = "incident.persons_show",
    .japanese = "漏えい等の本人の数の表示",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};
/// 本人への通知の作成: names and addresses are read, each person stands in the leaf as provided.
inline constexpr notice::Operation write_incident_letters_operation{
    .name = "incident.letters",
    .japanese = "漏えい等の本人への通知の作成",
    .verb = notice::Verb::provide,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};

/// Letters of one file: what a printer takes at once.
inline constexpr std::size_t letters_in_file = 400;
/// Letters of one export: some seconds of printing. More persons have a substitute measure, or
/// are counted in several extents.
inline constexpr std::size_t incident_letters_limit = 2000;

struct IncidentPersons {
  Incident incident;
  std::size_t found = 0;
};
/// Refused: no such case, no extent.
base::Result<IncidentPersons> show_incident_persons(const RegisterOffice& office,
                                                    const notice::Acting& acting,
                                                    const IncidentId& id);

/// Who prints and puts them into envelopes: the office itself, or a processor under the contract.
struct LetterOrder {
  ExportTerms terms;
  std::string contract;  // of a processor; empty for the office's own mail room
};
struct MadeLetters {
  MadeExport made;
  std::uint64_t people = 0;
  /// Without a letter: the post reaches them nowhere, or the data was erased. They are told in
  /// another way. Whoever had the use stopped (35条) is told all the same (notice/duty_to_tell.h).
  std::uint64_t left_out = 0;
};

/// The letters as an export. Refused: a case without extent or persons, more persons than the
/// limit, nobody with an address, and what check_terms refuses.
base::Result<MadeLetters> make_incident_letters(const RegisterOffice& office,
                                                const ProvisionLedger& provisions,
                                                const notice::Acting& acting, const IncidentId& id,
                                                const LetterOrder& order,
                                                const PaperSender& sender);

}  // namespace kenpo::safeguard
