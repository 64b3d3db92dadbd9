// T-1: only the named address listens, TLS only; what is sent as a file is never executed.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "desk/form_token.h"
#include "desk/office_for_tests.h"
#include "desk/server.h"
#include "desk/tls_client_for_tests.h"

namespace kenpo::desk {
namespace {

/// The sockets of this process, by inode.
std::set<std::string> own_sockets() {
  std::set<std::string> inodes;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code gone;
    const auto target = std::filesystem::read_symlink(entry.path(), gone).string();
    if (target.starts_with("socket:[")) inodes.insert(target.substr(8, target.size() - 9));
  }
  return inodes;
}

/// Where this process listens: `0100007F:2166` (127.0.0.1, hexadecimal, as the kernel writes it).
std::set<std::string> listening(const char* table) {
  std::set<std::string> found;
  const auto own = own_sockets();
  std::ifstream file(table);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    std::string number, local, remote, state, queues, timer, retransmit, user, timeout, inode;
    cells >> number >> local >> remote >> state >> queues >> timer >> retransmit >> user >>
        timeout >> inode;
    constexpr const char* listen_state = "0A";
    if (state == listen_state && own.contains(inode))
      found.insert(local.substr(0, local.find(':')));
  }
  return found;
}

class OutsideTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const base::SystemClock now;
    ASSERT_TRUE(make_certificate(office_.directory, {"localhost", "127.0.0.1"}, now.now()).ok());
    office_.router->post<change_thing>(
        "/files", [this](const Visit& visit, const auto&) -> base::Result<Response> {
          for (const auto& upload : visit.request().uploads) {
            struct stat state{};
            EXPECT_EQ(::stat(upload.path.c_str(), &state), 0);
            mode_ = state.st_mode & 0777U;
            path_ = upload.path;
          }
          return text(200, "taken");
        });
    ServerSettings settings;
    settings.port = 0;
    settings.certificate = certificate_files(office_.directory);
    settings.arriving_folder = office_.directory + "/arriving";
    auto* desk = office_.desk.get();
    auto started = Server::start(
        std::move(settings),
        {[desk](const Request& head) { return desk->body_limit_bytes(head); },
         [desk](Request& request, Respond respond) { desk->answer(request, std::move(respond)); }});
    ASSERT_TRUE(started.ok());
    server_ = std::move(started).value();
  }

  /// What the port answers to bytes without TLS.
  std::string plain_answer(const std::string& bytes) const {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server_->port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(::send(socket, bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
    timeval patience{.tv_sec = 5, .tv_usec = 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    char buffer[512];
    const auto got = ::recv(socket, buffer, sizeof buffer, 0);
    ::close(socket);
    return got > 0 ? std::string(buffer, static_cast<std::size_t>(got)) : std::string();
  }

  Office office_;
  std::unique_ptr<Server> server_;
  mode_t mode_ = 0;
  std::string path_;
};

TEST_F(OutsideTest, T1OnlyTheNamedAddressListens) {
  EXPECT_EQ(listening("/proc/net/tcp"), std::set<std::string>{"0100007F"});
  EXPECT_TRUE(listening("/proc/net/tcp6").empty());
  server_.reset();
  EXPECT_TRUE(listening("/proc/net/tcp").empty());
}

TEST_F(OutsideTest, T1NothingIsAnsweredWithoutTls) {
  const auto answer = plain_answer("GET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(answer.find("HTTP/"), std::string::npos);
  EXPECT_EQ(answer.find("サインイン"), std::string::npos);
}

TEST_F(OutsideTest, T1AFileThatCameInCannotBeExecutedAndDoesNotStay) {
  const auto session = office_.sign_in.enter("hanako", Office::password, office_.code());
  ASSERT_TRUE(session.ok());
  const std::string boundary = "kenpo-test";
  const std::string body = "--" + boundary +
                           "\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n" +
                           form_token(*session) + "\r\n--" + boundary +
                           "\r\nContent-Disposition: form-data; name=\"file\"; "
                           "filename=\"../../run.sh\"\r\n\r\n#!/bin/sh\ntouch /tmp/ran\n\r\n--" +
                           boundary + "--\r\n";
  TlsClient client(server_->port());
  client.send("POST /files HTTP/1.1\r\nHost: localhost:" + std::to_string(server_->port()) +
              "\r\nCookie: " + std::string(session_cookie) + "=" + *session +
              "\r\nContent-Type: multipart/form-data; boundary=" + boundary +
              "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  EXPECT_EQ(status_of(client.answer()), 200);
  EXPECT_EQ(mode_, 0600U) << "no right to execute";
  EXPECT_TRUE(path_.starts_with(office_.directory + "/arriving/")) << "never where it says";
  EXPECT_EQ(path_.find("run.sh"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(path_)) << "gone with its request";
}

TEST_F(OutsideTest, T1RepeatedFailuresLockOut) {
  bool waited = false;
  for (int count = 0; count < 12; ++count) {
    EXPECT_FALSE(office_.sign_in.enter("hanako", "wrong password", office_.code()).ok());
    waited = waited || office_.attempts.back() == account::Attempt::waiting;
  }
  EXPECT_TRUE(waited);
  EXPECT_FALSE(office_.sign_in.enter("hanako", Office::password, office_.code()).ok());
}

}  // namespace
}  // namespace kenpo::desk
