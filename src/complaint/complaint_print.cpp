#include "complaint/complaint_print.h"

#include "base/era.h"

namespace kenpo::complaint {

namespace {

std::string day_words(base::Date day) { return base::era_long(day).value_or(day.iso()); }
std::string cases_words(std::int64_t count) { return std::to_string(count) + "件"; }

base::Fault no_letter(base::Words why) {
  return {.what = {"回答書を作れません。", "There is no letter."},
          .why = std::move(why),
          .mend = {"回答は記録に残っています。", "The answer is on record."},
          .place = {}};
}

}  // namespace

base::Result<print::Printed> print_answer(const Complaint& complaint, const DeskSender& sender,
                                          base::Moment at) {
  const auto& [facts, text] = complaint;
  if (text.name.empty()) {
    return no_letter({"氏名のない苦情です。申出のあった方法で答えてください。",
                      "It has no name; answer the way it came."});
  }
  const bool final = facts.answered_at.has_value();
  if (!final && !facts.first_answered_at) {
    return no_letter({"まだ回答していません。", "It is not answered yet."});
  }
  const std::string title = final ? "苦情に対する回答" : "苦情の受付と今後の対応";
  print::Sheet sheet({.title = title, .sender = sender, .made_at = at});
  sheet.footer(sender.society + "　" + title);
  sheet.address_block({text.contact, text.name + "　様"});
  sheet.paragraph(day_words(at.day()), print::Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, print::Align::right);
  sheet.title(title);
  sheet.paragraph(day_words(facts.received_on) +
                  "にお申し出のあった、個人情報の取扱いに関する苦情について、次のとおりお答えします"
                  "（個人情報の保護に関する法律40条）。");
  sheet.facts({{"受付の方法", wording(facts.channel).ja.text()},
               {"お申し出の区分", wording(facts.one).ja.text()}});
  sheet.heading("お申し出の内容");
  sheet.paragraph(text.words);
  if (final) {
    sheet.heading("回答");
    sheet.paragraph(text.answer);
    sheet.heading("原因");
    sheet.paragraph(text.cause);
    sheet.heading("再発防止");
    sheet.paragraph(text.prevention);
  } else {
    sheet.heading("今後の対応");
    sheet.paragraph(text.first_answer);
    sheet.facts({{"回答の予定日", day_words(facts.dates.answer_due)}});
  }
  return sheet.finish();
}

base::Result<print::Printed> print_report(const ComplaintReport& report, const DeskSender& sender,
                                          base::Moment at) {
  const auto title = std::to_string(report.fiscal_year) + "年度　苦情処理の報告";
  print::Sheet sheet({.title = title, .sender = sender, .made_at = at});
  sheet.footer(sender.society + "　" + title);
  sheet.title(title);
  sheet.paragraph(day_words(at.day()) + "　" + sender.society, print::Align::right);
  sheet.facts({{"受け付けた苦情", cases_words(report.received)},
               {"うち完了", cases_words(report.closed)},
               {"最初の回答が期限内", cases_words(report.first_in_time)},
               {"最初の回答が期限後", cases_words(report.first_late)},
               {"氏名のないもの", cases_words(report.nameless)}});
  print::Table channels{.columns = {{3, print::Align::left}, {1, print::Align::right}},
                        .head = {"受付の方法", "件数"},
                        .rows = {}};
  for (int each = 1; each <= channels_count; ++each) {
    channels.rows.push_back(
        {{wording(static_cast<ComplaintChannel>(each)).ja.text(),
          cases_words(report.by_channel.at(static_cast<std::size_t>(each) - 1))}});
  }
  sheet.table(channels);
  print::Table classes{.columns = {{3, print::Align::left}, {1, print::Align::right}},
                       .head = {"区分", "件数"},
                       .rows = {}};
  for (int each = 1; each <= classes_count; ++each) {
    classes.rows.push_back({{wording(static_cast<ComplaintClass>(each)).ja.text(),
                             cases_words(report.by_class.at(static_cast<std::size_t>(each) - 1))}});
  }
  sheet.table(classes);
  sheet.heading("再発防止の措置");
  if (report.preventions.empty()) sheet.paragraph("なし");
  for (const auto& prevention : report.preventions) sheet.paragraph("・" + prevention);
  return sheet.finish();
}

}  // namespace kenpo::complaint
