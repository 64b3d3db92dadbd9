// The life of the notice: proposing a text, a ground of Article 21(4) or the use of older data,
// each decided by a second person; publishing with evidence; telling the members; answering the
// linter.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "notice/gate.h"
#include "notice/linter.h"
#include "notice/version.h"
#include "safeguard/notice_life.h"
#include "staff/approval_act.h"
#include "store/database.h"

namespace kenpo::safeguard {

inline constexpr notice::Operation notice_life_show{
    .name = "notice_life.show",
    .japanese = "公表事項の版の閲覧",
    .statute = notice::Statute::purpose_publication};
inline constexpr notice::Operation notice_change_propose{
    .name = "notice_change.propose",
    .japanese = "公表事項の変更の提案",
    .verb = notice::Verb::write,
    .statute = notice::Statute::purpose_publication};
inline constexpr notice::Operation notice_change_adopt{
    .name = "notice_change.adopt",
    .japanese = "公表事項の版の採択",
    .verb = notice::Verb::write,
    .statute = notice::Statute::purpose_publication};
inline constexpr notice::Operation notice_publication_record{
    .name = "notice_publication.record",
    .japanese = "公表事項の公表の記録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::purpose_publication};
inline constexpr notice::Operation notice_told_record{
    .name = "notice_told.record",
    .japanese = "公表事項の変更の周知の記録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::purpose_publication};
inline constexpr notice::Operation notice_finding_answer{
    .name = "notice_finding.answer",
    .japanese = "公表事項の点検への回答",
    .verb = notice::Verb::write,
    .statute = notice::Statute::purpose_publication};

/// What the acts are handed; lives as long as the program.
struct NoticeOffice {
  notice::Gate& gate;
  store::Database& database;
  staff::Approvals& approvals;
  std::string directory;  // the data directory's `notice`
  /// Hands the gate its policy anew after the book changed.
  std::function<base::Result<>()> refresh;
};

/// A change as its proposer states it.
struct NoticeChange {
  std::string text;
  std::optional<base::Date> in_force_on;  // not before today; none: from the approval on
  std::vector<AddedRow> added;            // one for each row that the text adds
  std::string reason;
};

/// Kinds of proposals: `notice_version`, `notice_exemption`, `notice_extension`. At the start.
void add_notice_life_kinds(const NoticeOffice& office);

/// Keeps the text and puts it before the second person. Refused: a text that is no notice or that
/// of the last version, an added row without its statement, a time of force that has passed.
base::Result<base::CaseId> propose_notice(const NoticeOffice& office, const notice::Acting& acting,
                                          const NoticeChange& change);
/// 個人情報保護法21条4項: the ground for not publishing a row of a version; the second person
/// approves.
base::Result<base::CaseId> propose_exemption(const NoticeOffice& office,
                                             const notice::Acting& acting, std::uint32_t version,
                                             notice::Pair pair, notice::UnpublishedGround ground,
                                             const std::string& reason);
/// The ground on which a row added for new data only reaches older data; the second person
/// approves.
base::Result<base::CaseId> propose_extension(const NoticeOffice& office,
                                             const notice::Acting& acting, std::uint32_t version,
                                             notice::Pair pair, notice::ExtensionGround ground,
                                             const std::string& statement);

/// Records the publication of the version on this program's own page. The page as it goes out is
/// kept beside the version; its hash is the evidence.
base::Result<> publish_notice(const NoticeOffice& office, const notice::Acting& acting,
                              std::uint32_t version, notice::PublicationMeans means,
                              const std::string& place);
base::Result<> record_told(const NoticeOffice& office, const notice::Acting& acting,
                           NoticeTold told);
base::Result<> answer_finding(const NoticeOffice& office, const notice::Acting& acting,
                              FindingAnswer answer);

/// The book with what was recorded beside it.
struct NoticeLife {
  notice::NoticeBook book;
  std::vector<NoticeTold> told;  // of the version asked for
};
base::Result<NoticeLife> show_notice_life(const NoticeOffice& office, const notice::Acting& acting,
                                          std::uint32_t version);

/// A finding with what the responsible person said to it.
struct AnsweredFinding {
  notice::Finding finding;
  std::optional<FindingAnswer> answer;
};
struct FindingsView {
  std::uint32_t version = 0;
  std::string notice_sha256;
  std::vector<AnsweredFinding> findings;
};
/// The findings about the version in force, or the last one when none is.
base::Result<FindingsView> show_findings(const NoticeOffice& office, const notice::Acting& acting);

}  // namespace kenpo::safeguard
