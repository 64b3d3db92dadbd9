// What `kenpo notice show|check|coverage|diff|publish` answer. The command line and the data
// directory are the program's; here are words in, words and exit status out.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/fault.h"
#include "notice/operation.h"
#include "notice/version.h"

namespace kenpo::notice {

enum class OutputForm : std::uint8_t { text, json };

/// How a command answers: the form and the reader's language.
struct AnswerStyle {
  OutputForm form = OutputForm::text;
  base::Language language = base::Language::japanese;
};

/// For standard output, for standard error, and the exit status: 0, or 1 for refused or faults.
struct CommandAnswer {
  std::string out;
  std::string errors;
  int status = 0;
};

/// A document by a name of the command line: a version's number, `carried` (the text the program
/// carries), or a file.
base::Result<Document> document_named(const NoticeBook& book, std::string_view name);

/// `show`: the notice in force at the moment, or the version asked for, word for word, with its
/// facts; as JSON also the rows in force and the history.
CommandAnswer notice_show(const NoticeBook& book, base::Moment now,
                          std::optional<std::uint32_t> version, AnswerStyle style);

/// `check`: the findings of the linter. Findings are no faults: the status is 0.
CommandAnswer notice_check(const Document& document, AnswerStyle style);

/// `coverage`: which operations serve which pairs.
CommandAnswer notice_coverage(std::span<const Operation* const> operations, AnswerStyle style);

/// `diff A B`: what changes from one text to the other.
CommandAnswer notice_diff(const NoticeBook& book, std::string_view before, std::string_view after,
                          AnswerStyle style);

/// Takes a new text into the book; it is not in force before its publication.
CommandAnswer notice_adopt(NoticeBook& book, const Proposal& proposal, AnswerStyle style);

/// `publish`: records that the version was published. `page` is the page or letter as it went out;
/// its fingerprint is recorded, whatever `publication` says. A page that does not show the notice
/// word for word is refused; a letter is not read (it may be paper).
CommandAnswer notice_publish(NoticeBook& book, std::uint32_t version, Publication publication,
                             std::string_view page, AnswerStyle style);

}  // namespace kenpo::notice
