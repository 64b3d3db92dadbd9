#include "format/transfer/bank_text.h"

#include <algorithm>
#include <array>

#include "base/kana.h"
#include "base/utf8.h"
#include "base/width.h"

namespace kenpo::format::transfer {

namespace {

/// A character and the byte of the input from which it came.
struct Piece {
  char32_t point;
  std::size_t source;
};
using Pieces = std::vector<Piece>;

constexpr char32_t half_voiced = U'\uFF9F';  // ﾟ

// Long sounds, hyphens, dashes and minus signs.
constexpr std::u32string_view dashes = U"-ーｰ－‐‑–—―−";

void add_half_width(char32_t point, std::size_t source, Pieces& pieces) {
  std::string text;
  base::append_utf8(text, dashes.find(point) != dashes.npos ? U'-' : point);
  const auto half =
      base::half_width_kana(base::large_kana(base::katakana(base::narrow(text))));
  for (std::size_t at = 0; at < half.size();) {
    auto made = base::next_code_point(half, at);
    if (made >= U'a' && made <= U'z') made -= U'a' - U'A';
    pieces.push_back({made, source});
  }
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
