// Everything that reads bytes of a visitor before a handler does: head, target, cookies, forms.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "desk/encoding.h"
#include "desk/form.h"
#include "desk/multipart.h"
#include "desk/wire.h"

namespace {

/// A folder for the files of forms, for as long as the program runs.
struct Folder {
  Folder() {
    char name[] = "/tmp/kenpo-fuzz-XXXXXX";
    path = mkdtemp(name);
  }
  ~Folder() { rmdir(path.c_str()); }
  std::string path;
};

const std::string& folder() {
  static const Folder made;
  return made.path;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kenpo::desk;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Request request;
  if (refuse_raw_head(text) == 0 && text.find('\0') != std::string_view::npos) std::abort();
  if (const auto path = parse_path(text)) {
    if (path->find("..") != std::string::npos && path->find("/../") != std::string::npos) {
      std::abort();
    }
  }
  if (const auto values = parse_urlencoded(text)) {
    if (values->rows().size() > fields_limit) std::abort();
  }
  static_cast<void>(read_target(text, request));
  static_cast<void>(parse_cookies(text));
  static_cast<void>(parse_office_date(text));
  static_cast<void>(parse_office_month(text));
  static_cast<void>(MultipartReader::boundary_of(text));

  // The first byte says in which pieces the rest arrives.
  if (size == 0) return 0;
  const std::size_t piece = std::size_t{data[0]} + 1;
  MultipartReader reader("x", folder());
  for (std::size_t at = 1; at < size; at += piece) {
    if (reader.feed(text.substr(at, piece)) != 0) return 0;
  }
  static_cast<void>(reader.finish(request));
  for (const auto& upload : request.uploads) std::remove(upload.path.c_str());
  return 0;
}
