#include "certificate/application_act.h"

#include <algorithm>

#include "certificate/application_rule.h"
#include "certificate/elderly_rule.h"
#include "certificate/relief_rule.h"
#include "certificate/validity_rule.h"
#include "law/book.h"

namespace kenpo::certificate {

using base::Date;
using base::Result;
using eligibility::Ledger;
using notice::Acting;
using notice::Permit;

namespace of_entries {

base::Fault day_fault() {
  return {{"申請の日が正しくありません。", "The day of the application does not fit."},
          {"1年前から今日までの日です。", "A day of the last year, not one to come."},
          {"受け付けた日を確かめてください。", "Check the day on which it arrived."},
          {}};
}

bool fits(Date day, Date today) { return day <= today && today.plus_years_clamped(-1) <= day; }

/// The paper of the kind that stands today, if any.
bool stands(const std::vector<Certificate>& papers, Kind kind, Date on) {
  return std::ranges::any_of(papers, [&](const Certificate& paper) {
    return paper.kind == kind && paper.stands() && (!paper.until || on <= *paper.until);
  });
}

/// One application inside its transaction.
class Deciding {
 public:
  Deciding(const Keeping& keeping, const ApplicationEntry& entry, KnownHolder known)
      : keeping_(keeping), entry_(entry), known_(std::move(known)) {}

  Result<ApplicationDecision> run() {
    papers_ = KENPO_TRY(papers_of(keeping_.transaction, keeping_.access, known_));
    if (entry_.kind == Application::relief) {
      KENPO_TRY(relief());
    } else {
      KENPO_TRY(paper());
    }
    const auto reason =
        decision_.outcome == ApplicationOutcome::accepted
            ? entry_.reason
            : entry_.reason + (entry_.reason.empty() ? "" : "　") + failed_test(decision_.basis);
    KENPO_TRY(put(keeping_.transaction, keeping_.access.member,
                  ApplicationRecord{.person = known_.holder.person,
                                    .kind = entry_.kind,
                                    .applied_on = entry_.applied_on,
                                    .outcome = decision_.outcome,
                                    .certificate = certificate_,
                                    .reason = reason,
                                    .evidence = entry_.evidence},
                  keeping_.now));
    return std::move(decision_);
  }

 private:
  void tell(std::vector<law::Basis> basis) {
    std::ranges::move(basis, std::back_inserter(decision_.basis));
  }

  Result<> paper() {
    if (entry_.kind == Application::reduction) KENPO_TRY(keep_tax());
    const auto& holder = known_.holder;
    const bool held = stands(papers_, Kind::confirmation, holder.on);
    auto decided = granted({.kind = entry_.kind,
                            .confirmation = held ? Confirmation::held : Confirmation::none,
                            .evidence = entry_.evidence.empty() ? Evidence::none : Evidence::shown},
                           holder);
    tell(std::move(decided.basis));
    if (!decided.value) return base::Done{};
    decision_.outcome = ApplicationOutcome::accepted;
    return entry_.kind == Application::confirmation ? confirm() : issue_beside();
  }

  /// The tax that was shown counts from the month of the application to 31 July.
  Result<> keep_tax() {
    const Date from = entry_.applied_on.in_month().first_day();
    const auto until = KENPO_TRY(tax_year_end(from));
    KENPO_TRY(put(keeping_.transaction, keeping_.access.income,
                  TaxFact{.insured = known_.holder.insured,
                          .from = from,
                          .until = until.value,
                          .status = entry_.tax,
                          .evidence = entry_.evidence},
                  keeping_.now));
    return again();
  }
  Result<> again() {
    known_ = KENPO_TRY(
        known_holder(keeping_.transaction, keeping_.access, known_.holder.person, keeping_.now));
    return base::Done{};
  }

  Result<> confirm() {
    KENPO_TRY(put(keeping_.transaction, keeping_.access.member,
                  CardFact{.person = known_.holder.person,
                           .from = entry_.applied_on,
                           .use = entry_.card_use,
                           .source = CardFact::Source::application},
                  keeping_.now));
    KENPO_TRY(again());
    KENPO_TRY(keep_up(keeping_, known_));
    for (auto paper : KENPO_TRY(papers_of(keeping_.transaction, keeping_.access, known_))) {
      if (paper.kind != Kind::confirmation || paper.state != State::to_issue) continue;
      paper.cause = Cause::application;
      certificate_ = paper.id;
      KENPO_TRY(put(keeping_.transaction, keeping_.access.member, paper, keeping_.now));
    }
    return base::Done{};
  }

  Kind kind() const {
    switch (entry_.kind) {
      case Application::reduction:
        return Kind::reduction;
      case Application::disease:
        return Kind::disease;
      default:
        return Kind::limit;
    }
  }

