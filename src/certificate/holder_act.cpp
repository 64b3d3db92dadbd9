#include "certificate/holder_act.h"

#include <algorithm>
#include <array>

#include "certificate/elderly_class_rule.h"
#include "certificate/elderly_rule.h"
#include "certificate/limit_class_rule.h"
#include "certificate/relief_rule.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/notified_paper_store.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/person_store.h"
#include "eligibility/scope.h"
#include "law/book.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::certificate {

using base::Date;
using base::Month;
using base::Result;
using base::Yen;

namespace of_holders {

using eligibility::DependentLink;
using eligibility::InsuredPeriod;

constexpr int percent_millionths = 10'000;

/// The period of the day, or else the latest one begun by then, or else the first to come.
const InsuredPeriod* leading(const std::vector<InsuredPeriod>& periods, Date on) {
  const InsuredPeriod* found = nullptr;
  for (const auto& period : periods) {
    if (period.holds(on)) return &period;
    if (found == nullptr || period.acquired <= on) found = &period;
  }
  return found;
}

bool runs(const DependentLink& link, Date on) {
  return link.from <= on && (!link.until || on <= *link.until);
}

const DependentLink* leading(const std::vector<DependentLink>& links, Date on) {
  const DependentLink* found = nullptr;
  for (const auto& link : links) {
    if (runs(link, on)) return &link;
    if (found == nullptr || found->from < link.from) found = &link;
  }
  return found;
}

std::string shown_name(const eligibility::Person& person) {
  return person.name.empty() ? person.name_kana : person.name;
}

base::Fault nobody() {
  return {{"この人は台帳にいません。", "The ledgers do not know the person."},
          {},
          {"加入者の検索から開き直してください。", "Open it again from the search."},
          {}};
}

/// Reads one member, step by step.
class Gathering {
 public:
  Gathering(const store::View& view, const HolderAccess& access, base::Moment now)
      : view_(view), access_(access), now_(now), on_(now.day()) {}

  Result<KnownHolder> run(const base::PersonId& person) {
    auto identities = KENPO_TRY(eligibility::identities_of(view_, person, now_));
    const auto found = KENPO_TRY(find(identities.front()));
    if (!found) return nobody();
    KnownHolder known{.holder = {.person = found->id,
                                 .insured = found->id,
                                 .establishment = base::EstablishmentId::draw(),
                                 .on = on_,
                                 .born = found->born},
                      .person = *found,
                      .identities = std::move(identities)};
    if (!KENPO_TRY(membership(known))) return nobody();
    known.card = KENPO_TRY(card_fact_of(view_, access_.member, found->id, on_));
    if (known.card) known.holder.card_use = known.card->use;
    KENPO_TRY(notified(known));
    KENPO_TRY(judge(known));
    return known;
  }

 private:
  Result<std::optional<eligibility::Person>> find(const base::PersonId& id) {
    return eligibility::find_person(view_, access_.member, id, now_);
  }
  Result<std::vector<InsuredPeriod>> periods(const std::vector<base::PersonId>& identities) {
    return eligibility::of_all(identities, [&](const base::PersonId& id) {
      return eligibility::periods_of(view_, access_.member, id, now_);
    });
  }

  /// False: neither insured nor a dependent, ever.
  Result<bool> membership(KnownHolder& known) {
    const auto own = KENPO_TRY(periods(known.identities));
    const auto* period = leading(own, on_);
    const auto links =
        KENPO_TRY(eligibility::of_all(known.identities, [&](const base::PersonId& id) {
          return eligibility::links_of(view_, access_.member, id, now_);
        }));
    const auto* link = leading(links, on_);
    const bool insured_today = period != nullptr && period->holds(on_);
    if (link != nullptr && !insured_today && (period == nullptr || runs(*link, on_))) {
      return as_dependent(known, *link);
    }
    if (period == nullptr) return false;
    fill(known.holder, *period);
    known.holder.membership = insured_today ? Membership::insured : Membership::none;
    known.holder.joined = period->acquired;
    known.holder.contents.name = shown_name(known.person);
    member_since_ = period->acquired;
    fill_details(known);
    insured_ = known.identities;
    insured_born_ = known.person.born;
    return true;
  }

