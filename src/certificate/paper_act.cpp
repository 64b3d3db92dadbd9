#include "certificate/paper_act.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "certificate/print_run_store.h"
#include "eligibility/person_merge_store.h"

namespace kenpo::certificate {

using base::Date;
using base::Result;
using eligibility::Ledger;
using notice::Acting;
using notice::Permit;

Result<Date> started_on(const store::View& view, base::Moment now) {
  const auto first = KENPO_TRY(first_upkeep(view));
  return first ? first->day : now.day().in_month().first_day();
}

Result<std::vector<Certificate>> papers_of(const store::View& view, const HolderAccess& access,
                                           const KnownHolder& known) {
  auto papers = KENPO_TRY(eligibility::of_all(known.identities, [&](const base::PersonId& id) {
    return certificates_of(view, access.member, id);
  }));
  // The latest first; of one day those that stand before those that are gone.
  std::ranges::sort(papers, std::greater{}, [](const Certificate& each) {
    return std::tuple(each.from, each.stands(), each.paper_number, each.id);
  });
  return papers;
}

Result<Certificate> issue(const Keeping& keeping, const Holder& holder, const Planned& planned) {
  Certificate made{.person = holder.person,
                   .insured = holder.insured,
                   .establishment = holder.establishment,
                   .kind = planned.kind,
                   .state = State::to_issue,
                   .cause = planned.cause,
                   .card_use = holder.card_use,
                   .from = planned.from,
                   .until = planned.until,
                   .state_on = keeping.now.day(),
                   .contents = holder.contents};
  made.contents.share_percent = planned.share_percent;
  made.contents.limit_class = planned.limit_class;
  KENPO_TRY(put(keeping.transaction, keeping.access.member, made, keeping.now));
  return made;
}

namespace of_papers {

Result<> change(const Keeping& keeping, Certificate paper, State state,
                std::optional<Date> collect_by) {
  paper.state = state;
  paper.state_on = keeping.now.day();
  paper.collect_by = collect_by;
  return put(keeping.transaction, keeping.access.member, paper, keeping.now);
}

const Certificate& paper_with(const std::vector<Certificate>& papers, const CertificateId& id) {
  const auto at = std::ranges::find(papers, id, &Certificate::id);
  KENPO_REQUIRE(at != papers.end());
  return *at;
}

/// A paper that follows another of its kind keeps what only the application knew.
void keep_application(Certificate& made, const std::vector<Certificate>& papers) {
  const Certificate* before = nullptr;
  for (const auto& paper : papers) {
    if (paper.kind != made.kind || paper.id == made.id) continue;
    if (before == nullptr || before->from < paper.from) before = &paper;
  }
  if (before == nullptr) return;
  if (!made.contents.limit_class) made.contents.limit_class = before->contents.limit_class;
  made.contents.disease = before->contents.disease;
  made.contents.long_stay = before->contents.long_stay;
}

/// The wish of a notification is kept as the application that it is, with what it says of the card.
Result<> answer_wish(const Keeping& keeping, const KnownHolder& known,
                     const std::optional<CertificateId>& certificate) {
  const auto& holder = known.holder;
  const bool known_so = known.card && calls_for_confirmation(known.card->use);
  if (!known_so) {
    KENPO_TRY(put(keeping.transaction, keeping.access.member,
                  CardFact{.person = holder.person,
                           .from = holder.wished_on,
                           .use = holder.card_use,
                           .source = CardFact::Source::notification},
                  keeping.now));
  }
  return put(keeping.transaction, keeping.access.member,
             ApplicationRecord{.person = holder.person,
                               .kind = Application::confirmation,
                               .applied_on = holder.wished_on,
                               .outcome = ApplicationOutcome::accepted,
                               .certificate = certificate,
                               .reason = "届書の資格確認書発行要否の欄",
                               .evidence = {}},
             keeping.now);
}

}  // namespace of_papers

Result<UpkeepCount> keep_up(const Keeping& keeping, const KnownHolder& known) {
  using namespace of_papers;
  const auto& holder = known.holder;
  const auto papers = KENPO_TRY(papers_of(keeping.transaction, keeping.access, known));
  const auto started = KENPO_TRY(started_on(keeping.transaction, keeping.now));
  const auto decision = KENPO_TRY(upkeep(holder, papers, started));
  const auto& due = decision.value;
  UpkeepCount count{.people = 1};
  std::optional<CertificateId> answer;
  for (const auto& id : due.drop) {
    KENPO_TRY(change(keeping, paper_with(papers, id), State::dropped, std::nullopt));
    ++count.dropped;
  }
  for (const auto& id : due.collect) {
    KENPO_TRY(change(keeping, paper_with(papers, id), State::to_collect, due.collect_by));
    ++count.to_collect;
  }
  for (const auto& planned : due.issue) {
    auto made = KENPO_TRY(issue(keeping, holder, planned));
    keep_application(made, papers);
    if (made.contents.disease) {
      const auto amount = KENPO_TRY(
          disease_amount(*made.contents.disease, holder.standard, holder.born, holder.on));
      made.contents.limit_amount = amount.value;
    }
    KENPO_TRY(put(keeping.transaction, keeping.access.member, made, keeping.now));
    if (made.kind == Kind::confirmation) answer = made.id;
    ++count.to_issue;
  }
  if (holder.wish == Holder::Wish::waits) KENPO_TRY(answer_wish(keeping, known, answer));
  if (due.invitation == Upkeep::Invitation::relief) {
    KENPO_TRY(put(keeping.transaction, keeping.access.member,
                  ApplicationRecord{.person = holder.person,
                                    .kind = Application::relief,
                                    .applied_on = keeping.now.day(),
                                    .outcome = ApplicationOutcome::invited},
                  keeping.now));
    ++count.invited;
  }
  return count;
}

Result<MemberPapers> show_papers(Ledger& ledger, const Acting& acting,
                                 const base::PersonId& person) {
  return ledger.gate.perform<certificate_show>(
      acting, [&](const Permit<certificate_show>& permit) -> Result<MemberPapers> {
        const auto access = holder_access(permit);
        const auto view = KENPO_TRY(ledger.database.read());
        const auto now = ledger.gate.clock().now();
        MemberPapers shown{.known = KENPO_TRY(known_holder(view, access, person, now))};
        if (!in_scope(permit.recorder(), shown.known.holder)) {
          return notice::out_of_scope_fault();
        }
        const auto& insured = shown.known.holder.insured;
        shown.papers = KENPO_TRY(papers_of(view, access, shown.known));
        shown.applications =
            KENPO_TRY(applications_of(view, access.member, shown.known.holder.person));
        shown.taxes = KENPO_TRY(tax_facts_of(view, access.income, insured));
        shown.reliefs = KENPO_TRY(relief_facts_of(view, access.income, insured));
        const auto started = KENPO_TRY(started_on(view, now));
        shown.upkeep = KENPO_TRY(upkeep(shown.known.holder, shown.papers, started));
        return shown;
      });
}

Result<UpkeepCount> keep_papers(Ledger& ledger, const Acting& acting,
                                const base::PersonId& person) {
  return ledger.gate.perform<certificate_upkeep>(
      acting, [&](const Permit<certificate_upkeep>& permit) -> Result<UpkeepCount> {
        const auto access = holder_access(permit);
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto now = ledger.gate.clock().now();
        const auto known = KENPO_TRY(known_holder(transaction, access, person, now));
        if (!in_scope(permit.recorder(), known.holder)) return notice::out_of_scope_fault();
        const auto count = KENPO_TRY(keep_up({transaction, access, now}, known));
        KENPO_TRY(transaction.commit(permit.recorder()));
        return count;
      });
}

}  // namespace kenpo::certificate
