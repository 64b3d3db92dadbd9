// What leaves the office with personal data: to whom, on what basis, how much, until when, and how
// it was erased there (個人情報保護法22条・23条・25条・27条〜29条, notice section 2, P-5).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/plain.h"
#include "notice/operation.h"
#include "safeguard/processor.h"

namespace kenpo::safeguard {

using ExportId = base::Id<struct ExportKind>;

enum class RecipientClass : std::uint8_t {
  person = 1,                  // the person themself
  employer = 2,                // 事業主
  processor = 3,               // 委託先
  reviewing_organisation = 4,  // 審査支払機関
  insurer = 5,                 // another insurer
  public_body = 6,             // 国・地方公共団体
  bank = 7,                    // 金融機関
  other = 8,
  own_office = 9,  // 組合内の印刷・封入: the office prints what goes to the persons
};

/// Why it may be handed over (個人情報保護法27条1項・5項). There is no opt-out (27条2項): it is
/// closed to medical data, and the society offers it for none.
enum class ExportBasis : std::uint8_t {
  consent_explicit = 1,  // 27条1項 本人の同意
  consent_implied = 2,   // 27条1項 公表による包括的な同意: ends with the person's objection
  law = 3,               // 27条1項1号 法令に基づく場合
  entrust = 4,           // 27条5項1号 委託
  succession = 5,        // 27条5項2号 事業の承継
  joint_use = 6,         // 27条5項3号 共同利用
  to_person = 7,         // 33条: the person's own data, no third party
  notice_to_person = 8,  // 26条2項: letters, one for each person, printed by the office
};

/// To whom and on what terms. Decided by people, checked by export_rule.
struct ExportTerms {
  RecipientClass recipient_class = RecipientClass::other;
  std::string recipient;
  std::string country = "JP";
  ExportBasis basis = ExportBasis::law;
  std::optional<ProcessorId> processor;
  base::Date delete_by;  // the recipient has erased it by the end of this day
  /// Empty: it leaves as a sealed archive. Else why the recipient can take plain data only, and
  /// what protects it on the way; whoever releases the export decides on these words.
  std::string plain_reason = {};

  bool is_plain() const { return !plain_reason.empty(); }
};
inline constexpr std::size_t plain_reason_characters_limit = 200;

/// One file inside the archive.
struct ExportFile {
  std::string name;  // without personal data: it can be read without the passphrase
  std::string bytes;
};

/// What an act wants to hand over.
struct ExportDraft {
  std::string product;  // 「被保険者名簿」
  ExportTerms terms;
  std::vector<ExportFile> files;
  std::uint64_t rows = 0;
  std::uint64_t people = 0;
};

/// A line of the ledger with what became of it.
struct Export {
  ExportId id;
  std::string operation;  // `roster.provide`
  notice::PairMask pairs = 0;
  std::string product;
  ExportTerms terms;
  std::uint64_t rows = 0;
  std::uint64_t people = 0;
  std::uint64_t size_bytes = 0;
  std::string sha256;  // of the encrypted archive
  base::StaffId made_by;
  base::Moment made_at;

  std::optional<base::Moment> released_at;
  std::optional<base::StaffId> released_by;  // never made_by
  std::optional<base::Moment> handed_over_at;
  std::optional<base::Moment> handed_plain_at;  // the first time without its seal
  std::optional<base::Date> deleted_on;
  std::string deletion_proof;  // the certificate's number, or how it was confirmed
};

enum class ExportState : std::uint8_t {
  awaiting_release,
  released,
  handed_over,
  deletion_due,  // soon, or today
  overdue,
  deleted,
};

/// What the maker is told once: the ledger's line and the passphrase, which is kept nowhere.
struct MadeExport {
  ExportId id;
  std::string passphrase;
};

/// Where it stands on the day. `announced_days` before the term the deletion becomes due.
ExportState state_of(const Export& entry, base::Date today, int announced_days);

/// What the person got is the person's own: no copy lies here, and nobody asks for its erasure.
bool is_kept_elsewhere(const Export& entry);
/// Its archive lies in the data directory: until its erasure, or until the person has it.
bool is_kept_here(const Export& entry);

base::Words wording(RecipientClass recipient_class);
base::Words wording(ExportBasis basis);
base::Words wording(ExportState state);
/// 「暗号化したZIP(AES-256)」, or 「暗号化しない：」 with the reason.
std::string form_words(const ExportTerms& terms);

}  // namespace kenpo::safeguard
