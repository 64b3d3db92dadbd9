#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "notice/leaf.h"

namespace kenpo::notice {
namespace {

Leaf sample() {
  Leaf leaf;
  leaf.time = {1'795'426'860'123};
  leaf.actor = *base::StaffId::parse("0123456789ABCDEF");
  leaf.role = "benefit_clerk";
  leaf.operation = "benefit.review";
  leaf.pairs = mask_of({Category::eligibility, Purpose::member_administration}) |
               mask_of({Category::bank_account, Purpose::benefit_payment});
  leaf.notice = {3, {0, 1, 2, 3, 0xfc, 0xfd, 0xfe, 0xff}};
  leaf.case_id = *base::CaseId::parse("GHJKMNPQRSTVWXYZ");
  leaf.subjects = subjects_of({Commitment{2}, Commitment{1}, Commitment{2}});
  leaf.rows = 12;
  return leaf;
}

Leaf refusal() {
  Leaf leaf;
  leaf.time = {0};
  leaf.actor = ProgramActor::scheduler;
  leaf.operation = "analysis.run";
  leaf.outcome = Outcome::refused;
  leaf.reason = Reason::not_published;
  leaf.missing = Pair{Category::medical_claim, Purpose::training};
  return leaf;
}

TEST(Leaf, IsWrittenInFixedOrder) {
  EXPECT_EQ(encode(sample()),
            R"({"time_milliseconds":1795426860123,"actor":"staff:0123456789ABCDEF",)"
            R"("role":"benefit_clerk","operation":"benefit.review","pairs":[1,19],)"
            R"("notice_version":3,"notice_hash":"00010203fcfdfeff","case":"GHJKMNPQRSTVWXYZ",)"
            R"("subjects":["01000000000000000000000000000000",)"
            R"("02000000000000000000000000000000"],"rows":12,"outcome":"answered"})");
  EXPECT_EQ(encode(refusal()),
            R"({"time_milliseconds":0,"actor":"program:scheduler","role":"",)"
            R"("operation":"analysis.run","pairs":[],"notice_version":0,)"
            R"("notice_hash":"0000000000000000","subjects":[],"rows":0,"outcome":"refused",)"
            R"("reason":"not_published","missing_category":6,"missing_purpose":35})");
}

TEST(Leaf, ComesBackAsItWas) {
  Leaf statute = refusal();
  statute.reason = Reason::no_statute;
  statute.basis = Statute::audit_by_inspector;
  statute.missing = Statute::audit_by_inspector;
  for (const Leaf& leaf : {sample(), refusal(), statute}) {
    const auto parsed = parse_leaf(encode(leaf));
    ASSERT_TRUE(parsed.ok()) << encode(leaf);
    EXPECT_EQ(*parsed, leaf);
  }
}

TEST(Leaf, ManySubjectsBecomeARoot) {
  std::vector<Commitment> many;
  for (std::uint8_t at = 20; at > 0; --at) many.push_back(Commitment{at});
  many.push_back(Commitment{5});
  Leaf leaf = sample();
  leaf.subjects = subjects_of(many);
  const auto& set = std::get<SubjectSet>(leaf.subjects);
  EXPECT_EQ(set.count, 20U);
  std::vector<TreeHash> hashes;
  for (std::uint8_t at = 1; at <= 20; ++at) {
    hashes.push_back(leaf_hash(std::string(1, static_cast<char>(at)) + std::string(15, '\0')));
  }
  EXPECT_EQ(set.root, root_of(hashes));
  EXPECT_EQ(*parse_leaf(encode(leaf)), leaf);
}

TEST(Leaf, TheLongestFits) {
  Leaf leaf = sample();
  leaf.time = {253'402'300'799'999};
  leaf.role = leaf.operation = std::string(name_limit, 'x');
  leaf.pairs = all_pairs;
  leaf.basis = Statute::supervision_of_handlers;
  leaf.notice.version = UINT32_MAX;
  std::vector<Commitment> subjects;
  for (std::uint8_t at = 0; at < subjects_listed_limit; ++at) subjects.push_back(Commitment{at});
  leaf.subjects = subjects_of(subjects);
  leaf.rows = rows_limit;
  leaf.outcome = Outcome::refused;
  leaf.reason = Reason::no_responsible_person;
  leaf.missing = Statute::supervision_of_handlers;
  EXPECT_LT(encode(leaf).size(), 1200U);
  EXPECT_EQ(*parse_leaf(encode(leaf)), leaf);
}

TEST(Leaf, WhatIsNotWellFormed) {
  const auto changed = [](auto&& change) {
    Leaf leaf = sample();
    change(leaf);
    return well_formed(leaf);
  };
  EXPECT_TRUE(changed([](Leaf&) {}));
  EXPECT_FALSE(changed([](Leaf& leaf) { leaf.time = {-1}; }));
  EXPECT_FALSE(changed([](Leaf& leaf) { leaf.operation = ""; }));
  EXPECT_FALSE(changed([](Leaf& leaf) { leaf.operation = "山田"; }));
  EXPECT_FALSE(changed([](Leaf& leaf) { leaf.role = "a\"b"; }));
  EXPECT_FALSE(changed([](Leaf& leaf) { leaf.pairs = all_pairs + 1; }));
  EXPECT_FALSE(changed([](Leaf& leaf) { leaf.rows = rows_limit + 1; }));
  EXPECT_FALSE(changed([](Leaf& leaf) { leaf.outcome = Outcome::refused; }));
  EXPECT_FALSE(changed([](Leaf& leaf) { leaf.reason = Reason::locked; }));
  EXPECT_FALSE(changed([](Leaf& leaf) { leaf.missing = Statute::security_control; }));
  EXPECT_FALSE(changed([](Leaf& leaf) { leaf.subjects = SubjectSet{{}, 8}; }));
  EXPECT_FALSE(changed([](Leaf& leaf) {
    leaf.subjects = std::vector<Commitment>{Commitment{2}, Commitment{1}};
  }));
}

TEST(Leaf, NoOtherByteIsTaken) {
  for (const Leaf& leaf : {sample(), refusal()}) {
    const auto line = encode(leaf);
    for (std::size_t at = 0; at < line.size(); ++at) {
      EXPECT_FALSE(parse_leaf(line.substr(0, at)).ok());
      for (const char c : {' ', '"', '}', 'x', '\0'}) {
        auto changed = line;
        changed[at] = c;
        const auto parsed = parse_leaf(changed);
        // What still parses is another leaf, never the same one written differently.
        if (parsed.ok() && changed != line) {
          EXPECT_NE(*parsed, leaf);
        }
      }
    }
    EXPECT_FALSE(parse_leaf(line + "\n").ok());
    EXPECT_FALSE(parse_leaf(" " + line).ok());
  }
}

TEST(Leaf, AnyLeafComesBack) {
  const bool held = rc::check([] {
    Leaf leaf = sample();
    leaf.time = {*rc::gen::inRange<std::int64_t>(0, 253'402'300'800'000)};
    leaf.pairs = *rc::gen::arbitrary<std::uint64_t>() & all_pairs;
    leaf.rows = *rc::gen::inRange<std::uint64_t>(0, rows_limit);
    leaf.notice = {*rc::gen::arbitrary<std::uint32_t>(),
                   *rc::gen::arbitrary<std::array<std::uint8_t, 8>>()};
    leaf.subjects = subjects_of(*rc::gen::arbitrary<std::vector<Commitment>>());
    if (*rc::gen::arbitrary<bool>()) leaf.case_id.reset();
    RC_ASSERT(*parse_leaf(encode(leaf)) == leaf);
  });
  EXPECT_TRUE(held);
}

}  // namespace
}  // namespace kenpo::notice
