#include "eligibility/member_index.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <mutex>
#include <utility>

#include "base/require.h"
#include "base/utf8.h"
#include "base/width.h"

namespace kenpo::eligibility {

namespace {

constexpr std::int32_t still_insured = INT32_MAX;
constexpr std::size_t part_bytes_limit = 255;
/// So many are put in one by one: a page of a notification file has fewer.
constexpr std::size_t few_members = 64;

/// Cut to what a length byte can say, at a character.
std::string_view fitting(std::string_view text) {
  if (text.size() <= part_bytes_limit) return text;
  std::size_t end = part_bytes_limit;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

bool begins_with_kana(std::string_view key) {
  std::size_t at = 0;
  const char32_t point = base::next_code_point(key, at);
  return point >= U'ァ' && point <= U'ヺ';
}

}  // namespace

std::string_view MemberIndex::text(const Entry& entry, Part part) const {
  std::size_t at = entry.text;
  for (unsigned before = 0; before < part; ++before) at += entry.lengths[before];
  return std::string_view(texts_).substr(at, entry.lengths[part]);
}

std::uint32_t MemberIndex::append(const Member& member) {
  const auto [known, added] = establishment_at_.try_emplace(
      member.establishment, static_cast<std::uint32_t>(establishments_.size()));
  if (added) establishments_.push_back(member.establishment);
  Entry entry{.person = member.person,
              .establishment = known->second,
              .text = static_cast<std::uint32_t>(texts_.size()),
              .lost_serial = member.lost ? member.lost->serial() : still_insured,
              .born_serial = member.born.serial(),
              .branch = static_cast<std::uint8_t>(member.branch),
              .lengths = {},
              .alive = true,
              .sheltered = member.sheltered};
  const std::array<std::string, 6> parts = {base::search_key(member.name_kana),
                                            base::search_key(member.name),
                                            member.name,
                                            member.name_kana,
                                            member.symbol,
                                            member.number};
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const auto kept = fitting(parts[part]);
    entry.lengths[part] = static_cast<std::uint8_t>(kept.size());
    texts_ += kept;
  }
  const auto at = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back(entry);
  entry_at_.insert_or_assign(member.person, at);
  return at;
}

bool MemberIndex::before(std::uint32_t left, std::uint32_t right, Part part) const {
  const auto order = text(entries_[left], part) <=> text(entries_[right], part);
  return order != 0 ? order < 0 : left < right;
}

/// Takes one living entry out of the order.
void MemberIndex::take_out(Order& order, Part part, std::uint32_t entry) {
  const auto at = std::lower_bound(
      order.begin(), order.end(), entry,
      [&](const Ranked& ranked, std::uint32_t wanted) {
        return before(ranked.entry, wanted, part);
      });
  KENPO_REQUIRE(at != order.end() && at->entry == entry);
  order.erase(at);
}

void MemberIndex::sort_in(Order& order, Part part, std::size_t first_new) {
  const auto less = [&](const Ranked& left, const Ranked& right) {
    return before(left.entry, right.entry, part);
  };
  Order added;
  for (auto at = first_new; at < entries_.size(); ++at) {
    if (!entries_[at].alive) continue;
    added.push_back({static_cast<std::uint32_t>(at), entries_[at].establishment});
  }
  // A few are put in their places; many are merged in one pass over all.
  if (added.size() <= few_members) {
    for (const auto& one : added) {
      order.insert(std::lower_bound(order.begin(), order.end(), one, less), one);
    }
    return;
  }
  std::ranges::sort(added, less);
  Order merged;
  merged.reserve(order.size() + added.size());
  std::ranges::merge(order, added, std::back_inserter(merged), less);
  order = std::move(merged);
}

void MemberIndex::put(const std::vector<Member>& members) {
  const std::unique_lock lock(mutex_);
  KENPO_REQUIRE(entry_at_.size() + members.size() <= index_members_limit);
  const auto first_new = entries_.size();
  entries_.reserve(std::max(entries_.capacity(), first_new + members.size()));
  const bool few = members.size() <= few_members;
  for (const auto& member : members) {
    const auto known = entry_at_.find(member.person);
    if (known != entry_at_.end()) {
      const auto old = known->second;
      if (few && old < first_new) {
        take_out(by_kana_, kana_key, old);
        take_out(by_name_, name_key, old);
        take_out(by_number_, number, old);
      }
      entries_[old].alive = false;
    }
    append(member);
  }
  if (!few) {
    const auto is_dead = [&](const Ranked& ranked) { return !entries_[ranked.entry].alive; };
    for (auto* order : {&by_kana_, &by_name_, &by_number_}) std::erase_if(*order, is_dead);
  }
  sort_in(by_kana_, kana_key, first_new);
  sort_in(by_name_, name_key, first_new);
  sort_in(by_number_, number, first_new);
  if (entries_.size() > 2 * entry_at_.size() + 1024) compact();
}

void MemberIndex::remove(const base::PersonId& person) {
  const std::unique_lock lock(mutex_);
  const auto known = entry_at_.find(person);
  if (known == entry_at_.end()) return;
  auto& entry = entries_[known->second];
  entry.alive = false;
  // The name leaves the memory at once, not only the list.
  std::size_t length = 0;
  for (const auto part : entry.lengths) length += part;
  std::fill_n(texts_.begin() + entry.text, length, '\0');
  std::ranges::fill(entry.lengths, std::uint8_t{0});
  entry_at_.erase(known);
  // An entry without text sorts elsewhere: the orders are made again.
  compact();
}

void MemberIndex::clear() {
  const std::unique_lock lock(mutex_);
  std::ranges::fill(texts_, '\0');
  entries_.clear();
  texts_.clear();
  entry_at_.clear();
  by_kana_.clear();
  by_name_.clear();
  by_number_.clear();
}

/// Drops the dead entries. Called with the lock held.
void MemberIndex::compact() {
  std::vector<Member> living;
  living.reserve(entry_at_.size());
  for (const auto& entry : entries_) {
    if (entry.alive) living.push_back(told(entry));
  }
  std::ranges::fill(texts_, '\0');
  entries_.clear();
  texts_.clear();
  entry_at_.clear();
  for (auto* order : {&by_kana_, &by_name_, &by_number_}) order->clear();
  for (const auto& member : living) append(member);
  sort_in(by_kana_, kana_key, 0);
  sort_in(by_name_, name_key, 0);
  sort_in(by_number_, number, 0);
}

std::size_t MemberIndex::size() const {
  const std::shared_lock lock(mutex_);
  return entry_at_.size();
}

Member MemberIndex::told(const Entry& entry) const {
  Member member{.person = entry.person,
                .establishment = establishments_[entry.establishment],
                .name = std::string(text(entry, name)),
                .name_kana = std::string(text(entry, kana)),
                .symbol = std::string(text(entry, symbol)),
                .number = std::string(text(entry, number)),
                .branch = entry.branch,
                .lost = std::nullopt,
                .born = base::Date::of_serial(entry.born_serial),
                .sheltered = entry.sheltered};
  if (entry.lost_serial != still_insured) member.lost = base::Date::of_serial(entry.lost_serial);
  return member;
}

MemberHits MemberIndex::collect(const Order& order, Part part, std::string_view prefix,
                                std::string_view symbol_wanted, const ScopeTest& in_scope) const {
  const auto begin = std::lower_bound(
      order.begin(), order.end(), prefix,
      [&](const Ranked& ranked, std::string_view wanted) {
        return text(entries_[ranked.entry], part) < wanted;
      });
  const auto end = std::upper_bound(
      begin, order.end(), prefix, [&](std::string_view wanted, const Ranked& ranked) {
        return wanted < text(entries_[ranked.entry], part).substr(0, wanted.size());
      });
  // Asked once an establishment, not once a person.
  std::vector<std::int8_t> allowed(establishments_.size(), -1);
  MemberHits hits;
  for (auto at = begin; at != end; ++at) {
    if (!symbol_wanted.empty() && text(entries_[at->entry], symbol) != symbol_wanted) continue;
    auto& known = allowed[at->establishment];
    if (known < 0) known = in_scope(establishments_[at->establishment]) ? 1 : 0;
    if (known == 0) continue;
    ++hits.count;
    if (hits.members.size() < hits_limit) hits.members.push_back(told(entries_[at->entry]));
  }
  return hits;
}

void MemberIndex::each_born(base::Span born,
                            const std::function<void(const Member&)>& act) const {
  const std::shared_lock lock(mutex_);
  for (const auto& entry : entries_) {
    if (!entry.alive || !born.holds(base::Date::of_serial(entry.born_serial))) continue;
    act(told(entry));
  }
}

MemberHits MemberIndex::search(std::string_view query, const ScopeTest& in_scope) const {
  if (query.size() > query_bytes_limit) return {};
  const auto key = base::search_key(query);
  if (key.empty()) return {};
  const std::shared_lock lock(mutex_);
  if (is_digits(key)) return collect(by_number_, number, key, {}, in_scope);
  const auto dash = key.find('-');
  if (dash != std::string::npos && dash > 0 && is_digits(std::string_view(key).substr(dash + 1))) {
    return collect(by_number_, number, std::string_view(key).substr(dash + 1),
                   std::string_view(key).substr(0, dash), in_scope);
  }
  if (begins_with_kana(key)) return collect(by_kana_, kana_key, key, {}, in_scope);
  return collect(by_name_, name_key, key, {}, in_scope);
}

}  // namespace kenpo::eligibility
