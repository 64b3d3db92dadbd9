// A society with a desk, a responsible person, an executive director and one member, for the tests
// of requests: real gate, log, store.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "eligibility/person_merge_store.h"
#include "eligibility/person_store.h"
#include "eligibility/tables_store.h"
#include "premium/tables_store.h"
#include "remuneration/tables_store.h"
#include "request/request_act.h"
#include "request/tables_store.h"
#include "safeguard/register_tables_store.h"
#include "tests/support/sender.h"
#include "tests/support/society.h"

namespace kenpo::request {

using namespace test_support;
using eligibility::Person;
using notice::Category;
using notice::Purpose;
using notice::Role;

inline constexpr notice::Operation keep_person{
    .name = "test.keep_person",
    .japanese = "試験の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration}}};
inline constexpr notice::Operation look_person{
    .name = "test.look_person",
    .japanese = "試験の閲覧",
    .pairs = {notice::Pair{Category::eligibility, Purpose::member_administration},
              notice::Pair{Category::eligibility, Purpose::premium_collection}}};

inline base::Date day(const char* iso) { return *base::Date::parse(iso); }

inline constexpr notice::Operation keep_individual_number{
    .name = "test.keep_number",
    .japanese = "試験の個人番号の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{Category::eligibility, Purpose::number_act_information_linkage}}};

class RequestTest : public testing::Test {
 protected:
  RequestTest()
      : society_(eligibility::tables, remuneration::tables, premium::tables, request::tables,
                 safeguard::register_tables) {
    hanako_.name = "見本　花子";
    hanako_.name_kana = "ﾐﾎﾝ ﾊﾅｺ";
    hanako_.sex = eligibility::Sex::female;
    hanako_.born = day("1990-05-15");
    hanako_.address = "東京都千代田区見本町2-2";
    add_handlers();
    make_office();
    keep(hanako_);
  }

  /// 花: 庶務担当. 守: 責任者. 一郎: 常務理事. The clerk of the society handles the data.
  void add_handlers() {
    const auto from = day("2015-01-01");
    const auto until = day("2031-03-31");
    society_.change_policy([&](notice::Policy& policy) {
      for (const auto& [staff, role] : {std::pair{desk_, Role::general_affairs_clerk},
                                        std::pair{second_, Role::executive_director}}) {
        policy.handlers.push_back({staff, {{role, from, {}}}, from, until, false, {}});
      }
      for (auto& handler : policy.handlers) {
        handler.trained_until = until;
        if (handler.staff == *policy.responsible_person) officer_ = handler.staff;
        if (handler.staff == society_.clerk_id()) {
          handler.assignments.push_back({Role::executive_director, from, {}});
        }
      }
    });
  }
  void make_office() {
    office_.reset(new RequestOffice{.gate = society_.gate(),
                                    .database = society_.database(),
                                    .numbers = society_.numbers(),
                                    .history = society_.history(),
                                    .log = society_.gate().log(),
                                    .log_directory = society_.directory() + "/log",
                                    .members = members_,
                                    .tables = society_.database().tables(),
                                    .sender = test_support::sample_sender(),
                                    .handlers = [] { return std::vector<staff::NamedHandler>(); }});
  }

  void keep(const Person& person) {
    must(society_.gate().perform<keep_person>(
        society_.clerk(), [&](const notice::Permit<keep_person>& permit) -> base::Result<> {
          auto transaction = KENPO_TRY(society_.database().write());
          const eligibility::PersonAccess access(permit.grant<Purpose::member_administration>());
          KENPO_TRY(eligibility::put(transaction, access, person, day("2020-04-01"),
                                     society_.clock().now()));
          return transaction.commit(permit.recorder());
        }));
  }
  void keep_number(const Person& person, const char* number) {
    must(society_.gate().perform<keep_individual_number>(
        society_.clerk(), [&](const notice::Permit<keep_individual_number>& permit) {
          return society_.numbers().put(permit.grant<Purpose::number_act_information_linkage>(),
                                        person.id, *base::IndividualNumber::parse(number));
        }));
  }
  bool has_number(const Person& person) {
    return must(society_.gate().perform<keep_individual_number>(
        society_.clerk(), [&](const notice::Permit<keep_individual_number>& permit) {
          return society_.numbers().has(permit.grant<Purpose::number_act_information_linkage>(),
                                        person.id);
        }));
  }
  bool has_key(const Person& person, store::KeyClass key_class) {
    return must(society_.keys().key_for_opening(person.id, key_class)).has_value();
  }
  /// The decision that two people of the ledger are one.
  void merge(const Person& kept, const Person& merged) {
    auto transaction = must(society_.database().write());
    must(eligibility::put(transaction, eligibility::PersonMerge{
                                           .kept = kept.id,
                                           .merged = merged.id,
                                           .decided_at = society_.clock().now()}));
    must(transaction.commit_without_personal_data());
    society_.gate().stops().join(kept.id, merged.id);
  }
  /// The clerk reads the person for the purpose.
  template <Purpose purpose>
  base::Result<std::optional<Person>> look(const Person& person) {
    return society_.gate().perform<look_person>(
        society_.clerk(),
        [&](const notice::Permit<look_person>& permit) -> base::Result<std::optional<Person>> {
          const auto view = KENPO_TRY(society_.database().read());
          const eligibility::PersonAccess access(permit.grant<purpose>());
          auto found =
              KENPO_TRY(eligibility::find_person(view, access, person.id, society_.clock().now()));
          if (found) return found;
          return refusal_of_nothing();
        });
  }
  static base::Fault refusal_of_nothing() { return {{"いません。", "Nobody."}, {}, {}, {}}; }

  static notice::Acting as(const base::StaffId& staff) { return notice::Acting{staff}; }

  Intake intake(Kind kind) const {
    Intake made;
    made.kind = kind;
    made.arrived = society_clock_day();
    made.name = hanako_.name;
    made.name_kana = hanako_.name_kana;
    made.born = hanako_.born;
    made.wanted = "わたしの情報について";
    made.reason = is_stop(kind) ? "目的外に使われた" : "";
    return made;
  }
  base::Date society_clock_day() const { return day("2026-11-24"); }

  base::CaseId receive(const Intake& made) {
    return must(receive_request(*office_, as(desk_), made)).id;
  }
  void step(const base::CaseId& id, Event event, StepInput input = {}) {
    input.event = event;
    must(take_step(*office_, as(desk_), id, input));
  }
  /// Up to the proposal.
  base::CaseId collected(Kind kind) {
    const auto id = receive(intake(kind));
    step(id, Event::accept_form);
    step(id, Event::show_identity, {.proof = Proof::photo_document});
    step(id, Event::scope);
    step(id, Event::collect);
    return id;
  }
  base::CaseId notified(Kind kind, Outcome outcome = Outcome::full, Ground ground = Ground::none) {
    const auto id = collected(kind);
    must(decide(*office_, as(officer_), id,
                {.event = Event::propose, .outcome = outcome, .ground = ground, .words = "理由"}));
    must(decide(*office_, as(second_), id, {.event = Event::approve}));
    step(id, Event::notify);
    return id;
  }
  State state(const base::CaseId& id) {
    return must(show_request(*office_, as(desk_), id)).standing.state;
  }

  Society society_;
  eligibility::MemberIndex members_;
  base::StaffId desk_ = base::StaffId::draw();
  base::StaffId second_ = base::StaffId::draw();
  base::StaffId officer_ = base::StaffId::draw();
  std::unique_ptr<RequestOffice> office_;
  Person hanako_;
};

}  // namespace kenpo::request
