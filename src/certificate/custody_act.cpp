#include "certificate/custody_act.h"

#include <algorithm>

#include "certificate/addressee_act.h"
#include "eligibility/establishment_store.h"
#include "eligibility/person_store.h"
#include "eligibility/scope.h"
#include "law/book.h"
#include "store/under.h"

namespace kenpo::certificate {

using base::Date;
using base::Result;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Acting;
using notice::Permit;

namespace of_custody {

base::Fault no_such_paper() {
  return {{"この証は台帳にありません。", "There is no such certificate."},
          {},
          {"一覧から開き直してください。", "Open it again from the list."},
          {}};
}
base::Fault not_there() {
  return {{"いまの状態ではこの記録はできません。", "The paper is not where this supposes it."},
          {"返納・紛失は交付済みか回収待ちの証、催告は回収待ちの証に記録します。",
           "Returns and losses are of papers that are out, reminders of those to be collected."},
          {"証の状態を確かめてください。", "Look at the state of the paper."},
          {}};
}
base::Fault later_day() {
  return {{"先の日付は記録できません。", "A day to come cannot be recorded."},
          {},
          {"返納・紛失のあった日を入れてください。", "Enter the day on which it happened."},
          {}};
}
base::Fault too_early(int days) {
  return {{"催告したばかりです。", "Its return was asked for lately."},
          {"次の催告は" + base::Plain(days) + "日後からです(当組合の定め)。",
           "Again after " + base::Plain(days) + " days by our rule."},
          {},
          {}};
}

template <const notice::Operation& operation>
MemberAccess access_of(const Permit<operation>& permit) {
  return {permit.template grant<notice::Purpose::certificate_issuance>()};
}

/// The paper, in the handler's scope.
Result<Certificate> reach(const store::View& view, const MemberAccess& access,
                          const notice::Recorder& recorder, const CertificateId& id) {
  const auto found = KENPO_TRY(find_certificate(view, access, id));
  if (!found) return no_such_paper();
  if (!eligibility::in_scope(recorder, found->establishment)) return notice::out_of_scope_fault();
  return *found;
}

/// The establishments that a limited handler may see; `{nullopt}` for a handler without limit.
Result<std::vector<std::optional<base::EstablishmentId>>> places(const store::View& view,
                                                                 const notice::Recorder& recorder) {
  if (eligibility::unlimited(recorder)) {
    return std::vector<std::optional<base::EstablishmentId>>{std::nullopt};
  }
  std::vector<std::optional<base::EstablishmentId>> found;
  for (const auto& each : KENPO_TRY(eligibility::list_establishments(view))) {
    if (recorder.in_scope(each.id)) found.emplace_back(each.id);
  }
  return found;
}

/// Counting and listing over the establishments of a scope.
class Listing {
 public:
  using Places = std::vector<std::optional<base::EstablishmentId>>;
  Listing(const store::View& view, const MemberAccess& access, Places places)
      : view_(view), access_(access), places_(std::move(places)) {}

  Result<std::int64_t> count(Kind kind, State state) const {
    std::int64_t sum = 0;
    for (const auto& place : places_) {
      sum += KENPO_TRY(count_certificates(view_, access_, {kind, state, place}));
    }
    return sum;
  }
  Result<std::vector<Certificate>> page(Kind kind, State state, std::int64_t page) const {
    std::vector<Certificate> found;
    std::int64_t skipped = page * certificates_a_page;
    for (const auto& place : places_) {
      const CertificateFilter filter{kind, state, place};
      const auto here = KENPO_TRY(count_certificates(view_, access_, filter));
      const auto room = certificates_a_page - static_cast<std::int64_t>(found.size());
      if (here > skipped && room > 0) {
        auto some = KENPO_TRY(list_certificates(view_, access_, filter, skipped, room));
        std::ranges::move(some, std::back_inserter(found));
      }
      skipped = std::max<std::int64_t>(0, skipped - here);
    }
    return found;
  }

