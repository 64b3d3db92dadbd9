// Property 27 inside what leaves sealed: archives are opened with their passphrase, and every file
// in them is read. The individual number is in none, the insured number only where the statute lets
// the recipient have it, and every letter names the complaint desk.
#include <regex>

#include "app/canary_for_tests.h"
#include "safeguard/export_archive.h"

namespace kenpo::app::canary_tests {
namespace {

class CanaryArchives : public Canary {
 protected:
  /// The words of every file of the archive that the page tells the passphrase of.
  std::vector<std::string> texts_in(const desk::Response& made) {
    std::smatch passphrase;
    const std::regex form("([0-9A-Z]{4}-){5}[0-9A-Z]{4}");
    EXPECT_TRUE(std::regex_search(made.body, passphrase, form)) << made.body.substr(0, 800);
    const auto link = link_in(made.body, "/exports/");
    EXPECT_FALSE(link.empty());
    if (passphrase.empty() || link.empty()) return {};
    std::ifstream file(folder_ / "exports" / (link.substr(link.rfind('/') + 1) + ".zip"),
                       std::ios::binary);
    const std::string archive((std::istreambuf_iterator<char>(file)), {});
    for (const auto value : {name, individual_number, symbol, address}) {
      EXPECT_EQ(archive.find(value), std::string::npos) << "sealed";
    }
    const auto files = safeguard::open_archive(archive, passphrase.str());
    EXPECT_TRUE(files.ok());
    if (!files.ok()) return {};
    std::vector<std::string> texts;
    for (const auto& each : *files) {
      EXPECT_EQ(each.name.find("金糸雀"), std::string::npos) << "names can be read without it";
      texts.push_back(each.bytes.starts_with("%PDF-") ? text_of(each.bytes) : each.bytes);
    }
    return texts;
  }
  std::string in_days(int days) const { return clock_.now().day().plus_days(days).iso(); }

  /// A breach in which the canary was looked at; the address of its case.
  std::string breach() {
    enter("tekiyo");
    EXPECT_EQ(get(member_address()).status, 200);
    enter("sekinin");
    const auto page =
        goal_of(post("/incidents", {{"known_on", in_days(0)}, {"outline", "名簿の誤送付の疑い"}}));
    EXPECT_TRUE(page.starts_with("/incidents/")) << page;
    post(page + "/step", {{"step", "contained"}});
    post(page + "/extent",
         {{"operation", "member.show"}, {"from", in_days(0)}, {"to", in_days(0)}});
    return page;
  }
};

TEST_F(CanaryArchives, Property27ARosterHasNoIndividualNumberAndMasksTheInsuredOne) {
  enter("tekiyo");
  const std::vector<std::pair<std::string, std::string>> order = {
      {"establishment", std::string(establishment_.text())},
      {"recipient", "見本工業"},
      {"delete_by", in_days(30)}};
  auto to_employer = order;
  to_employer.insert(to_employer.end(), {{"recipient_class", "2"}, {"basis", "3"}});
  auto to_other = order;
  to_other.insert(to_other.end(), {{"recipient_class", "8"}, {"basis", "1"}});
  const auto open = texts_in(post("/rosters", to_employer));
  const auto masked = texts_in(post("/rosters", to_other));
  ASSERT_EQ(open.size(), 1U);
  ASSERT_EQ(masked.size(), 1U);
  for (const auto& text : {open.front(), masked.front()}) {
    EXPECT_NE(text.find("金糸雀"), std::string::npos);
    EXPECT_EQ(text.find(individual_number), std::string::npos);
    EXPECT_EQ(text.find(address), std::string::npos);
  }
  EXPECT_NE(open.front().find(symbol), std::string::npos);
  EXPECT_EQ(masked.front().find(symbol), std::string::npos);
  EXPECT_EQ(masked.front().find(number), std::string::npos);
}

TEST_F(CanaryArchives, Property27LettersOfABreachHaveNameAddressAndDeskAlone) {
  if (!test_support::reads_papers()) GTEST_SKIP() << "pdftotext is not installed";
  const auto page = breach();
  enter("tekiyo");
  post(page + "/persons", {});
  const auto texts = texts_in(post(page + "/letters", {{"printer", "9"},
                                                       {"recipient", "総務課　封入の担当"},
                                                       {"delete_by", in_days(14)}}));
  ASSERT_EQ(texts.size(), 1U);
  const auto& text = texts.front();
  EXPECT_NE(text.find("金糸雀"), std::string::npos);
  EXPECT_NE(text.find("個人情報の苦情窓口"), std::string::npos);
  for (const auto hidden : {individual_number, symbol, number}) {
    EXPECT_EQ(text.find(hidden), std::string::npos) << hidden;
  }
}

// C-2: whose data a complaint is about is found by kana name and birth date, as a request is.
TEST_F(CanaryArchives, C2AComplaintLeadsToTheHistoryOfWhoeverIsFound) {
  enter("sekinin");
  const auto take = [&](const std::string& about, const std::string& born) {
    return post("/complaints", {{"channel", "1"},
                                {"class", "1"},
                                {"received_on", in_days(0)},
                                {"name", ""},
                                {"words", "説明を求める"},
                                {"about_kana", about},
                                {"about_born", born}});
  };
  const auto page = goal_of(take(std::string(kana), "2020-04-01"));
  ASSERT_TRUE(page.starts_with("/complaints/")) << page;
  EXPECT_NE(get(page).body.find(member_address() + "/history"), std::string::npos);
  EXPECT_EQ(get(member_address() + "/history").status, 200);
  enter("joumu");  // may answer complaints and not look into the history: no link is refused
  EXPECT_EQ(get(page).body.find("/history"), std::string::npos);
  EXPECT_NE(get(page).body.find("登録済み"), std::string::npos);
  enter("sekinin");
  const auto unknown = take("ｲﾅｲ ﾋﾄ", "2020-04-01");
  EXPECT_EQ(unknown.status, 422);
  EXPECT_NE(unknown.body.find("加入者はいません"), std::string::npos);
  EXPECT_EQ(take(std::string(kana), "").status, 422) << "the day is missing";
  EXPECT_EQ(take("", "2020-04-01").status, 422) << "the name is missing";
}

}  // namespace
}  // namespace kenpo::app::canary_tests
