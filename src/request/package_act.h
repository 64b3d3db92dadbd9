// The answer from all that is held: preview, redactions, release by a second person, hand-over
// (個人情報保護法32条2項, 33条). Property 20.
#pragma once

#include <string>
#include <utility>

#include "base/result.h"
#include "request/package_content.h"
#include "request/request_act.h"

namespace kenpo::request {

inline constexpr notice::Operation package_preview_operation{
    .name = "disclosure.preview",
    .japanese = "開示する資料の確かめ",
    .statute = notice::Statute::answer_to_person};
inline constexpr notice::Operation package_redact_operation{
    .name = "disclosure.redact",
    .japanese = "開示しない項目の登録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::answer_to_person};
inline constexpr notice::Operation package_release_operation{
    .name = "disclosure.release",
    .japanese = "開示する資料の承認",
    .verb = notice::Verb::write,
    .statute = notice::Statute::answer_to_person};
inline constexpr notice::Operation package_hand_over_operation{
    .name = "disclosure.hand_over",
    .japanese = "開示する資料の引渡し",
    .verb = notice::Verb::provide,
    .statute = notice::Statute::answer_to_person};

/// What the package of the case would hold, with its redactions, and how far it is.
struct Preview {
  PackageContent content;
  Standing standing;
  std::optional<Package> package;
};
base::Result<Preview> preview_package(RequestOffice& office, const notice::Acting& acting,
                                      const base::CaseId& id);

/// Leaves one value (or, with an empty column, one row) out of the package, with its article. A
/// preparation that was made before is void. Refused: a row or column that is not the person's, a
/// ground that is none of 33条2項, no reason, a case that is no disclosure in part.
base::Result<> redact(RequestOffice& office, const notice::Acting& acting, const base::CaseId& id,
                      const Redaction& redaction);

/// Prepares the package of a decided and notified disclosure for its second person.
base::Result<> prepare_package(RequestOffice& office, const notice::Acting& acting,
                               const base::CaseId& id);
/// Releases it; draws its passphrase. Refused: who prepared it; redactions changed since.
base::Result<> release_package(RequestOffice& office, const notice::Acting& acting,
                               const base::CaseId& id);

/// The released package: a ZIP with AES-256, the PDF and the JSON in it; the step is written the
/// first time. Refused: not released.
base::Result<std::string> hand_over_package(RequestOffice& office, const notice::Acting& acting,
                                            const base::CaseId& id);

/// The notice of purposes of a decided case (32条2項), to be printed.
base::Result<PurposeNotice> purpose_notice(RequestOffice& office, const notice::Acting& acting,
                                           const base::CaseId& id);

/// Where the package's files come from; for the tests of completeness.
struct PackageFiles {
  std::string pdf;
  std::string json;
};
base::Result<PackageFiles> package_files(const PackageContent& content, const LetterSender& sender);

}  // namespace kenpo::request
