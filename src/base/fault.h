// What is wrong with something that came from outside: what, where, why and how to mend it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/plain.h"

namespace kenpo::base {

/// Where in the input a fault lies. Lines and columns count from 1; 0 = not known.
struct Place {
  Plain file;
  std::uint64_t line = 0;
  std::uint32_t column = 0;  // byte column of the line
  Plain field;               // the field's name as its format declares it

  friend bool operator==(const Place&, const Place&) = default;
};

/// One fault in the reader's words. Holds no personal data: every part is Plain.
struct Fault {
  Words what;   // what is wrong
  Words why;    // the rule it breaks; may be empty
  Words mend;   // what the reader can do; may be empty
  Place place;  // where; may be empty

  friend bool operator==(const Fault&, const Fault&) = default;
};

/// What is refused and what the reader can do; neither a place nor a rule needs to be told.
inline Fault refusal(Words what, Words mend) {
  return {.what = std::move(what), .why = {}, .mend = std::move(mend), .place = {}};
}

/// Faults of one input, in the order of the input. Never more than `faults_limit` of them.
using Faults = std::vector<Fault>;

/// A file with more faults than this is told so once; nobody mends a list of ten thousand lines.
inline constexpr std::size_t faults_limit = 1000;

enum class Language { japanese, english };

/// The language of the reader's terminal: LC_ALL, LC_MESSAGES, LANG; Japanese unless it says `en`
/// or `C`.
Language terminal_language();

/// The words in the reader's language.
const Plain& in(Language language, const Words& words);

/// One line: 「届.csv 12行 34桁 生年月日：…。…。…」.
std::string tell(const Fault& fault, Language language);

}  // namespace kenpo::base
