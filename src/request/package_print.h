// The disclosure and the notice of purposes on paper.
#pragma once

#include "base/result.h"
#include "print/sheet.h"
#include "request/package_content.h"
#include "request/request_office.h"

namespace kenpo::request {

/// 保有個人データ開示書 (33条): every row, redactions with their article, the history of use.
base::Result<print::Printed> print_package(const PackageContent& content,
                                           const LetterSender& sender);

/// 利用目的通知書 (32条2項).
base::Result<print::Printed> print_purposes(const PurposeNotice& notice,
                                            const LetterSender& sender);

/// The addressee: who asked.
std::vector<std::string> addressee(const Case& request);

/// 「令和8年11月24日」
std::string day_words(base::Date day);

}  // namespace kenpo::request
