#include "request/correction_rule.h"

namespace kenpo::request {

namespace {

/// An age at which something of the office begins or ends.
struct AgeLine {
  int age;
  const char* what;
};
constexpr AgeLine age_lines[] = {{40, "介護保険料の徴収の開始・特定健康診査の対象"},
                                 {65, "介護保険料の徴収の終了"},
                                 {75, "後期高齢者医療への移行(資格喪失)"}};

/// A paper of the society's shows name, sex and birth date; its envelope the address.
bool changes_paper(const eligibility::Person& before, const eligibility::Person& after) {
  return before.name != after.name || before.name_kana != after.name_kana ||
         before.sex != after.sex || before.born != after.born;
}
bool changes_envelope(const eligibility::Person& before, const eligibility::Person& after) {
  return before.address != after.address || before.postal_code != after.postal_code;
}

struct PlaceActions {
  const char* paper;
  const char* envelope;
};
constexpr PlaceActions place_actions[paper_places_count] = {
    {"訂正の後の記載で作る", "宛先は訂正の後の住所になる"},
    {"印刷を取りやめ、訂正の後に作り直す", "印刷を取りやめ、訂正の後の宛先で作り直す"},
    {"渡さずに廃棄し、訂正の後の記載で作り直す", "封筒の宛先を直してから渡す"},
    {"回収して差し替える", "前の住所へ送っていないか、届いているかを確かめる"},
    {"回収を続ける(差替えは要らない)", "回収の依頼を送った住所を確かめる"}};

}  // namespace

std::string action_about(const eligibility::Person& before, const eligibility::Person& after,
                         PaperPlace place) {
  const auto& actions = place_actions[static_cast<std::size_t>(place)];
  if (changes_paper(before, after)) return actions.paper;
  return changes_envelope(before, after) ? actions.envelope : "";
}

WrongRecipient::Items items_with(const std::vector<ChangedValue>& changed,
                                 const std::string& items) {
  for (const auto& value : changed) {
    if (items.find(value.label) != std::string::npos) return WrongRecipient::Items::hold_it;
  }
  return WrongRecipient::Items::do_not_say;
}

std::vector<std::string> effects_of(const eligibility::Person& before,
                                    const eligibility::Person& after) {
  std::vector<std::string> effects;
  if (before.born != after.born) {
    for (const auto& line : age_lines) {
      const auto old = base::reaches_age(before.born, line.age);
      const auto now = base::reaches_age(after.born, line.age);
      if (old == now) continue;
      effects.push_back(std::to_string(line.age) + "歳到達 " + old.iso() + " → " + now.iso() +
                        "：" + line.what + "を確かめる");
    }
    effects.emplace_back("調定済みの保険料は、次の調定で差額が入る");
  }
  if (before.name != after.name || before.name_kana != after.name_kana) {
    effects.emplace_back("資格確認書・口座名義・レセプトとの突合の氏名を確かめる");
  }
  if (before.sex != after.sex) effects.emplace_back("健診の項目と資格確認書の表示を確かめる");
  if (before.address != after.address || before.postal_code != after.postal_code) {
    effects.emplace_back("これから送る通知の宛先が変わる。前の住所へ送った通知を確かめる");
  }
  return effects;
}

base::Result<> check_correction(const eligibility::Person& before, const eligibility::Person& after,
                                base::Date today) {
  if (before == after) {
    return base::Fault{{"変わるところがありません。", "Nothing changes."},
                       {},
                       {"訂正する項目を入れ直してください。", "Enter what is to be corrected."},
                       {}};
  }
  if (after.born > today || after.name_kana.empty()) {
    return base::Fault{{"訂正後の値が正しくありません。", "The new value cannot be."},
                       {"カナ氏名は空にできず、生年月日は今日より後になりません。",
                        "The kana name is not empty, and nobody is born after today."},
                       {"入れ直してください。", "Enter it again."},
                       {}};
  }
  return base::Done{};
}

}  // namespace kenpo::request
