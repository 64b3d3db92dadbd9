#include "premium/change_save_act.h"

#include <algorithm>

#include "eligibility/insured_period_store.h"
#include "eligibility/member_entry_act.h"
#include "eligibility/person_merge_store.h"
#include "premium/change_effect_act.h"
#include "premium/change_rule.h"
#include "premium/change_scope_act.h"
#include "premium/change_store.h"
#include "premium/period_move_act.h"
#include "remuneration/remuneration_store.h"

namespace kenpo::premium {

namespace {

using base::Moment;
using base::Result;
using eligibility::Ledger;
using eligibility::MemberAccess;

base::Fault refused(base::Words what, base::Words why, base::Words mend) {
  return {std::move(what), std::move(why), std::move(mend), {}};
}

/// Every byte of UTF-8 that does not go on a character begins one.
std::size_t characters_of(const std::string& text) {
  constexpr unsigned continues_mask = 0xC0;
  constexpr unsigned continues = 0x80;
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) {
    return (static_cast<unsigned char>(byte) & continues_mask) != continues;
  }));
}

std::optional<base::StaffId> staff_of(const notice::Acting& acting) {
  const auto* staff = std::get_if<base::StaffId>(&acting.actor);
  return staff == nullptr ? std::nullopt : std::optional(*staff);
}

Result<> check_reason(const std::string& reason) {
  if (!reason.empty() && characters_of(reason) <= change_reason_limit_characters) {
    return base::Done{};
  }
  return refused(
      {"理由が必要です", "A reason is needed"},
      {base::Plain("理由は") + change_reason_limit_characters + "文字までで書きます",
       base::Plain("Of at most ") + change_reason_limit_characters + " characters"},
      {"訂正の理由と、もとになった届出や書類を書いてください", "Say why, and from which paper"});
}

/// 届け漏れの資格 and leaves have acts of their own.
Result<> check_kind(const ChangeDetail& detail) {
  const auto kind = kind_of(detail);
  const bool elsewhere = kind == ChangeKind::period_added || kind == ChangeKind::leave_added ||
                         kind == ChangeKind::leave_removed;
  if (!elsewhere) return base::Done{};
  return refused({"この訂正はここでは登録できません", "This is not registered here"},
                 {"届け漏れの資格は資格取得届で、休業は休業の申出で登録します",
                  "A period comes by its notification, a leave by its application"},
                 {"届出の画面で登録してください", "Use the screen of the notification"});
}

base::Fault effect_moved() {
  return refused(
      {"影響の計算が変わりました", "The effects have changed"},
      {"確認している間に、台帳か料率が変わりました", "The ledger or the rates changed in between"},
      {"影響をもう一度確かめてから登録してください", "Look at the effects again"});
}

/// Changes of one person never share a moment: the reversal looks at the one just before.
Result<Moment> moment_for(const store::View& view, const MemberAccess& access,
                          const base::PersonId& person, Moment now) {
  const auto changes = KENPO_TRY(changes_of(view, access, person));
  if (changes.empty() || changes.front().decided_at < now) return now;
  return changes.front().decided_at.plus_milliseconds(1);
}

/// The first month that the effects touch; without effects that of the day.
base::Month first_month(const ChangeEffect& effect, const ChangedFacts& changed, Moment now) {
  auto first = now.day().in_month();
  for (const auto& month : effect.months) first = std::min(first, month.month);
  for (const auto& period : changed.periods) first = std::min(first, period.acquired.in_month());
  for (const auto& one : changed.ended_standards) first = std::min(first, one.from);
  for (const auto& one : changed.ended_bonuses) first = std::min(first, one.month);
  for (const auto* exclusions : {&changed.exclusions, &changed.ended_exclusions}) {
    for (const auto& one : *exclusions) first = std::min(first, one.days.from.in_month());
  }
  for (const auto* links : {&changed.links, &changed.ended_links}) {
    for (const auto& one : *links) first = std::min(first, one.from.in_month());
  }
  return first;
}

/// What search shows of the person and of the dependents whose times moved.
Result<> refresh_index(Ledger& ledger, const MemberAccess& access, const base::PersonId& person,
                       const ChangedFacts& changed, Moment now) {
  std::vector<base::PersonId> people{person};
  for (const auto* links : {&changed.links, &changed.ended_links}) {
    for (const auto& one : *links) people.push_back(one.dependent);
  }
  const auto view = KENPO_TRY(ledger.database.read());
  return eligibility::refresh_members(ledger, view, access, people, now);
}

/// The basis of what is decided anew, under the source that its screen asks for.
Result<> put_lines(store::Transaction& transaction, const MemberAccess& access,
                   const law::Decision<ChangedFacts>& decision) {
  const auto lines = remuneration::lines_of(decision.basis);
  for (const auto& one : decision.value.standards) {
    KENPO_TRY(remuneration::put_basis(transaction, access, one.person, one.source.text(), lines));
  }
  for (const auto& one : decision.value.bonuses) {
    KENPO_TRY(remuneration::put_basis(transaction, access, one.person, one.source.text(), lines));
  }
  return base::Done{};
}

/// The change that can still be undone.
Result<SavedChange> standing_change(const store::View& view, const MemberAccess& access,
                                    const ChangeId& id) {
  auto change = KENPO_TRY(find_change(view, access, id));
  if (!change) {
    return refused({"訂正の記録がありません", "There is no such change"}, {},
                   {"訂正の一覧から選び直してください", "Choose it from the list"});
  }
  if (KENPO_TRY(find_reversal(view, access, id))) {
    return refused({"この訂正は取り消されています", "The change was undone before"}, {},
                   {"訂正の一覧を開き直してください", "Open the list again"});
  }
  return std::move(*change);
}

