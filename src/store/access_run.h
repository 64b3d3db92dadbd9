// One sorted file of the access history: which leaves of the audit log speak of which commitment.
// Written once, merged with its neighbours later, never changed. Format:
// docs/formats/access_history.md.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/mapped_file.h"
#include "base/result.h"
#include "notice/audit_log.h"

namespace kenpo::store {

/// The leaves that a file speaks of: all from `first` up to, not including, `end`.
struct LeafRange {
  std::uint64_t first = 0;
  std::uint64_t end = 0;
};

class AccessRun {
 public:
  /// Writes the sorted entries into `directory`, durably, and opens the file.
  static base::Result<std::shared_ptr<const AccessRun>> write(
      const std::string& directory, LeafRange range, std::span<const notice::LeafSubject> sorted);
  /// Refuses a file whose name, size or check do not fit its content.
  static base::Result<std::shared_ptr<const AccessRun>> open(const std::string& directory,
                                                             LeafRange range);
  /// The runs, which follow one another, as one.
  static base::Result<std::shared_ptr<const AccessRun>> merge(
      const std::string& directory, std::span<const std::shared_ptr<const AccessRun>> runs);

  static std::string path_of(const std::string& directory, LeafRange range);
  /// `first-end.run`, twenty digits each; nullopt for any other name.
  static std::optional<LeafRange> range_of_name(std::string_view name);

  LeafRange range() const { return range_; }
  std::size_t entries() const { return entries_; }
  const std::string& path() const { return path_; }
  /// Appends the leaves about the commitment, oldest first.
  void leaves_of(const notice::Commitment& subject, std::vector<std::uint64_t>& leaves) const;

 private:
  AccessRun(std::string path, LeafRange range, base::MappedFile file);
  notice::LeafSubject entry(std::size_t at) const;

  std::string path_;
  LeafRange range_;
  base::MappedFile file_;
  std::size_t entries_;
};

}  // namespace kenpo::store
