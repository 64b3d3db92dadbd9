// What the reader does with a complete group of lines: a receipt, or a line that belongs to none.
#include "format/claim/digits.h"
#include "format/claim/merge.h"
#include "format/claim/places.h"
#include "format/claim/reader.h"

namespace kenpo::format::claim {

namespace {

constexpr char end_mark = 0x1A;
constexpr std::string_view first_volume = "00";
constexpr std::string_view last_volume = "99";

/// Records that only one of the two forms has.
bool belongs(Record record, Form form) {
  switch (record) {
    case Record::mn:
    case Record::jy:
    case Record::ex:
    case Record::rc:
    case Record::on:
    case Record::hi:
    case Record::hr:
    case Record::hg:
    case Record::md:
    case Record::rt:
    case Record::jr:
    case Record::mk: return has_prefix(form);
    default: return true;
  }
}

bool is_provider_head(Record record) {
  return record == Record::ir || record == Record::yk || record == Record::hm;
}

bool stands_alone(Record record, Form form) {
  if (record == Record::go || record == Record::hi || record == Record::hg) return true;
  return is_provider_head(record) && form == Form::provider;
}

/// Whether a receipt may begin with the record.
bool begins_receipt(Record record, Form form) {
  switch (form) {
    case Form::insurer: return record == Record::mn;
    case Form::provider: return record == Record::re;
    // Whether the reviewer's row stands in a file of returns is not published: either begins one.
    case Form::returned:
      return record == Record::mn || record == Record::re || is_provider_head(record);
  }
  return false;
}

/// A part of a DPC receipt whose summary stands in front of it.
bool is_part(const Line& line, const Line& first) {
  const std::uint8_t place = places_of(Service::dpc).common.section;
  if (line.rule->service != Service::dpc || first.rule->service != Service::dpc) return false;
  const std::string_view section = line.field(place);
  const std::string_view summary = first.field(place);
  if (section.empty() || summary.empty() || summary[0] != summary_section) return false;
  return section[0] == group_section || section[0] == services_section;
}

}  // namespace

/// Asked with lines that belong together already.
bool Reader::begins_group(const Line& line) const {
  if (stands_alone(line.record, form_) || stands_alone(lines_.back().record, form_)) return true;
  switch (form_) {
    case Form::insurer: return line.record == Record::mn;
    case Form::provider: return line.record == Record::re && !is_part(line, lines_.front());
    // A receipt of a file of returns ends with its reasons.
    case Form::returned:
      return line.record == Record::mn ||
             (lines_.back().record == Record::hr && line.record != Record::hr);
  }
  return false;
}

void Reader::end_group(std::string_view bytes) {
  lines_done_ += lines_.size();
  summary_.lines = lines_done_;
  const std::size_t faults_before = notes_.faults.size();
  for (const Line& line : lines_) {
    if (separators_.suspect) check_bytes(line);
    if (line.data_kind == 0) {
      notes_.add(Issue::prefix_wrong, line, 0);
      continue;
    }
    check_line(line, notes_);
    if (!belongs(line.record, form_)) notes_.add(Issue::record_not_of_this_form, line, 1);
  }
  const Line& first = lines_.front();
  if (total_seen_ && form_ == Form::provider) notes_.add(Issue::after_total, first, 0);
  // Lines that no layout fits tell nothing more.
  if (notes_.faults.size() == faults_before) {
    if (stands_alone(first.record, form_)) {
      end_other(bytes);
    } else {
      end_receipt(bytes);
    }
  } else if (is_provider_head(first.record) && form_ == Form::provider) {
    keep_head(first);
  } else if (first.record == Record::go) {
    total_seen_ = true;
  }
  notes_.findings.clear();
  lines_.clear();
}

void Reader::end_receipt(std::string_view bytes) {
  if (!begins_receipt(lines_.front().record, form_)) {
    return notes_.add(Issue::no_receipt_head, lines_.front(), 0);
  }
  bool corrected = false;
  if (has_prefix(form_)) {
    corrected = merge_corrections(lines_, claimed_, decided_, notes_.findings);
  } else {
    if (!head_ && frame_ == Frame::file) return notes_.add(Issue::no_head, lines_.front(), 0);
    claimed_.clear();
    if (head_) claimed_.push_back(*head_);
    claimed_.insert(claimed_.end(), lines_.begin(), lines_.end());
  }
  const ReceiptHead claimed_head = head_of(claimed_);
  check_receipt(claimed_, claimed_head, notes_);
  Receipt receipt;
  receipt.bytes = bytes;
  receipt.lines = lines_;
  receipt.claimed = receipt.decided = claimed_;
  receipt.claimed_head = receipt.decided_head = &claimed_head;
  ReceiptHead decided_head;
  if (corrected) {
    decided_head = head_of(decided_);
    receipt.decided = decided_;
    receipt.decided_head = &decided_head;
    receipt.corrected = true;
  }
  receipt.findings = notes_.findings;
  hand_over(receipt);
}

void Reader::hand_over(const Receipt& receipt) {
  ++summary_.receipts;
  ++summary_.by_service[static_cast<std::size_t>(receipt.claimed_head->service)];
  if (receipt.corrected) ++summary_.corrected;
  summary_.findings += receipt.findings.size();
  summary_.payers += receipt.claimed_head->payers();
  summary_.points += receipt.claimed_head->counted_points();
  if (!notes_.faults.empty()) return;  // the file is refused already
  auto taken = receiver_.receipt(receipt);
  if (taken.ok()) return;
  for (base::Fault& fault : std::move(taken).faults()) notes_.add_fault(std::move(fault));
  failed_ = true;
}

void Reader::end_other(std::string_view bytes) {
  const Line& line = lines_.front();
  if (form_ == Form::provider && is_provider_head(line.record)) keep_head(line);
  if (line.record == Record::go) check_total(line);
  if (notes_.faults.empty()) receiver_.between(bytes);
}

void Reader::keep_head(const Line& line) {
  if (head_) return notes_.add(Issue::head_again, line, 0);
  head_bytes_ = line.text();
  head_ends_.clear();
  for (std::size_t seq = 1; seq <= line.fields_count; ++seq) {
    head_ends_.push_back(line.ends[seq - 1] - line.start);
  }
  Line kept = line;
  kept.bytes = head_bytes_.data();
  kept.ends = head_ends_.data();
  kept.start = kept.first_field = 0;
  kept.end = static_cast<std::uint32_t>(head_bytes_.size());
  head_ = kept;
  const std::uint8_t volume = places_of(line.rule->service).provider.volume;
  if (volume != 0) summary_.volume = kept.field(volume);
}

/// GO of the provider's file: the receipts (each payer counts) and the points. Totals of several
/// volumes stand on the last one; `join_volumes` compares them.
void Reader::check_total(const Line& line) {
  total_seen_ = true;
  summary_.volume_end = line.field(4);
  if (form_ != Form::provider || !notes_.faults.empty()) return;
  if (summary_.volume_end != last_volume) return;
  for (const std::size_t seq : {std::size_t{2}, std::size_t{3}}) {
    if (!line.has(seq)) return notes_.add(Issue::required_empty, line, seq);
  }
  summary_.stated_payers = number_of(line.field(2));
  summary_.stated_points = number_of(line.field(3));
  if (!summary_.volume.empty() && summary_.volume != first_volume) return;
  if (summary_.stated_payers != static_cast<std::int64_t>(summary_.payers)) {
    notes_.add(Issue::receipts_count, line, 2);
  }
  if (summary_.stated_points != summary_.points) notes_.add(Issue::points_sum, line, 3);
}

/// A line of a window in which some byte is out of place.
void Reader::check_bytes(const Line& line) {
  const char* const begin = line.bytes + line.start;
  const char* const end = line.bytes + line.end;
  if (begin != end && *begin == end_mark) return notes_.add(Issue::after_end_mark, line, 0);
  if (*end != '\r') notes_.add_fault(fault_at(Issue::line_feed_alone, line.number, 0));
  for (const char* at = begin; at != end; ++at) {
    const auto byte = static_cast<unsigned char>(*at);
    if (byte >= 0x20 && byte != '"') continue;
    const Issue issue = byte == '"'    ? Issue::quotation_mark
                        : byte == '\r' ? Issue::return_alone
                                       : Issue::control_character;
    return notes_.add_fault(
        fault_at(issue, line.number, static_cast<std::uint32_t>(at - begin) + 1));
  }
}

void Reader::end_of_file(std::string_view rest) {
  if (stopped()) return;
  if (!rest.empty() && rest.front() == end_mark) {
    summary_.end_mark = true;
    if (rest.size() > 1) notes_.add_fault(fault_at(Issue::after_end_mark, lines_done_ + 1, 2));
  } else if (!rest.empty()) {
    notes_.add_fault(fault_at(Issue::no_line_end, lines_done_ + 1, 0));
  }
  if (lines_done_ == 0 && notes_.faults.empty()) {
    return notes_.add_fault(fault_at(Issue::empty_file, 1, 0));
  }
  if (form_ == Form::provider && frame_ == Frame::file) {
    if (!head_ && notes_.faults.empty()) notes_.add_fault(fault_at(Issue::no_head, 1, 0));
    if (!total_seen_) notes_.add_fault(fault_at(Issue::no_total, lines_done_, 0));
    if (!summary_.end_mark) notes_.add_fault(fault_at(Issue::no_end_mark, lines_done_, 0));
  }
  if (notes_.faults.empty() && !rest.empty()) receiver_.between(rest);
}

base::Result<Summary> read_receipt_again(std::string_view bytes, Receiver& receiver) {
  const bool with_prefix = !bytes.empty() && bytes[0] >= '0' && bytes[0] <= '9';
  Reader reader(with_prefix ? Form::insurer : Form::provider, receiver, Reader::Frame::receipt);
  // RE, its number, its kind: the first digit of the kind is the 点数表.
  const std::size_t kind = bytes.find(',', bytes.starts_with("RE,") ? 3 : bytes.size());
  if (kind != std::string_view::npos) {
    reader.serve(service_of_table(bytes.substr(kind + 1, 1)));
  }
  return reader.read_whole(bytes);
}

base::Result<Summary> read_claims(std::string_view bytes, Form form, Receiver& receiver) {
  return Reader(form, receiver).read_whole(bytes);
}

}  // namespace kenpo::format::claim
