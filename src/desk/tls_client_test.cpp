#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <utility>

#include "desk/tls_client_for_tests.h"

namespace kenpo::desk {

struct TlsClient::Inside {
  int socket = -1;
  SSL_CTX* context = nullptr;
  SSL* tls = nullptr;
  bool connected = false;
  bool ended = false;
  std::string ahead;

  /// Reads what comes until the deadline; false: nothing more.
  bool read_some(std::chrono::steady_clock::time_point deadline) {
    for (;;) {
      char bytes[4096];
      const int size = SSL_read(tls, bytes, sizeof bytes);
      if (size > 0) {
        ahead.append(bytes, static_cast<std::size_t>(size));
        return true;
      }
      const int why = SSL_get_error(tls, size);
      if (why != SSL_ERROR_WANT_READ) {
        ended = true;
        return false;
      }
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
          deadline - std::chrono::steady_clock::now());
      pollfd waited{.fd = socket, .events = POLLIN, .revents = 0};
      if (left.count() <= 0 || poll(&waited, 1, static_cast<int>(left.count())) <= 0) return false;
    }
  }
};

TlsClient::TlsClient(std::uint16_t port, int highest_version)
    : inside_(std::make_unique<Inside>()) {
  signal(SIGPIPE, SIG_IGN);  // a server that hangs up is what some tests wait for
  inside_->context = SSL_CTX_new(TLS_client_method());
  if (highest_version != 0) SSL_CTX_set_max_proto_version(inside_->context, highest_version);
  inside_->socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  timeval patience{.tv_sec = 5, .tv_usec = 0};
  setsockopt(inside_->socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  if (::connect(inside_->socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    return;
  }
  inside_->tls = SSL_new(inside_->context);
  SSL_set_fd(inside_->tls, inside_->socket);
  inside_->connected = SSL_connect(inside_->tls) == 1;
  timeval none{.tv_sec = 0, .tv_usec = 1000};
  setsockopt(inside_->socket, SOL_SOCKET, SO_RCVTIMEO, &none, sizeof none);
}

TlsClient::TlsClient(TlsClient&&) noexcept = default;

TlsClient::~TlsClient() {
  if (!inside_) return;
  SSL_free(inside_->tls);
  SSL_CTX_free(inside_->context);
  if (inside_->socket >= 0) ::close(inside_->socket);
}

bool TlsClient::connected() const { return inside_->connected; }

std::string TlsClient::version() const { return SSL_get_version(inside_->tls); }

void TlsClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const int sent = SSL_write(inside_->tls, bytes.data(), static_cast<int>(bytes.size()));
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

std::string TlsClient::answer(int seconds, bool with_body) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  auto& ahead = inside_->ahead;
  while (ahead.find("\r\n\r\n") == std::string::npos) {
    if (!inside_->read_some(deadline)) return std::exchange(ahead, {});
  }
  auto whole = ahead.find("\r\n\r\n") + 4;
  const auto length = header_of(ahead, "Content-Length");
  if (with_body && !length.empty()) whole += std::stoul(length);
  while (ahead.size() < whole) {
    if (!inside_->read_some(deadline)) return std::exchange(ahead, {});
  }
  auto answer = ahead.substr(0, whole);
  ahead.erase(0, whole);
  return answer;
}

bool TlsClient::ended(int seconds) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  while (!inside_->ended) {
    if (!inside_->read_some(deadline) && !inside_->ended) return false;
  }
  return true;
}

int status_of(std::string_view answer) {
  constexpr std::string_view begin = "HTTP/1.1 ";
  if (!answer.starts_with(begin)) return 0;
  return std::stoi(std::string(answer.substr(begin.size(), 3)));
}

std::string header_of(std::string_view answer, std::string_view name) {
  const auto head = answer.substr(0, answer.find("\r\n\r\n") + 2);
  const auto sought = "\r\n" + std::string(name) + ": ";
  const auto begin = head.find(sought);
  if (begin == std::string_view::npos) return {};
  const auto rest = head.substr(begin + sought.size());
  return std::string(rest.substr(0, rest.find("\r\n")));
}

}  // namespace kenpo::desk