 private:
  const store::View& view_;
  const MemberAccess& access_;
  Places places_;
};

/// One change of one paper: `change(paper, now) -> Result<>` inside the transaction.
template <typename Change>
Result<> keep(Ledger& ledger, const Acting& acting, const CertificateId& id, Change change) {
  return store::write_under<certificate_keep>(
      ledger, acting,
      [&](const Permit<certificate_keep>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto access = access_of(permit);
        auto paper = KENPO_TRY(reach(transaction, access, permit.recorder(), id));
        KENPO_TRY(change(paper, now, transaction, access));
        return put(transaction, access, paper, now);
      });
}

bool can_come_back(const Certificate& paper) {
  return paper.is_out() || paper.state == State::to_collect;
}

}  // namespace of_custody

Result<CertificateList> list_papers(Ledger& ledger, const Acting& acting, Kind kind, State state,
                                    std::int64_t page) {
  using namespace of_custody;
  return store::read_under<certificate_list>(
      ledger, acting,
      [&](const Permit<certificate_list>& permit,
          const store::View& view) -> Result<CertificateList> {
        const auto access = access_of(permit);
        auto scope = KENPO_TRY(places(view, permit.recorder()));
        const Listing listing(view, access, std::move(scope));
        CertificateList list;
        for (const auto each : kinds) {
          StateCount count{.kind = each};
          count.to_issue = KENPO_TRY(listing.count(each, State::to_issue));
          count.in_run = KENPO_TRY(listing.count(each, State::in_run));
          count.out = KENPO_TRY(listing.count(each, State::issued));
          count.out += KENPO_TRY(listing.count(each, State::delivered));
          count.to_collect = KENPO_TRY(listing.count(each, State::to_collect));
          list.counts.push_back(count);
        }
        list.count = KENPO_TRY(listing.count(kind, state));
        list.certificates = KENPO_TRY(listing.page(kind, state, page));
        return list;
      });
}

Result<Certificate> show_certificate(Ledger& ledger, const Acting& acting,
                                     const CertificateId& id) {
  using namespace of_custody;
  return store::read_under<certificate_list>(
      ledger, acting,
      [&](const Permit<certificate_list>& permit, const store::View& view) -> Result<Certificate> {
        return reach(view, access_of(permit), permit.recorder(), id);
      });
}

Result<std::vector<Invitation>> list_invitations(Ledger& ledger, const Acting& acting) {
  using namespace of_custody;
  return store::read_under<certificate_list>(
      ledger, acting,
      [&](const Permit<certificate_list>& permit,
          const store::View& view) -> Result<std::vector<Invitation>> {
        std::vector<Invitation> list;
        // An invitation belongs to no establishment.
        if (!eligibility::unlimited(permit.recorder())) return list;
        const auto access = access_of(permit);
        const auto now = ledger.gate.clock().now();
        for (auto& record :
             KENPO_TRY(applications_with(view, access, Application::relief,
                                         ApplicationOutcome::invited, certificates_a_page))) {
          Invitation invitation{.application = std::move(record)};
          const auto& invited = invitation.application;
          const auto person =
              KENPO_TRY(eligibility::find_person(view, access, invited.person, now));
          if (!person) continue;
          invitation.name = person->name.empty() ? person->name_kana : person->name;
          for (const auto& each : KENPO_TRY(applications_of(view, access, invited.person))) {
            const bool later = each.applied_on >= invited.applied_on;
            if (each.kind != Application::relief || !later) continue;
            if (each.outcome != ApplicationOutcome::invited) invitation.answered = each.outcome;
          }
          list.push_back(std::move(invitation));
        }
        return list;
      });
}

// 健康保険法施行規則51条
Result<> record_return(Ledger& ledger, const Acting& acting, const CertificateId& id, Date on) {
  using namespace of_custody;
  return keep(ledger, acting, id,
              [&](Certificate& paper, base::Moment now, store::Transaction&,
                  const MemberAccess&) -> Result<> {
                if (!can_come_back(paper)) return not_there();
                if (now.day() < on) return later_day();
                paper.state = State::returned;
                paper.state_on = on;
                return base::Done{};
              });
}

Result<> record_loss(Ledger& ledger, const Acting& acting, const CertificateId& id, Date on,
                     Cause why, Reissue reissue) {
  using namespace of_custody;
  return keep(ledger, acting, id,
              [&](Certificate& paper, base::Moment now, store::Transaction& transaction,
                  const MemberAccess& access) -> Result<> {
                if (!can_come_back(paper)) return not_there();
                if (now.day() < on) return later_day();
                const bool ended = paper.until && *paper.until < now.day();
                if (reissue == Reissue::yes && (ended || !paper.is_out())) return not_there();
                if (reissue == Reissue::yes) {
                  auto again = paper;
                  again.id = CertificateId::draw();
                  again.state = State::to_issue;
                  again.cause = why;
                  again.state_on = now.day();
                  again.from = std::max(paper.from, now.day());
                  again.run = std::nullopt;
                  again.paper_number = 0;
                  KENPO_TRY(put(transaction, access, again, now));
                }
                paper.state = State::lost;
                paper.state_on = on;
                return base::Done{};
              });
}

Result<> record_reminder(Ledger& ledger, const Acting& acting, const CertificateId& id) {
  using namespace of_custody;
  return keep(ledger, acting, id,
              [&](Certificate& paper, base::Moment now, store::Transaction&,
                  const MemberAccess&) -> Result<> {
                if (paper.state != State::to_collect) return not_there();
                const auto days =
                    KENPO_TRY(law::Book::carried().count("certificate.reminder.every", now.day()));
                if (paper.reminded_on && now.day() < paper.reminded_on->plus_days(days.value)) {
                  return too_early(days.value);
                }
                paper.reminders += 1;
                paper.reminded_on = now.day();
                return base::Done{};
              });
}

Result<ReminderLetter> reminder_letter(Ledger& ledger, const Acting& acting,
                                       const CertificateId& id) {
  using namespace of_custody;
  return store::read_under<certificate_remind>(
      ledger, acting,
      [&](const Permit<certificate_remind>& permit,
          const store::View& view) -> Result<ReminderLetter> {
        const auto access = access_of(permit);
        ReminderLetter letter{KENPO_TRY(reach(view, access, permit.recorder(), id))};
        if (letter.certificate.state != State::to_collect) return not_there();
        letter.address = KENPO_TRY(
            addressee(view, access, letter.certificate, Way::post, ledger.gate.clock().now()));
        return letter;
      });
}

}  // namespace kenpo::certificate
