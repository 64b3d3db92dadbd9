// The life of the notice in the store. The subject of each row is the member of staff who acted.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/result.h"
#include "safeguard/notice_life.h"
#include "store/access.h"
#include "store/database.h"
#include "store/table.h"

namespace kenpo::safeguard {

inline constexpr store::Table notice_draft_table{
    .name = "notice_draft",
    .japanese = "公表事項の変更案",
    .subject = store::Subject::staff,
    .statute = notice::Statute::purpose_publication,
    .untimed = store::Untimed::event,
    .clear = {{"sha256", store::Kind::text},
              {"text", store::Kind::text},
              {"added_rows", store::Kind::text},
              {"in_force_on", store::Kind::date, store::Presence::optional},
              {"drafted_at", store::Kind::moment}},
    .indexes = {{.columns = {"sha256"}}}};

inline constexpr store::Table notice_told_table{.name = "notice_told",
                                                .japanese = "公表事項の変更の周知",
                                                .subject = store::Subject::staff,
                                                .statute = notice::Statute::purpose_publication,
                                                .untimed = store::Untimed::event,
                                                .clear = {{"version", store::Kind::integer},
                                                          {"means", store::Kind::integer},
                                                          {"told_on", store::Kind::date},
                                                          {"told_to", store::Kind::text},
                                                          {"evidence", store::Kind::text},
                                                          {"evidence_sha256", store::Kind::text},
                                                          {"recorded_at", store::Kind::moment}},
                                                .indexes = {{.columns = {"version"}}}};

inline constexpr store::Table finding_answer_table{
    .name = "notice_finding_answer",
    .japanese = "公表事項の点検への回答",
    .subject = store::Subject::staff,
    .statute = notice::Statute::purpose_publication,
    .timed = store::Timed::yes,
    .clear = {{"finding", store::Kind::text},
              {"notice_sha256", store::Kind::text},
              {"disposition", store::Kind::integer},
              {"reason", store::Kind::text},
              {"mend_by", store::Kind::date, store::Presence::optional}},
    .indexes = {{.columns = {"finding"}}}};

inline constexpr std::array<const store::Table*, 3> notice_life_tables = {
    &notice_draft_table, &notice_told_table, &finding_answer_table};

using NoticeLifeBasis = store::Basis<notice::Statute::purpose_publication>;

base::Result<> insert(store::Transaction& transaction, const NoticeLifeBasis& basis,
                      const NoticeDraft& draft);
/// The newest draft of this text.
base::Result<std::optional<NoticeDraft>> find_draft(const store::View& view,
                                                    const NoticeLifeBasis& basis,
                                                    std::string_view sha256);

base::Result<> insert(store::Transaction& transaction, const NoticeLifeBasis& basis,
                      const NoticeTold& told);
base::Result<std::vector<NoticeTold>> told_of(const store::View& view, const NoticeLifeBasis& basis,
                                              std::uint32_t version);

/// Adds the answer; the one that stood for the same finding and text is withdrawn.
base::Result<> put(store::Transaction& transaction, const NoticeLifeBasis& basis,
                   const FindingAnswer& answer);
/// The answers that stand about this text.
base::Result<std::vector<FindingAnswer>> answers_about(const store::View& view,
                                                       const NoticeLifeBasis& basis,
                                                       std::string_view notice_sha256);

}  // namespace kenpo::safeguard
