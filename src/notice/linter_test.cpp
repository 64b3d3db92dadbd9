#include "notice/linter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>

#include "notice/wording.h"

namespace kenpo::notice {
namespace {

const Finding* find(const std::vector<Finding>& findings, std::string_view id) {
  const auto at = std::ranges::find(findings, id, &Finding::id);
  return at == findings.end() ? nullptr : &*at;
}

Document edited(const std::string& from, const std::string& to) {
  auto text = carried_document().text;
  EXPECT_NE(text.find(from), std::string::npos) << from;
  text.replace(text.find(from), from.size(), to);
  auto parsed = parse_document(text, base::Plain("n.txt"));
  EXPECT_TRUE(parsed.ok());
  return parsed.ok() ? std::move(parsed).value() : carried_document();
}

TEST(Linter, TellsWhatThePublishedNoticeLeavesOpen) {
  const auto findings = lint(carried_document());
  for (const auto* id :
       {"representative", "protection_organisation", "third_party_provision", "joint_use", "fee",
        "procedure_place", "anonymised_analysis", "version_and_date", "employer_results",
        "collaborative_health", "generic_notice", "facilities", "mailings", "income_overlap",
        "organisational_heading", "human_heading"}) {
    EXPECT_NE(find(findings, id), nullptr) << id;
  }
  EXPECT_EQ(find(findings, "organisational_heading")->line, 36U);
  EXPECT_EQ(find(findings, "income_overlap")->line, 10U);
  EXPECT_EQ(find(findings, "representative")->line, 0U);
  EXPECT_EQ(find(findings, "generic_notice")->severity, Severity::gap);
}

TEST(Linter, AFindingGoesWhenItsWordsAreWritten) {
  const std::string anchor = "請求に対応します。\n";
  const std::pair<const char*, const char*> rows[] = {
      {"representative", "当組合の代表者は理事長です。\n"},
      {"third_party_provision", "第三者に提供しません。\n"},
      {"joint_use", "共同利用を行いません。\n"},
      {"fee", "手数料は無料です。\n"},
      {"procedure_place", "様式は窓口にあります。\n"},
      {"anonymised_analysis", "仮名加工情報を作成します。\n"},
      {"version_and_date", "第1版、令和8年4月1日制定\n"},
  };
  for (const auto& [id, words] : rows) {
    const auto document = edited(anchor, anchor + "\n" + words);
    EXPECT_EQ(find(lint(document), id), nullptr) << id;
    EXPECT_EQ(lint(document).size() + 1, lint(carried_document()).size()) << id;
  }
  EXPECT_EQ(find(lint(edited("組織的の安全", "組織的安全")), "organisational_heading"), nullptr);
  const auto one_row = edited(std::string(wording(Category::member_income)) +
                                  "\t被扶養者の認定・検認、"
                                  "高齢受給者証及び標準負担額減額認定証の発行管理\n",
                              "");
  EXPECT_EQ(find(lint(one_row), "income_overlap"), nullptr);
}

TEST(Linter, WordsOutsideTheTableDoNotFillAGap) {
  const std::string anchor = "請求に対応します。\n";
  const auto document = edited(anchor, anchor + "\nジェネリック医薬品をお使いください。\n");
  EXPECT_NE(find(lint(document), "generic_notice"), nullptr);
}

TEST(Linter, EveryProposedRowHasAPublishedCategoryAndANewPurpose) {
  for (const Finding& finding : lint(carried_document())) {
    EXPECT_FALSE(finding.article.empty() || finding.ja.empty() || finding.en.empty() ||
                 finding.proposal.empty())
        << finding.id;
    if (finding.severity != Severity::gap) continue;
    const auto tab = finding.proposal.find('\t');
    ASSERT_NE(tab, std::string_view::npos) << finding.id;
    EXPECT_TRUE(category_worded(finding.proposal.substr(0, tab))) << finding.id;
    EXPECT_FALSE(purpose_worded(finding.proposal.substr(tab + 1))) << finding.id;
  }
}

TEST(Linter, JsonHoldsEveryFinding) {
  const auto findings = lint(carried_document());
  const auto parsed = boost::json::parse(findings_json(findings));
  const auto& list = parsed.at("findings").as_array();
  ASSERT_EQ(list.size(), findings.size());
  EXPECT_EQ(list[0].at("id").as_string(), "representative");
  EXPECT_EQ(list[0].at("severity").as_string(), "duty");
  const auto text = findings_text(findings, base::Language::japanese);
  EXPECT_NE(text.find("所見 " + std::to_string(findings.size()) + "件"), std::string::npos);
  EXPECT_NE(text.find("レセプトに関する情報 → 後発医薬品"), std::string::npos);
}

}  // namespace
}  // namespace kenpo::notice
