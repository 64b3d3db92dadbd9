#include "eligibility/reach_rule.h"

#include "law/book.h"

namespace kenpo::eligibility {

namespace {

using base::Date;
using base::Result;

std::string_view age_name(Reach reach) {
  switch (reach) {
    case Reach::care_begins:
      return "eligibility.reach.care_begins";
    case Reach::care_ends:
      return "eligibility.reach.care_ends";
    case Reach::elderly:
      return "eligibility.reach.elderly";
    case Reach::later_stage:
      return "eligibility.loss_age";
  }
  return {};
}

base::Plain article_of(Reach reach) {
  switch (reach) {
    case Reach::care_begins:
      return "健康保険法156条1項1号; 介護保険法9条2号";
    case Reach::care_ends:
      return "健康保険法156条2項; 介護保険法9条1号";
    case Reach::elderly:
      return "健康保険法74条1項2号";
    case Reach::later_stage:
      return "健康保険法3条1項7号; 高齢者の医療の確保に関する法律50条";
  }
  return {};
}

}  // namespace

// 年齢計算ニ関スル法律; 民法143条
Result<law::Decision<Date>> reach_day(Reach reach, Date born) {
  // The figures of today hold for every age that the ledgers of the society still work with.
  const auto& book = law::Book::carried();
  const auto age = KENPO_TRY(book.count(age_name(reach), book.newest_from(age_name(reach))));
  const Date reached = base::reaches_age(born, age.value);
  Date effect = reached.in_month().first_day();
  if (reach == Reach::elderly) effect = reached.in_month().plus(1).first_day();
  if (reach == Reach::later_stage) effect = reached.plus_days(1);
  law::Decision<Date> decision{effect, {}};
  decision.basis.push_back({{"年齢に達する日（誕生日の前日）", "Age reached on the day before"},
                            "年齢計算ニ関スル法律", reached, age.row});
  decision.basis.push_back({{"効果の始まる日", "Effect from"}, article_of(reach), effect});
  return decision;
}

Result<int> reach_age(Reach reach) {
  const auto& book = law::Book::carried();
  return KENPO_TRY(book.count(age_name(reach), book.newest_from(age_name(reach)))).value;
}

base::Words wording(Reach reach) {
  switch (reach) {
    case Reach::care_begins:
      return {"40歳", "40"};
    case Reach::care_ends:
      return {"65歳", "65"};
    case Reach::elderly:
      return {"70歳", "70"};
    case Reach::later_stage:
      return {"75歳", "75"};
  }
  return {};
}

base::Words effect_words(Reach reach) {
  switch (reach) {
    case Reach::care_begins:
      return {"この月から介護保険料がかかります。", "Care premiums begin with this month."};
    case Reach::care_ends:
      return {"この月から介護保険料がかかりません。", "Care premiums end with this month."};
    case Reach::elderly:
      return {"この月から高齢受給者です。負担割合を判定して高齢受給者証を交付します。",
              "Elderly from this month: the share is judged and a certificate issued."};
    case Reach::later_stage:
      return {"誕生日に資格を失い、後期高齢者医療に移ります。被扶養者も資格を失います。",
              "Status is lost on the birthday, with that of the dependents."};
  }
  return {};
}

}  // namespace kenpo::eligibility
