// Bytes over TLS to the running server, exactly as a test writes them. Included by tests only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace kenpo::desk {

class TlsClient {
 public:
  /// Connects to 127.0.0.1. `connected()` tells whether the handshake succeeded.
  explicit TlsClient(std::uint16_t port, int highest_version = 0);
  ~TlsClient();
  TlsClient(TlsClient&&) noexcept;

  bool connected() const;
  std::string version() const;
  /// The handshake's own certificate, as PEM.
  void send(std::string_view bytes);
  /// One whole answer: head and as many bytes as its Content-Length says (none after HEAD). What
  /// came before the connection ended when it ends early; waits at most `seconds`.
  std::string answer(int seconds = 5, bool with_body = true);
  /// Whether the other side ended the connection within `seconds`.
  bool ended(int seconds);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// `HTTP/1.1 303 …` → 303; 0 when there is no answer.
int status_of(std::string_view answer);
/// The first header's value by its name as the server writes it; empty: not there.
std::string header_of(std::string_view answer, std::string_view name);

}  // namespace kenpo::desk
