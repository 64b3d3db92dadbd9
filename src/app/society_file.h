// Who runs this installation: `society.tsv` in the data directory. Name, address and telephone
// stand on every page, letter and form (notice section 4); they are configuration, never code.
#pragma once

#include <string>

#include "base/id.h"
#include "base/result.h"
#include "notice/document.h"

namespace kenpo::app {

struct SocietyFile {
  base::InsurerNumber insurer;
  notice::Society society;
  std::string representative;  // 理事長: 個人情報保護法32条1項1号
  std::string log_origin;      // the audit log's name: `kenpo.example/audit`
};

/// Reads `directory`/society.tsv: lines `key<TAB>value`. Refuses an unknown key, a key twice, a
/// missing one, and an insurer number whose check digit does not hold.
base::Result<SocietyFile> read_society_file(const std::string& directory);

/// Writes the file for a new data directory; an existing one is never overwritten.
base::Result<> write_society_file(const std::string& directory, const SocietyFile& society);

/// 見本健康保険組合: the invented society of `make run`.
SocietyFile sample_society();

}  // namespace kenpo::app