/// What stands now, and the decisions that bring back what stood before the change.
struct WayBack {
  KnownFacts standing;
  ChangedFacts back;
  KnownFacts after;
};
Result<WayBack> way_back(const store::View& view, const MemberAccess& access,
                         const std::vector<base::PersonId>& people, const SavedChange& change,
                         Moment now) {
  const auto before =
      KENPO_TRY(known_facts(view, access, people, change.decided_at.plus_milliseconds(-1)));
  const auto saved = KENPO_TRY(known_facts(view, access, people, change.decided_at));
  WayBack way{KENPO_TRY(known_facts(view, access, people, now)), reversal(before, saved), {}};
  if (touch_the_same(way.back, reversal(saved, way.standing))) {
    return refused(
        {"この訂正のあとに、同じ項目が変わっています", "The same facts were changed since"},
        {"あとの変更を残したまま、前の訂正だけを取り消すことはできません",
         "An earlier change cannot be undone under a later one"},
        {"あとの変更を先に取り消すか、新しい訂正として登録してください",
         "Undo the later change first, or enter a new correction"});
  }
  way.after = with_dependents_again(applied(way.standing, way.back), before);
  return way;
}

}  // namespace

Result<SavedChange> save_change(Ledger& ledger, const notice::Acting& acting,
                                const ChangeOrder& order) {
  KENPO_TRY(check_reason(order.reason));
  KENPO_TRY(check_kind(order.change.detail));
  const auto work = [&](const notice::Permit<premium_change_save>& permit) -> Result<SavedChange> {
    const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto& change = order.change;
    const auto now =
        KENPO_TRY(moment_for(transaction, access, change.person, ledger.gate.clock().now()));
    const auto people = KENPO_TRY(eligibility::identities_of(transaction, change.person, now));
    const auto known = KENPO_TRY(known_facts(transaction, access, people, now));
    KENPO_TRY(check_in_scope(permit.recorder(), known, change));
    const auto numbered = KENPO_TRY(with_number(transaction, access, known, change));
    const auto decision = KENPO_TRY(decide_change(known, numbered));
    const auto effect = KENPO_TRY(
        effect_between(transaction, access, people, known, applied(known, decision.value), now));
    if (effect.claimed.total() != order.expected) return effect_moved();
    SavedChange saved{.person = change.person,
                      .kind = kind_of(change.detail),
                      .first_month = first_month(effect, decision.value, now),
                      .decided_at = now,
                      .decided_by = staff_of(acting),
                      .reason = order.reason,
                      .detail = detail_words(known, change),
                      .expected = order.expected};
    KENPO_TRY(put(transaction, access, decision.value, now));
    KENPO_TRY(keep_number(transaction, numbered));
    // A regular determination that stands again keeps the reasons it was made for.
    if (saved.kind != ChangeKind::standard_cancelled) {
      KENPO_TRY(put_lines(transaction, access, decision));
    }
    KENPO_TRY(add(transaction, access, saved));
    if (order.together) KENPO_TRY(order.together(transaction, saved));
    KENPO_TRY(transaction.commit(permit.recorder()));
    KENPO_TRY(refresh_index(ledger, access, change.person, decision.value, now));
    return saved;
  };
  return ledger.gate.perform<premium_change_save>(acting, work);
}

Result<SavedChange> reverse_change(Ledger& ledger, const notice::Acting& acting, const ChangeId& id,
                                   const std::string& reason) {
  KENPO_TRY(check_reason(reason));
  const auto work =
      [&](const notice::Permit<premium_change_reverse>& permit) -> Result<SavedChange> {
    const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
    auto transaction = KENPO_TRY(ledger.database.write());
    const auto change = KENPO_TRY(standing_change(transaction, access, id));
    const auto now =
        KENPO_TRY(moment_for(transaction, access, change.person, ledger.gate.clock().now()));
    const auto people = KENPO_TRY(eligibility::identities_of(transaction, change.person, now));
    const auto way = KENPO_TRY(way_back(transaction, access, people, change, now));
    for (const auto& period : way.standing.periods) {
      if (!permit.recorder().in_scope(period.establishment)) return notice::out_of_scope_fault();
    }
    if (!all_in_scope(permit.recorder(), way.after)) return notice::out_of_scope_fault();
    KENPO_TRY(check_numbers_free(transaction, access, way.back.periods, way.standing));
    const auto effect = KENPO_TRY(
        effect_between(transaction, access, people, way.standing, way.after, now));
    SavedChange undone{
        .person = change.person,
        .kind = change.kind,
        .first_month = std::min(change.first_month, first_month(effect, way.back, now)),
        .decided_at = now,
        .decided_by = staff_of(acting),
        .reverses = id,
        .reason = reason,
        .detail = change.detail,
        .expected = effect.claimed.total()};
    KENPO_TRY(put(transaction, access, way.back, now));
    KENPO_TRY(add(transaction, access, undone));
    KENPO_TRY(transaction.commit(permit.recorder()));
    KENPO_TRY(refresh_index(ledger, access, change.person, way.back, now));
    return undone;
  };
  return ledger.gate.perform<premium_change_reverse>(acting, work);
}

}  // namespace kenpo::premium
