#include "safeguard/notice_life_act.h"

#include <algorithm>

#include "base/utf8.h"
#include "notice/notice_page.h"
#include "notice/notice_pdf.h"
#include "notice/version_file.h"
#include "notice/wording.h"
#include "safeguard/notice_life_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using base::Words;
using notice::Acting;
using notice::NoticeBook;
using notice::Permit;

Result<base::StaffId> person_of(const Acting& acting) {
  if (const auto* staff = std::get_if<base::StaffId>(&acting.actor)) return *staff;
  return base::refusal({"この操作は人だけができます。", "Only people may do this."}, {});
}

Result<> check_words(const std::string& words) {
  const auto count = base::count_code_points(words);
  const bool one_line = std::ranges::none_of(words, [](char c) { return c == '\n' || c == '\t'; });
  if (count == 0 || notice_reason_characters_limit < count || !one_line) {
    return base::refusal({"理由・説明は1行、1文字から500文字までです。",
                          "A reason is one line of 1 to 500 characters."},
                         {"入れ直してください。", "Enter it again."});
  }
  return base::Done{};
}

std::string evidence_path(const NoticeOffice& office, std::uint32_t version) {
  constexpr std::uint32_t four_digits = 10'000;
  return office.directory + "/" + std::to_string(four_digits + version).substr(1) + ".evidence";
}

/// The page or paper as it goes out at this moment.
Result<std::string> rendered(const notice::NoticeVersion& version, notice::PublicationMeans means,
                             base::Moment now) {
  const notice::NoticeFacts facts{.version = version.number,
                                  .in_force_from = version.in_force_from,
                                  .published_at = now,
                                  .checkpoint = {},
                                  .pdf_address = {},
                                  .json_ld_address = {}};
  if (means == notice::PublicationMeans::page) {
    return notice::render_notice_page(version.document, facts).html;
  }
  return KENPO_TRY(notice::render_notice_pdf(version.document, facts, now)).pdf;
}

const FindingAnswer* answer_to(const std::vector<FindingAnswer>& answers, std::string_view id) {
  const auto at = std::ranges::find(answers, id, &FindingAnswer::finding);
  return at == answers.end() ? nullptr : &*at;
}

const notice::NoticeVersion* version_to_lint(const NoticeBook& book, base::Moment now) {
  const auto* current = book.current(now);
  if (current != nullptr) return current;
  return book.history().empty() ? nullptr : &book.history().back();
}

base::Fault no_version() {
  return base::refusal({"その版はありません。", "There is no such version."},
                       {"版の一覧で確かめてください。", "Look at the list of versions."});
}

}  // namespace

// 個人情報保護法21条3項: a change is notified or published.
Result<> publish_notice(const NoticeOffice& office, const Acting& acting, std::uint32_t version,
                        notice::PublicationMeans means, const std::string& place) {
  const auto who = KENPO_TRY(person_of(acting));
  const auto work = [&](const Permit<notice_publication_record>&) -> Result<> {
    KENPO_TRY(check_words(place));
    auto book = KENPO_TRY(NoticeBook::open(office.directory));
    const auto* wanted = book.version(version);
    if (wanted == nullptr) return no_version();
    if (wanted->publication) {
      return base::refusal({"この版の公表はもう記録されています。", "It is on record already."},
                           {});
    }
    const auto now = office.gate.clock().now();
    const auto page = KENPO_TRY(rendered(*wanted, means, now));
    KENPO_TRY(notice::write_notice_file(evidence_path(office, version), page));
    return book.publish(version, {.means = means,
                                  .published_at = now,
                                  .place = place,
                                  .page_sha256 = notice::fingerprint(page),
                                  .recorded_by = std::string(who.text())});
  };
  KENPO_TRY(office.gate.perform<notice_publication_record>(acting, work));
  return office.refresh();
}

