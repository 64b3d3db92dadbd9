// kenpo notice show | check | coverage | diff
#include <cstdio>

#include "app/command.h"
#include "app/operations.h"
#include "base/clock.h"
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

}  // namespace kenpo::app
