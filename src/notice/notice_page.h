// The public page of the notice: the document word for word, as one HTML file that needs no
// sign-in, no script and no other file. It can be served by the program or put on the society's own
// site.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "notice/document.h"

namespace kenpo::notice {

/// What the foot of the page and of the PDF says beside the document.
struct NoticeFacts {
  std::uint32_t version = 0;                  // 0: a draft
  std::optional<base::Moment> in_force_from;  // empty: not said
  std::optional<base::Moment> published_at;   // empty: not published yet
  /// The latest checkpoint of the audit log, as its signed note says it; empty: not shown.
  std::string checkpoint;
  std::string pdf_address;      // where the PDF is; empty: no link
  std::string json_ld_address;  // where the JSON-LD is; empty: no link
};

struct NoticePage {
  std::string html;
  /// `'sha256-…'` of the page's style, for a Content-Security-Policy.
  std::string style_hash;
};

NoticePage render_notice_page(const Document& document, const NoticeFacts& facts);

/// Whether a page (HTML or plain text) shows every word of the document in its order; blanks and
/// markup do not count. The evidence of a publication must pass it.
base::Result<> shows_notice(const Document& document, std::string_view page);

}  // namespace kenpo::notice
