#include "format/claim/reader.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/cp932.h"
#include "format/claim/claim_samples.h"
#include "format/claim/looks_like.h"
#include "format/claim/writer.h"

namespace kenpo::format::claim {
namespace {

/// Keeps what a receiver sees, as text: views do not outlive the call.
class Keeper : public Receiver {
 public:
  base::Result<> receipt(const Receipt& receipt) override {
    bytes += receipt.bytes;
    names.push_back(base::decode_cp932(receipt.decided_head->name).text);
    claimed_points.push_back(receipt.claimed_head->points);
    decided_points.push_back(receipt.decided_head->points);
    for (const Finding& finding : receipt.findings) {
      findings.push_back(finding.issue);
      without_line += finding.fault.place.line == 0 ? 1 : 0;
    }
    return base::Done{};
  }
  void between(std::string_view more) override { bytes += more; }

  std::string bytes;
  std::vector<std::string> names;
  std::vector<std::int64_t> claimed_points;
  std::vector<std::int64_t> decided_points;
  std::vector<Issue> findings;
  int without_line = 0;  // findings that do not say where
};

std::string cp932(std::string_view utf8) { return base::encode_cp932(utf8).bytes; }

std::string sample_file(Form form, int receipts = 2) {
  Writer writer(form);
  ReceiptDraft draft = sample_receipt();
  writer.begin(draft.provider, draft.claimed_in);
  for (int number = 0; number < receipts; ++number) {
    writer.receipt(draft);
    if (number == 0) draft.corrections = sample_corrections();
  }
  writer.end();
  EXPECT_TRUE(writer.faults().empty());
  return std::move(writer.bytes());
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

/// True when a fault says what the row of `issue` says, and in which line.
bool tells(const base::Faults& faults, Issue issue) {
  for (const base::Fault& fault : faults) {
    if (fault.what.ja.text() == row_of(issue).what_ja) return fault.place.line > 0;
  }
  return false;
}

TEST(ClaimReader, a_provider_file_comes_back_byte_for_byte) {
  const std::string file = sample_file(Form::provider);
  Keeper keeper;
  const auto summary = read_claims(file, Form::provider, keeper);
  ASSERT_TRUE(summary.ok()) << tell(summary.faults()[0], base::Language::english);
  EXPECT_EQ(keeper.bytes, file);
  EXPECT_EQ(summary->receipts, 2u);
  EXPECT_EQ(summary->payers, 2u);
  EXPECT_EQ(summary->points, 2 * insured_points(sample_receipt()));
  EXPECT_TRUE(summary->end_mark);
  EXPECT_TRUE(keeper.findings.empty());
  EXPECT_EQ(keeper.names, (std::vector<std::string>{"見本　一郎", "見本　一郎"}));
}

TEST(ClaimReader, an_insurer_file_comes_back_and_corrections_are_applied) {
  const std::string file = sample_file(Form::insurer);
  Keeper keeper;
  const auto summary = read_claims(file, Form::insurer, keeper);
  ASSERT_TRUE(summary.ok()) << tell(summary.faults()[0], base::Language::english);
  EXPECT_EQ(keeper.bytes, file);
  EXPECT_EQ(summary->corrected, 1u);
  const std::int64_t points = insured_points(sample_receipt());
  EXPECT_EQ(keeper.claimed_points, (std::vector<std::int64_t>{points, points}));
  EXPECT_EQ(keeper.decided_points, (std::vector<std::int64_t>{points, points - 78}));
  EXPECT_TRUE(keeper.findings.empty());
}

TEST(ClaimReader, chunks_of_any_size_read_alike) {
  for (const Form form : {Form::insurer, Form::provider}) {
    const std::string file = sample_file(form, 5);
    for (const std::size_t size : {1u, 7u, 64u, 1000u, 4096u}) {
      Keeper keeper;
      Reader reader(form, keeper);
      for (std::size_t at = 0; at < file.size(); at += size) {
        reader.take(std::string_view(file).substr(at, size));
      }
      const auto summary = reader.finish();
      ASSERT_TRUE(summary.ok()) << size;
      EXPECT_EQ(summary->receipts, 5u);
      EXPECT_EQ(keeper.bytes, file) << size;
    }
  }
}

TEST(ClaimReader, receipts_longer_than_a_window_are_whole) {
  ReceiptDraft draft = sample_receipt();
  const auto details = draft.details;
  for (int time = 0; time < 400; ++time) {
    draft.details.insert(draft.details.end(), details.begin(), details.end());
  }
  Writer writer(Form::insurer);
  for (int time = 0; time < 3; ++time) writer.receipt(draft);
  Keeper keeper;
  const auto summary = read_claims(writer.bytes(), Form::insurer, keeper);
  ASSERT_TRUE(summary.ok());
  EXPECT_EQ(keeper.bytes, writer.bytes());
  EXPECT_EQ(keeper.claimed_points, std::vector<std::int64_t>(3, insured_points(draft)));
  EXPECT_TRUE(keeper.findings.empty());
}

struct Spoiled {
  const char* why;
  Form form;
  const char* from;  // UTF-8
  const char* to;
  Issue issue;
};
constexpr Form insurer = Form::insurer;
constexpr Form provider = Form::provider;

const Spoiled refused[] = {
    {"line feed alone", provider, "\r\nRE,2", "\nRE,2", Issue::line_feed_alone},
    {"a CR inside", provider, "見本　一郎", "見本\r一郎", Issue::return_alone},
    {"a control character", provider, "345,", "3\t45,", Issue::control_character},
    {"quoted", provider, "345,", "\"345\",", Issue::quotation_mark},
    {"no end mark", provider, "\x1A", "", Issue::no_end_mark},
    {"end mark twice", provider, "\x1A", "\x1A\x1A", Issue::after_end_mark},
    {"end mark inside", provider, "RE,2", "\x1A\r\nRE,2", Issue::after_end_mark},
    {"cut off", provider, ",99\r\n\x1A", ",99", Issue::no_line_end},
    {"unknown record", provider, "\r\nCO,", "\r\nXX,", Issue::record_unknown},
    {"empty line", provider, "\r\nCO,", "\r\n\r\nCO,", Issue::record_unknown},
    {"insurer's record", provider, "\r\nCO,", "\r\nRC,a\r\nCO,", Issue::record_not_of_this_form},
    {"one field more", provider, "\r\nCO,", "\r\nCO,,", Issue::fields_count},
    {"too long", provider, "345,", "123456789012345678901234567890123456789,", Issue::too_long},
    {"kind of three digits", provider, "RE,1,1112", "RE,1,112", Issue::length_not_fixed},
    {"no number", provider, ",345,", ",,", Issue::required_empty},
    {"letter among digits", provider, ",1,19800203", ",a,19800203", Issue::not_digits},
    {"two points", provider, ",2.5,", ",2.5.,", Issue::not_decimal},
    {"kanji in a one-byte field", provider, "00-0000-0000", "番号", Issue::not_latin},
    {"half width in kanji field", provider, "架空内科", "架空ﾅｲ科", Issue::not_kanji},
    {"a record before the first receipt", provider, "\r\nRE,1,", "\r\nSJ,01,見本\r\nRE,1,",
     Issue::no_receipt_head},
    {"IR twice", provider, "\r\nRE,2,", "\r\nIR,1,13,1,9900011,,架空,202605,00,\r\nRE,2,",
     Issue::head_again},
    {"no GO", provider, "GO,2", "CO,2", Issue::no_total},
    {"wrong count", provider, "GO,2,", "GO,3,", Issue::receipts_count},
    {"wrong points", provider, "GO,2,1", "GO,2,2", Issue::points_sum},
    {"prefix of letters", insurer, "1,2,0,IR", "1,b,0,IR", Issue::prefix_wrong},
    {"prefix too long", insurer, "1,2,0,IR", "1,123456,0,IR", Issue::prefix_wrong},
    {"no prefix", insurer, "1,2,0,IR", "IR", Issue::prefix_wrong},
    {"no MN", insurer, "1,1,0,MN", "1,1,0,RC", Issue::fields_count},
    {"a record of the pharmacy", provider, "\r\nCO,", "\r\nTK,810000001,見本\r\nCO,",
     Issue::record_not_of_this_kind},
    {"totals missing on the last volume", provider, "GO,2,", "GO,,", Issue::required_empty},
    {"cut off", insurer, "2604130000000017\r\n1,1,0,MN", "2604130000000017\r\n1,1",
     Issue::prefix_wrong},
};

TEST(ClaimReader, refuses_with_the_reason_and_keeps_nothing) {
  for (const Spoiled& row : refused) {
    const std::string file = replaced(sample_file(row.form), cp932(row.from), cp932(row.to));
    Keeper keeper;
    const auto summary = read_claims(file, row.form, keeper);
    ASSERT_FALSE(summary.ok()) << row.why;
    EXPECT_TRUE(tells(summary.faults(), row.issue))
        << row.why << ": " << tell(summary.faults()[0], base::Language::japanese);
  }
}

const Spoiled found[] = {
    {"30 February", provider, "19800203", "19800230", Issue::date_impossible},
    {"昭和65", provider, "19800203", "3650101", Issue::date_impossible},
    {"unknown outcome", provider, "20241001,1", "20241001,8", Issue::code_unknown},
    {"check digit", provider, "06139992", "06139993", Issue::insurer_number},
    {"modes mixed", provider, "見本　一郎", "見本　ｲﾁ", Issue::mixed_modes},
    {"a character of the vendor", provider, "見本　一郎", "髙見　一郎", Issue::vendor_character},
    {"dash as long sound", provider, "イチロー", "イチロ―", Issue::long_sound},
    {"kind", provider, "RE,1,1112", "RE,1,1712", Issue::kind_unknown},
    {"two payers announced", provider, "RE,1,1112", "RE,1,1122", Issue::payers_differ},
    {"points of a line", provider, "113001810,,225", "113001810,,226", Issue::points_differ},
    {"count", provider, "120001210,,42,1", "120001210,,42,3", Issue::count_differs},
    {"no details of that payer", provider, "SI,12,1,112007410", "SI,12,5,112007410",
     Issue::points_differ},
    {"correction of a row that is not there", insurer, "JY,2,11,0", "JY,2,99,0",
     Issue::correction_without_target},
    {"correction with a row that is not there", insurer, "B,11,1", "B,11,7",
     Issue::correction_without_row},
};

TEST(ClaimReader, findings_are_work_for_people_and_the_file_is_taken) {
  for (const Spoiled& row : found) {
    const std::string file = replaced(sample_file(row.form), cp932(row.from), cp932(row.to));
    Keeper keeper;
    const auto summary = read_claims(file, row.form, keeper);
    ASSERT_TRUE(summary.ok()) << row.why << tell(summary.faults()[0], base::Language::english);
    EXPECT_NE(std::ranges::find(keeper.findings, row.issue), keeper.findings.end()) << row.why;
    EXPECT_EQ(keeper.bytes, file) << row.why;
    EXPECT_EQ(keeper.without_line, 0) << row.why;
  }
}

TEST(ClaimReader, faults_say_line_column_and_field) {
  const std::string file =
      replaced(sample_file(Form::provider), cp932(",1,19800203"), cp932(",a,19800203"));
  Keeper keeper;
  const auto summary = read_claims(file, Form::provider, keeper);
  ASSERT_FALSE(summary.ok());
  const base::Place& place = summary.faults()[0].place;
  EXPECT_EQ(place.line, 2u);
  EXPECT_EQ(place.column, 29u);
  EXPECT_EQ(place.field.text(), "RE 男女区分");
  EXPECT_TRUE(keeper.names.empty());
}

TEST(ClaimReader, era_dates_are_read) {
  std::string file = sample_file(Form::provider, 1);
  file = replaced(file, "202604", "50804");
  file = replaced(file, "202605", "50805");
  file = replaced(file, "19800203", "3550203");
  class Dates : public Receiver {
   public:
    base::Result<> receipt(const Receipt& receipt) override {
      EXPECT_EQ(receipt.decided_head->born, base::Date::make(1980, 2, 3));
      EXPECT_EQ(receipt.decided_head->claimed_in, base::Month::make(2026, 5));
      EXPECT_TRUE(receipt.findings.empty());
      ++receipts;
      return base::Done{};
    }
    int receipts = 0;
  } dates;
  ASSERT_TRUE(read_claims(file, Form::provider, dates).ok());
  EXPECT_EQ(dates.receipts, 1);
}

TEST(ClaimReader, says_when_a_file_has_been_converted_to_utf8) {
  Keeper keeper;
  const auto summary =
      read_claims(base::decode_cp932(sample_file(Form::provider)).text, Form::provider, keeper);
  ASSERT_FALSE(summary.ok());
  EXPECT_TRUE(tells(summary.faults(), Issue::looks_like_utf8));
  EXPECT_EQ(summary.faults().size(), 1u);
}

TEST(ClaimReader, a_file_without_its_head) {
  const std::string file = sample_file(Form::provider);
  Keeper keeper;
  const auto summary = read_claims(file.substr(file.find("RE,1")), Form::provider, keeper);
  ASSERT_FALSE(summary.ok());
  EXPECT_TRUE(tells(summary.faults(), Issue::no_head));
}

TEST(ClaimReader, bytes_that_are_no_character) {
  Keeper keeper;
  const auto summary = read_claims(
      replaced(sample_file(Form::provider), cp932("見本　一郎"), "\xFD\xFD"), provider, keeper);
  ASSERT_FALSE(summary.ok());
  EXPECT_TRUE(tells(summary.faults(), Issue::not_cp932));
}

TEST(ClaimReader, an_empty_file_and_too_many_faults) {
  Keeper keeper;
  EXPECT_TRUE(tells(read_claims("", Form::insurer, keeper).faults(), Issue::empty_file));
  std::string lines;
  for (int line = 0; line < 3000; ++line) lines += "ZZ,1\r\n";
  const auto summary = read_claims(lines, Form::provider, keeper);
  EXPECT_EQ(summary.faults().size(), base::faults_limit);
  EXPECT_TRUE(tells(summary.faults(), Issue::too_many_faults));
}

TEST(ClaimReader, a_receiver_that_cannot_keep_a_receipt_ends_the_reading) {
  class Full : public Receiver {
   public:
    base::Result<> receipt(const Receipt&) override {
      ++calls;
      return base::Fault{{"保存できません。", "It cannot be kept."}, {}, {}, {}};
    }
    int calls = 0;
  } full;
  EXPECT_FALSE(read_claims(sample_file(Form::insurer, 4), Form::insurer, full).ok());
  EXPECT_EQ(full.calls, 1);
}

TEST(ClaimReader, a_head_in_types) {
  class Heads : public Receiver {
   public:
    base::Result<> receipt(const Receipt& receipt) override {
      const ReceiptHead& head = *receipt.decided_head;
      EXPECT_EQ(head.management_number, "2604130000000017");
      EXPECT_EQ(head.search_number, "26041300000000000000017");
      EXPECT_EQ(head.kind.scheme, Scheme::health_insurance);
      EXPECT_EQ(head.kind.patient, Patient::insured);
      EXPECT_EQ(head.kind.stay, Stay::outpatient);
      EXPECT_EQ(head.treated_in, base::Month::make(2026, 4));
      EXPECT_EQ(head.insurer_number, with_check_digit("0613999"));
      EXPECT_EQ(base::decode_cp932(head.symbol).text, "１２");
      EXPECT_EQ(head.number, "345");
      EXPECT_EQ(head.branch, "00");
      EXPECT_EQ(head.days, 2);
      EXPECT_EQ(head.provider_code, with_check_digit("990001"));
      EXPECT_EQ(head.prefecture, "13");
      EXPECT_TRUE(head.in_cost_notice);
      return base::Done{};
    }
  } heads;
  ASSERT_TRUE(read_claims(sample_file(Form::insurer, 1), Form::insurer, heads).ok());
}

TEST(ClaimReader, recognises_both_forms_and_nothing_else) {
  EXPECT_EQ(looks_like(sample_file(Form::insurer)), Form::insurer);
  EXPECT_EQ(looks_like(sample_file(Form::provider)), Form::provider);
  for (const char* other : {"", "IR", "IR,1,13,4,1234567,,,,,\r\n", "1,1,0", "1,1,0,XX,1\r\n",
                            "13,01,ABC,001,20260401,22223\r\n", "1210", "PK\x03\x04",
                            "YK,1,13,1,1234567,,,,\r\n", "HM,1,13,4,1234567,,,\r\n"}) {
    EXPECT_EQ(looks_like(other), std::nullopt) << other;
  }
}

RC_GTEST_PROP(ClaimReader, no_bytes_do_harm, (const std::string& bytes)) {
  Keeper keeper;
  for (const Form form : {Form::insurer, Form::provider, Form::returned}) {
    RC_ASSERT(!read_claims(bytes, form, keeper).ok());
  }
}

}  // namespace
}  // namespace kenpo::format::claim
