#include <optional>

#include "base/cp932.h"
#include "base/date.h"
#include "format/transfer/record_binding.h"
#include "format/transfer/record_check.h"
#include "format/transfer/transfer.h"
#include "format/transfer/words.h"

namespace kenpo::format::transfer {

namespace {

constexpr std::string_view line_end = "\r\n";
constexpr char end_mark = '\x1A';
constexpr int leap_year = 2024;  // 29 February is a day of some year

/// Fills members from a record that passed check_record, field after field.
class FieldReader {
 public:
  FieldReader(std::string_view record, std::span<const Field> fields)
      : record_(record), next_(fields.begin()) {}

  void fixed() { take(); }
  void text(std::string& into) {
    const auto bytes = take();
    into = base::decode_cp932(bytes.substr(0, bytes.find_last_not_of(' ') + 1)).text;
  }
  void day(int& month, int& day) {
    const auto number = take_number();
    month = static_cast<int>(number / 100);
    day = static_cast<int>(number % 100);
  }
  void count(std::int64_t& into) { into = take_number(); }
  void yen(base::Yen& into) { into = base::Yen(take_number()); }
  template <typename Code>
  void code(Code& into) {
    const char c = take()[0];
    into = static_cast<Code>(c == ' ' ? 0 : c - '0');
  }
  template <typename Code>
  void code(std::optional<Code>& into) {
    const char c = take()[0];
    into = c == ' ' ? std::nullopt : std::optional(static_cast<Code>(c - '0'));
  }

 private:
  std::string_view take() { return bytes_of(record_, *next_++); }
  std::int64_t take_number() {
    std::int64_t number = 0;
    for (char digit : take()) number = number * 10 + (digit - '0');
    return number;
  }

  std::string_view record_;
  std::span<const Field>::iterator next_;
};

class Reader {
 public:
  explicit Reader(const base::Plain& file) : report_(file) {}
  base::Result<TransferFile> read(std::string_view bytes);

 private:
  std::vector<std::string_view> cut(std::string_view bytes);
  void cut_lines(std::string_view bytes, std::vector<std::string_view>& records);
  void read_header(std::string_view record);
  void read_payment(std::string_view record);
  void read_trailer(std::string_view record);
  void read_next(std::string_view record);

  void tell(base::Fault fault, std::uint32_t column = 0, std::string_view field = {}) {
    report_.add(std::move(fault), number_, column, field);
  }

