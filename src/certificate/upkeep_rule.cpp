#include "certificate/upkeep_rule.h"

#include <algorithm>

#include "certificate/elderly_rule.h"
#include "certificate/validity_rule.h"
#include "law/book.h"

namespace kenpo::certificate {

using base::Date;
using base::Result;
using base::Yen;
using law::Decision;

namespace of_upkeep {

using Papers = std::vector<Certificate>;

/// The paper of the kind that stands on the day, or begins later; the latest of them.
const Certificate* standing(const Papers& papers, Kind kind, Date on) {
  const Certificate* found = nullptr;
  for (const auto& paper : papers) {
    if (paper.kind != kind || !paper.stands() || (paper.until && *paper.until < on)) continue;
    if (found == nullptr || found->from < paper.from) found = &paper;
  }
  return found;
}

/// Whether both are known and differ: a paper of the time before the ledger kept them says nothing.
template <typename Value>
bool differs(const std::optional<Value>& then, const std::optional<Value>& now) {
  return then && now && *then != *now;
}

/// What stands about the person on the paper is not what would stand there today. The notice shows
/// neither birth nor sex, and only two kinds show the acquisition (施行規則47条・51条の3).
std::optional<Cause> changed(const Certificate& paper, const Contents& now) {
  if (paper.state == State::to_issue) return std::nullopt;  // filled in when it is numbered
  const auto& then = paper.contents;
  if (then.symbol != now.symbol || then.number != now.number || then.branch != now.branch) {
    return Cause::number_changed;
  }
  if (then.name != now.name || then.insured_name != now.insured_name) return Cause::name_changed;
  const bool shows_birth = paper.kind != Kind::notice;
  const bool shows_joined = paper.kind == Kind::notice || paper.kind == Kind::confirmation;
  if (shows_birth && (differs(then.born, now.born) || differs(then.sex, now.sex))) {
    return Cause::details_changed;
  }
  if (shows_joined && differs(then.joined, now.joined)) return Cause::details_changed;
  return std::nullopt;
}

/// One run of the rule over the papers of one member.
class Keeper {
 public:
  Keeper(const Holder& holder, const Papers& papers, Date started_on)
      : holder_(holder), papers_(papers), started_on_(started_on) {}

  Result<Decision<Upkeep>> run() {
    const auto days = KENPO_TRY(book_.count("certificate.collection.due", holder_.on));
    decision_.value.collect_by = holder_.on.plus_days(days.value);
    if (holder_.membership == Membership::none) {
      after_loss(days.row);
      return std::move(decision_);
    }
    KENPO_TRY(confirmation());
    KENPO_TRY(notice());
    KENPO_TRY(elderly());
    KENPO_TRY(limits());
    KENPO_TRY(diseases());
    superseded();
    stale();
    invite();
    return std::move(decision_);
  }

 private:
  void tell(base::Words step, base::Plain article, law::Fact fact = {},
            const law::Row* row = nullptr) {
    decision_.basis.push_back({std::move(step), std::move(article), fact, row});
  }
  void collect(const Certificate& paper) {
    if (paper.state == State::to_issue) {
      decision_.value.drop.push_back(paper.id);
    } else if (paper.is_out()) {
      decision_.value.collect.push_back(paper.id);
    }
  }
  Result<> issue(Kind kind, Cause cause, Date from) {
    Planned planned{.kind = kind, .cause = cause, .from = from};
    if (kind == Kind::notice || kind == Kind::elderly) {
      const bool now = from.in_month() == holder_.on.in_month();
      planned.share_percent = now ? holder_.share_percent : holder_.share_next_percent;
    }
    if (kind == Kind::notice) {
      if (planned.share_percent != 0) {
        const auto until = KENPO_TRY(judged_until(from));
        planned.until = until.value;
      }
    } else {
      auto span = KENPO_TRY(validity({.kind = kind,
                                      .from = from,
                                      .born = holder_.born,
                                      .card_use = holder_.card_use,
                                      .leaves = holder_.leaves}));
      planned.from = span.value.from;
      planned.until = span.value.to;
      std::ranges::move(span.basis, std::back_inserter(decision_.basis));
    }
    decision_.value.issue.push_back(planned);
    return base::Done{};
  }

