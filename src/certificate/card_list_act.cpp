#include "certificate/card_list_act.h"

#include <algorithm>
#include <map>

#include "certificate/card_list_rule.h"
#include "certificate/holder_fact_store.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/establishment_store.h"
#include "eligibility/insured_period_store.h"
#include "format/card_list_csv/card_list_csv.h"

namespace kenpo::certificate {

namespace of_card_list {

namespace csv = format::card_list_csv;
using base::Result;
using notice::Acting;
using notice::Permit;

base::Fault line_fault(const base::Plain& file, std::uint64_t line, base::Words what,
                       base::Words mend) {
  return {.what = std::move(what),
          .why = {},
          .mend = std::move(mend),
          .place = {.file = file, .line = line, .column = 0, .field = {}}};
}

base::Fault nobody(const base::Plain& file, std::uint64_t line) {
  return line_fault(file, line,
                    {"この記号・番号・枝番の人がいません。", "The ledgers do not know the person."},
                    {"番号を確かめるか、先に資格取得届・被扶養者届を入力してください。",
                     "Check the number, or enter the notification first."});
}

base::Fault day_to_come(const base::Plain& file, std::uint64_t line) {
  return line_fault(file, line, {"基準日が先の日付です。", "The day lies ahead."},
                    {"基準日を確かめてください。", "Check the day."});
}

/// Finds the people of the list.
class People {
 public:
  People(const store::View& view, const HolderAccess& access, const notice::Recorder& recorder,
         base::Moment now)
      : view_(view), access_(access), recorder_(recorder), now_(now) {}

  Result<> prepare() {
    for (const auto& each : KENPO_TRY(eligibility::list_establishments(view_))) {
      establishments_.emplace(each.symbol, each.id);
    }
    return base::Done{};
  }

  /// Nullopt: nobody has the number. Refused: an establishment outside the handler's.
  Result<std::optional<base::PersonId>> find(const csv::CardLine& line) const {
    const auto at = establishments_.find(line.symbol);
    if (at == establishments_.end()) return std::optional<base::PersonId>();
    if (!recorder_.in_scope(at->second)) return notice::out_of_scope_fault();
    const auto periods = KENPO_TRY(
        eligibility::periods_of_number(view_, access_.member, at->second, line.number));
    if (periods.empty()) return std::optional<base::PersonId>();
    const auto insured = periods.back().person;
    if (line.branch == 0) return std::optional(insured);
    const auto links =
        KENPO_TRY(eligibility::dependents_of(view_, access_.member, insured, now_));
    const auto link =
        std::ranges::find(links, line.branch, &eligibility::DependentLink::branch);
    if (link == links.end()) return std::optional<base::PersonId>();
    return std::optional(link->dependent);
  }

 private:
  const store::View& view_;
  const HolderAccess& access_;
  const notice::Recorder& recorder_;
  base::Moment now_;
  std::map<std::string, base::EstablishmentId> establishments_;
};

/// One person whose use of the card the list may change.
Result<> take_line(const Keeping& keeping, const csv::CardLine& line,
                   const base::PersonId& person, CardListTaken& taken) {
  const auto before = KENPO_TRY(
      known_holder(keeping.transaction, keeping.access, person, keeping.now));
  if (before.holder.membership == Membership::none) {
    ++taken.gone;
    return base::Done{};
  }
  const auto says = line.registration == csv::Registration::registered
                        ? ListSays::registered
                        : ListSays::not_registered;
  const auto use = card_use_after(before.holder.card_use, says);
  if (use == before.holder.card_use) return base::Done{};
  ++(use == CardUse::usable ? taken.newly_registered : taken.newly_without);
  KENPO_TRY(put(keeping.transaction, keeping.access.member,
                CardFact{.person = before.holder.person,
                         .from = line.on,
                         .use = use,
                         .source = CardFact::Source::monthly_list},
                keeping.now));
  const auto after = KENPO_TRY(
      known_holder(keeping.transaction, keeping.access, person, keeping.now));
  const auto count = KENPO_TRY(keep_up(keeping, after));
  taken.upkeep.people += count.people;
  taken.upkeep.to_issue += count.to_issue;
  taken.upkeep.to_collect += count.to_collect;
  taken.upkeep.dropped += count.dropped;
  taken.upkeep.invited += count.invited;
  return base::Done{};
}

}  // namespace of_card_list

base::Result<CardListTaken> take_card_list(eligibility::Ledger& ledger,
                                           const notice::Acting& acting, std::string_view bytes,
                                           const base::Plain& file) {
  using namespace of_card_list;
  return ledger.gate.perform<certificate_card_list_take>(
      acting,
      [&](const Permit<certificate_card_list_take>& permit) -> Result<CardListTaken> {
        const auto access = holder_access(permit);
        const auto now = ledger.gate.clock().now();
        const auto lines = KENPO_TRY(csv::read(bytes, file));
        auto transaction = KENPO_TRY(ledger.database.write());
        People people(transaction, access, permit.recorder(), now);
        KENPO_TRY(people.prepare());
        CardListTaken taken{.people = static_cast<std::int64_t>(lines.size())};
        base::Faults faults;
        for (const auto& line : lines) {
          if (faults.size() >= base::faults_limit) break;
          const auto person = KENPO_TRY(people.find(line));
          if (!person) {
            faults.push_back(nobody(file, line.line_number));
          } else if (now.day() < line.on) {
            faults.push_back(day_to_come(file, line.line_number));
          } else if (faults.empty()) {
            KENPO_TRY(take_line({transaction, access, now}, line, *person, taken));
          }
        }
        if (!faults.empty()) return faults;
        KENPO_TRY(transaction.commit(permit.recorder()));
        return taken;
      });
}

}  // namespace kenpo::certificate
