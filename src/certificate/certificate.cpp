#include "certificate/certificate.h"

namespace kenpo::certificate {

std::string_view wording(Kind kind) {
  switch (kind) {
    case Kind::confirmation:
      return "資格確認書";
    case Kind::notice:
      return "資格情報のお知らせ";
    case Kind::elderly:
      return "高齢受給者証";
    case Kind::limit:
      return "限度額適用認定証";
    case Kind::reduction:
      return "限度額適用・標準負担額減額認定証";
    case Kind::disease:
      return "特定疾病療養受療証";
  }
  return "不明";
}

std::string_view wording(State state) {
  constexpr std::array<std::string_view, states_count + 1> words = {
      "不明",     "交付待ち", "印刷中",         "印刷済み", "交付済み",
      "回収待ち", "返納済み", "紛失・返納不能", "取りやめ"};
  const auto at = static_cast<std::size_t>(state);
  return at < words.size() ? words[at] : words[0];
}

std::string_view wording(Cause cause) {
  constexpr std::array<std::string_view, 13> words = {
      "不明",       "資格取得・認定",   "申請", "職権交付", "70歳到達", "負担割合の変更",
      "氏名の変更", "記号・番号の変更", "紛失", "き損",     "有効期限", "区分・限度額の変更",
      "生年月日・性別・資格取得日の訂正"};
  const auto at = static_cast<std::size_t>(cause);
  return at < words.size() ? words[at] : words[0];
}

std::string_view wording(CardUse use) {
  constexpr std::array<std::string_view, 7> words = {
      "未確認",       "利用できる",     "利用登録なし",        "カードでの受診が困難",
      "カードの紛失", "カードの更新中", "電子証明書の期限切れ"};
  const auto at = static_cast<std::size_t>(use);
  return at < words.size() ? words[at] : words[0];
}

std::string_view wording(Disease disease) {
  switch (disease) {
    case Disease::dialysis:
      return "人工腎臓を実施している慢性腎不全";
    case Disease::haemophilia:
      return "先天性血液凝固第VIII因子障害・第IX因子障害(血友病)";
    case Disease::hiv:
      return "血液製剤に起因するHIV感染症";
  }
  return "不明";
}

std::string_view identifier(Kind kind) {
  constexpr std::array<std::string_view, 7> names = {"",      "confirmation", "notice", "elderly",
                                                     "limit", "reduction",    "disease"};
  return names[static_cast<std::size_t>(kind)];
}

std::optional<Kind> parse_kind(std::string_view name) {
  for (const auto kind : kinds) {
    if (identifier(kind) == name) return kind;
  }
  return std::nullopt;
}

std::string paper_words(Kind kind, std::int64_t number) {
  constexpr std::array<std::string_view, 7> heads = {"",     "確認", "通知", "高齢",
                                                     "限度", "減額", "疾病"};
  constexpr std::size_t digits = 7;
  auto text = std::to_string(number);
  if (text.size() < digits) text.insert(0, digits - text.size(), '0');
  return std::string(heads[static_cast<std::size_t>(kind)]) + text;
}

}  // namespace kenpo::certificate