  /// 健康保険法施行規則51条: what is out comes back; a notice need not.
  void after_loss(const law::Row* row) {
    tell({"加入者ではない", "Not a member"}, "健康保険法36条", holder_.on);
    for (const auto& paper : papers_) {
      const bool ended = paper.until && *paper.until < holder_.on;
      const bool comes_back = paper.kind != Kind::notice && !ended;
      if (comes_back || paper.state == State::to_issue) collect(paper);
    }
    if (!decision_.value.collect.empty()) {
      tell({"資格喪失により返納を受ける期限", "To be returned after the loss by"},
           "健康保険法施行規則51条", decision_.value.collect_by, row);
    }
  }

  // 健康保険法51条の3, 施行規則47条・52条, 令和5年法律48号附則15条
  Result<> confirmation() {
    const auto ex_officio = KENPO_TRY(book_.row("certificate.confirmation.ex_officio", holder_.on));
    const bool needed = calls_for_confirmation(holder_.card_use);
    tell({"電子資格確認を受けられない(マイナ保険証が使えない)", "Cannot use the card"},
         "健康保険法51条の3", needed, ex_officio);
    const bool wished = holder_.wish == Holder::Wish::waits;
    if (wished) {
      tell({"届書で資格確認書の発行を求めている", "The notification asks for the document"},
           "健康保険法51条の3・健康保険法施行規則47条", true);
    }
    const auto* paper = standing(papers_, Kind::confirmation, holder_.on);
    if (paper == nullptr) {
      const auto cause = wished ? Cause::application : Cause::ex_officio;
      return needed ? issue(Kind::confirmation, cause, holder_.on) : Result<>(base::Done{});
    }
    if (!needed) {
      // What is out holds to its end; what waits is not due any more.
      if (paper->state == State::to_issue) collect(*paper);
      return base::Done{};
    }
    if (const auto cause = changed(*paper, holder_.contents)) {
      collect(*paper);
      return issue(Kind::confirmation, *cause, holder_.on);
    }
    return renew(*paper);
  }

  /// A paper about to end is followed by one that ends later, if there is such a one.
  Result<> renew(const Certificate& paper) {
    const auto lead = KENPO_TRY(book_.count("certificate.renewal.lead", holder_.on));
    if (!paper.is_out() || !paper.until) return base::Done{};
    if (holder_.on.plus_months_clamped(lead.value) < *paper.until) return base::Done{};
    const auto next = KENPO_TRY(validity({.kind = paper.kind,
                                          .from = holder_.on,
                                          .born = holder_.born,
                                          .card_use = holder_.card_use,
                                          .leaves = holder_.leaves}));
    if (next.value.to <= *paper.until) return base::Done{};
    tell({"有効期限が近い", "About to end"}, "当組合の定め", *paper.until, lead.row);
    return issue(paper.kind, Cause::expiring, holder_.on);
  }

