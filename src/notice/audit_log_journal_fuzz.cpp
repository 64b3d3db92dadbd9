// Any bytes as the segment of a journal: read, cut off or refused, never more.
#include <stdlib.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>

#include "notice/audit_log_journal.h"

using namespace kenpo::notice;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string directory = [] {
    std::string made = (std::filesystem::temp_directory_path() / "journal_fuzz_XXXXXX").string();
    if (::mkdtemp(made.data()) == nullptr) std::abort();
    std::filesystem::create_directory(made + "/journal");
    return made;
  }();
  static const struct Remove {
    ~Remove() { std::filesystem::remove_all(path); }
    std::string path;
  } remove{directory};
  const auto path = directory + "/journal/" + journal_format::segment_name(1);
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  static_cast<void>(recover_journal(directory, 0));
  return 0;
}
