#include "safeguard/incident_letters_act.h"

#include <algorithm>

#include "eligibility/letter_address_act.h"
#include "eligibility/person_store.h"
#include "safeguard/incident_print.h"
#include "safeguard/incident_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using notice::Permit;
using notice::Purpose;

Result<Incident> incident_with_extent(const store::View& view, const IncidentId& id) {
  const auto found = KENPO_TRY(find_incident(view, id));
  if (!found) {
    return base::refusal({"この事案はありません。", "There is no such case."},
                         {"一覧から選び直してください。", "Choose it from the list."});
  }
  if (!found->extent) {
    return base::refusal({"範囲がまだ確定していません。", "The extent is not measured yet."},
                         {"個人情報取扱責任者が、監査記録から範囲を確定します。",
                          "The responsible person measures it out of the audit log."});
  }
  return *found;
}

/// Persons with their letters, in the order in which they were found.
struct Addressed {
  std::vector<base::PersonId> people;
  std::vector<LetterTo> letters;
  std::uint64_t left_out = 0;
};

Result<Addressed> addressed(const store::View& view, const IncidentPersonAccess& access,
                            const IncidentId& id, base::Moment now) {
  const auto persons = KENPO_TRY(incident_persons(view, access, id));
  if (persons.empty() || incident_letters_limit < persons.size()) {
    return base::refusal({"通知を作れる人数は、1人から2,000人までです。",
                          "Letters are made for 1 to 2,000 persons."},
                         {"本人を確定するか、代わりの措置を記録してください。",
                          "Find the persons, or record a substitute measure."});
  }
  Addressed all;
  for (const auto& person : persons) {
    const auto found = KENPO_TRY(eligibility::find_person(view, access, person, now));
    auto address = KENPO_TRY(eligibility::letter_address(view, access, person, now));
    if (!found || address.empty()) {
      ++all.left_out;
      continue;
    }
    all.people.push_back(person);
    all.letters.push_back(
        {found->name.empty() ? found->name_kana : found->name, std::move(address)});
  }
  return all;
}

Result<std::vector<ExportFile>> files_of(const Incident& incident, const Addressed& all,
                                         const PaperSender& sender, base::Moment now) {
  std::vector<ExportFile> files;
  for (std::size_t at = 0; at < all.letters.size(); at += letters_in_file) {
    const auto last = std::min(at + letters_in_file, all.letters.size());
    const std::vector<LetterTo> part(all.letters.begin() + static_cast<std::ptrdiff_t>(at),
                                     all.letters.begin() + static_cast<std::ptrdiff_t>(last));
    auto printed = KENPO_TRY(print_incident_letters(incident, part, sender, now));
    files.push_back({"tsuuchi-" + std::to_string(files.size() + 1) + ".pdf",
                     std::move(printed.pdf)});
  }
  return files;
}

}  // namespace

Result<IncidentPersons> show_incident_persons(const RegisterOffice& office,
                                              const notice::Acting& acting, const IncidentId& id) {
  return read_under<show_incident_persons_operation>(
      office, acting,
      [&](const Permit<show_incident_persons_operation>& permit,
          const store::View& view) -> Result<IncidentPersons> {
        const IncidentPersonAccess access(permit.grant<Purpose::member_administration>());
        IncidentPersons persons{.incident = KENPO_TRY(incident_with_extent(view, id))};
        persons.found = KENPO_TRY(incident_persons(view, access, id)).size();
        return persons;
      });
}

Result<MadeLetters> make_incident_letters(const RegisterOffice& office,
                                          const ProvisionLedger& provisions,
                                          const notice::Acting& acting, const IncidentId& id,
                                          const LetterOrder& order, const PaperSender& sender) {
  return office.gate.perform<write_incident_letters_operation>(
      acting,
      [&](const Permit<write_incident_letters_operation>& permit) -> Result<MadeLetters> {
        const IncidentPersonAccess access(permit.grant<Purpose::member_administration>());
        const auto now = office.gate.clock().now();
        // Printing takes seconds: it is done on a snapshot, before anybody has to wait.
        const auto view = KENPO_TRY(office.database.read());
        const auto incident = KENPO_TRY(incident_with_extent(view, id));
        const auto all = KENPO_TRY(addressed(view, access, id, now));
        ExportDraft draft{.product = "漏えい等の本人への通知",
                          .terms = order.terms,
                          .files = {},
                          .rows = all.letters.size(),
                          .people = all.letters.size()};
        draft.files = KENPO_TRY(files_of(incident, all, sender, now));
        auto transaction = KENPO_TRY(office.database.write());
        KENPO_TRY(name_processor(transaction, order.contract, draft.terms));
        const auto made = KENPO_TRY(enter_export(office, transaction, permit, acting, draft));
        for (const auto& person : all.people) {
          KENPO_TRY(provisions.record(transaction, access, person, draft.terms, now.day(),
                                      "氏名、住所"));
        }
        KENPO_TRY(transaction.commit(permit.recorder()));
        return MadeLetters{made, all.letters.size(), all.left_out};
      });
}

}  // namespace kenpo::safeguard
