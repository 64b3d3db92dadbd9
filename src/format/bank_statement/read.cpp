#include <algorithm>
#include <optional>

#include "base/cp932.h"
#include "base/era.h"
#include "format/bank_statement/bank_statement.h"
#include "format/bank_statement/words.h"

namespace kenpo::format::bank_statement {

namespace {

using base::Date;
using base::Yen;

constexpr std::string_view line_end = "\r\n";
constexpr char end_mark = '\x1A';

bool is_half_width(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 0x20 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xDF);
}

bool fits(const Field& field, std::string_view bytes) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  switch (field.kind) {
    case Kind::fixed:
      return bytes == field.allowed;
    case Kind::code:
      return field.allowed.find(bytes[0]) != field.allowed.npos;
    case Kind::digits:
      return std::ranges::all_of(bytes, digit);
    case Kind::digits_or_blank:
      return std::ranges::all_of(bytes, digit) ||
             std::ranges::all_of(bytes, [](char c) { return c == ' '; });
    case Kind::text:
    case Kind::unused:
      return std::ranges::all_of(bytes, is_half_width);
  }
  return false;
}

std::int64_t number_in(std::string_view digits) {
  std::int64_t number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

class StatementReader {
 public:
  StatementReader(const base::Plain& file, Date today) : name_(file), today_(today) {}
  base::Result<StatementFile> read(std::string_view bytes);

 private:
  std::vector<std::string_view> cut(std::string_view bytes);
  void read_next(std::string_view record);
  void read_header(std::string_view record);
  void read_entry(std::string_view record);
  void read_trailer(std::string_view record);
  void compare_notice(std::string_view record);
  void compare_statement(std::string_view record);

  bool check(std::string_view record, std::span<const Field> fields);
  std::string_view raw(std::string_view record, std::string_view name) const {
    return bytes_of(record, field_named(fields_, name));
  }
  std::string text(std::string_view record, std::string_view name) const {
    const auto bytes = raw(record, name);
    return base::decode_cp932(bytes.substr(0, bytes.find_last_not_of(' ') + 1)).text;
  }
  std::int64_t number(std::string_view record, std::string_view name) const {
    return number_in(raw(record, name));
  }
  Date day(std::string_view record, std::string_view name);
  void tell(base::Fault fault, const Field* field = nullptr);
  bool full() const { return faults_.size() >= base::faults_limit; }

  /// What the entries of one account make.
  struct Sums {
    std::int64_t in = 0, in_yen = 0, out = 0, out_yen = 0, cancelled = 0, cancelled_yen = 0;
    bool all_known = true;
  };
  enum class Stage : std::uint8_t { header, entries, between, done };

  base::Plain name_;
  Date today_;
  base::Faults faults_;
  StatementFile file_;
  std::span<const Field> fields_;  // of the record that is read
  Stage stage_ = Stage::header;
  Sums sums_;
  std::int64_t before_yen_ = 0;
  std::uint64_t record_ = 0;
};

void StatementReader::tell(base::Fault fault, const Field* field) {
  if (full()) return;
  if (faults_.size() + 1 == base::faults_limit) fault = faults_go_on();
  fault.place = {name_, record_, field == nullptr ? 0U : field->offset,
                 field == nullptr ? base::Plain() : base::Plain::name(field->name)};
  faults_.push_back(std::move(fault));
}

bool StatementReader::check(std::string_view record, std::span<const Field> fields) {
  fields_ = fields;
  bool good = true;
  for (const auto& field : fields) {
    if (fits(field, bytes_of(record, field))) continue;
    good = false;
    tell(breaks_field(field), &field);
  }
  return good;
}

/// The one reading that lies in the ten years before today.
Date StatementReader::day(std::string_view record, std::string_view name) {
  const auto& field = field_named(fields_, name);
  const auto digits = raw(record, name);
  const auto year = static_cast<int>(number_in(digits.substr(0, 2)));
  const auto month = static_cast<int>(number_in(digits.substr(2, 2)));
  const auto day = static_cast<int>(number_in(digits.substr(4, 2)));
  constexpr int century = 2000;
  std::optional<Date> to_come;
  auto readings = std::vector<std::optional<Date>>{Date::make(century + year, month, day)};
  for (const auto& era : base::eras()) readings.push_back(base::of_era(era, year, month, day));
  for (const auto& reading : readings) {
    if (!reading) continue;
    if (*reading > today_) {
      if (reading->since(today_) <= 366) to_come = reading;
    } else if (*reading >= today_.plus_years_clamped(-years_read_back)) {
      return *reading;
    }
  }
  tell(to_come ? day_to_come() : no_such_day(), &field);
  return today_;
}

std::vector<std::string_view> StatementReader::cut(std::string_view bytes) {
  std::vector<std::string_view> records;
  if (bytes.ends_with(end_mark)) bytes.remove_suffix(1);
  const bool lines = bytes.find(line_end) == record_bytes;
  while (!bytes.empty() && !full()) {
    ++record_;
    const auto end = lines ? bytes.find(line_end) : record_bytes;
    const auto record = bytes.substr(0, end);
    if (record.size() != record_bytes) {
      tell(record_length(record.size()));
    } else if (record.find_first_of(line_end) != record.npos) {
      tell(mixed_framing());
    } else {
      records.push_back(record);
    }
    const auto step = record.size() + (lines ? line_end.size() : 0);
    bytes.remove_prefix(std::min(step, bytes.size()));
  }
  record_ = 0;
  return records;
}

void StatementReader::read_header(std::string_view record) {
  stage_ = Stage::entries;
  sums_ = {};
  file_.statements.emplace_back();
  if (!check(record, header_fields(file_.kind))) return;
  auto& statement = file_.statements.back();
  statement.bank_code = text(record, "銀行コード");
  statement.branch_code = text(record, "支店コード");
  statement.account_kind = raw(record, "預金種目")[0];
  statement.account_number = text(record, "口座番号");
  statement.from = day(record, "勘定日（自）");
  statement.to = day(record, "勘定日（至）");
  if (file_.kind == FileKind::account_statement) {
    before_yen_ = number(record, "取引前残高");
    if (raw(record, "貸越区分") == "2") before_yen_ = -before_yen_;
  }
}

void StatementReader::read_entry(std::string_view record) {
  if (!check(record, entry_fields(file_.kind))) {
    sums_.all_known = false;
    return;
  }
  const bool notice = file_.kind == FileKind::transfer_notice;
  const std::string_view amount_name = notice ? "金額" : "取引金額";
  Entry entry{.record = record_,
              .number = text(record, "照会番号"),
              .booked_on = day(record, "勘定日"),
              .amount = Yen(number(record, amount_name)),
              .payer_code = text(record, "振込依頼人コード"),
              .payer = text(record, "振込依頼人名"),
              .bank = text(record, "仕向銀行名"),
              .branch = text(record, "仕向店名"),
              .edi = text(record, "EDI情報")};
  if (notice) {
    const bool cancelled = raw(record, "取消区分") == "1";
    entry.standing = cancelled ? Standing::cancelled : Standing::stands;
  } else {
    entry.direction = raw(record, "入払区分") == "1" ? Direction::in : Direction::out;
    entry.transaction = text(record, "取引区分");
    entry.description = text(record, "摘要内容");
  }
  const auto yen = entry.amount.amount();
  if (yen == 0) tell(amount_of_zero(), &field_named(fields_, amount_name));
  if (entry.standing == Standing::cancelled) {
    ++sums_.cancelled, sums_.cancelled_yen += yen;
  } else if (entry.direction == Direction::in) {
    ++sums_.in, sums_.in_yen += yen;
  } else {
    ++sums_.out, sums_.out_yen += yen;
  }
  file_.statements.back().entries.push_back(std::move(entry));
}

void StatementReader::compare_notice(std::string_view record) {
  const auto same = [&](std::string_view name, std::int64_t sum) {
    if (number(record, name) != sum) tell(differs_from_trailer(), &field_named(fields_, name));
  };
  same("振込合計件数", sums_.in);
  same("振込合計金額", sums_.in_yen);
  same("取消合計件数", sums_.cancelled);
  same("取消合計金額", sums_.cancelled_yen);
}

void StatementReader::compare_statement(std::string_view record) {
  const auto same = [&](std::string_view name, std::int64_t sum) {
    if (number(record, name) != sum) tell(differs_from_trailer(), &field_named(fields_, name));
  };
  same("入金件数", sums_.in);
  same("入金額合計", sums_.in_yen);
  same("出金件数", sums_.out);
  same("出金額合計", sums_.out_yen);
  same("データ・レコード件数", sums_.in + sums_.out);
  auto after_yen = number(record, "取引後残高");
  if (raw(record, "貸越区分") == "2") after_yen = -after_yen;
  if (before_yen_ + sums_.in_yen - sums_.out_yen != after_yen) {
    tell(balance_differs(), &field_named(fields_, "取引後残高"));
  }
}

void StatementReader::read_trailer(std::string_view record) {
  stage_ = Stage::between;
  if (!check(record, trailer_fields(file_.kind)) || !sums_.all_known) return;
  if (file_.kind == FileKind::transfer_notice) {
    compare_notice(record);
  } else {
    compare_statement(record);
  }
}

void StatementReader::read_next(std::string_view record) {
  const char kind = record[0];
  const bool first = stage_ == Stage::header;
  if ((first || stage_ == Stage::between) && kind == '1') return read_header(record);
  if (stage_ == Stage::entries && kind == '2') return read_entry(record);
  if (stage_ == Stage::entries && kind == '8') return read_trailer(record);
  if (stage_ == Stage::between && kind == '9') {
    stage_ = Stage::done;
    check(record, end_fields(file_.kind));
    return;
  }
  tell(out_of_place());
}

base::Result<StatementFile> StatementReader::read(std::string_view bytes) {
  if (bytes.size() > file_limit_bytes) tell(file_too_large());
  if (bytes.empty()) tell(file_empty());
  if (faults_.empty() && !looks_like(bytes)) tell(not_a_statement());
  if (!faults_.empty()) return std::move(faults_);
  file_.kind = bytes[2] == '1' ? FileKind::transfer_notice : FileKind::account_statement;
  const auto records = cut(bytes);
  // Where a record has another length, the places of all that follow would be wrong.
  if (!faults_.empty()) return std::move(faults_);
  for (const auto record : records) {
    ++record_;
    read_next(record);
    if (full()) return std::move(faults_);
  }
  if (stage_ != Stage::done) tell(ends_early());
  if (!faults_.empty()) return std::move(faults_);
  return std::move(file_);
}

}  // namespace

bool looks_like(std::string_view prefix) {
  return prefix.starts_with("1010") || prefix.starts_with("1030");
}

base::Result<StatementFile> read(std::string_view bytes, const base::Plain& file, Date today) {
  return StatementReader(file, today).read(bytes);
}

}  // namespace kenpo::format::bank_statement
