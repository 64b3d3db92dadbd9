// The days of a request.
#pragma once

#include "base/date.h"

namespace kenpo::request {

struct Clocks {
  base::Date first_answer;  // the first word to the person: five business days
  base::Date decide;        // the decision; a day on which the office works
  base::Date suable_from;   // the first day on which the two weeks have passed
};

}  // namespace kenpo::request
