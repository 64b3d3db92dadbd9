#include "safeguard/incident.h"

namespace kenpo::safeguard {

base::Words wording(IncidentState state) {
  switch (state) {
    case IncidentState::suspected:
      return {"疑い", "suspected"};
    case IncidentState::contained:
      return {"拡大を止めた", "contained"};
    case IncidentState::classified:
      return {"報告を要しない", "no report needed"};
    case IncidentState::preliminary_due:
      return {"速報を出す", "preliminary report due"};
    case IncidentState::final_due:
      return {"確報を出す", "final report due"};
    case IncidentState::final_sent:
      return {"確報を出した", "final report sent"};
    case IncidentState::persons_told:
      return {"本人に知らせた", "persons told"};
    case IncidentState::prevention_done:
      return {"再発防止を終えた", "prevention done"};
    case IncidentState::closed:
      return {"完了", "closed"};
  }
  return {};
}

base::Words wording(IncidentEvent event) {
  switch (event) {
    case IncidentEvent::leak:
      return {"漏えい", "leak"};
    case IncidentEvent::loss:
      return {"滅失", "loss"};
    case IncidentEvent::damage:
      return {"毀損", "damage"};
  }
  return {};
}

base::Words wording(IncidentClass one) {
  switch (one) {
    case IncidentClass::special_care:
      return {"施行規則7条1号 要配慮個人情報", "rule 7(1) special-care information"};
    case IncidentClass::property_harm:
      return {"施行規則7条2号 財産的被害のおそれ", "rule 7(2) likely harm to property"};
    case IncidentClass::improper_aim:
      return {"施行規則7条3号 不正の目的のおそれ", "rule 7(3) possibly improper aim"};
    case IncidentClass::many_persons:
      return {"施行規則7条4号 1,000人を超える", "rule 7(4) more than 1,000 persons"};
    case IncidentClass::number_system:
      return {"番号法 個人番号利用事務のシステム", "individual numbers of the work's system"};
    case IncidentClass::number_improper:
      return {"番号法 不正の目的", "individual numbers, improper aim"};
    case IncidentClass::number_public:
      return {"番号法 不特定多数が閲覧", "individual numbers seen by the public"};
    case IncidentClass::number_many:
      return {"番号法 100人を超える", "individual numbers of more than 100 persons"};
  }
  return {};
}

std::string classes_words(IncidentClasses classes) {
  std::string words;
  for (unsigned bit = 1; bit <= 128; bit *= 2) {
    if ((classes & bit) == 0) continue;
    if (!words.empty()) words += "、";
    words += wording(static_cast<IncidentClass>(bit)).ja.text();
  }
  return words.empty() ? "報告を要しない" : words;
}

std::string_view report_item(std::size_t item) {
  constexpr std::array<std::string_view, report_items_count> names = {
      "概要",
      "漏えい等が発生し、又はおそれがある個人データの項目",
      "個人データに係る本人の数",
      "原因",
      "二次被害又はそのおそれの有無及び内容",
      "本人への対応の実施状況",
      "公表の実施状況",
      "再発防止のための措置",
      "その他参考となる事項"};
  return names.at(item);
}

}  // namespace kenpo::safeguard
