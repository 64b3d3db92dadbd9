// Who sends a paper: the society as it stands on every one of them, out of its own configuration.
#pragma once

#include <string>

namespace kenpo::print {

struct Sender {
  std::string society = {};         // 名称
  std::string insurer_number = {};  // 保険者番号
  std::string address = {};
  std::string telephone = {};
  std::string representative = {};  // 理事長
  std::string place = {};           // 納付場所
  std::string complaint_desk = {};  // 個人情報の苦情窓口 (notice section 4, C-1)
};

}  // namespace kenpo::print
