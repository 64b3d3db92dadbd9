#include "safeguard/export_roster_act.h"

#include <algorithm>

#include "base/mask.h"
#include "eligibility/establishment_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "safeguard/export_rule.h"
#include "safeguard/processor_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using eligibility::MemberAccess;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // spreadsheets need it
constexpr std::string_view roster_head = "記号,番号,氏名,カナ,資格取得日\r\n";

/// A cell that a spreadsheet neither splits nor runs as a formula.
std::string cell(std::string_view text) {
  std::string quoted = "\"";
  constexpr std::string_view formula_begins = "=+-@\t\r";
  if (!text.empty() && formula_begins.find(text.front()) != std::string_view::npos) quoted += '\'';
  for (const char letter : text) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + "\"";
}

std::string line_of(const eligibility::InsuredPeriod& period, const eligibility::Person& person,
                    RecipientClass recipient) {
  const bool open = sees_insured_number(recipient);
  const auto symbol = open ? period.symbol : base::masked(period.symbol);
  const auto number = open ? period.number : base::masked(period.number);
  return cell(symbol) + "," + cell(number) + "," + cell(person.name) + "," +
         cell(person.name_kana) + "," + cell(period.acquired.iso()) + "\r\n";
}

struct Roster {
  std::string text = std::string(byte_order_mark) + std::string(roster_head);
  std::uint64_t people = 0;
  std::uint64_t objected = 0;
};

/// What the making of one roster takes.
struct Making {
  store::Transaction& transaction;
  const MemberAccess& access;
  const ProvisionLedger& provisions;
  const ExportTerms& terms;
  base::Moment now;
};

Result<> add_person(Roster& roster, const Making& making,
                    const eligibility::InsuredPeriod& period) {
  const auto& [transaction, access, provisions, terms, now] = making;
  if (ends_with_objection(terms.basis) &&
      KENPO_TRY(provisions.objects(transaction, access, period.person, terms.recipient_class))) {
    ++roster.objected;
    return base::Done{};
  }
  const auto person = KENPO_TRY(eligibility::find_person(transaction, access, period.person, now));
  if (!person) return base::Done{};  // erased meanwhile
  // A list of an establishment would tell where a protected person works.
  if (person->sheltered == eligibility::Sheltered::yes) return base::Done{};
  roster.text += line_of(period, *person, terms.recipient_class);
  ++roster.people;
  return provisions.record(transaction, access, period.person, terms, now.day(),
                           "記号・番号、氏名、資格取得日");
}

Result<Roster> roster_of(const Making& making, const base::EstablishmentId& establishment) {
  Roster roster;
  const auto& [transaction, access, provisions, terms, now] = making;
  for (const auto& id : KENPO_TRY(eligibility::people_of(transaction, access, establishment))) {
    for (const auto& period : KENPO_TRY(eligibility::periods_of(transaction, access, id, now))) {
      // A person may be insured elsewhere, too: that row is not this recipient's.
      if (period.establishment != establishment || !period.holds(now.day())) continue;
      KENPO_TRY(add_person(roster, making, period));
      break;
    }
  }
  return roster;
}

}  // namespace

Result<MadeRoster> make_roster(const RegisterOffice& office, const ProvisionLedger& provisions,
                               const notice::Acting& acting,
                               const base::EstablishmentId& establishment, const ExportTerms& given,
                               const std::string& contract) {
  return write_under<roster_provide>(
      office, acting,
      [&](const notice::Permit<roster_provide>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<MadeRoster> {
        const auto known = KENPO_TRY(eligibility::find_establishment(transaction, establishment));
        if (!known) {
          return base::refusal({"事業所が見つかりません。", "No such establishment."},
                               {"選び直してください。", "Choose again."});
        }
        if (!permit.recorder().in_scope(establishment)) return notice::out_of_scope_fault();
        const MemberAccess access(permit.grant<notice::Purpose::member_administration>());
        auto terms = given;
        KENPO_TRY(name_processor(transaction, contract, terms));
        auto roster =
            KENPO_TRY(roster_of({transaction, access, provisions, terms, now}, establishment));
        const auto made = KENPO_TRY(enter_export(office, transaction, permit, acting,
                                                 {.product = "被保険者名簿",
                                                  .terms = terms,
                                                  .files = {{"roster.csv", std::move(roster.text)}},
                                                  .rows = roster.people,
                                                  .people = roster.people}));
        return MadeRoster{made, roster.people, roster.objected};
      });
}

}  // namespace kenpo::safeguard
