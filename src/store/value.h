// Values as they go into a statement and come out of a row.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "base/require.h"
#include "base/yen.h"
#include "store/table.h"

namespace kenpo::store {

/// Bytes of a blob column.
struct Bytes {
  std::string bytes;
  friend bool operator==(const Bytes&, const Bytes&) = default;
};

/// Nothing, a whole number, or text or bytes.
struct Raw {
  enum class Type : std::uint8_t { null, integer, text, blob };
  Type type = Type::null;
  std::int64_t number = 0;
  std::string text;
};

/// How a type of ours is kept in a column.
template <typename T>
struct Stored;  // a type without it cannot be stored

template <typename T>
concept Storable = requires { Stored<T>::kind; };

namespace detail {
inline Raw number(std::int64_t value) { return {Raw::Type::integer, value, {}}; }
inline Raw text(std::string_view value) { return {Raw::Type::text, 0, std::string(value)}; }
}  // namespace detail

/// What a column read back holds; text is a view into memory that lives until the next row.
struct Field {
  Raw::Type type = Raw::Type::null;
  std::int64_t number = 0;
  std::string_view text;
};

template <>
struct Stored<std::string> {
  static constexpr Kind kind = Kind::text;
  static Raw put(const std::string& value) { return detail::text(value); }
  static std::string get(const Field& field) { return std::string(field.text); }
};
/// Lives until the next row is read.
template <>
struct Stored<std::string_view> {
  static constexpr Kind kind = Kind::text;
  static Raw put(std::string_view value) { return detail::text(value); }
  static std::string_view get(const Field& field) { return field.text; }
};
template <>
struct Stored<Bytes> {
  static constexpr Kind kind = Kind::blob;
  static Raw put(const Bytes& value) { return {Raw::Type::blob, 0, value.bytes}; }
  static Bytes get(const Field& field) { return {std::string(field.text)}; }
};
template <typename T>
  requires(std::integral<T> || std::is_enum_v<T>)
struct Stored<T> {
  static_assert(!std::same_as<T, bool>, "a flag is an enum of two words");
  static constexpr Kind kind = Kind::integer;
  static Raw put(T value) { return detail::number(static_cast<std::int64_t>(value)); }
  static T get(const Field& field) { return static_cast<T>(field.number); }
};
template <>
struct Stored<base::Date> {
  static constexpr Kind kind = Kind::date;
  static Raw put(base::Date value) { return detail::number(value.serial()); }
  static base::Date get(const Field& field) {
    return base::Date::of_serial(static_cast<std::int32_t>(field.number));
  }
};
template <>
struct Stored<base::Month> {
  static constexpr Kind kind = Kind::month;
  static Raw put(base::Month value) { return detail::number(value.index()); }
  static base::Month get(const Field& field) {
    return base::Month::of_index(static_cast<std::int32_t>(field.number));
  }
};
template <>
struct Stored<base::Moment> {
  static constexpr Kind kind = Kind::moment;
  static Raw put(base::Moment value) { return detail::number(value.milliseconds); }
  static base::Moment get(const Field& field) { return {field.number}; }
};
template <>
struct Stored<base::Yen> {
  static constexpr Kind kind = Kind::yen;
  static Raw put(base::Yen value) { return detail::number(value.amount()); }
  static base::Yen get(const Field& field) { return base::Yen(field.number); }
};
template <>
struct Stored<base::Rate> {
  static constexpr Kind kind = Kind::rate;
  static Raw put(base::Rate value) { return detail::number(value.millionths); }
  static base::Rate get(const Field& field) { return {field.number}; }
};
template <typename Thing>
struct Stored<base::Id<Thing>> {
  static constexpr Kind kind = Kind::id;
  static Raw put(const base::Id<Thing>& value) { return detail::text(value.text()); }
  static base::Id<Thing> get(const Field& field) {
    const auto id = base::Id<Thing>::parse(field.text);
    KENPO_REQUIRE(id.has_value());
    return *id;
  }
};
template <typename T>
struct Stored<std::optional<T>> {
  static constexpr Kind kind = Stored<T>::kind;
  static Raw put(const std::optional<T>& value) { return value ? Stored<T>::put(*value) : Raw{}; }
  static std::optional<T> get(const Field& field) {
    if (field.type == Raw::Type::null) return std::nullopt;
    return Stored<T>::get(field);
  }
};

template <typename T>
inline constexpr Presence presence_of = Presence::required;
template <typename T>
inline constexpr Presence presence_of<std::optional<T>> = Presence::optional;

/// One parameter of a statement; made from anything that can be stored.
struct Value {
  Raw raw;

  template <Storable T>
  Value(const T& value) : raw(Stored<T>::put(value)) {}
  Value(const char* value) : raw(detail::text(value)) {}
  explicit Value(Raw value) : raw(std::move(value)) {}
};

/// The parameters `$1`, `$2`, … in their order. Written in braces at the call; never kept longer.
class Values {
 public:
  Values() = default;
  Values(const std::initializer_list<Value>& values)
      : data_(std::data(values)), count_(values.size()) {}
  Values(const std::vector<Value>& values) : data_(values.data()), count_(values.size()) {}
  const Value* begin() const { return data_; }
  const Value* end() const { return data_ + count_; }
  std::size_t size() const { return count_; }

 private:
  const Value* data_ = nullptr;
  std::size_t count_ = 0;
};

}  // namespace kenpo::store
