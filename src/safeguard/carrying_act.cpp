#include "safeguard/carrying_act.h"

#include <algorithm>

#include "safeguard/register_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;

constexpr std::int64_t day_milliseconds = 24LL * 60 * 60 * 1000;

Result<> check_times(const Carrying& carrying) {
  const auto latest = carrying.out_at.plus_milliseconds(carrying_days_limit * day_milliseconds);
  if (carrying.out_at < carrying.due_at && carrying.due_at <= latest) return base::Done{};
  return base::refusal(
      {"戻す予定の日時が正しくありません。", "The time of return does not fit."},
      {base::Plain("持ち出しの後、") + carrying_days_limit + "日以内にしてください。",
       base::Plain("After the leave, within ") + carrying_days_limit + " days."});
}

base::Fault not_carried_now() {
  return base::refusal({"いまは持ち出せない状態です。", "It cannot be carried now."},
                       {"台帳の状態を確かめてください。", "Check its state in the register."});
}

/// The item as it may be carried. A device or medium outside is encrypted: a seal keeps nobody
/// from reading a disk.
Result<Item> carried_item(const store::View& view, const Carrying& carrying) {
  const auto items = KENPO_TRY(list_items(view));
  const auto item = std::ranges::find(items, *carrying.item, &Item::id);
  if (item == items.end()) {
    return base::refusal({"台帳にありません。", "It is not in the register."},
                         {"一覧から選び直してください。", "Choose it from the list."});
  }
  if (item->state != ItemState::in_use && item->state != ItemState::stored) {
    return not_carried_now();
  }
  const bool readable =
      item->kind != ItemKind::paper && carrying.protection != Protection::encrypted;
  if (readable && carrying.reach == Reach::outside) {
    return base::refusal({"暗号化していない機器・媒体は、事務所の外に持ち出せません。",
                          "A device or medium leaves the office encrypted only."},
                         {"暗号化してから記録してください。", "Encrypt it first."});
  }
  return *item;
}

/// Only paper leaves for good, and a letter in an envelope that shows nothing.
Result<> check_ending(Ending ending, bool is_paper, Protection protection) {
  if (ending != Ending::returned && !is_paper) {
    return base::refusal(
        {"機器・電子媒体は「戻った」だけを記録できます。", "Only paper ends another way."},
        {"渡したときは提供台帳に、廃棄したときは台帳に記録してください。",
         "Record an export in its ledger, a disposal in the register."});
  }
  if (ending == Ending::posted && protection != Protection::sealed) {
    return base::refusal({"封をしていない書類は投函できません。", "A letter is posted sealed."},
                         {"封をしてから「封緘」で記録してください(公表事項2)。", "Seal it first."});
  }
  return base::Done{};
}

ItemState state_after(Ending ending) {
  switch (ending) {
    case Ending::returned:
      return ItemState::stored;
    case Ending::handed_over:
    case Ending::posted:
      return ItemState::sent_out;
    case Ending::destroyed:
    case Ending::not_printed:
      return ItemState::disposed;
  }
  return ItemState::stored;
}

Result<> set_state(store::Transaction& transaction, Item item, ItemState state, base::Moment now) {
  item.state = state;
  return put(transaction, item, now);
}

}  // namespace

Result<CarryingView> show_carryings(const RegisterOffice& office, const notice::Acting& acting) {
  return read_under<carrying_show>(office, acting,
                                   [](const notice::Permit<carrying_show>& permit,
                                      const store::View& view) -> Result<CarryingView> {
                                     return CarryingView{KENPO_TRY(list_carryings(view, permit)),
                                                         KENPO_TRY(list_items(view))};
                                   });
}

Result<> record_carrying(const RegisterOffice& office, const notice::Acting& acting,
                         const Carrying& carrying) {
  return write_under<carrying_record>(
      office, acting,
      [&](const notice::Permit<carrying_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        KENPO_TRY(check_times(carrying));
        if (carrying.item) {
          auto item = KENPO_TRY(carried_item(transaction, carrying));
          KENPO_TRY(set_state(transaction, std::move(item), ItemState::carried, now));
        }
        return add(transaction, permit, carrying);
      });
}

Result<> record_return(const RegisterOffice& office, const notice::Acting& acting,
                       const CarryingId& id, Ending ending) {
  return write_under<carrying_record>(
      office, acting,
      [&](const notice::Permit<carrying_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto all = KENPO_TRY(list_carryings(transaction, permit));
        const auto found = std::ranges::find(all, id, &Carrying::id);
        if (found == all.end() || found->in_at) {
          return base::refusal({"持ち運び中の記録ではありません。", "It is not under way."},
                               {"一覧から選び直してください。", "Choose it from the list."});
        }
        const auto* staff = std::get_if<base::StaffId>(&acting.actor);
        KENPO_REQUIRE(staff != nullptr);
        const auto items = KENPO_TRY(list_items(transaction));
        const auto item =
            found->item ? std::ranges::find(items, *found->item, &Item::id) : items.end();
        const bool is_paper =
            !found->item || (item != items.end() && item->kind == ItemKind::paper);
        KENPO_TRY(check_ending(ending, is_paper, found->protection));
        KENPO_TRY(add_return(transaction, id, now, *staff, ending));
        if (item == items.end() || item->state != ItemState::carried) return base::Done{};
        return set_state(transaction, *item, state_after(ending), now);
      });
}

Result<> record_dispatch(const RegisterOffice& office, const notice::Acting& acting,
                         const Dispatch& dispatch) {
  return write_under<carrying_record>(
      office, acting,
      [&](const notice::Permit<carrying_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto* staff = std::get_if<base::StaffId>(&acting.actor);
        KENPO_REQUIRE(staff != nullptr);
        const auto count = dispatch.papers.size();
        if (count == 0 || count > dispatch_papers_limit || dispatch.ending == Ending::returned) {
          return base::refusal({"書類を選んでください。", "Choose the papers."},
                               {"一度に1,000件までです。", "At most 1,000 at once."});
        }
        KENPO_TRY(check_ending(dispatch.ending, true, dispatch.protection));
        const auto items = KENPO_TRY(list_items(transaction));
        for (const auto& id : dispatch.papers) {
          const auto item = std::ranges::find(items, id, &Item::id);
          const bool here = item != items.end() && item->kind == ItemKind::paper &&
                            (item->state == ItemState::in_use || item->state == ItemState::stored);
          if (!here) return not_carried_now();
          if (dispatch.ending == Ending::not_printed && !item->print) return not_carried_now();
          const bool leaves = state_after(dispatch.ending) == ItemState::sent_out;
          const Carrying carrying{.id = CarryingId::draw(),
                                  .item = id,
                                  .carrier = dispatch.carrier,
                                  .reach = leaves ? Reach::outside : Reach::inside,
                                  .protection = dispatch.protection,
                                  .contents = item->label + " " + item->contents,
                                  .from = item->place,
                                  .to = dispatch.to,
                                  .out_at = now,
                                  .due_at = now,
                                  .in_at = std::nullopt,
                                  .ending = dispatch.ending};
          KENPO_TRY(add(transaction, permit, carrying));
          KENPO_TRY(add_return(transaction, carrying.id, now, *staff, dispatch.ending));
          KENPO_TRY(set_state(transaction, *item, state_after(dispatch.ending), now));
        }
        return base::Done{};
      });
}

}  // namespace kenpo::safeguard
