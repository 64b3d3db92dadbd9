#include "assembly/bylaw_rule.h"

#include "base/utf8.h"

namespace kenpo::assembly {

namespace {

using base::Result;
using Standing = BylawVersion::Standing;

base::Fault rule_fault(base::Words why, base::Words mend) {
  return {.what = {"この版は登録できません。", "This version cannot be entered."},
          .why = std::move(why),
          .mend = std::move(mend),
          .place = {}};
}

base::Fault unclear_rule(base::Words why, base::Words mend) {
  return {.what = {"当てはめる規程が決まりません。", "No rule can be applied."},
          .why = std::move(why),
          .mend = std::move(mend),
          .place = {}};
}

bool fits(const std::string& text, std::size_t limit) {
  const auto count = base::count_code_points(text);
  return 0 < count && count <= limit;
}

Result<> check_resolution(const BylawVersion& version, const Resolution& resolution) {
  if (resolution.minutes != Resolution::Minutes::closed) {
    return rule_fault({"この議決の議事録は、まだ閉じられていません。",
                       "The minutes of this resolution are still open."},
                      {"議事録を閉じてから登録してください。", "Close the minutes first."});
  }
  if (!decides(resolution.matter, version.subject)) {
    return rule_fault({"この議決は、この規程を決める種類の議決ではありません。",
                       "A resolution of this kind does not decide this rule."},
                      {"規約は「規約の変更」、ほかは「規程」の議決を選んでください。",
                       "Choose a resolution about the charter or the rules."});
  }
  if (version.from < resolution.in_force()) {
    return rule_fault({base::Plain("この議決の施行は") + resolution.in_force() + "です。",
                       base::Plain("The resolution is in force from ") + resolution.in_force()},
                      {"施行の日か、議決を確かめてください。", "Check day and resolution."});
  }
  return base::Done{};
}

}  // namespace

Result<BylawVersion> only_version_on(const std::vector<BylawVersion>& versions,
                                     BylawSubject subject, base::Date day) {
  const BylawVersion* found = nullptr;
  for (const auto& each : versions) {
    const bool holds = each.subject == subject && version_on(versions, each.rule, day) == &each;
    if (!holds) continue;
    if (found != nullptr) {
      return unclear_rule({base::Plain(wording(subject).ja) + "の規程が、" + day +
                                 "に二つ以上施行されています。",
                             base::Plain("More than one rule holds on ") + day + "."},
                            {"規約・規程の一覧で、要らない規程を廃止してください。",
                             "Abolish what is not needed."});
    }
    found = &each;
  }
  if (found != nullptr) return *found;
  return unclear_rule(
      {base::Plain(wording(subject).ja) + "の規程が、" + day + "に施行されていません。",
       base::Plain("No rule holds on ") + day + "."},
      {"議決の後、規約・規程の一覧に版を登録してください。", "Enter the version after its resolution."});
}

bool decides(Matter matter, BylawSubject subject) {
  if (subject == BylawSubject::charter) return matter == Matter::charter;
  return matter == Matter::charter || matter == Matter::regulation;
}

// 当組合の定め（規約・規程の登録）
Result<> check_version(const std::vector<BylawVersion>& versions, const BylawVersion& version,
                       const Resolution& resolution) {
  if (!fits(version.title, bylaw_title_characters_limit) ||
      !fits(version.summary, bylaw_summary_characters_limit)) {
    return rule_fault({"名前は60文字まで、要点は500文字までです。",
                       "A title has 1 to 60, a summary 1 to 500 characters."},
                      {"名前と要点を入れ直してください。", "Enter both again."});
  }
  KENPO_TRY(check_resolution(version, resolution));
  const BylawVersion* last = nullptr;
  for (const auto& each : versions) {
    if (each.rule == version.rule && (last == nullptr || last->from < each.from)) last = &each;
  }
  if (last != nullptr && version.from <= last->from) {
    return rule_fault({base::Plain("いまの版は") + last->from + "からです。",
                       base::Plain("The last version is from ") + last->from},
                      {"その後の日にしてください。", "Give a later day."});
  }
  const bool stands = last != nullptr && last->standing == Standing::in_force;
  if (version.standing == Standing::abolished && !stands) {
    return rule_fault({"施行中でない規程は廃止できません。", "It is not in force."},
                      {"規程を確かめてください。", "Check the rule."});
  }
  return base::Done{};
}

}  // namespace kenpo::assembly