  /// A paper beside the confirmation document; one of the same kind comes back.
  Result<> issue_beside() {
    const auto& holder = known_.holder;
    auto span = KENPO_TRY(validity(
        {.kind = kind(), .from = entry_.applied_on, .born = holder.born, .leaves = holder.leaves}));
    auto made = KENPO_TRY(issue(
        keeping_, holder,
        {.kind = kind(),
         .cause = Cause::application,
         .from = span.value.from,
         .until = span.value.to,
         .limit_class = entry_.kind == Application::disease ? std::nullopt : holder.limit_class}));
    tell(std::move(span.basis));
    if (entry_.kind == Application::disease) {
      auto amount = KENPO_TRY(disease_amount(entry_.disease, holder.standard, holder.born,
                                             std::max(made.from, holder.on)));
      made.contents.disease = entry_.disease;
      made.contents.limit_amount = amount.value;
      tell(std::move(amount.basis));
    }
    if (entry_.kind == Application::reduction) {
      auto stay = KENPO_TRY(long_stay(entry_.hospital_days, holder.on));
      made.contents.long_stay = stay.value;
      tell(std::move(stay.basis));
    }
    KENPO_TRY(put(keeping_.transaction, keeping_.access.member, made, keeping_.now));
    certificate_ = made.id;
    return give_way(made);
  }

  /// Papers of the kind that stood before are collected, or not printed any more.
  Result<> give_way(const Certificate& made) {
    const auto days =
        KENPO_TRY(law::Book::carried().count("certificate.collection.due", keeping_.now.day()));
    for (auto paper : papers_) {
      if (paper.kind != made.kind || !paper.stands() || paper.state == State::in_run) continue;
      if (paper.until && *paper.until < made.from) continue;
      const bool out = paper.is_out();
      paper.state = out ? State::to_collect : State::dropped;
      paper.state_on = keeping_.now.day();
      if (out) paper.collect_by = keeping_.now.day().plus_days(days.value);
      KENPO_TRY(put(keeping_.transaction, keeping_.access.member, paper, keeping_.now));
    }
    return base::Done{};
  }

  // 健康保険法施行令34条2項
  Result<> relief() {
    auto span = KENPO_TRY(relief_span(entry_.applied_on, entry_.income_year));
    tell(std::move(span.basis));
    auto share = KENPO_TRY(elderly_share({.month = span.value.from.in_month(),
                                          .insured_born = known_.person.born,
                                          .person_born = known_.person.born,
                                          .standard = known_.holder.standard,
                                          .relief = Relief{entry_.income, entry_.members}}));
    tell(std::move(share.basis));
    const auto active = KENPO_TRY(
        law::Book::carried().rate("certificate.elderly.share.active_income", span.value.from));
    const bool gained = share.value && *share.value < active.value;
    if (known_.holder.membership != Membership::insured || !gained) return base::Done{};
    decision_.outcome = ApplicationOutcome::accepted;
    KENPO_TRY(put(keeping_.transaction, keeping_.access.income,
                  ReliefFact{.insured = known_.holder.insured,
                             .from = span.value.from,
                             .until = span.value.to,
                             .income_year = entry_.income_year,
                             .income = entry_.income,
                             .members = entry_.members,
                             .applied_on = entry_.applied_on},
                  keeping_.now));
    KENPO_TRY(again());
    KENPO_TRY(keep_up(keeping_, known_));
    return base::Done{};
  }

  Keeping keeping_;
  const ApplicationEntry& entry_;
  KnownHolder known_;
  std::vector<Certificate> papers_ = {};
  ApplicationDecision decision_ = {};
  std::optional<CertificateId> certificate_ = {};
};

}  // namespace of_entries

std::string failed_test(const std::vector<law::Basis>& basis) {
  for (auto line = basis.rbegin(); line != basis.rend(); ++line) {
    const auto* held = std::get_if<bool>(&line->fact);
    if (held == nullptr || *held) continue;
    return "満たさないもの：" + line->step.ja.text() + "(" + line->article.text() + ")";
  }
  return {};
}

Result<ApplicationDecision> enter_application(Ledger& ledger, const Acting& acting,
                                              const ApplicationEntry& entry) {
  return ledger.gate.perform<certificate_apply>(
      acting, [&](const Permit<certificate_apply>& permit) -> Result<ApplicationDecision> {
        const auto access = holder_access(permit);
        const auto now = ledger.gate.clock().now();
        if (!of_entries::fits(entry.applied_on, now.day())) return of_entries::day_fault();
        auto transaction = KENPO_TRY(ledger.database.write());
        auto known = KENPO_TRY(known_holder(transaction, access, entry.person, now));
        if (!in_scope(permit.recorder(), known.holder)) return notice::out_of_scope_fault();
        auto decision = KENPO_TRY(
            of_entries::Deciding({transaction, access, now}, entry, std::move(known)).run());
        KENPO_TRY(transaction.commit(permit.recorder()));
        return decision;
      });
}

Result<UpkeepCount> enter_card_use(Ledger& ledger, const Acting& acting, const CardFact& fact) {
  return ledger.gate.perform<certificate_card_enter>(
      acting, [&](const Permit<certificate_card_enter>& permit) -> Result<UpkeepCount> {
        const auto access = holder_access(permit);
        const auto now = ledger.gate.clock().now();
        if (!of_entries::fits(fact.from, now.day())) return of_entries::day_fault();
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto before = KENPO_TRY(known_holder(transaction, access, fact.person, now));
        if (!in_scope(permit.recorder(), before.holder)) return notice::out_of_scope_fault();
        auto kept = fact;
        kept.person = before.holder.person;
        KENPO_TRY(put(transaction, access.member, kept, now));
        const auto known = KENPO_TRY(known_holder(transaction, access, fact.person, now));
        const auto count = KENPO_TRY(keep_up({transaction, access, now}, known));
        KENPO_TRY(transaction.commit(permit.recorder()));
        return count;
      });
}

}  // namespace kenpo::certificate