  // 健康保険法施行規則51条の3: everybody who has no confirmation document.
  Result<> notice() {
    KENPO_TRY(book_.row("certificate.notice.first_day", holder_.on));
    const bool other = calls_for_confirmation(holder_.card_use) ||
                       standing(papers_, Kind::confirmation, holder_.on) != nullptr;
    tell({"資格確認書を交付するので、お知らせは不要", "Has a confirmation document instead"},
         "健康保険法施行規則51条の3", other);
    const auto* paper = standing(papers_, Kind::notice, started_on_);
    if (other) {
      if (paper != nullptr && paper->state == State::to_issue) collect(*paper);
      return base::Done{};
    }
    if (paper == nullptr) {
      if (holder_.joined >= started_on_) return issue(Kind::notice, Cause::joined, holder_.on);
      const bool just_70 = holder_.share_percent != 0 && holder_.share_from >= started_on_;
      return just_70 ? issue(Kind::notice, Cause::turned_70, holder_.on) : Result<>(base::Done{});
    }
    if (paper->contents.share_percent != holder_.share_percent && paper->state != State::to_issue) {
      return issue(Kind::notice,
                   paper->contents.share_percent == 0 ? Cause::turned_70 : Cause::share_changed,
                   holder_.on);
    }
    if (const auto cause = changed(*paper, holder_.contents)) {
      return issue(Kind::notice, *cause, holder_.on);
    }
    // The share on the notice ends with the yearly judgement.
    const Date next = holder_.on.in_month().plus(1).first_day();
    if (holder_.share_next_percent != 0 && paper->until && *paper->until < next) {
      return issue(Kind::notice, Cause::expiring, next);
    }
    return base::Done{};
  }

  // 健康保険法施行規則52条: 70 to 74 with a confirmation document that does not show the share.
  Result<> elderly() {
    const auto shows = KENPO_TRY(book_.text("certificate.confirmation.shows_share", holder_.on));
    const auto* paper = standing(papers_, Kind::elderly, holder_.on);
    // Who kept the document when the card began to work has one that does not show the share.
    const bool document = calls_for_confirmation(holder_.card_use) ||
                          standing(papers_, Kind::confirmation, holder_.on) != nullptr;
    const bool due = document && shows.value == "no";
    tell({"負担割合は高齢受給者証で示す", "The share stands on the elderly certificate"},
         "健康保険法施行規則52条", due, shows.row);
    if (!due) return base::Done{};
    const Date next = holder_.on.in_month().plus(1).first_day();
    const bool today = holder_.share_percent != 0;
    if (paper == nullptr) {
      if (today) return issue(Kind::elderly, Cause::turned_70, holder_.on);
      const bool soon = holder_.share_next_percent != 0;
      return soon ? issue(Kind::elderly, Cause::turned_70, next) : Result<>(base::Done{});
    }
    const bool running = paper->from <= holder_.on;
    const int wanted = running ? holder_.share_percent : holder_.share_next_percent;
    if (wanted != 0 && paper->contents.share_percent != wanted) {
      collect(*paper);
      return issue(Kind::elderly, Cause::share_changed, running ? holder_.on : next);
    }
    if (const auto cause = changed(*paper, holder_.contents)) {
      collect(*paper);
      return issue(Kind::elderly, *cause, running ? holder_.on : next);
    }
    // The share of the month after is another one: relief was granted, or a standard was decided.
    const bool differs = holder_.share_next_percent != 0 &&
                         paper->contents.share_percent != holder_.share_next_percent;
    if (running && paper->holds(next) && differs) {
      return issue(Kind::elderly, Cause::share_changed, next);
    }
    // The yearly judgement: the paper does not reach the first day of the month after.
    if (holder_.share_next_percent != 0 && !paper->holds(next) && running) {
      tell({"毎年の判定", "Yearly judgement"}, "健康保険法施行規則55条", next);
      return issue(Kind::elderly, Cause::expiring, next);
    }
    return base::Done{};
  }

  // 健康保険法施行規則103条の2・105条: issued on application, kept true by the society.
  Result<> limits() {
    for (const auto kind : {Kind::limit, Kind::reduction}) {
      const auto* paper = standing(papers_, kind, holder_.on);
      if (paper == nullptr || !holder_.limit_class) continue;
      const auto now = *holder_.limit_class;
      const bool low = now == LimitClass::o || now == LimitClass::low_1 || now == LimitClass::low_2;
      if (low != (kind == Kind::reduction)) {
        collect(*paper);
        tell({"区分がこの証のものでなくなった", "The class is not of this paper any more"},
             "健康保険法施行規則103条の2・105条", false);
        continue;
      }
      const auto cause = paper->contents.limit_class != now ? std::optional(Cause::content_changed)
                                                            : changed(*paper, holder_.contents);
      if (!cause) continue;
      collect(*paper);
      KENPO_TRY(issue(kind, *cause, holder_.on));
      decision_.value.issue.back().limit_class = now;
    }
    return base::Done{};
  }

