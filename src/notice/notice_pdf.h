// The notice as a paper: A4, embedded fonts, text that can be searched.
#pragma once

#include "notice/notice_page.h"
#include "print/sheet.h"

namespace kenpo::notice {

/// The document word for word with the facts at its end. `made_at` is written into the file, so
/// that the same document drawn for the same moment is the same bytes.
base::Result<print::Printed> render_notice_pdf(const Document& document, const NoticeFacts& facts,
                                               base::Moment made_at);

}  // namespace kenpo::notice
