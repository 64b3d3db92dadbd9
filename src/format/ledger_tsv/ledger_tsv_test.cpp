#include "format/ledger_tsv/ledger_tsv.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace kenpo::format::ledger_tsv {
namespace {

constexpr std::string_view head = "kenpo-ledger\t1\n";
constexpr std::string_view establishment =
    "establishment\t21\t11\tA101\t1001\t見本製作所\t9990001\t架空市見本町1-2-3\t2000-04-01\n";
constexpr std::string_view rate = "rate\tcare\t2026-03\t18.25\t9.125\n";
constexpr std::string_view dependent =
    "dependent\t1001\t12\t3\t102\t見本　花子\tﾐﾎﾝ ﾊﾅｺ\t2\t1985-02-28\t2020-01-01\t2026-03-31\n";

std::string with_head(std::string_view lines) { return std::string(head) + std::string(lines); }

std::string sample(const std::string& name) {
  std::ifstream file(
      std::string(KENPO_SOURCE_DIR "/src/format/ledger_tsv/corpus/ledger_tsv_fuzz/") + name,
      std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(LedgerTsv, ReadsEveryKindOfLine) {
  const auto file = read(with_head(std::string(establishment) + "# 覚え書き\n\n" +
                                   std::string(rate) + std::string(dependent)));
  ASSERT_TRUE(file.ok());
  ASSERT_EQ(file->establishments.size(), 1U);
  const auto& office = file->establishments[0];
  EXPECT_EQ(office.line, 2U);
  EXPECT_EQ(office.prefecture, "21");
  EXPECT_EQ(office.county, "11");
  EXPECT_EQ(office.office_symbol, "A101");
  EXPECT_EQ(office.symbol, "1001");
  EXPECT_EQ(office.name, "見本製作所");
  EXPECT_EQ(office.postal_code, "9990001");
  EXPECT_EQ(office.address, "架空市見本町1-2-3");
  EXPECT_EQ(office.from.iso(), "2000-04-01");
  ASSERT_EQ(file->rates.size(), 1U);
  EXPECT_EQ(file->rates[0].line, 5U);
  EXPECT_EQ(file->rates[0].kind, "care");
  EXPECT_EQ(file->rates[0].from.iso(), "2026-03");
  EXPECT_EQ(file->rates[0].total.millionths, 18'250);
  EXPECT_EQ(file->rates[0].insured.millionths, 9'125);
  ASSERT_EQ(file->dependents.size(), 1U);
  const auto& person = file->dependents[0];
  EXPECT_EQ(person.line, 6U);
  EXPECT_EQ(person.symbol, "1001");
  EXPECT_EQ(person.number, "12");
  EXPECT_EQ(person.branch, 3);
  EXPECT_EQ(person.relation, 102);
  EXPECT_EQ(person.name, "見本　花子");
  EXPECT_EQ(person.name_kana, "ﾐﾎﾝ ﾊﾅｺ");
  EXPECT_EQ(person.sex, 2);
  EXPECT_EQ(person.born.iso(), "1985-02-28");
  EXPECT_EQ(person.from.iso(), "2020-01-01");
  ASSERT_TRUE(person.until.has_value());
  EXPECT_EQ(person.until->iso(), "2026-03-31");
}

TEST(LedgerTsv, WritesWhatItReads) {
  const auto bytes =
      with_head(std::string(establishment) + std::string(rate) + std::string(dependent));
  const auto file = read(bytes);
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(write(*file), bytes);
}

TEST(LedgerTsv, CellsThatMayBeEmpty) {
  const auto file = read(
      with_head("establishment\t21\t11\tA101\t1001\t見本製作所\t\t\t2000-04-01\n"
                "dependent\t1001\t12\t3\t1\t髙﨑　見本\tﾀｶｻｷ ﾐﾎﾝ\t1\t2020-02-29\t2020-02-29\t\n"));
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(file->establishments[0].postal_code, "");
  EXPECT_FALSE(file->dependents[0].until.has_value());
}

struct Bad {
  const char* name;
  std::string lines;
  const char* field;
};

TEST(LedgerTsv, RefusesWithLineAndField) {
  const std::vector<Bad> rows = {
      {"unknown kind", "building\t1\n", "行の種類"},
      {"few cells", "rate\tcare\t2026-03\t18\n", "欄の数"},
      {"many cells", "rate\tcare\t2026-03\t18\t9\t\n", "欄の数"},
      {"empty symbol", "establishment\t21\t11\tA101\t\t見本\t\t\t2000-04-01\n", "記号"},
      {"day", "establishment\t21\t11\tA101\t1\t見本\t\t\t2026-02-30\n", "適用年月日"},
      {"line end of two characters", "rate\tcare\t2026-03\t18\t9\r\n", "被保険者負担"},
      {"month", "rate\tcare\t2026-13\t18\t9\n", "適用年月"},
      {"four decimals", "rate\tcare\t2026-03\t18.1234\t9\n", "料率"},
      {"over 999", "rate\tcare\t2026-03\t1000\t9\n", "料率"},
      {"negative", "rate\tcare\t2026-03\t18\t-9\n", "被保険者負担"},
      {"two points", "rate\tcare\t2026-03\t1.2.3\t9\n", "料率"},
      {"no kind", "rate\t\t2026-03\t18\t9\n", "料率の種類"},
      {"branch 0", "dependent\t1\t2\t0\t1\tあ　い\tｱ ｲ\t1\t2000-01-01\t2000-01-01\t\n", "枝番"},
      {"branch 100", "dependent\t1\t2\t100\t1\tあ　い\tｱ ｲ\t1\t2000-01-01\t2000-01-01\t\n", "枝番"},
      {"relation", "dependent\t1\t2\t1\t200\tあ　い\tｱ ｲ\t1\t2000-01-01\t2000-01-01\t\n", "続柄"},
      {"sex", "dependent\t1\t2\t1\t1\tあ　い\tｱ ｲ\t3\t2000-01-01\t2000-01-01\t\n", "性別"},
      {"born", "dependent\t1\t2\t1\t1\tあ　い\tｱ ｲ\t1\t2001-02-29\t2000-01-01\t\n", "生年月日"},
      {"until", "dependent\t1\t2\t1\t1\tあ　い\tｱ ｲ\t1\t2000-01-01\t2000-01-01\t2026\n",
       "被扶養者でなくなった日"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    const auto file = read(with_head("# 1行目は様式\n" + row.lines));
    ASSERT_FALSE(file.ok());
    ASSERT_EQ(file.faults().size(), 1U);
    EXPECT_EQ(file.faults()[0].place.line, 3U);
    EXPECT_EQ(file.faults()[0].place.field.text(), row.field);
  }
}

TEST(LedgerTsv, RefusesFilesThatAreNone) {
  EXPECT_FALSE(read("").ok());
  EXPECT_FALSE(read("kenpo-ledger\t2\n").ok());
  EXPECT_FALSE(read("kenpo-ledger\t1\r\n").ok());
  EXPECT_FALSE(read("\xEF\xBB\xBFkenpo-ledger\t1\n").ok());
  EXPECT_FALSE(read(with_head("# \x82\xA0\n")).ok());  // Shift_JIS
  EXPECT_TRUE(read(head).ok());
}

TEST(LedgerTsv, TellsTheFaultsTogetherUpToTheLimit) {
  std::string lines;
  for (int at = 0; at < 1200; ++at) lines += "building\t1\n";
  const auto file = read(with_head(lines));
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.faults().size(), base::faults_limit);
}

TEST(LedgerTsv, SamplesAreGoodAndBad) {
  const auto good = read(sample("good.tsv"));
  ASSERT_TRUE(good.ok());
  EXPECT_EQ(good->establishments.size() + good->rates.size() + good->dependents.size(), 6U);
  const auto bad = read(sample("bad.tsv"));
  ASSERT_FALSE(bad.ok());
  EXPECT_EQ(bad.faults().size(), 4U);
}

}  // namespace
}  // namespace kenpo::format::ledger_tsv
