#include "law/print.h"

#include <vector>

namespace kenpo::law {

namespace {

using base::Language;

/// A JSON string. Law rows hold no control characters but those escaped here.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string json_row(const Row& row) {
  std::string out = "{\"name\": " + quoted(row.name);
  out += ", \"from\": " + quoted(row.from.iso());
  out += ", \"to\": " + (row.to ? quoted(row.to->iso()) : "null");
  out += ", \"value\": " + quoted(row.value);
  out += ", \"unit\": " + quoted(word_of(row.unit));
  out += ", \"basis\": " + quoted(row.basis);
  out += ", \"promulgated\": " + (row.promulgated == "-" ? "null" : quoted(row.promulgated));
  out += ", \"checked\": " + quoted(row.checked);
  out += ", \"file\": " + quoted(row.file);
  return out + ", \"line\": " + std::to_string(row.line) + "}";
}

/// Whether the value was confirmed, and what stays open, in words.
std::string told_check(const Row& row, Language language) {
  const bool japanese = language == Language::japanese;
  const auto sign = row.checked.find(": ");
  const auto first = row.checked.substr(0, sign);
  std::string out;
  if (row.is_planned()) {
    out = japanese ? "予定・施行前" : "planned, not in force";
  } else if (!row.is_checked()) {
    out = japanese ? "未確認" : "unchecked";
  } else {
    out = japanese ? std::string(first) + " 確認" : "checked " + std::string(first);
  }
  if (sign == std::string_view::npos) return out;
  const std::string open(row.checked.substr(sign + 2));
  return out + (japanese ? "（" + open + "）" : " (" + open + ")");
}

std::string text_row(const Row& row, Language language) {
  std::string out(row.name);
  out += "  " + row.from.iso() + ".." + (row.to ? row.to->iso() : "") + "  ";
  out += row.unit == Unit::yen ? base::Yen(row.number).grouped() : std::string(row.value);
  out += base::in(language, shown(row.unit)).text() + "  ";
  out += row.basis;
  out += "  ";
  out += told_check(row, language);
  return out + "\n";
}

std::vector<const Row*> all_of(const Book& book) {
  std::vector<const Row*> rows;
  for (const auto& row : book.rows()) rows.push_back(&row);
  return rows;
}

}  // namespace

std::string print(std::span<const Row* const> rows, Form form, Language language) {
  std::string out;
  if (form == Form::text) {
    for (const Row* row : rows) out += text_row(*row, language);
    return out;
  }
  for (const Row* row : rows) out += (out.empty() ? "\n  " : ",\n  ") + json_row(*row);
  return "{\"rows\": [" + out + "\n]}\n";
}

std::string print_all(const Book& book, Form form, Language language) {
  return print(all_of(book), form, language);
}

std::string print_planned(const Book& book, Form form, Language language) {
  std::vector<const Row*> rows;
  for (const auto& row : book.planned()) rows.push_back(&row);
  return print(rows, form, language);
}

std::string print_unchecked(const Book& book, Form form, Language language) {
  return print(book.unchecked(), form, language);
}

base::Result<std::string> print_on(const Book& book, std::string_view name, base::Date day,
                                   Form form, Language language) {
  const auto rows = book.rows_on(name, day);
  if (rows.empty()) {
    return base::Fault{
        {base::Plain(day) + "の値がありません。", base::Plain("There is no value on ") + day + "."},
        {"その名前の行がないか、この日の行がありません。",
         "No row has this name, or none holds on this day."},
        {"kenpo lawで名前の一覧を確かめてください。", "See the list of names: kenpo law."},
        {}};
  }
  return print(rows, form, language);
}

}  // namespace kenpo::law
