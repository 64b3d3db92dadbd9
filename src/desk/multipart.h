// Forms with files (multipart/form-data, RFC 7578), read as they arrive: a file goes to disk piece
// by piece and is never whole in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/request.h"

namespace kenpo::desk {

inline constexpr std::size_t upload_files_limit = 20;
inline constexpr std::size_t multipart_fields_bytes_limit = std::size_t{1} << 20U;
inline constexpr std::size_t part_head_limit_bytes = 4 * 1024;

class MultipartReader {
 public:
  /// Files are kept in `folder`, which exists and is readable by this program only.
  MultipartReader(std::string boundary, std::string folder);
  /// Removes the files that were not taken.
  ~MultipartReader();
  MultipartReader(const MultipartReader&) = delete;
  MultipartReader& operator=(const MultipartReader&) = delete;

  /// Reads the next bytes. 0, or the status of the refusal: 400 malformed, 413 too much,
  /// 500 the disk does not take it.
  int feed(std::string_view bytes);
  /// After the last byte: 0 when the form is whole; then the values move into the request.
  int finish(Request& request);

  /// The boundary of a Content-Type header; nullopt when there is none or it is not sound.
  static std::optional<std::string> boundary_of(std::string_view content_type);

 private:
  enum class State : std::uint8_t { begin, head, body, after, done };
  struct File;

  int step(bool& moved);
  int step_begin(bool& moved);
  int step_head(bool& moved);
  int step_body(bool& moved);
  int step_after(bool& moved);
  int open_part(std::string_view head);
  int take(std::string_view bytes);
  int close_part();

  std::string delimiter_;  // CR LF -- boundary
  std::string folder_;
  std::string held_;  // read, not yet used; at most a part's head or a delimiter, plus a piece
  State state_ = State::begin;
  std::string field_;
  std::string value_;
  std::unique_ptr<File> file_;
  std::size_t fields_bytes_ = 0;
  Values fields_;
  std::vector<Upload> uploads_;
};

}  // namespace kenpo::desk
