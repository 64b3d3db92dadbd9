// The one way out: an act of any folder fills a draft, the archive is sealed and entered in the
// ledger, a second person releases it, it is handed over, and its erasure there is proved.
//
// How another folder uses it:
//   1. Its operation has Verb::provide and the pairs of what it reads, so that each person stands
//   in
//      the leaf of the log as provided.
//   2. Inside its transaction it calls enter_export(office, transaction, permit, acting, draft),
//   and
//      commits. The passphrase comes back once and is kept nowhere.
//   3. It calls propose_release; the second person decides at /approvals.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "safeguard/export_store.h"
#include "safeguard/register_office.h"
#include "staff/approval_act.h"

namespace kenpo::safeguard {

/// The ledger holds no personal data; who may hand over what, the act decides.
inline constexpr notice::Operation export_show{.name = "export.show",
                                               .japanese = "提供台帳の表示",
                                               .statute = notice::Statute::joint_decision};
inline constexpr notice::Operation export_hand_over{.name = "export.hand_over",
                                                    .japanese = "提供するデータの引渡し",
                                                    .verb = notice::Verb::provide,
                                                    .statute = notice::Statute::joint_decision};
inline constexpr notice::Operation export_deletion_record{
    .name = "export.deletion_record",
    .japanese = "提供先での消去の記録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control};
/// What people decided about being handed on, and where it is recorded for each of them
/// (個人情報保護法27条, 29条, 33条5項). The folder of people's requests keeps both; the program
/// joins them at the start.
struct ProvisionLedger {
  using Access = notice::Access<notice::Category::eligibility>;
  std::function<base::Result<bool>(const store::View&, const Access&, const base::PersonId&,
                                   RecipientClass)>
      objects;
  /// The last: the items that were provided, as the record names them.
  std::function<base::Result<>(store::Transaction&, const Access&, const base::PersonId&,
                               const ExportTerms&, base::Date, std::string_view)>
      record;
};

namespace detail {
base::Result<MadeExport> enter_export(const RegisterOffice& office, store::Transaction& transaction,
                                      const notice::Operation& operation,
                                      const notice::Acting& acting, const ExportDraft& draft);
}  // namespace detail

/// Seals the draft and enters it in the ledger, in the act's own transaction. Refused: terms that
/// check_terms refuses. Nothing of it can be fetched before it is released.
template <const notice::Operation& operation>
base::Result<MadeExport> enter_export(const RegisterOffice& office, store::Transaction& transaction,
                                      const notice::Permit<operation>&,
                                      const notice::Acting& acting, const ExportDraft& draft) {
  static_assert(operation.verb == notice::Verb::provide, "what leaves is provided");
  return detail::enter_export(office, transaction, operation, acting, draft);
}

/// What two people released in a case of its own (個人情報保護法33条: the person's disclosure) and what
/// goes out with it at once.
struct ReleasedDraft {
  ExportDraft draft;
  std::string passphrase;  // drawn by draw_passphrase
  base::StaffId made_by;
  base::StaffId released_by;  // never made_by
  base::Moment released_at;
};

namespace detail {
base::Result<std::string> enter_handed_over(store::Transaction& transaction,
                                            const notice::Operation& operation,
                                            const notice::Acting& acting,
                                            const ReleasedDraft& released, base::Moment now);
}  // namespace detail

/// Seals it and enters it in the ledger as released and handed over, in the act's own transaction;
/// hands back the archive. It is not kept here: whoever asks again gets one made anew, and that one
/// has a line of its own. Refused: what check_terms refuses; one person who did both.
template <const notice::Operation& operation>
base::Result<std::string> enter_handed_over(store::Transaction& transaction,
                                            const notice::Permit<operation>&,
                                            const notice::Acting& acting,
                                            const ReleasedDraft& released, base::Moment now) {
  static_assert(operation.verb == notice::Verb::provide, "what leaves is provided");
  return detail::enter_handed_over(transaction, operation, acting, released, now);
}

/// The name of the kind of proposal that releases an export; its subject is the export's id.
inline constexpr std::string_view export_release_kind = "export_release";
/// Where the archive lies until it is erased.
std::string archive_path(const RegisterOffice& office, const ExportId& id);

/// The kind of proposal that releases an export: the responsible person or the executive director
/// decides. Added once, at the start.
staff::ApprovalKind release_kind();
/// Releases an export with what two people decide in another proposal: a transfer file with its
/// sums. `archive_hash`: of the archive that they saw. Refused: not that archive, released or
/// erased before, its own maker.
base::Result<> release_export(const staff::Execution& execution, const ExportId& id,
                              std::string_view archive_hash);
/// What a proposal shows of the export: its recipient, basis, people, term, form and hash.
std::vector<staff::Difference> release_fields(const Export& entry);
/// The name of a field of release_fields; empty: it is none.
std::string release_field_label(std::string_view field);
/// Lays the export before a second person.
base::Result<base::CaseId> propose_release(const RegisterOffice& office,
                                           staff::Approvals& approvals,
                                           const notice::Acting& acting, const ExportId& id);

base::Result<std::vector<Export>> show_exports(const RegisterOffice& office,
                                               const notice::Acting& acting);
base::Result<Export> show_export(const RegisterOffice& office, const notice::Acting& acting,
                                 const ExportId& id);

/// The encrypted archive. Refused: not released, erased, somebody who neither made nor released it,
/// a file that is not the one in the ledger. What goes to the person themself is handed over once,
/// and its archive is gone after that.
base::Result<std::string> hand_over(const RegisterOffice& office, const notice::Acting& acting,
                                    const ExportId& id);

/// The one file inside the archive, without its seal: for a recipient whose line takes plain data
/// only, as the second person released it. Refused: as above, terms without a reason for plain
/// data, a passphrase that does not open it, an archive of several files.
base::Result<ExportFile> hand_over_plain(const RegisterOffice& office,
                                         const notice::Acting& acting, const ExportId& id,
                                         const std::string& passphrase);

/// Records that the recipient has erased the data, with its proof, and removes the archive here.
/// Refused: nothing was handed over, recorded before, a day to come or before the hand-over.
base::Result<> record_deletion(const RegisterOffice& office, const notice::Acting& acting,
                               const ExportId& id, base::Date deleted_on, const std::string& proof);

}  // namespace kenpo::safeguard
