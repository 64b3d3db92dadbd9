#include "store/codec.h"

#include <cstdint>

namespace kenpo::store {

namespace {

constexpr char layout_version = 1;

void put_varint(std::uint64_t value, std::string& out) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80U));
    value >>= 7U;
  }
  out.push_back(static_cast<char>(value));
}

bool take_varint(std::string_view& bytes, std::uint64_t& value) {
  value = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<std::uint8_t>(bytes.front());
    bytes.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if ((byte & 0x80U) == 0) return true;
  }
  return false;
}

// Small numbers of either sign become small whole numbers (zigzag).
std::uint64_t folded(std::int64_t number) {
  return (static_cast<std::uint64_t>(number) << 1U) ^ static_cast<std::uint64_t>(number >> 63);
}
std::int64_t unfolded(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

}  // namespace

void encode_fields(std::span<const Raw> values, std::string& out) {
  out.clear();
  out.push_back(layout_version);
  out.push_back(static_cast<char>(values.size()));
  std::string number;
  for (const Raw& raw : values) {
    if (raw.type == Raw::Type::null) {
      out.push_back(0);
      continue;
    }
    if (raw.type == Raw::Type::integer) {
      number.clear();
      put_varint(folded(raw.number), number);
    }
    const std::string& bytes = raw.type == Raw::Type::integer ? number : raw.text;
    put_varint(bytes.size() + 1, out);  // 0 is null, so an empty text is 1
    out += bytes;
  }
}

bool decode_fields(std::string_view bytes, const Columns& columns,
                   std::array<Field, columns_limit>& fields) {
  if (bytes.size() < 2 || bytes[0] != layout_version) return false;
  const auto written = static_cast<std::uint8_t>(bytes[1]);
  if (written > columns.count) return false;
  bytes.remove_prefix(2);
  for (std::size_t at = 0; at < columns.count; ++at) {
    fields[at] = {};
    if (at >= written) continue;
    std::uint64_t size = 0;
    if (!take_varint(bytes, size)) return false;
    if (size == 0) continue;
    if (--size > bytes.size()) return false;
    std::string_view value = bytes.substr(0, size);
    bytes.remove_prefix(size);
    if (is_number(columns[at].kind)) {
      std::uint64_t number = 0;
      if (!take_varint(value, number) || !value.empty()) return false;
      fields[at] = {Raw::Type::integer, unfolded(number), {}};
    } else {
      fields[at] = {Raw::Type::text, 0, value};
    }
  }
  return bytes.empty();
}

}  // namespace kenpo::store
