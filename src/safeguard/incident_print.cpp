#include "safeguard/incident_print.h"

#include "base/era.h"
#include "base/yen.h"

namespace kenpo::safeguard {

namespace {

std::string incident_day(base::Date day) { return base::era_long(day).value_or(day.iso()); }

std::string persons_words(const Incident& incident) {
  return base::Yen(incident.facts.persons).grouped() + "人";
}

void put_letter(print::Sheet& sheet, const Incident& incident, const LetterTo& to,
                const PaperSender& sender, base::Moment at) {
  auto lines = to.address;
  lines.push_back(to.name + "　様");
  sheet.address_block(lines);
  sheet.paragraph(incident_day(at.day()), print::Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, print::Align::right);
  sheet.title("個人情報の漏えい等についてのお知らせ");
  sheet.paragraph("次のとおり、あなたの個人情報について" + wording(incident.facts.event).ja.text() +
                  "又はそのおそれがありましたので、個人情報の保護に関する法律26条2項により"
                  "お知らせします。");
  // 施行規則10条: the outline, the data, the cause, secondary damage, and what else matters.
  for (const std::size_t item : {0U, 1U, 3U, 4U, 8U}) {
    if (incident.items[item].empty()) continue;
    sheet.heading(report_item(item));
    sheet.paragraph(incident.items[item]);
  }
}

}  // namespace

base::Result<print::Printed> print_incident_report(const Incident& incident, ReportStage stage,
                                                   const PaperSender& sender, base::Moment at) {
  const std::string name = stage == ReportStage::preliminary ? "速報" : "確報";
  const auto title = "個人データの漏えい等の報告（" + name + "）";
  print::Sheet sheet({.title = title, .sender = sender, .made_at = at});
  sheet.footer(sender.society + "　" + title);
  sheet.title(title);
  sheet.paragraph(
      "個人情報の保護に関する法律26条1項により報告する事項です。"
      "個人情報保護委員会の報告フォームに写して提出します。");
  sheet.facts({{"報告者", sender.society + "　理事長　" + sender.representative},
               {"作成日", incident_day(at.day())},
               {"事態", wording(incident.facts.event).ja.text() + "又はそのおそれ"},
               {"知った日", incident_day(incident.known_on)},
               {"該当する事態", classes_words(incident.classes)},
               {"本人の数", persons_words(incident)}});
  if (incident.dates) {
    sheet.facts({{"速報の期限", incident_day(incident.dates->preliminary_by)},
                 {"確報の期限", incident_day(incident.dates->final_by)}});
  }
  for (std::size_t item = 0; item < report_items_count; ++item) {
    sheet.heading(std::to_string(item + 1) + "　" + std::string(report_item(item)));
    sheet.paragraph(incident.items[item].empty() ? "調査中" : incident.items[item]);
  }
  return sheet.finish();
}

base::Result<print::Printed> print_incident_letters(const Incident& incident,
                                                    const std::vector<LetterTo>& letters,
                                                    const PaperSender& sender, base::Moment at) {
  print::Sheet sheet(
      {.title = "個人情報の漏えい等についてのお知らせ", .sender = sender, .made_at = at});
  sheet.footer(sender.society);
  bool first = true;
  for (const auto& to : letters) {
    if (!first) sheet.next_letter();
    first = false;
    put_letter(sheet, incident, to, sender, at);
  }
  return sheet.finish();
}

}  // namespace kenpo::safeguard
