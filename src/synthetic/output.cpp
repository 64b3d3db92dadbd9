#include "synthetic/output.h"

#include <filesystem>
#include <utility>

namespace kenpo::synthetic {

namespace {

using base::Fault;

Fault not_writable() {
  return {.what = {"ファイルを書けません。", "A file cannot be written."},
          .why = {"書込みの権限がないか、空き容量が足りません。",
                  "No permission to write, or no space left."},
          .mend = {"権限と空き容量を確かめ、空のフォルダで作り直してください。",
                   "Check both, and start again with an empty directory."},
          .place = {}};
}

Fault not_empty() {
  return {.what = {"フォルダが空ではありません。", "The directory is not empty."},
          .why = {"架空の組合のファイルを実際のファイルと混ぜないためです。",
                  "Synthetic files must not mix with real ones."},
          .mend = {"新しいフォルダを指定してください。", "Name a new directory."},
          .place = {}};
}

constexpr const char* bad_folder = "bad";

}  // namespace

base::Result<Output> Output::open(const std::string& directory) {
  std::error_code error;
  const std::filesystem::path path(directory);
  if (std::filesystem::exists(path, error)) {
    if (!std::filesystem::is_directory(path, error) || error) return not_writable();
    const bool empty = std::filesystem::is_empty(path, error);
    if (error) return not_writable();
    if (!empty) return not_empty();
  }
  std::filesystem::create_directories(path / bad_folder, error);
  if (error) return not_writable();
  return Output(directory);
}

base::Result<> Output::write(const std::string& name, std::string_view bytes) {
  OutputFile file(*this, name);
  file.append(bytes);
  return file.close();
}

base::Result<> Output::write_bad(const std::string& name, std::string_view bytes) {
  const auto taken = files_;
  auto written = write(std::string(bad_folder) + "/" + name, bytes);
  files_ = taken;
  files_.bad.push_back(name);
  return written;
}

OutputFile::OutputFile(Output& output, std::string name)
    : output_(output),
      name_(std::move(name)),
      file_(std::fopen((output.directory() + "/" + name_).c_str(), "wb")),
      failed_(file_ == nullptr) {}

OutputFile::~OutputFile() {
  if (file_ != nullptr) std::fclose(file_);
}

void OutputFile::append(std::string_view bytes) {
  if (failed_) return;
  failed_ = std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size();
  output_.files().bytes += static_cast<std::int64_t>(bytes.size());
}

base::Result<> OutputFile::close() {
  const bool closed = file_ != nullptr && std::fclose(std::exchange(file_, nullptr)) == 0;
  if (failed_ || !closed) return not_writable();
  output_.files().names.push_back(name_);
  return base::Done{};
}

}  // namespace kenpo::synthetic
