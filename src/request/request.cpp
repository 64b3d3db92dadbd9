#include "request/request.h"

namespace kenpo::request {

namespace {

template <std::size_t size, typename Enum>
std::string_view at(const std::array<std::string_view, size>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

using Kinds = std::uint16_t;
constexpr Kinds bit(Kind kind) { return static_cast<Kinds>(1U << static_cast<unsigned>(kind)); }
constexpr Kinds kinds_of_disclosure = bit(Kind::disclosure);
constexpr Kinds kinds_of_correction = bit(Kind::correct) | bit(Kind::add) | bit(Kind::remove);
constexpr Kinds kinds_of_stop = bit(Kind::suspend) | bit(Kind::erase) | bit(Kind::stop_provision);
constexpr Kinds kinds_of_all = (1U << kinds_count) - 1;

struct GroundWords {
  std::string_view words;
  std::string_view article;
  Kinds kinds;
};

constexpr std::array<GroundWords, grounds_count> ground_table = {{
    {"なし", "", kinds_of_all},
    {"公表している利用目的から明らか", "個人情報保護法32条2項1号", bit(Kind::purpose_notice)},
    {"通知すると本人・第三者の権利利益を害するおそれ等",
     "個人情報保護法32条2項2号(21条4項1号から3号まで)", bit(Kind::purpose_notice)},
    {"本人・第三者の生命、身体、財産その他の権利利益を害するおそれ", "個人情報保護法33条2項1号",
     kinds_of_disclosure},
    {"業務の適正な実施に著しい支障を及ぼすおそれ", "個人情報保護法33条2項2号", kinds_of_disclosure},
    {"他の法令に違反することとなる", "個人情報保護法33条2項3号", kinds_of_disclosure},
    {"調査の結果、内容は事実と認められる", "個人情報保護法34条2項", kinds_of_correction},
    {"事実でなく、評価・判断に関する内容である", "個人情報保護法34条1項", kinds_of_correction},
    {"他の法令に特別の手続がある", "個人情報保護法34条1項", kinds_of_correction},
    {"請求に理由があると認められない", "個人情報保護法35条2項・4項・6項", kinds_of_stop},
    {"多額の費用を要する等のため、代わりの措置をとる", "個人情報保護法35条2項ただし書",
     kinds_of_stop},
    {"法令または規程により保存する義務がある", "個人情報保護法35条5項・6項", kinds_of_stop},
    {"第三者提供の記録のうち開示の対象とならないもの", "個人情報保護法33条5項(施行令11条)",
     bit(Kind::provision_records)},
    {"本人または代理人であることの確認ができない", "個人情報保護法37条1項", kinds_of_all},
    {"請求できる方(本人、法定代理人、委任による代理人)ではない", "個人情報保護法37条3項",
     kinds_of_all},
    {"生存する個人に関する情報でない(ご遺族への開示は別の手続)", "個人情報保護法2条1項",
     kinds_of_all},
}};

}  // namespace

std::string_view identifier(Kind kind) {
  constexpr std::array<std::string_view, kinds_count> names = {
      "purpose_notice",    "disclosure",       "correction.correct", "correction.add",
      "correction.delete", "use_stop.suspend", "use_stop.erase",     "use_stop.stop_provision",
      "provision_records"};
  return at(names, kind);
}

std::string_view wording(Kind kind) {
  constexpr std::array<std::string_view, kinds_count> words = {
      "利用目的の通知",      "開示", "訂正", "追加", "削除", "利用停止", "消去", "第三者提供の停止",
      "第三者提供記録の開示"};
  return at(words, kind);
}

std::string_view article(Kind kind) {
  constexpr std::array<std::string_view, kinds_count> articles = {
      "個人情報保護法32条2項",      "個人情報保護法33条1項",      "個人情報保護法34条1項",
      "個人情報保護法34条1項",      "個人情報保護法34条1項",      "個人情報保護法35条1項・5項",
      "個人情報保護法35条1項・5項", "個人情報保護法35条3項・5項", "個人情報保護法33条5項"};
  return at(articles, kind);
}

std::string_view wording(State state) {
  constexpr std::array<std::string_view, states_count> words = {
      "受付",     "補正待ち", "書式確認済み", "本人確認待ち", "本人確認済み",
      "範囲確定", "収集済み", "決裁待ち",     "決定",         "通知済み",
      "実施済み", "完了",     "取下げ"};
  return at(words, state);
}

std::string_view identifier(State state) {
  constexpr std::array<std::string_view, states_count> names = {
      "ARRIVED", "RETURNED", "FORM_OK",  "ID_ASKED", "ID_OK",  "SCOPED",   "COLLECTED",
      "REVIEW",  "DECIDED",  "NOTIFIED", "EXECUTED", "CLOSED", "WITHDRAWN"};
  return at(names, state);
}

std::string_view wording(Event event) {
  constexpr std::array<std::string_view, events_count> words = {
      "請求の受付",     "書式の確認",     "補正の求め", "補正の受付", "本人確認",
      "本人確認の求め", "確認できず却下", "範囲の確定", "情報の収集", "医療機関への照会",
      "照会の回答",     "期間の延長",     "決定の起案", "差戻し",     "決定の承認",
      "本人への通知",   "決定の実施",     "完了",       "取下げ"};
  return at(words, event);
}

std::string_view wording(Asker asker) {
  constexpr std::array<std::string_view, askers_count> words = {
      "本人", "法定代理人", "委任による代理人", "遺族", "その他の人"};
  return at(words, asker);
}

std::string_view wording(Proof proof) {
  constexpr std::array<std::string_view, proofs_count> words = {
      "なし", "写真付きの公的書類1点", "公的書類2点", "書類の写しと住民票(郵送)",
      "代理人の書類(委任状・戸籍等)と代理人の本人確認"};
  return at(words, proof);
}

std::string_view wording(Channel channel) {
  constexpr std::array<std::string_view, channels_count> words = {"窓口", "郵送", "ウェブ"};
  return at(words, channel);
}

std::string_view wording(Outcome outcome) {
  constexpr std::array<std::string_view, outcomes_count> words = {
      "未決定", "全部に応じる", "一部に応じる", "保有していない", "応じない", "代わりの措置"};
  return at(words, outcome);
}

std::string_view wording(Ground ground) {
  return ground_table.at(static_cast<std::size_t>(ground)).words;
}
std::string_view article(Ground ground) {
  return ground_table.at(static_cast<std::size_t>(ground)).article;
}
bool fits(Ground ground, Kind kind) {
  return (ground_table.at(static_cast<std::size_t>(ground)).kinds & bit(kind)) != 0;
}

}  // namespace kenpo::request
