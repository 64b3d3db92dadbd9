#include "report/attachment_act.h"

#include <algorithm>

#include "base/hash.h"
#include "eligibility/notification_store.h"
#include "report/attachment_rule.h"
#include "report/attachment_store.h"

namespace kenpo::report {

namespace {

using base::Result;
using eligibility::Ledger;
using eligibility::Notification;
using eligibility::NotificationId;
using eligibility::NotificationOutcome;
using notice::Permit;
using notice::Purpose;

base::Fault attachment_refusal(base::Words what, base::Words mend) {
  return {std::move(what), {}, std::move(mend), {}};
}

/// What both categories are reached by.
template <const notice::Operation& operation>
struct Reach {
  explicit Reach(const Permit<operation>& permit)
      : member(permit.template grant<Purpose::member_administration>()),
        household(permit.template grant<Purpose::dependent_recognition_and_verification>()) {}
  notice::Access<notice::Category::eligibility> member;
  notice::Access<notice::Category::dependent_household> household;
};

template <const notice::Operation& operation>
Result<Notification> notification_of(const store::View& view, const Permit<operation>& permit,
                                     const NotificationId& id) {
  const Reach<operation> reach(permit);
  auto found = KENPO_TRY(eligibility::find_notification(view, reach.member, id));
  if (!found) {
    return attachment_refusal({"届書が見つかりません。", "There is no such notification."},
                              {"届書の一覧から開いてください。", "Open it from the list."});
  }
  if (!permit.recorder().in_scope(found->establishment)) return notice::out_of_scope_fault();
  return *std::move(found);
}

template <const notice::Operation& operation>
Result<std::vector<Attachment>> attachments_in(const store::View& view,
                                               const Reach<operation>& reach,
                                               const Notification& notification) {
  if (is_of_household(notification.kind)) {
    return attachments_of<household_attachment_table>(view, reach.household, notification.id);
  }
  return attachments_of<attachment_table>(view, reach.member, notification.id);
}

Result<> check_room(const Notification& notification, const std::vector<Attachment>& there,
                    const std::string& sha256) {
  if (notification.outcome != NotificationOutcome::open) {
    return attachment_refusal({"この届書は処理が終わっています。", "The notification is closed."},
                              {"新しい届書として入力してください。", "Enter a new notification."});
  }
  if (there.size() >= attachments_limit) {
    return attachment_refusal({"添付書類が多すぎます。", "There are too many attachments."},
                              {"1つの届書には10件までです。まとめて1つのPDFにしてください。",
                               "A notification has at most ten; put them into one PDF."});
  }
  if (std::ranges::find(there, sha256, &Attachment::sha256) != there.end()) {
    return attachment_refusal({"同じファイルが、もう添付されています。",
                               "The same file is attached already."},
                              {"別のファイルを選んでください。", "Choose another file."});
  }
  return base::Done{};
}

}  // namespace

Result<AttachmentList> list_attachments(Ledger& ledger, const notice::Acting& acting,
                                        const NotificationId& notification) {
  return ledger.gate.perform<attachment_list>(
      acting, [&](const Permit<attachment_list>& permit) -> Result<AttachmentList> {
        const auto view = KENPO_TRY(ledger.database.read());
        const auto found = KENPO_TRY(notification_of(view, permit, notification));
        return AttachmentList{
            .kind = found.kind,
            .attachments = KENPO_TRY(
                attachments_in(view, Reach<attachment_list>(permit), found)),
            .open = found.outcome == NotificationOutcome::open};
      });
}

Result<Attachment> add_attachment(Ledger& ledger, const notice::Acting& acting,
                                  const NotificationId& notification, std::string_view bytes) {
  return ledger.gate.perform<attachment_add>(
      acting, [&](const Permit<attachment_add>& permit) -> Result<Attachment> {
        const auto kind = KENPO_TRY(check_attachment(bytes));
        const Reach<attachment_add> reach(permit);
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto found = KENPO_TRY(notification_of(transaction, permit, notification));
        auto sha256 = base::sha256_hex(bytes);
        const auto there = KENPO_TRY(attachments_in(transaction, reach, found));
        KENPO_TRY(check_room(found, there, sha256));
        const Attachment made{.notification = found.id,
                              .person = found.person,
                              .kind = kind,
                              .size_bytes = static_cast<std::int64_t>(bytes.size()),
                              .sha256 = std::move(sha256),
                              .added_by = std::get<base::StaffId>(acting.actor),
                              .added_at = ledger.gate.clock().now()};
        if (is_of_household(found.kind)) {
          KENPO_TRY((add<household_attachment_table, household_attachment_part_table>(
              transaction, reach.household, made, bytes)));
        } else {
          KENPO_TRY((add<attachment_table, attachment_part_table>(transaction, reach.member, made,
                                                                  bytes)));
        }
        KENPO_TRY(transaction.commit(permit.recorder()));
        return made;
      });
}

Result<OpenedAttachment> open_attachment(Ledger& ledger, const notice::Acting& acting,
                                         const NotificationId& notification,
                                         const AttachmentId& id) {
  return ledger.gate.perform<attachment_open>(
      acting, [&](const Permit<attachment_open>& permit) -> Result<OpenedAttachment> {
        const Reach<attachment_open> reach(permit);
        const auto view = KENPO_TRY(ledger.database.read());
        const auto found = KENPO_TRY(notification_of(view, permit, notification));
        const auto there = KENPO_TRY(attachments_in(view, reach, found));
        const auto at = std::ranges::find(there, id, &Attachment::id);
        if (at == there.end()) {
          return attachment_refusal({"添付書類が見つかりません。", "There is no such attachment."},
                                    {"届書の画面から開いてください。", "Open it from the case."});
        }
        auto bytes = is_of_household(found.kind)
                         ? KENPO_TRY(attachment_bytes<household_attachment_part_table>(
                               view, reach.household, id))
                         : KENPO_TRY(attachment_bytes<attachment_part_table>(view, reach.member,
                                                                             id));
        KENPO_REQUIRE(base::sha256_hex(bytes) == at->sha256);
        return OpenedAttachment{*at, std::move(bytes)};
      });
}

}  // namespace kenpo::report
