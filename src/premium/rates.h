// The rates that a month's premium is made of.
#pragma once

#include "base/yen.h"

namespace kenpo::premium {

/// A rate of the whole premium and the part of it that the insured person bears.
struct SharedRate {
  base::Rate total;
  base::Rate insured;
};

/// The rates of a society in a month. `general` includes the adjustment rate (調整保険料率).
struct Rates {
  SharedRate general;
  SharedRate care;
  SharedRate child;
};

}  // namespace kenpo::premium
