#include "batch/file_intake.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "claim/claim_intake_act.h"
#include "claim/disease_group_act.h"
#include "claim/master_act.h"
#include "eligibility/dependent_act.h"
#include "eligibility/establishment_act.h"
#include "eligibility/intake_act.h"
#include "eligibility/pay_report_file_act.h"
#include "format/claim/looks_like.h"
#include "format/disease_group_csv/disease_group_csv.h"
#include "format/ledger_tsv/ledger_tsv.h"
#include "format/master/read.h"
#include "format/notification_csv/notification_csv.h"
#include "format/pay_report_csv/pay_report_csv.h"
#include "format/reexamination/read.h"
#include "format/transfer/transfer.h"
#include "premium/society_rate_act.h"
#include "review/claim_return_act.h"
#include "review/request_act.h"

namespace kenpo::batch {

namespace {

using base::Plain;
using base::Result;
using base::Words;
using eligibility::Ledger;
using notice::Acting;

constexpr std::size_t recognise_bytes = 4096;  // the longest head of the known formats

std::vector<eligibility::Establishment> establishments_of(
    const std::vector<format::ledger_tsv::EstablishmentLine>& lines) {
  std::vector<eligibility::Establishment> establishments;
  for (const auto& line : lines) {
    eligibility::Establishment made;
    made.prefecture = line.prefecture;
    made.county = line.county;
    made.office_symbol = line.office_symbol;
    made.symbol = line.symbol;
    made.name = line.name;
    made.postal_code = line.postal_code;
    made.address = line.address;
    made.from = line.from;
    establishments.push_back(std::move(made));
  }
  return establishments;
}

std::optional<premium::RateKind> rate_kind(std::string_view kind) {
  using premium::RateKind;
  if (kind == "general_basic") return RateKind::general_basic;
  if (kind == "general_specific") return RateKind::general_specific;
  if (kind == "adjustment") return RateKind::adjustment;
  if (kind == "care") return RateKind::care;
  if (kind == "child") return RateKind::child;
  return std::nullopt;
}

Result<std::vector<premium::SocietyRate>> rates_of(
    const std::vector<format::ledger_tsv::RateLine>& lines, const Plain& file) {
  std::vector<premium::SocietyRate> rates;
  for (const auto& line : lines) {
    const auto kind = rate_kind(line.kind);
    if (!kind) {
      return base::Fault{.what = {"知らない料率の種類です。", "Unknown kind of rate."},
                         .why = {},
                         .mend = {"種類は docs/formats/ledger_tsv.md にあります。",
                                  "docs/formats/ledger_tsv.md lists the kinds."},
                         .place = {.file = file, .line = line.line, .column = 0, .field = {}}};
    }
    rates.push_back({*kind, line.from, line.total, line.insured});
  }
  return rates;
}

std::vector<eligibility::DependentEntry> dependents_of(
    const std::vector<format::ledger_tsv::DependentLine>& lines) {
  std::vector<eligibility::DependentEntry> entries;
  for (const auto& line : lines) {
    entries.push_back({.line = line.line,
                       .symbol = line.symbol,
                       .number = line.number,
                       .branch = line.branch,
                       .relation = static_cast<eligibility::Relation>(line.relation),
                       .name = line.name,
                       .name_kana = line.name_kana,
                       .sex = line.sex == 1 ? eligibility::Sex::male : eligibility::Sex::female,
                       .born = line.born,
                       .from = line.from,
                       .until = line.until});
  }
  return entries;
}

/// The faults with the name of the file in their places.
template <typename Value>
Result<Value> named(Result<Value> result, const Plain& file) {
  if (result.ok()) return result;
  auto faults = std::move(result).faults();
  for (auto& fault : faults) fault.place.file = file;
  return faults;
}

Result<FileIntake> take_ledger(Ledger& ledger, const Acting& acting, const Plain& file,
                               std::string_view bytes) {
  const auto read = KENPO_TRY(named(format::ledger_tsv::read(bytes), file));
  const auto rates = KENPO_TRY(rates_of(read.rates, file));
  // Establishments that the ledger has already are left as they are: the file may come again.
  const auto known = KENPO_TRY(eligibility::show_establishments(ledger, acting));
  auto establishments = establishments_of(read.establishments);
  std::erase_if(establishments, [&](const eligibility::Establishment& each) {
    return std::ranges::find(known, each.symbol, &eligibility::Establishment::symbol) !=
           known.end();
  });
  if (!establishments.empty()) {
    KENPO_TRY(eligibility::register_establishments(ledger, acting, establishments));
  }
  if (!rates.empty()) KENPO_TRY(premium::enter_rates(ledger, acting, rates));
  eligibility::DependentEntries entered;
  if (!read.dependents.empty()) {
    entered =
        KENPO_TRY(eligibility::register_dependents(ledger, acting, dependents_of(read.dependents)));
  }
  const auto offices = Plain(establishments.size());
  const auto rows = Plain(rates.size());
  const auto people = Plain(entered.entered);
  return FileIntake{
      .kind = FileKind::ledger,
      .already = establishments.empty() && rates.empty() && entered.entered == 0,
      .told = {"事業所 " + offices + "、料率 " + rows + "、被扶養者 " + people + "人",
               offices + " establishments, " + rows + " rates, " + people + " dependents"}};
}

Result<FileIntake> take_notifications(Ledger& ledger, const Acting& acting, const Plain& file,
                                      std::string_view bytes) {
  const auto taken = KENPO_TRY(eligibility::take_in_notifications(ledger, acting, bytes, file));
  const auto acquired = Plain(taken.acquisitions);
  const auto lost = Plain(taken.losses);
  const auto pay = Plain(taken.pay_notifications);
  const auto dependents = Plain(taken.dependents);
  const auto left = Plain(taken.work_items);
  return FileIntake{.kind = FileKind::notifications,
                    .already = taken.outcome == eligibility::IntakeOutcome::already_taken,
                    .told = {"取得 " + acquired + "、喪失 " + lost + "、報酬・賞与 " + pay +
                                 "、被扶養者 " + dependents + "、確認が要るもの " + left,
                             acquired + " acquisitions, " + lost + " losses, " + pay + " of pay, " +
                                 dependents + " of dependents, " + left + " to decide"}};
}

Result<FileIntake> take_master(Ledger& ledger, const Acting& acting, const Plain& file,
                               base::LargeBytes bytes) {
  const auto report =
      KENPO_TRY(claim::load_master(ledger.gate, ledger.database, acting, file, bytes));
  const auto& edition = report.edition;
  const auto items = Plain(edition.items);
  const auto added = Plain(edition.added);
  const auto changed = Plain(edition.changed);
  return FileIntake{.kind = FileKind::master,
                    .already = report.already,
                    .told = {"マスター " + items + "件、追加 " + added + "件、変更 " + changed +
                                 "件",
                             items + " master items, " + added + " added, " + changed +
                                 " changed"}};
}

Result<FileIntake> take_groups(Ledger& ledger, const Acting& acting, const Plain& file,
                               std::string_view bytes) {
  const auto report =
      KENPO_TRY(claim::load_disease_groups(ledger.gate, ledger.database, acting, file, bytes));
  const auto groups = Plain(static_cast<std::int64_t>(report.groups));
  return FileIntake{.kind = FileKind::disease_groups,
                    .already = report.already,
                    .told = {"疾病分類 " + groups + "件", groups + " groups of diseases"}};
}

Result<FileIntake> take_pay(Ledger& ledger, const Acting& acting, const Plain& file,
                            std::string_view bytes) {
  const auto taken = KENPO_TRY(eligibility::take_in_pay_reports(ledger, acting, bytes, file));
  const auto lines = Plain(taken.lines);
  const auto changes = Plain(taken.changes);
  return FileIntake{.kind = FileKind::pay_reports,
                    .already = taken.already,
                    .told = {"報酬 " + lines + "件、うち固定的賃金の変動 " + changes + "件",
                             lines + " reports of pay, " + changes +
                                 " with a change of fixed pay"}};
}

Result<FileIntake> take_claims(Ledger& ledger, const Acting& acting, const Plain& file,
                               base::LargeBytes bytes, FileKind kind,
                               const base::TellProgress& tell) {
  const auto report =
      KENPO_TRY(claim::intake_claims(ledger.gate, ledger.database, acting, file, bytes, tell));
  const auto receipts = Plain(report.intake.receipts);
  const auto left = Plain(report.intake.to_decide());
  const auto findings = Plain(report.intake.with_findings);
  return FileIntake{.kind = kind,
                    .already = report.already,
                    .told = {"レセプト " + receipts + "件、資格の確認が要るもの " + left +
                                 "件、内容の点検で気付いたもの " + findings + "件",
                             receipts + " claims, " + left + " to decide on eligibility, " +
                                 findings + " with findings"}};
}

Result<FileIntake> take_returned(Ledger& ledger, const Acting& acting, const Plain& file,
                                 std::string_view bytes) {
  const auto taken =
      KENPO_TRY(review::take_returns({ledger.gate, ledger.database}, acting, file, bytes));
  const auto receipts = Plain(taken.receipts);
  const auto known = Plain(taken.known);
  return FileIntake{.kind = FileKind::claims_returned,
                    .already = taken.already,
                    .told = {"返戻 " + receipts + "件、うち受付済みのレセプト " + known + "件",
                             receipts + " returned, " + known + " of them ours"}};
}

Result<FileIntake> take_reviewed(Ledger& ledger, const Acting& acting, const Plain& file,
                                 std::string_view bytes) {
  const auto taken =
      KENPO_TRY(review::take_results({ledger.gate, ledger.database}, acting, file, bytes));
  const auto results = Plain(taken.results);
  const auto yen = Plain(taken.reduction.amount());
  return FileIntake{.kind = FileKind::review_results,
                    .already = taken.already,
                    .told = {"再審査の結果 " + results + "件、減額 " + yen + "円",
                             results + " results, " + yen + " yen less"}};
}

base::Fault unknown_fault(const Plain& file) {
  return {.what = {"知らない種類のファイルです。", "A file of an unknown kind."},
          .why = {"届書CSV、レセプト、移行ファイルのどれにも見えません。",
                  "It looks like neither notifications, claims nor a ledger file."},
          .mend = {"ファイルと文字コードを確かめてください。", "Check the file and its encoding."},
          .place = {.file = file, .line = 0, .column = 0, .field = {}}};
}

base::Fault transfer_fault(const Plain& file) {
  return {.what = {"総合振込のファイルは受け付けません。", "Transfer files are not taken in."},
          .why = {"組合から銀行へ送るファイルです。", "They go from the society to the bank."},
          .mend = {"送り先を確かめてください。", "Check where it belongs."},
          .place = {.file = file, .line = 0, .column = 0, .field = {}}};
}

/// A bomb in an archive stays where it is: the office unpacks it and sees how large it is.
base::Fault archive_fault(const Plain& file) {
  return {.what = {"圧縮ファイルは受け付けません。開いてもいません。",
                   "Compressed files are not taken in, nor opened."},
          .why = {"中のファイルの大きさと数が、開くまで分からないためです。",
                  "How much is in it is not known before it is opened."},
          .mend = {"展開して、中のファイルを一つずつ受け付けてください。",
                   "Unpack it and take in its files one by one."},
          .place = {.file = file, .line = 0, .column = 0, .field = {}}};
}

/// ZIP (also an empty or a divided one), gzip, 7z, RAR, LHA by the bytes they begin with.
bool looks_like_archive(std::string_view beginning) {
  using namespace std::string_view_literals;
  constexpr std::string_view marks[] = {"PK\x03\x04"sv, "PK\x05\x06"sv, "PK\x07\x08"sv,
                                        "\x1f\x8b"sv,   "7z\xbc\xaf\x27\x1c"sv,
                                        "Rar!\x1a\x07"sv};
  const bool lha = beginning.size() > 6 && beginning.substr(2, 3) == "-lh" && beginning[6] == '-';
  return lha || std::ranges::any_of(
                    marks, [&](std::string_view mark) { return beginning.starts_with(mark); });
}

}  // namespace

FileKind recognise(std::string_view bytes) {
  const auto beginning = bytes.substr(0, recognise_bytes);
  if (looks_like_archive(beginning)) return FileKind::archive;
  if (format::ledger_tsv::looks_like(beginning)) return FileKind::ledger;
  if (format::disease_group_csv::looks_like(beginning)) return FileKind::disease_groups;
  if (format::pay_report_csv::looks_like(beginning)) return FileKind::pay_reports;
  if (format::notification_csv::looks_like(beginning)) return FileKind::notifications;
  if (format::master::looks_like(beginning.substr(0, format::master::recognise_bytes))) {
    return FileKind::master;
  }
  const auto claims =
      format::claim::looks_like(beginning.substr(0, format::claim::recognise_bytes));
  if (claims) {
    if (*claims == format::claim::Form::returned) return FileKind::claims_returned;
    if (*claims == format::claim::Form::insurer &&
        format::reexamination::looks_like_results(bytes)) {
      return FileKind::review_results;
    }
    return *claims == format::claim::Form::insurer ? FileKind::claims_insurer
                                                   : FileKind::claims_provider;
  }
  return format::transfer::looks_like(beginning) ? FileKind::transfer : FileKind::unknown;
}

Words wording(FileKind kind) {
  switch (kind) {
    case FileKind::ledger:
      return {"移行ファイル", "ledger file"};
    case FileKind::notifications:
      return {"届書CSV", "notifications"};
    case FileKind::claims_insurer:
      return {"レセプト(審査支払機関)", "claims (reviewer)"};
    case FileKind::claims_provider:
      return {"レセプト(医療機関)", "claims (provider)"};
    case FileKind::claims_returned:
      return {"返戻(HEN・SAH)", "returned claims (HEN, SAH)"};
    case FileKind::review_results:
      return {"再審査の結果", "results of re-examinations"};
    case FileKind::master:
      return {"診療報酬のマスター", "master of codes"};
    case FileKind::transfer:
      return {"総合振込", "transfer file"};
    case FileKind::disease_groups:
      return {"疾病分類表", "groups of diseases"};
    case FileKind::pay_reports:
      return {"報酬の報告", "reports of pay"};
    case FileKind::archive:
      return {"圧縮ファイル", "compressed file"};
    case FileKind::unknown:
      return {"不明", "unknown"};
  }
  return {};
}

Result<FileIntake> take_in(Ledger& ledger, const Acting& acting, const Plain& file,
                           base::LargeBytes bytes, const base::TellProgress& tell) {
  const auto kind = recognise(bytes.all());
  switch (kind) {
    case FileKind::ledger:
      return take_ledger(ledger, acting, file, bytes.all());
    case FileKind::notifications:
      return take_notifications(ledger, acting, file, bytes.all());
    case FileKind::claims_insurer:
    case FileKind::claims_provider:
      return take_claims(ledger, acting, file, bytes, kind, tell);
    case FileKind::claims_returned:
      return take_returned(ledger, acting, file, bytes.all());
    case FileKind::review_results:
      return take_reviewed(ledger, acting, file, bytes.all());
    case FileKind::master:
      return take_master(ledger, acting, file, bytes);
    case FileKind::disease_groups:
      return take_groups(ledger, acting, file, bytes.all());
    case FileKind::pay_reports:
      return take_pay(ledger, acting, file, bytes.all());
    case FileKind::transfer:
      return transfer_fault(file);
    case FileKind::archive:
      return archive_fault(file);
    case FileKind::unknown:
      break;
  }
  return unknown_fault(file);
}

}  // namespace kenpo::batch
