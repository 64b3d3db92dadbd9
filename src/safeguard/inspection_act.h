// Self-inspections, the auditor's ledgers and records, and reviews.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "safeguard/alert.h"
#include "safeguard/incident.h"
#include "safeguard/inspection.h"
#include "safeguard/review.h"
#include "safeguard/sign_act.h"

namespace kenpo::safeguard {

/// 自己点検 (公表事項2, O-5): shown with its evidence, and signed off by the responsible person.
inline constexpr notice::Operation show_inspection_operation{
    .name = "inspection.show",
    .japanese = "自己点検の表示",
    .statute = notice::Statute::emergency_response};
inline constexpr notice::Operation sign_inspection_operation{
    .name = "inspection.sign",
    .japanese = "自己点検の署名",
    .verb = notice::Verb::write,
    .statute = notice::Statute::emergency_response};

/// 見直し (公表事項2「常に見直し」, T-2)
inline constexpr notice::Operation show_reviews_operation{
    .name = "review.show",
    .japanese = "見直しの台帳の表示",
    .statute = notice::Statute::security_control};
inline constexpr notice::Operation enter_review_operation{
    .name = "review.enter",
    .japanese = "見直しの登録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control};

/// 監事の監査 (公表事項2, O-6): ledgers to read, and the dated record of each audit.
inline constexpr notice::Operation inspect_ledgers_operation{
    .name = "audit.ledgers",
    .japanese = "監査のための台帳の閲覧",
    .statute = notice::Statute::audit_by_inspector};
inline constexpr notice::Operation record_audit_operation{
    .name = "audit.record",
    .japanese = "監査の記録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::audit_by_inspector};

inline constexpr std::size_t inspection_words_limit_characters = 2000;
inline constexpr std::size_t review_name_limit_characters = 100;

struct InspectionView {
  InspectionSchedule schedule;
  std::vector<InspectionLine> lines;  // as of now
  std::vector<Inspection> past;
};
base::Result<InspectionView> show_inspection(Watchtower tower, const notice::Acting& acting);
/// Keeps the inspection with the evidence of this moment. Refused: by another than the responsible
/// person, and findings without words on what is done about them.
base::Result<> sign_inspection(Watchtower tower, const notice::Acting& acting,
                               const std::string& words);

base::Result<std::vector<ReviewItem>> show_reviews(Watchtower tower, const notice::Acting& acting);
/// A new item; refused without a name and with a due day that has passed.
base::Result<> enter_review(Watchtower tower, const notice::Acting& acting, const ReviewItem& item);
/// A review was done today: its finding, and the next day by the society's interval.
base::Result<> record_review(Watchtower tower, const notice::Acting& acting, const ReviewId& id,
                             const std::string& finding);

struct AuditLedgers {
  std::vector<AuditRecord> records;
  std::vector<Inspection> inspections;
  std::vector<ReviewItem> reviews;
  std::vector<Alert> alerts;
  std::vector<Incident> incidents;
};
base::Result<AuditLedgers> inspect_ledgers(Watchtower tower, const notice::Acting& acting);
/// Refused: no scope or no finding (「指摘なし」 is one), a day that is to come, measures without a
/// day.
base::Result<> record_audit(Watchtower tower, const notice::Acting& acting,
                            const AuditRecord& record);

}  // namespace kenpo::safeguard
