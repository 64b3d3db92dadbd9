#include <gtest/gtest.h>

#include "format/claim/claim_samples.h"
#include "format/claim/codes.h"
#include "format/claim/looks_like.h"
#include "format/claim/reader.h"
#include "format/claim/writer.h"
#include "format/reexamination/read.h"
#include "format/reexamination/write.h"

namespace kenpo::format::reexamination {
namespace {

using claim::Form;
using claim::Issue;
using claim::Service;

constexpr Service every_service[] = {Service::medical, Service::dpc, Service::dental,
                                     Service::pharmacy, Service::nursing};

/// Keeps the rows of the review of every receipt.
class Keeper : public claim::Receiver {
 public:
  base::Result<> receipt(const claim::Receipt& receipt) override {
    bytes += receipt.bytes;
    services.push_back(receipt.claimed_head->service);
    for (auto& each : returns_of(receipt.lines)) returns.push_back(std::move(each));
    for (auto& each : requests_of(receipt.lines)) requests.push_back(std::move(each));
    for (auto& each : outcomes_of(receipt.lines)) outcomes.push_back(std::move(each));
    for (const auto& finding : receipt.findings) {
      told += tell(finding.fault, base::Language::english) + "\n";
      findings.push_back(finding.issue);
    }
    return base::Done{};
  }
  void between(std::string_view more) override { bytes += more; }

