#include "app/changed_outside.h"

#include "app/self_check_parts.h"
#include "app/strange_rows.h"

namespace kenpo::app {

namespace {

using base::Fault;
using base::Plain;
using base::Words;

constexpr std::int64_t day_milliseconds = 24LL * 60 * 60 * 1000;

Fault found_fault(Words what, Words why) {
  return {.what = std::move(what),
          .why = std::move(why),
          .mend = {"個人情報取扱責任者とシステム担当に、すぐ知らせてください。",
                   "Tell the responsible person and the system operator at once."},
          .place = {}};
}

/// Nullopt: the clock runs forward, and did so lately.
std::optional<Fault> clock_fault(const LogFindings& leaves, base::Moment now) {
  if (now.plus_milliseconds(clock_tolerance_milliseconds) < leaves.newest) {
    return found_fault({"計算機の時計が戻されています。", "The machine's clock was set back."},
                       {"いまの時刻が、最後の記録より前です。", "It is earlier than the last leaf."});
  }
  const auto told_until = [](base::Moment moment) {
    return moment.plus_milliseconds(clock_told_days * day_milliseconds);
  };
  if (leaves.last_backwards && now < told_until(*leaves.last_backwards)) {
    return found_fault({"計算機の時計が戻されたことがあります。",
                        "The machine's clock was set back for a while."},
                       {"前の記録より古い時刻の記録があります。",
                        "Leaves are older than the ones before them."});
  }
  return std::nullopt;
}

base::Result<> compare_rows(Office& office, const LogFindings& leaves, base::Faults& faults) {
  const Unread unread{.after = leaves.newest.plus_milliseconds(-clock_tolerance_milliseconds),
                      .now = office.clock().now()};
  constexpr auto actor = notice::ProgramActor::scheduler;
  const auto strange = KENPO_TRY(strange_rows(office, actor, leaves, unread));
  if (strange.rows + strange.locks > 0) {
    faults.push_back(found_fault({"取扱者の名簿か役割が、プログラムの外で変えられました。",
                                  "Handlers or roles were changed outside the program."},
                                 {"監査記録と合わない行が" + Plain(strange.rows + strange.locks) +
                                      "件あります。",
                                  Plain(strange.rows + strange.locks) +
                                      " rows do not fit the audit log."}));
  }
  if (const auto alone = KENPO_TRY(decisions_of_one(office, actor)); alone > 0) {
    faults.push_back(found_fault({"一人で提案して承認した決裁があります。",
                                  "Somebody approved a proposal of their own."},
                                 {Plain(alone) + "件あります。", Plain(alone) + " of them."}));
  }
  return base::Done{};
}

}  // namespace

base::Faults changed_outside(Office& office, std::uint64_t size) {
  const auto notices = office.notices();
  if (!notices.ok()) return notices.faults();
  const auto leaves = read_log(office.log_directory(), size, *notices);
  if (!leaves.ok()) return leaves.faults();
  base::Faults faults;
  if (auto clock = clock_fault(*leaves, office.clock().now())) faults.push_back(std::move(*clock));
  if (const auto compared = compare_rows(office, *leaves, faults); !compared.ok()) {
    faults.insert(faults.end(), compared.faults().begin(), compared.faults().end());
  }
  return faults;
}

}  // namespace kenpo::app
