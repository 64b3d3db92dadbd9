#include "notice/document.h"

#include <gtest/gtest.h>

#include "base/resource.h"
#include "notice/wording.h"

namespace kenpo::notice {
namespace {

const std::string& text() {
  static const std::string carried(base::resource("notice/notice.txt"));
  return carried;
}

std::string changed(const std::string& from, const std::string& to) {
  auto copy = text();
  const auto at = copy.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return copy.replace(at, from.size(), to);
}

base::Faults faults_of(const std::string& notice) {
  auto parsed = parse_document(notice, base::Plain("n.txt"));
  return parsed.ok() ? base::Faults{} : std::move(parsed).faults();
}

TEST(Document, ReadsThePublishedNotice) {
  const Document& document = carried_document();
  EXPECT_EQ(document.text, text());
  EXPECT_EQ(document.title, "個人情報保護法に基づく公表事項");
  ASSERT_EQ(document.rows.size(), categories_count);
  std::vector<Pair> pairs;
  for (const Row& row : document.rows) {
    for (const Purpose purpose : row.purposes) pairs.push_back({row.category, purpose});
  }
  EXPECT_EQ(pairs, std::vector<Pair>(published_pairs.begin(), published_pairs.end()));
  EXPECT_EQ(document.pairs(), all_pairs);
  EXPECT_EQ(document.grounds.size(), 4U);
  ASSERT_EQ(document.measures.size(), 4U);
  EXPECT_EQ(document.measures[0].heading, "組織的の安全管理措置");
  EXPECT_EQ(document.measures[1].heading, "人的の安全管理措置");
  EXPECT_EQ(document.society.name, "J U K I 健康保険組合");
  EXPECT_EQ(document.society.address, "〒206-0034 東京都多摩市鶴牧 2-11-1");
  EXPECT_EQ(document.society.telephone, "042-357-2334");
}

TEST(Document, EveryLineIsKeptAsWritten) {
  std::string rebuilt;
  std::uint32_t number = 0;
  for (const Line& line : carried_document().lines) {
    while (++number < line.number) rebuilt += '\n';
    rebuilt += line.text + '\n';
  }
  EXPECT_EQ(rebuilt, text());
}

// `printf '' | sha256sum` and FIPS 180-4's example.
TEST(Document, FingerprintIsSha256) {
  EXPECT_EQ(hexadecimal(fingerprint("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hexadecimal(fingerprint("")),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

struct Wrong {
  const char* from;
  const char* to;
  std::uint64_t line;
  const char* says;
};

TEST(Document, RefusesAnythingElseWithLineAndReason) {
  const Wrong rows[] = {
      {"資格に関する情報\t", "資格に関する事項\t", 8, "「資格に関する情報」"},
      {"医療費通知の発行、", "医療費通知の発送、", 13, "「医療費通知の発行」"},
      {"医療費通知の発行、", "医療費通知の発行、、", 13, "3番目"},
      {"審査・支払、番号法", "審査、支払、番号法", 12, "最も近い"},
      {"現金給付に関する情報\t", "現金給付に関する情報\t医療費通知の発行、", 12, "43組"},
      {"現金給付に関する情報\t", "資格に関する情報\t", 12, "2回"},
      {"加入者の管理、", "加入者の管理、加入者の管理、", 8, "2回"},
      {"個人情報の類型\t", "個人情報の類型 ", 8, "表の見出し"},
      {"(3)国の機関", "国の機関", 30, "(3)"},
      {"2. 安全", "5. 安全", 34, "「2. 」"},
      {"人的の安全管理措置\t", "人的の安全管理措置", 37, "タブ"},
      {"〒206-0034", "〒2060034", 49, "〒123-4567"},
      {"042-357-2334", "042-357-23x4", 51, "電話"},
      {"電話：", "tel ", 51, "電話"},
      {"個人情報保護法に基づく公表事項\n", "", 2, "題名"},
      {"加入者の管理", "加入者の\x01管理", 8, "制御文字"},
      {"加入者の管理", "加入者の\xE3\x81管理", 8, "UTF-8"},
      {"住基情報との突合確認\n", "住基情報との突合確認 \n", 8, "空白"},
      {"住基情報との突合確認\n", "住基情報との突合確認\r\n", 8, "制御文字"},
  };
  for (const Wrong& row : rows) {
    const auto faults = faults_of(changed(row.from, row.to));
    ASSERT_FALSE(faults.empty()) << row.to;
    EXPECT_EQ(faults[0].place.line, row.line) << row.to;
    const auto told = base::tell(faults[0], base::Language::japanese);
    EXPECT_NE(told.find(row.says), std::string::npos) << told;
    EXPECT_FALSE(base::tell(faults[0], base::Language::english).empty());
  }
  EXPECT_FALSE(faults_of("").empty());
  EXPECT_FALSE(faults_of(std::string(notice_bytes_limit + 1, 'a')).empty());
}

TEST(Document, NoLineCanBeLeftOutOfTheTextUnnoticed) {
  // A row or a paragraph may go (a withdrawn row is lawful); every other line is needed.
  for (const Line& line : carried_document().lines) {
    const auto parsed = parse_document(changed(line.text + "\n", ""), base::Plain("n.txt"));
    const bool needed = line.kind == LineKind::title || line.kind == LineKind::heading ||
                        line.kind == LineKind::table_head || line.kind == LineKind::ground ||
                        line.kind == LineKind::paragraph || line.number > 46;
    EXPECT_EQ(parsed.ok(), !needed) << line.number;
    if (parsed.ok()) {
      EXPECT_NE(parsed->sha256, carried_document().sha256);
    }
  }
}

TEST(Document, WithSocietyChangesTheThreeValuesAndNothingElse) {
  const Society other{"みどり野健康保険組合", "〒100-0001 東京都みどり野区 1-1", "03-0000-0000"};
  const auto made = with_society(carried_document(), other);
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(made->society, other);
  auto expected = changed("J U K I 健康保険組合", other.name);
  expected.replace(expected.find("〒206"), std::string("〒206-0034 東京都多摩市鶴牧 2-11-1").size(),
                   other.address);
  expected.replace(expected.find("042-357"), std::string("042-357-2334").size(), other.telephone);
  EXPECT_EQ(made->text, expected);
  const auto back = with_society(*made, carried_document().society);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back->text, text());
}

TEST(Document, WithSocietyRefusesWhatSectionFourCannotHold) {
  const Society good = carried_document().society;
  for (const Society& bad :
       {Society{"", good.address, good.telephone}, Society{"甲\n乙", good.address, good.telephone},
        Society{"1. 甲", good.address, good.telephone},
        Society{good.name, "東京都", good.telephone}, Society{good.name, good.address, "042 357"},
        Society{good.name, good.address, ""}}) {
    EXPECT_FALSE(with_society(carried_document(), bad).ok()) << bad.name;
  }
}

}  // namespace
}  // namespace kenpo::notice
