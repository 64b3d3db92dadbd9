// T-5: an operation reaches the categories of its own pairs and no others, over all operations of
// the program and all declared tables.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <utility>

// The list is of one file; here it is needed as constants. Its function gets another name.
#define operations operations_as_constants
#include "analysis/segment_act.h"
#include "app/operations.cpp"
#undef operations
#include "app/self_check_parts.h"
#include "app/tables.h"
#include "notice/duty_to_tell.h"
#include "store/access.h"
#include "store/table.h"

namespace kenpo::app {
namespace {

using notice::Category;
using notice::Operation;
using notice::Purpose;

constexpr std::size_t categories_count = 15;
constexpr std::size_t purposes_count = 37;

/// Whether an act of the operation can ask for the category under the purpose: whether it compiles.
template <const Operation& operation, Category category, Purpose purpose>
constexpr bool compiles = requires(const notice::Permit<operation>& permit) {
  notice::Access<category>(permit.template grant<purpose>());
};

/// Whether a table under the statute opens to the operation: whether it compiles.
template <const Operation& operation, notice::Statute statute>
constexpr bool opens_statute =
    std::is_constructible_v<store::Basis<statute>, const notice::Permit<operation>&>;

constexpr bool lists_purpose(const Operation& operation, Purpose purpose) {
  return operation.pairs.categories_for(purpose) != 0;
}

constexpr bool published(Category category, Purpose purpose) {
  return notice::mask_of({category, purpose}) != 0;
}

/// One operation and one category: compiles exactly for the operation's purposes that the notice
/// publishes for the category; what compiles and is not the operation's own pair is stopped by
/// Access itself.
template <const Operation& operation, std::size_t category, std::size_t... purposes>
constexpr bool holds_for_category(std::index_sequence<purposes...>) {
  constexpr auto of = static_cast<Category>(category);
  return ((compiles<operation, of, static_cast<Purpose>(purposes)> ==
           (lists_purpose(operation, static_cast<Purpose>(purposes)) &&
            published(of, static_cast<Purpose>(purposes)))) &&
          ...);
}

template <const Operation& operation, std::size_t... categories>
constexpr bool holds_for(std::index_sequence<categories...>) {
  return (holds_for_category<operation, categories>(std::make_index_sequence<purposes_count>{}) &&
          ...);
}

constexpr std::size_t operations_count = std::size(all);

// Each operation is a constant of its own: the compiler's limit of steps counts for each.
template <std::size_t at>
constexpr bool holds_at = holds_for<*all[at]>(std::make_index_sequence<categories_count>{});

template <std::size_t... at>
constexpr bool holds_for_all(std::index_sequence<at...>) {
  // A list, no fold: compilers nest folds no deeper than 256.
  constexpr bool held[] = {holds_at<at>...};
  return std::ranges::all_of(held, std::identity());
}
static_assert(holds_for_all(std::make_index_sequence<operations_count>{}));

template <std::size_t at>
constexpr bool statutes_hold_at() {
  using enum notice::Statute;
  constexpr auto statute = all[at]->statute;
  return opens_statute<*all[at], security_control> == (statute == security_control) &&
         opens_statute<*all[at], supervision_of_handlers> ==
             (statute == supervision_of_handlers) &&
         opens_statute<*all[at], physical_safeguards> ==
             (statute == physical_safeguards || statute == security_control) &&
         opens_statute<*all[at], audit_by_inspector> == (statute == audit_by_inspector);
}

template <std::size_t... at>
constexpr bool statutes_hold(std::index_sequence<at...>) {
  constexpr bool held[] = {statutes_hold_at<at>()...};
  return std::ranges::all_of(held, std::identity());
}
static_assert(statutes_hold(std::make_index_sequence<operations_count>{}));

TEST(Scope, T5EveryOperationAndTableIsLookedAt) {
  EXPECT_GT(operations_count, 60U);
  EXPECT_GT(tables().size(), 40U);
}

TEST(Scope, T5AGrantThatCompilesForAnotherCategoryIsStoppedWhenItRuns) {
  // 12 is a purpose of two categories: an operation that lists it for one of them has no right to
  // the other.
  constexpr auto shared = Purpose::benefit_examination_and_payment;
  for (const auto* operation : all) {
    if (!lists_purpose(*operation, shared)) continue;
    const auto categories = operation->pairs.categories_for(shared);
    std::uint32_t listed = 0;
    for (std::size_t at = 0; at < operation->pairs.count; ++at) {
      const auto& pair = operation->pairs.pairs[at];
      if (pair.purpose == shared) listed |= 1U << static_cast<unsigned>(pair.category);
    }
    EXPECT_EQ(categories, listed) << operation->name;
  }
}

// Two times on every fact; what does without says why, and a part leads to a table with a time.
TEST(Scope, EveryTableHasTheTwoTimesOrSaysWhyNot) {
  const auto named = [](std::string_view name) {
    const auto all = tables();
    const auto found =
        std::ranges::find_if(all, [&](const auto* table) { return table->name == name; });
    return found == all.end() ? nullptr : *found;
  };
  std::size_t timed = 0;
  for (const auto* table : tables()) {
    const bool has_times = table->timed == store::Timed::yes;
    EXPECT_NE(has_times, table->untimed != store::Untimed::unstated) << table->name;
    if (has_times) ++timed;
    const auto* whole = table;
    for (int steps = 0; whole != nullptr && !whole->part_of.empty(); ++steps) {
      ASSERT_LT(steps, 4) << table->name << " is a part of itself";
      whole = named(whole->part_of);
    }
    ASSERT_NE(whole, nullptr) << table->name << " is a part of a table that is not there";
    if (whole == table) continue;
    EXPECT_TRUE(whole->timed == store::Timed::yes || whole->untimed == store::Untimed::event)
        << table->name << " is a part of a table without a time";
  }
  EXPECT_GT(timed, 50U);
}

TEST(Scope, T5EveryTableAboutPeopleBelongsToACategoryOrAStatute) {
  for (const auto* table : tables()) {
    EXPECT_EQ(store::flaw_of(*table), "") << table->name;
    EXPECT_TRUE(store::has_owner(*table)) << table->name;
    if (table->subject == store::Subject::none) {
      EXPECT_EQ(table->personal.count, 0U) << table->name;
    }
  }
}

TEST(Scope, T5NoOperationHasMoreCategoriesThanItsWorkHasPairs) {
  for (const auto* operation : all) {
    std::uint32_t categories = 0;
    for (std::size_t at = 0; at < operation->pairs.count; ++at) {
      categories |= 1U << static_cast<unsigned>(operation->pairs.pairs[at].category);
    }
    EXPECT_LE(std::popcount(categories), 4) << operation->name << " is more than one act";
  }
}

// Property 28: one operation makes pseudonymised rows; whatever else is for analysis reads those
// alone, and opens no category besides.
TEST(Scope, P28OneOperationOpensClaimsForAnalysis) {
  std::size_t makers = 0;
  for (const auto* operation : all) {
    if ((operation->pairs.mask() & analysis_pairs) == 0) continue;
    EXPECT_EQ(operation->pairs.mask() & ~analysis_pairs, notice::PairMask{}) << operation->name;
    if (operation == &analysis::segment_make) {
      ++makers;
    } else {
      EXPECT_TRUE(analysis::reads_pseudonyms_only(operation->name)) << operation->name;
      EXPECT_EQ(operation->verb, notice::Verb::read) << operation->name;
    }
  }
  EXPECT_EQ(makers, 1U);
  // The key of the pseudonyms is another operation's, under another ground.
  EXPECT_EQ(analysis::pseudonym_key_open.pairs.count, 0U);
}

// Property 22: a stop holds for everything but the statutes and the duty to tell that very person.
TEST(Scope, P22WhatGoesOnAfterAStopIsListedAndPublished) {
  for (const auto& duty : notice::duties_to_tell) {
    const auto* at = std::ranges::find_if(
        all, [&](const Operation* operation) { return operation->name == duty.operation; });
    ASSERT_NE(at, std::end(all)) << duty.operation << " is no operation";
    EXPECT_GT((*at)->pairs.count, 0U) << duty.operation << " rests on a published pair as well";
    EXPECT_EQ(duty.statute, notice::Statute::breach_report) << duty.operation;
  }
  EXPECT_EQ(std::size(notice::duties_to_tell), 3U) << "each one more is a decision";
}

}  // namespace
}  // namespace kenpo::app
