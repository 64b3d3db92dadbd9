#include "analysis/disease_rule.h"

#include <string>

namespace kenpo::analysis {

namespace {

/// The last category of a chapter; the next begins behind it.
struct Chapter {
  std::string_view last;
  const char* words;
};
constexpr Chapter chapters[] = {
    {"B99", "感染症及び寄生虫症"},
    {"D48", "新生物"},
    {"D89", "血液及び造血器の疾患並びに免疫機構の障害"},
    {"E90", "内分泌、栄養及び代謝疾患"},
    {"F99", "精神及び行動の障害"},
    {"G99", "神経系の疾患"},
    {"H59", "眼及び付属器の疾患"},
    {"H95", "耳及び乳様突起の疾患"},
    {"I99", "循環器系の疾患"},
    {"J99", "呼吸器系の疾患"},
    {"K93", "消化器系の疾患"},
    {"L99", "皮膚及び皮下組織の疾患"},
    {"M99", "筋骨格系及び結合組織の疾患"},
    {"N99", "腎尿路生殖器系の疾患"},
    {"O99", "妊娠、分娩及び産じょく"},
    {"P96", "周産期に発生した病態"},
    {"Q99", "先天奇形、変形及び染色体異常"},
    {"R99", "ほかに分類されない症状・異常所見"},
    {"T98", "損傷、中毒及びその他の外因の影響"},
    {"Y98", "傷病及び死亡の外因"},
    {"Z99", "健康状態に影響を及ぼす要因・保健サービスの利用"},
    {"U99", "特殊目的用コード"},
};
constexpr auto special_chapter = std::size(chapters);

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

}  // namespace

std::uint8_t chapter_of(std::string_view icd) {
  const bool sound = icd.size() >= 3 && icd[0] >= 'A' && icd[0] <= 'Z' && is_digit(icd[1]) &&
                     is_digit(icd[2]);
  if (!sound) return 0;
  if (icd[0] == 'U') return special_chapter;
  // Codes with a dagger or a star behind the category do not matter here.
  const auto category = icd.substr(0, 3);
  for (std::size_t at = 0; at + 1 < special_chapter; ++at) {
    if (category <= chapters[at].last) return static_cast<std::uint8_t>(at + 1);
  }
  return 0;
}

const char* chapter_words(std::int32_t chapter) {
  const bool known = chapter >= 1 && chapter <= static_cast<std::int32_t>(special_chapter);
  return known ? chapters[chapter - 1].words : "傷病名のコードなし";
}

}  // namespace kenpo::analysis