  // 健康保険法施行規則99条
  Result<> diseases() {
    const auto* paper = standing(papers_, Kind::disease, holder_.on);
    if (paper == nullptr || !paper->contents.disease) return base::Done{};
    const auto amount = KENPO_TRY(
        disease_amount(*paper->contents.disease, holder_.standard, holder_.born, holder_.on));
    const auto cause = paper->contents.limit_amount != amount.value
                           ? std::optional(Cause::content_changed)
                           : changed(*paper, holder_.contents);
    if (!cause) return base::Done{};
    collect(*paper);
    return issue(Kind::disease, *cause, holder_.on);
  }

  /// What another paper of its kind has taken the place of comes back.
  void superseded() {
    for (const auto& paper : papers_) {
      if (paper.kind == Kind::notice || !paper.is_out() || !paper.holds(holder_.on)) continue;
      const bool followed = std::ranges::any_of(papers_, [&](const Certificate& other) {
        return other.kind == paper.kind && other.is_out() && paper.from < other.from &&
               other.from <= holder_.on;
      });
      const auto& listed = decision_.value.collect;
      if (followed && std::ranges::find(listed, paper.id) == listed.end()) collect(paper);
    }
  }

  /// What waited until it ended is not printed any more.
  void stale() {
    for (const auto& paper : papers_) {
      const bool ended = paper.until && *paper.until < holder_.on;
      if (paper.state == State::to_issue && ended) decision_.value.drop.push_back(paper.id);
    }
  }

  // 健康保険法施行令34条2項: those who pay 30 % and could pay 20 %.
  void invite() {
    if (holder_.relief != Holder::Relief::possible || !holder_.has_active_share()) return;
    tell({"基準収入額適用申請を案内する", "To be invited to apply for relief"},
         "健康保険法施行令34条2項", true);
    decision_.value.invitation = Upkeep::Invitation::relief;
  }

  const law::Book& book_ = law::Book::carried();
  const Holder& holder_;
  const Papers& papers_;
  Date started_on_;
  Decision<Upkeep> decision_;
};

}  // namespace of_upkeep

Result<Decision<Upkeep>> upkeep(const Holder& holder, const std::vector<Certificate>& papers,
                                Date started_on) {
  return of_upkeep::Keeper(holder, papers, started_on).run();
}

// 健康保険法施行令42条9項
Result<Decision<Yen>> disease_amount(Disease disease, Yen standard, Date born, Date on) {
  const auto& book = law::Book::carried();
  Decision<Yen> decision;
  auto& basis = decision.basis;
  const auto bound = KENPO_TRY(book.yen("certificate.disease.upper.lowest_standard", on));
  const auto elderly = KENPO_TRY(elderly_from(born, on));
  const bool dialysis = disease == Disease::dialysis;
  basis.push_back({{"人工腎臓", "Dialysis"}, "健康保険法施行令42条9項", dialysis});
  const bool young = on < elderly.value;
  basis.push_back({{"70歳未満", "Under 70"}, "健康保険法施行令42条9項2号", young});
  const bool upper = standard >= bound.value;
  basis.push_back({{"標準報酬月額がこの額以上", "From this standard"},
                   "健康保険法施行令42条9項2号",
                   upper,
                   bound.row});
  const auto amount =
      KENPO_TRY(book.yen(dialysis && young && upper ? "benefit.high_cost.long_term.upper"
                                                    : "benefit.high_cost.long_term.ordinary",
                         on));
  decision.value = amount.value;
  basis.push_back({{"自己負担の限度額(月額)", "Limit of a month"},
                   "健康保険法施行令42条9項",
                   amount.value,
                   amount.row});
  return decision;
}

}  // namespace kenpo::certificate
