#include <algorithm>
#include <optional>

#include "base/cp932.h"
#include "format/transfer/record_binding.h"
#include "format/transfer/record_check.h"
#include "format/transfer/transfer.h"
#include "format/transfer/words.h"

namespace kenpo::format::transfer {

namespace {

constexpr std::string_view written_line_end = "\r\n";
constexpr char written_end_mark = '\x1A';

/// Writes a record field after field. What does not fit its field is told to the report; whether
/// the value is right is judged by the reader, which reads every file that was written.
class FieldWriter {
 public:
  FieldWriter(std::span<const Field> fields, std::uint64_t number, Report& report)
      : fields_(fields), number_(number), report_(report) {}

  void fixed() {
    const Field& field = take();
    pad(field, field.allowed);
  }
  void text(const std::string& from) {
    const Field& field = take();
    auto encoded = base::encode_cp932(from);
    if (!encoded.lost.empty()) tell(has_other_character(), field);
    if (encoded.bytes.size() > field.length) {
      tell(is_too_long(field), field);
      encoded.bytes.resize(field.length);
    }
    pad(field, encoded.bytes);
  }
  void day(const int& month, const int& day) {
    const bool fits = month >= 0 && month <= 99 && day >= 0 && day <= 99;
    number(fits ? month * 100 + day : -1, is_no_day);
  }
  void count(const std::int64_t& from) { number(from, total_is_too_large); }
  void yen(const base::Yen& from) { number(from.amount(), amount_is_out_of_range); }
  template <typename Code>
  void code(const Code& from) {
    const auto value = static_cast<unsigned>(from);
    const Field& field = take();
    // A field that may be blank has no 0.
    const bool blank = value == 0 && field.allowed.find('0') == field.allowed.npos;
    bytes_ += blank || value > 9 ? ' ' : static_cast<char>('0' + value);
  }
  template <typename Code>
  void code(const std::optional<Code>& from) {
    code(from.value_or(Code()));
  }

  const std::string& bytes() const {
    KENPO_REQUIRE(bytes_.size() == record_bytes);
    return bytes_;
  }

 private:
  const Field& take() { return fields_[next_++]; }
  void tell(base::Fault fault, const Field& field) {
    report_.add(std::move(fault), number_, field.offset, field.name);
  }
  void pad(const Field& field, std::string_view bytes) {
    bytes_.append(bytes).append(field.length - bytes.size(), ' ');
  }
  void number(std::int64_t value, base::Fault (*fault)()) {
    const Field& field = take();
    auto digits = std::to_string(value);
    if (value < 0 || digits.size() > field.length) {
      tell(fault(), field);
      digits.clear();
    }
    bytes_.append(field.length - digits.size(), '0').append(digits);
  }

  std::span<const Field> fields_;
  std::uint64_t number_;
  Report& report_;
  std::size_t next_ = 0;
  std::string bytes_;
};

class Writer {
 public:
  explicit Writer(const Framing& framing) : framing_(framing) {}

  template <typename Bind>
  void record(std::span<const Field> fields, Bind bind) {
    FieldWriter writer(fields, ++number_, report_);
    bind(writer);
    if (number_ > 1 && framing_.lines) bytes_.append(written_line_end);
    bytes_.append(writer.bytes());
  }
  void payment(const Payment& payment) {
    const auto fields = payment.edi ? payment_fields_with_edi() : payment_fields();
    record(fields, [&](auto& writer) { bind_payment(writer, payment); });
    if (payment.edi && !(payment.customer_code_1.empty() && payment.customer_code_2.empty())) {
      report_.add(codes_beside_edi(), number_, 92, "EDI情報");
    }
  }
  void close() {
    if (framing_.lines && framing_.last_line_end) bytes_.append(written_line_end);
    if (framing_.end_mark) bytes_ += written_end_mark;
  }
  base::Result<std::string> take() {
    if (!report_.empty()) return report_.take();
    auto judged = read(bytes_, {});
    if (!judged) return std::move(judged).faults();
    return std::move(bytes_);
  }

 private:
  Framing framing_;
  Report report_ = Report({});
  std::uint64_t number_ = 0;
  std::string bytes_;
};

/// Any sum over the trailer's twelve digits is refused alike, so it stops growing there.
std::int64_t bounded_total_yen(const std::vector<Payment>& payments) {
  constexpr std::int64_t bound_yen = 1'000'000'000'000;
  std::int64_t sum = 0;
  for (const auto& payment : payments) {
    sum = std::clamp<std::int64_t>(sum + payment.amount.amount(), 0, bound_yen);
  }
  return sum;
}

}  // namespace

base::Result<std::string> write(const TransferFile& file) {
  if (file.payments.size() > payments_limit) return total_is_too_large();
  Writer writer(file.framing);
  writer.record(header_fields(), [&](auto& fields) { bind_sender(fields, file.sender); });
  for (const auto& payment : file.payments) writer.payment(payment);
  const Sums sums = {static_cast<std::int64_t>(file.payments.size()),
                     bounded_total_yen(file.payments)};
  writer.record(trailer_fields(), [&](auto& fields) { bind_sums(fields, sums); });
  writer.record(end_fields(), [](auto& fields) {
    fields.fixed();
    fields.fixed();
  });
  writer.close();
  return writer.take();
}

}  // namespace kenpo::format::transfer
