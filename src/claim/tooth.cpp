#include "claim/tooth.h"

namespace kenpo::claim {

namespace {

constexpr std::size_t digits_of_a_tooth = 6;

const char* quadrant_words(char digit) {
  switch (digit) {
    case '1': return "右上";
    case '2': return "左上";
    case '3': return "左下";
    case '4': return "右下";
    case '5': return "右上乳歯";
    case '6': return "左上乳歯";
    case '7': return "左下乳歯";
    case '8': return "右下乳歯";
    default: return nullptr;
  }
}

}  // namespace

std::string teeth_words(std::string_view digits) {
  std::string words;
  for (; !digits.empty(); digits.remove_prefix(std::min(digits.size(), digits_of_a_tooth))) {
    const auto tooth = digits.substr(0, digits_of_a_tooth);
    if (!words.empty()) words += "・";
    const char* quadrant = tooth.size() == digits_of_a_tooth && tooth.starts_with("10")
                               ? quadrant_words(tooth[2])
                               : nullptr;
    if (quadrant == nullptr || tooth[3] < '1' || tooth[3] > '8') {
      words += tooth;
    } else {
      words += std::string(quadrant) + tooth[3];
    }
  }
  return words;
}

}  // namespace kenpo::claim
