#include "benefit/award_print.h"

#include "base/era.h"
#include "benefit/outpatient_year.h"
#include "collection/arrears_print.h"
#include "law/book.h"

namespace kenpo::benefit {

namespace of_letters {

using base::Yen;
using collection::letter_day;
using collection::letter_yen;
using print::Align;
using print::RowStyle;

print::Table amounts_table(const Amounts& amounts) {
  print::Table table;
  table.columns = {{6, Align::left}, {3, Align::right}};
  table.head = {"給付の種類", "金額"};
  const std::pair<const char*, Yen> lines[] = {
      {"高額療養費（家族高額療養費を含む）", amounts.high_cost},
      {"一部負担還元金", amounts.insured_addition},
      {"家族療養付加金", amounts.family_addition},
      {"合算高額療養費付加金", amounts.combined_addition},
      {"訪問看護療養費付加金", amounts.nursing_addition},
      {"外来年間合算の高額療養費", amounts.outpatient_year}};
  for (const auto& [name, amount] : lines) {
    if (amount != Yen()) table.rows.push_back({{name, letter_yen(amount)}});
  }
  table.rows.push_back({{"合計", letter_yen(amounts.total())}, RowStyle::total});
  return table;
}

base::Date decided_on(const Award& award) {
  for (const auto& event : award.events) {
    if (event.step == AwardStep::decided) return event.on;
  }
  return award.made_at.day();
}

}  // namespace of_letters

// 健康保険法53条・115条; 行政不服の教示は健康保険法189条・社会保険審査官及び社会保険審査会法4条
base::Result<print::Printed> print_award_letter(const AwardLetter& letter,
                                                const premium::NoticeSender& sender,
                                                base::Moment made_at) {
  using namespace of_letters;
  const auto& award = letter.award;
  const bool back = award.amounts.total() < Yen();
  const std::string title = back ? "高額療養費・付加給付の返還のお知らせ"
                                 : "高額療養費・付加給付　支給決定通知書";
  print::Sheet sheet({.title = title, .sender = sender, .made_at = made_at});
  sheet.footer(sender.society + "　" + base::era_month(award.month) +
               (award.kind == AwardKind::month ? "診療分" : "までの外来"));
  auto lines = letter.address;
  lines.push_back(letter.name + "　様");
  sheet.address_block(lines);
  sheet.paragraph(letter_day(decided_on(award)), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title(title);
  sheet.paragraph(back ? "計算の基礎になった事実が変わったため、次の額を返還していただくことに"
                         "決定しました。"
                       : "次のとおり支給することを決定したので、お知らせします。");
  const bool year = award.kind == AwardKind::outpatient_year;
  std::vector<std::pair<std::string, std::string>> facts = {
      {year ? "計算期間" : "診療月", year ? base::era_month(award.month.plus(-months_before_last)) +
                                                "から" + base::era_month(award.month) + "まで"
                                          : base::era_month(award.month) + "診療分"}};
  if (!back) {
    facts.emplace_back("請求できる期間", letter_day(letter.claimable.to) +
                                             "まで（健康保険法193条）");
  }
  sheet.facts(facts);
  sheet.table(amounts_table(award.amounts));
  if (!back) {
    sheet.paragraph("届け出られた口座があるときは、その口座に振り込みます。"
                    "ないときは、支払先の届出をお願いします。");
  }
  sheet.note("高額療養費は健康保険法115条、付加給付は同法53条と当組合の規約によります。"
             "計算の内訳は、お問い合わせにより説明します。");
  const auto term = KENPO_TRY(
      law::Book::carried().count("remuneration.appeal.term", decided_on(award)));
  sheet.note("この決定に不服があるときは、決定を知った日の翌日から起算して" +
             std::to_string(term.value) +
             "か月以内に、社会保険審査官に審査請求をすることができます（健康保険法189条、"
             "社会保険審査官及び社会保険審査会法4条）。");
  return sheet.finish();
}

}  // namespace kenpo::benefit
