#include "desk/connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <chrono>
#include <cstdio>
#include <memory>

#include "desk/ascii.h"
#include "desk/encoding.h"
#include "desk/multipart.h"
#include "desk/wire.h"

namespace kenpo::desk {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

namespace {

using Error = boost::system::error_code;
using Stream = beast::ssl_stream<beast::tcp_stream>;

constexpr std::size_t piece_bytes = 64 * 1024;
/// The most that one TLS record carries (RFC 8446, 5.1).
constexpr std::size_t record_bytes = 16 * 1024;
/// A form takes this long to arrive, and so many bytes more each second.
constexpr int body_seconds = 30;
constexpr std::uint64_t body_bytes_a_second = 64 * 1024;
/// For the last word of a connection that was refused.
constexpr int farewell_seconds = 2;

auto into(Error& error) { return asio::redirect_error(asio::use_awaitable, error); }

int status_of(const Error& error) {
  if (error == http::error::bad_version) return 505;
  return 400;
}

/// Parses the raw head into the request. 0, or the status of the refusal.
int parse_head(std::string_view head, Request& request) {
  if (const int status = refuse_raw_head(head); status != 0) return status;
  http::request_parser<http::empty_body> parser;
  parser.header_limit(static_cast<std::uint32_t>(head_limit_bytes));
  parser.body_limit(boost::none);  // the body is measured by refuse_head and its reader
  Error error;
  parser.put(asio::buffer(head.data(), head.size()), error);
  if (error || !parser.is_header_done()) return status_of(error);
  const auto& parsed = parser.get();
  constexpr unsigned version_1_1 = 11;
  if (parsed.version() != version_1_1) return 505;
  switch (parsed.method()) {
    case http::verb::get:
      request.method = Method::get;
      break;
    case http::verb::head:
      request.method = Method::head;
      break;
    case http::verb::post:
      request.method = Method::post;
      break;
    default:
      return 501;
  }
  std::size_t count = 0;
  for (const auto& field : parsed) {
    if (++count > header_fields_limit) return 431;
    const auto name = field.name_string();
    const auto value = field.value();
    request.headers.add(lowered({name.data(), name.size()}), std::string(value));
  }
  request.cookies = parse_cookies(request.headers.text("cookie"));
  const auto target = parsed.target();
  return read_target({target.data(), target.size()}, request);
}

}  // namespace

/// One connection and what it has read ahead. Not in the nameless namespace: the frame of the
/// coroutine `serve` has a field of it, and the frame has a name.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Serving& serving, asio::ip::tcp::socket socket, std::string address)
      : serving_(serving), stream_(std::move(socket), serving.tls), address_(std::move(address)) {}

  asio::awaitable<void> run() {
    Error error;
    expire_after(serving_.settings.head_seconds);
    co_await stream_.async_handshake(asio::ssl::stream_base::server, into(error));
    if (error) co_return;
    bool going_on = true;
    while (going_on && !serving_.stopping) {
      going_on = co_await one_request();
    }
    expire_after(farewell_seconds);
    co_await stream_.async_shutdown(into(error));
  }

 private:
  void expire_after(int seconds) {
    beast::get_lowest_layer(stream_).expires_after(std::chrono::seconds(seconds));
  }

  /// Waits for a request's first byte. False: there is none.
  asio::awaitable<bool> wait_for_first_byte() {
    if (!ahead_.empty()) co_return true;
    expire_after(serving_.settings.idle_seconds);
    const auto number = enter_idle();
    if (!number) co_return false;
    std::array<char, 1024> bytes{};
    Error error;
    const auto size = co_await stream_.async_read_some(asio::buffer(bytes), into(error));
    leave_idle(*number);
    ahead_.append(bytes.data(), size);
    co_return !error;
  }

  /// Nullopt: the server is stopping.
  std::optional<std::uint64_t> enter_idle() {
    const std::scoped_lock held(serving_.mutex);
    if (serving_.stopping) return std::nullopt;
    idle_ = true;
    const auto number = ++serving_.drawn;
    serving_.idle.emplace(number, [this] {
      asio::post(stream_.get_executor(), [self = shared_from_this()] {
        if (self->idle_) beast::get_lowest_layer(self->stream_).cancel();
      });
    });
    return number;
  }

  void leave_idle(std::uint64_t number) {
    const std::scoped_lock held(serving_.mutex);
    idle_ = false;
    serving_.idle.erase(number);
  }

  /// Serves one request. False: the connection ends.
  asio::awaitable<bool> one_request() {
    const bool begun = co_await wait_for_first_byte();
    if (!begun) co_return false;
    Error error;
    expire_after(serving_.settings.head_seconds);
    const auto size = co_await asio::async_read_until(
        stream_, asio::dynamic_buffer(ahead_, head_limit_bytes), "\r\n\r\n", into(error));
    if (error == asio::error::not_found) co_return co_await refuse(431);
    if (error == beast::error::timeout) co_return false;  // the layer below is closed by now
    if (error) co_return false;

    Request request;
    request.address = address_;
    int status = parse_head(std::string_view(ahead_).substr(0, size), request);
    Framing framing;
    if (status == 0) status = refuse_head(request, serving_.settings.allowed_hosts, framing);
    if (status != 0) co_return co_await refuse(status);
    ahead_.erase(0, size);
    if (framing.body_bytes > 0) {
      status = co_await read_body(request, framing.body_bytes);
      if (status != 0) co_return co_await refuse(status);
    }
    const bool keep_alive = framing.keep_alive && !serving_.stopping;
    const auto response = co_await worked_out(request);
    for (const auto& upload : request.uploads) std::remove(upload.path.c_str());
    const bool sent = co_await send(response, request.method, keep_alive);
    co_return sent&& keep_alive;
  }