  enum class Stage { header, payments, end, done };
  Report report_;
  TransferFile file_;
  Stage stage_ = Stage::header;
  std::uint64_t number_ = 0;
  std::int64_t payments_ = 0;
  std::int64_t total_yen_ = 0;
};

std::string_view name_of_kind(std::string_view code) {
  if (code == "11" || code == "71") return "給与振込";
  if (code == "12" || code == "72") return "賞与振込";
  if (code == "91") return "口座振替";
  return {};
}

void Reader::cut_lines(std::string_view bytes, std::vector<std::string_view>& records) {
  file_.framing.last_line_end = bytes.ends_with(line_end);
  while (!bytes.empty() && !report_.full()) {
    ++number_;
    const auto end = bytes.find(line_end);
    const auto record = bytes.substr(0, end);
    if (record.size() == record_bytes) {
      records.push_back(record);
    } else {
      tell(record_length_differs(record.size()));
    }
    bytes.remove_prefix(end == bytes.npos ? bytes.size() : end + line_end.size());
  }
}

std::vector<std::string_view> Reader::cut(std::string_view bytes) {
  std::vector<std::string_view> records;
  file_.framing.end_mark = bytes.ends_with(end_mark);
  if (file_.framing.end_mark) bytes.remove_suffix(1);
  file_.framing.lines = bytes.find(line_end) == record_bytes;
  if (file_.framing.lines) {
    cut_lines(bytes, records);
  } else {
    file_.framing.last_line_end = false;
    for (std::size_t at = 0; at < bytes.size() && !report_.full(); at += record_bytes) {
      ++number_;
      const auto record = bytes.substr(at, record_bytes);
      if (record.find_first_of(line_end) != record.npos) {
        tell(framing_is_mixed());
        break;
      }
      if (record.size() != record_bytes) tell(record_length_differs(record.size()));
      records.push_back(record);
    }
  }
  number_ = 0;
  return records;
}

void Reader::read_header(std::string_view record) {
  stage_ = Stage::payments;
  if (record[0] != '1') return tell(header_is_missing(), 1);
  const auto code = record.substr(1, 2);
  if (const auto name = name_of_kind(code); !name.empty()) {
    return tell(kind_is_not_read(code, name), 2, header_fields()[1].name);
  }
  if (!check_record(record, header_fields(), number_, report_)) return;
  FieldReader reader(record, header_fields());
  bind_sender(reader, file_.sender);
  if (!base::Date::make(leap_year, file_.sender.month, file_.sender.day)) {
    tell(is_no_day(), 55, "取組日");
  }
  if (file_.sender.client_name.empty()) tell(is_empty(), 15, "委託者名");
}

void Reader::read_payment(std::string_view record) {
  ++payments_;
  constexpr std::size_t edi_mark = 112;
  const bool has_edi = record[edi_mark] == 'Y';
  const auto fields = has_edi ? payment_fields_with_edi() : payment_fields();
  if (!check_record(record, fields, number_, report_)) return;
  Payment payment;
  if (has_edi) payment.edi.emplace();
  FieldReader reader(record, fields);
  bind_payment(reader, payment);
  if (payment.payee.empty()) tell(is_empty(), 51, "受取人名");
  if (payment.amount == base::Yen()) tell(amount_is_out_of_range(), 81, "振込金額");
  total_yen_ += payment.amount.amount();
  file_.payments.push_back(std::move(payment));
}

void Reader::read_trailer(std::string_view record) {
  stage_ = Stage::end;
  if (!check_record(record, trailer_fields(), number_, report_)) return;
  Sums sums;
  FieldReader reader(record, trailer_fields());
  bind_sums(reader, sums);
  if (sums.count != payments_) tell(count_differs(), 2, "合計件数");
  // A payment that was refused has no known amount, so its sum cannot be judged.
  const bool all_known = static_cast<std::int64_t>(file_.payments.size()) == payments_;
  if (all_known && sums.total_yen != total_yen_) tell(total_differs(), 8, "合計金額");
  if (payments_ == 0) tell(nothing_is_paid());
}

void Reader::read_next(std::string_view record) {
  const char kind = record[0];
  if (stage_ == Stage::header) return read_header(record);
  if (stage_ == Stage::payments && kind == '2') return read_payment(record);
  if (stage_ == Stage::payments && kind == '8') return read_trailer(record);
  if (stage_ == Stage::end && kind == '9') {
    stage_ = Stage::done;
    check_record(record, end_fields(), number_, report_);
    return;
  }
  tell(record_is_out_of_place(), 1);
}

base::Result<TransferFile> Reader::read(std::string_view bytes) {
  if (bytes.size() > file_limit_bytes) tell(file_is_too_large());
  if (bytes.empty()) tell(file_is_empty());
  if (!report_.empty()) return report_.take();
  const auto records = cut(bytes);
  // Where a record has another length, the places of all that follow would be wrong.
  if (!report_.empty()) return report_.take();
  for (auto record : records) {
    ++number_;
    read_next(record);
    if (report_.full()) return report_.take();
  }
  if (stage_ == Stage::payments) tell(trailer_is_missing());
  if (stage_ == Stage::end) tell(end_is_missing());
  if (stage_ == Stage::header) tell(header_is_missing());
  if (!report_.empty()) return report_.take();
  return std::move(file_);
}

}  // namespace

base::Result<TransferFile> read(std::string_view bytes, const base::Plain& file) {
  return Reader(file).read(bytes);
}

}  // namespace kenpo::format::transfer
