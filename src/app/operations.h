// Every operation of the program: the way from a row of the notice to the code that serves it.
// `kenpo notice coverage` prints this list; the house test proves that none is missing.
#pragma once

#include <span>

#include "notice/operation.h"

namespace kenpo::app {

std::span<const notice::Operation* const> operations();

}  // namespace kenpo::app