  // 健康保険法施行規則47条: what the notification asks for is an application by the employer's hand.
  Result<> notified(KnownHolder& known) {
    auto& holder = known.holder;
    const auto told_of = [&](const base::PersonId& id) {
      return eligibility::notified_papers_of(view_, access_.member, id, now_);
    };
    known.told = KENPO_TRY(eligibility::of_all(known.identities, told_of));
    const auto own = known.told.size();
    if (holder.insured != holder.person) {
      for (auto& each : KENPO_TRY(eligibility::of_all(insured_, told_of))) {
        if (each.tells_of_return()) known.told.push_back(std::move(each));
      }
    }
    if (holder.membership == Membership::none) return base::Done{};
    const auto applications =
        KENPO_TRY(applications_of(view_, access_.member, holder.person));
    for (std::size_t at = 0; at < own; ++at) {
      const auto& each = known.told[at];
      if (each.wanted == eligibility::YesNo::no || each.on < member_since_) continue;
      const bool answered = std::ranges::any_of(applications, [&](const auto& one) {
        return one.kind == Application::confirmation && one.applied_on == each.received_on;
      });
      // What was found out about the card since counts more.
      const bool usable_since = known.card && known.card->from > each.received_on &&
                                !calls_for_confirmation(known.card->use);
      if (answered || usable_since) continue;
      holder.wish = Holder::Wish::waits;
      holder.wished_on = each.received_on;
      if (!calls_for_confirmation(holder.card_use)) holder.card_use = CardUse::not_registered;
    }
    return base::Done{};
  }

  Result<bool> as_dependent(KnownHolder& known, const DependentLink& link) {
    insured_ = KENPO_TRY(eligibility::identities_of(view_, link.insured, now_));
    const auto theirs = KENPO_TRY(periods(insured_));
    const auto* period = leading(theirs, on_);
    known.insured_person = KENPO_TRY(find(insured_.front()));
    if (period == nullptr || !known.insured_person) return false;
    auto& holder = known.holder;
    fill(holder, *period);
    holder.insured = insured_.front();
    holder.membership =
        runs(link, on_) && period->holds(on_) ? Membership::dependent : Membership::none;
    holder.joined = std::max(link.from, period->acquired);
    if (link.until && (!holder.leaves || link.until->plus_days(1) < *holder.leaves)) {
      holder.leaves = link.until->plus_days(1);
    }
    holder.contents.branch = link.branch;
    holder.contents.name = shown_name(known.person);
    holder.contents.insured_name = shown_name(*known.insured_person);
    member_since_ = link.from;
    fill_details(known);
    insured_born_ = known.insured_person->born;
    return true;
  }

  /// What stands on the papers about birth, sex and the beginning.
  void fill_details(KnownHolder& known) const {
    auto& contents = known.holder.contents;
    contents.born = known.person.born;
    contents.sex = known.person.sex;
    contents.joined = member_since_;
  }

  static void fill(Holder& holder, const InsuredPeriod& period) {
    holder.establishment = period.establishment;
    holder.leaves = period.lost;
    holder.contents.symbol = period.symbol;
    holder.contents.number = period.number;
  }

  Result<> judge(KnownHolder& known) {
    const auto standards = KENPO_TRY(eligibility::of_all(insured_, [&](const base::PersonId& id) {
      return remuneration::remunerations_of(view_, access_.member, id, now_);
    }));
    const auto standard_in = [&](Month month) {
      std::optional<Yen> standard;
      for (const auto& each : standards) {
        if (each.from <= month) standard = each.standard;
      }
      return standard;
    };
    const auto standard = standard_in(on_.in_month());
    if (known.holder.membership == Membership::none || !standard) return base::Done{};
    known.holder.standard = *standard;
    const auto reliefs = KENPO_TRY(relief_facts_of(view_, access_.income, known.holder.insured));
    share(known, *standard, reliefs);
    const auto taxes = KENPO_TRY(tax_facts_of(view_, access_.income, known.holder.insured));
    limit(known, *standard, taxes);
    return relief(known, standards, reliefs);
  }

  std::optional<int> share_in(const KnownHolder& known, Month month, Yen standard,
                              const std::vector<ReliefFact>& reliefs,
                              std::vector<law::Basis>* basis) {
    ElderlyInput input{.month = month,
                       .insured_born = insured_born_,
                       .person_born = known.person.born,
                       .person = known.holder.membership == Membership::dependent
                                     ? Person::dependent
                                     : Person::insured,
                       .standard = standard};
    for (const auto& fact : reliefs) {
      if (base::Span{fact.from, fact.until}.holds(month.first_day())) {
        input.relief = {fact.income, fact.members};
      }
    }
    auto decided = elderly_share(input);
    if (!decided.ok()) return std::nullopt;
    if (basis != nullptr) *basis = std::move(decided->basis);
    if (!decided->value) return std::nullopt;
    return static_cast<int>(decided->value->millionths / percent_millionths);
  }

  void share(KnownHolder& known, Yen standard, const std::vector<ReliefFact>& reliefs) {
    auto& holder = known.holder;
    const auto month = on_.in_month();
    const auto from = elderly_from(holder.born, on_);
    if (from.ok()) holder.share_from = from->value;
    const auto active = law::Book::carried().rate("certificate.elderly.share.active_income", on_);
    if (active.ok()) {
      holder.active_percent = static_cast<int>(active->value.millionths / percent_millionths);
    }
    holder.share_percent =
        share_in(known, month, standard, reliefs, &known.share_basis).value_or(0);
    holder.share_next_percent =
        share_in(known, month.plus(1), standard, reliefs, nullptr).value_or(0);
  }