Result<> record_told(const NoticeOffice& office, const Acting& acting, NoticeTold told) {
  told.recorded_by = KENPO_TRY(person_of(acting));
  return office.gate.perform<notice_told_record>(
      acting, [&](const Permit<notice_told_record>& permit) -> Result<> {
        KENPO_TRY(check_words(told.to));
        KENPO_TRY(check_words(told.evidence));
        const auto book = KENPO_TRY(NoticeBook::open(office.directory));
        const auto* version = book.version(told.version);
        if (version == nullptr) return no_version();
        told.recorded_at = office.gate.clock().now();
        if (told.told_on < version->adopted_at.day() || told.recorded_at.day() < told.told_on) {
          return base::refusal({"周知した日が、採択より前か、きょうより後です。",
                                "The day is before the adoption or after today."},
                               {"日付を確かめてください。", "Check the day."});
        }
        auto transaction = KENPO_TRY(office.database.write());
        KENPO_TRY(insert(transaction, NoticeLifeBasis(permit), told));
        return transaction.commit(permit.recorder());
      });
}

Result<> answer_finding(const NoticeOffice& office, const Acting& acting, FindingAnswer answer) {
  answer.answered_by = KENPO_TRY(person_of(acting));
  return office.gate.perform<notice_finding_answer>(
      acting, [&](const Permit<notice_finding_answer>& permit) -> Result<> {
        KENPO_TRY(check_words(answer.reason));
        answer.answered_at = office.gate.clock().now();
        const auto today = answer.answered_at.day();
        const bool mends = answer.disposition == Disposition::to_mend;
        if (mends != answer.mend_by.has_value() || (mends && *answer.mend_by < today)) {
          return base::refusal({"直す期限は、「直す」のときだけ、きょう以後の日で入れます。",
                                "The day to mend by goes with mending, and is not past."},
                               {"回答と期限を確かめてください。", "Check answer and day."});
        }
        const auto book = KENPO_TRY(NoticeBook::open(office.directory));
        const auto* version = version_to_lint(book, answer.answered_at);
        if (version == nullptr) return no_version();
        const auto findings = notice::lint(version->document);
        const bool known = std::ranges::any_of(
            findings, [&](const notice::Finding& each) { return each.id == answer.finding; });
        if (!known)
          return base::refusal({"その所見はありません。", "There is no such finding."}, {});
        answer.notice_sha256 = notice::hexadecimal(version->document.sha256);
        auto transaction = KENPO_TRY(office.database.write());
        KENPO_TRY(put(transaction, NoticeLifeBasis(permit), answer));
        return transaction.commit(permit.recorder());
      });
}

Result<NoticeLife> show_notice_life(const NoticeOffice& office, const Acting& acting,
                                    std::uint32_t version) {
  return office.gate.perform<notice_life_show>(
      acting, [&](const Permit<notice_life_show>& permit) -> Result<NoticeLife> {
        const auto view = KENPO_TRY(office.database.read());
        auto book = KENPO_TRY(NoticeBook::open(office.directory));
        auto told = KENPO_TRY(told_of(view, NoticeLifeBasis(permit), version));
        return NoticeLife{std::move(book), std::move(told)};
      });
}

Result<FindingsView> show_findings(const NoticeOffice& office, const Acting& acting) {
  return office.gate.perform<notice_life_show>(
      acting, [&](const Permit<notice_life_show>& permit) -> Result<FindingsView> {
        const auto view = KENPO_TRY(office.database.read());
        const auto book = KENPO_TRY(NoticeBook::open(office.directory));
        const auto* version = version_to_lint(book, office.gate.clock().now());
        if (version == nullptr) return no_version();
        FindingsView found{version->number, notice::hexadecimal(version->document.sha256), {}};
        const auto answers =
            KENPO_TRY(answers_about(view, NoticeLifeBasis(permit), found.notice_sha256));
        for (const auto& finding : notice::lint(version->document)) {
          const auto* answer = answer_to(answers, finding.id);
          found.findings.push_back({finding, answer ? std::optional(*answer) : std::nullopt});
        }
        return found;
      });
}

}  // namespace kenpo::safeguard
