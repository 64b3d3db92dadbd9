// Who sends a paper: stands on every letter and report of the safety measures.
#pragma once

#include <string>

namespace kenpo::safeguard {

struct PaperSender {
  std::string society;
  std::string address;
  std::string telephone;
  std::string representative;  // 理事長
  std::string complaint_desk;  // notice section 4
};

}  // namespace kenpo::safeguard
