// A protected person on every page of every user: the address is on none of them, the establishment
// on no page about the person; both stand only behind the director's reason.
#include "app/canary_for_tests.h"
#include "eligibility/protection_act.h"

namespace kenpo::app::canary_tests {
namespace {

constexpr std::string_view establishment_name = "見本工業";

class ShelterCanary : public Canary {
 protected:
  void protect() {
    const auto all = office_->handlers();
    const auto clerk = std::ranges::find_if(all, [&](const auto& each) {
      return office_->gate().ruling(eligibility::protection_begin, each.handler.staff).refusal ==
             notice::Refusal::none;
    });
    ASSERT_NE(clerk, all.end());
    auto ledger = office_->ledger();
    ASSERT_TRUE(eligibility::begin_protection(ledger, notice::Acting{clerk->handler.staff},
                                              person_,
                                              eligibility::ProtectionGround::domestic_violence,
                                              "申出書")
                    .ok());
  }
  desk::Response ask(const std::string& tail, const std::string& field,
                     const std::string& value) {
    auto made = request(desk::Method::post, member_address() + tail);
    made.form.add("form_token", desk::form_token(session_));
    made.form.add(field, value);
    return test_support::answer_of(*desk_, made);
  }
};

TEST_F(ShelterCanary, NoPageOfAnybodyHasTheAddress) {
  protect();
  for (const auto& account : accounts_) {
    enter(account.user);
    for (const auto& route : router_->routes()) {
      if (route.method != desk::Method::get || route.path.find('{') != std::string::npos) continue;
      EXPECT_EQ(get(route.path, "金糸雀").body.find(address), std::string::npos)
          << account.user << " " << route.path;
    }
    for (const auto* tail : {"", "/identifiers", "/protection", "/certificates", "/changes",
                             "/claims", "/history"}) {
      EXPECT_EQ(get(member_address() + tail).body.find(address), std::string::npos)
          << account.user << tail;
    }
  }
}

TEST_F(ShelterCanary, NoPageAboutThePersonHasTheEstablishment) {
  enter("tekiyo");
  EXPECT_NE(get("/members", "金糸雀").body.find(establishment_name), std::string::npos);
  EXPECT_NE(get(member_address()).body.find(establishment_name), std::string::npos);
  protect();
  const auto found = get("/members", "金糸雀").body;
  EXPECT_NE(found.find(name), std::string::npos);
  EXPECT_EQ(found.find(establishment_name), std::string::npos);
  for (const auto* tail : {"", "/identifiers", "/protection"}) {
    const auto body = get(member_address() + tail).body;
    EXPECT_NE(body.find(name), std::string::npos) << tail;
    EXPECT_EQ(body.find(establishment_name), std::string::npos) << tail;
    EXPECT_EQ(body.find(symbol), std::string::npos) << "the symbol tells the establishment";
  }
}

TEST_F(ShelterCanary, TheDirectorSeesBothForAReason) {
  protect();
  enter("tekiyo");
  EXPECT_EQ(ask("/protection/address", "uncover_reason", "送付先").body.find(address),
            std::string::npos)
      << "a clerk";
  enter("joumu");
  EXPECT_EQ(ask("/protection/address", "uncover_reason", "").body.find(address),
            std::string::npos)
      << "without a reason";
  const auto before = office_->log().state().durable;
  const auto seen = ask("/protection/address", "uncover_reason", "送付先の確認").body;
  EXPECT_NE(seen.find(address), std::string::npos);
  EXPECT_NE(seen.find(establishment_name), std::string::npos);
  EXPECT_GT(office_->log().state().durable, before) << "asking leaves a leaf";
}

}  // namespace
}  // namespace kenpo::app::canary_tests
