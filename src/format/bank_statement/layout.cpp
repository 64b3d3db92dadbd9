#include "format/bank_statement/layout.h"

#include <algorithm>

#include "base/require.h"

namespace kenpo::format::bank_statement {

namespace {

constexpr Field notice_header[] = {
    {"データ区分", 1, 1, Kind::fixed, "1"},
    {"種別コード", 2, 2, Kind::fixed, "01"},
    {"コード区分", 4, 1, Kind::fixed, "0"},
    {"作成日", 5, 6, Kind::digits},
    {"勘定日（自）", 11, 6, Kind::digits},
    {"勘定日（至）", 17, 6, Kind::digits},
    {"銀行コード", 23, 4, Kind::digits},
    {"銀行名", 27, 15, Kind::text},
    {"支店コード", 42, 3, Kind::digits},
    {"支店名", 45, 15, Kind::text},
    {"預金種目", 60, 1, Kind::code, "1249"},
    {"口座番号", 61, 7, Kind::digits},
    {"口座名", 68, 40, Kind::text},
    {"ダミー", 108, 93, Kind::unused},
};

constexpr Field notice_entry[] = {
    {"データ区分", 1, 1, Kind::fixed, "2"},
    {"照会番号", 2, 6, Kind::text},
    {"勘定日", 8, 6, Kind::digits},
    {"起算日", 14, 6, Kind::digits_or_blank},
    {"金額", 20, 10, Kind::digits},
    {"うち他店券金額", 30, 10, Kind::digits_or_blank},
    {"振込依頼人コード", 40, 10, Kind::text},
    {"振込依頼人名", 50, 48, Kind::text},
    {"仕向銀行名", 98, 15, Kind::text},
    {"仕向店名", 113, 15, Kind::text},
    {"取消区分", 128, 1, Kind::code, " 01"},
    {"EDI情報", 129, 20, Kind::text},
    {"ダミー", 149, 52, Kind::unused},
};

constexpr Field notice_trailer[] = {
    {"データ区分", 1, 1, Kind::fixed, "8"},
    {"振込合計件数", 2, 6, Kind::digits},
    {"振込合計金額", 8, 12, Kind::digits},
    {"取消合計件数", 20, 6, Kind::digits},
    {"取消合計金額", 26, 12, Kind::digits},
    {"ダミー", 38, 163, Kind::unused},
};

constexpr Field notice_end[] = {
    {"データ区分", 1, 1, Kind::fixed, "9"},
    {"ダミー", 2, 199, Kind::unused},
};

constexpr Field statement_header[] = {
    {"データ区分", 1, 1, Kind::fixed, "1"},
    {"種別コード", 2, 2, Kind::fixed, "03"},
    {"コード区分", 4, 1, Kind::fixed, "0"},
    {"作成日", 5, 6, Kind::digits},
    {"勘定日（自）", 11, 6, Kind::digits},
    {"勘定日（至）", 17, 6, Kind::digits},
    {"銀行コード", 23, 4, Kind::digits},
    {"銀行名", 27, 15, Kind::text},
    {"支店コード", 42, 3, Kind::digits},
    {"支店名", 45, 15, Kind::text},
    {"ダミー", 60, 3, Kind::unused},
    {"預金種目", 63, 1, Kind::code, "1249"},
    {"口座番号", 64, 10, Kind::digits},
    {"口座名", 74, 40, Kind::text},
    {"貸越区分", 114, 1, Kind::code, "12"},
    {"通帳・証書区分", 115, 1, Kind::unused},
    {"取引前残高", 116, 14, Kind::digits},
    {"ダミー", 130, 71, Kind::unused},
};

constexpr Field statement_entry[] = {
    {"データ区分", 1, 1, Kind::fixed, "2"},
    {"照会番号", 2, 8, Kind::text},
    {"勘定日", 10, 6, Kind::digits},
    {"預入・払出日", 16, 6, Kind::digits_or_blank},
    {"入払区分", 22, 1, Kind::code, "12"},
    {"取引区分", 23, 2, Kind::digits},
    {"取引金額", 25, 12, Kind::digits},
    {"うち他店券金額", 37, 12, Kind::digits_or_blank},
    {"交換呈示日", 49, 6, Kind::unused},
    {"不渡返還日", 55, 6, Kind::unused},
    {"手形・小切手区分", 61, 1, Kind::unused},
    {"手形・小切手番号", 62, 7, Kind::unused},
    {"僚店番号", 69, 3, Kind::unused},
    {"振込依頼人コード", 72, 10, Kind::text},
    {"振込依頼人名", 82, 48, Kind::text},
    {"仕向銀行名", 130, 15, Kind::text},
    {"仕向店名", 145, 15, Kind::text},
    {"摘要内容", 160, 20, Kind::text},
    {"EDI情報", 180, 20, Kind::text},
    {"ダミー", 200, 1, Kind::unused},
};

constexpr Field statement_trailer[] = {
    {"データ区分", 1, 1, Kind::fixed, "8"},
    {"入金件数", 2, 6, Kind::digits},
    {"入金額合計", 8, 13, Kind::digits},
    {"出金件数", 21, 6, Kind::digits},
    {"出金額合計", 27, 13, Kind::digits},
    {"貸越区分", 40, 1, Kind::code, "12"},
    {"取引後残高", 41, 14, Kind::digits},
    {"データ・レコード件数", 55, 7, Kind::digits},
    {"ダミー", 62, 139, Kind::unused},
};

constexpr Field statement_end[] = {
    {"データ区分", 1, 1, Kind::fixed, "9"},
    {"レコード総件数", 2, 10, Kind::unused},
    {"口座数", 12, 5, Kind::unused},
    {"ダミー", 17, 184, Kind::unused},
};

constexpr bool covers_record(std::span<const Field> fields) {
  std::size_t next = 1;
  for (const auto& field : fields) {
    if (field.offset != next) return false;
    next += field.length;
  }
  return next == record_bytes + 1;
}
static_assert(covers_record(notice_header) && covers_record(notice_entry) &&
              covers_record(notice_trailer) && covers_record(notice_end));
static_assert(covers_record(statement_header) && covers_record(statement_entry) &&
              covers_record(statement_trailer) && covers_record(statement_end));

bool is_notice(FileKind kind) { return kind == FileKind::transfer_notice; }

}  // namespace

std::span<const Field> header_fields(FileKind kind) {
  if (is_notice(kind)) return notice_header;
  return statement_header;
}
std::span<const Field> entry_fields(FileKind kind) {
  if (is_notice(kind)) return notice_entry;
  return statement_entry;
}
std::span<const Field> trailer_fields(FileKind kind) {
  if (is_notice(kind)) return notice_trailer;
  return statement_trailer;
}
std::span<const Field> end_fields(FileKind kind) {
  if (is_notice(kind)) return notice_end;
  return statement_end;
}

std::string_view bytes_of(std::string_view record, const Field& field) {
  KENPO_REQUIRE(record.size() == record_bytes);
  return record.substr(field.offset - 1U, field.length);
}

const Field& field_named(std::span<const Field> fields, std::string_view name) {
  const auto found = std::ranges::find(fields, name, &Field::name);
  KENPO_REQUIRE(found != fields.end());
  return *found;
}

}  // namespace kenpo::format::bank_statement
