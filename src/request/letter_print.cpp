#include "request/letter_print.h"

#include <algorithm>

#include "base/hash.h"
#include "request/fault.h"
#include "request/package_print.h"

namespace kenpo::request {

namespace {

using print::Align;

const Step* newest(const CaseFile& file, std::initializer_list<Event> events) {
  const Step* found = nullptr;
  for (const auto& step : file.steps) {
    if (std::ranges::find(events, step.event) != events.end()) found = &step;
  }
  return found;
}

/// The step that the letter tells; nullptr when there is none.
const Step* step_of(Letter letter, const CaseFile& file) {
  switch (letter) {
    case Letter::receipt:
      return newest(file, {Event::arrive});
    case Letter::supplement:
      return newest(file, {Event::return_form, Event::ask_identity});
    case Letter::inquiry:
      return newest(file, {Event::ask_opinion});
    case Letter::extension:
      return newest(file, {Event::extend});
    case Letter::decision:
      return newest(file, {Event::approve, Event::refuse_unproven});
    case Letter::family:
      return file.request.asker == Asker::bereaved ? newest(file, {Event::arrive}) : nullptr;
  }
  return nullptr;
}

std::string request_words(const Case& request) {
  return std::string(wording(request.kind)) + "の請求(" + std::string(article(request.kind)) + ")";
}

std::string commitment_words(const std::string& bytes) {
  const std::vector<std::uint8_t> commitment(bytes.begin(), bytes.end());
  return commitment.empty() ? "監査記録の一括の記載による" : base::hexadecimal(commitment);
}

/// A request that came a second time: it ends in the moment in which it is taken in.
bool is_joined(const CaseFile& file) {
  return file.steps.size() > 1 && file.steps[1].event == Event::withdraw &&
         file.steps[1].at == file.steps[0].at;
}

void put_receipt(print::Sheet& sheet, const CaseFile& file, const std::optional<Clocks>& clocks) {
  sheet.paragraph("次の請求を受け付けました。");
  if (is_joined(file)) {
    sheet.facts({{"請求", request_words(file.request)},
                 {"届いた日", day_words(file.request.arrived)}});
    return sheet.paragraph(
        "同じ種類の請求を、先にいただいています。先の請求とあわせてお答えします。"
        "期限は、先の請求の期限です。");
  }
  sheet.facts({{"請求", request_words(file.request)},
               {"届いた日", day_words(file.request.arrived)},
               {"決定の予定", clocks ? day_words(clocks->decide) + "まで" : "追ってお知らせします"},
               {"手数料", "いただきません"}});
  sheet.paragraph(
      "請求が届いた日から2週間を過ぎても決定がないときは、訴えを起こすことができます"
      "(個人情報保護法39条1項)。");
}

void put_supplement(print::Sheet& sheet, const CaseFile& file, const Step& step) {
  sheet.paragraph("請求を進めるために、次のものをお願いします(個人情報保護法37条1項)。");
  sheet.facts({{"請求", request_words(file.request)},
               {"お願いすること", step.words},
               {"期限", step.due ? day_words(*step.due) : ""}});
  sheet.paragraph(
      "書類の写しを送るときは、個人番号、被保険者等記号・番号、二次元コードを読めないように"
      "塗りつぶしてください。");
}

void put_inquiry(print::Sheet& sheet, const CaseFile& file, const Step& step) {
  sheet.paragraph(
      "診療報酬明細書等の開示の請求がありました。開示すると本人の心身の状況を著しく"
      "悪くするおそれ等があるかどうか、ご意見をお聞かせください(個人情報保護法33条2項1号)。");
  sheet.facts({{"患者", file.request.name},
               {"生年月日", file.request.born ? day_words(*file.request.born) : ""},
               {"照会すること", step.words},
               {"回答の期限", step.due ? day_words(*step.due) : ""}});
  sheet.paragraph("ご回答：□ 開示して差し支えない　□ 一部に支障がある　□ 支障がある");
  sheet.paragraph("理由：");
}

void put_extension(print::Sheet& sheet, const CaseFile& file, const Step& step) {
  sheet.paragraph("次の請求について、決定までの期間を延長します。");
  sheet.facts({{"請求", request_words(file.request)},
               {"延長後の期限", step.due ? day_words(*step.due) : ""},
               {"理由", step.words}});
  sheet.paragraph(
      "請求が届いた日から2週間を過ぎているときは、延長にかかわらず、訴えを起こすことが"
      "できます(個人情報保護法39条1項)。");
}

void put_decision(print::Sheet& sheet, const CaseFile& file, const Step& step) {
  sheet.paragraph("次の請求について、決定しました。");
  sheet.facts({{"請求", request_words(file.request)},
               {"届いた日", day_words(file.request.arrived)},
               {"決定", std::string(wording(step.outcome))}});
  if (is_refusal(step.outcome)) {
    sheet.heading("請求のとおりでない部分の理由");
    if (step.ground != Ground::none) {
      sheet.facts({{"根拠", std::string(article(step.ground))},
                   {"内容", std::string(wording(step.ground))}});
    }
    sheet.paragraph(step.words);
    sheet.heading("不服があるとき");
    sheet.paragraph("1　下の個人情報の苦情窓口に申し出ることができます(個人情報保護法40条)。");
    sheet.paragraph(
        "2　この決定により請求に応じないときは、直ちに訴えを起こすことができます"
        "(個人情報保護法39条1項ただし書)。");
    sheet.paragraph("3　個人情報保護委員会の相談窓口に相談することができます。");
  } else if (!step.words.empty()) {
    sheet.paragraph(step.words);
  }
}

void put_family(print::Sheet& sheet) {
  sheet.paragraph(
      "個人情報保護法による請求は、生存する本人とその代理人だけができます(同法2条1項、"
      "37条3項)。亡くなった方の診療報酬明細書等は、この法律とは別の手続で、ご遺族の求めに"
      "応じて開示することがあります。");
  sheet.paragraph("次の書類をお持ちになり、下の窓口へお越しください。");
  sheet.paragraph("・亡くなった方との続柄が分かる戸籍");
  sheet.paragraph("・お越しになる方の本人確認の書類");
}

void put_body(print::Sheet& sheet, Letter letter, const CaseFile& file, const Step& step,
              const std::optional<Clocks>& clocks) {
  switch (letter) {
    case Letter::receipt:
      return put_receipt(sheet, file, clocks);
    case Letter::supplement:
      return put_supplement(sheet, file, step);
    case Letter::inquiry:
      return put_inquiry(sheet, file, step);
    case Letter::extension:
      return put_extension(sheet, file, step);
    case Letter::decision:
      return put_decision(sheet, file, step);
    case Letter::family:
      return put_family(sheet);
  }
}

}  // namespace

std::string_view wording(Letter letter) {
  constexpr std::array<std::string_view, letters_count> words = {
      "請求受付のお知らせ",
      "補正・本人確認のお願い",
      "診療報酬明細書等の開示に関する照会",
      "決定期間延長のお知らせ",
      "決定通知書",
      "ご遺族の方へのご案内"};
  return words.at(static_cast<std::size_t>(letter));
}

std::string_view identifier(Letter letter) {
  constexpr std::array<std::string_view, letters_count> names = {
      "receipt", "supplement", "inquiry", "extension", "decision", "family"};
  return names.at(static_cast<std::size_t>(letter));
}

std::optional<Letter> parse_letter(std::string_view name) {
  for (std::size_t at = 0; at < letters_count; ++at) {
    if (identifier(static_cast<Letter>(at)) == name) return static_cast<Letter>(at);
  }
  return std::nullopt;
}

std::vector<Letter> letters_of(const CaseFile& file) {
  std::vector<Letter> letters;
  for (std::size_t at = 0; at < letters_count; ++at) {
    const auto letter = static_cast<Letter>(at);
    if (step_of(letter, file) != nullptr) letters.push_back(letter);
  }
  return letters;
}

base::Result<print::Printed> print_letter(Letter letter, const CaseFile& file,
                                          const std::optional<Clocks>& clocks,
                                          const LetterSender& sender, base::Moment now) {
  const Step* step = step_of(letter, file);
  if (step == nullptr) {
    return refusal({"この文書はまだありません。", "There is no such letter yet."},
                   {"もとになる手続がありません。", "Its step was not taken."},
                   {"請求の画面の文書の一覧から選んでください。", "Choose it from the case."});
  }
  print::Sheet sheet(
      {.title = std::string(wording(letter)), .sender = sender, .made_at = now});
  sheet.footer(sender.society + "　" + std::string(wording(letter)));
  if (letter == Letter::inquiry) {
    sheet.address_block({"", "", "医療機関　御中"});
  } else {
    sheet.address_block(addressee(file.request));
  }
  sheet.paragraph(day_words(now.day()), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title(wording(letter));
  put_body(sheet, letter, file, *step, clocks);
  sheet.note("請求の番号：" + std::string(file.request.id.text()));
  return sheet.finish();
}

// 個人情報保護法22条, 35条
base::Result<print::Printed> print_certificate(const Certificate& certificate,
                                               const TwoNames& names, const LetterSender& sender) {
  print::Sheet sheet(
      {.title = "消去証明書", .sender = sender, .made_at = certificate.erased_at});
  sheet.footer(sender.society + "　消去証明書");
  sheet.title("消去証明書");
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.paragraph(
      "次の個人データを、復元できない方法で消去したことを証明します"
      "(個人情報保護法22条・35条)。");
  sheet.facts({{"証明書の番号", std::string(certificate.id.text())},
               {"消去した日時", certificate.erased_at.short_text()},
               {"理由", std::string(wording(certificate.cause))},
               {"人数", std::to_string(certificate.people) + "人"},
               {"消去した記録", std::to_string(certificate.rows) + "件"},
               {"破棄した鍵", std::to_string(certificate.keys) + "組"},
               {"記録の種類", certificate.tables},
               {"監査記録の中の符号", commitment_words(certificate.commitment)},
               {"起案した人", names.proposed_by},
               {"承認した人", names.approved_by}});
  sheet.note(
      "類型の記録がすべて無くなったものは、暗号の鍵も破棄しました。鍵を破棄した記録は、控えから"
      "戻しても読めません。同じ類型にほかの記録が残るものは、控えの世代を廃棄したときに、控えからも"
      "無くなります。この証明書に氏名はありません。");
  return sheet.finish();
}

}  // namespace kenpo::request
