#include "format/bank_statement/words.h"

namespace kenpo::format::bank_statement {

namespace {

using base::Fault;
using base::Plain;
using base::Words;

Words get_again() {
  return {"銀行からファイルを取り直してください。", "Fetch the file from the bank again."};
}

Fault of(Words what, Words why) { return {std::move(what), std::move(why), get_again(), {}}; }

}  // namespace

Fault file_too_large() {
  return {{"ファイルが大きすぎます。", "The file is too large."},
          {"入金のファイルは100万レコードまでです。", "It holds at most a million records."},
          {"期間を分けて取り直してください。", "Fetch it in shorter spans of days."},
          {}};
}
Fault file_empty() { return of({"ファイルが空です。", "The file is empty."}, {}); }
Fault not_a_statement() {
  return {{"入金のファイルではありません。", "This is no statement file."},
          {"先頭は種別01（振込入金通知）か03（入出金取引明細）のヘッダです。",
           "It begins with a header of kind 01 or 03."},
          {"銀行の画面で全銀形式を選んでください。", "Choose the Zengin format at the bank."},
          {}};
}
Fault record_length(std::size_t bytes) {
  return of({"レコードが" + Plain(bytes) + "バイトです。",
             "The record has " + Plain(bytes) + " bytes."},
            {"レコードは200バイトで、改行（CR LF）は付けても付けなくてもかまいません。",
             "A record has 200 bytes, with or without CR LF behind it."});
}
Fault mixed_framing() {
  return of({"改行のあるレコードとないレコードがあります。",
             "Some records have a line end and some do not."},
            {});
}
Fault out_of_place() {
  return of({"ここに来るはずのないレコードです。", "The record is out of place."},
            {"並びは、口座ごとにヘッダ・データ・トレーラ、最後にエンドです。",
             "Each account has header, entries, trailer; the end record is the last."});
}
Fault ends_early() {
  return of({"ファイルが途中で終わっています。", "The file ends early."},
            {"トレーラかエンドのレコードがありません。", "A trailer or the end is missing."});
}
Fault breaks_field(const Field& field) {
  switch (field.kind) {
    case Kind::fixed:
    case Kind::code:
      return of({"この項目に使えない値です。", "The value is not one of the field's."},
                {"使える値：" + Plain::name(field.allowed), "One of: " + Plain::name(field.allowed)});
    case Kind::digits:
    case Kind::digits_or_blank:
      return of({"数字ではありません。", "These are no digits."},
                {Plain(field.length) + "桁の数字です。", Plain(field.length) + " digits."});
    case Kind::text:
    case Kind::unused:
      return of({"半角文字ではない文字があります。", "A character is not half width."},
                {"半角のカナ・英数字・記号（JIS X 0201）だけです。", "JIS X 0201 only."});
  }
  return {};
}
Fault no_such_day() {
  return of({"日付として読めません。", "This is no day."},
            {"年（和暦か西暦の下2桁）・月・日の6桁で、最近10年のうちの日です。",
             "Two digits each of year, month and day, within the last ten years."});
}
Fault day_to_come() {
  return of({"きょうより後の日付です。", "The day is to come."}, {});
}
Fault amount_of_zero() {
  return of({"金額が0円です。", "The amount is zero."}, {});
}
Fault differs_from_trailer() {
  return of({"件数か金額の合計が明細と合いません。", "Count or sum differs from the entries."},
            {"ファイルの一部が欠けているかもしれません。", "A part of the file may be missing."});
}
Fault balance_differs() {
  return of({"取引前残高と明細から計算した残高が、取引後残高と合いません。",
             "The balance after does not follow from the balance before and the entries."},
            {"ファイルの一部が欠けているかもしれません。", "A part of the file may be missing."});
}
Fault faults_go_on() {
  return {{"誤りがまだ続きます。", "There are more faults."}, {}, {}, {}};
}

}  // namespace kenpo::format::bank_statement
