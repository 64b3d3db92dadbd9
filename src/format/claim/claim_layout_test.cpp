#include "format/claim/layout.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "format/claim/codes.h"
#include "format/claim/digits.h"
#include "format/claim/issue.h"
#include "format/claim/layout_document.h"
#include "format/claim/receipt.h"
#include "format/claim/scan.h"

namespace kenpo::format::claim {
namespace {

struct Expected {
  Service service;
  std::string_view id;
  int fields;
};
constexpr Service medical = Service::medical;
constexpr Service dpc = Service::dpc;
constexpr Service dental = Service::dental;
constexpr Service pharmacy = Service::pharmacy;
constexpr Service nursing = Service::nursing;
// Counts of the specifications, the record id counted.
constexpr Expected counts[] = {
    {medical, "IR", 10},  {medical, "RE", 38},   {medical, "HO", 15},  {medical, "KO", 12},
    {medical, "SN", 9},   {medical, "JD", 33},   {medical, "MF", 33},  {medical, "GR", 3},
    {medical, "SY", 8},   {medical, "SI", 44},   {medical, "IY", 44},  {medical, "TO", 48},
    {medical, "CO", 5},   {medical, "SJ", 3},    {medical, "TI", 10},  {medical, "TR", 18},
    {medical, "TS", 5},   {medical, "GO", 4},    {medical, "NI", 32},  {medical, "KH", 2},
    {medical, "MN", 7},   {medical, "JY", 9},    {medical, "EX", 13},  {medical, "RC", 2},
    {medical, "ON", 15},  {medical, "HI", 8},    {medical, "HR", 14},  {medical, "HG", 4},
    {medical, "MD", 22},  {medical, "RT", 6},    {medical, "JR", 9},   {medical, "MK", 16},
    {dpc, "RE", 40},      {dpc, "HO", 16},       {dpc, "KO", 13},      {dpc, "BU", 6},
    {dpc, "SB", 8},       {dpc, "KK", 14},       {dpc, "SK", 7},       {dpc, "GA", 7},
    {dpc, "HH", 9},       {dpc, "GT", 12},       {dpc, "CD", 11},      {dpc, "SI", 44},
    {dental, "IR", 11},   {dental, "RE", 27},    {dental, "HS", 13},   {dental, "SS", 109},
    {dental, "SI", 44},   {dental, "HO", 15},    {pharmacy, "YK", 9},  {pharmacy, "RE", 42},
    {pharmacy, "HO", 14}, {pharmacy, "KO", 10},  {pharmacy, "SN", 9},  {pharmacy, "JD", 33},
    {pharmacy, "MF", 33}, {pharmacy, "SH", 10},  {pharmacy, "CZ", 71}, {pharmacy, "IY", 10},
    {pharmacy, "TO", 7},  {pharmacy, "CO", 3},   {pharmacy, "TK", 3},  {pharmacy, "KI", 114},
    {pharmacy, "ST", 16}, {pharmacy, "GO", 4},   {nursing, "HM", 8},   {nursing, "RE", 15},
    {nursing, "HO", 12},  {nursing, "KO", 8},    {nursing, "SN", 9},   {nursing, "IH", 7},
    {nursing, "HJ", 4},   {nursing, "JS", 6},    {nursing, "SY", 5},   {nursing, "RJ", 29},
    {nursing, "KA", 9},   {nursing, "CO", 5},    {nursing, "GO", 4},
};

TEST(ClaimLayout, every_kind_has_its_records_with_as_many_fields) {
  for (const Expected& row : counts) {
    const Record record = record_of(row.id);
    ASSERT_NE(record, Record::unknown) << row.id;
    EXPECT_EQ(id_of(record), row.id);
    EXPECT_EQ(rule_of(row.service, record).fields_count, row.fields) << row.id;
  }
  EXPECT_EQ(record_of("ZZ"), Record::unknown);
  EXPECT_EQ(record_of("re"), Record::unknown);
  EXPECT_EQ(record_of("R"), Record::unknown);
  EXPECT_EQ(rule_of(pharmacy, Record::si).row, nullptr);
  EXPECT_EQ(rule_of(dental, Record::sy).row, nullptr);
  EXPECT_EQ(rule_of(nursing, Record::sj).row, nullptr);
}

TEST(ClaimLayout, names_of_fields) {
  const RecordRule& common = rule_of(medical, Record::re);
  EXPECT_EQ(field_name(common, 5).text(), "氏名");
  EXPECT_EQ(field_name(common, 37).text(), "カタカナ（氏名）");
  EXPECT_EQ(field_name(rule_of(medical, Record::si), 14).text(), "算定日情報1");
  EXPECT_EQ(field_name(rule_of(medical, Record::si), 44).text(), "算定日情報31");
  EXPECT_EQ(field_name(rule_of(medical, Record::to), 18).text(), "算定日情報1");
  EXPECT_EQ(field_name(rule_of(dpc, Record::re), 21).text(), "検索番号");
  EXPECT_EQ(field_name(rule_of(dpc, Record::re), 39).text(), "カタカナ（氏名）");
  EXPECT_EQ(field_name(rule_of(dental, Record::ss), 7).text(), "加算 コード1");
  EXPECT_EQ(field_name(rule_of(dental, Record::ss), 76).text(), "加算 数量35");
  EXPECT_EQ(field_name(rule_of(dental, Record::ss), 77).text(), "点数");
  EXPECT_EQ(field_name(rule_of(pharmacy, Record::ki), 55).text(), "薬学管理料 点数12");
  EXPECT_EQ(field_name(rule_of(pharmacy, Record::ki), 109).text(), "調剤基本料加算 点数10");
  EXPECT_EQ(field_name(rule_of(pharmacy, Record::cz), 62).text(), "調剤管理料 点数");
  EXPECT_EQ(field_name(rule_of(pharmacy, Record::re), 42).text(), "カタカナ（氏名）");
  EXPECT_EQ(field_name(rule_of(nursing, Record::rj), 29).text(), "他ステーション 名称2");
}

TEST(ClaimLayout, points_stand_in_fields_that_are_called_so) {
  for (const ServiceRow& service : services()) {
    for (const RecordRule& rule : rules_of(service.service)) {
      if (rule.row == nullptr) continue;
      for (const PointPlace& place : rule.row->points) {
        const std::string points(field_name(rule, place.points).text());
        EXPECT_TRUE(points.find("点数") != points.npos || points.find("金額") != points.npos);
        if (place.payers != 0) {
          const std::string payers(field_name(rule, place.payers).text());
          EXPECT_NE(payers.find("負担区分"), payers.npos) << rule.row->id << ' ' << points;
        }
        if (place.code != 0) {
          const std::string code(field_name(rule, place.code).text());
          EXPECT_NE(code.find("コード"), code.npos) << rule.row->id << ' ' << points << ' ' << code;
        }
        if (place.count != 0) {
          const std::string count(field_name(rule, place.count).text());
          EXPECT_NE(count.find("回数"), count.npos) << rule.row->id << ' ' << points;
        }
      }
    }
  }
}

/// One row of the shared table of published layouts: form,record,seq,name,mode,max_bytes,fixed,…
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

/// The kind whose layout a form of that table tells; nullopt for forms that are not kinds.
std::optional<Service> service_of(const std::string& form) {
  for (const ServiceRow& row : services()) {
    if (form == row.title) return row.service;
  }
  const bool of_every_kind = form == "返戻" || form == "再審査" || form == "補正" ||
                             form == "審査運用" || form == "チェック" || form == "保険者向け";
  return of_every_kind ? std::optional(medical) : std::nullopt;
}

TEST(ClaimLayout, agrees_with_the_published_layouts) {
  const std::string path = KENPO_SOURCE_DIR "/../shared/data/tables/uke_fields.csv";
  std::ifstream file(path, std::ios::binary);
  if (!file) GTEST_SKIP() << "published layouts are absent: " << path;
  int compared = 0;
  for (std::string line; std::getline(file, line);) {
    const auto cells = cells_of(line);
    const auto service = service_of(cells[0]);
    if (!service || cells.size() < 7 || cells[5].empty()) continue;
    if (cells[2].find_first_not_of("0123456789") != std::string::npos || cells[2] == "1") continue;
    if (cells[5].find_first_not_of("0123456789") != std::string::npos) continue;
    const auto seq = static_cast<std::size_t>(std::stoi(cells[2]));
    const RecordRule& rule = rule_of(*service, record_of(cells[1]));
    ASSERT_NE(rule.row, nullptr) << line;
    ASSERT_LE(seq, rule.fields_count) << line;
    const FieldRule& field = rule.fields[seq - 1];
    if (cells[0] == "DPC" && cells[1] == "RE" && seq > 19) continue;  // older places
    const int bytes = std::stoi(cells[5]);
    // Era dates of the older edition are one digit shorter.
    const bool dated = field.mode == Mode::date || field.mode == Mode::month;
    EXPECT_TRUE(field.max_bytes == bytes || (dated && field.max_bytes == bytes + 1)) << line;
    ++compared;
  }
  EXPECT_GT(compared, 300);
}

TEST(ClaimLayout, issues_stand_in_the_order_of_their_names) {
  for (int at = 0; at <= static_cast<int>(Issue::sections_differ); ++at) {
    EXPECT_EQ(static_cast<int>(row_of(static_cast<Issue>(at)).issue), at);
  }
}

TEST(ClaimLayout, the_document_is_what_the_table_says) {
  const std::string path = KENPO_SOURCE_DIR "/docs/formats/claim.md";
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::size_t at = text.find(layout_document_begin);
  ASSERT_NE(at, std::string::npos) << path;
  const std::string made = layout_document();
  if (text.substr(at) != made && std::getenv("KENPO_REWRITE_DOCUMENTS") != nullptr) {
    std::ofstream(path, std::ios::binary) << text.substr(0, at) << made;
    return;
  }
  EXPECT_EQ(text.substr(at), made) << "run format_test with KENPO_REWRITE_DOCUMENTS=1";
}

TEST(ClaimCodes, tables) {
  EXPECT_TRUE(has_code(CodeSet::treatment, "12"));
  EXPECT_FALSE(has_code(CodeSet::treatment, "15"));
  EXPECT_TRUE(has_code(CodeSet::remark, "1026"));
  EXPECT_FALSE(has_code(CodeSet::remark, "102"));
  EXPECT_FALSE(has_code(CodeSet::remark, "1099"));
  EXPECT_FALSE(has_code(CodeSet::sex, "é"));
  EXPECT_EQ(code_name(CodeSet::remark, "26"), "区ア");
  EXPECT_TRUE(has_code(CodeSet::request_reason, "100018"));
  EXPECT_FALSE(has_code(CodeSet::request_reason, "100015"));
  EXPECT_FALSE(has_code(CodeSet::request_reason, "18"));
  EXPECT_EQ(code_name(CodeSet::review_result, "103"), "査定");
  for (const CodeRow& row : code_rows()) EXPECT_TRUE(has_code(row.set, row.code)) << row.name;
}

TEST(ClaimCodes, every_set_of_payers_once) {
  unsigned seen = 0;
  for (const CodeRow& row : code_rows()) {
    if (row.set != CodeSet::payer_set) continue;
    const std::uint8_t payers = payers_of(row.code[0]);
    EXPECT_NE(payers, 0) << row.code;
    EXPECT_EQ((seen >> payers) & 1, 0u) << row.code;
    seen |= 1u << payers;
    const bool insured = std::string_view(row.name).find("医") != std::string_view::npos;
    EXPECT_EQ(insured, (payers & health_insurance_bit) != 0) << row.name;
  }
  EXPECT_EQ(seen, 0xFFFFFFFEu);
  EXPECT_EQ(payers_of('A'), 0);
}

TEST(ClaimDigits, numbers_and_dates) {
  EXPECT_EQ(number_of("12345678"), 12345678);
  EXPECT_EQ(number_of("007"), 7);
  EXPECT_EQ(number_of("1234567890"), 1234567890);
  EXPECT_EQ(number_of("1a"), 0);
  EXPECT_EQ(number_of("/"), 0);
  EXPECT_EQ(number_of(":"), 0);
  EXPECT_TRUE(all_digits("012345678901"));
  EXPECT_FALSE(all_digits("01234567890x"));
  EXPECT_EQ(claim_date("20240229"), base::Date::make(2024, 2, 29));
  EXPECT_EQ(claim_date("20230229"), std::nullopt);
  EXPECT_EQ(claim_date("5010501"), base::Date::make(2019, 5, 1));
  EXPECT_EQ(claim_date("5010430"), std::nullopt);
  EXPECT_EQ(claim_date("4310430"), base::Date::make(2019, 4, 30));
  EXPECT_EQ(claim_date("4310501"), std::nullopt);
  EXPECT_EQ(claim_date("3640107"), base::Date::make(1989, 1, 7));
  EXPECT_EQ(claim_date("6010101"), std::nullopt);
  EXPECT_EQ(claim_date("4000101"), std::nullopt);
  EXPECT_EQ(claim_month("50804"), base::Month::make(2026, 4));
  EXPECT_EQ(claim_month("202613"), std::nullopt);
}

TEST(ClaimDigits, insurer_numbers) {
  EXPECT_TRUE(is_insurer_number("33120015"));
  EXPECT_TRUE(is_insurer_number("06139463"));
  EXPECT_FALSE(is_insurer_number("33120014"));
  EXPECT_FALSE(is_insurer_number("3312001"));
  EXPECT_FALSE(is_insurer_number("        "));
  EXPECT_TRUE(is_insurer_number("  138008") == (check_digit("13800") == '8'));
}

TEST(ClaimReceiptKind, digits) {
  const auto kind = receipt_kind("1119");
  ASSERT_TRUE(kind);
  EXPECT_EQ(kind->stay, Stay::inpatient);
  EXPECT_EQ(kind->patient, Patient::elderly_seven_tenths);
  EXPECT_EQ(receipt_kind("1110")->stay, Stay::outpatient);
  EXPECT_EQ(receipt_kind("1126")->payers_count, 2);
  EXPECT_EQ(receipt_kind("1126")->patient, Patient::dependent);
  EXPECT_EQ(receipt_kind("1212")->scheme, Scheme::public_only);
  EXPECT_FALSE(receipt_kind("1215"));
  EXPECT_FALSE(receipt_kind("1162"));
  EXPECT_FALSE(receipt_kind("2112"));
  EXPECT_FALSE(receipt_kind("111"));
  EXPECT_TRUE(has_remark("2610", third_party_remark));
  EXPECT_FALSE(has_remark("0102", third_party_remark));
}

/// What a scan should find, byte by byte.
Separators plain_scan(std::string_view bytes) {
  Separators expected;
  char before = '\n';
  std::size_t start = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if ((before == '\r') != (c == '\n') && at > 0) expected.suspect = true;
    if (at == 0 && c == '\n') expected.suspect = true;
    if (c == '"' || (static_cast<unsigned char>(c) < 0x20 && c != '\r' && c != '\n')) {
      expected.suspect = true;
    }
    if (c == ',' || c == '\n') {
      const std::size_t index = expected.positions.size();
      if (index % 64 == 0) expected.filled.push_back(0);
      if (at > start) expected.filled[index / 64] |= std::uint64_t{1} << index % 64;
      if (c == '\n') expected.line_feeds.push_back(static_cast<std::uint32_t>(index));
      expected.positions.push_back(static_cast<std::uint32_t>(at));
      start = at + 1;
    }
    before = c;
  }
  return expected;
}

/// A CR as the last byte may be the beginning of CR LF; a scan may call it suspect or not.
void expect_same(const Separators& found, const Separators& expected, bool ends_with_return) {
  ASSERT_EQ(found.count, expected.positions.size());
  ASSERT_EQ(found.lines, expected.line_feeds.size());
  if (!ends_with_return) {
    ASSERT_EQ(found.suspect, expected.suspect);
  }
  for (std::size_t at = 0; at < found.count; ++at) {
    ASSERT_EQ(found.positions[at], expected.positions[at]);
    const bool filled = (found.filled_from(at) & 1) != 0;
    ASSERT_EQ(filled, (expected.filled[at / 64] >> at % 64 & 1) != 0) << at;
  }
  for (std::size_t at = 0; at < found.lines; ++at) {
    ASSERT_EQ(found.line_feeds[at], expected.line_feeds[at]);
  }
}

TEST(ClaimScan, finds_what_a_plain_loop_finds) {
  constexpr std::string_view symbols = ",,,,,,1a\r\n\"\t\x1A\x82 ";
  std::minstd_rand random(1);
  Separators best;
  Separators portable;
  for (int time = 0; time < 2000; ++time) {
    const std::size_t kinds = time % 2 == 0 ? 8 : symbols.size();
    std::string bytes;
    const std::size_t size = random() % 300;
    while (bytes.size() < size) {
      if (random() % 8 == 0) bytes += "\r\n";
      bytes += symbols[random() % kinds];
    }
    const Separators expected = plain_scan(bytes);
    scan_separators(bytes, best);
    scan_separators_portably(bytes, portable);
    expect_same(best, expected, bytes.ends_with('\r'));
    expect_same(portable, expected, bytes.ends_with('\r'));
  }
}

}  // namespace
}  // namespace kenpo::format::claim
