#include "safeguard/export_archive.h"

#include <zip.h>

#include <algorithm>
#include <memory>

#include "base/id.h"
#include "base/require.h"

namespace kenpo::safeguard {

namespace {

using base::Result;

base::Fault sealing_failed() {
  return base::refusal({"暗号化できませんでした。", "It could not be encrypted."},
                       {"システム担当に連絡してください。", "Tell the system operator."});
}

base::Fault opening_failed() {
  return base::refusal({"暗号化ファイルを開けません。", "The archive cannot be opened."},
                       {"パスワードとファイルを確かめてください。", "Check passphrase and file."});
}

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;
struct DiscardArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, DiscardArchive>;
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

bool put_file(zip_t* archive, const ExportFile& file, const std::string& passphrase,
              base::Moment made_at) {
  // The buffer outlives the archive: `files` is the caller's.
  auto* source = zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0);
  if (source == nullptr) return false;
  const auto index = zip_file_add(archive, file.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  const auto at = static_cast<zip_uint64_t>(index);
  constexpr std::int64_t second_milliseconds = 1000;
  return zip_file_set_mtime(archive, at, made_at.milliseconds / second_milliseconds, 0) == 0 &&
         zip_file_set_encryption(archive, at, ZIP_EM_AES_256, passphrase.c_str()) == 0;
}

/// All bytes that the archive wrote into its source.
Result<std::string> bytes_of(zip_source_t* source) {
  zip_stat_t stat{};
  if (zip_source_open(source) != 0) return sealing_failed();
  if (zip_source_stat(source, &stat) != 0) return sealing_failed();
  std::string bytes(static_cast<std::size_t>(stat.size), '\0');
  const auto read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read != static_cast<zip_int64_t>(bytes.size())) return sealing_failed();
  return bytes;
}

Result<ExportFile> read_file(zip_t* archive, zip_uint64_t index, const std::string& passphrase,
                             std::uint64_t room) {
  zip_stat_t stat{};
  if (zip_stat_index(archive, index, 0, &stat) != 0 || stat.size > room) return opening_failed();
  // What is not encrypted did not come from here.
  if (stat.encryption_method != ZIP_EM_AES_256) return opening_failed();
  const std::unique_ptr<zip_file_t, CloseFile> file(
      zip_fopen_index_encrypted(archive, index, 0, passphrase.c_str()));
  if (!file) return opening_failed();
  ExportFile read{stat.name, std::string(static_cast<std::size_t>(stat.size), '\0')};
  const auto got = zip_fread(file.get(), read.bytes.data(), read.bytes.size());
  if (got != static_cast<zip_int64_t>(read.bytes.size())) return opening_failed();
  // The end of the file is where its authentication code is compared.
  char rest = 0;
  if (zip_fread(file.get(), &rest, 1) != 0) return opening_failed();
  return read;
}

}  // namespace

std::string draw_passphrase() {
  constexpr std::size_t letters_count = 24;  // of 5 bits each
  constexpr std::size_t group = 4;
  const auto first = base::draw_id();
  const auto second = base::draw_id();
  std::string letters(first.begin(), first.end());
  letters.append(second.begin(), second.end());
  std::string passphrase;
  for (std::size_t at = 0; at < letters_count; ++at) {
    if (at != 0 && at % group == 0) passphrase += '-';
    passphrase += letters[at];
  }
  return passphrase;
}

Result<std::string> seal_archive(const std::vector<ExportFile>& files,
                                 const std::string& passphrase, base::Moment made_at) {
  std::uint64_t total = 0;
  for (const auto& file : files) total += file.bytes.size();
  if (files.empty() || files.size() > export_files_limit || total > export_bytes_limit) {
    return base::refusal({"ファイルがないか、多すぎます。", "No file, or too much."},
                         {"分けて作ってください。", "Make it in parts."});
  }
  zip_error_t error{};
  const Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!source) return sealing_failed();
  zip_source_keep(source.get());  // the archive takes one, the bytes are read from the other
  auto* opened = zip_open_from_source(source.get(), ZIP_TRUNCATE, &error);
  if (opened == nullptr) {
    zip_source_free(source.get());
    return sealing_failed();
  }
  Archive archive(opened);
  const auto put = [&](const ExportFile& file) {
    return put_file(archive.get(), file, passphrase, made_at);
  };
  if (!std::ranges::all_of(files, put)) return sealing_failed();
  if (zip_close(archive.get()) != 0) return sealing_failed();
  static_cast<void>(archive.release());
  return bytes_of(source.get());
}

Result<std::vector<ExportFile>> open_archive(std::string_view bytes,
                                             const std::string& passphrase) {
  zip_error_t error{};
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return opening_failed();
  const Archive archive(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
  if (!archive) {
    zip_source_free(source);
    return opening_failed();
  }
  const auto count = zip_get_num_entries(archive.get(), 0);
  if (count <= 0 || static_cast<std::uint64_t>(count) > export_files_limit) return opening_failed();
  std::vector<ExportFile> files;
  auto room = export_bytes_limit;
  for (zip_int64_t at = 0; at < count; ++at) {
    files.push_back(
        KENPO_TRY(read_file(archive.get(), static_cast<zip_uint64_t>(at), passphrase, room)));
    room -= files.back().bytes.size();
  }
  return files;
}

}  // namespace kenpo::safeguard
