#include "base/cp932.h"

#include <bit>
#include <cstring>
#include <memory>

#include "base/cp932_table.h"
#include "base/utf8.h"

namespace kenpo::base {

namespace {

constexpr unsigned first_lead = 0x81;
constexpr unsigned leads = 0xFC - first_lead + 1;
constexpr unsigned first_trail = 0x40;
constexpr unsigned trails = 192;  // 0x40 to 0xFF, so that every trail byte has a cell
constexpr char16_t unassigned = 0xFFFD;
constexpr std::uint16_t geta = 0x81AC;  // 〓, the printer's sign for a missing character
constexpr std::uint64_t high_bits = 0x8080808080808080;

/// A character of the decoding table: its UTF-8 bytes (low byte first), how many, and its area.
constexpr std::uint32_t pack(std::uint32_t utf8, std::uint32_t length, Cp932Area area) {
  return utf8 | length << 24 | static_cast<std::uint32_t>(area) << 28;
}
constexpr std::uint32_t length_of(std::uint32_t packed) { return packed >> 24 & 3; }
constexpr Cp932Area area_of(std::uint32_t packed) { return static_cast<Cp932Area>(packed >> 28); }

std::uint32_t packed_utf8(char16_t character, Cp932Area area) {
  const std::uint32_t point = character;
  if (point < 0x800) {
    return pack((0xC0 | point >> 6) | (0x80 | (point & 0x3F)) << 8, 2, area);
  }
  return pack((0xE0 | point >> 12) | (0x80 | (point >> 6 & 0x3F)) << 8 |
                  (0x80 | (point & 0x3F)) << 16,
              3, area);
}

Cp932Area area_of_lead(unsigned lead) {
  if (lead >= 0xF0 && lead <= 0xF9) return Cp932Area::user;
  if (lead == 0x87 || lead == 0xED || lead == 0xEE || lead >= 0xFA) return Cp932Area::vendor;
  return Cp932Area::jis_x_0208;
}

constexpr unsigned trail_of_cell(unsigned cell) {
  const unsigned trail = first_trail + cell;
  return trail >= 0x7F ? trail + 1 : trail;
}

struct Tables {
  std::uint32_t decode[leads * trails] = {};
  std::uint16_t encode[65536] = {};  // 0: CP932 does not have it

