#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>

#include "base/cp932.h"
#include "format/master/comment_text.h"
#include "format/master/read.h"

namespace kenpo::format::master {
namespace {

std::string cp932(std::string_view utf8) { return base::encode_cp932(utf8).bytes; }

/// A line of `count` fields, empty but for those given.
std::string line_of(std::size_t count, const std::map<std::size_t, std::string>& given) {
  std::string line;
  for (std::size_t seq = 1; seq <= count; ++seq) {
    const auto found = given.find(seq);
    line += std::string(seq == 1 ? "" : ",") + "\"" +
            (found == given.end() ? std::string{} : cp932(found->second)) + "\"";
  }
  return line + "\r\n";
}

std::string drug_line(std::size_t count = 40, std::string code = "620000001") {
  return line_of(count, {{1, "0"}, {2, "Y"}, {3, std::move(code)}, {5, "見本錠１０ｍｇ"}, {10, "錠"},
                         {12, "10.10"}, {17, "1"}, {30, "20260401"}, {31, "99999999"}});
}

struct Taken {
  base::Result<Summary> summary;
  std::vector<Item> items;
};
Taken take(const std::string& bytes) {
  std::vector<Item> items;
  auto summary = read(bytes, [&](const Item& item) -> base::Result<> {
    items.push_back(item);
    return base::Done{};
  });
  return {std::move(summary), std::move(items)};
}

TEST(Master, ReadsBothEditionsOfDrugs) {
  for (const std::size_t count : {std::size_t{40}, std::size_t{42}}) {
    const auto taken = take(drug_line(count) + drug_line(count, "620000002"));
    ASSERT_TRUE(taken.summary.ok()) << tell(taken.summary.faults()[0], base::Language::english);
    EXPECT_EQ(taken.summary->items, 2u);
    EXPECT_EQ(taken.summary->fields_count, count);
    const Item& item = taken.items[0];
    EXPECT_EQ(item.kind, Kind::drug);
    EXPECT_EQ(item.name, "見本錠１０ｍｇ");
    EXPECT_EQ(item.unit, "錠");
    EXPECT_EQ(item.amount, "10.10");
    EXPECT_TRUE(item.generic);
    EXPECT_EQ(item.changed_on, base::Date::make(2026, 4, 1));
    EXPECT_FALSE(item.abolished_on.has_value());
  }
}

TEST(Master, ReadsCommentsWithTheirGaps) {
  const auto taken = take(line_of(30, {{1, "3"}, {2, "C"}, {3, "8"}, {4, "40"}, {5, "100001"},
                                       {7, "体重（　　）ｋｇ"}, {10, "4"}, {11, "2"},
                                       {22, "20270331"}, {23, "840100001"}}));
  ASSERT_TRUE(taken.summary.ok()) << tell(taken.summary.faults()[0], base::Language::english);
  EXPECT_EQ(taken.items[0].code, "840100001");
  EXPECT_EQ(taken.items[0].slots[0], (Slot{4, 2}));
  EXPECT_EQ(taken.items[0].revision, Revision::added);
  EXPECT_EQ(taken.items[0].abolished_on, base::Date::make(2027, 3, 31));
}

TEST(Master, ReadsTheAgesAndTimesOfActs) {
  const auto act = [](const char* youngest, const char* below, const char* times) {
    return line_of(150, {{1, "0"}, {2, "S"}, {3, "113001810"}, {5, "見本管理料"}, {12, "225.00"},
                         {36, times}, {41, youngest}, {42, below}});
  };
  const auto taken = take(act("06", "15", "1") + act("00", "00", "0") + act("AA", "B6", "3"));
  ASSERT_TRUE(taken.summary.ok());
  EXPECT_EQ(taken.items[0].youngest, 6);
  EXPECT_EQ(taken.items[0].below_age, 15);
  EXPECT_EQ(taken.items[0].times_limit, 1);
  EXPECT_FALSE(taken.items[1].youngest || taken.items[1].below_age || taken.items[1].times_limit);
  EXPECT_FALSE(taken.items[2].youngest || taken.items[2].below_age);  // by a letter
  EXPECT_EQ(taken.items[2].times_limit, 3);
}

TEST(Master, ReadsActsOfDentistsPharmaciesAndNursesByTheirCodes) {
  struct Row {
    Kind kind;
    std::size_t fields;
    const char* code;
    std::size_t name;
    std::size_t amount;
  };
  const Row rows[] = {{Kind::dental_act, 76, "301000110", 10, 12},
                      {Kind::pharmacy_act, 65, "450000110", 5, 12},
                      {Kind::nursing_act, 72, "510000110", 9, 16}};
  for (const auto& row : rows) {
    const auto line = line_of(row.fields, {{1, "0"}, {2, "H"}, {3, row.code}, {row.name, "見本"},
                                           {row.amount, "267.00"}});
    EXPECT_EQ(looks_like(line), row.kind);
    const auto taken = take(line);
    ASSERT_TRUE(taken.summary.ok()) << tell(taken.summary.faults()[0], base::Language::english);
    EXPECT_EQ(taken.items[0].name, "見本");
    EXPECT_EQ(taken.items[0].amount, "267.00");
    EXPECT_FALSE(take(line + line_of(row.fields, {{1, "0"}, {2, "H"}, {3, "611111111"}}))
                     .summary.ok());  // a code of another master
  }
  EXPECT_FALSE(looks_like(line_of(76, {{1, "0"}, {2, "H"}, {3, "901000110"}})).has_value());
}

struct Refused {
  const char* why;
  std::string bytes;
  const char* field;
};

TEST(Master, RefusesWithLineAndField) {
  const auto spoiled = [](std::size_t seq, const char* value) {
    return drug_line() + line_of(40, {{1, seq == 1 ? value : "0"}, {2, seq == 2 ? value : "Y"},
                                      {3, seq == 3 ? value : "620000002"},
                                      {31, seq == 31 ? value : "99999999"}});
  };
  for (const Refused& row : std::initializer_list<Refused>{
           {"a field too many", drug_line() + drug_line(41), ""},
           {"another master", spoiled(2, "S"), "マスター識別"},
           {"a short code", spoiled(3, "62000002"), "コード"},
           {"a code of letters", spoiled(3, "62000000x"), "コード"},
           {"an unknown revision", spoiled(1, "7"), "変更区分"},
           {"no such day", spoiled(31, "20260231"), "廃止年月日"},
           {"no quotes", drug_line() + "0,Y,620000002\r\n", ""},
           {"an open quote", drug_line() + "\"0\",\"Y\r\n", ""},
           {"no Shift_JIS", drug_line() + line_of(40, {{1, "0"}, {2, "Y"}, {3, "620000002"}})
                                              .replace(20, 1, "\xFD"), ""}}) {
    const auto taken = take(row.bytes);
    ASSERT_FALSE(taken.summary.ok()) << row.why;
    EXPECT_EQ(taken.summary.faults()[0].place.line, 2u) << row.why;
    EXPECT_EQ(taken.summary.faults()[0].place.field.text(), row.field) << row.why;
    EXPECT_FALSE(taken.summary.faults()[0].mend.empty()) << row.why;
  }
  EXPECT_FALSE(take("").summary.ok());
  EXPECT_FALSE(take("IR,1,13\r\n").summary.ok());
  EXPECT_FALSE(looks_like("\"0\",\"X\",\"1\"").has_value());
}

struct Sentence {
  const char* pattern;
  const char* words;
  const char* text;
  const char* sentence;
};
constexpr Sentence sentences[] = {
    {"10", "", "自由な文です。", "自由な文です。"},
    {"20", "決まった文", "", "決まった文"},
    {"30", "理由", "見本の理由", "理由；見本の理由"},
    {"31", "診療行為名", "１１１０００１１０", "診療行為名；初診料"},
    {"31", "診療行為名", "１９９９９９９９９", "診療行為名；199999999"},
    {"40", "体重（　　）ｋｇ", "５２", "体重（５２）ｋｇ"},
    {"40", "体重（　　）ｋｇ", "５", "体重（　　）ｋｇ；５"},
    {"42", "回数", "００３", "回数；3"},
    {"50", "実施年月日", "５０８０４０７", "実施年月日；令和8年4月7日"},
    {"50", "実施年月日", "９９９９９９９", "実施年月日；9999999"},
    {"51", "開始時刻", "０９３０", "開始時刻；9時30分"},
    {"52", "所要時間", "０００４５", "所要時間；45分"},
    {"53", "開始", "０７１４０５", "開始；7日14時5分"},
    {"80", "検査", "５０８０４０７０００００１２３", "検査；令和8年4月7日　123"},
    {"90", "部位", "２０５７", "部位；右"},
    {"99", "その他", "文", "その他；文"},
};

TEST(Master, CommentsBecomeSentencesByTheirPattern) {
  const auto word_of = [](std::string_view code) -> std::string {
    if (code == "111000110") return "初診料";
    return code == "2057" ? "右" : "";
  };
  for (const Sentence& row : sentences) {
    Item item;
    item.kind = Kind::comment;
    item.pattern = row.pattern;
    item.name = row.words;
    item.slots[0] = {4, 2};
    EXPECT_EQ(comment_text(item, row.text, word_of), row.sentence) << row.pattern;
  }
}

/// What `unzip -p` writes; the archives hold one file each.
std::string unzipped(const std::string& path) {
  std::string bytes;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(
      ::popen(("unzip -p '" + path + "'").c_str(), "r"), ::pclose);
  char part[65536];
  while (pipe) {
    const auto count = std::fread(part, 1, sizeof part, pipe.get());
    if (count == 0) break;
    bytes.append(part, count);
  }
  return bytes;
}

struct Published {
  const char* file;
  Kind kind;
  std::uint64_t items;
  const char* code;
  const char* name;
};
// Counted in the published files of 2023 to 2025.
constexpr Published published[] = {
    {"s_20240531", Kind::act, 10'133, "111000110", "初診料"},
    {"y_ALL20240321", Kind::drug, 19'686, "615100205", "ケツメイシ"},
    {"t_ALL20240315", Kind::device, 1'334, "700010000", "半切"},
    {"c_ALL20230801", Kind::comment, 3'065, "850100383", "直近算定年月日（訪問薬剤管理指導）"},
    {"b_20240601", Kind::disease, 27'437, "8848462", "ウォーカー・ワールブルグ症候群"},
    {"z_20250601", Kind::modifier, 2'375, "8058", "の後遺症"},
};

TEST(Master, ReadsThePublishedFiles) {
  const std::string folder = KENPO_SOURCE_DIR "/../shared/data/masters/";
  if (!std::ifstream(folder + "s_20240531.zip")) {
    GTEST_SKIP() << "published masters are absent: " << folder;
  }
  if (std::system("command -v unzip >/dev/null 2>&1") != 0) {
    GTEST_SKIP() << "unzip is not installed";
  }
  for (const Published& row : published) {
    const auto bytes = unzipped(folder + row.file + ".zip");
    EXPECT_EQ(looks_like(bytes), row.kind) << row.file;
    const auto taken = take(bytes);
    ASSERT_TRUE(taken.summary.ok())
        << row.file << tell(taken.summary.faults()[0], base::Language::english);
    EXPECT_EQ(taken.summary->items, row.items) << row.file;
    const auto found =
        std::ranges::find_if(taken.items, [&](const Item& item) { return item.code == row.code; });
    ASSERT_NE(found, taken.items.end()) << row.file;
    EXPECT_EQ(found->name, row.name);
  }
}

}  // namespace
}  // namespace kenpo::format::master
