#include "format/notification_csv/file_words.h"

#include "format/notification_csv/layout.h"

namespace kenpo::format::notification_csv {

using base::Fault;
using base::Plain;

Fault file_is_too_large() {
  return {{"ファイルが大きすぎます。", "The file is too large."},
          {"届書のファイルは4.5MBまでです。", "A notification file has at most 4.5 MB."},
          {"人を分けて、いくつかのファイルにしてください。", "Divide it into several files."},
          {}};
}

Fault file_is_empty() {
  return {{"ファイルが空です。", "The file is empty."},
          {},
          {"届書を書き出し直してください。", "Write the file again."},
          {}};
}

Fault file_is_utf8() {
  return {{"文字コードがUTF-8です。", "The file is in UTF-8."},
          {"届書のファイルの文字コードはシフトJISです。", "A notification file is in Shift_JIS."},
          {"シフトJISで保存し直してください。", "Save it in Shift_JIS."},
          {}};
}

Fault line_break_is_wrong() {
  return {{"改行がCR LFではありません。", "The line does not end with CR LF."},
          {"すべての行はCR LF（0D 0A）で終わります。", "Every line ends with CR LF (0D 0A)."},
          {"改行コードをCR LFにして保存し直してください。", "Save the file with CR LF line ends."},
          {}};
}

Fault last_line_is_open() {
  return {{"最後の行に改行がありません。", "The last line has no line end."},
          {"最後の行もCR LFで終わります。途中で切れたファイルかもしれません。",
           "The last line ends with CR LF too; the file may have been cut off."},
          {"届書を書き出し直してください。", "Write the file again."},
          {}};
}

Fault end_mark_is_there() {
  return {{"ファイルの終わりの印（1A）があります。", "There is an end-of-file mark (1A)."},
          {"届書のファイルは最後の改行で終わります。", "The file ends with its last line end."},
          {"印を付けない設定で書き出してください。", "Write the file without the mark."},
          {}};
}

Fault line_is_blank() {
  return {{"空の行があります。", "There is a blank line."},
          {},
          {"空の行を消してください。", "Remove the line."},
          {}};
}

Fault head_is_short() {
  return {{"先頭の5行がそろっていません。", "The five lines of the head are not all there."},
          {"先頭は媒体管理、[kanri]、事業所数、事業所情報、[data]の5行です。",
           "The head is: medium, [kanri], number of establishments, establishment, [data]."},
          {"届書を書き出し直してください。", "Write the file again."},
          {}};
}

Fault mark_is_missing(std::string_view mark) {
  return {{"この行は「" + Plain::name(mark) + "」のはずです。",
           "This line should be " + Plain::name(mark) + "."},
          {"行の順番は決まっていて、前後に何も付けません。",
           "The order of lines is fixed, and nothing stands beside the mark."},
          {"先頭の5行を確かめてください。", "Check the five lines of the head."},
          {}};
}

Fault item_count_differs(int expected, int found) {
  return {{"項目の数が" + Plain(found) + "です。", "There are " + Plain(found) + " items."},
          {"この行の項目は" + Plain(expected) +
               "です。空の項目のカンマも省けず、値の中にカンマは使えません。",
           "This line has " + Plain(expected) +
               "; the commas of empty items stay, and no value holds a comma."},
          {"カンマの数を確かめてください。", "Check the commas."},
          {}};
}

Fault form_is_not_read(std::string_view code, std::string_view name) {
  return {{"様式コード" + Plain::code(code) + "（" + Plain::name(name) +
               "）は、このファイルでは受け付けません。",
           "Form " + Plain::code(code) + " (" + Plain::name(name) + ") is not taken in this file."},
          {"読めるのは資格取得届2200700、資格喪失届2201700、被扶養者（異動）届2202700、"
           "月額変更届2221700、算定基礎届2225700、賞与支払届2265700です。",
           "Taken are 2200700, 2201700, 2202700, 2221700, 2225700 and 2265700."},
          {"現在の様式で書き出すか、その届は別に出してください。",
           "Write it in the present form, or send that notification apart."},
          {}};
}

Fault form_is_unknown(std::string_view code) {
  return {{"様式コード" + Plain::code(code) + "は届書にありません。",
           "There is no form " + Plain::code(code) + "."},
          {"読めるのは資格取得届2200700、資格喪失届2201700、被扶養者（異動）届2202700、"
           "月額変更届2221700、算定基礎届2225700、賞与支払届2265700です。",
           "Taken are 2200700, 2201700, 2202700, 2221700, 2225700 and 2265700."},
          {"行の先頭の様式コードを確かめてください。", "Check the form code that begins the line."},
          {}};
}

Fault nothing_is_notified() {
  return {{"届書が1件もありません。", "There is no notification."},
          {"[data]の後に1件以上の届書が続きます。", "One or more follow [data]."},
          {"届書を書き出し直してください。", "Write the file again."},
          {}};
}

Fault more_faults_follow() {
  return {{"ほかにも誤りがあります。", "There are more faults."},
          {"示すのは" + Plain(base::faults_limit) + "件までです。",
           "At most " + Plain(base::faults_limit) + " are shown."},
          {"示した誤りを直してから、もう一度読み込んでください。",
           "Mend these and read the file again."},
          {}};
}

Fault cannot_be_written() {
  return {{"届書に書けない文字があります。", "There is a character that cannot be written."},
          {"使えるのはJISの第1・第2水準の文字で、カンマと改行は使えません。",
           "Characters are those of JIS level 1 and 2, without commas and line ends."},
          {"ほかの文字に置き換えてください。", "Replace it."},
          {}};
}

}  // namespace kenpo::format::notification_csv
