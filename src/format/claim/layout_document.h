// The layout table as the text of docs/formats/claim.md.
#pragma once

#include <string>
#include <string_view>

namespace kenpo::format::claim {

/// The line from which the document is made from the table.
inline constexpr std::string_view layout_document_begin = "<!-- made from the layout table -->\n";

/// Markdown, from `layout_document_begin` to the end of the document.
std::string layout_document();

}  // namespace kenpo::format::claim
