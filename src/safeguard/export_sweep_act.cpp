#include "safeguard/export_sweep_act.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "law/book.h"
#include "staff/approval_rule.h"
#include "staff/approval_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using notice::Permit;
using staff::ApprovalState;

constexpr std::int64_t sweep_hour_milliseconds = 3'600'000;

bool awaits_release(const Export& entry) { return !entry.released_at && !entry.deleted_on; }

/// The newest proposal to release the export, alone or with what it belongs to: it names the
/// archive.
const staff::Approval* newest_proposal(const std::vector<staff::Approval>& approvals,
                                       const Export& entry) {
  const auto at = std::ranges::find_if(approvals, [&](const staff::Approval& each) {
    const auto change = staff::parse_change(each.text);
    return change && change->after("archive_hash") == entry.sha256;
  });
  return at == approvals.end() ? nullptr : &*at;
}

/// Why nobody will release it any more; empty while somebody may.
std::string end_words(const staff::Approval* approval, const Export& entry, base::Moment now,
                      std::int64_t hours) {
  if (approval == nullptr) {
    const auto over = entry.made_at.plus_milliseconds(hours * sweep_hour_milliseconds) <= now;
    return over ? "決裁に出されないまま期限が過ぎた" : "";
  }
  switch (staff::state_of(*approval, now)) {
    case ApprovalState::refused:
      return "決裁で却下された";
    case ApprovalState::withdrawn:
      return "提案が取り下げられた";
    case ApprovalState::expired:
      return "決裁の期限が過ぎた";
    case ApprovalState::open:
    case ApprovalState::approved:
    case ApprovalState::carried_out:
      return "";
  }
  return "";
}

}  // namespace

Result<std::size_t> sweep_exports(const RegisterOffice& office, const notice::Acting& acting) {
  const auto now = office.gate.clock().now();
  {
    const auto view = KENPO_TRY(office.database.read());
    const auto entries = KENPO_TRY(list_exports(view));
    if (std::ranges::none_of(entries, awaits_release)) return std::size_t{0};
  }
  const auto hours =
      KENPO_TRY(law::Book::carried().count("staff.approval.expires", now.day())).value;
  std::vector<ExportId> swept;
  const auto work = [&](const Permit<export_sweep>& permit, store::Transaction& transaction,
                        base::Moment at) -> Result<std::size_t> {
    const auto approvals =
        KENPO_TRY(staff::list_approvals(transaction, staff::ApprovalBasis(permit)));
    for (const auto& entry : KENPO_TRY(list_exports(transaction))) {
      if (!awaits_release(entry)) continue;
      const auto* approval = newest_proposal(approvals, entry);
      const auto why = end_words(approval, entry, at, hours);
      if (why.empty()) continue;
      const bool decided = approval != nullptr && !approval->steps.empty();
      KENPO_TRY(add(transaction, entry.id,
                    {.kind = ExportStepKind::deleted,
                     .at = at,
                     .by = decided ? approval->steps.back().by : entry.made_by,
                     .deleted_on = at.day(),
                     .proof = why + "ため、渡さずに自動で消去した。"}));
      swept.push_back(entry.id);
    }
    return swept.size();
  };
  const auto count = KENPO_TRY(write_under<export_sweep>(office, acting, work));
  // A copy that stays behind after a crash is encrypted and cannot be fetched.
  for (const auto& id : swept) ::unlink(archive_path(office, id).c_str());
  return count;
}

}  // namespace kenpo::safeguard
