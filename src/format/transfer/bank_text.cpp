#include "format/transfer/bank_text.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace kenpo::format::transfer {

namespace {

/// A character and the byte of the input from which it came.
struct Piece {
  char32_t point;
  std::size_t source;
};
using Pieces = std::vector<Piece>;

constexpr char32_t voiced = U'\uFF9E';       // ﾞ
constexpr char32_t half_voiced = U'\uFF9F';  // ﾟ

// Katakana from U+30A1, small ones as large; a mark follows where the sound has one.
constexpr std::u32string_view katakana[] = {
    U"ｱ",  U"ｱ",  U"ｲ",  U"ｲ",  U"ｳ",  U"ｳ",  U"ｴ",  U"ｴ",  U"ｵ",  U"ｵ",  U"ｶ",  U"ｶﾞ", U"ｷ",
    U"ｷﾞ", U"ｸ",  U"ｸﾞ", U"ｹ",  U"ｹﾞ", U"ｺ",  U"ｺﾞ", U"ｻ",  U"ｻﾞ", U"ｼ",  U"ｼﾞ", U"ｽ",  U"ｽﾞ",
    U"ｾ",  U"ｾﾞ", U"ｿ",  U"ｿﾞ", U"ﾀ",  U"ﾀﾞ", U"ﾁ",  U"ﾁﾞ", U"ﾂ",  U"ﾂ",  U"ﾂﾞ", U"ﾃ",  U"ﾃﾞ",
    U"ﾄ",  U"ﾄﾞ", U"ﾅ",  U"ﾆ",  U"ﾇ",  U"ﾈ",  U"ﾉ",  U"ﾊ",  U"ﾊﾞ", U"ﾊﾟ", U"ﾋ",  U"ﾋﾞ", U"ﾋﾟ",
    U"ﾌ",  U"ﾌﾞ", U"ﾌﾟ", U"ﾍ",  U"ﾍﾞ", U"ﾍﾟ", U"ﾎ",  U"ﾎﾞ", U"ﾎﾟ", U"ﾏ",  U"ﾐ",  U"ﾑ",  U"ﾒ",
    U"ﾓ",  U"ﾔ",  U"ﾔ",  U"ﾕ",  U"ﾕ",  U"ﾖ",  U"ﾖ",  U"ﾗ",  U"ﾘ",  U"ﾙ",  U"ﾚ",  U"ﾛ",  U"ﾜ",
    U"ﾜ",  U"ｲ",  U"ｴ",  U"ｦ",  U"ﾝ",  U"ｳﾞ", U"ｶ",  U"ｹ"};
constexpr char32_t first_katakana = U'\u30A1';
static_assert(std::size(katakana) == 0x30F6 - 0x30A1 + 1);

// ｧ to ｯ as large kana.
constexpr std::u32string_view large_half_kana = U"ｱｲｳｴｵﾔﾕﾖﾂ";
constexpr char32_t first_small_half_kana = U'\uFF67';

// Long sounds, hyphens, dashes and minus signs.
constexpr std::u32string_view dashes = U"-ーｰ－‐‑–—―−";

void add_half_width(char32_t point, std::size_t source, Pieces& pieces) {
  const auto add = [&](char32_t made) { pieces.push_back({made, source}); };
  if (point >= 0x3041 && point <= 0x3096) point += 0x60;  // hiragana
  if (point >= 0xFF01 && point <= 0xFF5E && point != 0xFF0D) point -= 0xFEE0;
  if (point >= U'a' && point <= U'z') return add(point - U'a' + U'A');
  if (point == 0x3000) return add(U' ');
  if (dashes.find(point) != dashes.npos) return add(U'-');
  if (point == 0x3099 || point == 0x309B) return add(voiced);
  if (point == 0x309A || point == 0x309C) return add(half_voiced);
  if (point >= first_small_half_kana && point - first_small_half_kana < large_half_kana.size()) {
    return add(large_half_kana[point - first_small_half_kana]);
  }
  if (point >= first_katakana && point - first_katakana < std::size(katakana)) {
    for (char32_t made : katakana[point - first_katakana]) add(made);
    return;
  }
  add(point);
}

struct LegalForm {
  std::array<std::u32string_view, 4> spellings;  // as add_half_width leaves them; the longest first
  std::u32string_view abbreviation;
};
constexpr LegalForm legal_forms[] = {
    {{U"株式会社", U"(株)", U"㈱", U"ｶﾌﾞｼｷｶﾞｲｼﾔ"}, U"ｶ"},
    {{U"有限会社", U"(有)", U"㈲", U"ﾕｳｹﾞﾝｶﾞｲｼﾔ"}, U"ﾕ"},
    {{U"合名会社", U"(名)", U"ｺﾞｳﾒｲｶﾞｲｼﾔ", U""}, U"ﾒ"},
    {{U"合資会社", U"(資)", U"ｺﾞｳｼｶﾞｲｼﾔ", U""}, U"ｼ"},
    {{U"合同会社", U"ｺﾞｳﾄﾞｳｶﾞｲｼﾔ", U"", U""}, U"ﾄﾞ"},
    {{U"社会福祉法人", U"ｼﾔｶｲﾌｸｼﾎｳｼﾞﾝ", U"", U""}, U"ﾌｸ"},
    {{U"医療法人", U"ｲﾘﾖｳﾎｳｼﾞﾝ", U"", U""}, U"ｲ"},
    {{U"財団法人", U"ｻﾞｲﾀﾞﾝﾎｳｼﾞﾝ", U"", U""}, U"ｻﾞｲ"},
    {{U"社団法人", U"ｼﾔﾀﾞﾝﾎｳｼﾞﾝ", U"", U""}, U"ｼﾔ"},
    {{U"学校法人", U"ｶﾞﾂｺｳﾎｳｼﾞﾝ", U"", U""}, U"ｶﾞｸ"},
    {{U"営業所", U"ｴｲｷﾞﾖｳｼﾖ", U"", U""}, U"ｴｲ"},
    {{U"出張所", U"ｼﾕﾂﾁﾖｳｼﾞﾖ", U"ｼﾕﾂﾁﾖｳｼﾖ", U""}, U"ｼﾕﾂ"},
};

bool stands_at(const Pieces& pieces, std::size_t at, std::u32string_view text) {
  if (text.empty() || pieces.size() - at < text.size()) return false;
  for (std::size_t next = 0; next < text.size(); ++next) {
    if (pieces[at + next].point != text[next]) return false;
  }
  return true;
}

/// Replaces `length` pieces from `at` and the spaces around them by the bracketed abbreviation;
/// gives the place behind it.
std::size_t replace(Pieces& pieces, std::size_t at, std::size_t length,
                    std::u32string_view abbreviation) {
  const auto is_space = [&](std::size_t place) { return pieces[place].point == U' '; };
  std::size_t from = at;
  std::size_t to = at + length;
  while (from > 0 && is_space(from - 1)) --from;
  while (to < pieces.size() && is_space(to)) ++to;
  const std::size_t source = pieces[at].source;
  Pieces made;
  if (from > 0) made.push_back({U'(', source});
  for (char32_t point : abbreviation) made.push_back({point, source});
  if (to < pieces.size() || from == 0) made.push_back({U')', source});
  const auto place = static_cast<Pieces::difference_type>(from);
  pieces.erase(pieces.begin() + place, pieces.begin() + static_cast<Pieces::difference_type>(to));
  pieces.insert(pieces.begin() + place, made.begin(), made.end());
  return from + made.size();
}

void abbreviate(Pieces& pieces) {
  for (std::size_t at = 0; at < pieces.size();) {
    std::size_t next = at + 1;
    for (const auto& form : legal_forms) {
      for (auto spelling : form.spellings) {
        if (next == at + 1 && stands_at(pieces, at, spelling)) {
          next = replace(pieces, at, spelling.size(), form.abbreviation);
        }
      }
      if (next != at + 1) break;
    }
    at = next;
  }
}

bool is_ours(char32_t point) {
  constexpr std::u32string_view signs = U" (),-./";
  return (point >= U'A' && point <= U'Z') || (point >= U'0' && point <= U'9') ||
         signs.find(point) != signs.npos || point == U'ｦ' ||
         (point >= U'ｱ' && point <= half_voiced);
}

/// A byte of JIS X 0201 as its code point.
char32_t point_of(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0xA1 && value <= 0xDF ? 0xFF61U + value - 0xA1U : value;
}

}  // namespace

std::size_t first_outside_bank(std::string_view bytes, BankCharacters allowed) {
  const auto fits = [allowed](char byte) {
    const char32_t point = point_of(byte);
    if (allowed == BankCharacters::edi && point == U',') return false;
    const bool bracket = point == U'｢' || point == U'｣' || point == U'\\';
    return is_ours(point) || (bracket && allowed != BankCharacters::ours);
  };
  const auto found = std::ranges::find_if_not(bytes, fits);
  return found == bytes.end() ? bytes.npos : static_cast<std::size_t>(found - bytes.begin());
}

BankText to_bank_text(std::string_view utf8, Payee payee) {
  Pieces pieces;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t source = at;
    add_half_width(base::next_code_point(utf8, at), source, pieces);
  }
  if (payee == Payee::organisation) abbreviate(pieces);
  BankText made;
  for (const auto& piece : pieces) {
    if (is_ours(piece.point)) {
      base::append_utf8(made.text, piece.point);
    } else {
      made.lost.push_back(piece.source);
    }
  }
  return made;
}

}  // namespace kenpo::format::transfer
