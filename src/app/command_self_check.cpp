// kenpo self-check, kenpo audit signs
#include <boost/json.hpp>

#include "app/command.h"
#include "app/office.h"
#include "app/self_check.h"
#include "base/clock.h"
#include "base/mapped_file.h"
#include "safeguard/sign_act.h"

namespace kenpo::app {

namespace {

using base::Plain;

std::string json_of(const SelfCheckReport& report, const std::string& note) {
  boost::json::array properties;
  for (const auto& each : report.findings) {
    properties.push_back({{"number", each.number},
                          {"standing", identifier(each.standing)},
                          {"title", each.title.en.text()},
                          {"facts", each.facts.en.text()}});
  }
  const boost::json::object all = {{"made_at", report.made_at.iso()},
                                   {"insurer", report.insurer},
                                   {"broken", report.count(Standing::broken)},
                                   {"properties", std::move(properties)},
                                   {"signed_report", note}};
  return boost::json::serialize(all);
}

}  // namespace

int run_self_check(const Common& common) {
  const base::SystemClock clock;
  const auto society = read_society_file(common.data);
  if (!society.ok()) return refuse(society.faults(), common);
  const auto report = self_check(common.data, clock);
  const auto text = report_text(report, common.language);
  const auto note = sign_report(common.data, text);
  if (common.output == Output::json) {
    say(json_of(report, note.ok() ? *note : std::string()));
  } else {
    say(note.ok() ? *note : text);
  }
  if (!note.ok()) refuse(note.faults(), common);
  return note.ok() && report.count(Standing::broken) == 0 ? exit_done : exit_refused;
}

int run_self_check_verify(const Common& common, const std::string& file) {
  const auto opened = base::MappedFile::open(file);
  if (!opened.ok()) return refuse(opened.faults(), common);
  const auto verified = verify_report(common.data, opened->bytes());
  if (!verified.ok()) return refuse(verified.faults(), common);
  say({"この報告は、この組合の監査記録の鍵で署名され、変えられていません。",
       "The report is signed with this society's audit log key and was not changed."},
      common);
  return exit_done;
}

int run_audit_signs(const Common& common) {
  const base::SystemClock clock;
  const auto office = Office::open(common.data, clock);
  if (!office.ok()) return refuse(office.faults(), common);
  const auto watched = safeguard::watch_signs(
      {(*office)->gate(), (*office)->database(), (*office)->history(), (*office)->log_directory()},
      notice::Acting{notice::ProgramActor::command_line});
  if (!watched.ok()) return refuse(watched.faults(), common);
  say({"兆候の見張り：記録 " + Plain(watched->leaves) + "件、新しい警報 " + Plain(watched->raised) +
           "件、常務理事へ " + Plain(watched->escalated) + "件。",
       "Watched: " + Plain(watched->leaves) + " leaves, " + Plain(watched->raised) +
           " new alerts, " + Plain(watched->escalated) + " escalated."},
      common);
  return exit_done;
}

}  // namespace kenpo::app
