#include "certificate/certificate_print.h"

#include <string>

#include "base/era.h"

namespace kenpo::certificate {

using base::Result;
using print::Align;
using print::Sheet;

namespace of_papers_printed {

using Labelled = std::vector<std::pair<std::string, std::string>>;

std::string era_day(base::Date day) { return base::era_long(day).value_or(day.iso()); }

std::string symbol_words(const Contents& contents) {
  constexpr int two_digits = 10;
  const auto branch = (contents.branch < two_digits ? "0" : "") + std::to_string(contents.branch);
  return contents.symbol + "・" + contents.number + "（枝番 " + branch + "）";
}

std::string share_words(int percent) { return std::to_string(percent / 10) + "割"; }

void table_of(Sheet& sheet, const Labelled& rows) {
  print::Table table;
  table.columns = {{3, Align::left}, {7, Align::left}};
  for (const auto& [label, value] : rows) table.rows.push_back({{label, value}});
  sheet.table(table);
}

Labelled person_rows(const PrintedPaper& paper) {
  const auto& contents = paper.certificate.contents;
  Labelled rows{{"記号・番号", symbol_words(contents)}, {"氏名", contents.name}};
  if (!contents.insured_name.empty()) rows.push_back({"被保険者の氏名", contents.insured_name});
  return rows;
}

void add_limit_rows(Labelled& rows, const Contents& contents) {
  if (contents.limit_class) {
    rows.push_back({"適用区分", std::string(label(*contents.limit_class))});
  }
  if (contents.disease) {
    rows.push_back({"認定疾病名", std::string(wording(*contents.disease))});
    rows.push_back({"自己負担限度額（月額）", contents.limit_amount.grouped() + "円"});
  }
}

/// What the Ordinance asks to stand on the paper, row by row.
Labelled rows_of(const PrintedPaper& paper, base::Date issued_on) {
  const auto& certificate = paper.certificate;
  const auto& contents = certificate.contents;
  auto rows = person_rows(paper);
  if (certificate.kind != Kind::notice) {
    rows.push_back({"性別", paper.sex});
    rows.push_back({"生年月日", era_day(paper.born)});
  }
  if (certificate.kind == Kind::confirmation || certificate.kind == Kind::notice) {
    rows.push_back({certificate.person == certificate.insured ? "資格取得年月日" : "認定年月日",
                    era_day(paper.acquired)});
  }
  if (contents.share_percent != 0) {
    rows.push_back({"一部負担金の割合", share_words(contents.share_percent)});
  }
  add_limit_rows(rows, contents);
  if (certificate.kind == Kind::reduction) {
    rows.push_back({"長期入院", contents.long_stay == LongStay::yes ? "該当" : "非該当"});
  }
  const bool dated = certificate.kind != Kind::notice || contents.share_percent != 0;
  if (dated && certificate.kind != Kind::confirmation) {
    rows.push_back({"発効年月日", era_day(certificate.from)});
  }
  if (certificate.until && dated) rows.push_back({"有効期限", era_day(*certificate.until)});
  rows.push_back(
      {certificate.kind == Kind::notice ? "通知年月日" : "交付年月日", era_day(issued_on)});
  return rows;
}

void draw_notes(Sheet& sheet, Kind kind) {
  if (kind == Kind::notice) {
    sheet.note("このお知らせだけでは、医療機関等で受診できません。");
    sheet.note(
        "医療機関等の機器でマイナ保険証が読み取れないときは、マイナンバーカードとこのお知らせを"
        "あわせて提示してください。");
    return;
  }
  sheet.note("医療機関等で受診するときに提示してください。有効期限を過ぎた証は使えません。");
  sheet.note(
      "資格を失ったとき、記載の内容が変わったときは、速やかに当組合に返してください"
      "（健康保険法施行規則51条）。不正に使用した者は、刑法により処罰を受けることがあります。");
}

void draw_cover(Sheet& sheet, const PrintedPaper& paper, const PaperSender& sender,
                base::Date issued_on) {
  const auto kind = std::string(wording(paper.certificate.kind));
  if (paper.address.empty()) {
    sheet.address_block(
        {"（宛先の住所が台帳にありません）", paper.certificate.contents.name + "　様"});
  } else {
    sheet.address_block(paper.address);
  }
  sheet.paragraph(era_day(issued_on), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title(kind + "の交付について");
  sheet.paragraph(kind +
                  "を交付します。次の紙をお確かめのうえ、大切に保管してください。"
                  "記載に誤りがあるときは、当組合にお知らせください。");
  sheet.facts(
      {{"交付の理由", std::string(wording(paper.certificate.cause))},
       {"用紙の番号", paper_words(paper.certificate.kind, paper.certificate.paper_number)}});
}

void draw_paper(Sheet& sheet, const PrintedPaper& paper, const PaperSender& sender,
                base::Date issued_on) {
  const auto& certificate = paper.certificate;
  sheet.title("健康保険　" + std::string(wording(certificate.kind)));
  table_of(sheet, rows_of(paper, issued_on));
  sheet.gap(4);
  table_of(sheet, {{"保険者番号", sender.insurer_number},
                   {"保険者の名称", sender.society},
                   {"保険者の所在地", sender.address + "　電話 " + sender.telephone},
                   {"用紙の番号", paper_words(certificate.kind, certificate.paper_number)}});
  draw_notes(sheet, certificate.kind);
}

}  // namespace of_papers_printed

// 健康保険法施行規則47条・52条・99条・103条の2・105条
Result<print::Printed> print_papers(const PrintJob& job, const PaperSender& sender) {
  using namespace of_papers_printed;
  const auto at = job.run.released_at.value_or(job.run.made_at);
  const auto kind = std::string(wording(job.run.kind));
  Sheet sheet({.title = kind, .sender = sender, .made_at = at});
  sheet.footer(sender.society + "　" + kind);
  bool first = true;
  for (const auto& paper : job.papers) {
    if (!first) sheet.next_letter();
    first = false;
    draw_cover(sheet, paper, sender, at.day());
    sheet.desk();
    sheet.new_page();
    draw_paper(sheet, paper, sender, at.day());
  }
  return sheet.finish();
}

// 健康保険法施行規則51条
Result<print::Printed> print_reminder(const ReminderLetter& letter, const PaperSender& sender,
                                      base::Moment now) {
  using namespace of_papers_printed;
  const auto& certificate = letter.certificate;
  const auto kind = std::string(wording(certificate.kind));
  Sheet sheet({.title = kind + "の返納のお願い", .sender = sender, .made_at = now});
  sheet.footer(sender.society + "　返納のお願い");
  sheet.address_block(letter.address.empty()
                          ? std::vector<std::string>{certificate.contents.name + "　様"}
                          : letter.address);
  sheet.paragraph(era_day(now.day()), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title(kind + "の返納のお願い");
  sheet.paragraph(
      "次の証は、資格を失ったか、記載の内容が変わったため、使えなくなりました。"
      "当組合に返してください（健康保険法施行規則51条）。行き違いで返されたときはお許しください。");
  Labelled facts{{"証", kind},
                 {"用紙の番号", paper_words(certificate.kind, certificate.paper_number)},
                 {"記号・番号", symbol_words(certificate.contents)},
                 {"氏名", certificate.contents.name}};
  if (certificate.collect_by) facts.push_back({"返納の期限", era_day(*certificate.collect_by)});
  sheet.facts(facts);
  sheet.paragraph("紛失などで返せないときは、その事情をお知らせください。");
  return sheet.finish();
}

}  // namespace kenpo::certificate
