// What may be recorded about a version of the notice, and which rows are in force. Pure rules.
#pragma once

#include <vector>

#include "notice/version.h"
#include "notice/version_record.h"

namespace kenpo::notice {

/// A new version: the next number, another text, times that do not run backwards.
base::Result<> check_adoption(const std::vector<NoticeVersion>& versions,
                              const VersionRecord& record, const Document& document);

/// A statement, publication or exemption: of a version that exists, not before its adoption, with
/// all that its kind needs.
base::Result<> check_record(const std::vector<NoticeVersion>& versions,
                            const VersionRecord& record);

/// 個人情報保護法17条2項: each added row has its statement, and no other row has one.
base::Result<> check_relatedness(PairMask added, const std::vector<Relatedness>& statements);

/// The rows in force: NoticeBook::in_force says which.
NoticeInForce rows_in_force(const std::vector<NoticeVersion>& versions, base::Moment moment);

}  // namespace kenpo::notice
