// What a correction of name, sex, birth date or address reaches (個人情報保護法34条): the papers that
// stand, what left the office, who was given the wrong value. With real certificates.
#include "app/canary_for_tests.h"
#include "certificate/certificate_store.h"

namespace kenpo::app::canary_tests {
namespace {

inline constexpr notice::Operation plant_papers{
    .name = "test.plant_papers",
    .japanese = "試験の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{Category::eligibility, Purpose::certificate_issuance}},
    .runner = notice::Runner::staff_or_program};

class CorrectionPapers : public Canary {
 protected:
  void plant(certificate::Kind kind, certificate::State state) {
    const auto work = [&](const notice::Permit<plant_papers>& permit) -> Result<> {
      const certificate::CertificateAccess access(
          permit.grant<Purpose::certificate_issuance>());
      auto transaction = KENPO_TRY(office_->database().write());
      KENPO_TRY(certificate::put(transaction, access,
                                 {.person = person_,
                                  .insured = person_,
                                  .establishment = establishment_,
                                  .kind = kind,
                                  .state = state,
                                  .from = clock_.now().day(),
                                  .state_on = clock_.now().day(),
                                  .contents = {.name = std::string(name)}},
                                 clock_.now()));
      return transaction.commit(permit.recorder());
    };
    const notice::Acting program{notice::ProgramActor::command_line};
    ASSERT_TRUE(office_->gate().perform<plant_papers>(program, work).ok());
  }
  /// What the form of the correction answers.
  std::string preview(const std::string& page, const std::string& field,
                      const std::string& value) {
    return post(page + "/correction-previews", {{field, value}}).body;
  }
};

TEST_F(CorrectionPapers, ShowsWhichPapersHaveTheWrongValue) {
  plant(certificate::Kind::confirmation, certificate::State::delivered);
  plant(certificate::Kind::elderly, certificate::State::in_run);
  plant(certificate::Kind::limit, certificate::State::returned);
  enter("sekinin");
  const auto page = receive("2");
  ASSERT_TRUE(page.starts_with("/requests/")) << page;
  const auto sex = preview(page, "sex", "2");
  for (const auto* shown : {"資格確認書", "回収して差し替える", "高齢受給者証",
                            "印刷を取りやめ、訂正の後に作り直す", "/certificates/"}) {
    EXPECT_NE(sex.find(shown), std::string::npos) << shown;
  }
  EXPECT_EQ(sex.find("限度額適用認定証"), std::string::npos) << "it came back";
  const auto moved = preview(page, "address", "架空県別の町一丁目");
  EXPECT_NE(moved.find("前の住所へ送っていないか"), std::string::npos);
  EXPECT_NE(moved.find("印刷を取りやめ、訂正の後の宛先で作り直す"), std::string::npos);
  EXPECT_EQ(moved.find("回収して差し替える"), std::string::npos) << "the paper shows no address";
}

TEST_F(CorrectionPapers, ShowsWhatLeftTheOfficeAndWhoWasGivenTheValue) {
  enter("sekinin");
  const auto page = receive("2");
  auto shown = preview(page, "address", "架空県別の町一丁目");
  EXPECT_EQ(shown.find("被保険者名簿の提供"), std::string::npos);
  enter("tekiyo");
  const auto roster = post("/rosters", {{"establishment", std::string(establishment_.text())},
                                        {"recipient_class", "2"},
                                        {"recipient", "見本工業"},
                                        {"basis", "3"},
                                        {"delete_by", clock_.now().day().plus_days(30).iso()}});
  ASSERT_EQ(roster.status, 200) << roster.body.substr(0, 400);
  enter("sekinin");
  shown = preview(page, "address", "架空県別の町一丁目");
  EXPECT_NE(shown.find("被保険者名簿の提供"), std::string::npos) << "as the audit log has it";
  EXPECT_NE(shown.find("見本工業"), std::string::npos) << "as the ledger of provisions has it";
  EXPECT_EQ(shown.find(address), std::string::npos) << "masked as before";
}

}  // namespace
}  // namespace kenpo::app::canary_tests
