#include "safeguard/export_act.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/mapped_file.h"
#include "base/whole_file.h"
#include "safeguard/export_archive.h"
#include "safeguard/export_rule.h"
#include "safeguard/processor_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;

base::Fault no_such_export() {
  return base::refusal({"提供台帳にありません。", "It is not in the ledger."},
                       {"一覧から選び直してください。", "Choose it from the list."});
}

base::StaffId staff_of(const notice::Acting& acting) {
  const auto* staff = std::get_if<base::StaffId>(&acting.actor);
  KENPO_REQUIRE(staff != nullptr);  // the operations of this file are for people only
  return *staff;
}

/// Whole or not at all, and readable by this program alone.
Result<> keep_archive(const RegisterOffice& office, const ExportId& id, std::string_view bytes) {
  ::mkdir((office.directory + "/exports").c_str(), 0700);
  if (base::write_whole(archive_path(office, id), bytes)) return base::Done{};
  return base::refusal({"提供するデータを書けません。", "The archive cannot be written."},
                       {"ディスクの空きとデータフォルダの権限を確かめてください。",
                        "Check the disk and the folder."});
}

/// The line of the ledger for a sealed archive.
Export entry_of(const ExportId& id, const notice::Operation& operation, const ExportDraft& draft,
                std::string_view archive, const base::StaffId& made_by, base::Moment now) {
  return {.id = id,
          .operation = std::string(operation.name),
          .pairs = operation.pairs.mask(),
          .product = draft.product,
          .terms = draft.terms,
          .rows = draft.rows,
          .people = draft.people,
          .size_bytes = archive.size(),
          .sha256 = base::sha256_hex(archive),
          .made_by = made_by,
          .made_at = now,
          .released_at = std::nullopt,
          .released_by = std::nullopt,
          .handed_over_at = std::nullopt,
          .handed_plain_at = std::nullopt,
          .deleted_on = std::nullopt,
          .deletion_proof = {}};
}

Result<Export> known_export(const store::View& view, const ExportId& id) {
  const auto entry = KENPO_TRY(find_export(view, id));
  if (!entry) return no_such_export();
  return *entry;
}

/// Writes the release into the approval's own transaction: what was proposed, and nothing else.
Result<> release(const staff::Execution& execution) {
  const auto id = ExportId::parse(execution.change.subject);
  if (!id) return no_such_export();
  return release_export(execution, *id, execution.change.after("archive_hash"));
}

/// What the maker or the releaser may hand over now, byte for byte as the ledger has it.
struct Ready {
  Export entry;
  std::string archive;
};
Result<Ready> ready_archive(const RegisterOffice& office, const store::View& view,
                            const notice::Acting& acting, const ExportId& id) {
  const auto entry = KENPO_TRY(known_export(view, id));
  const auto who = staff_of(acting);
  if (who != entry.made_by && who != entry.released_by) {
    return base::refusal(
        {"この提供の担当ではありません。", "It is not yours."},
        {"作った人か決裁した人が渡してください。", "Its maker or releaser hands it over."});
  }
  if (!entry.released_at || entry.deleted_on || !is_kept_here(entry)) {
    return base::refusal(
        {"いまは渡せません。", "It cannot be handed over now."},
        {"二人目の決裁の後、消去の前に渡してください。本人に渡すものは一度だけです。",
         "After the release and before its erasure; what goes to the person, once."});
  }
  const auto file = KENPO_TRY(base::MappedFile::open(archive_path(office, id)));
  std::string bytes(file.bytes());
  if (base::sha256_hex(bytes) != entry.sha256) {
    return base::refusal(
        {"ファイルが台帳のものと違います。", "It is another file."},
        {"渡さずに、責任者に知らせてください。", "Tell the responsible person."});
  }
  return Ready{entry, std::move(bytes)};
}

}  // namespace

