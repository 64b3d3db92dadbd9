#include "format/reexamination/write.h"

#include <algorithm>
#include <charconv>

#include "base/tsv.h"
#include "format/claim/codes.h"

namespace kenpo::format::reexamination {

namespace {

using claim::CodeSet;
using claim::Record;

constexpr std::uint8_t request_kind = 3;  // データ識別
constexpr std::uint8_t outcome_kind = 4;
constexpr std::uint8_t return_kind = 8;

std::string digits_of(base::Month month) {
  std::string iso = month.iso();
  iso.erase(4, 1);
  return iso;
}

std::string digits_of(const std::optional<base::Date>& day) {
  return day ? day->compact() : std::string{};
}

/// The highest 行番号 of a receipt; 0 when its lines have no prefix.
std::uint32_t last_row(std::string_view receipt) {
  std::uint32_t last = 0;
  for (const std::string_view line : base::lines_of(receipt)) {
    const auto cells = base::cells_of(line, ',');
    if (cells.size() < 4 || cells[0].empty() || cells[0][0] < '0' || cells[0][0] > '9') continue;
    std::uint32_t row = 0;
    std::from_chars(cells[1].data(), cells[1].data() + cells[1].size(), row);
    last = std::max(last, row);
  }
  return last;
}

base::Fault prefix_fault() {
  return {.what = {"医療機関のファイルのレセプトには申し出できません。",
                   "A receipt of a provider's file cannot be requested."},
          .why = {"審査支払機関の行番号がありません。", "It has no row numbers of the reviewer."},
          .mend = {"審査支払機関から届いたレセプトで作ってください。",
                   "Use the receipt that came from the reviewer."},
          .place = {}};
}

}  // namespace

void Writer::put() {
  row_.append_to(bytes_, &prefix_, faults_);
  ++prefix_.row;
}

void Writer::set_code(std::size_t seq, CodeSet set, std::string_view code) {
  row_.set(seq, code);
  if (code.empty() || claim::has_code(set, code)) return;
  base::Fault fault{.what = {"コード表にないコードです。", "A code that the table does not hold."},
                    .why = {},
                    .mend = {"コードを選び直してください。", "Choose another code."},
                    .place = {}};
  fault.place.field = row_.field_name(seq);
  faults_.push_back(std::move(fault));
}

void Writer::begin_receipt(std::string_view receipt, std::uint8_t data_kind) {
  const std::uint32_t last = last_row(receipt);
  if (last == 0) faults_.push_back(prefix_fault());
  bytes_ += receipt;
  prefix_ = {.data_kind = data_kind, .row = last + 1, .branch = 0};
}

void Writer::request(std::string_view receipt, std::span<const Request> requests) {
  begin_receipt(receipt, request_kind);
  for (const Request& request : requests) put_request(request);
}

void Writer::put_request(const Request& request) {
  row_.reset(Record::md);
  row_.set_number(2, request.number);
  row_.set(3, digits_of(request.received_on));
  row_.set(4, request.file_number);
  row_.set_number(5, request.times);
  set_code(6, CodeSet::request_reason, request.reason);
  row_.set(7, request.reason_note);
  row_.set(8, digits_of(request.day));
  row_.set(9, digits_of(request.other_day));
  set_code(10, CodeSet::request_detail, request.detail);
  row_.set(12, request.detail_text);
  row_.set(13, request.detail_note);
  if (request.tells_provider) row_.set(14, "1");
  row_.set(16, request.own_use);
  put();
  for (const Target& target : request.targets) {
    row_.reset(Record::rt);
    row_.set_number(2, request.number);
    row_.set(3, target.role == Target::Role::objected ? "1" : "2");
    row_.set_number(4, target.number);
    row_.set_number(5, target.row);
    row_.set_number(6, target.branch);
    put();
  }
  for (const Beside& beside : request.beside) {
    row_.reset(Record::jr);
    set_code(2, CodeSet::search_kind, std::string_view(&beside.kind, 1));
    row_.set(3, beside.search_number);
    row_.set(4, beside.file_number);
    put();
  }
}

void Writer::outcome(std::string_view receipt, std::span<const Outcome> outcomes) {
  begin_receipt(receipt, outcome_kind);
  for (const Outcome& outcome : outcomes) put_outcome(outcome);
}

void Writer::put_outcome(const Outcome& outcome) {
  constexpr std::size_t insurer_number_bytes = 8;
  row_.reset(Record::mk);
  row_.set_number(2, outcome.number);
  row_.set(3, digits_of(outcome.received_on));
  set_code(4, CodeSet::requester, outcome.requester);
  row_.set(5, digits_of(outcome.processed_in));
  set_code(6, CodeSet::request_reason, outcome.changed_reason);
  set_code(7, CodeSet::review_result, outcome.result);
  row_.set(8, outcome.message);
  for (std::size_t at = 0; at < outcome.upheld_reasons.size() && at < upheld_reasons_limit; ++at) {
    row_.set(9 + at, outcome.upheld_reasons[at]);
  }
  std::string insurer = outcome.insurer_number;
  if (!insurer.empty() && insurer.size() < insurer_number_bytes) {
    insurer.insert(0, insurer_number_bytes - insurer.size(), ' ');
  }
  row_.set(12, insurer);
  put();
}

void Writer::begin_returns(const claim::ProviderDraft& provider, char point_table,
                           base::Month processed_in) {
  prefix_ = {.data_kind = return_kind, .row = 1, .branch = 0};
  row_.reset(Record::hi);
  set_code(2, CodeSet::reviewer, provider.reviewer);
  row_.set(3, digits_of(processed_in));
  set_code(4, CodeSet::prefecture, provider.prefecture);
  set_code(5, CodeSet::point_table, std::string_view(&point_table, 1));
  row_.set(6, provider.code);
  row_.set(8, "00");
  put();
}

void Writer::returned(std::string_view receipt, std::int64_t points,
                      std::span<const ReturnReason> reasons) {
  begin_receipt(receipt, return_kind);
  for (const ReturnReason& reason : reasons) put_reason(reason);
  ++returned_;
  points_ += points;
}

void Writer::put_reason(const ReturnReason& reason) {
  row_.reset(Record::hr);
  row_.set(2, digits_of(reason.processed_in));
  set_code(3, CodeSet::return_kind, std::string_view(&reason.kind, 1));
  row_.set(4, reason.treatment);
  row_.set(5, reason.code);
  row_.set(6, reason.reason);
  row_.set(7, reason.supplement);
  row_.set(10, reason.search_number);
  row_.set(11, reason.other_search_number);
  row_.set(12, reason.details);
  put();
}

void Writer::end_returns() {
  prefix_ = {.data_kind = return_kind, .row = 1, .branch = 0};
  row_.reset(Record::hg);
  row_.set_number(2, returned_);
  row_.set_number(3, points_);
  row_.set(4, "99");
  put();
}

}  // namespace kenpo::format::reexamination
