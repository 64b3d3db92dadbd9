// The society as the sender of its papers, out of its own configuration.
#pragma once

#include "app/society_file.h"
#include "print/sender.h"

namespace kenpo::app {

print::Sender sender_of(const SocietyFile& society);

}  // namespace kenpo::app