  std::string bytes, told;
  std::vector<Service> services;
  std::vector<ReturnReason> returns;
  std::vector<Request> requests;
  std::vector<Outcome> outcomes;
  std::vector<Issue> findings;
};

std::string receipt_of(Service service) {
  claim::Writer writer(Form::insurer);
  writer.receipt(claim::sample_receipt(service));
  return std::move(writer.bytes());
}

Request sample_request(std::string reason) {
  Request request;
  request.received_on = base::Date::make(2026, 11, 20);
  request.file_number = "26110000000000017";
  request.reason = std::move(reason);
  request.reason_note = "資格喪失後の受診です。";
  request.day = base::Date::make(2026, 4, 1);
  request.detail = "100002";
  request.detail_text = "見本の理由";
  request.tells_provider = true;
  request.own_use = "A-1";
  request.targets = {{.row = 9, .branch = 0},
                     {.role = Target::Role::referred, .number = 2, .row = 10, .branch = 1}};
  request.beside = {{.kind = '1', .search_number = "26041300000000000000018", .file_number = ""}};
  return request;
}

Outcome sample_outcome(std::string result) {
  Outcome outcome;
  outcome.received_on = base::Date::make(2026, 11, 20);
  outcome.requester = "101";
  outcome.processed_in = *base::Month::make(2027, 1);
  outcome.changed_reason = "100018";
  outcome.result = std::move(result);
  outcome.message = "見本の連絡";
  outcome.upheld_reasons = {"100001", "100002"};
  outcome.insurer_number = "06139992";
  return outcome;
}

ReturnReason sample_return(char kind) {
  return {.processed_in = *base::Month::make(2026, 11),
          .kind = kind,
          .treatment = "13",
          .code = "A1",
          .reason = "見本の返戻理由",
          .supplement = "見本の補足",
          .search_number = "26041300000000000000017",
          .other_search_number = {},
          .details = {}};
}

/// The codes of a table.
std::vector<std::string> codes_of(claim::CodeSet set) {
  std::vector<std::string> codes;
  for (const auto& row : claim::code_rows()) {
    if (row.set == set) codes.emplace_back(row.code);
  }
  return codes;
}

TEST(Reexamination, every_reason_is_written_and_read_back_for_every_kind) {
  const auto reasons = codes_of(claim::CodeSet::request_reason);
  EXPECT_EQ(reasons.size(), 28u);
  for (const Service service : every_service) {
    Writer writer;
    std::vector<Request> written;
    for (const std::string& reason : reasons) {
      written.push_back(sample_request(reason));
      writer.request(receipt_of(service), std::span(&written.back(), 1));
    }
    ASSERT_TRUE(writer.faults().empty()) << tell(writer.faults()[0], base::Language::english);
    Keeper keeper;
    const auto summary = claim::read_claims(writer.bytes(), Form::insurer, keeper);
    ASSERT_TRUE(summary.ok()) << tell(summary.faults()[0], base::Language::english);
    EXPECT_EQ(keeper.bytes, writer.bytes());
    EXPECT_EQ(keeper.requests, written);
    EXPECT_TRUE(keeper.findings.empty()) << keeper.told;
    EXPECT_EQ(keeper.services, std::vector<Service>(reasons.size(), service));
  }
}

TEST(Reexamination, every_result_is_written_and_read_back) {
  for (const std::string& result : codes_of(claim::CodeSet::review_result)) {
    Writer writer;
    const std::vector<Outcome> written{sample_outcome(result), sample_outcome("199")};
    writer.outcome(receipt_of(Service::pharmacy), written);
    ASSERT_TRUE(writer.faults().empty()) << tell(writer.faults()[0], base::Language::english);
    Keeper keeper;
    ASSERT_TRUE(claim::read_claims(writer.bytes(), Form::insurer, keeper).ok());
    EXPECT_EQ(keeper.outcomes, written);
    EXPECT_EQ(keeper.bytes, writer.bytes());
    EXPECT_TRUE(keeper.findings.empty()) << keeper.told;
  }
}

TEST(Reexamination, returns_of_every_kind_are_written_and_read_back) {
  for (const Service service : every_service) {
    const auto draft = claim::sample_receipt(service);
    Writer writer;
    writer.begin_returns(draft.provider, claim::row_of(service).point_table,
                         *base::Month::make(2026, 11));
    std::vector<ReturnReason> written;
    for (const std::string& kind : codes_of(claim::CodeSet::return_kind)) {
      const std::vector<ReturnReason> reasons{sample_return(kind[0]), sample_return('2')};
      writer.returned(receipt_of(service), claim::insured_points(draft), reasons);
      written.insert(written.end(), reasons.begin(), reasons.end());
    }
    writer.end_returns();
    ASSERT_TRUE(writer.faults().empty()) << tell(writer.faults()[0], base::Language::english);
    EXPECT_EQ(claim::looks_like(writer.bytes()), Form::returned);
    for (const std::size_t size : {writer.bytes().size(), std::size_t{50}}) {
      Keeper keeper;
      claim::Reader reader(Form::returned, keeper);
      for (std::size_t at = 0; at < writer.bytes().size(); at += size) {
        reader.take(std::string_view(writer.bytes()).substr(at, size));
      }
      const auto summary = reader.finish();
      ASSERT_TRUE(summary.ok()) << tell(summary.faults()[0], base::Language::english);
      EXPECT_EQ(keeper.bytes, writer.bytes());
      EXPECT_EQ(keeper.returns, written);
      EXPECT_EQ(summary->receipts, 9u);
      EXPECT_TRUE(keeper.findings.empty()) << keeper.told;
      EXPECT_EQ(keeper.services, std::vector<Service>(9, service));
    }
  }
}

TEST(Reexamination, a_return_without_the_reviewers_row_ends_with_its_reasons) {
  const auto draft = claim::sample_receipt();
  std::string receipt = receipt_of(Service::medical);
  receipt.erase(0, receipt.find("1,2,0,IR"));
  Writer writer;
  writer.begin_returns(draft.provider, '1', *base::Month::make(2026, 11));
  for (int each = 0; each < 3; ++each) {
    writer.returned(receipt, 0, std::vector{sample_return('1')});
  }
  writer.end_returns();
  Keeper keeper;
  const auto summary = claim::read_claims(writer.bytes(), Form::returned, keeper);
  ASSERT_TRUE(summary.ok()) << tell(summary.faults()[0], base::Language::english);
  EXPECT_EQ(summary->receipts, 3u);
  EXPECT_EQ(keeper.returns.size(), 3u);
  EXPECT_EQ(keeper.bytes, writer.bytes());
}

TEST(Reexamination, what_cannot_be_sent_is_a_fault_and_names_its_field) {
  Writer unknown;
  unknown.request(receipt_of(Service::medical), std::vector{sample_request("100099")});
  ASSERT_EQ(unknown.faults().size(), 1u);
  EXPECT_EQ(unknown.faults()[0].place.field.text(), "MD 理由番号");

  Writer too_long;
  auto request = sample_request("100060");
  for (int each = 0; each < 251; ++each) request.detail_text += "長";
  too_long.request(receipt_of(Service::medical), std::vector{request});
  ASSERT_EQ(too_long.faults().size(), 1u);
  EXPECT_EQ(too_long.faults()[0].place.field.text(), "MD 理由内容 フリー入力");

  claim::Writer provider(Form::provider);
  provider.receipt(claim::sample_receipt());
  Writer without_prefix;
  without_prefix.request(provider.bytes(), std::vector{sample_request("100060")});
  EXPECT_FALSE(without_prefix.faults().empty());
}

struct Spoiled {
  const char* why;
  const char* from;
  const char* to;
  const char* field;
};
constexpr Spoiled refused[] = {
    {"reason of five digits", ",100018,", ",10018,", "MD 理由番号"},
    {"no number", ",MD,1,", ",MD,,", "MD 申し出一連番号"},
    {"target of letters", ",RT,1,1,1,9,", ",RT,1,1,1,x,", "RT 理由対象行番号"},
    {"a field more", ",JR,", ",JR,,", "JR"},
    {"no target's kind", ",RT,1,1,", ",RT,1,,", "RT 理由対象区分"},
};

TEST(Reexamination, faults_say_line_column_and_field) {
  Writer writer;
  writer.request(receipt_of(Service::medical), std::vector{sample_request("100018")});
  for (const Spoiled& row : refused) {
    std::string file = writer.bytes();
    const std::size_t at = file.find(row.from);
    ASSERT_NE(at, std::string::npos) << row.why;
    file.replace(at, std::string_view(row.from).size(), row.to);
    Keeper keeper;
    const auto summary = claim::read_claims(file, Form::insurer, keeper);
    ASSERT_FALSE(summary.ok()) << row.why;
    EXPECT_EQ(summary.faults()[0].place.field.text(), row.field) << row.why;
    EXPECT_GT(summary.faults()[0].place.line, 20u) << row.why;
    EXPECT_TRUE(keeper.requests.empty());
  }
}

TEST(Reexamination, a_result_that_the_table_does_not_hold_is_work_for_people) {
  Writer writer;
  writer.outcome(receipt_of(Service::medical), std::vector{sample_outcome("103")});
  std::string file = writer.bytes();
  file.replace(file.find(",103,"), 5, ",170,");
  Keeper keeper;
  ASSERT_TRUE(claim::read_claims(file, Form::insurer, keeper).ok());
  EXPECT_EQ(keeper.findings, std::vector<Issue>{Issue::code_unknown});
  EXPECT_NE(keeper.told.find("MK 審査結果"), std::string::npos) << keeper.told;
}

}  // namespace
}  // namespace kenpo::format::reexamination
