// Who may reach a table: the Access of its category, the Basis of its statute, or nothing needed.
#pragma once

#include <type_traits>

#include "notice/grant.h"
#include "store/table.h"

namespace kenpo::store {

/// Whether an operation under `held` may reach a table under `needed`: the same statute; who
/// answers a person's request (個人情報保護法32条〜36条) reads and writes the request itself (37条);
/// and who controls the security as a whole (23条) compares the registers of its physical measures
/// with the log. Not the other way round: who keeps the registers reaches no credential.
constexpr bool covers(notice::Statute held, notice::Statute needed) {
  using enum notice::Statute;
  return held == needed || (held == answer_to_person && needed == request_of_person) ||
         (held == security_control && needed == physical_safeguards);
}

/// The right to a table that rests on a statute instead of the notice (sign-in, locks): made from
/// a Permit of an operation under that same statute.
template <notice::Statute statute>
class Basis {
 public:
  template <const notice::Operation& operation>
    requires(covers(operation.statute, statute) && statute != notice::Statute::none &&
             statute != notice::Statute::no_personal_data)
  Basis(const notice::Permit<operation>& permit) : recorder_(&permit.recorder()) {}

  bool in_force() const { return true; }  // a statute is not withdrawn
  void touched(const base::PersonId& person) const { recorder_->touched(person); }
  bool asks_stops() const { return false; }  // what a statute asks for cannot be stopped
  bool stopped(const base::PersonId&) const { return false; }

 private:
  notice::Recorder* recorder_;
};

/// For tables without subject.
struct NoPersonalData {
  bool in_force() const { return true; }
  void touched(const base::PersonId&) const {}
  bool asks_stops() const { return false; }
  bool stopped(const base::PersonId&) const { return false; }
};
inline constexpr NoPersonalData no_personal_data{};

namespace detail {

template <const Table& table>
consteval auto access_to() {
  if constexpr (table.subject == Subject::none) {
    return std::type_identity<NoPersonalData>{};
  } else if constexpr (table.category.has_value()) {
    return std::type_identity<notice::Access<*table.category>>{};
  } else {
    return std::type_identity<Basis<table.statute>>{};
  }
}

}  // namespace detail

/// What reading or writing the table takes. A Grant of any purpose that the notice publishes for
/// the table's category becomes it by itself; another Grant does not compile.
template <const Table& table>
using AccessTo = typename decltype(detail::access_to<table>())::type;

/// An access with its type set aside, for the engine. Lives no longer than the access.
struct AnyAccess {
  const void* access;
  bool (*in_force)(const void*);
  void (*touched)(const void*, const base::PersonId&);
  notice::PairMask pair;  // 0 for a statute and for no personal data
  bool asks_stops;
  bool (*is_stopped)(const void*, const base::PersonId&);

  template <typename Access>
  explicit AnyAccess(const Access& typed)
      : access(&typed),
        in_force([](const void* any) { return static_cast<const Access*>(any)->in_force(); }),
        touched([](const void* any, const base::PersonId& person) {
          static_cast<const Access*>(any)->touched(person);
        }),
        pair(pair_of(typed)),
        asks_stops(typed.asks_stops()),
        is_stopped([](const void* any, const base::PersonId& person) {
          return static_cast<const Access*>(any)->stopped(person);
        }) {}

  /// Whether the row's person had this use stopped.
  bool stopped(const base::PersonId& person) const {
    return asks_stops && is_stopped(access, person);
  }

 private:
  template <typename Access>
  static notice::PairMask pair_of(const Access& typed) {
    if constexpr (requires { typed.pair(); }) {
      return typed.pair();
    } else {
      return 0;
    }
  }
};

}  // namespace kenpo::store
