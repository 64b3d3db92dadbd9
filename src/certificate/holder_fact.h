// What is known about a member besides the ledgers: the use of the card, tax, income, applications.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/id.h"
#include "base/yen.h"
#include "certificate/certificate.h"

namespace kenpo::certificate {

/// From `from` on, until the next fact.
struct CardFact {
  base::PersonId person;
  base::Date from = {};
  CardUse use = CardUse::unknown;
  enum class Source : std::uint8_t {
    entered = 1,
    monthly_list = 2,
    application = 3,
    notification = 4
  };
  Source source = Source::entered;
};

/// Municipal tax of the insured person's household in a tax year (1 August to 31 July). Without a
/// fact the person is taxed.
enum class TaxStatus : std::uint8_t {
  untaxed = 1,    // 被保険者が市町村民税非課税
  no_income = 2,  // 世帯の全員が非課税で所得なし
};
struct TaxFact {
  base::PersonId insured;
  base::Date from = {};   // first day that it counts for
  base::Date until = {};  // 31 July
  TaxStatus status = TaxStatus::untaxed;
  std::string evidence = {};  // 「非課税証明書 令和8年度」
};

/// 基準収入額適用申請: the receipts of the income year of the members from 70 together.
struct ReliefFact {
  base::PersonId insured;
  base::Date from = {};   // first day that it counts for
  base::Date until = {};  // 31 August
  int income_year = 0;
  base::Yen income = {};
  int members = 1;  // 2 and more with dependents from 70, or with one who left at 75 (5 years)
  base::Date applied_on = {};
};

enum class Application : std::uint8_t {
  confirmation = 1,
  limit = 4,
  reduction = 5,
  disease = 6,
  relief = 7,
};

enum class ApplicationOutcome : std::uint8_t {
  invited = 1,  // the society asked for the application
  accepted = 2,
  refused = 3,
};

struct ApplicationRecord {
  base::PersonId person;
  Application kind = Application::limit;
  base::Date applied_on = {};  // of an invitation the day it was made
  ApplicationOutcome outcome = ApplicationOutcome::accepted;
  std::optional<CertificateId> certificate = {};
  std::string reason = {};    // the person's words, or why it was refused
  std::string evidence = {};  // 医師の意見, 領収書
};

std::string_view wording(TaxStatus status);
std::string_view wording(Application application);
std::string_view wording(ApplicationOutcome outcome);
std::string_view wording(CardFact::Source source);

}  // namespace kenpo::certificate
