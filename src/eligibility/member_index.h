// The members in memory, for search while typing: by kana, by name and by number. Built from the
// sealed tables when the program starts, kept up to date by the acts, never written to a disk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "eligibility/person.h"

namespace kenpo::eligibility {

/// A list that a person can read; the count says how many there are.
inline constexpr std::size_t hits_limit = 50;
/// About 130 bytes each: 260 MB when full.
inline constexpr std::size_t index_members_limit = 2'000'000;
/// Longer texts are no name and no number.
inline constexpr std::size_t query_bytes_limit = 200;

/// A member as the list shows it: name, number and establishment; nothing else.
struct Member {
  base::PersonId person;
  base::EstablishmentId establishment;
  std::string name = {};
  std::string name_kana = {};
  std::string symbol = {};
  std::string number = {};
  int branch = 0;  // 00 the insured person, 1 to 99 dependents
  std::optional<base::Date> lost = {};
  base::Date born = {};  // for the lists of ages reached; a hit does not show it
  Sheltered sheltered = Sheltered::no;  // the establishment is not shown

  friend bool operator==(const Member&, const Member&) = default;
};

struct MemberHits {
  std::vector<Member> members = {};  // at most hits_limit, in the order of kana or number
  std::size_t count = 0;        // all that match within the scope
};

using ScopeTest = std::function<bool(const base::EstablishmentId&)>;

/// Safe to use from many threads.
class MemberIndex {
 public:
  /// Adds people; one that is in the index is replaced. Fast for many at once and for a few.
  void put(const std::vector<Member>& members);
  /// Takes a person out: erased.
  void remove(const base::PersonId& person);
  void clear();
  std::size_t size() const;

  /// Digits: the number, from its first digit; `12-345`: symbol and number; kana of any width or
  /// hiragana: the beginning of the kana name; anything else: the beginning of the name. Spaces do
  /// not count. An empty text finds nobody.
  MemberHits search(std::string_view query, const ScopeTest& in_scope) const;

  /// Calls `act(const Member&)` for everybody born in the span, in no order. `act` must not use the
  /// index.
  void each_born(base::Span born, const std::function<void(const Member&)>& act) const;

 private:
  struct Entry {
    base::PersonId person;
    std::uint32_t establishment;
    std::uint32_t text;  // where in texts_: kana key, name key, name, kana, symbol, number
    std::int32_t lost_serial;
    std::int32_t born_serial;
    std::uint8_t branch;
    std::uint8_t lengths[6];
    bool alive;
    Sheltered sheltered;
  };
  /// A living entry in one of the orders. The establishment stands beside it, so that counting a
  /// common beginning of a name reads one place of the memory after another.
  struct Ranked {
    std::uint32_t entry;
    std::uint32_t establishment;
  };
  using Order = std::vector<Ranked>;
  enum Part : std::uint8_t { kana_key, name_key, name, kana, symbol, number };

  std::string_view text(const Entry& entry, Part part) const;
  std::uint32_t append(const Member& member);
  bool before(std::uint32_t left, std::uint32_t right, Part part) const;
  void take_out(Order& order, Part part, std::uint32_t entry);
  void sort_in(Order& order, Part part, std::size_t first_new);
  Member told(const Entry& entry) const;
  MemberHits collect(const Order& order, Part part, std::string_view prefix,
                     std::string_view symbol_wanted, const ScopeTest& in_scope) const;
  void compact();

  mutable std::shared_mutex mutex_;
  std::vector<Entry> entries_;
  std::string texts_ = {};
  std::vector<base::EstablishmentId> establishments_;
  std::unordered_map<base::EstablishmentId, std::uint32_t> establishment_at_;
  std::unordered_map<base::PersonId, std::uint32_t> entry_at_;
  Order by_kana_;
  Order by_name_;
  Order by_number_;
};

}  // namespace kenpo::eligibility