  void limit(KnownHolder& known, Yen standard, const std::vector<TaxFact>& taxes) {
    std::optional<TaxStatus> tax;
    for (const auto& fact : taxes) {
      if (base::Span{fact.from, fact.until}.holds(on_)) tax = fact.status;
    }
    auto& holder = known.holder;
    auto decided =
        holder.share_percent != 0
            ? elderly_limit_class(on_,
                                  holder.share_percent == holder.active_percent
                                      ? ElderlyShare::active_income
                                      : ElderlyShare::ordinary,
                                  standard,
                                  !tax                           ? LowIncome::none
                                  : *tax == TaxStatus::no_income ? LowIncome::no_income
                                                                 : LowIncome::untaxed)
            : limit_class(on_, standard, tax ? MunicipalTax::untaxed : MunicipalTax::taxed);
    if (!decided.ok()) return;
    holder.limit_class = decided->value;
    known.class_basis = std::move(decided->basis);
  }

  /// Whether an invitation to apply for relief makes sense: for the insured person only.
  Result<> relief(KnownHolder& known,
                  const std::vector<remuneration::StandardRemuneration>& standards,
                  const std::vector<ReliefFact>& reliefs) {
    auto& holder = known.holder;
    const bool active = holder.has_active_share();
    if (holder.membership != Membership::insured || !active) return base::Done{};
    const auto month =
        on_.in_month().plus(holder.share_next_percent == holder.active_percent ? 1 : 0);
    const auto year = income_year(month);
    if (!year.ok()) return base::Done{};
    if (std::ranges::find(reliefs, year->value, &ReliefFact::income_year) != reliefs.end()) {
      return base::Done{};
    }
    for (const auto& each : KENPO_TRY(applications_of(view_, access_.member, holder.person))) {
      if (each.kind != Application::relief) continue;
      const auto then = income_year(each.applied_on.in_month().plus(1));
      if (then.ok() && then->value == year->value) return base::Done{};
    }
    ReliefOutlook outlook{.month = month};
    constexpr int months_of_a_year = 12;
    for (int number = 1; number <= months_of_a_year; ++number) {
      const auto of = *Month::make(year->value, number);
      const remuneration::StandardRemuneration* decision = nullptr;
      for (const auto& each : standards) {
        if (each.from <= of) decision = &each;
      }
      if (decision == nullptr) continue;
      ++outlook.months_known;
      outlook.remuneration += decision->standard;
    }
    for (const auto& bonus : KENPO_TRY(eligibility::of_all(insured_, [&](const base::PersonId& id) {
           return remuneration::bonuses_of(view_, access_.member, id, now_);
         }))) {
      if (bonus.month.year() == year->value) outlook.remuneration += bonus.standard;
    }
    outlook.members += KENPO_TRY(elderly_dependents(holder));
    const auto gain = KENPO_TRY(may_gain(outlook));
    if (gain.value) holder.relief = Holder::Relief::possible;
    return base::Done{};
  }

  /// Dependents from 70, and those who left at 75 within five years: both count (施行令34条2項).
  Result<int> elderly_dependents(const Holder& holder) {
    const auto years =
        KENPO_TRY(law::Book::carried().count("certificate.elderly.relief.former_years", on_));
    int count = 0;
    for (const auto& link :
         KENPO_TRY(eligibility::dependents_of(view_, access_.member, holder.insured, now_))) {
      const auto person = KENPO_TRY(find(link.dependent));
      if (!person) continue;
      const auto from = elderly_from(person->born, on_);
      if (!from.ok() || on_ < from->value) continue;
      const bool left = link.until && *link.until < on_;
      if (!left || on_ < link.until->plus_years_clamped(years.value)) ++count;
    }
    return count;
  }

  const store::View& view_;
  const HolderAccess& access_;
  base::Moment now_;
  Date on_;
  std::vector<base::PersonId> insured_ = {};
  Date insured_born_ = {};
  Date member_since_ = {};  // 資格取得日; of a dependent the day of recognition
};

}  // namespace of_holders

Result<KnownHolder> known_holder(const store::View& view, const HolderAccess& access,
                                 const base::PersonId& person, base::Moment now) {
  return of_holders::Gathering(view, access, now).run(person);
}

bool in_scope(const notice::Recorder& recorder, const Holder& holder) {
  return eligibility::in_scope(recorder, holder.establishment);
}

}  // namespace kenpo::certificate
