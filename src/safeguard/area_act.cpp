#include "safeguard/area_act.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "format/door_csv/door_csv.h"
#include "notice/log_reader.h"
#include "safeguard/passage_watch_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
namespace door_csv = format::door_csv;

base::Moment end_of(base::Date day) { return base::start_of(day.plus_days(1)); }

using PassageKey = std::tuple<base::Moment, base::StaffId, AreaId, Direction>;
PassageKey key_of(const Passage& passage) {
  return {passage.at, passage.staff, passage.area, passage.direction};
}

base::Fault line_fault(std::uint64_t line, base::Plain field, base::Words what) {
  return {.what = std::move(what),
          .why = {},
          .mend = {"「区域と入退室」で登録してから、もう一度受け付けてください。",
                   "Register it under areas first."},
          .place = {.file = {}, .line = line, .column = 0, .field = std::move(field)}};
}

/// The lines as passages of known areas and card holders.
Result<std::vector<Passage>> passages_of(const std::vector<door_csv::PassageLine>& lines,
                                         const std::vector<Area>& areas,
                                         const std::vector<DoorCard>& cards) {
  std::vector<Passage> passages;
  base::Faults faults;
  for (const auto& line : lines) {
    if (faults.size() >= base::faults_limit) break;
    const auto area = std::ranges::find(areas, line.door, &Area::symbol);
    const auto card = std::ranges::find(cards, line.card, &DoorCard::card);
    if (area == areas.end()) {
      faults.push_back(
          line_fault(line.line, "扉", {"登録された区域ではありません。", "No registered area."}));
    } else if (card == cards.end()) {
      faults.push_back(
          line_fault(line.line, "カード", {"登録されたカードではありません。", "No known card."}));
    } else {
      passages.push_back({card->staff, area->id,
                          line.way == door_csv::Way::in ? Direction::in : Direction::out, line.at,
                          PassageSource::door_file});
    }
  }
  if (!faults.empty()) return faults;
  return passages;
}

Result<> check_new_symbol(const store::View& view, const Area& area) {
  for (const auto& other : KENPO_TRY(list_areas(view))) {
    if (other.symbol == area.symbol && other.id != area.id) {
      return base::refusal({"同じ記号の区域があります。", "An area has this symbol."},
                           {"別の記号にしてください。", "Choose another symbol."});
    }
  }
  return base::Done{};
}

