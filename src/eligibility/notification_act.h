// Notifications that a clerk types in: entered, looked at with what they change, decided by a
// second person, dropped, reversed. Nothing is overwritten; a reversal decides what stood before
// anew.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/individual_number.h"
#include "base/result.h"
#include "eligibility/notification_facts_act.h"
#include "eligibility/notification_store.h"
#include "eligibility/work_item_act.h"

namespace kenpo::eligibility {

/// 届書の一覧と入力の画面: for those who may enter one.
inline constexpr notice::Operation notification_board{
    .name = "notification.board",
    .japanese = "届書の一覧と入力の画面",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// 届書の入力
inline constexpr notice::Operation notification_enter{
    .name = "notification.enter",
    .japanese = "届書の入力",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration},
              notice::Pair{notice::Category::eligibility,
                           notice::Purpose::number_act_information_linkage}},
    .on_the_way = {number_linkage}};

/// 届書の審査の画面
inline constexpr notice::Operation notification_show{
    .name = "notification.show",
    .japanese = "届書の審査",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// Number and address, which the review hides until somebody asks (公表事項2, P-3).
inline constexpr notice::Operation notification_reveal{
    .name = "notification.reveal",
    .japanese = "届書の番号と住所の表示",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// 届書の決裁: the ledger is changed.
inline constexpr notice::Operation notification_decide{
    .name = "notification.decide",
    .japanese = "届書の決裁",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// 個人番号変更届の決裁: the number in the sealed store is replaced by another person's hand.
inline constexpr notice::Operation notification_number_decide{
    .name = "notification.number_decide",
    .japanese = "個人番号変更届の決裁",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration},
              notice::Pair{notice::Category::eligibility,
                           notice::Purpose::number_act_information_linkage}},
    .on_the_way = {number_linkage}};

/// 届書の取下げ: nothing was changed; a number that was kept for it alone is erased.
inline constexpr notice::Operation notification_drop{
    .name = "notification.drop",
    .japanese = "届書の取下げ",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration},
              notice::Pair{notice::Category::eligibility,
                           notice::Purpose::number_act_information_linkage}},
    .on_the_way = {number_linkage}};

/// 届書の決裁の取消し: what stood before stands again.
inline constexpr notice::Operation notification_reverse{
    .name = "notification.reverse",
    .japanese = "届書の決裁の取消し",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::member_administration}}};

/// Whether the rules must let the notification through before it is kept.
enum class Entering : std::uint8_t {
  for_review,  // what the rules refuse is not kept
  held,        // kept in 保留, whatever the rules say
};

/// Keeps the notification as a case in 審査中, or in 保留. Refused: whatever `resolved` and, for
/// review, `effect_of` refuse; an individual number of somebody else.
base::Result<Notification> enter_notification(
    Ledger& ledger, const notice::Acting& acting, NotificationEntry entry, Entering entering,
    std::optional<base::IndividualNumber> individual_number = std::nullopt);

/// Somebody of the ledger with the same kana, birth date and sex.
struct Alike {
  Person person;
  std::optional<InsuredPeriod> latest = {};
};

/// One line of the list.
struct NotificationLine {
  Notification notification;
  WorkItem item;
  std::string name = {};  // of whom it is about
  bool all_clear = false;  // waits for a decision, and there is nothing to look at
  std::optional<base::StaffId> asked_by = {};  // while it waits
};
struct NotificationList {
  std::vector<NotificationLine> lines = {};  // the page asked for
  std::size_t count = 0;                     // all, at most work_items_listed_limit
};
inline constexpr std::size_t notifications_of_a_page = 50;  // as the list of work items
/// Open notifications in the state (none: in every state), the earliest due first, of the handler's
/// establishments. `page` counts from 1.
base::Result<NotificationList> list_notifications(
    const notice::Permit<notification_board>& permit, Ledger& ledger,
    std::optional<WorkState> state, std::size_t page);

struct NotificationView {
  Notification notification;
  WorkItem item;
  std::vector<WorkMove> moves = {};
  std::optional<base::StaffId> asked_by = {};  // while it waits for a decision
  NotificationFacts facts = {};
  std::optional<NotificationEffect> effect = {};  // while it is open and the rules let it through
  base::Faults refusals = {};                     // why they do not
  std::vector<Alike> alikes = {};                 // of an open acquisition
  std::optional<NotificationId> previous = {};    // among those in the same state
  std::optional<NotificationId> next = {};
  bool may_reverse = false;
  std::vector<EarlierNotification> earlier = {};  // what was typed before it was corrected
};
/// Nullopt: no such notification. Refused: outside the handler's establishments.
base::Result<std::optional<NotificationView>> show_notification(
    const notice::Permit<notification_show>& permit, Ledger& ledger, const NotificationId& id);
/// The notification that the work item is about; nullopt: none.
base::Result<std::optional<NotificationId>> notification_for_item(
    const notice::Permit<notification_show>& permit, Ledger& ledger, const WorkItemId& item);
base::Result<std::optional<NotificationView>> reveal_notification(
    const notice::Permit<notification_reveal>& permit, Ledger& ledger, const NotificationId& id);

/// Says that the acquisition is about somebody of the ledger. Refused: somebody who does not look
/// alike, a notification that is not open.
base::Result<Notification> choose_person(Ledger& ledger, const notice::Acting& acting,
                                         const NotificationId& id, const base::PersonId& person);

/// Whether somebody looked at the notification, or decides a pile of those without cautions. In a
/// pile, what there is something to look at is refused.
enum class Deciding : std::uint8_t { one_looked_at, all_clear };

/// Decides: the changes are made, in one transaction. Refused: who asked for the decision, what
/// does not wait for one, what the rules refuse now.
base::Result<Notification> decide_notification(Ledger& ledger, const notice::Acting& acting,
                                               const NotificationId& id, const std::string& note,
                                               Deciding deciding = Deciding::one_looked_at);

/// Decides a 個人番号変更届: the sealed store holds the notified number from then on and the old one
/// no more. Refused: as decide_notification; any other kind.
base::Result<Notification> decide_number(Ledger& ledger, const notice::Acting& acting,
                                         const NotificationId& id, const std::string& note);

/// A pile of decisions, each in a transaction of its own.
struct PileDecided {
  std::size_t decided = 0;
  std::size_t left = 0;  // refused: to be looked at one by one
};
/// At most notifications_of_a_page; more are left.
base::Result<PileDecided> decide_pile(Ledger& ledger, const notice::Acting& acting,
                                      const std::vector<NotificationId>& ids);

/// Finishes the case without any change. Refused: one that was decided.
base::Result<Notification> drop_notification(Ledger& ledger, const notice::Acting& acting,
                                             const NotificationId& id, const std::string& note);

/// Puts back what stood before, from now on. Refused: one that was not decided, or one on which
/// something was built since: that has to be reversed first.
base::Result<Notification> reverse_notification(Ledger& ledger, const notice::Acting& acting,
                                                const NotificationId& id,
                                                const std::string& note);

}  // namespace kenpo::eligibility
