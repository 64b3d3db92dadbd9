// The member whom the desk names by words, in requests, holds, consents and complaints.
#include <set>

#include "eligibility/person_merge_store.h"
#include "request/correction_store.h"
#include "request/fault.h"
#include "request/kept_act.h"
#include "request/request_act.h"

namespace kenpo::request {

namespace {

using base::Result;
using notice::Permit;

/// Of the name and birth date, and of the number where one is given.
Result<std::set<base::PersonId>> people_of_words(const store::View& view,
                                                 const store::LookUp& look_up,
                                                 const MemberWords& words, base::Moment now) {
  auto people = KENPO_TRY(kept_people(view, look_up, words.name_kana, words.born, now));
  if (people.empty() || words.number.empty()) return people;
  std::set<base::PersonId> numbered;
  for (const auto& person : KENPO_TRY(people_of_number(view, look_up, words.number))) {
    numbered.insert(KENPO_TRY(eligibility::kept_person(view, person, now)));
  }
  std::erase_if(people, [&](const base::PersonId& each) { return !numbered.contains(each); });
  return people;
}

base::Fault nobody_of(const MemberWords& words) {
  const base::Words why = {"だれの情報か決められません。", "It cannot be told whose data it is."};
  if (words.number.empty()) {
    return refusal({"このカナ氏名・生年月日の加入者はいません。",
                    "No member has this name and birth date."},
                   why, {"カナ氏名と生年月日を確かめてください。", "Check both."});
  }
  return refusal({"このカナ氏名・生年月日で、この記号・番号の加入者はいません。",
                  "No member has this name, birth date and number."},
                 why,
                 {"三つとも確かめてください。記号と番号は「-」でつなぎます。",
                  "Check all three; symbol and number are joined by a hyphen."});
}

base::Fault several_of(const MemberWords& words) {
  const bool numbered = !words.number.empty();
  const base::Words one = {"同じ人の記録なら、先に名寄せでまとめてください。",
                           "If they are one person, join the records first."};
  const base::Words number = {"記号・番号も入れてください。被扶養者は、被保険者の記号・番号です。",
                              "Enter the number, too; of a dependent, the insured person's."};
  return refusal({"同じカナ氏名・生年月日の加入者が複数います。",
                  "Several members have this name and birth date."},
                 {"だれの情報か決められません。", "It cannot be told whose data it is."},
                 numbered ? one : number);
}

}  // namespace

Result<base::PersonId> find_person(RequestOffice& office, const notice::Acting& acting,
                                   const MemberWords& words) {
  return office.gate.perform<person_find_operation>(
      acting, [&](const Permit<person_find_operation>& permit) -> Result<base::PersonId> {
        const auto view = KENPO_TRY(office.database.read());
        const auto people = KENPO_TRY(
            people_of_words(view, store::LookUp(permit), words, office.gate.clock().now()));
        if (people.size() == 1) return *people.begin();
        return people.empty() ? nobody_of(words) : several_of(words);
      });
}

}  // namespace kenpo::request