namespace detail {

Result<MadeExport> enter_export(const RegisterOffice& office, store::Transaction& transaction,
                                const notice::Operation& operation, const notice::Acting& acting,
                                const ExportDraft& draft) {
  const auto now = office.gate.clock().now();
  std::optional<Processor> processor;
  if (draft.terms.processor) {
    processor = KENPO_TRY(find_processor(transaction, *draft.terms.processor));
  }
  KENPO_TRY(check_terms(draft.terms, draft.people, processor, now.day()));
  const MadeExport made{ExportId::draw(), draw_passphrase()};
  const auto archive = KENPO_TRY(seal_archive(draft.files, made.passphrase, now));
  KENPO_TRY(keep_archive(office, made.id, archive));
  KENPO_TRY(add(transaction, entry_of(made.id, operation, draft, archive, staff_of(acting), now)));
  return made;
}

Result<std::string> enter_handed_over(store::Transaction& transaction,
                                      const notice::Operation& operation,
                                      const notice::Acting& acting, const ReleasedDraft& released,
                                      base::Moment now) {
  const auto& draft = released.draft;
  KENPO_TRY(check_terms(draft.terms, draft.people, std::nullopt, now.day()));
  if (released.made_by == released.released_by) {
    return base::refusal({"二人で決めていません。", "Two people have not decided it."},
                         {"別の人の承認を受けてください。", "Ask somebody else to release it."});
  }
  auto archive = KENPO_TRY(seal_archive(draft.files, released.passphrase, now));
  const auto id = ExportId::draw();
  KENPO_TRY(add(transaction, entry_of(id, operation, draft, archive, released.made_by, now)));
  KENPO_TRY(add(transaction, id,
                {.kind = ExportStepKind::released,
                 .at = released.released_at,
                 .by = released.released_by}));
  KENPO_TRY(add(transaction, id,
                {.kind = ExportStepKind::handed_over, .at = now, .by = staff_of(acting)}));
  return archive;
}

}  // namespace detail

Result<> release_export(const staff::Execution& execution, const ExportId& id,
                        std::string_view archive_hash) {
  const auto entry = KENPO_TRY(known_export(execution.transaction, id));
  const auto second = staff_of(execution.acting);
  if (entry.sha256 != archive_hash || entry.released_at || entry.deleted_on ||
      entry.made_by == second) {
    return base::refusal({"この決裁は実行できません。", "The approval does not hold."},
                         {"提供台帳を確かめてください。", "Look at the ledger."});
  }
  return add(execution.transaction, id,
             {.kind = ExportStepKind::released, .at = execution.gate.clock().now(), .by = second});
}

std::vector<staff::Difference> release_fields(const Export& entry) {
  return {{"product", "", entry.product},
          {"recipient", "",
           wording(entry.terms.recipient_class).ja.text() + " " + entry.terms.recipient},
          {"basis", "", wording(entry.terms.basis).ja.text()},
          {"people", "", std::to_string(entry.people)},
          {"delete_by", "", entry.terms.delete_by.iso()},
          {"form", "", form_words(entry.terms)},
          {"archive_hash", "", entry.sha256}};
}

std::string release_field_label(std::string_view field) {
  constexpr std::pair<std::string_view, std::string_view> labels[] = {
      {"product", "提供するもの"},    {"recipient", "渡す相手"},
      {"basis", "根拠"},              {"people", "人数"},
      {"delete_by", "消去の期限"},    {"form", "渡し方"},
      {"archive_hash", "ファイルのSHA-256"}};
  for (const auto& [name, label] : labels) {
    if (name == field) return std::string(label);
  }
  return {};
}

std::string archive_path(const RegisterOffice& office, const ExportId& id) {
  return office.directory + "/exports/" + std::string(id.text()) + ".zip";
}

staff::ApprovalKind release_kind() {
  staff::ApprovalKind kind;
  kind.name = export_release_kind;
  kind.japanese = "外に渡すデータの決裁";
  constexpr notice::RoleMask everybody = (notice::RoleMask{1} << notice::roles_count) - 1;
  // Whoever could make the export lays it before the second person; its operation has judged that.
  kind.proposers = everybody;
  kind.approvers = static_cast<notice::RoleMask>(notice::mask_of(notice::Role::responsible_person) |
                                                 notice::mask_of(notice::Role::executive_director));
  kind.within = release;
  kind.label = release_field_label;
  return kind;
}

Result<base::CaseId> propose_release(const RegisterOffice& office, staff::Approvals& approvals,
                                     const notice::Acting& acting, const ExportId& id) {
  const auto entry = KENPO_TRY(show_export(office, acting, id));
  if (entry.made_by != staff_of(acting) || entry.released_at || entry.deleted_on) {
    return base::refusal({"この提供は決裁に出せません。", "It cannot be laid before anybody."},
                         {"作った人が、決裁の前に出してください。", "Its maker proposes it."});
  }
  return approvals.propose(acting,
                           {.kind = export_release_kind,
                            .reason = "個人データを外に渡すため",
                            .change = {std::string(id.text()), release_fields(entry)}});
}

