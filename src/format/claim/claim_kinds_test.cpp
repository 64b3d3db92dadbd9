// The kinds beside 医科: each read, checked and written back in both forms.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/cp932.h"
#include "format/claim/claim_samples.h"
#include "format/claim/looks_like.h"
#include "format/claim/reader.h"
#include "format/claim/volumes.h"
#include "format/claim/writer.h"

namespace kenpo::format::claim {
namespace {

/// Keeps what a receiver sees.
class Keeper : public Receiver {
 public:
  base::Result<> receipt(const Receipt& receipt) override {
    bytes += receipt.bytes;
    services.push_back(receipt.decided_head->service);
    claimed_points.push_back(receipt.claimed_head->points);
    decided_points.push_back(receipt.decided_head->points);
    prescriber = receipt.decided_head->prescriber_code;
    kana_name = base::decode_cp932(receipt.decided_head->kana_name).text;
    search_number = receipt.decided_head->search_number;
    yen = receipt.decided_head->counted_yen();
    for (const Finding& finding : receipt.findings) {
      findings.push_back(finding.issue);
      told += tell(finding.fault, base::Language::english) + "\n";
    }
    return base::Done{};
  }
  void between(std::string_view more) override { bytes += more; }

  std::string bytes;
  std::vector<Service> services;
  std::vector<std::int64_t> claimed_points, decided_points;
  std::vector<Issue> findings;
  std::string told, prescriber, kana_name, search_number;
  std::int64_t yen = 0;
};

std::string cp932(std::string_view utf8) { return base::encode_cp932(utf8).bytes; }

std::string sample_file(Form form, Service service, int receipts = 2) {
  Writer writer(form);
  const ReceiptDraft draft = sample_receipt(service);
  writer.begin(draft.provider, draft.claimed_in, service);
  for (int number = 0; number < receipts; ++number) writer.receipt(draft);
  writer.end();
  EXPECT_TRUE(writer.faults().empty())
      << tell(writer.faults().front(), base::Language::english);
  return std::move(writer.bytes());
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

constexpr Service every_service[] = {Service::medical, Service::dpc, Service::dental,
                                     Service::pharmacy, Service::nursing};

TEST(ClaimKinds, come_back_byte_for_byte_in_both_forms) {
  for (const Service service : every_service) {
    for (const Form form : {Form::insurer, Form::provider}) {
      const std::string file = sample_file(form, service);
      SCOPED_TRACE(row_of(service).title);
      EXPECT_EQ(looks_like(file), form);
      for (const std::size_t size : {file.size(), std::size_t{1}, std::size_t{97}}) {
        Keeper keeper;
        Reader reader(form, keeper);
        for (std::size_t at = 0; at < file.size(); at += size) {
          reader.take(std::string_view(file).substr(at, size));
        }
        const auto summary = reader.finish();
        ASSERT_TRUE(summary.ok()) << tell(summary.faults()[0], base::Language::english);
        EXPECT_EQ(keeper.bytes, file);
        EXPECT_EQ(keeper.services, std::vector<Service>(2, service));
        EXPECT_EQ(summary->by_service[static_cast<std::size_t>(service)], 2u);
        EXPECT_TRUE(keeper.findings.empty()) << keeper.told;
        const std::int64_t points = insured_points(sample_receipt(service));
        EXPECT_EQ(keeper.claimed_points, std::vector<std::int64_t>(2, points));
        EXPECT_EQ(keeper.kana_name, "ミホンイチロー");
        EXPECT_EQ(summary->points, 2 * points);
      }
    }
  }
}

TEST(ClaimKinds, search_numbers_and_prescribers_are_found_in_the_insurers_form) {
  for (const Service service : every_service) {
    Keeper keeper;
    ASSERT_TRUE(read_claims(sample_file(Form::insurer, service), Form::insurer, keeper).ok());
    EXPECT_EQ(keeper.search_number, "26041300000000000000017") << row_of(service).title;
    const bool pharmacy = service == Service::pharmacy;
    EXPECT_EQ(keeper.prescriber, pharmacy ? with_check_digit("990001") : "");
  }
}

TEST(ClaimKinds, home_nursing_counts_yen_and_the_others_points) {
  Keeper nursing;
  ASSERT_TRUE(read_claims(sample_file(Form::insurer, Service::nursing), Form::insurer, nursing)
                  .ok());
  EXPECT_EQ(nursing.yen, 11'100);
  Keeper dental;
  ASSERT_TRUE(
      read_claims(sample_file(Form::insurer, Service::dental), Form::insurer, dental).ok());
  EXPECT_EQ(dental.yen, (267 + 2 * 130) * 10);
}

TEST(ClaimKinds, the_pharmacys_points_are_those_of_dispensing_drugs_and_basic_fees) {
  EXPECT_EQ(insured_points(sample_receipt(Service::pharmacy)), 24 + 112 + 28 + 45 + 45 + 10);
  EXPECT_EQ(insured_points(sample_receipt(Service::dpc)), 12'100 + 6'700);
}

struct Spoiled {
  const char* why;
  Service service;
  const char* from;  // UTF-8
  const char* to;
  Issue issue;
  const char* field;
};
constexpr Spoiled refused[] = {
    {"no group", Service::dpc, "BU,060335xx99000x", "BU,", Issue::required_empty,
     "BU 診断群分類番号"},
    {"group too short", Service::dpc, "BU,060335xx99000x", "BU,060335", Issue::length_not_fixed,
     "BU 診断群分類番号"},
    {"adjustment is no number", Service::dpc, ",-20,6700,", ",-2x,6700,", Issue::not_digits,
     "GT 調整点数"},
    {"a field more", Service::dpc, "\r\nKK,", "\r\nKK,,", Issue::fields_count, "KK"},
    {"a tooth of letters", Service::dental, "101400101500", "1014001015A0", Issue::not_digits,
     "HS 歯式"},
    {"points of letters", Service::dental, ",267,1,", ",2x7,1,", Issue::not_digits, "SS 点数"},
    {"a day of letters", Service::dental, ",130,2,,,,,,,1,", ",130,2,,,,,,,x,", Issue::not_digits,
     "SS 算定日情報7"},
    {"a record of 医科", Service::dental, "\r\nHS,", "\r\nGR,01,\r\nHS,",
     Issue::record_not_of_this_kind, "GR"},
    {"no kind", Service::pharmacy, "RE,1,4112", "RE,1,", Issue::required_empty,
     "RE レセプト種別"},
    {"a fee of letters", Service::pharmacy, ",1,450000410,1,45,", ",1,450000410,1,4x,",
     Issue::not_digits, "KI 薬学管理料 点数1"},
    {"addition behind field 64", Service::pharmacy, ",450000510,1,10,", ",450000510,1,1x,",
     Issue::not_digits, "KI 調剤基本料加算 点数1"},
    {"services", Service::pharmacy, "\r\nKI,", "\r\nSJ,01,見本\r\nKI,",
     Issue::record_not_of_this_kind, "SJ"},
    {"an amount of letters", Service::nursing, ",1,5550,", ",1,555O,", Issue::not_digits,
     "KA 金額"},
    {"no order's end is wrong mode", Service::nursing, ",20260930", ",2026O930",
     Issue::not_digits, "HJ 指示期間 至"},
};

TEST(ClaimKinds, faults_say_line_column_and_field) {
  for (const Spoiled& row : refused) {
    // The check digit is made where the sample is; the table holds it as written.
    const std::string file =
        replaced(sample_file(Form::provider, row.service), cp932(row.from), cp932(row.to));
    Keeper keeper;
    const auto summary = read_claims(file, Form::provider, keeper);
    ASSERT_FALSE(summary.ok()) << row.why;
    const base::Fault& fault = summary.faults()[0];
    EXPECT_EQ(fault.what.ja.text(), row_of(row.issue).what_ja) << row.why;
    EXPECT_EQ(fault.place.field.text(), row.field) << row.why;
    EXPECT_GT(fault.place.line, 1u) << row.why;
    EXPECT_FALSE(fault.mend.empty()) << row.why;
    if (row.issue != Issue::fields_count) {
      EXPECT_GT(fault.place.column, 0u) << row.why;
    }
    EXPECT_TRUE(keeper.services.empty()) << row.why;
  }
}

constexpr Spoiled found[] = {
    {"sum", Service::dpc, ",-20,6700,", ",-20,6600,", Issue::points_differ, "HO 合計点数"},
    {"stay", Service::dpc, "HH,202604,2,,1,1,", "HH,202604,2,,1,7,", Issue::code_unknown,
     "HH 入院期間区分"},
    {"count", Service::dental, ",130,2,", ",130,3,", Issue::count_differs, "SS 回数"},
    {"sum", Service::pharmacy, ",450000410,1,45,", ",450000410,1,46,", Issue::points_differ,
     "HO 合計点数"},
    {"form", Service::pharmacy, "SH,01,1,", "SH,01,8,", Issue::code_unknown, "SH 剤形"},
    {"sum", Service::nursing, ",1,5550,", ",1,5560,", Issue::points_differ, "HO 合計金額"},
    {"a date", Service::nursing, "HJ,01,20260401", "HJ,01,20260431", Issue::date_impossible,
     "HJ 指示期間 自"},
};

TEST(ClaimKinds, findings_are_work_for_people) {
  for (const Spoiled& row : found) {
    const std::string file =
        replaced(sample_file(Form::insurer, row.service, 1), cp932(row.from), cp932(row.to));
    Keeper keeper;
    const auto summary = read_claims(file, Form::insurer, keeper);
    ASSERT_TRUE(summary.ok()) << row.why << tell(summary.faults()[0], base::Language::english);
    EXPECT_NE(std::ranges::find(keeper.findings, row.issue), keeper.findings.end()) << row.why;
    EXPECT_NE(keeper.told.find(row.field), std::string::npos) << row.why << keeper.told;
    EXPECT_EQ(keeper.bytes, file);
  }
}

TEST(ClaimKinds, era_dates_are_read) {
  for (const Service service : every_service) {
    std::string file = sample_file(Form::provider, service, 1);
    for (const auto& [western, era] : std::initializer_list<std::pair<const char*, const char*>>{
             {",202605,", ",50805,"}, {",202604,", ",50804,"}, {",19800203,", ",3550203,"}}) {
      file = replaced(file, western, era);
    }
    Keeper keeper;
    const auto summary = read_claims(file, Form::provider, keeper);
    ASSERT_TRUE(summary.ok()) << tell(summary.faults()[0], base::Language::english);
    EXPECT_TRUE(keeper.findings.empty()) << keeper.told;
    EXPECT_EQ(keeper.bytes, file);
  }
}

TEST(ClaimKinds, corrections_of_the_reviewer_reach_every_kind) {
  ReceiptDraft draft = sample_receipt(Service::dental);
  CorrectionDraft line;
  line.row = 8;  // MN IR RE HO SN JD HS SS: the first service
  line.items = "77";
  line.reason = "B";
  line.line = draft.rows[1];
  line.line->fields[3].text = "200";
  CorrectionDraft sum;
  sum.row = 4;
  sum.items = "6";
  sum.reason = "B";
  sum.insurer_points = insured_points(draft) - 67;
  draft.corrections = {line, sum};
  Writer writer(Form::insurer);
  writer.receipt(draft);
  Keeper keeper;
  const auto summary = read_claims(writer.bytes(), Form::insurer, keeper);
  ASSERT_TRUE(summary.ok()) << tell(summary.faults()[0], base::Language::english);
  EXPECT_EQ(summary->corrected, 1u);
  EXPECT_TRUE(keeper.findings.empty()) << keeper.told;
  EXPECT_EQ(keeper.claimed_points[0] - keeper.decided_points[0], 67);
  EXPECT_EQ(keeper.bytes, writer.bytes());
}

/// A summary of a stay and its two parts, written from a plain receipt.
std::string summarised_file() {
  ReceiptDraft draft = sample_receipt(Service::dpc);
  Writer writer(Form::provider);
  writer.begin(draft.provider, draft.claimed_in, Service::dpc);
  writer.receipt(draft);
  writer.end();
  const std::string file = writer.bytes();
  const std::size_t from = file.find("RE,");
  const std::size_t until = file.find("GO,");
  const std::string receipt = file.substr(from, until - from);
  const auto section = [&](const char* mark) { return replaced(receipt, ",,0,,", mark); };
  const std::string points = std::to_string(insured_points(draft));
  const std::string twice = std::to_string(2 * insured_points(draft));
  const std::string head = receipt.substr(0, receipt.find("BU,"));
  const std::string summary =
      replaced(replaced(head.substr(0, head.find("SI,")), ",,0,,", ",,1,2,"), "," + points + ",",
               "," + twice + ",");
  return file.substr(0, from) + summary + section(",,2,,") + section(",,2,,") + "GO,1," + twice +
         ",99\r\n\x1A";
}

TEST(ClaimKinds, a_summary_and_its_parts_are_one_receipt) {
  const std::string file = summarised_file();
  Keeper keeper;
  const auto summary = read_claims(file, Form::provider, keeper);
  ASSERT_TRUE(summary.ok()) << tell(summary.faults()[0], base::Language::english) << file;
  EXPECT_EQ(summary->receipts, 1u);
  EXPECT_EQ(keeper.claimed_points[0], 2 * insured_points(sample_receipt(Service::dpc)));
  EXPECT_TRUE(keeper.findings.empty()) << keeper.told;
  EXPECT_EQ(keeper.bytes, file);
}

TEST(ClaimKinds, medical_and_dpc_may_stand_in_one_file) {
  Writer writer(Form::provider);
  const ReceiptDraft medical = sample_receipt();
  writer.begin(medical.provider, medical.claimed_in);
  writer.receipt(medical);
  writer.receipt(sample_receipt(Service::dpc));
  writer.receipt(medical);
  writer.end();
  Keeper keeper;
  const auto summary = read_claims(writer.bytes(), Form::provider, keeper);
  ASSERT_TRUE(summary.ok()) << tell(summary.faults()[0], base::Language::english);
  EXPECT_EQ(keeper.services,
            (std::vector<Service>{Service::medical, Service::dpc, Service::medical}));
  EXPECT_TRUE(keeper.findings.empty()) << keeper.told;
}

std::vector<std::string> volumes_of(Service service, int count) {
  std::vector<std::string> files;
  Writer writer(Form::provider);
  const ReceiptDraft draft = sample_receipt(service);
  for (int volume = 0; volume < count; ++volume) {
    writer.begin(draft.provider, draft.claimed_in, service);
    writer.receipt(draft);
    volume + 1 == count ? writer.end() : writer.end_volume();
    files.push_back(std::exchange(writer.bytes(), {}));
  }
  return files;
}

std::vector<Summary> read_volumes(const std::vector<std::string>& files) {
  std::vector<Summary> summaries;
  for (const std::string& file : files) {
    Keeper keeper;
    auto summary = read_claims(file, Form::provider, keeper);
    EXPECT_TRUE(summary.ok()) << tell(summary.faults()[0], base::Language::english);
    EXPECT_EQ(keeper.bytes, file);
    if (summary.ok()) summaries.push_back(*std::move(summary));
  }
  return summaries;
}

TEST(ClaimVolumes, are_joined_when_all_are_there) {
  for (const Service service : {Service::medical, Service::dental, Service::pharmacy}) {
    const auto summaries = read_volumes(volumes_of(service, 3));
    const auto joined = join_volumes(summaries);
    ASSERT_TRUE(joined.ok()) << tell(joined.faults()[0], base::Language::english);
    EXPECT_EQ(joined->receipts, 3u);
    EXPECT_EQ(joined->points, 3 * insured_points(sample_receipt(service)));
  }
}

TEST(ClaimVolumes, a_volume_missing_twice_or_out_of_order_is_refused) {
  const auto all = read_volumes(volumes_of(Service::medical, 3));
  EXPECT_FALSE(join_volumes(std::vector{all[0], all[2]}).ok());
  EXPECT_FALSE(join_volumes(std::vector{all[0], all[1]}).ok());
  EXPECT_FALSE(join_volumes(std::vector{all[1], all[0], all[2]}).ok());
  EXPECT_FALSE(join_volumes(std::vector{all[0], all[1], all[1], all[2]}).ok());
  EXPECT_FALSE(join_volumes({}).ok());
  auto wrong = all;
  wrong[2].stated_points += 1;
  EXPECT_FALSE(join_volumes(wrong).ok());
}

}  // namespace
}  // namespace kenpo::format::claim