  Tables();
  void add(unsigned lead, unsigned cell, char16_t character);
};

void Tables::add(unsigned lead, unsigned cell, char16_t character) {
  const unsigned trail = trail_of_cell(cell);
  decode[(lead - first_lead) * trails + (trail - first_trail)] =
      packed_utf8(character, area_of_lead(lead));
  const bool second_home = lead == 0xED || lead == 0xEE;  // NEC's copy of the IBM extension
  if (encode[character] == 0 && !second_home) {
    encode[character] = static_cast<std::uint16_t>(lead << 8 | trail);
  }
}

Tables::Tables() {
  for (unsigned byte = 0; byte < 0x80; ++byte) encode[byte] = static_cast<std::uint16_t>(byte);
  for (unsigned byte = 0xA1; byte <= 0xDF; ++byte) {
    encode[0xFF61 + byte - 0xA1] = static_cast<std::uint16_t>(byte);
  }
  for (std::size_t at = 0; at < cp932_rows_count; ++at) {
    const Cp932Row& row = cp932_rows[at];
    for (unsigned next = 0; row.characters[next] != 0; ++next) {
      if (row.characters[next] == unassigned) continue;
      add(row.lead, row.first_cell + next, row.characters[next]);
    }
  }
  constexpr unsigned cells = 188;
  for (unsigned lead = 0xF0; lead <= 0xF9; ++lead) {
    for (unsigned cell = 0; cell < cells; ++cell) {
      add(lead, cell, static_cast<char16_t>(0xE000 + (lead - 0xF0) * cells + cell));
    }
  }
  for (std::size_t at = 0; at < cp932_choices_count; ++at) {
    encode[cp932_choices[at].character] = cp932_choices[at].code;
  }
}

const Tables& tables() {
  static const auto made = std::make_unique<const Tables>();
  return *made;
}

unsigned char byte_at(const char* at) { return static_cast<unsigned char>(*at); }

/// 0 when the pair is no character.
std::uint32_t packed_at(const Tables& made, unsigned char lead, unsigned char trail) {
  if (!is_cp932_lead(lead) || trail < first_trail) return 0;
  return made.decode[(lead - first_lead) * trails + (trail - first_trail)];
}

/// Copies the ASCII bytes from `in` eight at a time; both sides keep room for eight bytes more.
void copy_ascii(const char*& in, const char* end, char*& out) {
  while (end - in >= 8) {
    std::uint64_t eight;
    std::memcpy(&eight, in, 8);
    std::memcpy(out, &eight, 8);
    const std::uint64_t high = eight & high_bits;
    if (high != 0) {
      static_assert(std::endian::native == std::endian::little);
      const int plain = std::countr_zero(high) / 8;
      in += plain;
      out += plain;
      return;
    }
    in += 8;
    out += 8;
  }
  while (in < end && byte_at(in) < 0x80) *out++ = *in++;
}

void note(std::vector<std::size_t>& positions, std::size_t position) {
  if (positions.size() < cp932_positions_limit) positions.push_back(position);
}

/// Writes the bytes of `packed` (four are touched) and moves `out` behind them.
void put(char*& out, std::uint32_t packed) {
  std::memcpy(out, &packed, 4);
  out += length_of(packed);
}

std::size_t decode_into(char* const start, std::string_view bytes, std::vector<std::size_t>& bad) {
  const Tables& made = tables();
  const std::uint32_t replacement = packed_utf8(unassigned, Cp932Area::none);
  char* out = start;
  const char* in = bytes.data();
  const char* const end = in + bytes.size();
  while (in < end) {
    const unsigned char lead = byte_at(in);
    if (lead < 0x80) {
      copy_ascii(in, end, out);
      continue;
    }
    if (is_half_kana(lead)) {
      put(out, packed_utf8(static_cast<char16_t>(0xFF61 + lead - 0xA1), Cp932Area::none));
      ++in;
      continue;
    }
    const std::uint32_t packed = end - in >= 2 ? packed_at(made, lead, byte_at(in + 1)) : 0;
    if (packed != 0) {
      put(out, packed);
      in += 2;
      continue;
    }
    note(bad, static_cast<std::size_t>(in - bytes.data()));
    put(out, replacement);
    ++in;
  }
  return static_cast<std::size_t>(out - start);
}

/// The next character of the UTF-8 text as a code; 0 when CP932 does not have it.
std::uint16_t next_code(const Tables& made, std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if ((lead & 0xF0) == 0xE0 && text.size() - at >= 3) {  // kanji and kana: the common case
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const auto third = static_cast<unsigned char>(text[at + 2]);
    const unsigned point = (lead & 0x0Fu) << 12 | (second & 0x3Fu) << 6 | (third & 0x3Fu);
    if ((second & 0xC0) == 0x80 && (third & 0xC0) == 0x80 && point >= 0x800) {
      at += 3;
      return made.encode[point];
    }
  }
  const char32_t point = next_code_point(text, at);
  return point < 0x10000 ? made.encode[point] : std::uint16_t{0};
}

std::size_t encode_into(char* const start, std::string_view text, std::vector<std::size_t>& lost) {
  const Tables& made = tables();
  char* out = start;
  std::size_t at = 0;
  while (at < text.size()) {
    const char* in = text.data() + at;
    if (byte_at(in) < 0x80) {
      copy_ascii(in, text.data() + text.size(), out);
      at = static_cast<std::size_t>(in - text.data());
      continue;
    }
    const std::size_t before = at;
    std::uint16_t code = next_code(made, text, at);
    if (code == 0) {
      note(lost, before);
      code = geta;
    }
    if (code >= 0x100) *out++ = static_cast<char>(code >> 8);
    *out++ = static_cast<char>(code & 0xFF);
  }
  return static_cast<std::size_t>(out - start);
}

constexpr std::size_t slack = 16;  // both loops write whole words beyond the last character

}  // namespace

Decoded decode_cp932(std::string_view bytes) {
  Decoded decoded;
  // A half-width kana is one byte and becomes three.
  decoded.text.resize_and_overwrite(
      bytes.size() * 3 + slack,
      [&](char* out, std::size_t) { return decode_into(out, bytes, decoded.bad); });
  return decoded;
}

Encoded encode_cp932(std::string_view utf8) {
  Encoded encoded;
  // A byte that is no UTF-8 becomes a two-byte 〓; everything else grows shorter.
  encoded.bytes.resize_and_overwrite(
      utf8.size() * 2 + slack,
      [&](char* out, std::size_t) { return encode_into(out, utf8, encoded.lost); });
  return encoded;
}

Cp932Area cp932_area(unsigned char lead, unsigned char trail) {
  const std::uint32_t packed = packed_at(tables(), lead, trail);
  return packed == 0 ? Cp932Area::none : area_of(packed);
}

bool is_level_1_kanji(unsigned char lead, unsigned char trail) {
  const unsigned code = static_cast<unsigned>(lead) << 8 | trail;
  return code >= 0x889F && code <= 0x9872 && cp932_area(lead, trail) == Cp932Area::jis_x_0208;
}

bool is_level_2_kanji(unsigned char lead, unsigned char trail) {
  const unsigned code = static_cast<unsigned>(lead) << 8 | trail;
  return code >= 0x989F && code <= 0xEAA4 && cp932_area(lead, trail) == Cp932Area::jis_x_0208;
}

std::size_t first_outside(std::string_view cp932, Repertoire repertoire) {
  const Tables& made = tables();
  const bool one_byte = repertoire != Repertoire::two_byte;
  const bool two_byte = repertoire != Repertoire::one_byte;
  for (std::size_t at = 0; at < cp932.size();) {
    const auto lead = static_cast<unsigned char>(cp932[at]);
    if (!is_cp932_lead(lead)) {
      if (!one_byte || !is_jis_x_0201(lead)) return at;
      ++at;
      continue;
    }
    if (!two_byte || at + 1 >= cp932.size()) return at;
    const auto packed = packed_at(made, lead, static_cast<unsigned char>(cp932[at + 1]));
    if (packed == 0) return at;
    if (repertoire != Repertoire::any && area_of(packed) != Cp932Area::jis_x_0208) return at;
    at += 2;
  }
  return std::string_view::npos;
}

std::optional<std::string> utf8_or_cp932(std::string_view bytes) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  if (is_utf8(bytes)) return std::string(bytes);
  auto decoded = decode_cp932(bytes);
  if (!decoded.bad.empty()) return std::nullopt;
  return std::move(decoded.text);
}

}  // namespace kenpo::base
