#include "format/claim/layout.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>

#include "format/claim/codes.h"
#include "format/claim/digits.h"
#include "format/claim/issue.h"
#include "format/claim/layout_document.h"
#include "format/claim/receipt.h"
#include "format/claim/scan.h"

namespace kenpo::format::claim {
namespace {

TEST(ClaimLayout, records_stand_in_the_order_of_their_names) {
  struct Expected {
    Record record;
    std::string_view id;
    int fields;
  };
  // Counts of 記録条件仕様 (医科), the record id counted.
  for (const Expected& row : std::initializer_list<Expected>{
           {Record::ir, "IR", 10}, {Record::re, "RE", 38}, {Record::ho, "HO", 15},
           {Record::ko, "KO", 12}, {Record::sn, "SN", 9},  {Record::jd, "JD", 33},
           {Record::mf, "MF", 33}, {Record::gr, "GR", 3},  {Record::sy, "SY", 8},
           {Record::si, "SI", 44}, {Record::iy, "IY", 44}, {Record::to, "TO", 48},
           {Record::co, "CO", 5},  {Record::sj, "SJ", 3},  {Record::ti, "TI", 10},
           {Record::tr, "TR", 18}, {Record::ts, "TS", 5},  {Record::go, "GO", 4},
           {Record::ni, "NI", 32}, {Record::kh, "KH", 2},  {Record::mn, "MN", 7},
           {Record::jy, "JY", 9},  {Record::ex, "EX", 13}, {Record::rc, "RC", 2},
           {Record::on, "ON", 15}, {Record::hi, "HI", 8},  {Record::hr, "HR", 14},
           {Record::hg, "HG", 4},  {Record::md, "MD", 22}}) {
    EXPECT_EQ(row_of(row.record).id, row.id);
    EXPECT_EQ(record_of(row.id), row.record);
    EXPECT_EQ(rule_of(row.record).fields_count, row.fields) << row.id;
  }
  EXPECT_EQ(record_of("ZZ"), Record::unknown);
  EXPECT_EQ(record_of("re"), Record::unknown);
  EXPECT_EQ(record_of("R"), Record::unknown);
}

TEST(ClaimLayout, names_of_fields) {
  EXPECT_EQ(field_name(Record::re, 5).text(), "氏名");
  EXPECT_EQ(field_name(Record::re, 37).text(), "カタカナ（氏名）");
  EXPECT_EQ(field_name(Record::si, 14).text(), "算定日情報1");
  EXPECT_EQ(field_name(Record::si, 44).text(), "算定日情報31");
  EXPECT_EQ(field_name(Record::to, 18).text(), "算定日情報1");
}

TEST(ClaimLayout, issues_stand_in_the_order_of_their_names) {
  for (int at = 0; at <= static_cast<int>(Issue::public_only_with_insurer); ++at) {
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
