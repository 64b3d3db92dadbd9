// The source tree as the house test reads it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace kenpo::house {

/// One file of the tree: its path inside the repository and its lines.
struct File {
  std::string path;
  std::vector<std::string> lines;

  bool ends_with(const std::string& ending) const { return path.ends_with(ending); }
  /// `eligibility` of `src/eligibility/member_store.cpp`; empty outside src.
  std::string folder() const;
  /// `store` of `member_store.cpp`, `record` without a role suffix.
  std::string role() const;
};

/// The edges of src/LAYERS.
struct Layers {
  std::map<std::string, std::set<std::string>> folders;
  std::map<std::string, std::set<std::string>> roles;
};

/// Every file that git tracks or would track, under the source directory.
std::vector<File> read_tree();
Layers read_layers();

/// One line of src/FILES_OUT.
struct FileOut {
  std::string kind;
  std::string path;
  std::size_t places = 0;
  std::string what;
};
std::vector<FileOut> read_files_out();

/// `path:line: what`, one a line: what a failing test prints.
struct Finding {
  std::string path;
  std::size_t line;
  std::string what;
};
std::string told(const std::vector<Finding>& findings);

/// Characters as people count them (code points, not bytes).
std::size_t characters(const std::string& line);

}  // namespace kenpo::house
