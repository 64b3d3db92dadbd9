#include "law/decision.h"

#include "base/era.h"

namespace kenpo::law {

namespace {

using base::Language;

/// Gives every kind of fact its text.
struct Teller {
  Language language;

  std::string unit_text(Unit unit) const { return base::in(language, shown(unit)).text(); }
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(base::Yen yen) const { return yen.grouped() + unit_text(Unit::yen); }
  std::string operator()(base::Rate rate) const {
    return rate.permille() + unit_text(Unit::permille);
  }
  std::string operator()(base::Date day) const { return day.iso(); }
  std::string operator()(base::Month month) const {
    return language == Language::japanese ? base::era_month(month) : month.iso();
  }
  std::string operator()(const base::Span& span) const {
    return span.from.iso() + ".." + span.to.iso();
  }
  std::string operator()(const Count& count) const {
    return std::to_string(count.number) + unit_text(count.unit);
  }
  std::string operator()(bool yes) const {
    if (language == Language::japanese) return yes ? "はい" : "いいえ";
    return yes ? "yes" : "no";
  }
};

}  // namespace

std::string told(const Fact& fact, Language language) { return std::visit(Teller{language}, fact); }

std::string told(const Basis& line, Language language) {
  const bool japanese = language == Language::japanese;
  std::string text = base::in(language, line.step).text();
  const auto fact = told(line.fact, language);
  if (!fact.empty()) text += (japanese ? "：" : ": ") + fact;
  const auto add = [&](std::string_view source) {
    text += japanese ? "（" : " (";
    text += source;
    text += japanese ? "）" : ")";
  };
  if (!line.article.empty()) add(line.article.text());
  if (line.row != nullptr) {
    add(std::string(line.row->name) + " " + line.row->from.iso() + ".." +
        (line.row->to ? line.row->to->iso() : ""));
  }
  return text;
}

}  // namespace kenpo::law
