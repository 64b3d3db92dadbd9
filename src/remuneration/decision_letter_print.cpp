#include "remuneration/decision_letter_print.h"

#include <string>

#include "base/era.h"
#include "law/book.h"

namespace kenpo::remuneration {

namespace {

using print::Align;

std::string letter_yen(base::Yen amount) {
  return amount == base::Yen() ? "－" : amount.grouped() + "円";
}

std::string letter_day(base::Date day) { return base::era_long(day).value_or(day.iso()); }

print::Table people_table(const DecisionLetter& letter) {
  const bool bonus = letter.kind == LetterKind::bonus;
  print::Table table;
  table.columns = {{2, Align::left},  {5, Align::left},  {4, Align::left},
                   {3, Align::right}, {3, Align::right}, {2, Align::right}};
  table.head = {
      "番号", "氏名", "決定", bonus ? "賞与の合計" : "従前", bonus ? "標準賞与額" : "決定額",
      "等級"};
  for (const auto& line : letter.lines) {
    table.rows.push_back({{line.number, line.name.empty() ? "(消去済み)" : line.name,
                           line.decision.ja.text(), letter_yen(line.before), letter_yen(line.after),
                           line.grade == 0 ? "－" : std::to_string(line.grade)}});
  }
  return table;
}

std::string lead_words(const DecisionLetter& letter) {
  const auto month = base::era_month(letter.month);
  if (letter.kind == LetterKind::bonus) {
    return month + "に支払われた賞与について、標準賞与額を次のとおり決定しました(" +
           article(letter.kind).text() + ")。";
  }
  return month + "から適用する標準報酬月額を次のとおり決定しました(" + article(letter.kind).text() +
         ")。";
}

}  // namespace

// 健康保険法49条1項・2項
base::Result<print::Printed> print_decision_letter(const DecisionLetter& letter,
                                                   const LetterSender& sender,
                                                   base::Moment shown_at) {
  const auto at = letter.issued ? letter.issued->issued_at : shown_at;
  const auto title = wording(letter.kind).ja.text();
  const auto& place = letter.establishment;
  print::Sheet sheet({.title = title, .sender = sender, .made_at = at});
  const auto number =
      letter.issued ? "通知書番号 " + std::to_string(letter.issued->number) : "(発行前の確認用)";
  sheet.footer(sender.society + "　" + title + "　" + number);
  sheet.address_block({place.postal_code.empty() ? "" : "〒" + place.postal_code, place.address,
                       place.name + "　御中"});
  sheet.paragraph(number, Align::right);
  sheet.paragraph(letter_day(at.day()), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title(title);
  sheet.paragraph(lead_words(letter));
  sheet.paragraph(
      "事業主は、この通知の内容を、載っている被保険者に知らせてください"
      "(健康保険法49条2項)。");
  sheet.facts({{"事業所記号", place.symbol},
               {"対象の月", base::era_month(letter.month)},
               {"人数", std::to_string(letter.lines.size()) + "人"}});
  sheet.table(people_table(letter));
  const auto term = KENPO_TRY(law::Book::carried().count("remuneration.appeal.term", at.day()));
  sheet.note("この決定に不服があるときは、決定を知った日の翌日から起算して" +
             std::to_string(term.value) +
             "か月以内に、社会保険審査官に審査請求をすることができます(健康保険法189条、"
             "社会保険審査官及び社会保険審査会法4条)。");
  return sheet.finish();
}

}  // namespace kenpo::remuneration
