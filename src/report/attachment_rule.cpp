#include "report/attachment_rule.h"

#include <array>
#include <optional>

namespace kenpo::report {

namespace {

using base::Result;

constexpr std::string_view pdf_begin = "%PDF-";
constexpr std::string_view pdf_end = "%%EOF";
constexpr std::string_view png_begin = "\x89PNG\r\n\x1A\n";
constexpr std::string_view png_end = "IEND\xAE\x42\x60\x82";
constexpr std::string_view jpeg_begin = "\xFF\xD8\xFF";
constexpr std::string_view jpeg_end = "\xFF\xD9";
/// Bytes after the end mark of a PDF that writers are known to leave.
constexpr std::size_t pdf_tail_bytes = 1024;

/// Names of a PDF that run something, open something or carry other files (ISO 32000-1 12.6,
/// 7.11.4).
constexpr std::array<std::string_view, 7> active_names = {
    "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/RichMedia", "/OpenAction", "/XFA"};

base::Fault attachment_fault(base::Words what, base::Words why, base::Words mend) {
  return {std::move(what), std::move(why), std::move(mend), {}};
}

base::Fault cut_off() {
  return attachment_fault({"ファイルが途中で切れています。", "The file is cut off."},
                          {"終わりの印がありません。", "Its end mark is missing."},
                          {"もう一度送るか、作り直してください。", "Send it again or make it anew."});
}

std::optional<AttachmentKind> kind_of(std::string_view bytes) {
  if (bytes.starts_with(pdf_begin)) return AttachmentKind::pdf;
  if (bytes.starts_with(png_begin)) return AttachmentKind::png;
  if (bytes.starts_with(jpeg_begin)) return AttachmentKind::jpeg;
  return std::nullopt;
}

bool is_whole(AttachmentKind kind, std::string_view bytes) {
  switch (kind) {
    case AttachmentKind::pdf: {
      const auto tail = bytes.size() > pdf_tail_bytes
                            ? bytes.substr(bytes.size() - pdf_tail_bytes)
                            : bytes;
      return tail.find(pdf_end) != tail.npos;
    }
    case AttachmentKind::png: return bytes.ends_with(png_end);
    case AttachmentKind::jpeg: break;
  }
  return bytes.ends_with(jpeg_end);
}

/// `/JS` is a name of its own, not the beginning of a longer one.
bool holds_name(std::string_view bytes, std::string_view name) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  for (auto at = bytes.find(name); at != bytes.npos; at = bytes.find(name, at + 1)) {
    const auto after = at + name.size();
    if (after >= bytes.size() || letters.find(bytes[after]) == letters.npos) return true;
  }
  return false;
}

Result<> check_passive(std::string_view bytes) {
  for (const auto name : active_names) {
    if (!holds_name(bytes, name)) continue;
    return attachment_fault(
        {"動作やほかのファイルを含むPDFは受け付けません。",
         "A PDF that runs something or carries files is not taken."},
        {"開いたときに動く命令か、埋め込まれたファイルがあります。",
         "It has an action or an embedded file."},
        {"印刷してスキャンし直すか、画像にしてください。", "Print and scan it, or send a picture."});
  }
  return base::Done{};
}

}  // namespace

Result<AttachmentKind> check_attachment(std::string_view bytes) {
  if (bytes.empty()) {
    return attachment_fault({"ファイルが選ばれていないか、空です。", "No file, or an empty one."},
                            {}, {"ファイルを選んでください。", "Choose a file."});
  }
  if (bytes.size() > attachment_limit_bytes) {
    return attachment_fault({"ファイルが大きすぎます。", "The file is too large."},
                            {"1つの添付書類は5MBまでです。", "An attachment has at most 5 MB."},
                            {"解像度を下げるか、ページを分けてください。",
                             "Lower the resolution or send the pages apart."});
  }
  const auto kind = kind_of(bytes);
  if (!kind) {
    return attachment_fault({"この種類のファイルは添付できません。", "This kind cannot be attached."},
                            {"添付できるのは、PDF、PNG、JPEGです。種類は中身で見分けます。",
                             "PDF, PNG and JPEG can be; the content tells."},
                            {"PDFか画像にして送ってください。", "Send a PDF or a picture."});
  }
  if (!is_whole(*kind, bytes)) return cut_off();
  if (*kind == AttachmentKind::pdf) KENPO_TRY(check_passive(bytes));
  return *kind;
}

bool is_of_household(eligibility::NotificationKind kind) {
  return eligibility::is_of_dependent(kind);
}

}  // namespace kenpo::report
