// The running server, spoken to byte by byte over TLS.
#include "desk/server.h"

#include <gtest/gtest.h>
#include <openssl/ssl.h>
#include <sys/stat.h>

#include <thread>

#include "desk/office_for_tests.h"
#include "desk/tls_client_for_tests.h"

namespace kenpo::desk {
namespace {

class ServerTest : public ::testing::Test {
 protected:
  void SetUp() override { start({}); }

  void start(ServerSettings settings) {
    server_.reset();
    std::filesystem::remove_all(office_.directory + "/tls");
    const base::SystemClock now;
    ASSERT_TRUE(make_certificate(office_.directory, {"localhost", "127.0.0.1"}, now.now()).ok());
    settings.port = 0;
    settings.certificate = certificate_files(office_.directory);
    settings.arriving_folder = office_.directory + "/arriving";
    auto* desk = office_.desk.get();
    auto started = Server::start(
        std::move(settings), {[desk](const Request& head) { return desk->body_limit_bytes(head); },
                              [desk](Request& request, Respond respond) {
                                desk->answer(request, std::move(respond));
                              }});
    ASSERT_TRUE(started.ok());
    server_ = std::move(started).value();
    host_ = "localhost:" + std::to_string(server_->port());
  }

  TlsClient client() const { return TlsClient(server_->port()); }
  std::string get(std::string_view path, std::string_view more = {}) const {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: " + host_ + "\r\n" + std::string(more) +
           "\r\n";
  }
  /// The status of the answer to these bytes on a connection of their own.
  int status_of_bytes(std::string_view bytes) const {
    auto connection = client();
    connection.send(bytes);
    return status_of(connection.answer());
  }

