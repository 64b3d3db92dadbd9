#include "request/package_act.h"

#include <algorithm>
#include <map>

#include "notice/wording.h"
#include "request/case_act.h"
#include "request/fault.h"
#include "request/package_json.h"
#include "request/package_print.h"
#include "request/package_store.h"
#include "safeguard/export_act.h"
#include "safeguard/export_archive.h"
#include "safeguard/log_words.h"

namespace kenpo::request {

namespace {

using base::Result;
using notice::Permit;
using store::SubjectAccess;

using Subjects = std::vector<SubjectAccess>;

std::vector<base::PersonId> people_in(const Subjects& subjects) {
  std::vector<base::PersonId> people;
  for (const auto& subject : subjects) people.push_back(subject.subject().as_person());
  return people;
}

/// Everything of the subject, table by table as declared, and the history of its use.
Result<PackageContent> collect(RequestOffice& office, const store::View& view,
                               const Subjects& subjects, const RequestAccess& access,
                               const Case& request) {
  PackageContent content{.request = request, .made_at = office.gate.clock().now()};
  content.notice_version = office.gate.policy()->notice.version;
  content.redactions = KENPO_TRY(redactions_of(view, access, request.id));
  Shower shower(content.redactions);
  for (const auto* table : office.tables) {
    const auto rows = KENPO_TRY(rows_of_all(view, subjects, *table));
    if (rows.empty()) continue;
    if (const auto reason = withheld_reason(*table); !reason.empty()) {
      content.withheld.push_back({std::string(table->japanese), std::string(reason)});
      continue;
    }
    content.tables.push_back(shower.shown(*table, rows));
  }
  for (const auto& subject : subjects) {
    const auto number = KENPO_TRY(office.database.keys().key_for_opening(
        subject.subject(), store::KeyClass::individual_number()));
    content.individual_number_held = content.individual_number_held || number.has_value();
  }
  for (const auto& [index, leaf] : KENPO_TRY(leaves_about(office, people_in(subjects)))) {
    content.uses.push_back({.at = leaf.time.short_text(),
                            .role = safeguard::role_words(leaf.role),
                            .operation = operation_words(office, leaf.operation),
                            .purposes = safeguard::pairs_words(leaf),
                            .outcome = safeguard::outcome_words(leaf)});
  }
  return content;
}

Result<> check_disclosure(const CaseFile& file, State least) {
  const auto standing = standing_of(file);
  const bool fits_kind =
      standing.kind == Kind::disclosure || standing.kind == Kind::provision_records;
  if (fits_kind && standing.state >= least && standing.state != State::withdrawn &&
      (least < State::decided || is_carried_out(standing.outcome))) {
    return base::Done{};
  }
  return refusal(
      {"この請求の開示の資料は、まだ扱えません。", "This case has no package at this point."},
      {"開示の請求で、収集・決定・通知が済んでいることがいります。",
       "It takes a disclosure that was collected, decided and told."},
      {"請求の画面の「次の手続」を済ませてください。", "Take the case's next steps first."});
}

/// 33条5項: of the provision records alone, the ledger of provisions and nothing else.
void keep_only_provisions(PackageContent& content) {
  std::erase_if(content.tables, [](const ShownTable& table) { return table.name != "provision"; });
  content.withheld.clear();
  content.uses.clear();
  content.individual_number_held = false;
}

Result<PackageContent> content_of(RequestOffice& office, const store::View& view,
                                  const Subjects& subjects, const RequestAccess& access,
                                  const CaseFile& file) {
  auto content = KENPO_TRY(collect(office, view, subjects, access, file.request));
  if (file.request.kind == Kind::provision_records) keep_only_provisions(content);
  return content;
}

bool holds_value(const PackageContent& content, const Redaction& redaction) {
  return std::ranges::any_of(content.tables, [&](const ShownTable& table) {
    return table.name == redaction.table &&
           std::ranges::any_of(table.rows, [&](const ShownRow& row) {
             return row.row == redaction.row &&
                    (redaction.column.empty() ||
                     std::ranges::any_of(row.values, [&](const ShownValue& value) {
                       return value.column == redaction.column;
                     }));
           });
  });
}

/// A column may be named as the papers name it: 「住所」 for `address`.
void name_column(const PackageContent& content, Redaction& redaction) {
  for (const auto& table : content.tables) {
    if (table.name != redaction.table || table.rows.empty()) continue;
    for (const auto& value : table.rows.front().values) {
      if (value.label == redaction.column) redaction.column = value.column;
    }
  }
}

Result<> check_redaction(const PackageContent& content, const Redaction& redaction) {
  const bool ground_fits = redaction.ground != Ground::none &&
                           fits(redaction.ground, Kind::disclosure) &&
                           redaction.ground <= Ground::other_law;
  if (ground_fits && !redaction.words.empty() && holds_value(content, redaction) &&
      content.redactions.size() < redactions_limit) {
    return base::Done{};
  }
  return refusal(
      {"開示しない項目を登録できません。", "This cannot be left out."},
      {"本人の記録にある項目と、33条2項各号の理由がいります。",
       "It takes a value of the person's and a ground of art. 33(2)."},
      {"記録、項目、条文、理由を確かめてください。", "Check record, column, article and reason."});
}

/// What the ledger of exports is told (33条, notice section 7 P-5): no name, the case has it.
safeguard::ReleasedDraft draft_of(const Package& package, const PackageContent& content,
                                  PackageFiles files) {
  const auto rows = static_cast<std::uint64_t>(content.rows());
  return {.draft = {.product = "開示の資料",
                    .terms = {.recipient_class = safeguard::RecipientClass::person,
                              .recipient = "（請求の記録にある人）",
                              .basis = safeguard::ExportBasis::to_person,
                              .processor = std::nullopt,
                              .delete_by = content.made_at.day()},
                    .files = {{"kaiji.pdf", std::move(files.pdf)},
                              {"kaiji.json", std::move(files.json)}},
                    .rows = rows,
                    .people = 1},
          .passphrase = package.passphrase,
          .made_by = package.prepared_by,
          .released_by = *package.released_by,
          .released_at = *package.released_at};
}

}  // namespace

Result<Preview> preview_package(RequestOffice& office, const notice::Acting& acting,
                                const base::CaseId& id) {
  const auto work = [&](const Permit<package_preview_operation>& permit) -> Result<Preview> {
    const auto view = KENPO_TRY(office.database.read());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(view, access, id));
    KENPO_TRY(check_disclosure(file, State::scoped));
    const auto subjects = KENPO_TRY(
        subjects_of(permit, view, file.request, office.gate.clock().now()));
    Preview preview{.content = KENPO_TRY(content_of(office, view, subjects, access, file)),
                    .standing = standing_of(file),
                    .package = {}};
    preview.package = KENPO_TRY(package_of(view, access, id));
    return preview;
  };
  return office.gate.perform<package_preview_operation>(acting, work);
}

