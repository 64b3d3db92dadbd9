// Files of one directory, written once each.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "base/result.h"
#include "synthetic/society.h"

namespace kenpo::synthetic {

/// The directory of a society, and what has been written into it.
class Output {
 public:
  /// Makes the directory and its folder `bad`. Refused when it holds anything.
  static base::Result<Output> open(const std::string& directory);

  /// Writes a whole file.
  base::Result<> write(const std::string& name, std::string_view bytes);
  /// The same in the folder `bad`.
  base::Result<> write_bad(const std::string& name, std::string_view bytes);

  SocietyFiles& files() { return files_; }
  const std::string& directory() const { return directory_; }

 private:
  explicit Output(std::string directory) : directory_(std::move(directory)) {}
  std::string directory_;
  SocietyFiles files_;
};

/// A file that is written piece by piece.
class OutputFile {
 public:
  OutputFile(Output& output, std::string name);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  /// A failure is kept until `close`.
  void append(std::string_view bytes);
  base::Result<> close();

 private:
  Output& output_;
  std::string name_;
  std::FILE* file_;
  bool failed_;
};

}  // namespace kenpo::synthetic
