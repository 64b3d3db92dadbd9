#include "request/package_content.h"

#include <algorithm>

#include "base/cp932.h"
#include "base/utf8.h"
#include "base/yen.h"
#include "notice/coverage.h"
#include "notice/wording.h"
#include "request/column_words.h"

namespace kenpo::request {

namespace {

bool is_printable(std::string_view text) {
  return std::ranges::none_of(text, [](char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte < 0x20 && letter != '\n' && letter != '\r' && letter != '\t' && byte != 0x1A;
  });
}

/// Bytes as text when they are text (claims are CP932), else in hexadecimal.
std::string text_of_bytes(const std::string& bytes) {
  if (is_printable(bytes)) {
    if (base::is_utf8(bytes)) return bytes;
    auto decoded = base::decode_cp932(bytes);
    if (decoded.bad.empty()) return std::move(decoded.text);
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "hex:";
  for (const char letter : bytes) {
    const auto byte = static_cast<unsigned char>(letter);
    text += digits[byte / 16];
    text += digits[byte % 16];
  }
  return text;
}

std::string category_words(const store::Table& table) {
  return std::string(table.category ? notice::wording(*table.category)
                                    : notice::article(table.statute));
}

}  // namespace

std::int64_t PackageContent::rows() const {
  std::int64_t sum = 0;
  for (const auto& table : tables) sum += static_cast<std::int64_t>(table.rows.size());
  return sum;
}

std::string Shower::alias(const std::string& id) {
  auto at = std::ranges::find(aliases_, id);
  if (at == aliases_.end()) at = aliases_.insert(aliases_.end(), id);
  return "記号" + std::to_string(at - aliases_.begin() + 1);
}

std::string Shower::text_of(const store::HeldValue& value) {
  const auto& raw = value.raw;
  if (raw.type == store::Raw::Type::null) return {};
  switch (value.column->kind) {
    case store::Kind::integer:
      return coded_words(value.column->name, raw.number);
    case store::Kind::text:
      return raw.text;
    case store::Kind::date:
      return base::Date::of_serial(static_cast<std::int32_t>(raw.number)).iso();
    case store::Kind::month:
      return base::Month::of_index(static_cast<std::int32_t>(raw.number)).iso();
    case store::Kind::moment:
      return base::Moment{raw.number}.short_text();
    case store::Kind::yen:
      return base::Yen(raw.number).grouped() + "円";
    case store::Kind::rate:
      return std::to_string(raw.number) + "(百万分率)";
    case store::Kind::id:
      return alias(raw.text);
    case store::Kind::blob:
      return text_of_bytes(raw.text);
    case store::Kind::blind:
      break;
  }
  return {};
}

const Redaction* Shower::redaction(const std::string& table, std::int64_t row,
                                   const std::string& column) const {
  const auto at = std::ranges::find_if(redactions_, [&](const Redaction& each) {
    return each.table == table && each.row == row && (each.column.empty() || each.column == column);
  });
  return at == redactions_.end() ? nullptr : &*at;
}

ShownTable Shower::shown(const store::Table& table, const std::vector<store::HeldRow>& rows) {
  ShownTable shown{std::string(table.name), std::string(table.japanese), category_words(table), {}};
  for (const auto& held : rows) {
    ShownRow row{.row = held.row.number};
    if (table.timed == store::Timed::yes) {
      row.valid_from = held.times.valid_from.iso();
      if (held.times.valid_to != store::no_end) row.valid_to = held.times.valid_to.iso();
      row.decided_at = held.times.decided_at.short_text();
      if (held.times.withdrawn_at != store::not_withdrawn) {
        row.withdrawn_at = held.times.withdrawn_at.short_text();
      }
    }
    for (const auto& value : held.values) {
      if (value.column->kind == store::Kind::blind) continue;
      ShownValue made{.column = std::string(value.column->name),
                      .label = std::string(column_words(value.column->name))};
      if (const auto* redacted = redaction(shown.name, row.row, made.column)) {
        made.redacted = *redacted;
      } else {
        made.text = text_of(value);
      }
      row.values.push_back(std::move(made));
    }
    shown.rows.push_back(std::move(row));
  }
  return shown;
}

std::string_view withheld_reason(const store::Table& table) {
  if (table.name == "credential") {
    return "サインインの秘密の情報は、業務の適正な実施に著しい支障を及ぼすおそれがあるため"
           "開示しません(個人情報保護法33条2項2号)。";
  }
  if (table.name == "request_package") {
    return "開示資料のパスワードは、資料を守るためのものであるため開示しません"
           "(個人情報保護法33条2項2号)。資料を渡した日時は手続の記録にあります。";
  }
  return {};
}

}  // namespace kenpo::request