Result<> redact(RequestOffice& office, const notice::Acting& acting, const base::CaseId& id,
                const Redaction& redaction) {
  const auto work = [&](const Permit<package_redact_operation>& permit) -> Result<> {
    auto transaction = KENPO_TRY(office.database.write());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(transaction, access, id));
    KENPO_TRY(check_disclosure(file, State::scoped));
    const auto subjects = KENPO_TRY(
        subjects_of(permit, transaction, file.request, office.gate.clock().now()));
    const auto content = KENPO_TRY(content_of(office, transaction, subjects, access, file));
    Redaction entered = redaction;
    entered.id = id;
    entered.person = file.request.person;
    entered.at = office.gate.clock().now();
    entered.by = KENPO_TRY(acting_staff(acting));
    name_column(content, entered);
    KENPO_TRY(check_redaction(content, entered));
    KENPO_TRY(add(transaction, access, entered));
    return transaction.commit(permit.recorder());
  };
  return office.gate.perform<package_redact_operation>(acting, work);
}

Result<> prepare_package(RequestOffice& office, const notice::Acting& acting,
                         const base::CaseId& id) {
  const auto work = [&](const Permit<package_redact_operation>& permit) -> Result<> {
    auto transaction = KENPO_TRY(office.database.write());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(transaction, access, id));
    KENPO_TRY(check_disclosure(file, State::notified));
    const auto subjects = KENPO_TRY(
        subjects_of(permit, transaction, file.request, office.gate.clock().now()));
    const auto content = KENPO_TRY(content_of(office, transaction, subjects, access, file));
    const auto staff = KENPO_TRY(acting_staff(acting));
    const Package package{.id = id,
                          .person = file.request.person,
                          .prepared_at = content.made_at,
                          .prepared_by = staff,
                          .rows = content.rows(),
                          .redactions = static_cast<std::int64_t>(content.redactions.size())};
    KENPO_TRY(add(transaction, access, package));
    return transaction.commit(permit.recorder());
  };
  return office.gate.perform<package_redact_operation>(acting, work);
}

Result<> release_package(RequestOffice& office, const notice::Acting& acting,
                         const base::CaseId& id) {
  const auto work = [&](const Permit<package_release_operation>& permit) -> Result<> {
    auto transaction = KENPO_TRY(office.database.write());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(transaction, access, id));
    KENPO_TRY(check_disclosure(file, State::notified));
    const auto staff = KENPO_TRY(acting_staff(acting));
    const auto redactions = KENPO_TRY(redactions_of(transaction, access, id));
    auto package = KENPO_TRY(package_of(transaction, access, id));
    if (!package || package->redactions != static_cast<std::int64_t>(redactions.size())) {
      return refusal({"承認する資料がありません。", "There is nothing to release."},
                     {"準備していないか、準備の後に開示しない項目が変わっています。",
                      "It was not prepared, or redactions changed since."},
                     {"もう一度準備してください。", "Prepare it again."});
    }
    if (package->prepared_by == staff) {
      return refusal({"準備した人は承認できません。", "Who prepared it does not release it."},
                     {"開示の資料は二人で確かめます。", "A package takes two people."},
                     {"別の人に承認を頼んでください。", "Ask somebody else to release it."});
    }
    package->released_at = office.gate.clock().now();
    package->released_by = staff;
    package->passphrase = safeguard::draw_passphrase();
    KENPO_TRY(add(transaction, access, *package));
    return transaction.commit(permit.recorder());
  };
  return office.gate.perform<package_release_operation>(acting, work);
}

