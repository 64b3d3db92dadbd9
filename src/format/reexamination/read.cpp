#include "format/reexamination/read.h"

#include "format/claim/reader.h"

#include "base/cp932.h"
#include "format/claim/digits.h"

namespace kenpo::format::reexamination {

namespace {

using claim::Line;
using claim::Record;

std::string text(const Line& line, std::size_t seq) {
  return base::decode_cp932(line.field(seq)).text;
}

std::uint32_t number(const Line& line, std::size_t seq) {
  return static_cast<std::uint32_t>(line.number_in(seq));
}

base::Month month(const Line& line, std::size_t seq) {
  return claim::claim_month(line.field(seq)).value_or(base::Month{});
}

std::optional<base::Date> day(const Line& line, std::size_t seq) {
  return line.has(seq) ? claim::claim_date(line.field(seq)) : std::nullopt;
}

std::string without_spaces_in_front(std::string padded) {
  padded.erase(0, padded.find_first_not_of(' ') == std::string::npos
                      ? padded.size()
                      : padded.find_first_not_of(' '));
  return padded;
}

Request request_of(const Line& line) {
  Request request;
  request.number = number(line, 2);
  request.received_on = day(line, 3);
  request.file_number = text(line, 4);
  request.times = number(line, 5);
  request.reason = text(line, 6);
  request.reason_note = text(line, 7);
  request.day = day(line, 8);
  request.other_day = day(line, 9);
  request.detail = text(line, 10);
  request.detail_text = text(line, 12);
  request.detail_note = text(line, 13);
  request.tells_provider = line.field(14) == "1";
  request.own_use = text(line, 16);
  return request;
}

Target target_of(const Line& line) {
  return {.role = line.field(3) == "2" ? Target::Role::referred : Target::Role::objected,
          .number = number(line, 4),
          .row = number(line, 5),
          .branch = static_cast<std::uint16_t>(number(line, 6))};
}

}  // namespace

std::vector<ReturnReason> returns_of(std::span<const Line> lines) {
  std::vector<ReturnReason> returns;
  for (const Line& line : lines) {
    if (line.record != Record::hr) continue;
    returns.push_back({.processed_in = month(line, 2),
                       .kind = line.field(3).empty() ? ' ' : line.field(3)[0],
                       .treatment = text(line, 4),
                       .code = text(line, 5),
                       .reason = text(line, 6),
                       .supplement = text(line, 7),
                       .search_number = text(line, 10),
                       .other_search_number = text(line, 11),
                       .details = text(line, 12)});
  }
  return returns;
}

std::vector<Request> requests_of(std::span<const Line> lines) {
  std::vector<Request> requests;
  for (const Line& line : lines) {
    if (line.record == Record::md) requests.push_back(request_of(line));
    if (requests.empty()) continue;
    if (line.record == Record::rt) requests.back().targets.push_back(target_of(line));
    if (line.record != Record::jr) continue;
    requests.back().beside.push_back({.kind = line.field(2).empty() ? ' ' : line.field(2)[0],
                                      .search_number = text(line, 3),
                                      .file_number = text(line, 4)});
  }
  return requests;
}

std::vector<Outcome> outcomes_of(std::span<const Line> lines) {
  std::vector<Outcome> outcomes;
  for (const Line& line : lines) {
    if (line.record != Record::mk) continue;
    Outcome outcome;
    outcome.number = number(line, 2);
    outcome.received_on = day(line, 3);
    outcome.requester = text(line, 4);
    outcome.processed_in = month(line, 5);
    outcome.changed_reason = text(line, 6);
    outcome.result = text(line, 7);
    outcome.message = text(line, 8);
    for (std::size_t seq = 9; seq < 9 + upheld_reasons_limit; ++seq) {
      if (line.has(seq)) outcome.upheld_reasons.push_back(text(line, seq));
    }
    outcome.insurer_number = without_spaces_in_front(text(line, 12));
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

bool looks_like_results(std::string_view bytes) {
  constexpr std::size_t prefix_fields = 3;
  std::size_t heads = 0;
  bytes = bytes.substr(0, claim::receipt_bytes_limit);
  while (!bytes.empty()) {
    const auto end = bytes.find('\n');
    auto line = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    for (std::size_t field = 0; field < prefix_fields; ++field) {
      const auto comma = line.find(',');
      line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
    }
    if (line.starts_with("MK,")) return true;
    if (line.starts_with("MN,") && ++heads > 1) return false;
  }
  return false;
}

}  // namespace kenpo::format::reexamination
