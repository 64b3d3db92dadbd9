// A society with one employer's people, for tests of changes of past facts.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <tuple>

#include "eligibility/dependent_act.h"
#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/intake_act.h"
#include "eligibility/member_index.h"
#include "eligibility/tables_store.h"
#include "premium/change_effect_act.h"
#include "premium/change_save_act.h"
#include "premium/levy_act.h"
#include "premium/levy_facts_act.h"
#include "premium/member_ledger_act.h"
#include "premium/payment_notice_act.h"
#include "premium/society_rate_act.h"
#include "premium/tables_store.h"
#include "remuneration/determination_job.h"
#include "remuneration/tables_store.h"
#include "tests/support/notification.h"

namespace kenpo::premium::change_tests {

using namespace test_support;
using base::Month;
using base::Rate;
using base::Yen;

inline constexpr notice::Operation look_at_facts{
    .name = "test.look_at_facts",
    .japanese = "試験の閲覧",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};

inline Month month_of(int year, int month) { return *Month::make(year, month); }

/// 82 ‰ in all until March 2026, 82.3 ‰ from then on; care 18 ‰; child 2.3 ‰ from April 2026.
inline std::vector<SocietyRate> sample_rates() {
  const auto row = [](RateKind kind, Month from, std::int64_t total) {
    return SocietyRate{kind, from, Rate{total}, Rate{total / 2}};
  };
  return {row(RateKind::general_basic, month_of(2023, 3), 45'600),
          row(RateKind::general_specific, month_of(2023, 3), 32'800),
          row(RateKind::adjustment, month_of(2023, 3), 1'300),
          row(RateKind::care, month_of(2023, 3), 18'000),
          row(RateKind::general_basic, month_of(2025, 3), 46'000),
          row(RateKind::child, month_of(2026, 4), 2'300)};
}

class ChangeTest : public testing::Test {
 protected:
  ChangeTest() {
    auto ledger = this->ledger();
    other_.symbol = "102";
    other_.office_symbol = "ｳｴ";
    other_.name = "見本工業";
    EXPECT_TRUE(
        eligibility::register_establishments(ledger, society_.clerk(), {works_, other_}).ok());
    EXPECT_TRUE(enter_rates(ledger, society_.clerk(), sample_rates()).ok());
  }
  eligibility::Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), index_};
  }
  template <typename... Notifications>
  void take(Notifications... given) {
    tick();
    auto ledger = this->ledger();
    must(eligibility::take_in_notifications(
        ledger, society_.clerk(), file_of(works_, contents_of(std::move(given)...)), "届書.csv"));
    must(remuneration::determine_all(ledger, society_.clerk(), {}));
  }
  Levy levy(Month month) {
    tick();
    auto ledger = this->ledger();
    return must(levy_month(ledger, society_.clerk(), month, {}));
  }
  void levy_all(Month first, Month last) {
    for (auto month = first; month <= last; month = month.plus(1)) levy(month);
  }
  void tick() { society_.clock().set(society_.clock().now().plus_milliseconds(1000)); }

  template <typename How>
  auto read(How how) {
    return must(society_.gate().perform<look_at_facts>(
        society_.clerk(), [&](const notice::Permit<look_at_facts>& permit) {
          const auto view = must(society_.database().read());
          const eligibility::MemberAccess access(
              permit.grant<notice::Purpose::premium_collection>());
          return how(view, access);
        }));
  }
  eligibility::InsuredPeriod period(const char* number = "1") {
    return read([&](const store::View& view, const eligibility::MemberAccess& access)
                    -> base::Result<eligibility::InsuredPeriod> {
      return KENPO_TRY(eligibility::periods_of_number(view, access, works_.id, number)).at(0);
    });
  }
  /// The first period of the person, as it stands now.
  eligibility::InsuredPeriod standing_period(const base::PersonId& person) {
    return read([&](const store::View& view, const eligibility::MemberAccess& access)
                    -> base::Result<eligibility::InsuredPeriod> {
      return KENPO_TRY(
                 eligibility::periods_of(view, access, person, society_.clock().now()))
          .at(0);
    });
  }
  LevyFacts facts(const base::PersonId& person) {
    return read([&](const store::View& view, const eligibility::MemberAccess& access) {
      return load_facts_of(view, access, {person}, society_.clock().now());
    });
  }
  /// What was posted for each month, kind and establishment so far.
  using Sums = std::map<std::tuple<Month, PremiumKind, base::EstablishmentId>, Parts>;
  Sums posted(const base::PersonId& person) {
    auto ledger = this->ledger();
    Sums sums;
    for (const auto& one : must(show_member(ledger, society_.clerk(), person)).premiums) {
      sums[{one.month, one.kind, one.establishment}] += one.parts;
    }
    std::erase_if(sums, [](const auto& entry) { return entry.second.is_zero(); });
    return sums;
  }
  base::Result<ChangeEffect> preview(const base::PersonId& person, ChangeDetail detail) {
    auto ledger = this->ledger();
    return preview_change(ledger, society_.clerk(), {person, std::move(detail)});
  }
  base::Result<SavedChange> save(const base::PersonId& person, const ChangeDetail& detail) {
    tick();
    auto ledger = this->ledger();
    const auto effect = KENPO_TRY(preview(person, detail));
    return save_change(ledger, society_.clerk(),
                       {{person, detail}, "届書の訂正による", effect.claimed.total()});
  }
  base::Result<SavedChange> undo(const ChangeId& id) {
    tick();
    auto ledger = this->ledger();
    return reverse_change(ledger, society_.clerk(), id, "誤って登録したため");
  }
  /// The society's rule of the care premium.
  void set(const CareSetting& setting) {
    auto ledger = this->ledger();
    must(enter_care_setting(ledger, society_.clerk(), setting));
  }
  /// A husband of 45 in 2026; the insured person is 35.
  void add_husband(base::Date from, std::optional<base::Date> until = {},
                   const char* number = "1") {
    tick();
    auto ledger = this->ledger();
    must(eligibility::register_dependents(ledger, society_.clerk(),
                                          {{.line = 2,
                                            .symbol = works_.symbol,
                                            .number = number,
                                            .relation = eligibility::Relation::husband,
                                            .name = "山田　一郎",
                                            .name_kana = "ヤマダ　イチロウ",
                                            .born = day(1981, 2, 3),
                                            .from = from,
                                            .until = until}}));
  }
  PaymentNotice bill(Month month) {
    auto ledger = this->ledger();
    return must(show_payment_notice(ledger, society_.clerk(), works_.id, month));
  }
  static std::string what(const base::Faults& faults) { return faults.front().what.ja.text(); }

  Society society_{eligibility::tables, remuneration::tables, tables};
  eligibility::MemberIndex index_;
  eligibility::Establishment works_ = sample_establishment();
  eligibility::Establishment other_ = sample_establishment();
};

}  // namespace kenpo::premium::change_tests
