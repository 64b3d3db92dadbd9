// One connection of the server. Included by server.cpp and connection.cpp only: the network
// library's headers are heavy.
#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "desk/server.h"
#include "desk/worker_pool.h"

namespace kenpo::desk {

/// What all connections share.
struct Serving {
  ServerSettings settings;
  Application application;
  boost::asio::ssl::context tls{boost::asio::ssl::context::tls_server};
  boost::asio::io_context network;
  std::optional<WorkerPool> workers;
  std::atomic<bool> stopping{false};
  std::atomic<std::size_t> answering{0};  // requests whose answer is still to come

  std::mutex mutex;  // for what follows
  std::size_t connections = 0;
  std::map<std::string, std::size_t> of_address;
  std::uint64_t drawn = 0;
  std::map<std::uint64_t, std::function<void()>> idle;  // how to wake each idle connection

  enum class Admitted { yes, no };
  Admitted admit(const std::string& address);
  void release(const std::string& address);
};

/// Serves one connection, which was admitted, to its end.
boost::asio::awaitable<void> serve(Serving& serving, boost::asio::ip::tcp::socket socket,
                                   std::string address);

}  // namespace kenpo::desk
