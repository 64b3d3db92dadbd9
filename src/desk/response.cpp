#include "desk/response.h"

#include "base/require.h"
#include "desk/encoding.h"

namespace kenpo::desk {

Response& Response::with_header(std::string name, std::string value) {
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}

Response redirect(std::string path) {
  // `//host` would lead to another machine.
  KENPO_REQUIRE(path.starts_with('/') && !path.starts_with("//"));
  Response response{
      .status = 303, .content_type = {}, .body = {}, .keep = Keep::nothing, .headers = {}};
  response.with_header("Location", percent_encode_path(path));
  return response;
}

Response file(std::string name, std::string content_type, std::string bytes) {
  Response response{.status = 200,
                    .content_type = std::move(content_type),
                    .body = std::move(bytes),
                    .keep = Keep::nothing,
                    .headers = {}};
  response.with_header("Content-Disposition",
                       "attachment; filename*=UTF-8''" + percent_encode(name));
  return response;
}

Response text(int status, std::string words) {
  return {.status = status,
          .content_type = "text/plain; charset=utf-8",
          .body = std::move(words),
          .keep = Keep::nothing,
          .headers = {}};
}

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 303:
      return "See Other";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 411:
      return "Length Required";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      break;
  }
  KENPO_REQUIRE(false && "a status that this program does not send");
  return {};
}

}  // namespace kenpo::desk
