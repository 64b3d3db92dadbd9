// A paper that came with a notification (添付書類): PDF or picture, kept under the case.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/clock.h"
#include "base/id.h"
#include "base/plain.h"
#include "eligibility/notification.h"

namespace kenpo::report {

using AttachmentId = base::Id<struct AttachmentTag>;

/// What the bytes are, by their first bytes; the name of a file is not trusted.
enum class AttachmentKind : std::uint8_t { pdf = 1, png = 2, jpeg = 3 };

/// A scan of a page at 300 dpi in colour stays under this; more is a scanner set wrongly.
inline constexpr std::size_t attachment_limit_bytes = std::size_t{5} * 1024 * 1024;
/// The fullest notification known to us asks for six papers.
inline constexpr std::size_t attachments_limit = 10;

struct Attachment {
  AttachmentId id = AttachmentId::draw();
  eligibility::NotificationId notification;
  base::PersonId person;  // whose notification it is
  AttachmentKind kind = AttachmentKind::pdf;
  std::int64_t size_bytes = 0;
  std::string sha256;  // 64 hexadecimal digits
  base::StaffId added_by;
  base::Moment added_at = {};
};

/// 「PDF」
base::Words wording(AttachmentKind kind);
std::string content_type(AttachmentKind kind);
/// `.pdf`
std::string ending(AttachmentKind kind);

}  // namespace kenpo::report
