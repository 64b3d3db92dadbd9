#include "analysis/label_rule.h"

#include "analysis/disease_rule.h"
#include "base/yen.h"

namespace kenpo::analysis {

namespace {

std::string age_words(std::int32_t number) {
  constexpr int years = 5;
  constexpr int last = 20;
  if (number > last) return "生年月日の記録なし";
  if (number == last) return "100歳以上";
  return std::to_string(years * number) + "〜" + std::to_string(years * number + years - 1) + "歳";
}

std::string sex_words(std::int32_t number) {
  if (number == 1) return "男";
  return number == 2 ? "女" : "不明";
}

std::string patient_words(std::int32_t number) {
  if (number == 0) return "本人";
  return number == 1 ? "家族" : "本人・家族の別なし（高齢受給者など）";
}

/// claim::Service × 3 + claim::Stay.
std::string service_words(std::int32_t number) {
  constexpr const char* services[] = {"医科", "DPC", "歯科", "調剤", "訪問看護"};
  constexpr int stays = 3;
  const auto service = number / stays;
  if (number < 0 || service >= static_cast<int>(std::size(services))) return "不明";
  std::string words = services[service];
  if (service <= 2 && number % stays == 0) words += "（入院）";
  if (service <= 2 && number % stays == 1) words += "（入院外）";
  return words;
}

std::string band_words(std::int32_t number) {
  const auto at = static_cast<std::size_t>(number);
  if (number < 0 || at >= cost_bands_count) return "不明";
  const auto from = base::Yen(cost_bands_yen[at]).grouped();
  if (at + 1 == cost_bands_count) return from + "円以上";
  return from + "円以上 " + base::Yen(cost_bands_yen[at + 1]).grouped() + "円未満";
}

constexpr Definition all_definitions[] = {
    {"scope", "対象",
     "取り込んだレセプトのうち、資格点検が「有効」のもの。資格点検で返すもの、だれのものか分からない"
     "もの、この目的での利用を停止した人のものは入りません。"},
    {"month", "月",
     "請求年月（審査支払機関が保険者に請求した月）。診療の月ではありません。月遅れの請求が、"
     "後から前の月の数字を変えないためです。"},
    {"persons", "人数",
     "その月にレセプトがある人の数。仮名で数え、同じ人は一度だけ数えます。区分が二つある人は、"
     "それぞれの区分で数えるので、区分の合計は全体より多いことがあります。"},
    {"claims", "件数", "レセプトの枚数。"},
    {"points", "点数", "審査支払機関の決定点数。訪問看護療養費は円で請求されるので入りません。"},
    {"yen", "医療費",
     "決定点数に1点10円を掛けた額（診療報酬の算定方法）と、訪問看護療養費の額。食事療養の額は"
     "入りません。自己負担を含む、医療費の全体です。"},
    {"class", "男女・本人家族・種類・医療機関・事業所",
     "レセプトに記録されたもの。事業所は、資格点検で分かった加入者の事業所です。"},
    {"age", "年齢", "診療年月の末日の満年齢を5歳ごとに区切ったもの。生年月日は持ちません。"},
    {"disease", "疾病",
     "レセプトの主傷病（なければ最初の傷病名）のICD-10の章。1枚のレセプトの医療費は、すべて"
     "この1つに数えます。傷病名マスターを取り込んでいないときは「傷病名のコードなし」です。"},
    {"disease_group", "疾病分類",
     "レセプトの主傷病（なければ最初の傷病名）のICD-10を、当組合が取り込んだ疾病分類表（119分類など）で"
     "分けたもの。4桁のコードの分類を、3桁の分類より先に使います。1枚のレセプトの医療費は、すべて"
     "この1つに数えます。傷病名マスターと疾病分類表のどちらかがないと、分類できません。"},
    {"band", "1人の医療費", "1人の1か月のレセプトの医療費を合計し、その額で区切ったもの。"},
    {"generic", "後発医薬品の使用割合",
     "後発医薬品の数量 ÷（後発医薬品のある先発医薬品の数量 ＋ 後発医薬品の数量）。数量は薬価の"
     "単位。後発医薬品のある先発医薬品は、取り込んだ医薬品マスターで、薬価基準コードの先頭9文字"
     "（成分・剤形・規格）が同じ後発医薬品があるものです。国の公表する一覧とは、少し違うことが"
     "あります。"},
    {"saving", "差額の見込み",
     "先発医薬品の薬剤料と、同じ成分・剤形・規格で最も安い後発医薬品の薬価で計算した薬剤料の差。"
     "マスターの薬価による試算で、自己負担の額ではありません。"},
    {"hidden", "示さない欄",
     "決めた人数に満たない欄、1人の点数か医療費が決めた割合を超える欄と、引き算でそれが分かる欄は"
     "示しません。人数が多くても、1人でほとんどを占める欄は、その人の医療費を知らせるためです。"
     "2つの欄をまとめて引き算される場合も、1人の分が決めた割合を超えないように、ほかの欄も"
     "示しません。同じ月のほかの表、年度の表との"
     "引き算でも分からないように、同時に計算しています。"},
};

}  // namespace

std::string class_words(Dimension dimension, std::int32_t number) {
  switch (dimension) {
    case Dimension::age: return age_words(number);
    case Dimension::sex: return sex_words(number);
    case Dimension::patient: return patient_words(number);
    case Dimension::service: return service_words(number);
    case Dimension::disease: return chapter_words(number);
    case Dimension::band: return band_words(number);
    default: return std::to_string(number);
  }
}

std::span<const Definition> definitions() { return all_definitions; }

}  // namespace kenpo::analysis
