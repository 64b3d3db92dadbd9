// A society with typed notifications, for tests: enter, ask, decide, reverse, what stands after it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include "eligibility/circumstance_store.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_act.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/member_index.h"
#include "eligibility/notification_act.h"
#include "eligibility/notified_pay_store.h"
#include "eligibility/person_store.h"
#include "eligibility/tables_store.h"
#include "tests/support/notification.h"
#include "tests/support/society.h"

namespace kenpo::eligibility {
using namespace test_support;
using enum NotificationKind;

inline constexpr notice::Operation look{
    .name = "test.look",
    .japanese = "試験の読取り",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}},
    .runner = notice::Runner::staff_or_program};

/// Everything that stands about one person.
struct Standing {
  std::optional<Person> person;
  std::vector<InsuredPeriod> periods;
  std::vector<DependentLink> links;
  std::vector<Circumstance> circumstances;
  friend bool operator==(const Standing&, const Standing&) = default;
};

class NotificationTest : public testing::Test {
 protected:
  NotificationTest() : society_(tables) {
    society_.change_policy([&](notice::Policy& policy) {
      const auto from = day(2015, 1, 1);
      policy.handlers.push_back({director_id_,
                                 {{notice::Role::executive_director, from, {}}},
                                 from,
                                 day(2030, 3, 31),
                                 false,
                                 {}});
      std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
    });
    auto opened = ledger();
    must(register_establishments(opened, society_.clerk(), {works_, shop_, old_members_}));
  }

  Ledger ledger() {
    return {society_.gate(), society_.database(), society_.numbers(), members_};
  }
  static Establishment other_office(const char* office, const char* symbol, const char* name) {
    auto made = sample_establishment();
    made.id = base::EstablishmentId::draw();
    made.office_symbol = office;
    made.symbol = symbol;
    made.name = name;
    return made;
  }

  static NotificationEntry entry(NotificationKind kind, base::Date on, const char* number = "1") {
    NotificationEntry made;
    made.content.kind = kind;
    made.content.on = on;
    made.content.received_on = on;
    made.symbol = "101";
    made.number = number;
    made.known_born = day(1990, 5, 15);
    return made;
  }
  static NotificationEntry hiring(base::Date on = day(2026, 4, 1)) {
    auto made = entry(acquisition, on);
    made.content.name = "山田　花子";
    made.content.name_kana = "ﾔﾏﾀﾞ ﾊﾅｺ";
    made.content.sex = Sex::female;
    made.content.born = day(1990, 5, 15);
    made.content.postal_code = "1000001";
    made.content.address = "東京都千代田区見本町２－２";
    made.content.number = "1";
    made.content.pay = base::Yen(300'000);
    return made;
  }
  static NotificationEntry leaving(base::Date lost_on) {
    auto made = entry(loss, lost_on);
    made.content.end_reason = EndReason::retirement;
    made.content.ended_on = lost_on.plus_days(-1);
    return made;
  }

  base::Result<Notification> enter(NotificationEntry entry,
                                   Entering entering = Entering::for_review) {
    auto opened = ledger();
    return enter_notification(opened, society_.clerk(), std::move(entry), entering);
  }
  base::Result<WorkItem> step(const Notification& one, WorkState from, WorkState to) {
    auto opened = ledger();
    return move_work_item(opened, society_.clerk(), one.item, {.from = from, .to = to});
  }
  void ask(const Notification& one) {
    must(step(one, WorkState::under_review, WorkState::awaiting_approval));
  }
  base::Result<Notification> decide(const Notification& one, const notice::Acting& acting) {
    auto opened = ledger();
    return decide_notification(opened, acting, one.id, "");
  }
  Notification done(NotificationEntry entry) {
    const auto one = must(enter(std::move(entry)));
    ask(one);
    return must(decide(one, director_));
  }
  base::Result<Notification> reverse(const Notification& one) {
    auto opened = ledger();
    return reverse_notification(opened, director_, one.id, "誤り");
  }
  NotificationView show(const Notification& one) {
    auto opened = ledger();
    auto shown = must(society_.gate().perform<notification_show>(
        society_.clerk(), [&](const notice::Permit<notification_show>& permit) {
          return show_notification(permit, opened, one.id);
        }));
    return *std::move(shown);
  }
  Standing standing(const base::PersonId& id) {
    return must(society_.gate().perform<look>(
        society_.clerk(), [&](const notice::Permit<look>& permit) -> base::Result<Standing> {
          const MemberAccess access(
              permit.grant<notice::Purpose::member_administration>());
          const auto view = KENPO_TRY(society_.database().read());
          const auto now = society_.clock().now();
          Standing found;
          found.person = KENPO_TRY(find_person(view, access, id, now));
          found.periods = KENPO_TRY(periods_of(view, access, id, now));
          found.links = KENPO_TRY(dependents_of(view, access, id, now));
          found.circumstances = KENPO_TRY(circumstances_of(view, access, id, now));
          return found;
        }));
  }
  static bool has(const NotificationView& shown, Caution caution) {
    return shown.effect && std::ranges::find(shown.effect->cautions, caution) !=
                               shown.effect->cautions.end();
  }

  Society society_;
  MemberIndex members_;
  base::StaffId director_id_ = base::StaffId::draw();
  notice::Acting director_{director_id_};
  Establishment works_ = sample_establishment();
  Establishment shop_ = other_office("ｳｴ", "202", "見本商店");
  Establishment old_members_ = other_office("ｵｶ", "900", "任意継続");
};

}  // namespace kenpo::eligibility
