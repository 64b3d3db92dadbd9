#include "request/request_words_page.h"

#include "base/era.h"
#include "base/mask.h"
#include "request/package_print.h"

namespace kenpo::request {

using desk::ChipKind;

std::string case_address(const base::CaseId& id) { return "/requests/" + std::string(id.text()); }

ChipKind state_chip(State state) {
  switch (state) {
    case State::closed:
      return ChipKind::done;
    case State::withdrawn:
      return ChipKind::plain;
    case State::returned:
    case State::identity_asked:
    case State::review:
      return ChipKind::waiting;
    default:
      return ChipKind::progress;
  }
}

desk::Cell lateness_cell(const ShownCase& shown) {
  const auto state = shown.standing.state;
  if (state == State::closed || state == State::withdrawn) return {""};
  if (shown.lateness.overdue) return desk::chip_cell(ChipKind::problem, "期限超過");
  if (shown.lateness.silent) return desk::chip_cell(ChipKind::problem, "返事の遅れ");
  if (shown.lateness.suable) return desk::chip_cell(ChipKind::waiting, "訴え可");
  return {""};
}

std::vector<desk::Item> case_facts(const ShownCase& shown, Details details) {
  const auto& request = shown.file.request;
  auto born = request.born ? day_words(*request.born) : std::string();
  if (details == Details::hidden) born = base::masked(born);
  std::vector<desk::Item> items = {
      {"請求", std::string(wording(request.kind)) + "(" + std::string(article(request.kind)) + ")"},
      {"状態", std::string(wording(shown.standing.state)) + " " +
                   std::string(identifier(shown.standing.state))},
      {"番号", std::string(request.id.text())},
      {"本人", request.name + "(" + request.name_kana + ")"},
      {"生年月日", born},
      {"台帳の情報", request.held == Held::yes ? "保有しています" : "見つかりません"},
      {"請求した人", std::string(wording(request.asker)) +
                         (request.asker_name.empty() ? "" : " " + request.asker_name)},
      {"返事を送る住所", request.address},
      {"内容", request.wanted}};
  if (!request.reason.empty()) items.push_back({"理由", request.reason});
  if (request.claims == Claims::yes) items.push_back({"レセプト", "含みます"});
  return items;
}

std::vector<desk::Item> clock_facts(const ShownCase& shown) {
  if (!shown.clocks) return {{"期限", "暦の年の外です。手で数えてください"}};
  return {{"届いた日", day_words(shown.file.request.arrived)},
          {"最初の返事", day_words(shown.clocks->first_answer) + "まで(5営業日)"},
          {"決定の期限", day_words(shown.clocks->decide) + "まで"},
          {"訴えを起こせる日", day_words(shown.clocks->suable_from) +
                                   "から(応じない決定のときは直ちに。個人情報保護法39条)"}};
}

std::vector<std::pair<std::string, std::string>> warnings(const ShownCase& shown) {
  std::vector<std::pair<std::string, std::string>> all;
  const auto& request = shown.file.request;
  if (shown.standing.state >= State::decided) return all;
  if (shown.lateness.overdue) {
    all.emplace_back("決定の期限を過ぎています。", "理由を本人に知らせ、早く決定してください。");
  }
  if (request.held == Held::no) {
    all.emplace_back("台帳にこの人の情報は見つかりません。",
                     "本人確認の後、「保有していない」と決定して知らせます。");
  }
  if (request.asker == Asker::bereaved) {
    all.emplace_back("遺族からの求めは、個人情報保護法の請求ではありません。",
                     "案内の文書を送り、レセプトの開示は遺族のための手続で受け付けます。");
  }
  if (request.asker == Asker::stranger) {
    all.emplace_back("本人でも代理人でもない人の求めには応じられません。",
                     "「確認できず却下」で理由と不服の申出方法を知らせます。");
  }
  if (shown.capacity == Capacity::aware_under_16) {
    all.emplace_back("本人は16歳未満です。",
                     "法定代理人を通じて進め、本人の最善の利益を考えます(令和8年改正法、未施行)。");
  } else if (shown.capacity == Capacity::minor) {
    all.emplace_back("本人は未成年です。", "本人のほか、法定代理人も請求できます。");
  }
  return all;
}

std::string step_words(const Step& step) {
  std::string words;
  const auto add = [&](std::string_view part) {
    if (part.empty()) return;
    if (!words.empty()) words += "／";
    words += part;
  };
  if (step.proof != Proof::none) add(wording(step.proof));
  if (step.outcome != Outcome::none) add(wording(step.outcome));
  if (step.ground != Ground::none) add(article(step.ground));
  add(step.words);
  return words;
}

}  // namespace kenpo::request
