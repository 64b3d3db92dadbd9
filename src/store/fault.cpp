#include "store/fault.h"

namespace kenpo::store {

using base::Fault;
using base::Plain;

Fault busy_fault() {
  return {.what = {"データベースが使用中です。", "The database is busy."},
          .why = {"ほかの処理の書込みが終わるのを待ちましたが、順番が来ませんでした。",
                  "Another piece of work was still writing when the wait ended."},
          .mend = {"しばらく待って、もう一度お試しください。", "Please try again in a moment."},
          .place = {}};
}

Fault disk_full_fault() {
  return {.what = {"ディスクに書き込めません。", "The disk cannot be written."},
          .why = {"空き容量がないか、ディスクに障害があります。今回の変更は保存していません。",
                  "It is full or failing. Nothing of this change was kept."},
          .mend = {"空き容量を増やして、もう一度お試しください。",
                   "Free some space and try again."},
          .place = {}};
}

Fault damaged_fault() {
  return {.what = {"データベースのファイルが壊れています。", "The database file is damaged."},
          .why = {"読み出したページが、書き込んだときの内容と一致しません。",
                  "A page is not what was written."},
          .mend = {"処理を止め、最新のバックアップから復元してください。",
                   "Stop the work and restore the newest backup."},
          .place = {}};
}

Fault wrong_key_fault() {
  return {.what = {"データベースの鍵が合いません。", "The key does not fit the database."},
          .why = {"別のデータフォルダの鍵か、ファイルの先頭が壊れています。",
                  "It is the key of another data directory, or the head of the file is damaged."},
          .mend = {"このデータフォルダの keys/master.key を元に戻してください。",
                   "Put back the keys/master.key of this data directory."},
          .place = {}};
}

Fault cannot_open_fault() {
  return {.what = {"データベースを開けません。", "The database cannot be opened."},
          .why = {"ファイルがないか、読み書きする権限がありません。",
                  "The file is absent, or may not be read or written."},
          .mend = {"データフォルダの場所と権限を確かめてください。",
                   "Check where the data directory is and who may use it."},
          .place = {}};
}

Fault duplicate_fault() {
  return {.what = {"同じ内容がすでに登録されています。", "The same is already registered."},
          .why = {"この項目は重複を認めていません。", "This item may exist only once."},
          .mend = {"登録済みの内容を確かめてください。", "Please look at what is registered."},
          .place = {}};
}

Fault field_too_long_fault(const Column& column) {
  return {.what = {"項目が長すぎます。", "The value is too long."},
          .why = {"1項目は65,536バイトまでです。", "One item has at most 65,536 bytes."},
          .mend = {"短くするか、添付書類としてお預けください。",
                   "Shorten it, or keep it as a document."},
          .place = {.file = {}, .field = Plain::name(column.name)}};
}

Fault subject_erased_fault() {
  return {.what = {"この方の情報は消去されています。", "This subject's data were erased."},
          .why = {"消去した方の鍵は、作り直せません。", "Keys of an erased subject are not remade."},
          .mend = {"あらためて登録するときは、新しい方として登録してください。",
                   "To register again, register a new subject."},
          .place = {}};
}

Fault key_missing_fault() {
  return {.what = {"記録を開く鍵が見つかりません。", "The key of a record is missing."},
          .why = {"消去の記録がないのに、鍵束に鍵がありません。",
                  "The keyring has neither the key nor a record of its erasure."},
          .mend = {"鍵束(keys フォルダ)をバックアップから復元してください。",
                   "Restore the keyring (the keys directory) from its backup."},
          .place = {}};
}

Fault master_key_unsafe_fault() {
  return {.what = {"マスター鍵のファイルを、ほかの利用者が読める状態です。",
                   "Others may read the file of the master key."},
          .why = {"keys/master.key は所有者だけが読める(0600)ことが必要です。",
                  "keys/master.key must be readable by its owner only (0600)."},
          .mend = {"chmod 600 で権限を狭め、鍵が漏れていないか確かめてください。",
                   "Narrow it with chmod 600 and find out whether the key leaked."},
          .place = {}};
}

Fault master_key_exists_fault() {
  return {.what = {"このデータフォルダには、すでに鍵があります。",
                   "This data directory already has keys."},
          .why = {"上書きすると、今あるデータは二度と読めなくなります。",
                  "Overwriting them would make the present data unreadable for ever."},
          .mend = {"別のフォルダを指定してください。", "Name another directory."},
          .place = {}};
}

Fault master_key_missing_fault() {
  return {.what = {"マスター鍵を読めません。", "The master key cannot be read."},
          .why = {"keys/master.key がないか、32バイトではありません。",
                  "keys/master.key is absent or not of 32 bytes."},
          .mend = {"保管している鍵を元の場所に戻してください。",
                   "Put the key that you keep back in its place."},
          .place = {}};
}

Fault other_insurer_fault() {
  return {.what = {"別の保険者のデータフォルダです。", "The data are of another insurer."},
          .why = {"記録されている保険者番号が、設定と異なります。",
                  "The insurer number recorded in it differs from the settings."},
          .mend = {"データフォルダの指定を確かめてください。", "Check the data directory."},
          .place = {}};
}

Fault undeclared_table_fault() {
  return {.what = {"宣言されていない表がデータベースにあります。",
                   "The database has a table that is not declared."},
          .why = {"持ち主と利用目的が分からない情報は、置くことができません。",
                  "Data without an owner and a purpose may not be kept."},
          .mend = {"新しい版のプログラムで開くか、移行手順を確かめてください。",
                   "Open it with the newer program, or check the migrations."},
          .place = {}};
}

Fault undeclared_column_fault(const Table& table) {
  Fault fault = undeclared_table_fault();
  fault.what = {"宣言されていない列がデータベースにあります。",
                "The database has a column that is not declared."};
  fault.place.field = Plain::name(table.japanese);
  return fault;
}

Fault declaration_changed_fault(const Table& table) {
  return {.what = {"表の宣言が、記録されているものと合いません。",
                   "The table's declaration does not follow the recorded one."},
          .why = {"列は、末尾に、空でもよい列としてだけ追加できます。",
                  "Columns are only added, at the end, as optional ones."},
          .mend = {"移行手順を書いてください。", "Write a migration."},
          .place = {.file = {}, .field = Plain::name(table.name)}};
}

Fault declaration_flaw_fault(const Table& table, std::string_view flaw) {
  return {.what = {"表の宣言に誤りがあります。", "A table's declaration is not sound."},
          .why = {Plain::name(flaw), Plain::name(flaw)},
          .mend = {"宣言を直してください。", "Mend the declaration."},
          .place = {.file = {}, .field = Plain::name(table.name)}};
}

Fault migration_changed_fault(int number) {
  return {.what = {"移行手順" + Plain(number) + "が、実行したときと異なります。",
                   "Migration " + Plain(number) + " differs from the one that ran."},
          .why = {"実行済みの手順は変更できません。番号は1から続けて付けます。",
                  "A step that ran is never changed; numbers go 1, 2, 3."},
          .mend = {"新しい番号の手順を加えてください。", "Add a step with a new number."},
          .place = {}};
}

Fault row_absent_fault() {
  return {.what = {"変更しようとした記録がありません。", "The record to change is absent."},
          .why = {"ほかの人が先に変更または削除した可能性があります。",
                  "Somebody else may have changed or removed it."},
          .mend = {"画面を開き直して確かめてください。", "Please open it again."},
          .place = {}};
}

bool is_duplicate(const base::Faults& faults) {
  return faults.size() == 1 && faults.front() == duplicate_fault();
}

}  // namespace kenpo::store
