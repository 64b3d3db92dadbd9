// Ids of different things do not mix: each is its own type, made by parsing or drawing, never by
// casting one into another.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kenpo::base {

/// Sixteen random letters and digits of Crockford's base 32, without I, L, O and U: 80 bits.
using IdText = std::array<char, 16>;

/// Draws from the system's random source.
IdText draw_id();
/// Nullopt unless exactly sixteen of the allowed characters.
std::optional<IdText> parse_id(std::string_view text);

/// A random id of one kind of thing. It says nothing about the thing.
template <typename Kind>
class Id {
 public:
  static Id draw() { return Id(draw_id()); }
  static std::optional<Id> parse(std::string_view text) {
    const auto parsed = parse_id(text);
    return parsed ? std::optional(Id(*parsed)) : std::nullopt;
  }
  std::string_view text() const { return {text_.data(), text_.size()}; }
  friend auto operator<=>(const Id&, const Id&) = default;

 private:
  explicit Id(IdText text) : text_(text) {}
  IdText text_;
};

/// A person whose data the society holds: insured person, dependent, applicant or relative.
using PersonId = Id<struct PersonKind>;
/// A member of the society's staff as a user of the program. The same human being as an insured
/// person is another subject with a PersonId of its own.
using StaffId = Id<struct StaffKind>;
/// An employer's establishment (事業所).
using EstablishmentId = Id<struct EstablishmentKind>;
/// A case of the office: an application, a request, an intake of a file, a month's run.
using CaseId = Id<struct CaseKind>;

/// An insurer number (保険者番号) whose check digit holds: eight digits.
class InsurerNumber {
 public:
  /// Refuses (nullopt) anything but eight digits with the right check digit.
  static std::optional<InsurerNumber> parse(std::string_view digits);
  std::string_view text() const { return {digits_.data(), digits_.size()}; }
  friend auto operator<=>(const InsurerNumber&, const InsurerNumber&) = default;

 private:
  explicit InsurerNumber(std::array<char, 8> digits) : digits_(digits) {}
  std::array<char, 8> digits_;
};

}  // namespace kenpo::base

template <typename Kind>
struct std::hash<kenpo::base::Id<Kind>> {
  std::size_t operator()(const kenpo::base::Id<Kind>& id) const noexcept {
    return std::hash<std::string_view>{}(id.text());
  }
};
