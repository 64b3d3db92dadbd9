#include "notice/difference.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "notice/wording.h"

namespace kenpo::notice {
namespace {

Document edited(const std::string& from, const std::string& to) {
  auto text = carried_document().text;
  EXPECT_NE(text.find(from), std::string::npos) << from;
  text.replace(text.find(from), from.size(), to);
  auto parsed = parse_document(text, base::Plain("n.txt"));
  EXPECT_TRUE(parsed.ok());
  return parsed.ok() ? std::move(parsed).value() : carried_document();
}

TEST(Difference, ATextDoesNotDifferFromItself) {
  EXPECT_TRUE(difference(carried_document(), carried_document()).none());
  EXPECT_EQ(difference_text({}, base::Language::japanese), "変更はありません。\n");
}

TEST(Difference, TellsRowsAddedAndWithdrawnBothWays) {
  const auto fewer = edited("医療費通知の発行、", "");
  const auto gone = difference(carried_document(), fewer);
  EXPECT_EQ(gone.withdrawn, std::vector{*numbered_pair(16)});
  EXPECT_TRUE(gone.added.empty() && gone.reworded.empty() && !gone.reordered);
  const auto back = difference(fewer, carried_document());
  EXPECT_EQ(back.added, std::vector{*numbered_pair(16)});
  EXPECT_NE(difference_text(gone, base::Language::japanese)
                .find("- 16 レセプトに関する情報\t医療費通知の発行\n"),
            std::string::npos);
  const auto json = boost::json::parse(difference_json(back));
  EXPECT_EQ(json.at("added").at(0).as_string(), "medical_claim.medical_cost_notice");
  EXPECT_TRUE(json.at("withdrawn").as_array().empty());
}

TEST(Difference, TellsEveryLineThatIsReworded) {
  for (const Line& line : carried_document().lines) {
    if (line.kind == LineKind::row || line.kind == LineKind::table_head) continue;
    auto words = line.text;
    if (line.kind == LineKind::telephone)
      words.back() = '9';
    else
      words += "。";
    const auto changes = difference(carried_document(), edited(line.text + "\n", words + "\n"));
    ASSERT_EQ(changes.reworded.size(), 1U) << line.number;
    EXPECT_EQ(changes.reworded[0].before, line.text);
    EXPECT_EQ(changes.reworded[0].after, words);
    EXPECT_EQ(changes.reworded[0].section, line.section);
  }
}

TEST(Difference, TellsAnotherOrderOfTheSameRows) {
  const auto turned =
      edited("組合会・理事会に関する連絡、選挙の実施", "選挙の実施、組合会・理事会に関する連絡");
  const auto changes = difference(carried_document(), turned);
  EXPECT_TRUE(changes.reordered);
  EXPECT_TRUE(changes.added.empty() && changes.withdrawn.empty());
}

}  // namespace
}  // namespace kenpo::notice
