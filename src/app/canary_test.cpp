// Property 27: the individual number is on no output, insured numbers are masked where nobody asked
// for them. Property 30: whoever has the files and no keys finds nobody in them. A person with
// values that stand nowhere else is put into a real data directory, used by every page, and sought.
#include "app/canary_for_tests.h"
#include "claim/claim_intake_act.h"
#include "eligibility/work_item_store.h"
#include "format/claim/claim_samples.h"
#include "format/claim/writer.h"
#include "safeguard/export_archive.h"

namespace kenpo::app::canary_tests {
namespace {

TEST_F(Canary, Property27TheIndividualNumberIsOnNoPage) {
  for (const auto& account : accounts_) {
    enter(account.user);
    for (const auto& route : router_->routes()) {
      if (route.method != desk::Method::get || route.path.find('{') != std::string::npos) continue;
      const auto answer = get(route.path, "金糸雀");
      EXPECT_EQ(answer.body.find(individual_number), std::string::npos)
          << account.user << " " << route.path;
    }
    for (const auto* tail : {"", "/identifiers", "/history", "/claims"}) {
      const auto answer = get(member_address() + tail);
      EXPECT_EQ(answer.body.find(individual_number), std::string::npos) << account.user << tail;
    }
  }
}

TEST_F(Canary, Property27InsuredNumbersAndAddressAreMaskedUntilSomebodyAsks) {
  enter("tekiyo");
  const auto found = get("/members", "金糸雀").body;
  EXPECT_NE(found.find(name), std::string::npos) << "names of lists are shown";
  for (const auto hidden : {symbol, number, address}) {
    EXPECT_EQ(found.find(hidden), std::string::npos) << hidden;
    EXPECT_EQ(get(member_address()).body.find(hidden), std::string::npos) << hidden;
  }
  const auto before = office_->log().state().durable;
  const auto open = get(member_address() + "/identifiers").body;
  EXPECT_GT(office_->log().state().durable, before) << "asking leaves a leaf";
  for (const auto shown : {symbol, number, address}) {
    EXPECT_NE(open.find(shown), std::string::npos) << shown;
  }
}

TEST_F(Canary, Property27AClaimHidesItsNumbersUntilSomebodyAsks) {
  auto draft = format::claim::sample_receipt();
  draft.symbol = symbol;
  draft.number = number;
  format::claim::Writer writer(format::claim::Form::insurer);
  writer.receipt(draft);
  writer.end();
  ASSERT_TRUE(writer.faults().empty());
  enter("tekiyo");
  const auto all = office_->handlers();
  const auto clerk = std::ranges::find_if(all, [&](const auto& each) {
    return office_->gate().ruling(claim::intake_claims_operation, each.handler.staff).refusal ==
           notice::Refusal::none;
  });
  ASSERT_NE(clerk, all.end());
  const auto taken = claim::intake_claims(office_->gate(), office_->database(),
                                          notice::Acting{clerk->handler.staff},
                                          "11_RECODEINFO_MED.CSV", writer.bytes());
  ASSERT_TRUE(taken.ok());
  const auto list = get("/claims").body;
  const auto page = link_in(list, "/claims/");
  ASSERT_FALSE(page.empty());
  const auto shown = get(page).body;
  EXPECT_NE(shown.find("レセプトの記録"), std::string::npos) << "the claim's own page";
  for (const auto hidden : {symbol, number}) {
    EXPECT_EQ(list.find(hidden), std::string::npos) << hidden;
    EXPECT_EQ(shown.find(hidden), std::string::npos) << hidden;
  }
  const auto before = office_->log().state().durable;
  const auto open = get(page + "/identifiers").body;
  EXPECT_GT(office_->log().state().durable, before) << "asking leaves a leaf";
  for (const auto told : {symbol, number}) EXPECT_NE(open.find(told), std::string::npos) << told;
}

TEST_F(Canary, Property27TheComparisonHidesNumbersAndAddressesUntilSomebodyAsks) {
  const eligibility::WorkItem item{.person = person_,
                                   .other_person = other_person_,
                                   .case_id = base::CaseId::draw(),
                                   .month = clock_.now().day().in_month(),
                                   .due = clock_.now().day(),
                                   .opened_at = clock_.now()};
  const auto work = [&](const notice::Permit<plant>& permit) -> Result<> {
    const eligibility::MemberAccess access(permit.grant<Purpose::member_administration>());
    auto transaction = KENPO_TRY(office_->database().write());
    KENPO_TRY(eligibility::put(transaction, access,
                               eligibility::Person{.id = other_person_,
                                                   .name = std::string(name),
                                                   .name_kana = std::string(kana),
                                                   .born = clock_.now().day(),
                                                   .address = std::string(address)},
                               clock_.now().day(), clock_.now()));
    KENPO_TRY(eligibility::put(transaction, access,
                               eligibility::InsuredPeriod{.person = other_person_,
                                                          .establishment = establishment_,
                                                          .acquired = clock_.now().day(),
                                                          .symbol = "1",
                                                          .number = "2"},
                               clock_.now()));
    KENPO_TRY(eligibility::add(transaction, item));
    return transaction.commit(permit.recorder());
  };
  const notice::Acting program{notice::ProgramActor::command_line};
  ASSERT_TRUE(office_->gate().perform<plant>(program, work).ok());
  enter("tekiyo");
  const auto page = "/work/" + std::string(item.id.text()) + "/comparison";
  const auto shown = get(page).body;
  EXPECT_NE(shown.find("二人の台帳"), std::string::npos);
  for (const auto hidden : {symbol, number, address}) {
    EXPECT_EQ(shown.find(hidden), std::string::npos) << hidden;
  }
  const auto before = office_->log().state().durable;
  const auto open = get(page + "/identifiers").body;
  EXPECT_GT(office_->log().state().durable, before) << "asking leaves a leaf";
  for (const auto told : {symbol, number, address}) {
    EXPECT_NE(open.find(told), std::string::npos) << told;
  }
}

TEST_F(Canary, Property30WithoutKeysTheFilesShowNobody) {
  enter("tekiyo");
  get("/members", "金糸雀");
  get(member_address() + "/identifiers");
  auto made = request(desk::Method::post, "/rosters");
  made.form.add("form_token", desk::form_token(session_));
  made.form.add("establishment", std::string(establishment_.text()));
  made.form.add("recipient_class", "2");
  made.form.add("recipient", "見本工業");
  made.form.add("basis", "3");
  made.form.add("delete_by", clock_.now().day().plus_days(30).iso());
  const auto roster = test_support::answer_of(*desk_, made);
  EXPECT_EQ(roster.status, 200) << roster.body.substr(0, 400);
  ASSERT_FALSE(files_with("PK\x03\x04").empty()) << "an archive is there to be searched";
  desk_.reset();
  router_.reset();
  office_.reset();
  for (const auto canary : {name, kana, address, symbol, number, individual_number}) {
    EXPECT_EQ(files_with(canary), std::vector<std::string>{}) << canary;
  }
}

}  // namespace
}  // namespace kenpo::app::canary_tests
