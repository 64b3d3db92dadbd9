#include "premium/member_words_page.h"

#include "base/era.h"
#include "eligibility/protection.h"

namespace kenpo::premium {

using eligibility::EndReason;
using eligibility::Relation;
using eligibility::Sex;
using eligibility::Status;

const char* wording(Sex sex) { return sex == Sex::male ? "男" : "女"; }

const char* wording(Status status) {
  switch (status) {
    case Status::employed:
      return "強制適用";
    case Status::voluntary:
      return "任意継続";
    case Status::special:
      return "特例退職";
  }
  return "不明";
}

const char* wording(EndReason reason) {
  switch (reason) {
    case EndReason::retirement:
      return "退職等";
    case EndReason::death:
      return "死亡";
    case EndReason::age_75:
      return "75歳到達";
    case EndReason::disability_recognised:
      return "障害認定";
    case EndReason::social_security_treaty:
      return "社会保障協定";
    case EndReason::transferred:
      return "所属変更";
    case EndReason::rehired:
      return "同日得喪";
    case EndReason::term_ended:
      return "2年満了";
    case EndReason::premium_unpaid:
      return "保険料未納";
    case EndReason::insured_elsewhere:
      return "他の健康保険に加入";
    case EndReason::seamen_insured:
      return "船員保険に加入";
    case EndReason::left_on_request:
      return "本人の申出";
  }
  return "不明";
}

const char* wording(Relation relation) {
  switch (relation) {
    case Relation::child:
      return "実子・養子";
    case Relation::other_child:
      return "実子・養子以外の子";
    case Relation::parent:
      return "父母・養父母";
    case Relation::parent_in_law:
      return "義父母";
    case Relation::younger_sibling:
      return "弟妹";
    case Relation::elder_sibling:
      return "兄姉";
    case Relation::grandparent:
      return "祖父母";
    case Relation::great_grandparent:
      return "曽祖父母";
    case Relation::grandchild:
      return "孫";
    case Relation::other:
      return "その他";
    case Relation::husband:
      return "夫";
    case Relation::wife:
      return "妻";
    case Relation::husband_not_registered:
      return "夫(未届)";
    case Relation::wife_not_registered:
      return "妻(未届)";
  }
  return "不明";
}

std::string birth_words(base::Date born, base::Date today) {
  const auto age = std::to_string(base::age_on(born, today)) + "歳";
  return base::era_long(born).value_or(born.iso()) + "(" + age + ")";
}

std::string address_words(const eligibility::Person& person) {
  constexpr std::size_t digits_before_hyphen = 3;
  if (person.sheltered == eligibility::Sheltered::yes) return eligibility::sheltered_words;
  if (person.address.empty()) return "記録なし";
  if (person.postal_code.size() <= digits_before_hyphen) return person.address;
  return "〒" + person.postal_code.substr(0, digits_before_hyphen) + "-" +
         person.postal_code.substr(digits_before_hyphen) + " " + person.address;
}

}  // namespace kenpo::premium
