// The words of classes and of what is counted.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "analysis/cube.h"

namespace kenpo::analysis {

/// The words of a class of age, sex, patient, service, disease or band; the other dimensions have
/// lists of their own (column_store.h).
std::string class_words(Dimension dimension, std::int32_t number);

/// What a figure of the pages counts, with its source.
struct Definition {
  const char* key;   // the anchor of the page of definitions
  const char* term;  // 「医療費」
  const char* words;
};
std::span<const Definition> definitions();

}  // namespace kenpo::analysis
