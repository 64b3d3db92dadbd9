#include "synthetic/society.h"

#include <algorithm>
#include <utility>

#include "base/mapped_file.h"
#include "synthetic/bad_files.h"
#include "synthetic/claims.h"
#include "synthetic/ledger_files.h"
#include "synthetic/notifications.h"
#include "synthetic/output.h"

namespace kenpo::synthetic {

namespace {

using base::Result;

Result<> check(const SocietyPlan& plan) {
  const auto wrong = [](base::Words what, base::Words mend) {
    return base::Fault{std::move(what), {}, std::move(mend), {}};
  };
  if (plan.members < members_least || plan.members > members_limit) {
    return wrong({"加入者数が範囲の外です。", "The number of members is out of range."},
                 {"10人から1,000,000人までで指定してください。", "Name 10 to 1,000,000."});
  }
  if (plan.months < 1 || plan.months > months_limit) {
    return wrong({"月数が範囲の外です。", "The number of months is out of range."},
                 {"1か月から24か月までで指定してください。", "Name 1 to 24."});
  }
  if (plan.last_month.plus(-plan.months) < earliest_month) {
    return wrong({"期間が古すぎます。", "The period is too early."},
                 {"2022年2月以後の月にしてください。", "Name months from February 2022 on."});
  }
  return base::Done{};
}

/// Draws and writes one month of notifications.
Result<> write_month(Society& society, base::Month month, Output& output) {
  const auto events = draw_events(society, month);
  return write_events(society, month, events, output);
}

/// The first file of a month's notifications, to be sent again.
Result<std::string> file_to_repeat(const Output& output, const SocietyFiles& files) {
  for (const auto& name : files.names) {
    if (!name.starts_with("40-")) continue;
    const auto file = KENPO_TRY(base::MappedFile::open(output.directory() + "/" + name));
    return std::string(file.bytes());
  }
  return std::string();
}

}  // namespace

Result<SocietyFiles> make_society(const SocietyPlan& plan, const std::string& directory,
                                  const base::TellProgress& tell) {
  KENPO_TRY(check(plan));
  auto output = KENPO_TRY(Output::open(directory));
  if (tell) tell({0, 0, {"加入者の作成", "making people"}});
  auto society = draw_society(plan);
  auto& files = output.files();
  files.establishments = static_cast<std::int64_t>(society.employers.size());
  files.insured = static_cast<std::int64_t>(society.insured.size());
  files.dependents = static_cast<std::int64_t>(society.dependents.size());
  const auto at_first = static_cast<std::uint32_t>(society.insured.size());

  KENPO_TRY(output.write("00-ledger.tsv", format::ledger_tsv::write(head_ledger(society))));
  if (tell) tell({0, 0, {"届書の作成", "making notifications"}});
  KENPO_TRY(write_acquisitions(society, output));
  KENPO_TRY(write_dependents(society, 0, at_first, "30-dependents", output));

  std::string sample;
  KENPO_TRY(write_month(society, society.lead_in(), output));
  for (int at = 1; at <= plan.months; ++at) {
    const auto month = society.lead_in().plus(at);
    if (tell)
      tell({static_cast<std::int64_t>(at),
            static_cast<std::int64_t>(plan.months),
            {"月ごとの作成", "making the months"}});
    KENPO_TRY(write_month(society, month, output));
    KENPO_TRY(write_claims(society, month, output, sample, tell));
  }
  KENPO_TRY(write_provider_file(society, plan.last_month, output));
  const auto joined = static_cast<std::uint32_t>(society.insured.size());
  KENPO_TRY(write_dependents(society, at_first, joined, "45-dependents", output));
  const auto repeated = KENPO_TRY(file_to_repeat(output, files));
  KENPO_TRY(write_bad_files(society, sample, repeated, output));
  std::ranges::sort(files.names);
  return std::move(files);
}

}  // namespace kenpo::synthetic
