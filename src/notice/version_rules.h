// What may be recorded about a version of the notice, and which rows are in force. Pure rules.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

/// 個人情報保護法17条2項: each added row has its statement or is limited to new data, not both; no
/// other row has either.
base::Result<> check_relatedness(PairMask added, const std::vector<Relatedness>& statements,
                                 const std::vector<NewDataOnly>& new_data_only);

/// The rows in force: NoticeBook::in_force says which.
NoticeInForce rows_in_force(const std::vector<NoticeVersion>& versions, base::Moment moment);

/// Every moment at which the rows in force may change, in order.
std::vector<base::Moment> changes_of(const std::vector<NoticeVersion>& versions);

/// The words of an extension: `law: 健康保険法…`, and back; nullopt when they do not name a ground.
std::string extension_words(const Extension& extension);
std::optional<std::pair<ExtensionGround, std::string>> parse_extension(std::string_view words);

/// NoticeBook::acquisition_gaps says which.
std::vector<AcquisitionGap> acquisition_gaps(const std::vector<NoticeVersion>& versions,
                                             base::Moment moment);

}  // namespace kenpo::notice
