// The archive in which data leaves: ZIP with AES-256 (WinZip AE-2), which 7-Zip, WinZip, Keka and
// the file managers of Linux open with a passphrase (docs/decisions/0008-exports.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "safeguard/export.h"

namespace kenpo::safeguard {

/// An export lies in memory while it is sealed: a year's roster of the largest society is 60 MB.
inline constexpr std::uint64_t export_bytes_limit = std::uint64_t{512} << 20U;
inline constexpr std::size_t export_files_limit = 1000;

/// 120 random bits in six groups of four letters and digits: `7KQ2-…`. The format stretches a
/// passphrase by 1,000 rounds only, so that a passphrase of a person's own choice would be guessed.
std::string draw_passphrase();

/// Every file encrypted; names stay readable. Refuses no file, too many or too large ones.
base::Result<std::string> seal_archive(const std::vector<ExportFile>& files,
                                       const std::string& passphrase, base::Moment made_at);

/// The files of an archive. Refuses a wrong passphrase, damage, and an archive that is larger
/// inside than the limit.
base::Result<std::vector<ExportFile>> open_archive(std::string_view archive,
                                                   const std::string& passphrase);

}  // namespace kenpo::safeguard
