// One answer. It leaves the house only after the gate's leaf of the audit log is durable.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kenpo::desk {

/// Whether a browser may keep the answer.
enum class Keep : std::uint8_t {
  nothing,  // no-store: every page of a signed-in visitor
  a_day,    // style sheets and scripts of the program
};

struct Response {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body;
  Keep keep = Keep::nothing;
  /// More header lines. Names and values without control characters: `wire.cpp` requires it.
  std::vector<std::pair<std::string, std::string>> headers;

  Response& with_header(std::string name, std::string value);
};

/// Takes the answer to a request, once, from any thread; short.
using Respond = std::move_only_function<void(Response)>;

/// 303: the browser fetches `path` (beginning with one `/`) with GET.
Response redirect(std::string path);
/// A file to be saved under `name`: CSV, PDF, transfer files. Non-ASCII names are sent by RFC 8187.
Response file(std::string name, std::string content_type, std::string bytes);
/// Plain text with a status.
Response text(int status, std::string words);

/// The reason phrase of the status codes that this program sends.
std::string_view reason(int status);

}  // namespace kenpo::desk
