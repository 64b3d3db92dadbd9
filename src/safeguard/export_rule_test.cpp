// Terms on which personal data may leave: property 25 and P-5, by the rule alone.
#include "safeguard/export_rule.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>

namespace kenpo::safeguard {
namespace {

base::Date today() { return *base::Date::make(2026, 11, 24); }

struct Terms {
  const char* why;
  RecipientClass to;
  ExportBasis basis;
  const char* country;
  int days;
  std::uint64_t people;
  bool allowed;
};

TEST(ExportTerms, Property25TermsThatTheLawDoesNotAllowAreRefused) {
  using enum RecipientClass;
  using enum ExportBasis;
  const Terms rows[] = {
      {"an employer by law", employer, law, "JP", 30, 1, true},
      {"today is a day", employer, law, "JP", 0, 1, true},
      {"the longest term", employer, law, "JP", 366, 1, true},
      {"longer", employer, law, "JP", 367, 1, false},
      {"past", employer, law, "JP", -1, 1, false},
      {"art 28", employer, law, "US", 30, 1, false},
      {"art 28 with consent is not offered", other, consent_explicit, "US", 30, 1, false},
      {"nobody", employer, law, "JP", 30, 0, false},
      {"entrusting without a processor", employer, entrust, "JP", 30, 1, false},
      {"a processor by consent", processor, consent_explicit, "JP", 30, 1, false},
      {"the person", person, to_person, "JP", 30, 1, true},
      {"another as if the person", other, to_person, "JP", 30, 1, false},
  };
  for (const auto& row : rows) {
    const ExportTerms given{.recipient_class = row.to,
                            .recipient = "相手",
                            .country = row.country,
                            .basis = row.basis,
                            .processor = {},
                            .delete_by = today().plus_days(row.days)};
    EXPECT_EQ(check_terms(given, row.people, {}, today()).ok(), row.allowed) << row.why;
  }
}

// P-5: encrypted by default. Plain data are for recipients with a line of their own, and for a
// reason that says something.
TEST(ExportTerms, P5PlainDataNeedAReasonAndALineOfTheirOwn) {
  using enum RecipientClass;
  const std::string reason = "オンライン請求の回線は平文のファイルだけを受け付け、回線が守るため";
  const std::string too_long(201, 'x');
  const std::tuple<RecipientClass, std::string, bool> rows[] = {
      {reviewing_organisation, reason, true}, {bank, reason, true},
      {public_body, reason, true},            {insurer, reason, true},
      {employer, reason, false},              {other, reason, false},
      {bank, "回線のため", false},            {bank, too_long, false},
      {bank, "", true}};
  for (const auto& [to, why, allowed] : rows) {
    const ExportTerms given{.recipient_class = to,
                            .recipient = "相手",
                            .processor = {},
                            .delete_by = today(),
                            .plain_reason = why};
    EXPECT_EQ(check_terms(given, 1, {}, today()).ok(), allowed)
        << static_cast<int>(to) << " " << why.size();
  }
}

}  // namespace
}  // namespace kenpo::safeguard
