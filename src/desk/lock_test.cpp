// P-3: screens lock, ask for the password alone, and lose nothing; every page and print carries
// user and time.
#include <gtest/gtest.h>

#include "desk/desk.h"
#include "desk/form_token.h"
#include "desk/office_for_tests.h"
#include "tests/support/desk.h"

namespace kenpo::desk {
namespace {

constexpr Field note_field{.name = "note", .label = "備考"};

class LockTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto& router = *office_.router;
    router.get<show_thing>("/things", [](const Visit& visit, const auto&) {
      PageHead head;
      head.title = "もの";
      Data data;
      data.list("refusals", {});
      return page(visit, head, "fault_page", data);
    });
    router.post<change_thing>("/things",
                              [this](const Visit& visit, const auto&) -> base::Result<Response> {
                                auto form = visit.form();
                                kept_ = form.text(note_field).value_or("");
                                return visit.redirect_with("/things", "登録しました。");
                              });
    const auto id = office_.sign_in.enter("hanako", Office::password, office_.code());
    ASSERT_TRUE(id.ok());
    session_ = *id;
  }

  Response get(std::string path, std::string_view to = {}) {
    auto request = request_for(Method::get, std::move(path));
    if (!to.empty()) request.query.add("to", std::string(to));
    return test_support::answer_of(*office_.desk, request);
  }
  Response post(std::string path, std::string_view name, std::string_view value) {
    auto request = request_for(Method::post, std::move(path));
    request.form.add("form_token", form_token(session_));
    request.form.add(std::string(name), std::string(value));
    return test_support::answer_of(*office_.desk, request);
  }
  Request request_for(Method method, std::string path) const {
    Request request;
    request.method = method;
    request.path = std::move(path);
    request.headers.add("host", "localhost:8443");
    request.cookies.add(std::string(session_cookie), session_);
    return request;
  }
  static std::string location(const Response& response) {
    for (const auto& [name, value] : response.headers) {
      if (name == "Location") return value;
    }
    return {};
  }
  void wait(std::int64_t milliseconds) {
    office_.clock.set(office_.clock.now().plus_milliseconds(milliseconds));
  }

  Office office_;
  std::string session_;
  std::string kept_;
};

TEST_F(LockTest, P3AnIdleScreenLocksAndOpensWithThePasswordAlone) {
  EXPECT_EQ(get("/things").status, 200);
  wait(account::session_idle_limit_milliseconds + 1);
  EXPECT_EQ(location(get("/things")), "/lock?to=/things");
  const auto page = get("/lock", "/things");
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("name=\"password\""), std::string::npos);
  EXPECT_EQ(page.body.find("name=\"code\""), std::string::npos) << "the password alone";
  EXPECT_EQ(post("/lock", "password", "wrong password").status, 422);
  EXPECT_EQ(location(get("/things")), "/lock?to=/things") << "still locked";
  wait(60'000);
  auto request = request_for(Method::post, "/lock");
  request.form.add("form_token", form_token(session_));
  request.form.add("password", std::string(Office::password));
  request.form.add("to", "/things");
  EXPECT_EQ(location(test_support::answer_of(*office_.desk, request)), "/things");
  EXPECT_EQ(get("/things").status, 200);
  EXPECT_EQ(office_.attempts.back(), account::Attempt::unlocked);
}

TEST_F(LockTest, P3WhatWasSentMeanwhileIsNotLostAndNotTakenUnasked) {
  wait(account::session_idle_limit_milliseconds + 1);
  EXPECT_EQ(location(post("/things", "note", "途中の仕事")), "/lock");
  EXPECT_EQ(kept_, "") << "nobody is there to have sent it";
  EXPECT_EQ(get("/lock").body.find("途中の仕事"), std::string::npos) << "a locked screen hides it";
  const auto page = post("/lock", "password", Office::password);
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("途中の仕事"), std::string::npos);
  EXPECT_NE(page.body.find("action=\"/things\""), std::string::npos);
  EXPECT_EQ(kept_, "");
  EXPECT_EQ(post("/things", "note", "途中の仕事").status, 303);
  EXPECT_EQ(kept_, "途中の仕事");
}

TEST_F(LockTest, P3AScreenIsLockedByHandAndEndsWhenNobodyComes) {
  EXPECT_EQ(get("/lock").status, 200);
  EXPECT_EQ(location(get("/things")), "/lock?to=/things");
  wait(account::session_locked_limit_milliseconds + 1);
  EXPECT_EQ(location(get("/things")), "/sign-in?to=/things");
  EXPECT_EQ(post("/lock", "password", Office::password).status, 303) << "too late: to sign-in";
  EXPECT_EQ(location(get("/things")), "/sign-in?to=/things");
}

TEST_F(LockTest, P3FailuresOnALockedScreenCountAsThoseOfSigningIn) {
  get("/lock");
  for (int count = 0; count < 12; ++count) post("/lock", "password", "wrong password");
  EXPECT_EQ(post("/lock", "password", Office::password).status, 422) << "has to wait";
  EXPECT_EQ(office_.attempts.back(), account::Attempt::waiting);
}

TEST_F(LockTest, P3OnlyAPathOfThisSiteIsGoneTo) {
  get("/lock");
  auto request = request_for(Method::post, "/lock");
  request.form.add("form_token", form_token(session_));
  request.form.add("password", std::string(Office::password));
  request.form.add("to", "//elsewhere.example");
  EXPECT_EQ(location(test_support::answer_of(*office_.desk, request)), "/");
}

TEST_F(LockTest, P3EveryPageCarriesUserAndTimeOnScreenAndOnPaper) {
  const auto page = get("/things").body;
  const auto mark = "健保 花子 " + office_.clock.now().short_text();
  EXPECT_NE(page.find("data-mark=\"" + mark), std::string::npos);
  EXPECT_NE(page.find("出力：" + mark), std::string::npos);
  EXPECT_NE(page.find("print.css"), std::string::npos);
}

}  // namespace
}  // namespace kenpo::desk
