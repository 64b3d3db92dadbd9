#include "assembly/bylaw_act.h"

#include <algorithm>

#include "assembly/meeting_store.h"
#include "assembly/bylaw_rule.h"
#include "assembly/bylaw_store.h"

namespace kenpo::assembly {

namespace {

using base::Result;
using notice::Permit;

/// The version in its rule: the next number, and title and subject of a rule that is known.
Result<BylawVersion> placed(const std::vector<BylawVersion>& versions, const BylawDraft& draft) {
  BylawVersion version{.subject = draft.subject,
                      .title = draft.title,
                      .from = draft.from,
                      .standing = draft.standing,
                      .resolution = draft.resolution,
                      .summary = draft.summary};
  const bool taken = std::ranges::find(versions, draft.title, &BylawVersion::title) !=
                     versions.end();
  if (!draft.rule) {
    if (!taken) return version;
    return base::refusal({"同じ名前の規程があります。", "There is a rule of this title."},
                         {"その規程の新しい版として登録してください。",
                          "Enter it as the next version of that rule."});
  }
  const auto known = std::ranges::find(versions, *draft.rule, &BylawVersion::rule);
  if (known == versions.end()) {
    return base::refusal({"その規程はありません。", "There is no such rule."},
                         {"一覧から選んでください。", "Choose it from the list."});
  }
  version.rule = known->rule;
  version.title = known->title;
  version.subject = known->subject;
  version.number = 1 + static_cast<int>(std::ranges::count(versions, known->rule,
                                                           &BylawVersion::rule));
  return version;
}

}  // namespace

Result<std::vector<BylawVersion>> show_bylaws(const AssemblyOffice& office,
                                            const notice::Acting& acting) {
  return read_under<bylaw_list>(
      office, acting, [&](const Permit<bylaw_list>&, const store::View& view) {
        return list_bylaws(view);
      });
}

Result<BylawVersion> bylaw_in_force(const store::View& view, BylawSubject subject,
                                    base::Date day) {
  return only_version_on(KENPO_TRY(list_bylaws(view)), subject, day);
}

Result<BylawVersion> enter_bylaw(const AssemblyOffice& office, const notice::Acting& acting,
                               const BylawDraft& draft) {
  return office.gate.perform<bylaw_enter>(
      acting, [&](const Permit<bylaw_enter>&) -> Result<BylawVersion> {
        auto transaction = KENPO_TRY(office.database.write());
        const auto versions = KENPO_TRY(list_bylaws(transaction));
        const auto resolutions = KENPO_TRY(list_resolutions(transaction));
        const auto resolution =
            std::ranges::find(resolutions, draft.resolution, &Resolution::number);
        if (resolution == resolutions.end()) {
          return base::refusal({"その議決はありません。", "There is no such resolution."},
                               {"議決の一覧から選んでください。", "Choose it from the list."});
        }
        auto version = KENPO_TRY(placed(versions, draft));
        version.resolved_on = resolution->resolved_on;
        KENPO_TRY(check_version(versions, version, *resolution));
        KENPO_TRY(add(transaction, version, office.gate.clock().now()));
        KENPO_TRY(transaction.commit_without_personal_data());
        return version;
      });
}

}  // namespace kenpo::assembly
