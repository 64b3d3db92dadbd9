#include "base/fault.h"

#include <cstdlib>
#include <string_view>

namespace kenpo::base {

namespace {

std::string tell_place(const Place& place, Language language) {
  const bool japanese = language == Language::japanese;
  std::string told = place.file.text();
  const auto add = [&](const std::string& part) {
    if (!told.empty()) told += ' ';
    told += part;
  };
  if (place.line != 0) {
    const auto number = std::to_string(place.line);
    add(japanese ? number + "行" : "line " + number);
  }
  if (place.column != 0) {
    const auto number = std::to_string(place.column);
    add(japanese ? number + "桁" : "column " + number);
  }
  if (!place.field.empty()) add(place.field.text());
  return told;
}

}  // namespace

Language terminal_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view language(value);
    return language.starts_with("ja") ? Language::japanese : Language::english;
  }
  return Language::japanese;
}

const Plain& in(Language language, const Words& words) {
  return language == Language::japanese ? words.ja : words.en;
}

std::string tell(const Fault& fault, Language language) {
  std::string told = tell_place(fault.place, language);
  if (!told.empty()) told += language == Language::japanese ? "：" : ": ";
  bool first = true;
  for (const Words* words : {&fault.what, &fault.why, &fault.mend}) {
    const auto& part = in(language, *words).text();
    if (part.empty()) continue;
    if (!first && language == Language::english) told += ' ';
    told += part;
    first = false;
  }
  return told;
}

}  // namespace kenpo::base
