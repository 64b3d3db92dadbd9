// kenpo notice publish: the acts of the desk, by two people who sign in one after the other.
#include "app/approval_kinds.h"
#include "app/command.h"
#include "app/command_sign_in.h"
#include "app/notice_life_office.h"
#include "app/office.h"
#include "base/clock.h"
#include "base/era.h"
#include "base/mapped_file.h"
#include "notice/wording.h"

namespace kenpo::app {

namespace {

using base::Result;
using notice::Acting;
using safeguard::RowReach;

base::Fault row_fault() {
  return {.what = {"--related と --new-data-only は「類型.利用目的=理由」と書きます。",
                   "--related and --new-data-only are category.purpose=statement."},
          .why = {"追加する行には、関連性の説明か、今後の情報に限る理由が要ります"
                  "(個人情報保護法17条2項)。",
                  "An added row needs its relatedness or its limit (APPI art. 17(2))."},
          .mend = {"識別名は kenpo notice coverage にあります。",
                   "kenpo notice coverage lists the identifiers."},
          .place = {}};
}

base::Fault same_person() {
  return {.what = {"提案する人と承認する人は、別の人です。", "Two different people decide."},
          .why = {},
          .mend = {"もう一人の利用者名を --approved-by に書いてください。",
                   "Name the second person after --approved-by."},
          .place = {}};
}

Result<> add_rows(std::vector<safeguard::AddedRow>& rows, const std::vector<std::string>& lines,
                  RowReach reach) {
  for (const auto& line : lines) {
    const auto equals = line.find('=');
    const auto pair = notice::parse_pair(line.substr(0, equals));
    if (!pair || equals == std::string::npos) return row_fault();
    rows.push_back({*pair, reach, line.substr(equals + 1)});
  }
  return base::Done{};
}

Result<safeguard::NoticeChange> change_of(const PublishRequest& request) {
  const auto file = KENPO_TRY(base::MappedFile::open(request.file));
  safeguard::NoticeChange change{.text = std::string(file.bytes()),
                                 .in_force_on = base::parse_any_date(request.in_force_from),
                                 .added = {},
                                 .reason = request.reason};
  KENPO_TRY(add_rows(change.added, request.relatedness, RowReach::related));
  KENPO_TRY(add_rows(change.added, request.new_data_only, RowReach::new_only));
  return change;
}

Result<std::uint32_t> publish(Office& office, const PublishRequest& request) {
  add_approval_kinds(office);
  const auto life = notice_life_office(office);
  const auto change = KENPO_TRY(change_of(request));
  const auto proposer = KENPO_TRY(sign_in_at_terminal(office, request.proposed_by));
  const auto approver = KENPO_TRY(sign_in_at_terminal(office, request.approved_by));
  if (proposer == approver) return same_person();
  const auto id = KENPO_TRY(safeguard::propose_notice(life, Acting{proposer}, change));
  const auto approved = office.approvals().approve(Acting{approver}, id);
  if (!approved.ok()) {
    // Nothing stays open that nobody means any more.
    static_cast<void>(office.approvals().withdraw(Acting{proposer}, id));
    return approved.faults();
  }
  const auto book = KENPO_TRY(office.notices());
  const auto version = book.history().back().number;
  KENPO_TRY(safeguard::publish_notice(life, Acting{approver}, version,
                                      notice::PublicationMeans::page, request.place));
  return version;
}

}  // namespace

int run_notice_publish(const Common& common, const PublishRequest& request) {
  if (request.proposed_by == request.approved_by) return refuse({same_person()}, common);
  const base::SystemClock clock;
  const auto office = Office::open(common.data, clock);
  if (!office.ok()) return refuse(office.faults(), common);
  const auto done = publish(**office, request);
  if (!done.ok()) return refuse(done.faults(), common);
  const base::Plain number(*done);
  say({"第" + number + "版を施行し、公表を記録しました。",
       "Version " + number + " is adopted and its publication is on record."},
      common);
  return exit_done;
}

}  // namespace kenpo::app
