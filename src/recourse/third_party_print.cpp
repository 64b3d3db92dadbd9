#include "recourse/third_party_print.h"

#include "base/era.h"

namespace kenpo::recourse {

namespace of_third_party_papers {

using print::Align;
using print::RowStyle;

std::string day_words(base::Date day) { return base::era_long(day).value_or(day.iso()); }

/// A form: what is asked on the left, room to write on the right.
print::Table form_of(std::initializer_list<const char*> questions) {
  print::Table table;
  table.columns = {{4, Align::left}, {7, Align::left}};
  for (const auto* question : questions) {
    table.rows.push_back({{question, "\n"}, RowStyle::plain});
  }
  return table;
}

void head(print::Sheet& sheet, const ThirdPartyLetter& letter, const review::LetterSender& sender,
          base::Moment made_at, const char* title) {
  auto lines = letter.address;
  lines.push_back(letter.name + "　様");
  sheet.address_block(lines);
  sheet.paragraph(day_words(made_at.day()), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title(title);
}

void treatment(print::Sheet& sheet, const ThirdPartyLetter& letter) {
  sheet.facts({{"受診した人", letter.name},
               {"診療の月", base::era_month(letter.view.claim.treated_in)},
               {"医療機関", letter.view.claim.institution_name}});
}

void addressed(print::Sheet& sheet, const char* title, const review::LetterSender& sender) {
  sheet.new_page();
  sheet.title(title);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative + "　殿");
}

// 健康保険法施行規則65条: the fact, the third party (or that they are not known), the damage.
void notification(print::Sheet& sheet, const review::LetterSender& sender) {
  addressed(sheet, "第三者行為による傷病届", sender);
  sheet.table(
      form_of({"記号・番号", "被害者の氏名・生年月日", "住所・電話", "事故の日時", "事故の場所",
               "そのときの状況（仕事中・通勤中・私用など）",
               "相手の氏名・住所・電話（分からないときは、その旨）", "相手の勤務先",
               "相手の自賠責保険（会社・証明書番号）", "相手の任意保険（会社・担当・電話）",
               "警察への届出（有・無、警察署）", "過失の割合（本人の考え）",
               "示談（まだ・交渉中・成立、その日）", "けがの程度・受診した医療機関と期間"}));
}

void report(print::Sheet& sheet, const review::LetterSender& sender) {
  addressed(sheet, "事故発生状況報告書", sender);
  sheet.table(form_of({"天候・見通し・道路の状況", "信号・標識", "速度（自分・相手）",
                       "事故のときの様子", "図（道路、位置、進んだ方向）\n\n\n\n\n\n"}));
}

void pledge(print::Sheet& sheet, const review::LetterSender& sender) {
  addressed(sheet, "念書", sender);
  sheet.paragraph(
      "この事故について貴組合から保険給付を受けたときは、給付の額の限度で、相手に対する"
      "損害賠償の請求権を貴組合が取得することを承知しました（健康保険法57条1項）。");
  sheet.paragraph(
      "相手と示談をするときは、前もって貴組合に知らせます。相手から賠償を受けたときは、"
      "すぐに知らせます。");
  sheet.table(form_of({"日付", "住所", "氏名（本人が書きます）"}));
}

void consent(print::Sheet& sheet, const review::LetterSender& sender) {
  addressed(sheet, "同意書", sender);
  sheet.paragraph(
      "貴組合が、この事故による損害賠償を請求するために、診療報酬明細書の写しなどを相手と"
      "その保険会社に示すこと、保険会社・医療機関・警察に事故とけがの状況を照会することに"
      "同意します。");
  sheet.table(form_of({"日付", "住所", "氏名（本人が書きます）"}));
}

void undertaking(print::Sheet& sheet, const review::LetterSender& sender) {
  addressed(sheet, "誓約書（相手の方が書きます）", sender);
  sheet.paragraph(
      "この事故について貴組合が負担した保険給付の額を、過失の割合に応じて支払うことを"
      "誓約します。");
  sheet.table(form_of({"日付", "住所・電話", "氏名", "保証人の住所・氏名",
                       "書けないときは、その理由（被害者が書きます）"}));
}

}  // namespace of_third_party_papers

using namespace of_third_party_papers;

// 健康保険法57条, 健康保険法施行規則65条
base::Result<print::Printed> print_third_party_papers(const ThirdPartyLetter& letter,
                                                      const review::LetterSender& sender,
                                                      base::Moment made_at) {
  print::Sheet sheet(
      {.title = "第三者行為の届出のお願い", .sender = sender, .made_at = made_at});
  sheet.footer(sender.society + "　第三者行為の届出");
  head(sheet, letter, sender, made_at, "第三者行為の届出のお願い");
  sheet.paragraph(
      "下の受診は、第三者の行為によるけがと伺いました。第三者の行為によるけがで健康保険を"
      "使うときは、届出が要ります（健康保険法施行規則65条）。同封の書類を書いてお送りください。");
  treatment(sheet, letter);
  sheet.heading("お送りいただく書類");
  print::Table table;
  table.columns = {{6, Align::left}, {4, Align::left}};
  for (std::size_t at = 1; at <= papers_count; ++at) {
    const auto paper = static_cast<Paper>(at);
    table.rows.push_back(
        {{wording(paper).ja.text(), is_needed(paper) ? "必ず" : "あるとき"}, RowStyle::plain});
  }
  sheet.table(table);
  sheet.note(
      "交通事故証明書は、自動車安全運転センターで交付を受けてください。示談は、当組合に連絡する"
      "前にしないでください。");
  sheet.desk();
  notification(sheet, sender);
  report(sheet, sender);
  pledge(sheet, sender);
  consent(sheet, sender);
  undertaking(sheet, sender);
  return sheet.finish();
}

base::Result<print::Printed> print_third_party_reminder(const ThirdPartyLetter& letter,
                                                        const review::LetterSender& sender,
                                                        base::Moment made_at) {
  const auto missing = letter.view.of.missing();
  if (missing.empty()) {
    return base::refusal({"足りない書類がありません。", "No paper is missing."},
                         {"督促は要りません。", "No reminder is needed."});
  }
  print::Sheet sheet(
      {.title = "第三者行為の届出について", .sender = sender, .made_at = made_at});
  sheet.footer(sender.society + "　第三者行為の届出");
  head(sheet, letter, sender, made_at, "第三者行為の届出について（再度のお願い）");
  sheet.paragraph(
      "先にお願いした書類のうち、次のものがまだ届いていません。お送りください。"
      "行き違いのときは、ご容赦ください。");
  treatment(sheet, letter);
  print::Table table;
  table.columns = {{1, Align::left}};
  table.head = {"届いていない書類"};
  for (const auto paper : missing) {
    table.rows.push_back({{wording(paper).ja.text()}, RowStyle::plain});
  }
  sheet.table(table);
  return sheet.finish();
}

}  // namespace kenpo::recourse
