#include "synthetic/names.h"

#include <iterator>
#include <string_view>

#include "base/kana.h"

namespace kenpo::synthetic {

namespace {

struct Part {
  std::string_view kanji;
  std::string_view kana;
};
struct WholeName {
  std::string_view kanji;
  std::string_view kana;
  std::string_view registered = {};  // where the family register has another character
};

constexpr Part family_heads[] = {
    {"青", "アオ"},   {"赤", "アカ"}, {"秋", "アキ"}, {"朝", "アサ"},   {"雨", "アマ"},
    {"泉", "イズミ"}, {"岩", "イワ"}, {"大", "オオ"}, {"風", "カザ"},   {"川", "カワ"},
    {"北", "キタ"},   {"桐", "キリ"}, {"草", "クサ"}, {"黒", "クロ"},   {"桜", "サクラ"},
    {"笹", "ササ"},   {"白", "シラ"}, {"杉", "スギ"}, {"高", "タカ"},   {"竹", "タケ"},
    {"月", "ツキ"},   {"椿", "ツバ"}, {"中", "ナカ"}, {"夏", "ナツ"},   {"波", "ナミ"},
    {"西", "ニシ"},   {"花", "ハナ"}, {"浜", "ハマ"}, {"春", "ハル"},   {"東", "ヒガシ"},
    {"星", "ホシ"},   {"松", "マツ"}, {"水", "ミズ"}, {"南", "ミナミ"}, {"森", "モリ"},
    {"山", "ヤマ"},   {"夕", "ユウ"}, {"雪", "ユキ"}, {"吉", "ヨシ"},   {"若", "ワカ"},
};
constexpr Part family_tails[] = {
    {"井", "イ"},   {"浦", "ウラ"}, {"枝", "エダ"}, {"岡", "オカ"}, {"垣", "ガキ"}, {"門", "カド"},
    {"川", "カワ"}, {"木", "キ"},   {"倉", "クラ"}, {"坂", "サカ"}, {"崎", "サキ"}, {"沢", "サワ"},
    {"澤", "ザワ"}, {"島", "シマ"}, {"嶋", "ジマ"}, {"瀬", "セ"},   {"園", "ゾノ"}, {"田", "タ"},
    {"谷", "タニ"}, {"塚", "ヅカ"}, {"永", "ナガ"}, {"野", "ノ"},   {"橋", "ハシ"}, {"浜", "ハマ"},
    {"邊", "ベ"},   {"原", "ハラ"}, {"淵", "ブチ"}, {"間", "マ"},   {"宮", "ミヤ"}, {"村", "ムラ"},
    {"森", "モリ"}, {"屋", "ヤ"},   {"山", "ヤマ"}, {"脇", "ワキ"},
};
// One character, long ones, repetition mark, small kana, characters of level 2, and those that
// JIS X 0208 lacks.
constexpr WholeName family_wholes[] = {
    {"見本", "ミホン"},
    {"架空", "カクウ"},
    {"仮名", "カメイ"},
    {"井", "イ"},
    {"森", "モリ"},
    {"林", "ハヤシ"},
    {"勅使河原", "テシガワラ"},
    {"五百旗頭", "イオキベ"},
    {"佐々木", "ササキ"},
    {"一ノ瀬", "イチノセ"},
    {"鮎ヶ瀬", "アユガセ"},
    {"渡邉", "ワタナベ"},
    {"齋藤", "サイトウ"},
    {"齊藤", "サイトウ"},
    {"櫻澤", "サクラザワ"},
    {"廣嶋", "ヒロシマ"},
    {"ミホン", "ミホン"},
    {"カクウ", "カクウ"},
    {"高橋", "タカハシ", "髙橋"},
    {"山崎", "ヤマサキ", "山﨑"},
    {"高", "タカ", "髙"},
    {"徳永", "トクナガ", "德永"},
};
constexpr Part given_heads[] = {
    {"明", "アキ"}, {"和", "カズ"}, {"邦", "クニ"}, {"賢", "ケン"}, {"貴", "タカ"},
    {"忠", "タダ"}, {"哲", "テツ"}, {"直", "ナオ"}, {"信", "ノブ"}, {"春", "ハル"},
    {"久", "ヒサ"}, {"秀", "ヒデ"}, {"博", "ヒロ"}, {"史", "フミ"}, {"正", "マサ"},
    {"道", "ミチ"}, {"光", "ミツ"}, {"泰", "ヤス"}, {"幸", "ユキ"}, {"義", "ヨシ"},
};
constexpr Part male_tails[] = {
    {"一", "イチ"}, {"男", "オ"},   {"樹", "キ"},   {"介", "スケ"}, {"太", "タ"},
    {"人", "ト"},   {"彦", "ヒコ"}, {"之", "ユキ"}, {"郎", "ロウ"}, {"也", "ヤ"},
    {"雄", "オ"},   {"斗", "ト"},   {"治", "ハル"}, {"夫", "オ"},   {"紀", "ノリ"},
};
constexpr Part female_tails[] = {
    {"恵", "エ"}, {"江", "エ"}, {"香", "カ"}, {"子", "コ"}, {"沙", "サ"},
    {"奈", "ナ"}, {"乃", "ノ"}, {"葉", "ハ"}, {"帆", "ホ"}, {"美", "ミ"},
    {"代", "ヨ"}, {"世", "ヨ"}, {"里", "リ"}, {"音", "ネ"}, {"菜", "ナ"},
};
constexpr Part male_wholes[] = {
    {"学", "マナブ"}, {"衛", "エ"}, {"長太郎左衛門", "チョウタロウザエモン"}, {"ジョー", "ジョー"}};
constexpr Part female_wholes[] = {
    {"江", "エ"}, {"碧", "ミドリ"}, {"さくら", "サクラ"}, {"マリー", "マリー"}};

constexpr std::size_t tails_count = std::size(male_tails);
static_assert(tails_count == std::size(female_tails));
static_assert(std::size(male_wholes) == std::size(female_wholes));
constexpr std::size_t family_pairs = std::size(family_heads) * std::size(family_tails);
constexpr std::size_t given_pairs = std::size(given_heads) * tails_count;
// Female given names stand behind the male ones.
constexpr std::size_t given_of_a_sex = given_pairs + std::size(male_wholes);

constexpr int whole_family_permille = 60;
constexpr int whole_given_permille = 15;

std::uint16_t draw_given(Sex sex, Draw& draw) {
  const auto behind = sex == Sex::female ? given_of_a_sex : 0;
  const auto place = draw.chance(whole_given_permille)
                         ? given_pairs + draw.below(std::size(male_wholes))
                         : draw.below(given_pairs);
  return static_cast<std::uint16_t>(behind + place);
}

template <typename Take>
std::string family_of(Name name, Take take) {
  if (name.family >= family_pairs)
    return std::string(take(family_wholes[name.family - family_pairs]));
  const auto& tail = family_tails[name.family % std::size(family_tails)];
  const auto& head = family_heads[name.family / std::size(family_tails)];
  return std::string(take(WholeName{head.kanji, head.kana})) +
         std::string(take(WholeName{tail.kanji, tail.kana}));
}

template <typename Take>
std::string given_of(Name name, Take take) {
  const bool female = name.given >= given_of_a_sex;
  const auto place = female ? name.given - given_of_a_sex : std::size_t{name.given};
  if (place >= given_pairs) {
    return std::string(take((female ? female_wholes : male_wholes)[place - given_pairs]));
  }
  const auto& tail = (female ? female_tails : male_tails)[place % tails_count];
  return std::string(take(given_heads[place / tails_count])) + std::string(take(tail));
}

constexpr auto kanji = [](const auto& part) { return part.kanji; };
constexpr auto kana = [](const auto& part) { return part.kana; };
constexpr auto in_register = [](const WholeName& part) {
  return part.registered.empty() ? part.kanji : part.registered;
};
constexpr std::string_view full_width_space = "　";

}  // namespace

Name draw_name(Sex sex, Draw& draw) {
  const auto family = draw.chance(whole_family_permille)
                          ? family_pairs + draw.below(std::size(family_wholes))
                          : draw.below(family_pairs);
  return {static_cast<std::uint16_t>(family), draw_given(sex, draw)};
}

Name draw_name_of_family(Name family, Sex sex, Draw& draw) {
  return {family.family, draw_given(sex, draw)};
}

std::string written(Name name) {
  return family_of(name, kanji) + std::string(full_width_space) + given_of(name, kanji);
}

std::string registered(Name name) {
  return family_of(name, in_register) + std::string(full_width_space) + given_of(name, kanji);
}

std::string half_kana(Name name) {
  return base::half_width_kana(family_of(name, kana)) + " " +
         base::half_width_kana(given_of(name, kana));
}

std::string claim_kana(Name name) { return family_of(name, kana) + given_of(name, kana); }

}  // namespace kenpo::synthetic
