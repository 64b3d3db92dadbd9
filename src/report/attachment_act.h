// Papers that came with a notification: added, listed and opened under the purpose of the case. The
// papers of a dependent's notification are of another category (dependent_household) than the rest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "report/attachment.h"

namespace kenpo::report {

inline constexpr notice::Operation attachment_list{
    .name = "attachment.list",
    .japanese = "添付書類の一覧",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration},
              notice::Pair{notice::Category::dependent_household,
                           notice::Purpose::dependent_recognition_and_verification}}};
inline constexpr notice::Operation attachment_open{
    .name = "attachment.open",
    .japanese = "添付書類の表示",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration},
              notice::Pair{notice::Category::dependent_household,
                           notice::Purpose::dependent_recognition_and_verification}}};
inline constexpr notice::Operation attachment_add{
    .name = "attachment.add",
    .japanese = "添付書類の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration},
              notice::Pair{notice::Category::dependent_household,
                           notice::Purpose::dependent_recognition_and_verification}}};

struct AttachmentList {
  eligibility::NotificationKind kind = eligibility::NotificationKind::acquisition;
  std::vector<Attachment> attachments;
  bool open = false;  // the case takes more papers
};

/// Refused: an unknown notification, one outside the handler's establishments.
base::Result<AttachmentList> list_attachments(eligibility::Ledger& ledger,
                                              const notice::Acting& acting,
                                              const eligibility::NotificationId& notification);

/// Keeps the paper. Refused: what check_attachment refuses; the same bytes twice; more than
/// attachments_limit; a notification that was decided or dropped.
base::Result<Attachment> add_attachment(eligibility::Ledger& ledger,
                                        const notice::Acting& acting,
                                        const eligibility::NotificationId& notification,
                                        std::string_view bytes);

struct OpenedAttachment {
  Attachment attachment;
  std::string bytes;
};
/// The paper itself. Refused: one that is not of the notification, and as list_attachments.
base::Result<OpenedAttachment> open_attachment(eligibility::Ledger& ledger,
                                               const notice::Acting& acting,
                                               const eligibility::NotificationId& notification,
                                               const AttachmentId& id);

}  // namespace kenpo::report
