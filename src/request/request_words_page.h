// A case of a request in the words of the screens.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "desk/components.h"
#include "request/request_act.h"

namespace kenpo::request {

/// `/requests/0123456789ABCDEF`
std::string case_address(const base::CaseId& id);

desk::ChipKind state_chip(State state);
/// 「期限超過」「訴え可」; nothing when all is in time.
desk::Cell lateness_cell(const ShownCase& shown);

/// Whether the birth date is shown or one mark in its place.
enum class Details : std::uint8_t { hidden, shown };
std::vector<desk::Item> case_facts(const ShownCase& shown, Details details);
std::vector<desk::Item> clock_facts(const ShownCase& shown);
/// What the desk is warned of: title and words.
std::vector<std::pair<std::string, std::string>> warnings(const ShownCase& shown);
/// Proof, outcome, ground and words of a step in one line.
std::string step_words(const Step& step);

}  // namespace kenpo::request