  Office office_;
  std::unique_ptr<Server> server_;
  std::string host_;
};

TEST_F(ServerTest, ServesOverTls13Only) {
  auto now = client();
  ASSERT_TRUE(now.connected());
  EXPECT_EQ(now.version(), "TLSv1.3");
  EXPECT_FALSE(TlsClient(server_->port(), TLS1_2_VERSION).connected());
}

TEST_F(ServerTest, KeyIsReadableByItsOwnerOnlyAndNeverOverwritten) {
  struct stat state{};
  ASSERT_EQ(stat(certificate_files(office_.directory).key.c_str(), &state), 0);
  EXPECT_EQ(state.st_mode & 0777U, 0600U);
  EXPECT_FALSE(make_certificate(office_.directory, {"localhost"}, office_.clock.now()).ok());
}

TEST_F(ServerTest, EveryAnswerHasTheSecurityHeaders) {
  for (const auto* path : {"/sign-in", "/assets/desk.css", "/no-such-page", "/../x"}) {
    auto connection = client();
    connection.send(get(path));
    const auto answer = connection.answer();
    EXPECT_TRUE(header_of(answer, "Content-Security-Policy").starts_with("default-src 'none';"));
    EXPECT_EQ(header_of(answer, "Strict-Transport-Security"), "max-age=31536000");
    EXPECT_EQ(header_of(answer, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header_of(answer, "Referrer-Policy"), "no-referrer");
    EXPECT_EQ(header_of(answer, "Cross-Origin-Opener-Policy"), "same-origin");
    EXPECT_EQ(header_of(answer, "Cross-Origin-Resource-Policy"), "same-origin");
    EXPECT_FALSE(header_of(answer, "Cache-Control").empty());
  }
}

TEST_F(ServerTest, KeepsTheConnectionAndAnswersInOrder) {
  auto connection = client();
  connection.send(get("/assets/mark.svg") + get("/no-such-page") + get("/assets/keys.js"));
  const auto first = connection.answer();
  const auto second = connection.answer();
  const auto third = connection.answer();
  EXPECT_EQ(header_of(first, "Content-Type"), "image/svg+xml");
  EXPECT_EQ(status_of(second), 404);
  EXPECT_EQ(header_of(third, "Content-Type"), "text/javascript; charset=utf-8");
  connection.send("HEAD /assets/mark.svg HTTP/1.1\r\nHost: " + host_ + "\r\n\r\n");
  const auto head = connection.answer(5, false);
  EXPECT_EQ(header_of(head, "Content-Length"), header_of(first, "Content-Length"));
  EXPECT_TRUE(head.ends_with("\r\n\r\n"));
  connection.send(get("/sign-in", "Connection: close\r\n"));
  EXPECT_EQ(status_of(connection.answer()), 200);
  EXPECT_TRUE(connection.ended(2));
}

TEST_F(ServerTest, RefusesWhatTwoReadersCouldReadDifferently) {
  const auto host = "Host: " + host_ + "\r\n";
  const std::string post = "POST /sign-in HTTP/1.1\r\n" + host;
  const std::string type = "Content-Type: application/x-www-form-urlencoded\r\n";
  struct Row {
    const char* name;
    std::string bytes;
    int status;
  };
  const Row rows[] = {
      {"CL and TE",
       post + type + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"TE alone", post + type + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 501},
      {"TE unknown", post + type + "Transfer-Encoding: x\r\nContent-Length: 1\r\n\r\na", 501},
      {"two CL", post + type + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
      {"same CL twice", post + type + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na", 400},
      {"CL list", post + type + "Content-Length: 1, 1\r\n\r\na", 400},
      {"CL sign", post + type + "Content-Length: +1\r\n\r\na", 400},
      {"CL negative", post + type + "Content-Length: -1\r\n\r\na", 400},
      {"no CL", post + type + "\r\n", 411},
      {"GET with body", "GET / HTTP/1.1\r\n" + host + "Content-Length: 1\r\n\r\na", 400},
      {"bare LF", "GET / HTTP/1.1\n" + host + "\r\n\r\n", 400},
      {"bare LF in field", "GET / HTTP/1.1\r\n" + host + "X: a\nY: b\r\n\r\n", 400},
      {"bare CR", "GET / HTTP/1.1\r\n" + host + "X: a\rb\r\n\r\n", 400},
      {"NUL", "GET / HTTP/1.1\r\n" + host + "X: a" + std::string(1, '\0') + "b\r\n\r\n", 400},
      {"obs-fold", "GET / HTTP/1.1\r\n" + host + "X: a\r\n b\r\n\r\n", 400},
      {"space before colon", "GET / HTTP/1.1\r\n" + host + "X : a\r\n\r\n", 400},
      {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
      {"two Hosts", "GET / HTTP/1.1\r\n" + host + host + "\r\n", 400},
      {"wrong Host", "GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n", 421},
      {"HTTP/1.0", "GET / HTTP/1.0\r\n" + host + "\r\n", 505},
      {"HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"other method", "DELETE / HTTP/1.1\r\n" + host + "\r\n", 501},
      {"absolute target", "GET http://a/ HTTP/1.1\r\n" + host + "\r\n", 400},
      {"way up", "GET /a/../b HTTP/1.1\r\n" + host + "\r\n", 400},
      {"encoded way up", "GET /a/%2e%2e/etc/passwd HTTP/1.1\r\n" + host + "\r\n", 400},
      {"encoded slash", "GET /a%2f..%2fb HTTP/1.1\r\n" + host + "\r\n", 400},
      {"encoded NUL", "GET /a%00 HTTP/1.1\r\n" + host + "\r\n", 400},
      {"encoded line end", "GET /a%0d%0aX:y HTTP/1.1\r\n" + host + "\r\n", 400},
      {"JSON body", post + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", 415},
  };
  for (const auto& row : rows) EXPECT_EQ(status_of_bytes(row.bytes), row.status) << row.name;
}

TEST_F(ServerTest, NothingAfterARefusedRequestIsRead) {
  auto connection = client();
  connection.send("POST /sign-in HTTP/1.1\r\nHost: " + host_ +
                  "\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" +
                  get("/assets/mark.svg"));
  EXPECT_EQ(status_of(connection.answer()), 400);
  EXPECT_TRUE(connection.ended(5));
}

TEST_F(ServerTest, LimitsHeadTargetAndBody) {
  const std::string fields = "X: " + std::string(20'000, 'a') + "\r\n";
  EXPECT_EQ(status_of_bytes(get("/", fields)), 431);
  EXPECT_EQ(status_of_bytes(get("/" + std::string(5'000, 'a'))), 414);
  std::string many;
  for (int count = 0; count < 100; ++count) many += "X-" + std::to_string(count) + ": a\r\n";
  EXPECT_EQ(status_of_bytes(get("/", many)), 431);
  const std::string head = "POST /sign-in HTTP/1.1\r\nHost: " + host_ +
                           "\r\nContent-Type: application/x-www-form-urlencoded\r\n";
  EXPECT_EQ(status_of_bytes(head + "Content-Length: 1048577\r\n\r\n"), 413);
  EXPECT_EQ(status_of_bytes(head + "Content-Length: 9999999999999999\r\n\r\n"), 400);
  const std::string files = "POST /sign-in HTTP/1.1\r\nHost: " + host_ +
                            "\r\nContent-Type: multipart/form-data; boundary=x\r\n";
  EXPECT_EQ(status_of_bytes(files + "Content-Length: 10\r\n\r\n"), 413);
  auto told = client();
  told.send(files + "Content-Length: 10\r\n\r\n");
  EXPECT_NE(told.answer().find("何も受け付けていません"), std::string::npos);
}

TEST_F(ServerTest, EndsSlowHeads) {
  ServerSettings settings;
  settings.head_seconds = 1;
  start(settings);
  auto connection = client();
  ASSERT_TRUE(connection.connected());
  connection.send("GET / HTTP/1.1\r\nHost: " + host_ + "\r\nX: ");
  std::this_thread::sleep_for(std::chrono::milliseconds(700));
  connection.send("a");
  EXPECT_TRUE(connection.ended(2));
}

TEST_F(ServerTest, EndsIdleConnections) {
  ServerSettings settings;
  settings.idle_seconds = 1;
  start(settings);
  auto connection = client();
  connection.send(get("/assets/mark.svg"));
  EXPECT_EQ(status_of(connection.answer()), 200);
  EXPECT_FALSE(connection.ended(0));
  EXPECT_TRUE(connection.ended(4));
}

TEST_F(ServerTest, LimitsConnectionsOfOneAddress) {
  ServerSettings settings;
  settings.connections_of_one_address_limit = 3;
  start(settings);
  std::vector<TlsClient> held;
  for (int count = 0; count < 3; ++count) {
    held.push_back(client());
    EXPECT_TRUE(held.back().connected());
  }
  EXPECT_FALSE(client().connected());
  held.pop_back();
  bool again = false;
  for (int attempt = 0; attempt < 50 && !again; ++attempt) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    again = client().connected();
  }
  EXPECT_TRUE(again);
}

TEST_F(ServerTest, AnswersBusyWhenTooManyWait) {
  ServerSettings settings;
  settings.workers = 1;
  settings.waiting_limit = 1;
  std::atomic<bool> go{false};
  office_.router->get_open("/slow", [&go](const Request&) -> base::Result<Response> {
    while (!go) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return text(200, "done");
  });
  start(settings);
  std::vector<TlsClient> clients;
  for (int count = 0; count < 4; ++count) {
    clients.push_back(client());
    clients.back().send(get("/slow"));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  EXPECT_EQ(status_of(clients[2].answer()), 503);
  EXPECT_EQ(status_of(clients[3].answer()), 503);
  go = true;
  EXPECT_EQ(status_of(clients[0].answer()), 200);
  EXPECT_EQ(status_of(clients[1].answer()), 200);
}

TEST_F(ServerTest, LargeAnswersArriveWholeAndInOrder) {
  // Around the 16 KiB of one TLS record, and far more than one.
  office_.router->get_open("/large", [](const Request& request) -> base::Result<Response> {
    std::string body;
    const auto size = std::stoul(std::string(request.query.text("size")));
    while (body.size() < size) body += "line " + std::to_string(body.size()) + "\n";
    body.resize(size);
    return text(200, std::move(body));
  });
  start({});
  auto connection = client();
  for (const std::size_t size : {16'000U, 16'384U, 16'385U, 22'112U, 300'000U}) {
    connection.send(get("/large?size=" + std::to_string(size)));
    const auto answer = connection.answer();
    EXPECT_EQ(header_of(answer, "Content-Length"), std::to_string(size));
    const auto body = answer.substr(answer.find("\r\n\r\n") + 4);
    ASSERT_EQ(body.size(), size);
    const auto last_line = body.rfind("line ", size - 40);
    EXPECT_TRUE(body.substr(last_line).starts_with("line " + std::to_string(last_line)));
  }
}

TEST_F(ServerTest, StopsAtOnceWhenIdleAndAfterRunningRequests) {
  office_.router->get_open("/slow", [](const Request&) -> base::Result<Response> {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    return text(200, "done");
  });
  start({});
  auto idle = client();
  idle.send(get("/assets/mark.svg"));
  idle.answer();
  auto busy = client();
  busy.send(get("/slow"));
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const auto began = std::chrono::steady_clock::now();
  std::thread stopping([this] { server_->stop(); });
  EXPECT_EQ(status_of(busy.answer()), 200);
  stopping.join();
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(4));
  EXPECT_FALSE(client().connected());
}

}  // namespace
}  // namespace kenpo::desk
