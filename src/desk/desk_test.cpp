#include "desk/desk.h"

#include <gtest/gtest.h>

#include "desk/form_token.h"
#include "desk/multipart.h"
#include "desk/office_for_tests.h"
#include "print/sheet.h"
#include "tests/support/desk.h"

namespace kenpo::desk {
namespace {

constexpr Field note_field{.name = "note", .label = "備考", .support = {}, .mode = {}};

class DeskTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto& router = *office_.router;
    router.menu<show_thing>(MenuGroup::work, "/things", "もの");
    router.menu<show_premium>(MenuGroup::work, "/premiums", "保険料");
    router.get<show_thing>("/things", [](const Visit& visit, const auto&) {
      PageHead head;
      head.title = "もの";
      head.section = "/things";
      Data data;
      data.list("refusals", {});
      return page(visit, head, "fault_page", data);
    });
    router.get<show_thing>("/things/{id}",
                           [](const Visit& visit, const auto&) -> base::Result<Response> {
                             const auto id = KENPO_TRY(visit.id<base::PersonId>("id"));
                             return text(200, std::string(id.text()));
                           });
    router.post<change_thing>("/things",
                              [this](const Visit& visit, const auto&) -> base::Result<Response> {
                                auto form = visit.form();
                                const auto note = form.text(note_field);
                                if (!form.ok()) return text(422, form.faults().front().words);
                                kept_ = *note;
                                return visit.redirect_with("/things", "登録しました。");
                              });
    router.get<show_premium>("/premiums", [](const Visit&, const auto&) -> base::Result<Response> {
      return text(200, "seen");
    });
    keep_papers();
  }

  void keep_papers() {
    office_.router->get<show_thing>(
        "/papers", [](const Visit& visit, const auto&) -> base::Result<Response> {
          return visit.paper("letter.pdf", {.pdf = "%PDF of a test", .pages = 7});
        });
    office_.desk->set_paper_register(
        [this](const Visit& visit, std::string_view name, int sheets) -> base::Result<> {
          if (!register_writes_) {
            return base::Fault{{"台帳に書けません。", "The register is not written."}, {}, {}, {}};
          }
          registered_ = std::string(visit.operation().name) + " " + std::string(name) + " " +
                        std::to_string(sheets);
          return base::Done{};
        });
  }

  static Request request_for(Method method, std::string path) {
    Request request;
    request.method = method;
    request.path = std::move(path);
    request.headers.add("host", "localhost:8443");
    return request;
  }
  Request get(std::string path) const { return signed_in(Method::get, std::move(path)); }
  Request post(std::string path) const {
    auto request = signed_in(Method::post, std::move(path));
    request.form.add("form_token", form_token(session_));
    return request;
  }
  Request signed_in(Method method, std::string path) const {
    auto request = request_for(method, std::move(path));
    if (!session_.empty()) request.cookies.add(std::string(session_cookie), session_);
    return request;
  }
  Response answer(Request request) const { return test_support::answer_of(*office_.desk, request); }
  void sign_in() {
    const auto id = office_.sign_in.enter("hanako", Office::password, office_.code());
    ASSERT_TRUE(id.ok());
    session_ = *id;
  }
  static std::string header(const Response& response, std::string_view name,
                            std::string_view holding = {}) {
    for (const auto& [each, value] : response.headers) {
      if (each == name && value.find(holding) != std::string::npos) return value;
    }
    return {};
  }
  std::uint64_t leaves() const { return office_.log->state().durable; }

  Office office_;
  std::string session_;
  std::string kept_;
  bool register_writes_ = false;
  std::string registered_;
};

