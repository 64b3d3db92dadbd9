#include "app/intake_page.h"

#include <array>

#include "base/mapped_file.h"
#include "batch/file_intake.h"
#include "claim/claim_intake_act.h"
#include "claim/disease_group_act.h"
#include "claim/master_act.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/dependent_act.h"
#include "eligibility/intake_act.h"
#include "eligibility/pay_report_file_act.h"
#include "notice/wording.h"
#include "review/claim_return_act.h"
#include "review/request_act.h"

namespace kenpo::app {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Response;
using desk::Visit;

constexpr int status_faults = 422;
/// More rows than a person mends at one sitting; the count says how many there are.
constexpr std::size_t shown_faults_limit = 200;

struct Kind {
  batch::FileKind kind;
  const notice::Operation* operation;  // the one with the purposes
};
constexpr std::array<Kind, 9> kinds{{
    {batch::FileKind::notifications, &eligibility::notification_intake},
    {batch::FileKind::pay_reports, &eligibility::pay_report_intake},
    {batch::FileKind::claims_insurer, &claim::intake_claims_operation},
    {batch::FileKind::claims_provider, &claim::intake_claims_operation},
    {batch::FileKind::review_results, &review::result_take},
    {batch::FileKind::claims_returned, &review::return_take},
    {batch::FileKind::master, &claim::load_master_operation},
    {batch::FileKind::disease_groups, &claim::load_disease_groups_operation},
    {batch::FileKind::ledger, &eligibility::dependent_register},
}};

/// 「資格に関する情報：加入者の管理」, one a pair.
std::string purposes_of(const notice::Operation& operation) {
  std::string words;
  for (std::size_t at = 0; at < operation.pairs.count; ++at) {
    const auto& pair = operation.pairs.pairs[at];
    if (!words.empty()) words += "、";
    words += std::string(notice::wording(pair.category)) + "：" +
             std::string(notice::wording(pair.purpose));
  }
  return words;
}

Data kinds_table() {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : kinds) {
    rows.push_back({{batch::wording(each.kind).ja.text()},
                    {std::string(each.operation->japanese)},
                    {purposes_of(*each.operation)}});
  }
  return desk::table("受け付けるファイル", {{"ファイル"}, {"記録される操作"}, {"利用目的"}}, rows);
}

std::string number_or_nothing(std::uint64_t number) {
  return number == 0 ? std::string() : desk::grouped(static_cast<std::int64_t>(number));
}

Data faults_table(const base::Faults& faults) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& fault : faults) {
    if (rows.size() == shown_faults_limit) break;
    rows.push_back({{number_or_nothing(fault.place.line)},
                    {number_or_nothing(fault.place.column)},
                    {fault.place.field.text()},
                    {fault.what.ja.text()},
                    {fault.why.ja.text()},
                    {fault.mend.ja.text()}});
  }
  const auto count = static_cast<std::int64_t>(faults.size());
  auto words = desk::grouped(count) + "件";
  if (faults.size() > rows.size()) words += "(はじめの" + std::to_string(rows.size()) + "件)";
  using Holds = desk::Column::Holds;
  return desk::table(
      "受け付けられなかった理由",
      {{"行", Holds::numbers}, {"桁", Holds::numbers}, {"項目"}, {"誤り"}, {"決まり"}, {"直し方"}},
      rows, words);
}

/// The form, above it what was wrong with the file that came, if one did. `file_name` is what the
/// visitor's machine calls it; it is shown and kept nowhere.
Result<Response> intake_page(const Visit& visit, const base::Faults& faults,
                             const std::string& file_name) {
  Data data;
  data.when("refused", !faults.empty())
      .text_if_any("file_name", file_name)
      .text("form_token", visit.form_token())
      .section("kinds", kinds_table());
  if (faults.empty()) {
    data.nothing("faults");
  } else {
    data.section("faults", faults_table(faults));
  }
  desk::PageHead head;
  head.title = "ファイルの受付";
  head.section = "/intakes";
  head.submit_label = "受け付ける";
  for (const auto& each : kinds) head.started.push_back(each.operation);
  head.status = faults.empty() ? 200 : status_faults;
  return desk::page(visit, std::move(head), "intake_page", std::move(data));
}

base::Fault no_file() {
  return {.what = {"ファイルが選ばれていません。", "No file was chosen."},
          .why = {},
          .mend = {"ファイルを選んでから、受け付けてください。", "Choose a file first."},
          .place = {}};
}

Result<batch::FileIntake> take_upload(Office& office, const notice::Acting& acting,
                                      const desk::Upload& upload) {
  const auto file = KENPO_TRY(base::MappedFile::open(upload.path));
  auto ledger = office.ledger();
  // The visitor's name of the file may hold a person's name; the faults do not need it.
  return batch::take_in(ledger, acting, "送信されたファイル", file, {});
}

Result<Response> receive(Office& office, const Visit& visit, const notice::Acting& acting) {
  const auto& uploads = visit.request().uploads;
  if (uploads.empty() || uploads.front().size_bytes == 0) {
    return intake_page(visit, {no_file()}, {});
  }
  const auto& upload = uploads.front();
  const auto taken = take_upload(office, acting, upload);
  if (!taken.ok()) return intake_page(visit, taken.faults(), upload.name);
  const auto kind = batch::wording(taken->kind).ja.text();
  return visit.redirect_with("/intakes", taken->already
                                             ? kind + "は、受付済みです。何も変わっていません。"
                                             : kind + "を受け付けました：" + taken->told.ja.text());
}

}  // namespace

void add_intake_routes(desk::Router& router, Office& office) {
  router.menu<eligibility::notification_intake>(desk::MenuGroup::work, "/intakes", "ファイルの受付");
  router.get<show_intake_operation>(
      "/intakes", [](const Visit& visit, const notice::Permit<show_intake_operation>&) {
        return intake_page(visit, {}, {});
      });
  router.post_act<show_intake_operation>(
      "/intakes", [&office](const Visit& visit, const notice::Acting& acting) {
        return receive(office, visit, acting);
      });
}

}  // namespace kenpo::app
