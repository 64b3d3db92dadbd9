// From the checked rows of a receipt (format/claim/reader.h) to returns, requests and outcomes.
#pragma once

#include <span>
#include <string_view>

#include "format/claim/line.h"
#include "format/reexamination/reexamination.h"

namespace kenpo::format::reexamination {

/// HR rows, in their order.
std::vector<ReturnReason> returns_of(std::span<const claim::Line> lines);

/// MD rows, each with the RT and JR rows that follow it.
std::vector<Request> requests_of(std::span<const claim::Line> lines);

/// MK rows, in their order. A receipt may have been requested several times.
std::vector<Outcome> outcomes_of(std::span<const claim::Line> lines);

/// Whether a file in the insurer's form holds results: its first receipt has an MK row (データ識別
/// 4).
bool looks_like_results(std::string_view bytes);

}  // namespace kenpo::format::reexamination