TEST_F(DeskTest, AHandedOutPasswordOpensOnlyThePageOnWhichItIsChanged) {
  office_.router->get<show_thing>("/password", [](const Visit&, const auto&) {
    return base::Result<Response>(text(200, "change it"));
  });
  office_.set_password_state(account::PasswordState::handed_out);
  sign_in();
  const auto before = leaves();
  for (const auto* path : {"/things", "/premiums", "/things/0000000000000000"}) {
    const auto held = answer(get(path));
    EXPECT_EQ(held.status, 303) << path;
    EXPECT_EQ(header(held, "Location"), "/password") << path;
  }
  auto sent = post("/things");
  sent.form.add("note", "備考");
  EXPECT_EQ(header(answer(sent), "Location"), "/password");
  EXPECT_EQ(kept_, "");
  EXPECT_EQ(leaves(), before);  // no gate was opened
  EXPECT_EQ(answer(get("/password")).status, 200);
  EXPECT_EQ(header(answer(post("/sign-out")), "Location"), "/sign-in");
}

TEST_F(DeskTest, SendsVisitorsWithoutSessionToSignIn) {
  const auto response = answer(request_for(Method::get, "/things"));
  EXPECT_EQ(response.status, 303);
  EXPECT_EQ(header(response, "Location"), "/sign-in?to=/things");
  EXPECT_EQ(answer(request_for(Method::post, "/things")).status, 303);
  EXPECT_EQ(kept_, "");
}

TEST_F(DeskTest, ShowsThePageWithItsPurposesAndWritesOneLeaf) {
  sign_in();
  const auto before = leaves();
  const auto response = answer(get("/things"));
  EXPECT_EQ(response.status, 200);
  for (const auto* shown : {"このページの利用目的", "資格に関する情報", "加入者の管理", "健保 花子",
                            "適用担当", "試験の表示", "見本健康保険組合", "総務課 03-0000-0000"}) {
    EXPECT_NE(response.body.find(shown), std::string::npos) << shown;
  }
  EXPECT_EQ(leaves(), before + 1);
}

TEST_F(DeskTest, MenuHasOnlyWhatTheRoleMayOpen) {
  sign_in();
  const auto body = answer(get("/things")).body;
  EXPECT_NE(body.find("href=\"/things\" aria-current=\"page\""), std::string::npos);
  EXPECT_EQ(body.find("/premiums"), std::string::npos);
}

TEST_F(DeskTest, AnOperationThatTheRoleHasNotIsRefusedWithItsReason) {
  sign_in();
  const auto response = answer(get("/premiums"));
  EXPECT_EQ(response.status, 403);
  EXPECT_EQ(response.body.find("seen"), std::string::npos);
  EXPECT_NE(response.body.find("受け付けられませんでした"), std::string::npos);
}

TEST_F(DeskTest, AFormWithoutItsTokenChangesNothing) {
  sign_in();
  const auto with = [this](auto change) {
    auto request = signed_in(Method::post, "/things");
    request.form.add("note", "変更");
    change(request);
    return answer(std::move(request)).status;
  };
  const auto token = form_token(session_);
  EXPECT_EQ(with([](Request&) {}), 403);
  EXPECT_EQ(with([](Request& request) { request.form.add("form_token", "x"); }), 403);
  EXPECT_EQ(
      with([](Request& request) { request.form.add("form_token", form_token("another session")); }),
      403);
  EXPECT_EQ(with([&token](Request& request) {
              request.form.add("form_token", token);
              request.headers.add("origin", "https://elsewhere.example");
            }),
            403);
  EXPECT_EQ(with([&token](Request& request) {
              request.form.add("form_token", token);
              request.headers.add("sec-fetch-site", "cross-site");
            }),
            403);
  EXPECT_EQ(with([&token](Request& request) {
              request.form.add("form_token", token);
              request.headers.add("origin", "null");
            }),
            403);
  EXPECT_EQ(kept_, "");
  EXPECT_EQ(with([&token](Request& request) {
              request.form.add("form_token", token);
              request.headers.add("origin", "null");
              request.headers.add("sec-fetch-site", "same-origin");
            }),
            303);
  EXPECT_EQ(with([&token](Request& request) {
              request.form.add("form_token", token);
              request.headers.add("origin", "https://localhost:8443");
              request.headers.add("sec-fetch-site", "same-origin");
            }),
            303);
  EXPECT_EQ(kept_, "変更");
}