Result<std::vector<Export>> show_exports(const RegisterOffice& office,
                                         const notice::Acting& acting) {
  return read_under<export_show>(
      office, acting,
      [](const notice::Permit<export_show>&,
         const store::View& view) -> Result<std::vector<Export>> { return list_exports(view); });
}

Result<Export> show_export(const RegisterOffice& office, const notice::Acting& acting,
                           const ExportId& id) {
  return read_under<export_show>(
      office, acting,
      [&](const notice::Permit<export_show>&, const store::View& view) -> Result<Export> {
        return known_export(view, id);
      });
}

Result<std::string> hand_over(const RegisterOffice& office, const notice::Acting& acting,
                              const ExportId& id) {
  bool to_person = false;
  auto archive = write_under<export_hand_over>(
      office, acting,
      [&](const notice::Permit<export_hand_over>&, store::Transaction& transaction,
          base::Moment now) -> Result<std::string> {
        auto ready = KENPO_TRY(ready_archive(office, transaction, acting, id));
        KENPO_TRY(
            add(transaction, id,
                {.kind = ExportStepKind::handed_over, .at = now, .by = staff_of(acting)}));
        to_person = is_kept_elsewhere(ready.entry);
        return std::move(ready.archive);
      });
  // The person has it: no copy lies here. One that stays behind is encrypted and cannot be fetched.
  if (archive.ok() && to_person) ::unlink(archive_path(office, id).c_str());
  return archive;
}

Result<ExportFile> hand_over_plain(const RegisterOffice& office, const notice::Acting& acting,
                                   const ExportId& id, const std::string& passphrase) {
  return write_under<export_hand_over>(
      office, acting,
      [&](const notice::Permit<export_hand_over>&, store::Transaction& transaction,
          base::Moment now) -> Result<ExportFile> {
        const auto ready = KENPO_TRY(ready_archive(office, transaction, acting, id));
        if (!ready.entry.terms.is_plain()) {
          return base::refusal(
              {"暗号化して渡すものです。", "It leaves as an archive."},
              {"ZIPファイルを渡してください。相手が受け取れないときは、理由を入れて作り直します。",
               "Hand over the archive; or make it again with the reason."});
        }
        auto files = KENPO_TRY(open_archive(ready.archive, passphrase));
        if (files.size() != 1) {
          return base::refusal(
              {"二つ以上のファイルが入っています。", "There are several files in it."},
              {"ZIPファイルを渡してください。", "Hand over the archive."});
        }
        KENPO_TRY(
            add(transaction, id,
                {.kind = ExportStepKind::handed_plain, .at = now, .by = staff_of(acting)}));
        return std::move(files.front());
      });
}

Result<> record_deletion(const RegisterOffice& office, const notice::Acting& acting,
                         const ExportId& id, base::Date deleted_on, const std::string& proof) {
  const auto recorded = write_under<export_deletion_record>(
      office, acting,
      [&](const notice::Permit<export_deletion_record>&, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto entry = KENPO_TRY(known_export(transaction, id));
        if (!entry.handed_over_at || entry.deleted_on || is_kept_elsewhere(entry)) {
          return base::refusal(
              {"消去を記録できる状態ではありません。", "Nothing to record."},
              {"渡したものの、一度だけの記録です。", "Once, after it was handed over."});
        }
        if (now.day() < deleted_on || deleted_on < entry.handed_over_at->day()) {
          return base::refusal(
              {"消去の日が正しくありません。", "The day does not fit."},
              {"渡した日から今日までの日にしてください。", "A day from the hand-over to today."});
        }
        return add(transaction, id,
                   {.kind = ExportStepKind::deleted,
                    .at = now,
                    .by = staff_of(acting),
                    .deleted_on = deleted_on,
                    .proof = proof});
      });
  // Our own copy goes with it. A copy that stays behind is encrypted and cannot be fetched.
  if (recorded.ok()) ::unlink(archive_path(office, id).c_str());
  return recorded;
}

}  // namespace kenpo::safeguard
