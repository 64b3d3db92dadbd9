#include "format/notification_csv/cell_words.h"

namespace kenpo::format::notification_csv {

using base::Fault;
using base::Plain;

namespace {

Plain words_of(std::string_view allowed) { return Plain::name(allowed); }

}  // namespace

Fault is_missing() {
  return {{"必ず書く項目が空です。", "An item that must be filled is empty."},
          {},
          {"値を入れてください。", "Fill it in."},
          {}};
}

Fault must_be_empty() {
  return {{"空でなければならない項目に値があります。", "An item that must stay empty is filled."},
          {},
          {"値を消し、カンマは残してください。", "Remove the value and keep the comma."},
          {}};
}

Fault is_too_long(const Item& item) {
  return {{"長すぎます。", "It is too long."},
          {"この項目は" + Plain(item.longest_bytes) + "バイト以内です（全角は1文字2バイト）。",
           "The item has at most " + Plain(item.longest_bytes) +
               " bytes (a full-width character has two)."},
          {"短くしてください。", "Shorten it."},
          {}};
}

Fault is_too_short(const Item& item) {
  return {{"桁が足りません。", "It is too short."},
          {"この項目は" + Plain(item.shortest_bytes) + "バイト以上です。",
           "The item has at least " + Plain(item.shortest_bytes) + " bytes."},
          {"先頭のゼロが消えていないか確かめてください。",
           "Check whether leading zeros were lost."},
          {}};
}

Fault is_not_allowed(const Item& item) {
  return {{"使えない値です。", "The value is not allowed."},
          {"使える値は「" + words_of(item.allowed) + "」です。",
           "Allowed: " + words_of(item.allowed) + "."},
          {"使える値のどれかに直してください。", "Change it to an allowed value."},
          {}};
}

Fault is_not_digits() {
  return {{"数字でない文字があります。", "It holds something other than digits."},
          {"この項目は半角数字だけです。", "The item is made of half-width digits."},
          {"半角数字に直してください。桁区切りや「円」は付けません。",
           "Change it to half-width digits, without separators or units."},
          {}};
}

Fault is_only_zeros() {
  return {{"すべてゼロです。", "It is all zeros."},
          {"この番号はすべてゼロにはなりません。", "This number is never all zeros."},
          {"正しい番号を入れるか、書かなくてよい項目なら空にしてください。",
           "Enter the right number, or leave the item empty where that is allowed."},
          {}};
}

Fault is_out_of_range(const Item& item) {
  return {{"値が範囲の外です。", "The value is out of range."},
          {"この項目は" + Plain(item.least) + "から" + Plain(item.most) + "までです。",
           "The item lies between " + Plain(item.least) + " and " + Plain(item.most) + "."},
          {"値を確かめて直してください。", "Check the value and correct it."},
          {}};
}

Fault is_not_symbol() {
  return {{"事業所記号に使えない文字があります。", "The symbol holds a character it cannot have."},
          {"事業所記号は半角の英数字かカナで、すべてゼロにはなりません。",
           "It is made of half-width letters, digits or kana and is never all zeros."},
          {"事業所整理記号の郡市区符号より後の部分を半角で入れてください。",
           "Enter the part of the office code after the county code in half width."},
          {}};
}

Fault is_not_half_width() {
  return {{"全角の文字があります。", "It holds full-width characters."},
          {"この項目は半角文字だけです。", "The item is made of half-width characters."},
          {"半角に直してください。", "Change it to half width."},
          {}};
}

Fault is_not_half_kana() {
  return {{"半角カナでない文字があります。", "It holds something other than half-width kana."},
          {"氏名（カナ）は半角カナと半角スペースだけです。",
           "A name in kana is made of half-width kana and one half-width space."},
          {"半角カナに直してください。", "Change it to half-width kana."},
          {}};
}

Fault is_not_full_width() {
  return {{"半角の文字があります。", "It holds half-width characters."},
          {"氏名（漢字）は全角文字だけです。姓と名の間の空白も全角です。",
           "A name in kanji is made of full-width characters, the space included."},
          {"全角に直してください。", "Change it to full width."},
          {}};
}

Fault lacks_kana_space() {
  return {{"姓と名の間の空白が正しくありません。", "The space within the name is not right."},
          {"氏名（カナ）は姓と名の間に半角スペースを1つだけ入れます。",
           "Exactly one half-width space stands between family and given name."},
          {"空白を半角1つにしてください。前後の空白は消します。",
           "Keep one half-width space and none before or after the name."},
          {}};
}

Fault lacks_kanji_space() {
  return {{"姓と名の間の空白が正しくありません。", "The space within the name is not right."},
          {"氏名（漢字）は姓と名の間に全角スペースを1つだけ入れます。",
           "Exactly one full-width space stands between family and given name."},
          {"空白を全角1つにしてください。前後の空白は消します。",
           "Keep one full-width space and none before or after the name."},
          {}};
}

Fault lacks_era() {
  return {{"年月日はありますが、元号がありません。", "There is a date without its era."},
          {"元号と年月日は両方書くか、両方空にします。", "Era and date come together."},
          {"前の項目に元号の番号を入れてください（5 昭和、7 平成、9 令和）。",
           "Enter the era's number in the item before (5 Showa, 7 Heisei, 9 Reiwa)."},
          {}};
}

Fault lacks_day() {
  return {{"元号はありますが、年月日がありません。", "There is an era without its date."},
          {"元号と年月日は両方書くか、両方空にします。", "Era and date come together."},
          {"年月日を入れるか、元号を消してください。", "Enter the date or remove the era."},
          {}};
}

Fault is_no_day() {
  return {{"実在しない日付です。", "There is no such day."},
          {"年月日は元号の年・月・日を2桁ずつで書き、その元号の期間にある日でなければなりません"
           "（例：令和元年5月1日は元号9、010501）。",
           "A date is two digits each of the era's year, month and day and lies within the era "
           "(1 May 2019: era 9, 010501)."},
          {"元号と年月日を確かめて直してください。", "Check era and date and correct them."},
          {}};
}

Fault is_no_month() {
  return {{"実在しない年月です。", "There is no such month."},
          {"年と月は2桁ずつで、その元号の期間にある月でなければなりません。",
           "Year and month have two digits each and lie within the era."},
          {"元号と年月を確かめて直してください。", "Check era, year and month."},
          {}};
}

Fault fails_check_digit() {
  return {{"個人番号の検査用数字が合いません。", "The individual number fails its check digit."},
          {"12桁目は前の11桁から決まります。",
           "The twelfth digit follows from the eleven before it."},
          {"番号を確認書類と見比べて直してください。", "Compare it with the document and correct it."},
          {}};
}

Fault holds(BadCharacter bad) {
  switch (bad) {
    case BadCharacter::quote:
      return {{"引用符（\"）があります。", "There is a quotation mark."},
              {"このファイルは項目を引用符で囲みません。", "Items are not quoted in this file."},
              {"引用符なしで書き出してください。", "Write the file without quotation marks."},
              {}};
    case BadCharacter::control:
      return {{"制御文字があります。", "There is a control character."},
              {"改行（CR LF）のほかに制御文字は使えません。",
               "No control character but the line end CR LF may be used."},
              {"その文字を消してください。", "Remove the character."},
              {}};
    case BadCharacter::machine_dependent:
      return {{"使えない文字（機種依存文字）があります。", "There is a machine-dependent character."},
              {"使えるのはJISの第1・第2水準までで、①、㈱、髙、﨑などは使えません。",
               "Only JIS level 1 and 2 may be used, not ①, ㈱, 髙, 﨑 and the like."},
              {"JISにある文字に置き換えてください（例：髙は高、㈱は（株））。",
               "Replace it with a character of JIS, for example 高 for 髙."},
              {}};
    case BadCharacter::user_defined:
      return {{"外字があります。", "There is a user-defined character."},
              {"使えるのはJISの第1・第2水準までです。", "Only JIS level 1 and 2 may be used."},
              {"JISにある文字かカナに置き換えてください。",
               "Replace it with a character of JIS or with kana."},
              {}};
    case BadCharacter::unknown: break;
  }
  return {{"文字として読めない部分があります。", "There are bytes that are no character."},
          {"このファイルの文字コードはシフトJISです。", "The file is in Shift_JIS."},
          {"シフトJISで保存し直してください。", "Save the file in Shift_JIS."},
          {}};
}

}  // namespace kenpo::format::notification_csv
