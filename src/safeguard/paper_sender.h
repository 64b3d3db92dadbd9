// Who sends a paper: stands on every letter and report of the safety measures.
#pragma once

#include "print/sender.h"

namespace kenpo::safeguard {

using PaperSender = print::Sender;

}  // namespace kenpo::safeguard
