// Attachments in the store: one pair of tables for each category of the notice that they can be of.
// The bytes are sealed under the person whose notification it is.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "report/attachment.h"
#include "store/seal.h"

namespace kenpo::report {

namespace detail {

/// Columns and indexes are the same in every category.
consteval store::Table attachment_list(std::string_view name, std::string_view japanese,
                                       notice::Category category) {
  return {.name = name,
          .japanese = japanese,
          .subject = store::Subject::person,
          .category = category,
          .untimed = store::Untimed::event,
          .clear = {{"attachment", store::Kind::id},
                    {"notification", store::Kind::id},
                    {"kind", store::Kind::integer},
                    {"size_bytes", store::Kind::integer},
                    {"added_by", store::Kind::id},
                    {"added_at", store::Kind::moment}},
          .personal = {{"sha256", store::Kind::text}},
          .indexes = {{.columns = {"attachment"}, .uniqueness = store::Uniqueness::one},
                      {.columns = {"notification"}}},
          .acquired = "added_at"};
}

/// The bytes of the papers of the list.
consteval store::Table attachment_parts(const store::Table& list, std::string_view name,
                                        std::string_view japanese) {
  return {.name = name,
          .japanese = japanese,
          .subject = store::Subject::person,
          .category = list.category,
          .untimed = store::Untimed::part,
          .part_of = list.name,
          .clear = {{"attachment", store::Kind::id}, {"part", store::Kind::integer}},
          .personal = {{"bytes", store::Kind::blob}},
          .indexes = {{.columns = {"attachment"}}}};
}

}  // namespace detail

inline constexpr auto attachment_table = detail::attachment_list(
    "attachment", "届書の添付書類", notice::Category::eligibility);
inline constexpr auto attachment_part_table =
    detail::attachment_parts(attachment_table, "attachment_part", "届書の添付書類の中身");
inline constexpr auto household_attachment_table =
    detail::attachment_list("household_attachment", "被扶養者の届書の添付書類",
                            notice::Category::dependent_household);
inline constexpr auto household_attachment_part_table =
    detail::attachment_parts(household_attachment_table, "household_attachment_part",
                             "被扶養者の届書の添付書類の中身");

/// Under the store's limit of one field.
inline constexpr std::size_t attachment_part_bytes = 60'000;

template <const store::Table& table>
Attachment attachment_from(const store::Record<table>& record) {
  return {.id = record.template get<AttachmentId>("attachment"),
          .notification = record.template get<eligibility::NotificationId>("notification"),
          .person = record.subject(),
          .kind = record.template get<AttachmentKind>("kind"),
          .size_bytes = record.template get<std::int64_t>("size_bytes"),
          .sha256 = record.template get<std::string>("sha256"),
          .added_by = record.template get<base::StaffId>("added_by"),
          .added_at = record.template get<base::Moment>("added_at")};
}

template <const store::Table& table, const store::Table& parts>
base::Result<> add(store::Transaction& transaction, const store::AccessTo<table>& access,
                   const Attachment& attachment, std::string_view bytes) {
  store::Draft<table> draft(attachment.person);
  draft.set("attachment", attachment.id)
      .set("notification", attachment.notification)
      .set("kind", attachment.kind)
      .set("size_bytes", attachment.size_bytes)
      .set("added_by", attachment.added_by)
      .set("added_at", attachment.added_at)
      .set("sha256", attachment.sha256);
  KENPO_TRY(store::insert<table>(transaction, access, draft));
  for (int part = 0; !bytes.empty(); ++part) {
    const auto size = std::min(bytes.size(), attachment_part_bytes);
    store::Draft<parts> row(attachment.person);
    row.set("attachment", attachment.id)
        .set("part", part)
        .set("bytes", store::Bytes{std::string(bytes.substr(0, size))});
    KENPO_TRY(store::insert<parts>(transaction, access, row));
    bytes.remove_prefix(size);
  }
  return base::Done{};
}

/// Of the notification, the oldest first.
template <const store::Table& table>
base::Result<std::vector<Attachment>> attachments_of(
    const store::View& view, const store::AccessTo<table>& access,
    const eligibility::NotificationId& notification) {
  return store::list<table>(view, access, {"notification = $1", "ORDER BY row_id"},
                            {notification}, attachment_from<table>);
}

template <const store::Table& parts>
base::Result<std::string> attachment_bytes(const store::View& view,
                                           const store::AccessTo<parts>& access,
                                           const AttachmentId& id) {
  std::string bytes;
  KENPO_TRY(store::each<parts>(view, access, {"attachment = $1", "ORDER BY part"}, {id},
                               [&](const store::Record<parts>& record) {
                                 bytes += record.template get<store::Bytes>("bytes").bytes;
                               }));
  return bytes;
}

}  // namespace kenpo::report
