#include "report/decision_file_act.h"

#include <algorithm>
#include <tuple>

#include "eligibility/establishment_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_store.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::report {

namespace {

namespace csv = format::notification_decision;
using base::Month;
using base::PersonId;
using base::Result;
using eligibility::InsuredPeriod;
using notice::Permit;
using remuneration::StandardRemuneration;

/// What the reading of one establishment takes.
struct Reading {
  const store::View& view;
  const DecisionAccess& access;
  Month month;
  base::Moment now;
};

base::Fault nothing_decided() {
  return {{"この月の決定はありません。", "Nothing was decided for the month."},
          {"決定通知データは、その月から適用する決定と、その月の賞与の決定です。",
           "The file holds decisions that apply from the month, and bonuses paid in it."},
          {"月と事業所を確かめてください。", "Check month and establishment."},
          {}};
}

base::Fault no_such_establishment() {
  return {{"事業所が見つかりません。", "There is no such establishment."},
          {},
          {"一覧から選び直してください。", "Choose it from the list."},
          {}};
}

csv::Row row_of(const InsuredPeriod& period, const eligibility::Person& person) {
  return {.symbol = period.symbol,
          .number = period.number,
          .name_kana = person.name_kana,
          .name = person.name,
          .born = person.born};
}

/// The decision that stood before the month.
std::optional<base::Yen> standard_before(const std::vector<StandardRemuneration>& decisions,
                                         const StandardRemuneration& decision) {
  std::optional<base::Yen> before;
  for (const auto& one : decisions) {
    if (one.period == decision.period && one.from < decision.from) before = one.standard;
  }
  return before;
}

Result<> add_period(const Reading& reading, const InsuredPeriod& period,
                    const eligibility::Person& person, std::vector<csv::Row>& rows) {
  const auto decisions = KENPO_TRY(remuneration::remunerations_of(reading.view, reading.access,
                                                                  person.id, reading.now));
  for (const auto& decision : decisions) {
    if (decision.period != period.id || decision.from != reading.month) continue;
    auto row = row_of(period, person);
    row.kind = static_cast<csv::Kind>(decision.kind);
    row.applies_from = decision.from;
    row.before = standard_before(decisions, decision);
    row.standard = decision.standard;
    row.grade = decision.grade;
    rows.push_back(std::move(row));
  }
  for (const auto& bonus : KENPO_TRY(
           remuneration::bonuses_of(reading.view, reading.access, person.id, reading.now))) {
    if (bonus.period != period.id || bonus.month != reading.month) continue;
    auto row = row_of(period, person);
    row.kind = csv::Kind::bonus;
    row.applies_from = bonus.month;
    row.standard = bonus.standard;
    row.paid_on = bonus.paid_on;
    rows.push_back(std::move(row));
  }
  return base::Done{};
}

}  // namespace

Result<csv::File> decisions_of(const store::View& view, const DecisionAccess& access,
                               const eligibility::Establishment& establishment, Month month,
                               base::Moment now, std::vector<PersonId>& people) {
  csv::File file{.establishment_symbol = establishment.symbol,
                 .establishment_name = establishment.name,
                 .month = month,
                 .made_on = now.day(),
                 .rows = {}};
  const Reading reading{view, access, month, now};
  for (const auto& id :
       KENPO_TRY(eligibility::people_of(view, access, establishment.id))) {
    const auto person = KENPO_TRY(eligibility::find_person(view, access, id, now));
    if (!person) continue;  // erased meanwhile
    const auto before = file.rows.size();
    for (const auto& period : KENPO_TRY(eligibility::periods_of(view, access, id, now))) {
      // A person may be insured elsewhere, too: those decisions are not this employer's.
      if (period.establishment != establishment.id) continue;
      KENPO_TRY(add_period(reading, period, *person, file.rows));
    }
    if (file.rows.size() > before) people.push_back(id);
  }
  std::ranges::sort(file.rows, {}, [](const csv::Row& row) {
    return std::tuple(row.number.size(), row.number, row.kind, row.applies_from);
  });
  return file;
}

// 健康保険法49条1項
Result<MadeDecisionFile> make_decision_file(const safeguard::RegisterOffice& office,
                                            const safeguard::ProvisionLedger& provisions,
                                            const notice::Acting& acting,
                                            const DecisionFileOrder& order) {
  return safeguard::write_under<decision_file_provide>(
      office, acting,
      [&](const Permit<decision_file_provide>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<MadeDecisionFile> {
        const auto establishment =
            KENPO_TRY(eligibility::find_establishment(transaction, order.establishment));
        if (!establishment) return no_such_establishment();
        if (!permit.recorder().in_scope(order.establishment)) return notice::out_of_scope_fault();
        const DecisionAccess access(
            permit.grant<notice::Purpose::standard_remuneration_determination>());
        std::vector<PersonId> people;
        const auto file = KENPO_TRY(
            decisions_of(transaction, access, *establishment, order.month, now, people));
        if (people.empty()) return nothing_decided();
        const safeguard::ExportTerms terms{
            .recipient_class = safeguard::RecipientClass::employer,
            .recipient = establishment->name,
            .basis = safeguard::ExportBasis::law,
            .processor = std::nullopt,
            .delete_by = order.delete_by};
        for (const auto& person : people) {
          KENPO_TRY(provisions.record(transaction, access, person, terms, now.day(),
                                      "記号・番号、氏名、生年月日、標準報酬月額、標準賞与額"));
        }
        const auto made = KENPO_TRY(safeguard::enter_export(
            office, transaction, permit, acting,
            {.product = "決定通知データ",
             .terms = terms,
             .files = {{"kettei-" + order.month.iso() + ".csv", csv::write(file)}},
             .rows = file.rows.size(),
             .people = people.size()}));
        return MadeDecisionFile{made, people.size(), file.rows.size()};
      });
}

}  // namespace kenpo::report
