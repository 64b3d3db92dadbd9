// kenpo notice show | check | coverage | diff | publish
#include <algorithm>
#include <charconv>

#include "app/command.h"
#include "app/office.h"
#include "app/operations.h"
#include "base/clock.h"
#include "base/era.h"
#include "base/mapped_file.h"
#include "base/resource.h"
#include "notice/coverage.h"
#include "notice/difference.h"
#include "notice/document.h"
#include "notice/dpv.h"
#include "notice/linter.h"
#include "notice/notice_page.h"
#include "notice/notice_pdf.h"
#include "notice/version.h"
#include "notice/wording.h"

namespace kenpo::app {

namespace {

using base::Result;
using notice::Document;
using notice::NoticeBook;

base::Moment now() { return base::SystemClock().now(); }

Result<NoticeBook> book_of(const Common& common) {
  return NoticeBook::open(common.data + "/notice");
}

/// The notice in force; without a data directory the text that the program carries.
Result<Document> current_document(const Common& common) {
  if (!common.data.empty()) {
    const auto book = KENPO_TRY(book_of(common));
    if (const auto* version = book.current(now())) return version->document;
  }
  return notice::parse_document(base::resource("notice/notice.txt"), "notice.txt");
}

/// A version number, or a file.
Result<Document> document_of(const Common& common, const std::string& what) {
  std::uint32_t number = 0;
  const auto read = std::from_chars(what.data(), what.data() + what.size(), number);
  if (read.ptr == what.data() + what.size() && read.ec == std::errc()) {
    const auto book = KENPO_TRY(book_of(common));
    if (const auto* version = book.version(number)) return version->document;
    return base::Fault{.what = {"第" + base::Plain(number) + "版はありません。",
                                "There is no version " + base::Plain(number) + "."},
                       .why = {},
                       .mend = {"版の番号を確かめてください。", "Check the number."},
                       .place = {}};
  }
  const auto file = KENPO_TRY(base::MappedFile::open(what));
  return notice::parse_document(file.bytes(), base::Plain::file(what));
}

/// What the foot of the page says of the version in force.
notice::NoticeFacts facts_of(const Common& common) {
  notice::NoticeFacts facts;
  if (common.data.empty()) return facts;
  const auto book = book_of(common);
  if (!book.ok()) return facts;
  if (const auto* version = book->current(now())) {
    facts.version = version->number;
    facts.in_force_from = version->in_force_from;
    if (version->publication) facts.published_at = version->publication->published_at;
  }
  return facts;
}

Result<std::vector<notice::Relatedness>> relatedness_of(const std::vector<std::string>& lines) {
  std::vector<notice::Relatedness> statements;
  for (const auto& line : lines) {
    const auto equals = line.find('=');
    const auto pair = notice::parse_pair(line.substr(0, equals));
    if (!pair || equals == std::string::npos) {
      return base::Fault{.what = {"--related は「類型.利用目的=理由」と書きます。",
                                  "--related is category.purpose=statement."},
                         .why = {"追加する行には、関連性の説明が要ります(個人情報保護法17条2項)。",
                                 "An added row needs its relatedness (APPI art. 17(2))."},
                         .mend = {"識別名は kenpo notice coverage にあります。",
                                  "kenpo notice coverage lists the identifiers."},
                         .place = {}};
    }
    statements.push_back({*pair, line.substr(equals + 1)});
  }
  return statements;
}

Result<std::uint32_t> publish(const Common& common, const PublishRequest& request) {
  auto book = KENPO_TRY(book_of(common));
  const auto file = KENPO_TRY(base::MappedFile::open(request.file));
  const auto moment = now();
  const auto day = base::parse_any_date(request.in_force_from);
  notice::Proposal proposal{.text = std::string(file.bytes()),
                            .adopted_at = moment,
                            .approved_by = request.approved_by,
                            .in_force_from = day ? std::max(base::start_of(*day), moment) : moment,
                            .relatedness = KENPO_TRY(relatedness_of(request.relatedness))};
  const auto number = KENPO_TRY(book.propose(proposal));
  const auto page = notice::render_notice_page(book.version(number)->document,
                                               {.version = number,
                                                .in_force_from = proposal.in_force_from,
                                                .published_at = moment,
                                                .checkpoint = {},
                                                .pdf_address = {},
                                                .json_ld_address = {}});
  KENPO_TRY(notice::shows_notice(book.version(number)->document, page.html));
  KENPO_TRY(book.publish(number, {.means = notice::PublicationMeans::page,
                                  .published_at = moment,
                                  .place = request.place,
                                  .page_sha256 = notice::fingerprint(page.html),
                                  .recorded_by = "kenpo notice publish"}));
  return number;
}

Result<std::string> shown(const Common& common, const std::string& format) {
  const auto document = KENPO_TRY(current_document(common));
  const auto facts = facts_of(common);
  if (format == "html") return notice::render_notice_page(document, facts).html;
  if (format == "pdf") {
    return KENPO_TRY(notice::render_notice_pdf(document, facts, now())).pdf;
  }
  if (format == "jsonld") {
    return notice::export_dpv(document, "https://kenpo.example/notice#", facts.version,
                              document.pairs());
  }
  return document.text;
}

}  // namespace

int run_notice_show(const Common& common, const std::string& format) {
  const auto text = shown(common, format);
  if (!text.ok()) return refuse(text.faults(), common);
  say(*text);
  return exit_done;
}

int run_notice_check(const Common& common, const std::string& file) {
  const auto document = file.empty() ? current_document(common) : document_of(common, file);
  if (!document.ok()) return refuse(document.faults(), common);
  const auto findings = notice::lint(*document);
  say(common.output == Output::json ? notice::findings_json(findings)
                                    : notice::findings_text(findings, common.language));
  return exit_done;
}

int run_notice_coverage(const Common& common) {
  const auto coverage = notice::coverage(operations());
  say(common.output == Output::json ? notice::coverage_json(coverage)
                                    : notice::coverage_text(coverage, common.language));
  return exit_done;
}

int run_notice_diff(const Common& common, const std::string& before, const std::string& after) {
  const auto old_document = document_of(common, before);
  if (!old_document.ok()) return refuse(old_document.faults(), common);
  const auto new_document = document_of(common, after);
  if (!new_document.ok()) return refuse(new_document.faults(), common);
  const auto difference = notice::difference(*old_document, *new_document);
  say(common.output == Output::json ? notice::difference_json(difference)
                                    : notice::difference_text(difference, common.language));
  return exit_done;
}

int run_notice_publish(const Common& common, const PublishRequest& request) {
  const auto number = publish(common, request);
  if (!number.ok()) return refuse(number.faults(), common);
  say({"第" + base::Plain(*number) + "版を記録しました。",
       "Version " + base::Plain(*number) + " is on record."},
      common);
  return exit_done;
}

}  // namespace kenpo::app
