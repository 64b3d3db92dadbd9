#include "desk/server.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <thread>

#include "desk/connection.h"

namespace kenpo::desk {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

using Error = boost::system::error_code;

base::Fault not_started(base::Plain why_ja, base::Plain why_en, base::Plain mend_ja,
                        base::Plain mend_en) {
  return {.what = {"画面のサーバーを始められません。", "The desk cannot be started."},
          .why = {std::move(why_ja), std::move(why_en)},
          .mend = {std::move(mend_ja), std::move(mend_en)},
          .place = {}};
}

base::Result<> load_certificate(asio::ssl::context& tls, const CertificateFiles& files) {
  Error error;
  SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_3_VERSION);
  tls.use_certificate_chain_file(files.certificate, error);
  if (!error) tls.use_private_key_file(files.key, asio::ssl::context::pem, error);
  if (!error) return base::Done{};
  return not_started("証明書か鍵のファイルを読めません。", "Certificate or key cannot be read.",
                     "データディレクトリの tls を確かめてください。",
                     "Check tls in the data directory.");
}

base::Result<> listen(tcp::acceptor& acceptor, const ServerSettings& settings) {
  Error error;
  const auto address = asio::ip::make_address(settings.address, error);
  if (!error) acceptor.open(address.is_v6() ? tcp::v6() : tcp::v4(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind({address, settings.port}, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (!error) return base::Done{};
  return not_started(base::Plain("ポート") + settings.port + "で待ち受けられません。",
                     base::Plain("Port ") + settings.port + " cannot be listened on.",
                     "同じプログラムが動いていないか、アドレスが正しいかを確かめてください。",
                     "Check whether the program already runs and the address is right.");
}

}  // namespace

Serving::Admitted Serving::admit(const std::string& address) {
  const std::scoped_lock held(mutex);
  if (connections >= settings.connections_limit) return Admitted::no;
  auto& own = of_address[address];
  if (own >= settings.connections_of_one_address_limit) return Admitted::no;
  ++own;
  ++connections;
  return Admitted::yes;
}

void Serving::release(const std::string& address) {
  const std::scoped_lock held(mutex);
  --connections;
  const auto own = of_address.find(address);
  if (--own->second == 0) of_address.erase(own);
}

class Server::Inside {
 public:
  Inside(ServerSettings settings, Application application) {
    serving_.settings = std::move(settings);
    serving_.application = std::move(application);
  }

  base::Result<> start() {
    auto& settings = serving_.settings;
    KENPO_TRY(load_certificate(serving_.tls, settings.certificate));
    KENPO_TRY(listen(acceptor_, settings));
    port_ = acceptor_.local_endpoint().port();
    const auto port_text = ":" + std::to_string(port_);
    settings.allowed_hosts.push_back("localhost" + port_text);
    settings.allowed_hosts.push_back(settings.address + port_text);
    serving_.workers.emplace(settings.workers, settings.waiting_limit);
    asio::co_spawn(acceptor_.get_executor(), accept(), asio::detached);
    for (std::size_t count = 0; count < settings.network_threads; ++count) {
      threads_.emplace_back([this] { serving_.network.run(); });
    }
    return base::Done{};
  }

  std::uint16_t port() const { return port_; }

  void stop() {
    if (serving_.stopping.exchange(true)) return;
    asio::post(acceptor_.get_executor(), [this] {
      Error error;
      acceptor_.close(error);
    });
    wake_idle();
    const auto deadline =
        std::chrono::steady_clock::now() + std::chrono::seconds(serving_.settings.stop_seconds);
    while (running() > 0 && std::chrono::steady_clock::now() < deadline) {
      constexpr std::chrono::milliseconds pause(5);
      std::this_thread::sleep_for(pause);
    }
    serving_.network.stop();
    threads_.clear();
    serving_.workers.reset();
    // Each answer comes, as the audit log calls back even when it fails.
    while (serving_.answering > 0) std::this_thread::yield();
  }

 private:
  asio::awaitable<void> accept() {
    for (;;) {
      Error error;
      tcp::socket socket(asio::make_strand(serving_.network));
      co_await acceptor_.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
      if (serving_.stopping) co_return;
      if (error) {
        // No more file descriptors, for instance: give connections time to end.
        constexpr std::chrono::milliseconds pause(50);
        asio::steady_timer timer(serving_.network, pause);
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
        continue;
      }
      Error no_peer;
      const auto peer = socket.remote_endpoint(no_peer);
      if (no_peer) continue;
      auto address = peer.address().to_string();
      if (serving_.admit(address) == Serving::Admitted::no) continue;  // closes the socket
      const auto executor = socket.get_executor();
      auto ended = [this, address](const std::exception_ptr&) { serving_.release(address); };
      asio::co_spawn(executor, serve(serving_, std::move(socket), address), std::move(ended));
    }
  }

  std::size_t running() {
    const std::scoped_lock held(serving_.mutex);
    return serving_.connections;
  }

  void wake_idle() {
    const std::scoped_lock held(serving_.mutex);
    for (const auto& [number, wake] : serving_.idle) wake();
  }

  Serving serving_;
  tcp::acceptor acceptor_{serving_.network};
  std::uint16_t port_ = 0;
  std::vector<std::jthread> threads_;
};

Server::Server(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

Server::~Server() { stop(); }

base::Result<std::unique_ptr<Server>> Server::start(ServerSettings settings,
                                                    Application application) {
  auto inside = std::make_unique<Inside>(std::move(settings), std::move(application));
  KENPO_TRY(inside->start());
  return std::unique_ptr<Server>(new Server(std::move(inside)));
}

std::uint16_t Server::port() const { return inside_->port(); }

void Server::stop() { inside_->stop(); }

}  // namespace kenpo::desk