TEST_F(DeskTest, AMessageIsShownOnceAfterThePost) {
  sign_in();
  auto request = post("/things");
  request.form.add("note", "変更");
  const auto response = answer(std::move(request));
  EXPECT_EQ(header(response, "Location"), "/things");
  EXPECT_NE(answer(get("/things")).body.find("登録しました。"), std::string::npos);
  EXPECT_EQ(answer(get("/things")).body.find("登録しました。"), std::string::npos);
}

TEST_F(DeskTest, UnknownPagesMalformedIdsAndWrongMethods) {
  sign_in();
  EXPECT_EQ(answer(get("/nothing")).status, 404);
  EXPECT_EQ(answer(get("/things/no-id")).status, 404);
  const auto id = base::PersonId::draw();
  EXPECT_EQ(answer(get("/things/" + std::string(id.text()))).body, id.text());
  EXPECT_EQ(answer(post("/premiums")).status, 405);
}

TEST_F(DeskTest, SigningInSetsANewGuardedCookie) {
  auto shown = answer(request_for(Method::get, "/sign-in"));
  const auto visit_line = header(shown, "Set-Cookie", visit_cookie);
  const auto from = visit_line.find('=') + 1;
  const auto secret = visit_line.substr(from, visit_line.find(';') - from);

  auto request = request_for(Method::post, "/sign-in");
  request.cookies.add(std::string(visit_cookie), secret);
  request.form.add("form_token", form_token(secret));
  request.form.add("sign_in_name", " hanako ");
  request.form.add("password", std::string(Office::password));
  request.form.add("code", office_.code());
  request.form.add("to", "/things");
  const auto response = answer(request);
  EXPECT_EQ(response.status, 303);
  EXPECT_EQ(header(response, "Location"), "/things");
  const auto line = header(response, "Set-Cookie", session_cookie);
  for (const auto* part : {"__Host-", "; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"}) {
    EXPECT_NE(line.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(line.find("Domain"), std::string::npos);
}

TEST_F(DeskTest, ASessionIdBroughtAlongIsNeverTaken) {
  const std::string planted(43, 'A');
  auto request = request_for(Method::post, "/sign-in");
  request.cookies.add(std::string(session_cookie), planted);
  request.form.add("form_token", form_token(planted));
  request.form.add("sign_in_name", "hanako");
  request.form.add("password", std::string(Office::password));
  request.form.add("code", office_.code());
  const auto response = answer(request);
  EXPECT_EQ(response.status, 303);
  EXPECT_EQ(header(response, "Set-Cookie", session_cookie).find(planted), std::string::npos);
  session_ = planted;
  EXPECT_EQ(answer(get("/things")).status, 303);
}

TEST_F(DeskTest, SignInRedirectsOnlyWithinThisSite) {
  for (const auto* wanted : {"https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere",
                             "javascript:alert(1)", ""}) {
    office_.clock.set(office_.clock.now().plus_milliseconds(60'000));
    auto request = request_for(Method::post, "/sign-in");
    request.cookies.add(std::string(visit_cookie), "secret");
    request.form.add("form_token", form_token("secret"));
    request.form.add("sign_in_name", "hanako");
    request.form.add("password", std::string(Office::password));
    request.form.add("code", office_.code());
    request.form.add("to", wanted);
    EXPECT_EQ(header(answer(request), "Location"), "/") << wanted;
  }
}

TEST_F(DeskTest, NothingIsServedWhileTheLogTakesNothing) {
  const auto session = office_.sign_in.enter("hanako", Office::password, office_.code());
  auto request = request_for(Method::get, "/things");
  request.cookies.add(std::string(session_cookie), *session);
  EXPECT_EQ(answer(request).status, 200);
  ASSERT_TRUE(office_.log->stop().ok());
  const auto response = answer(request);
  EXPECT_EQ(response.status, 503);
  EXPECT_NE(response.body.find("利用記録は閉じられています。"), std::string::npos);
}

TEST_F(DeskTest, RefusedSignInKeepsTheNameAndNeverThePassword) {
  auto request = request_for(Method::post, "/sign-in");
  request.cookies.add(std::string(visit_cookie), "secret");
  request.form.add("form_token", form_token("secret"));
  request.form.add("sign_in_name", "hanako");
  request.form.add("password", "autumn rain on the roof");
  request.form.add("code", office_.code());
  const auto response = answer(request);
  EXPECT_EQ(response.status, 422);
  EXPECT_NE(response.body.find("value=\"hanako\""), std::string::npos);
  EXPECT_EQ(response.body.find("autumn"), std::string::npos);
  EXPECT_NE(response.body.find("サインインできませんでした。"), std::string::npos);
  EXPECT_EQ(office_.attempts.back(), account::Attempt::wrong_password);
}

TEST_F(DeskTest, SigningOutEndsTheSession) {
  sign_in();
  EXPECT_EQ(answer(post("/sign-out")).status, 303);
  EXPECT_EQ(answer(get("/things")).status, 303);
  EXPECT_EQ(office_.attempts.back(), account::Attempt::signed_out);
}

// P-4: no paper without its line in the register of papers.
TEST_F(DeskTest, APaperLeavesOnlyWhenTheRegisterHasIt) {
  sign_in();
  const auto refused = answer(get("/papers"));
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.body.find("%PDF"), std::string::npos);
  EXPECT_NE(refused.body.find("台帳に書けません"), std::string::npos);
  register_writes_ = true;
  const auto given = answer(get("/papers"));
  EXPECT_EQ(given.content_type, "application/pdf");
  EXPECT_EQ(given.body, "%PDF of a test");
  EXPECT_EQ(registered_, "test.show_thing letter.pdf 7");
}

TEST_F(DeskTest, OnlyTheSignedInMaySendFiles) {
  auto head = request_for(Method::post, "/things");
  head.headers.add("content-type", "multipart/form-data; boundary=x");
  EXPECT_EQ(office_.desk->body_limit_bytes(head), 0U);
  sign_in();
  head.cookies.add(std::string(session_cookie), session_);
  EXPECT_EQ(office_.desk->body_limit_bytes(head), upload_limit_bytes);
}

TEST_F(DeskTest, FilesArriveInAnyPieces) {
  const std::string body =
      "--xy\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n備考\r\n"
      "--xy\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\a\\届.csv\"\r\n"
      "Content-Type: text/csv\r\n\r\na,b\r\n--x\r\n\r\n--xy--\r\n";
  for (std::size_t piece = 1; piece <= body.size(); piece += 7) {
    Request request;
    {
      MultipartReader reader("xy", office_.directory + "/arriving");
      for (std::size_t at = 0; at < body.size(); at += piece) {
        ASSERT_EQ(reader.feed(std::string_view(body).substr(at, piece)), 0);
      }
      ASSERT_EQ(reader.finish(request), 0);
    }
    EXPECT_EQ(request.form.text("note"), "備考");
    ASSERT_EQ(request.uploads.size(), 1U);
    EXPECT_EQ(request.uploads[0].name, "届.csv");
    EXPECT_EQ(request.uploads[0].size_bytes, 10U);
    EXPECT_EQ(std::filesystem::file_size(request.uploads[0].path), 10U);
    std::filesystem::remove(request.uploads[0].path);
  }
}

TEST_F(DeskTest, BrokenUploadsLeaveNoFile) {
  const std::string begun =
      "--xy\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nabc";
  {
    MultipartReader reader("xy", office_.directory + "/arriving");
    Request request;
    EXPECT_EQ(reader.feed(begun), 0);
    EXPECT_EQ(reader.finish(request), 400);
  }
  {
    MultipartReader reader("xy", office_.directory + "/arriving");
    EXPECT_EQ(reader.feed(begun + "\r\n--xyzz"), 400);
  }
  EXPECT_TRUE(std::filesystem::is_empty(office_.directory + "/arriving"));
}

}  // namespace
}  // namespace kenpo::desk
