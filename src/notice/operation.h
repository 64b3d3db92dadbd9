// An operation is one act of the office with the pairs it needs. Purpose is bound here, in our own
// source; no request ever names one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "notice/published.h"

namespace kenpo::notice {

enum class Verb : std::uint8_t { read, write, provide, erase };

/// What the law allows besides the notice. Each has its article (privacy.md, section 0, row 5).
enum class Statute : std::uint8_t {
  none,                     // the operation rests on published pairs alone
  no_personal_data,         // the operation touches none: notice page, law book, state of the log
  audit_by_inspector,       // 監事の監査: 個人情報保護法23条, 健康保険法22条4項
  own_access_history,       // the person's own history: 個人情報保護法32条, 33条
  supervision_of_handlers,  // 責任者 sees who may handle what: 個人情報保護法24条
  security_control,         // sign-in, locks, backups: 個人情報保護法23条
  request_of_person,        // a person's request is taken in and followed: 個人情報保護法37条
  answer_to_person,         // it is answered from all that is held: 個人情報保護法32条〜36条
  emergency_response,       // signs of a breach, self-inspection: 個人情報保護法23条, 24条
  breach_report,            // a breach and its reports: 個人情報保護法26条
  complaint_handling,       // 苦情の処理: 個人情報保護法40条
  own_duty,                 // one's own undertaking and training: 個人情報保護法24条
  joint_decision,           // what two people decide together: 個人情報保護法23条
  purpose_publication,      // the notice's own rows and their publication: 個人情報保護法17条2項, 21条
  physical_safeguards,      // registers of areas, devices, media, paper, carrying: 個人情報保護法23条
};

inline constexpr std::size_t operation_pairs_limit = 8;  // an act with more is more than one act

/// Who may run an operation: people only, or also the program by itself (the month's run, the
/// building of an index). The program needs no training; the notice binds it all the same.
enum class Runner : std::uint8_t { staff, staff_or_program };

/// The pairs of one operation.
struct PairList {
  std::array<Pair, operation_pairs_limit> pairs{};
  std::size_t count = 0;

  template <typename... Pairs>
  constexpr PairList(Pairs... listed) : pairs{listed...}, count(sizeof...(listed)) {
    static_assert(sizeof...(listed) <= operation_pairs_limit);
  }
  constexpr PairMask mask() const {
    PairMask mask = 0;
    for (std::size_t at = 0; at < count; ++at) mask |= mask_of(pairs[at]);
    return mask;
  }
  constexpr bool all_published() const {
    for (std::size_t at = 0; at < count; ++at) {
      if (mask_of(pairs[at]) == 0) return false;
    }
    return true;
  }
  /// The categories that the purpose opens within this operation, one bit each.
  constexpr std::uint32_t categories_for(Purpose purpose) const {
    std::uint32_t categories = 0;
    for (std::size_t at = 0; at < count; ++at) {
      if (pairs[at].purpose == purpose) {
        categories |= std::uint32_t{1} << static_cast<unsigned>(pairs[at].category);
      }
    }
    return categories;
  }
};

/// One act of the office. Declared once, `inline constexpr`, in the act's header, and used as a
/// template argument, so that what an act may read is known when it is compiled.
struct Operation {
  std::string_view name;      // `member.show`: noun dot verb, unique, stable: the log speaks it
  std::string_view japanese;  // 「加入者台帳の表示」: what people read
  Verb verb = Verb::read;
  PairList pairs = {};
  Statute statute = Statute::none;
  Runner runner = Runner::staff;
  /// Pairs of the list whose right it needs on the way, without doing what their words say: it
  /// counts for no coverage of theirs.
  PairList on_the_way = {};

  /// The pairs that it serves.
  constexpr PairMask serves() const { return pairs.mask() & ~on_the_way.mask(); }
};

/// An operation is well formed when every pair is published, it rests on something, and the pairs
/// on the way are among its own.
constexpr bool well_formed(const Operation& operation) {
  return !operation.name.empty() && operation.pairs.all_published() &&
         (operation.pairs.count > 0) == (operation.statute == Statute::none) &&
         (operation.on_the_way.mask() & ~operation.pairs.mask()) == 0;
}

}  // namespace kenpo::notice
