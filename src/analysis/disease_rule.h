// Chapters of ICD-10 (疾病、傷害及び死因の統計分類基本分類表, 2013年版準拠).
#pragma once

#include <cstdint>
#include <string_view>

namespace kenpo::analysis {

/// 1 to 22; 0 for a code of no chapter.
std::uint8_t chapter_of(std::string_view icd);
/// 「循環器系の疾患」; 「傷病名のコードなし」 for 0.
const char* chapter_words(std::int32_t chapter);

}  // namespace kenpo::analysis
