// Every table of the database. A table that is not in this list does not exist.
#pragma once

#include <span>

#include "store/table.h"

namespace kenpo::app {

std::span<const store::Table* const> tables();

}  // namespace kenpo::app
