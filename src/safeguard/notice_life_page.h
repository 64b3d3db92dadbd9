// Screens of the notice's life: its versions side by side, a proposal, publication, what members
// were told, grounds, and the linter's findings.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "desk/form.h"
#include "desk/router.h"
#include "safeguard/notice_life_act.h"
#include "staff/handler.h"

namespace kenpo::safeguard {

struct NoticeScreens {
  NoticeOffice office;
  std::function<std::vector<staff::NamedHandler>()> handlers;
};

/// `/notice-versions`, `/notice-differences`, `/notice-proposals`, `/notice-findings`.
void add_notice_life_routes(desk::Router& router, const NoticeScreens& screens);

/// The same routes, one file a screen.
void add_notice_version_routes(desk::Router& router, const NoticeScreens& screens);
void add_notice_proposal_routes(desk::Router& router, const NoticeScreens& screens);
void add_notice_finding_routes(desk::Router& router, const NoticeScreens& screens);

/// Whether the visitor may change anything of it; the auditor reads only.
bool may_change(const NoticeScreens& screens, const desk::Visit& visit);

/// The names of the handlers whose ids stand in a record, the proposer's before the approver's; the
/// record's own words where there is none.
std::string decided_by(const std::string& recorded,
                       const std::vector<staff::NamedHandler>& handlers);
/// 「資格に関する情報／加入者の管理」
std::string row_words(notice::Pair pair);
/// The 43 rows as choices, by identifier.
std::vector<desk::Choice> row_choices(notice::PairMask rows);

}  // namespace kenpo::safeguard
