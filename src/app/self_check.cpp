#include "app/self_check.h"

#include <algorithm>
#include <array>

#include "app/self_check_parts.h"
#include "base/hash.h"
#include "notice/audit_log_signer.h"

namespace kenpo::app {

namespace {

using base::Plain;
using base::Result;
using base::Words;

constexpr std::string_view signature_line = "-----\n";
constexpr std::string_view note_head = "kenpo self-check report\n";

const std::array<Words, properties_count>& titles() {
  static const std::array<Words, properties_count> names = {{
      {"唯一の源", "one source"},
      {"全部の升の一致", "exhaustive matrix"},
      {"翻訳時の拒否", "refusal when compiled"},
      {"必ず許可を通る", "complete mediation"},
      {"目的は操作に結び付く", "purpose is bound to the operation"},
      {"範囲と最小限", "scope and minimisation"},
      {"取下げは直ちに", "withdrawal at once"},
      {"さかのぼって広げない", "no retroactive widening"},
      {"公表してから使う", "publication before use"},
      {"法令の例外を明示", "statutory exceptions are explicit"},
      {"拒否も答え", "refusals are answers"},
      {"別の判定器との一致", "agreement with an independent evaluator"},
      {"記録が残ってから答える", "no result without a durable leaf"},
      {"記録の中身", "leaf content"},
      {"外からの検証", "offline verification"},
      {"切詰め・巻戻しの検出", "truncation and rollback are detected"},
      {"前方安全性", "forward security"},
      {"記録に個人情報なし", "no personal data in the log"},
      {"本人への完全な履歴", "completeness for the person"},
      {"開示は完全で他人を含まない", "disclosure is complete and clean"},
      {"期限", "deadlines"},
      {"停止は直ちに", "stop is immediate"},
      {"消去は控えにも届く", "erasure reaches backups"},
      {"保存期間は計算する", "retention is computed"},
      {"第三者提供の台帳", "third-party ledger"},
      {"漏えい等の期限", "breach clock"},
      {"個人番号の隔離", "isolation of the individual number"},
      {"分析の関門", "analysis gate"},
      {"人の関門", "people gate"},
      {"保存時に読めない", "at-rest opacity"},
      {"費用", "cost"},
      {"自己点検", "self-check report"},
  }};
  return names;
}

PropertyFinding finding(int number, Standing standing, Words facts) {
  return {.number = number,
          .title = titles().at(static_cast<std::size_t>(number) - 1),
          .standing = standing,
          .facts = std::move(facts)};
}

base::Fault report_fault(Words why) {
  return {.what = {"この報告は確かめられません。", "The report does not verify."},
          .why = std::move(why),
          .mend = {"報告を出し直してください。", "Make the report again."},
          .place = {}};
}

std::string note_text(std::string_view body) {
  return std::string(note_head) + "sha256 " + base::sha256_hex(body) + "\n";
}

Result<notice::Signer> log_signer(const std::string& directory) {
  const auto society = KENPO_TRY(read_society_file(directory));
  return notice::Signer::open(directory + "/keys/log", society.log_origin);
}

}  // namespace

PropertyFinding held(int number, Words facts) {
  return finding(number, Standing::held, std::move(facts));
}
PropertyFinding broken(int number, Words facts) {
  return finding(number, Standing::broken, std::move(facts));
}
PropertyFinding by_tests(int number, Plain names, Words why) {
  return finding(number, Standing::by_tests,
                 {"データフォルダからは見えません。" + why.ja + "試験：" + names,
                  "A data directory does not show it. " + why.en + " tests: " + names});
}
PropertyFinding not_applicable(int number, Words facts) {
  return finding(number, Standing::not_applicable, std::move(facts));
}

Words words_of(const base::Faults& faults) {
  const auto& first = faults.front();
  return {first.what.ja + first.why.ja, first.what.en + " " + first.why.en};
}

Words wording(Standing standing) {
  switch (standing) {
    case Standing::held:
      return {"守られている", "held"};
    case Standing::broken:
      return {"破れている", "broken"};
    case Standing::by_tests:
      return {"試験だけで証明", "proven by the tests only"};
    case Standing::not_applicable:
      return {"対象がない", "not applicable"};
  }
  return {};
}

std::string_view identifier(Standing standing) {
  constexpr std::array<std::string_view, 4> names = {"held", "broken", "by_tests",
                                                     "not_applicable"};
  return names.at(static_cast<std::size_t>(standing));
}

std::int64_t SelfCheckReport::count(Standing standing) const {
  return std::ranges::count(findings, standing, &PropertyFinding::standing);
}

SelfCheckReport self_check(const std::string& directory, const base::Clock& clock) {
  auto parts = open_parts(directory, clock);
  SelfCheckReport report{.made_at = parts.now, .insurer = {}, .findings = {}};
  if (parts.society.ok()) report.insurer = parts.society->insurer.text();
  for (auto& each : {check_notice_and_gate(parts), check_log(parts), check_store(parts)}) {
    report.findings.insert(report.findings.end(), each.begin(), each.end());
  }
  std::ranges::sort(report.findings, {}, &PropertyFinding::number);
  KENPO_REQUIRE(report.findings.size() == properties_count);
  // 32: this report; it is worth what the others are.
  return report;
}

std::string report_text(const SelfCheckReport& report, base::Language language) {
  const Words head = {"kenpo 自己点検報告", "kenpo self-check report"};
  std::string text =
      base::in(language, head).text() + "\n" + report.made_at.iso() + "\n" + report.insurer + "\n";
  for (const auto& each : report.findings) {
    text += std::to_string(each.number) + "\t" + base::in(language, wording(each.standing)).text() +
            "\t" + base::in(language, each.title).text() + "\t" +
            base::in(language, each.facts).text() + "\n";
  }
  return text;
}

Result<std::string> sign_report(const std::string& directory, const std::string& text) {
  const auto signer = KENPO_TRY(log_signer(directory));
  return text + std::string(signature_line) + signer.sign(note_text(text));
}

Result<std::string> verify_report(const std::string& directory, std::string_view bytes) {
  const auto signer = KENPO_TRY(log_signer(directory));
  const auto at = bytes.rfind("\n" + std::string(signature_line));
  if (at == std::string_view::npos) {
    return report_fault({"署名がありません。", "It is not signed."});
  }
  const auto body = bytes.substr(0, at + 1);
  const auto note = bytes.substr(at + 1 + signature_line.size());
  for (const auto& key : signer.public_keys()) {
    const auto signed_text = key.open(note);
    if (!signed_text) continue;
    if (*signed_text == note_text(body)) return std::string(body);
    return report_fault(
        {"署名の後で中身が変えられています。", "It was changed after it was signed."});
  }
  return report_fault({"この組合の監査記録の鍵による署名ではありません。",
                       "No key of this society's audit log has signed it."});
}

}  // namespace kenpo::app