/// The first leaf of the log at the moment or later: leaves stand in the order of time.
Result<std::uint64_t> first_leaf_at(const std::string& directory, std::uint64_t size,
                                    base::Moment moment) {
  std::uint64_t low = 0;
  std::uint64_t high = size;
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    // An entry that is no leaf has no time: the next one that has one answers for it.
    constexpr std::uint64_t entries_without_time = 8;
    const auto count = std::min(entries_without_time, high - middle);
    const auto leaves = KENPO_TRY(notice::read_leaves(directory, size, middle, count));
    if (!leaves.empty() && leaves.front().leaf.time < moment) {
      low = leaves.front().index + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/// Uses of personal data by staff: answered, with people in the leaf.
void add_uses(const std::vector<notice::NumberedLeaf>& leaves, base::Moment until,
              std::vector<Use>& uses) {
  for (const auto& [index, leaf] : leaves) {
    const auto* staff = std::get_if<base::StaffId>(&leaf.actor);
    const bool used = leaf.outcome != notice::Outcome::refused && leaf.pairs != 0;
    if (staff != nullptr && used && leaf.time < until) uses.push_back({*staff, leaf.time, index});
  }
}

}  // namespace

Result<AreaView> show_areas(const RegisterOffice& office, const notice::Acting& acting,
                            base::Date day) {
  return read_under<area_show>(
      office, acting,
      [&](const notice::Permit<area_show>& permit, const store::View& view) -> Result<AreaView> {
        return AreaView{
            KENPO_TRY(list_areas(view)), KENPO_TRY(list_cards(view, permit)),
            KENPO_TRY(passages_between(view, permit, base::start_of(day), end_of(day)))};
      });
}

Result<> register_area(const RegisterOffice& office, const notice::Acting& acting,
                       const Area& area) {
  return write_under<area_register>(
      office, acting,
      [&](const notice::Permit<area_register>&, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        KENPO_TRY(check_new_symbol(transaction, area));
        return put(transaction, area, now);
      });
}

Result<> give_card(const RegisterOffice& office, const notice::Acting& acting,
                   const DoorCard& card) {
  return write_under<area_register>(
      office, acting,
      [&](const notice::Permit<area_register>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        for (const auto& other : KENPO_TRY(list_cards(transaction, permit))) {
          if (other.card != card.card || other.staff == card.staff) continue;
          return base::refusal({"このカードは別の人に渡しています。", "Another has this card."},
                               {"カードの番号を確かめてください。", "Check the number."});
        }
        return put(transaction, permit, card, now);
      });
}

Result<> record_passage(const RegisterOffice& office, const notice::Acting& acting,
                        const Passage& passage) {
  return write_under<passage_record>(
      office, acting,
      [&](const notice::Permit<passage_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        if (now < passage.at) {
          return base::refusal({"これからの時刻です。", "The time is yet to come."},
                               {"通った時刻を入れてください。", "Enter the time it happened."});
        }
        const auto areas = KENPO_TRY(list_areas(transaction));
        if (std::ranges::find(areas, passage.area, &Area::id) == areas.end()) {
          return base::refusal({"登録された区域ではありません。", "No registered area."},
                               {"区域を選び直してください。", "Choose an area."});
        }
        for (const auto& known : KENPO_TRY(passages_between(transaction, permit, passage.at,
                                                            passage.at.plus_milliseconds(1)))) {
          if (key_of(known) != key_of(passage)) continue;
          return base::refusal({"同じ記録があります。", "It is on record already."},
                               {"時刻を確かめてください。", "Check the time."});
        }
        KENPO_TRY(note_passages(transaction, passage.at.day(), now));
        return add(transaction, permit, passage, now);
      });
}

Result<PassageIntake> take_in_passages(const RegisterOffice& office, const notice::Acting& acting,
                                       std::string_view bytes) {
  return write_under<passage_record>(
      office, acting,
      [&](const notice::Permit<passage_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<PassageIntake> {
        const auto lines = KENPO_TRY(door_csv::read(bytes));
        const auto areas = KENPO_TRY(list_areas(transaction));
        const auto cards = KENPO_TRY(list_cards(transaction, permit));
        const auto passages = KENPO_TRY(passages_of(lines, areas, cards));
        const auto [first, last] = std::ranges::minmax(passages, {}, &Passage::at);
        std::set<PassageKey> known;
        for (const auto& passage : KENPO_TRY(
                 passages_between(transaction, permit, first.at, last.at.plus_milliseconds(1)))) {
          known.insert(key_of(passage));
        }
        PassageIntake intake;
        for (const auto& passage : passages) {
          if (!known.insert(key_of(passage)).second) {
            ++intake.known;
            continue;
          }
          KENPO_TRY(note_passages(transaction, passage.at.day(), now));
          KENPO_TRY(add(transaction, permit, passage, now));
          ++intake.taken;
        }
        return intake;
      });
}

Result<PassageComparison> compare_day(const store::View& view, const RegisterBasis& basis,
                                      const std::string& log_directory, std::uint64_t published,
                                      base::Date day) {
  auto next = KENPO_TRY(first_leaf_at(log_directory, published, base::start_of(day)));
  const auto end = KENPO_TRY(first_leaf_at(log_directory, published, end_of(day)));
  if (end - next > compared_leaves_limit) {
    return base::refusal({"その日の記録が多すぎます。", "Too many leaves on that day."},
                         {"システム担当に連絡してください。", "Tell the operator."});
  }
  std::vector<Use> uses;
  for (; next < end; next += notice::leaves_read_limit) {
    const auto count = std::min(notice::leaves_read_limit, end - next);
    add_uses(KENPO_TRY(notice::read_leaves(log_directory, published, next, count)), end_of(day),
             uses);
  }
  const auto passages =
      KENPO_TRY(passages_between(view, basis, base::start_of(day), end_of(day)));
  return PassageComparison{uses.size(), absent_uses(passages, uses)};
}

Result<PassageComparison> compare_passages(const RegisterOffice& office,
                                           const notice::Acting& acting, notice::AuditLog& log,
                                           const std::string& log_directory, base::Date day) {
  return read_under<passage_compare>(
      office, acting,
      [&](const notice::Permit<passage_compare>& permit,
          const store::View& view) -> Result<PassageComparison> {
        KENPO_TRY(log.checkpoint());
        return compare_day(view, permit, log_directory, log.state().published, day);
      });
}

}  // namespace kenpo::safeguard
