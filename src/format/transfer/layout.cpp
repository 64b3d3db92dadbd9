#include "format/transfer/layout.h"

#include <array>

#include "base/require.h"

namespace kenpo::format::transfer {

namespace {

constexpr Field header_rows[] = {
    {"データ区分", 1, 1, Kind::fixed, "1"},
    {"種別コード", 2, 2, Kind::fixed, "21"},
    {"コード区分", 4, 1, Kind::fixed, "0"},
    {"委託者コード", 5, 10, Kind::digits},
    {"委託者名", 15, 40, Kind::text},
    {"取組日", 55, 4, Kind::digits},
    {"仕向銀行番号", 59, 4, Kind::digits},
    {"仕向銀行名", 63, 15, Kind::text},
    {"仕向支店番号", 78, 3, Kind::digits},
    {"仕向支店名", 81, 15, Kind::text},
    {"預金種目（委託者）", 96, 1, Kind::code, "129 "},
    {"口座番号（委託者）", 97, 7, Kind::digits_or_blank},
    {"ダミー", 104, 17, Kind::blank},
};

constexpr Field payment_rows[] = {
    {"データ区分", 1, 1, Kind::fixed, "2"},
    {"被仕向銀行番号", 2, 4, Kind::digits},
    {"被仕向銀行名", 6, 15, Kind::text},
    {"被仕向支店番号", 21, 3, Kind::digits},
    {"被仕向支店名", 24, 15, Kind::text},
    {"手形交換所番号", 39, 4, Kind::digits_or_blank},
    {"預金種目", 43, 1, Kind::code, "1249"},
    {"口座番号", 44, 7, Kind::digits},
    {"受取人名", 51, 30, Kind::text},
    {"振込金額", 81, 10, Kind::digits},
    {"新規コード", 91, 1, Kind::code, "012"},
    {"顧客コード1", 92, 10, Kind::text},
    {"顧客コード2", 102, 10, Kind::text},
    {"振込指定区分", 112, 1, Kind::code, "78 "},
    {"識別表示", 113, 1, Kind::code, " "},
    {"ダミー", 114, 7, Kind::blank},
};

// The same record where the mark of byte 113 says that there is EDI information.
constexpr Field payment_rows_with_edi[] = {
    {"データ区分", 1, 1, Kind::fixed, "2"},
    {"被仕向銀行番号", 2, 4, Kind::digits},
    {"被仕向銀行名", 6, 15, Kind::text},
    {"被仕向支店番号", 21, 3, Kind::digits},
    {"被仕向支店名", 24, 15, Kind::text},
    {"手形交換所番号", 39, 4, Kind::digits_or_blank},
    {"預金種目", 43, 1, Kind::code, "1249"},
    {"口座番号", 44, 7, Kind::digits},
    {"受取人名", 51, 30, Kind::text},
    {"振込金額", 81, 10, Kind::digits},
    {"新規コード", 91, 1, Kind::code, "012"},
    {"EDI情報", 92, 20, Kind::edi},
    {"振込指定区分", 112, 1, Kind::code, "78 "},
    {"識別表示", 113, 1, Kind::code, "Y"},
    {"ダミー", 114, 7, Kind::blank},
};

constexpr Field trailer_rows[] = {
    {"データ区分", 1, 1, Kind::fixed, "8"},
    {"合計件数", 2, 6, Kind::digits},
    {"合計金額", 8, 12, Kind::digits},
    {"ダミー", 20, 101, Kind::blank},
};

constexpr Field end_rows[] = {
    {"データ区分", 1, 1, Kind::fixed, "9"},
    {"ダミー", 2, 119, Kind::blank},
};

constexpr bool covers_record(std::span<const Field> fields) {
  std::size_t next = 1;
  for (const auto& field : fields) {
    if (field.offset != next) return false;
    next += field.length;
  }
  return next == record_bytes + 1;
}
static_assert(covers_record(header_rows) && covers_record(payment_rows) &&
              covers_record(payment_rows_with_edi) && covers_record(trailer_rows) &&
              covers_record(end_rows));

}  // namespace

std::span<const Field> header_fields() { return header_rows; }
std::span<const Field> payment_fields() { return payment_rows; }
std::span<const Field> payment_fields_with_edi() { return payment_rows_with_edi; }
std::span<const Field> trailer_fields() { return trailer_rows; }
std::span<const Field> end_fields() { return end_rows; }

std::string_view bytes_of(std::string_view record, const Field& field) {
  KENPO_REQUIRE(record.size() == record_bytes);
  return record.substr(field.offset - 1U, field.length);
}

}  // namespace kenpo::format::transfer
