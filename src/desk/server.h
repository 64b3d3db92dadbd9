// HTTPS/1.1 over TLS 1.3. Loopback unless told otherwise; behind a reverse proxy for anything more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "desk/certificate.h"
#include "desk/request.h"
#include "desk/response.h"

namespace kenpo::desk {

struct ServerSettings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8443;  // 0: any that is free
  /// What a Host header may say, with the port: `kenpo.example:8443`. `localhost`, and the address,
  /// with the port are always allowed.
  std::vector<std::string> allowed_hosts;
  CertificateFiles certificate;
  /// An existing folder for files that come in by forms, readable by this program only.
  std::string arriving_folder;

  // Limits. An idle connection costs about 7 KB; an office has some hundred browsers with six each.
  std::size_t connections_limit = 3000;
  std::size_t connections_of_one_address_limit = 300;
  int head_seconds = 10;    // TLS handshake; a request's head from its first byte to its last
  int idle_seconds = 60;    // between two requests
  int answer_seconds = 60;  // for the visitor to take the answer
  int stop_seconds = 10;    // for running requests when the program stops
  /// Handlers at once, and those that wait before 503 is answered.
  std::size_t workers = 4;
  std::size_t waiting_limit = 256;
  std::size_t network_threads = 1;
};

/// What the server serves. Both are called from several threads at once and never throw.
struct Application {
  /// How long a body the request may have; judged before the body is read.
  std::function<std::uint64_t(const Request& head)> body_limit_bytes;
  /// Hands the answer over once, from any thread; the request lives until then.
  std::function<void(Request&, Respond)> answer;
};

class Server {
 public:
  /// Listens and serves from threads of its own. Refused: an address that is taken, a certificate
  /// or key that cannot be read.
  static base::Result<std::unique_ptr<Server>> start(ServerSettings settings,
                                                     Application application);
  /// Stops as `stop()` does.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  /// Takes no more connections, lets running requests finish, then ends the threads.
  void stop();

 private:
  class Inside;
  explicit Server(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace kenpo::desk
