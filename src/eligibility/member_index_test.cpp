// The index against a plain list: whatever is put, replaced and removed, both find the same.
#include "eligibility/member_index.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

namespace kenpo::eligibility {
namespace {

Member draw_member(const std::vector<base::PersonId>& people) {
  static const std::vector<std::string> kana{"ﾔﾏﾀﾞ ﾊﾅｺ", "ﾔﾏﾓﾄ ｲﾁﾛｳ", "ｻﾄｳ ｼﾞﾛｳ", "ｻｲﾄｳ ﾊﾅｺ"};
  static const auto establishment = base::EstablishmentId::draw();
  return {.person = *rc::gen::elementOf(people),
          .establishment = establishment,
          .name = "氏名",
          .name_kana = *rc::gen::elementOf(kana),
          .symbol = "101",
          .number = std::to_string(*rc::gen::inRange(1, 40)),
          .branch = 0,
          .lost = std::nullopt,
          .born = base::Date::of_serial(*rc::gen::inRange(0, 100)),
          .sheltered = Sheltered::no};
}

TEST(MemberIndex, FindsWhatAPlainListFinds) {
  EXPECT_TRUE(rc::check("few and many, put, replaced and removed", [] {
    std::vector<base::PersonId> people;
    for (int at = 0; at < 30; ++at) people.push_back(base::PersonId::draw());
    MemberIndex index;
    std::map<base::PersonId, Member> plain;
    const auto all = [](const base::EstablishmentId&) { return true; };
    for (int round = 0; round < 6; ++round) {
      std::vector<Member> members;
      const int count = *rc::gen::element(1, 2, 5, 100);
      for (int at = 0; at < count; ++at) members.push_back(draw_member(people));
      index.put(members);
      for (const auto& member : members) plain.insert_or_assign(member.person, member);
      if (*rc::gen::arbitrary<bool>()) {
        const auto& gone = *rc::gen::elementOf(people);
        index.remove(gone);
        plain.erase(gone);
      }
      RC_ASSERT(index.size() == plain.size());
      for (const auto* prefix : {"ﾔ", "ﾔﾏﾀﾞ", "ｻ"}) {
        const auto expected = std::ranges::count_if(plain, [&](const auto& one) {
          return one.second.name_kana.starts_with(prefix);
        });
        RC_ASSERT(index.search(prefix, all).count == static_cast<std::size_t>(expected));
      }
      const auto numbered = std::ranges::count_if(
          plain, [](const auto& one) { return one.second.number.starts_with("1"); });
      RC_ASSERT(index.search("1", all).count == static_cast<std::size_t>(numbered));
      std::size_t born = 0;
      index.each_born({base::Date::of_serial(10), base::Date::of_serial(50)},
                      [&](const Member&) { ++born; });
      const auto old = std::ranges::count_if(plain, [](const auto& one) {
        return one.second.born.serial() >= 10 && one.second.born.serial() <= 50;
      });
      RC_ASSERT(born == static_cast<std::size_t>(old));
    }
  }));
}

}  // namespace
}  // namespace kenpo::eligibility
