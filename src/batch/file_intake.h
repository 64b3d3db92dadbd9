// Any known file, recognised by its content and taken in by the act that it belongs to.
#pragma once

#include <string>
#include <string_view>

#include "base/mapped_file.h"
#include "base/plain.h"
#include "base/progress.h"
#include "base/result.h"
#include "eligibility/ledger.h"
#include "notice/gate.h"

namespace kenpo::batch {

enum class FileKind {
  ledger,
  notifications,
  claims_insurer,
  claims_provider,
  claims_returned,  // 返戻: HEN, SAH
  review_results,   // results of re-examinations
  master,
  disease_groups,   // 疾病分類表
  pay_reports,      // 報酬の報告
  transfer,
  archive,  // compressed: told, never opened
  unknown
};

/// By the first bytes; the name of a file is not trusted.
FileKind recognise(std::string_view bytes);
base::Words wording(FileKind kind);

struct FileIntake {
  FileKind kind = FileKind::unknown;
  bool already = false;  // the same file was taken in before; nothing has changed
  base::Words told;      // one line: what was taken in and what is left for people
};

/// Takes in the bytes of one file, whole or not at all.
base::Result<FileIntake> take_in(eligibility::Ledger& ledger, const notice::Acting& acting,
                                 const base::Plain& file, base::LargeBytes bytes,
                                 const base::TellProgress& tell);

}  // namespace kenpo::batch