Result<PackageFiles> package_files(const PackageContent& content, const LetterSender& sender) {
  auto printed = KENPO_TRY(print_package(content, sender));
  return PackageFiles{std::move(printed.pdf), package_json(content, sender.society)};
}

Result<std::string> hand_over_package(RequestOffice& office, const notice::Acting& acting,
                                      const base::CaseId& id) {
  const auto work = [&](const Permit<package_hand_over_operation>& permit) -> Result<std::string> {
    auto transaction = KENPO_TRY(office.database.write());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(transaction, access, id));
    KENPO_TRY(check_disclosure(file, State::notified));
    const auto package = KENPO_TRY(package_of(transaction, access, id));
    const auto redactions = KENPO_TRY(redactions_of(transaction, access, id));
    const bool as_released = package && package->released_by &&
                             package->redactions == static_cast<std::int64_t>(redactions.size());
    if (!as_released) {
      return refusal({"まだ渡せません。", "It cannot be handed over yet."},
                     {"別の人の承認が済んでいないか、承認の後に開示しない項目が変わっています。",
                      "A second person has not released it as it stands now."},
                     {"承認の後に渡してください。", "Hand it over after the release."});
    }
    const auto subjects = KENPO_TRY(
        subjects_of(permit, transaction, file.request, office.gate.clock().now()));
    const auto content = KENPO_TRY(content_of(office, transaction, subjects, access, file));
    auto files = KENPO_TRY(package_files(content, office.sender));
    auto archive = KENPO_TRY(safeguard::enter_handed_over(
        transaction, permit, acting, draft_of(*package, content, std::move(files)),
        content.made_at));
    if (standing_of(file).state == State::notified) {
      KENPO_TRY(write_step(transaction, access, file,
                           {.event = Event::execute, .words = "開示の資料を渡した。"}, acting,
                           content.made_at));
    }
    KENPO_TRY(transaction.commit(permit.recorder()));
    return archive;
  };
  return office.gate.perform<package_hand_over_operation>(acting, work);
}

Result<PurposeNotice> purpose_notice(RequestOffice& office, const notice::Acting& acting,
                                     const base::CaseId& id) {
  using Answer = Result<PurposeNotice>;
  const auto work = [&](const Permit<package_hand_over_operation>& permit) -> Answer {
    const auto view = KENPO_TRY(office.database.read());
    const RequestAccess access(permit);
    const auto file = KENPO_TRY(need_case(view, access, id));
    const auto standing = standing_of(file);
    if (standing.kind != Kind::purpose_notice || standing.state < State::notified ||
        !is_carried_out(standing.outcome)) {
      return refusal({"利用目的通知書はまだ出せません。", "The notice cannot be issued yet."},
                     {"通知する決定がありません。", "There is no decision to notify."},
                     {"決定と通知を先に済ませてください。", "Decide and notify first."});
    }
    const auto subjects = KENPO_TRY(
        subjects_of(permit, view, file.request, office.gate.clock().now()));
    std::map<notice::Category, std::int64_t> held;
    for (const auto* table : office.tables) {
      if (!table->category) continue;
      const auto rows = KENPO_TRY(rows_of_all(view, subjects, *table));
      if (!rows.empty()) held[*table->category] += static_cast<std::int64_t>(rows.size());
    }
    const auto leaves = KENPO_TRY(leaves_about(office, people_in(subjects)));
    PurposeNotice made{.request = file.request, .made_at = office.gate.clock().now()};
    const auto policy = office.gate.policy();
    made.notice_version = policy->notice.version;
    for (const auto& pair : notice::published_pairs) {
      const auto rows = held.find(pair.category);
      const auto bit = notice::mask_of(pair);
      if (rows == held.end() || (policy->notice.pairs & bit) == 0) continue;
      const auto uses = std::ranges::count_if(leaves, [&](const notice::NumberedLeaf& each) {
        return (each.leaf.pairs & bit) != 0 && each.leaf.outcome != notice::Outcome::refused;
      });
      made.lines.push_back({std::string(notice::wording(pair.category)),
                            std::string(notice::wording(pair.purpose)), rows->second, uses});
    }
    return made;
  };
  return office.gate.perform<package_hand_over_operation>(acting, work);
}

}  // namespace kenpo::request