  /// Reads the body and its fields and files. 0, or the status of the refusal.
  asio::awaitable<int> read_body(Request& request, std::uint64_t bytes) {
    if (bytes > serving_.application.body_limit_bytes(request)) co_return 413;
    const auto content_type = request.headers.text("content-type");
    const bool urlencoded = content_type.starts_with("application/x-www-form-urlencoded");
    std::unique_ptr<MultipartReader> multipart;
    if (content_type.starts_with("multipart/form-data")) {
      auto boundary = MultipartReader::boundary_of(content_type);
      if (!boundary) co_return 400;
      multipart = std::make_unique<MultipartReader>(std::move(*boundary),
                                                    serving_.settings.arriving_folder);
    }
    if (!urlencoded && !multipart) co_return 415;
    Error error;
    expire_after(body_seconds + static_cast<int>(bytes / body_bytes_a_second));
    if (lowered(request.headers.text("expect")) == "100-continue") {
      constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
      co_await asio::async_write(stream_, asio::buffer(go_on), into(error));
      if (error) co_return 400;
    }
    std::string text;
    while (bytes > 0) {
      if (ahead_.empty()) {
        ahead_.resize(std::min<std::uint64_t>(piece_bytes, bytes));
        const auto size = co_await stream_.async_read_some(asio::buffer(ahead_), into(error));
        ahead_.resize(size);
        if (error) co_return 408;
      }
      const auto used = static_cast<std::size_t>(std::min<std::uint64_t>(ahead_.size(), bytes));
      const auto piece = std::string_view(ahead_).substr(0, used);
      if (multipart) {
        if (const int status = multipart->feed(piece); status != 0) co_return status;
      } else {
        text.append(piece);
      }
      ahead_.erase(0, used);
      bytes -= used;
    }
    if (multipart) co_return multipart->finish(request);
    auto form = parse_urlencoded(text);
    if (!form) co_return 400;
    request.form = std::move(*form);
    co_return 0;
  }

  /// Runs the handler on a worker and comes back with its answer, once its leaf is durable.
  asio::awaitable<Response> worked_out(Request& request) {
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(Response)>(
        [this, &request](auto handler) {
          auto held = std::make_shared<decltype(handler)>(std::move(handler));
          const auto executor = stream_.get_executor();
          auto come_back = [held, executor](Response response) {
            asio::post(executor, [held, response = std::move(response)]() mutable {
              (*held)(std::move(response));
            });
          };
          const auto taken = serving_.workers->submit([this, &request, come_back] {
            ++serving_.answering;
            serving_.application.answer(
                request, [&serving = serving_, come_back](Response response) {
                  come_back(std::move(response));
                  --serving.answering;
                });
          });
          if (taken == WorkerPool::Taken::no) {
            come_back(text(503, "混み合っています。しばらくしてからもう一度開いてください。"));
          }
        },
        asio::use_awaitable);
  }

  asio::awaitable<bool> send(const Response& response, Method method, bool keep_alive) {
    expire_after(serving_.settings.answer_seconds);
    const auto head = head_of(response, response.body.size(), keep_alive);
    Error error;
    co_await asio::async_write(stream_, asio::buffer(head), into(error));
    if (error || method == Method::head) co_return !error;
    // Piece by piece: each is one TLS record.
    std::string_view body = response.body;
    while (!error && !body.empty()) {
      const auto piece = body.substr(0, record_bytes);
      co_await asio::async_write(stream_, asio::buffer(piece), into(error));
      body.remove_prefix(piece.size());
    }
    co_return !error;
  }

  /// Answers with the refusal and ends the connection: what follows cannot be trusted.
  asio::awaitable<bool> refuse(int status) {
    // Whoever sends too large a file reads this in the place of a page.
    const std::string_view large =
        "送信された内容が大きすぎます。何も受け付けていません。ファイルは4GBまでです。\n";
    const auto response = text(
        status, std::string(status == 413 ? large : "") + std::string(reason(status)) + "\n");
    co_await send(response, Method::get, false);
    co_return false;
  }

  Serving& serving_;
  Stream stream_;
  std::string address_;
  std::string ahead_;  // read and not yet used
  bool idle_ = false;
};

asio::awaitable<void> serve(Serving& serving, asio::ip::tcp::socket socket, std::string address) {
  const auto connection =
      std::make_shared<Connection>(serving, std::move(socket), std::move(address));
  co_await connection->run();
}

}  // namespace kenpo::desk
