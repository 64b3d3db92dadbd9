#include "desk/multipart.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "base/id.h"
#include "base/utf8.h"
#include "desk/ascii.h"
#include "desk/encoding.h"

namespace kenpo::desk {

namespace {

constexpr int malformed = 400;
constexpr int too_much = 413;
constexpr int disk_refuses = 500;

/// `name="value"` out of a Content-Disposition line. Browsers write `"` inside as %22.
std::optional<std::string> parameter(std::string_view line, std::string_view name) {
  const std::string sought = "; " + std::string(name) + "=\"";
  const auto begin = line.find(sought);
  if (begin == std::string_view::npos) return std::nullopt;
  const auto rest = line.substr(begin + sought.size());
  const auto end = rest.find('"');
  if (end == std::string_view::npos) return std::nullopt;
  return std::string(rest.substr(0, end));
}

}  // namespace

/// A file that is being written; closed and removed unless it was finished.
struct MultipartReader::File {
  Upload upload;
  int descriptor = -1;

  ~File() {
    if (descriptor >= 0) {
      ::close(descriptor);
      ::unlink(upload.path.c_str());
    }
  }
};

MultipartReader::MultipartReader(std::string boundary, std::string folder)
    : delimiter_("\r\n--" + std::move(boundary)), folder_(std::move(folder)) {}

MultipartReader::~MultipartReader() {
  for (const auto& upload : uploads_) ::unlink(upload.path.c_str());
}

std::optional<std::string> MultipartReader::boundary_of(std::string_view content_type) {
  constexpr std::size_t boundary_limit = 70;  // RFC 2046 5.1.1
  const auto begin = content_type.find("boundary=");
  if (begin == std::string_view::npos) return std::nullopt;
  auto boundary = content_type.substr(begin + std::string_view("boundary=").size());
  if (boundary.starts_with('"') && boundary.ends_with('"') && boundary.size() > 2) {
    boundary = boundary.substr(1, boundary.size() - 2);
  }
  const auto sound = [](char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z') ||
           std::string_view("'()+_,-./:=?").find(letter) != std::string_view::npos;
  };
  if (boundary.empty() || boundary.size() > boundary_limit) return std::nullopt;
  if (!std::ranges::all_of(boundary, sound)) return std::nullopt;
  return std::string(boundary);
}

int MultipartReader::feed(std::string_view bytes) {
  held_.append(bytes);
  for (bool moved = true; moved;) {
    moved = false;
    if (const int status = step(moved); status != 0) return status;
  }
  return 0;
}

int MultipartReader::step(bool& moved) {
  switch (state_) {
    case State::begin:
      return step_begin(moved);
    case State::head:
      return step_head(moved);
    case State::body:
      return step_body(moved);
    case State::after:
      return step_after(moved);
    case State::done:
      held_.clear();
      return 0;
  }
  return malformed;
}

int MultipartReader::step_begin(bool& moved) {
  const auto first = std::string_view(delimiter_).substr(2);  // without its CR LF
  if (held_.size() < first.size()) return 0;
  if (!held_.starts_with(first)) return malformed;
  held_.erase(0, first.size());
  state_ = State::after;
  moved = true;
  return 0;
}

int MultipartReader::step_head(bool& moved) {
  const auto end = held_.find("\r\n\r\n");
  if (end == std::string::npos) return held_.size() > part_head_limit_bytes ? malformed : 0;
  if (end > part_head_limit_bytes) return malformed;
  const auto head = held_.substr(0, end + 2);
  held_.erase(0, end + 4);
  state_ = State::body;
  moved = true;
  return open_part(head);
}

int MultipartReader::open_part(std::string_view head) {
  field_.clear();
  value_.clear();
  std::optional<std::string> file_name;
  while (!head.empty()) {
    const auto end = head.find("\r\n");
    const auto line = head.substr(0, end);
    head.remove_prefix(end + 2);
    if (!lowered(line).starts_with("content-disposition: form-data")) continue;
    field_ = parameter(line, "name").value_or("");
    file_name = parameter(line, "filename");
  }
  if (field_.empty() || !base::is_utf8(field_)) return malformed;
  if (!file_name) return 0;
  if (uploads_.size() >= upload_files_limit) return too_much;
  const auto slash = file_name->find_last_of("/\\");
  if (slash != std::string::npos) file_name->erase(0, slash + 1);
  if (!base::is_utf8(*file_name)) return malformed;
  file_ = std::make_unique<File>();
  file_->upload.field = field_;
  file_->upload.name = std::move(*file_name);
  // A name of our own drawing: nothing of the visitor's name reaches the disk.
  const auto id = base::draw_id();
  file_->upload.path = folder_ + "/" + std::string(id.data(), id.size());
  constexpr int only_owner = 0600;
  file_->descriptor = ::open(file_->upload.path.c_str(),
                             O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, only_owner);
  return file_->descriptor < 0 ? disk_refuses : 0;
}

int MultipartReader::step_body(bool& moved) {
  const auto end = held_.find(delimiter_);
  if (end != std::string::npos) {
    if (const int status = take(std::string_view(held_).substr(0, end)); status != 0) return status;
    held_.erase(0, end + delimiter_.size());
    state_ = State::after;
    moved = true;
    return close_part();
  }
  // The end of what is held may be the beginning of a delimiter.
  if (held_.size() < delimiter_.size()) return 0;
  const auto certain = held_.size() - (delimiter_.size() - 1);
  if (const int status = take(std::string_view(held_).substr(0, certain)); status != 0) {
    return status;
  }
  held_.erase(0, certain);
  return 0;
}

int MultipartReader::take(std::string_view bytes) {
  if (!file_) {
    fields_bytes_ += bytes.size();
    if (fields_bytes_ > multipart_fields_bytes_limit) return too_much;
    value_.append(bytes);
    return 0;
  }
  file_->upload.size_bytes += bytes.size();
  while (!bytes.empty()) {
    const auto written = ::write(file_->descriptor, bytes.data(), bytes.size());
    if (written <= 0) return disk_refuses;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

int MultipartReader::close_part() {
  if (file_) {
    const int closed = ::close(file_->descriptor);
    file_->descriptor = -1;
    uploads_.push_back(std::move(file_->upload));
    file_.reset();
    return closed == 0 ? 0 : disk_refuses;
  }
  if (!base::is_utf8(value_) || value_.find('\0') != std::string::npos) return malformed;
  if (fields_.rows().size() >= fields_limit) return too_much;
  fields_.add(field_, std::move(value_));
  value_.clear();
  return 0;
}

int MultipartReader::step_after(bool& moved) {
  if (held_.size() < 2) return 0;
  const auto mark = std::string_view(held_).substr(0, 2);
  if (mark != "\r\n" && mark != "--") return malformed;
  state_ = mark == "--" ? State::done : State::head;
  held_.erase(0, 2);
  moved = true;
  return 0;
}

int MultipartReader::finish(Request& request) {
  if (state_ != State::done) return malformed;
  request.form = std::move(fields_);
  request.uploads = std::move(uploads_);
  uploads_.clear();
  return 0;
}

}  // namespace kenpo::desk
