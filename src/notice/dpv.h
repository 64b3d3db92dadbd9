// The notice as linked data: W3C Data Privacy Vocabulary (DPV 2), JSON-LD 1.1. One dpv:Process for
// each pair; categories and purposes are concepts of our own under an IRI of the society's choice,
// because DPV has none of a health insurance society.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "notice/document.h"

namespace kenpo::notice {

/// The JSON-LD text. `base_iri` is an https IRI ending in `/` or `#`; others are refused. `version`
/// is the notice's number (0: not said); `pairs` are the rows in force, of those of the document.
base::Result<std::string> export_dpv(const Document& document, std::string_view base_iri,
                                     std::uint32_t version, PairMask pairs);

}  // namespace kenpo::notice
