// Commitments, and the sets of bulk leaves that the access history keeps beside its index.
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <iterator>

#include "base/hash.h"
#include "base/whole_file.h"
#include "store/access_history.h"

namespace kenpo::store {

using base::Result;
using notice::Commitment;

namespace {

base::Fault file_fault() {
  return {.what = {"利用履歴のファイルを書けません。", "The access history cannot be written."},
          .why = {"記録できないときは、何も表示しません。", "Nothing is shown without its record."},
          .mend = {"ディスクの空きと権限を確かめてください。", "Check disk space and permissions."},
          .place = {}};
}

base::Fault set_fault() {
  return {.what = {"利用履歴の集合が記録と合いません。", "A kept set does not match the log."},
          .why = {"ファイルが失われたか、書き換えられています。", "It was lost or changed."},
          .mend = {"個人情報取扱責任者に知らせてください。", "Tell the responsible person."},
          .place = {}};
}

}  // namespace

Result<Commitment> AccessHistory::commitment(base::PersonId person) {
  return keys_.commitment_of(SubjectId(person));
}

// A new salt must outlive the leaf that is made with it; nothing to do when there is none.
Result<> AccessHistory::keep_salts() { return keys_.flush(); }

Result<> AccessHistory::keep_set(std::span<const Commitment> sorted, const notice::TreeHash& root) {
  const auto path = directory_ + "/sets/" + base::hexadecimal(root);
  if (::access(path.c_str(), F_OK) == 0) return base::Done{};
  const std::string_view bytes(reinterpret_cast<const char*>(sorted.data()), sorted.size_bytes());
  if (!base::write_whole(path, bytes)) return file_fault();
  return base::Done{};
}

Result<std::vector<Commitment>> AccessHistory::read_set(const notice::TreeHash& root) const {
  std::ifstream file(directory_ + "/sets/" + base::hexadecimal(root), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::vector<Commitment> set(bytes.size() / sizeof(Commitment));
  if (set.empty() || bytes.size() % sizeof(Commitment) != 0) return set_fault();
  std::memcpy(set.data(), bytes.data(), bytes.size());
  const auto subjects = notice::subjects_of(set);
  const auto* kept = std::get_if<notice::SubjectSet>(&subjects);
  if (kept == nullptr || kept->root != root) return set_fault();
  return set;
}

}  // namespace kenpo::store
