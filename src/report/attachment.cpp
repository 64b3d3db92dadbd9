#include "report/attachment.h"

namespace kenpo::report {

base::Words wording(AttachmentKind kind) {
  switch (kind) {
    case AttachmentKind::pdf: return {"PDF", "PDF"};
    case AttachmentKind::png: return {"画像（PNG）", "picture (PNG)"};
    case AttachmentKind::jpeg: return {"画像（JPEG）", "picture (JPEG)"};
  }
  return {};
}

std::string content_type(AttachmentKind kind) {
  switch (kind) {
    case AttachmentKind::pdf: return "application/pdf";
    case AttachmentKind::png: return "image/png";
    case AttachmentKind::jpeg: break;
  }
  return "image/jpeg";
}

std::string ending(AttachmentKind kind) {
  switch (kind) {
    case AttachmentKind::pdf: return ".pdf";
    case AttachmentKind::png: return ".png";
    case AttachmentKind::jpeg: break;
  }
  return ".jpg";
}

}  // namespace kenpo::report
