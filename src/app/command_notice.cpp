// kenpo notice show | check | coverage | diff | publish
#include <algorithm>
#include <cstdio>

#include "app/command.h"
#include "app/operations.h"
#include "base/clock.h"
#include "base/era.h"
#include "base/mapped_file.h"
#include "notice/document.h"
#include "notice/dpv.h"
#include "notice/notice_commands.h"
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

notice::AnswerStyle style_of(const Common& common) {
  return {
      .form = common.output == Output::json ? notice::OutputForm::json : notice::OutputForm::text,
      .language = common.language};
}

int tell(const notice::CommandAnswer& answer) {
  std::fputs(answer.errors.c_str(), stderr);
  if (!answer.out.empty()) say(answer.out);
  return answer.status;
}

/// The versions of the data directory; without one an empty book.
Result<NoticeBook> book_of(const Common& common) {
  return NoticeBook::open(common.data.empty() ? std::string("/nonexistent/notice")
                                              : common.data + "/notice");
}

/// The notice in force; where none is, the text that the program carries.
const Document& document_in_force(const NoticeBook& book) {
  const auto* version = book.current(now());
  return version == nullptr ? notice::carried_document() : version->document;
}

/// The page, the paper or the linked data of the notice in force.
Result<std::string> drawn(const NoticeBook& book, const std::string& format) {
  const auto& document = document_in_force(book);
  notice::NoticeFacts facts;
  if (const auto* version = book.current(now())) {
    facts.version = version->number;
    facts.in_force_from = version->in_force_from;
    if (version->publication) facts.published_at = version->publication->published_at;
  }
  if (format == "html") return notice::render_notice_page(document, facts).html;
  if (format == "pdf") return KENPO_TRY(notice::render_notice_pdf(document, facts, now())).pdf;
  return notice::export_dpv(document, "https://kenpo.example/notice#", facts.version,
                            document.pairs());
}

base::Fault relatedness_fault() {
  return {.what = {"--related は「類型.利用目的=理由」と書きます。",
                   "--related is category.purpose=statement."},
          .why = {"追加する行には、関連性の説明が要ります(個人情報保護法17条2項)。",
                  "An added row needs its relatedness (APPI art. 17(2))."},
          .mend = {"識別名は kenpo notice coverage にあります。",
                   "kenpo notice coverage lists the identifiers."},
          .place = {}};
}

Result<std::vector<notice::Relatedness>> relatedness_of(const std::vector<std::string>& lines) {
  std::vector<notice::Relatedness> statements;
  for (const auto& line : lines) {
    const auto equals = line.find('=');
    const auto pair = notice::parse_pair(line.substr(0, equals));
    if (!pair || equals == std::string::npos) return relatedness_fault();
    statements.push_back({*pair, line.substr(equals + 1)});
  }
  return statements;
}

/// Adopts the text and records the publication of its rendered page.
Result<int> publish(const Common& common, const PublishRequest& request) {
  auto book = KENPO_TRY(book_of(common));
  const auto file = KENPO_TRY(base::MappedFile::open(request.file));
  const auto moment = now();
  const auto day = base::parse_any_date(request.in_force_from);
  const notice::Proposal proposal{
      .text = std::string(file.bytes()),
      .adopted_at = moment,
      .approved_by = request.approved_by,
      .in_force_from = day ? std::max(base::start_of(*day), moment) : moment,
      .relatedness = KENPO_TRY(relatedness_of(request.relatedness))};
  const auto adopted = notice::notice_adopt(book, proposal, style_of(common));
  if (adopted.status != 0) return tell(adopted);
  const auto& version = book.history().back();
  notice::NoticeFacts facts;
  facts.version = version.number;
  facts.in_force_from = version.in_force_from;
  facts.published_at = moment;
  const auto page = notice::render_notice_page(version.document, facts);
  return tell(notice::notice_publish(book, version.number,
                                     {.means = notice::PublicationMeans::page,
                                      .published_at = moment,
                                      .place = request.place,
                                      .page_sha256 = {},
                                      .recorded_by = "kenpo notice publish"},
                                     page.html, style_of(common)));
}

/// Runs `work(book)` on the versions of the data directory.
template <typename Work>
int with_book(const Common& common, Work work) {
  const auto book = book_of(common);
  return book.ok() ? work(*book) : refuse(book.faults(), common);
}

}  // namespace

int run_notice_show(const Common& common, const std::string& format) {
  return with_book(common, [&](const NoticeBook& book) {
    // The text alone, so that it can be edited and published again; its facts stand in the JSON.
    if (format == "text" && common.output == Output::text) {
      say(document_in_force(book).text);
      return exit_done;
    }
    if (format == "text") return tell(notice_show(book, now(), std::nullopt, style_of(common)));
    const auto made = drawn(book, format);
    if (!made.ok()) return refuse(made.faults(), common);
    std::fwrite(made->data(), 1, made->size(), stdout);
    return exit_done;
  });
}

int run_notice_check(const Common& common, const std::string& file) {
  return with_book(common, [&](const NoticeBook& book) {
    if (file.empty()) return tell(notice_check(document_in_force(book), style_of(common)));
    const auto document = notice::document_named(book, file);
    if (!document.ok()) return refuse(document.faults(), common);
    return tell(notice_check(*document, style_of(common)));
  });
}

int run_notice_coverage(const Common& common) {
  return tell(notice::notice_coverage(operations(), style_of(common)));
}

int run_notice_diff(const Common& common, const std::string& before, const std::string& after) {
  return with_book(common, [&](const NoticeBook& book) {
    return tell(notice::notice_diff(book, before, after, style_of(common)));
  });
}

int run_notice_publish(const Common& common, const PublishRequest& request) {
  const auto status = publish(common, request);
  return status.ok() ? *status : refuse(status.faults(), common);
}

}  // namespace kenpo::app
