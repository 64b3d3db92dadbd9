#include "format/claim/row.h"

#include <algorithm>
#include <charconv>

#include "base/cp932.h"
#include "base/require.h"

namespace kenpo::format::claim {

namespace {

void append_number(std::string& out, std::int64_t number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

bool is_ascii(std::string_view text) {
  for (char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

void note(base::Faults& faults, const RecordRule& rule, std::size_t seq, base::Words what,
          base::Words mend) {
  if (faults.size() >= base::faults_limit) return;
  base::Fault fault{std::move(what), {}, std::move(mend), {}};
  fault.place.field = base::Plain::name(rule.row->id) + " " + field_name(rule, seq);
  faults.push_back(std::move(fault));
}

}  // namespace

void Row::reset(Record record) {
  for (std::size_t at = 0; at < used_; ++at) fields_[at].clear();
  used_ = 0;
  record_ = record;
}

void Row::set(std::size_t seq, std::string_view utf8) {
  KENPO_REQUIRE(seq >= 2 && seq <= rule().fields_count);
  fields_[seq - 1] = utf8;
  used_ = std::max(used_, seq);
}

void Row::set_number(std::size_t seq, std::int64_t number) {
  KENPO_REQUIRE(seq >= 2 && seq <= rule().fields_count);
  fields_[seq - 1].clear();
  append_number(fields_[seq - 1], number);
  used_ = std::max(used_, seq);
}

base::Plain Row::field_name(std::size_t seq) const {
  return base::Plain::name(rule().row->id) + " " + claim::field_name(rule(), seq);
}

void Row::append_to(std::string& out, const Prefix* prefix, base::Faults& faults) const {
  const RecordRule& layout = rule();
  KENPO_REQUIRE(layout.row != nullptr);
  if (prefix != nullptr) {
    for (const std::int64_t column :
         {std::int64_t{prefix->data_kind}, std::int64_t{prefix->row},
          std::int64_t{prefix->branch}}) {
      append_number(out, column);
      out += ',';
    }
  }
  out += layout.row->id;
  for (std::size_t seq = 2; seq <= layout.fields_count; ++seq) {
    out += ',';
    const std::string& text = fields_[seq - 1];
    if (text.empty()) continue;
    const std::size_t before = out.size();
    if (is_ascii(text)) {
      out += text;
    } else {
      const base::Encoded encoded = base::encode_cp932(text);
      out += encoded.bytes;
      if (!encoded.lost.empty()) {
        note(faults, layout, seq,
             {"シフトJISで書けない文字があります。", "A character is not in Shift_JIS."},
             {"別の字を使ってください。", "Use another character."});
      }
    }
    const std::size_t limit = layout.fields[seq - 1].max_bytes;
    if (limit != 0 && out.size() - before > limit) {
      note(faults, layout, seq, {"項目が長すぎます。", "The field is too long."}, {});
    }
  }
  out += "\r\n";
}

}  // namespace kenpo::format::claim
