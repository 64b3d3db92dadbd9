#include "format/transfer/words.h"

namespace kenpo::format::transfer {

using base::Fault;
using base::Plain;

Fault file_is_too_large() {
  return {{"ファイルが大きすぎます。", "The file is too large."},
          {"総合振込のファイルは999,999件までです。", "It holds at most 999,999 payments."},
          {"いくつかのファイルに分けてください。", "Divide it into several files."},
          {}};
}

Fault file_is_empty() {
  return {{"ファイルが空です。", "The file is empty."},
          {},
          {"振込データを作り直してください。", "Make the file again."},
          {}};
}

Fault record_length_differs(std::size_t bytes) {
  return {{"レコードが" + Plain(bytes) + "バイトです。", "The record has " + Plain(bytes) +
                                                              " bytes."},
          {"総合振込のレコードは120バイトで、改行（CR LF）は付けても付けなくてもかまいません。",
           "A record has 120 bytes, with or without CR LF behind it."},
          {"末尾の空白が消えたり文字コードが変わったりしていないか確かめてください。",
           "Check whether spaces at the end were lost or the code was changed."},
          {}};
}

Fault framing_is_mixed() {
  return {{"改行のあるレコードとないレコードがあります。",
           "Some records have a line end and some do not."},
          {"改行（CR LF）はすべてのレコードに付けるか、まったく付けないかのどちらかです。",
           "CR LF stands behind every record or behind none."},
          {"振込データを作り直してください。", "Make the file again."},
          {}};
}

Fault header_is_missing() {
  return {{"先頭がヘッダレコードではありません。", "The first record is no header."},
          {"ファイルはデータ区分1のレコードで始まります。", "A file begins with record kind 1."},
          {"総合振込のファイルか確かめてください。", "Check that it is a transfer file."},
          {}};
}

Fault kind_is_not_read(std::string_view code, std::string_view name) {
  return {{"種別コード" + Plain::code(code) + "（" + Plain::name(name) +
               "）のファイルです。",
           "This is a file of kind " + Plain::code(code) + " (" + Plain::name(name) + ")."},
          {"ここで読めるのは種別21の総合振込です。", "Only kind 21 (total transfer) is read here."},
          {"総合振込のファイルを選んでください。", "Choose a file of kind 21."},
          {}};
}

Fault trailer_is_missing() {
  return {{"トレーラレコードがありません。", "There is no trailer."},
          {"データレコードの後には件数と金額の合計（データ区分8）が続きます。途中で切れたファイル"
           "かもしれません。",
           "The sums (record kind 8) follow the payments; the file may have been cut off."},
          {"振込データを作り直してください。", "Make the file again."},
          {}};
}

Fault end_is_missing() {
  return {{"エンドレコードがありません。", "There is no end record."},
          {"ファイルはデータ区分9のレコードで終わります。途中で切れたファイルかもしれません。",
           "A file ends with record kind 9; it may have been cut off."},
          {"振込データを作り直してください。", "Make the file again."},
          {}};
}

Fault record_is_out_of_place() {
  return {{"レコードの並びが違います。", "The record is out of place."},
          {"並びはヘッダ1件、データ1件以上、トレーラ1件、エンド1件です。",
           "The order is one header, payments, one trailer, one end record."},
          {"1つの委託者ごとに1つのファイルにしてください。", "Make one file for each sender."},
          {}};
}

Fault nothing_is_paid() {
  return {{"振込が1件もありません。", "There is no payment."},
          {"データレコードは1件以上必要です。", "At least one payment is needed."},
          {"振込データを確かめてください。", "Check the payments."},
          {}};
}

Fault more_faults_follow() {
  return {{"ほかにも誤りがあります。", "There are more faults."},
          {"示すのは" + Plain(base::faults_limit) + "件までです。",
           "At most " + Plain(base::faults_limit) + " are shown."},
          {"示した誤りを直してから、もう一度試してください。", "Mend these and try again."},
          {}};
}

Fault is_not_fixed(const Field& field) {
  const bool whole = field.kind == Kind::fixed;
  return {{"使えない値です。", "The value is not allowed."},
          {"使えるのは「" + Plain::name(field.allowed) +
               (whole ? Plain("」だけです。") : Plain("」のどれか1文字です（空白も1文字）。")),
           (whole ? Plain("Only \"") : Plain("One character of \"")) + Plain::name(field.allowed) +
               "\" is allowed."},
          {"値を確かめて直してください。", "Check and correct it."},
          {}};
}

Fault is_not_digits(const Field& field) {
  return {{"半角数字" + Plain(field.length) + "桁ではありません。",
           "It is not made of " + Plain(field.length) + " digits."},
          {"この項目は右詰めで、先頭をゼロで埋めます。",
           "The field is right-aligned with zeros in front."},
          {"先頭のゼロが消えていないか確かめてください。",
           "Check whether leading zeros were lost."},
          {}};
}

Fault is_not_blank() {
  return {{"空白のはずの場所に文字があります。", "There are characters where spaces belong."},
          {},
          {"項目の位置がずれていないか確かめてください。", "Check whether fields have shifted."},
          {}};
}

Fault has_other_character() {
  return {{"銀行で使えない文字があります。", "There is a character that banks do not take."},
          {"使えるのは半角の大きいカナ、英大文字、数字、空白と ( ) , - . / です。"
           "小さいカナと長音記号は使えず、EDI情報ではカンマも使えません。",
           "Taken are half-width large kana, capitals, digits, space and ( ) , - . / ; no small "
           "kana, no long sound mark, and no comma in EDI information."},
          {"小さいカナは大きく、長音は「-」に直してください。",
           "Write small kana large and the long sound as \"-\"."},
          {}};
}

Fault is_empty() {
  return {{"必ず書く項目が空です。", "A field that must be filled is empty."},
          {},
          {"値を入れてください。", "Fill it in."},
          {}};
}

Fault is_too_long(const Field& field) {
  return {{"長すぎます。", "It is too long."},
          {"この項目は" + Plain(field.length) + "文字までです（濁点と半濁点も1文字）。",
           "The field has " + Plain(field.length) + " characters; ﾞ and ﾟ count as one each."},
          {"略語を使うなどして短くしてください。通帳の名義で照合される範囲を銀行に確かめてください。",
           "Shorten it, and ask the bank how much of the name is compared."},
          {}};
}

Fault is_no_day() {
  return {{"実在しない月日です。", "There is no such day."},
          {"取組日は月と日を2桁ずつで書きます。", "The day is two digits each of month and day."},
          {"月日を確かめて直してください。", "Check and correct it."},
          {}};
}

Fault amount_is_out_of_range() {
  return {{"振込金額が範囲の外です。", "The amount is out of range."},
          {"1円から9,999,999,999円までです。", "It lies between 1 and 9,999,999,999 yen."},
          {"0円の振込は除き、大きな金額は分けてください。",
           "Leave out payments of 0 yen, divide larger ones."},
          {}};
}

Fault count_differs() {
  return {{"合計件数がデータレコードの数と違います。",
           "The count is not the number of payments."},
          {"トレーラの件数はデータレコードの数と同じです。途中が抜けたファイルかもしれません。",
           "The trailer counts the payments; some may have been lost."},
          {"振込データを作り直してください。", "Make the file again."},
          {}};
}

Fault total_differs() {
  return {{"合計金額が振込金額の合計と違います。", "The total is not the sum of the payments."},
          {"トレーラの金額はデータレコードの金額の合計と同じです。",
           "The trailer sums the payments."},
          {"振込データを作り直してください。", "Make the file again."},
          {}};
}

Fault total_is_too_large() {
  return {{"件数か合計金額が大きすぎます。", "There are too many payments or the sum is too large."},
          {"件数は6桁、合計金額は12桁までです。", "Count: six digits; sum: twelve digits."},
          {"いくつかのファイルに分けてください。", "Divide it into several files."},
          {}};
}

Fault codes_beside_edi() {
  return {{"EDI情報と顧客コードが両方あります。",
           "There are both EDI information and customer codes."},
          {"どちらも92桁目からの同じ場所に書くので、両方は書けません。",
           "They share the place from column 92."},
          {"どちらかを空にしてください。", "Leave one of them empty."},
          {}};
}

Fault has_no_spelling(std::size_t characters) {
  return {{"銀行のファイルに書けない文字が" + Plain(characters) + "文字あります。",
           Plain(characters) + " characters cannot be written in a bank file."},
          {"漢字などは書けません。使えるのはカナ、英数字、空白と ( ) , - . / です。",
           "No kanji; taken are kana, letters, digits, space and ( ) , - . / ."},
          {"カナの名義に直してください。", "Enter the name in kana."},
          {}};
}

}  // namespace kenpo::format::transfer
