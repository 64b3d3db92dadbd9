#include "notice/audit_log_faults.h"

#include <cerrno>

namespace kenpo::notice {

using base::Fault;

Fault storage_fault(int code) {
  if (code == ENOSPC || code == EDQUOT || code == EFBIG) {
    return {.what = {"利用記録を書く場所がありません。", "There is no room for the audit log."},
            .why = {"記録できない利用にはお答えできません。",
                    "A use that cannot be recorded is not answered."},
            .mend = {"ディスクの空きを増やしてください。空けば自動で再開します。",
                     "Free disk space; the log resumes by itself."},
            .place = {}};
  }
  if (code == EACCES || code == EPERM || code == EROFS || code == ENOENT || code == ENOTDIR) {
    return {.what = {"利用記録のフォルダーに書けません。", "The audit log cannot be written."},
            .why = {"フォルダーがないか、書き込みが許されていません。",
                    "The directory is missing or not writable."},
            .mend = {"フォルダーと権限を確かめてください。", "Check the directory and its rights."},
            .place = {}};
  }
  return {.what = {"利用記録を書けません。", "The audit log cannot be written."},
          .why = {base::Plain("装置が誤り番号 ") + code + "を返しました。",
                  base::Plain("The device answered with error ") + code + "."},
          .mend = {"ディスクを調べ、kenpo を起動し直してください。",
                   "Examine the disk and start kenpo again."},
          .place = {}};
}

Fault closed_fault() {
  return {.what = {"利用記録は閉じられています。", "The audit log is closed."},
          .why = {"終了の途中です。", "The program is stopping."},
          .mend = {"起動し直してからもう一度お試しください。", "Start it again and try once more."},
          .place = {}};
}

Fault sync_failed_fault() {
  return {.what = {"利用記録をディスクに書き終えられませんでした。",
                   "The audit log could not be brought onto the disk."},
          .why = {"書いた内容が残っているか分からないため、記録を止め、お答えもしません。",
                  "What was written may be lost, so nothing more is recorded or answered."},
          .mend = {"kenpo は終わります。ディスクを調べてください。"
                   "起動し直すと、残った記録を読み直して続けます。",
                   "kenpo ends. Examine the disk; started again, it reads what is left."},
          .place = {}};
}

Fault in_use_fault() {
  return {.what = {"利用記録は別の kenpo が使っています。", "Another kenpo uses this audit log."},
          .why = {"一つの記録に書けるのは一つだけです。", "Only one program may write a log."},
          .mend = {"先に動いている kenpo を終えてください。", "Stop the other one first."},
          .place = {}};
}

Fault rolled_back_fault(std::uint64_t size, std::uint64_t remembered) {
  return {.what = {base::Plain("利用記録が以前の状態に戻されています。") + size + "件しかありません。",
                   base::Plain("The audit log was rolled back to ") + size + " leaves."},
          .why = {base::Plain("外に控えた検証点には") + remembered + "件あります。",
                  base::Plain("The checkpoint kept outside has ") + remembered + "."},
          .mend = {"消さずに保全し、個人情報保護の責任者に知らせてください。",
                   "Preserve the files and inform the person responsible for personal data."},
          .place = {}};
}

Fault forked_fault(std::uint64_t size) {
  return {.what = {base::Plain("利用記録の初めの") + size + "件が、控えた検証点と違います。",
                   base::Plain("The first ") + size + " leaves differ from the checkpoint kept."},
          .why = {"記録が書き換えられ、二つに分かれています（フォーク）。",
                  "The log was rewritten: it is a fork."},
          .mend = {"消さずに保全し、個人情報保護の責任者に知らせてください。",
                   "Preserve the files and inform the person responsible for personal data."},
          .place = {}};
}

Fault truncated_fault(std::uint64_t index) {
  return {.what = {base::Plain("利用記録の") + index + "件目より後が切り取られています。",
                   base::Plain("The audit log is truncated after leaf ") + index + "."},
          .why = {"検証点にある記録のファイルがありません。",
                  "Files of leaves under the checkpoint are missing."},
          .mend = {"消さずに保全し、控えから戻せるか確かめてください。",
                   "Preserve the files and see whether a backup has the rest."},
          .place = {}};
}

Fault beyond_fault(std::uint64_t size) {
  return {.what = {base::Plain("利用記録に、検証点（") + size + "件）より後のファイルがあります。",
                   base::Plain("The log has files beyond its checkpoint of ") + size + " leaves."},
          .why = {"検証点だけが以前のものに戻された疑いがあります。",
                  "The checkpoint alone may have been rolled back."},
          .mend = {"消さずに保全し、個人情報保護の責任者に知らせてください。",
                   "Preserve the files and inform the person responsible for personal data."},
          .place = {}};
}

Fault checkpoint_fault() {
  return {.what = {"利用記録の検証点を確かめられません。", "The log's checkpoint does not verify."},
          .why = {"ファイルがないか、この記録の鍵で署名されていません。",
                  "It is missing, or no key of this log has signed it."},
          .mend = {"消さずに保全し、鍵のフォルダーが合っているか確かめてください。",
                   "Preserve the files; check that the key directory belongs to this log."},
          .place = {}};
}

Fault damaged_fault(const base::Plain& file) {
  return {.what = {"利用記録のファイルが壊れているか、書き換えられています。",
                   "A file of the audit log is damaged or was changed."},
          .why = {"内容が検証点のハッシュと合いません。",
                  "Its content does not match the hashes under the checkpoint."},
          .mend = {"消さずに保全し、控えと比べてください。",
                   "Preserve the files and compare them with a backup."},
          .place = {.file = file, .line = 0, .column = 0, .field = {}}};
}

Fault keys_fault() {
  return {.what = {"利用記録の署名鍵を読めません。", "The log's signing key cannot be read."},
          .why = {"鍵のファイルがないか、壊れています。", "A key file is missing or damaged."},
          .mend = {"鍵のフォルダーを控えから戻してください。",
                   "Restore the key directory from its backup."},
          .place = {}};
}

Fault not_in_log_fault(std::uint64_t index) {
  return {.what = {base::Plain("利用記録の") + index + "番はまだ検証点に含まれていません。",
                   base::Plain("Leaf ") + index + " is not under the checkpoint yet."},
          .why = {"検証点は一定の時間ごとに作られます。", "Checkpoints are made at intervals."},
          .mend = {"少し待ってからもう一度お試しください。", "Wait a moment and try again."},
          .place = {}};
}

}  // namespace kenpo::notice
