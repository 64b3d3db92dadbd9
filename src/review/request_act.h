// Requests for re-examination (再審査請求): out as a file by the one way out, results in as a file.
#pragma once

#include <string_view>
#include <vector>

#include "base/plain.h"
#include "base/result.h"
#include "review/finding_act.h"
#include "review/request.h"
#include "safeguard/export_act.h"

namespace kenpo::review {

inline constexpr notice::Operation request_list{
    .name = "reexamination.list", .japanese = "再審査請求の一覧の表示", .pairs = {review_pair}};
/// 診療報酬の審査 (健康保険法76条5項): the reviewing organisation gets its own receipts back.
inline constexpr notice::Operation request_provide{.name = "reexamination.provide",
                                                   .japanese = "再審査請求ファイルの提供",
                                                   .verb = notice::Verb::provide,
                                                   .pairs = {review_pair}};
inline constexpr notice::Operation request_drop{.name = "reexamination.drop",
                                                .japanese = "再審査請求ファイルの取りやめ",
                                                .verb = notice::Verb::write,
                                                .pairs = {review_pair}};
inline constexpr notice::Operation result_take{.name = "reexamination.result",
                                               .japanese = "再審査の結果の受付",
                                               .verb = notice::Verb::write,
                                               .pairs = {review_pair}};

inline constexpr std::int64_t requests_of_a_page = 50;
/// Requests of one file: what a second person can look through in the ledger of exports.
inline constexpr std::size_t requests_of_a_file = 5000;

/// A request beside its receipt.
struct RequestLine {
  Request request;
  claim::Claim claim;
};
struct RequestPage {
  std::vector<RequestLine> lines = {};
  std::int64_t count = 0;
  std::int64_t offset = 0;
  std::int64_t waiting = 0;  // decided for, in no file yet
  std::vector<safeguard::ExportId> unreleased = {};  // files of the page that nobody has released
};
/// Of handlers without limit to establishments: files are of the whole society.
base::Result<RequestPage> list_requests(const ReviewOffice& office, const notice::Acting& acting,
                                        std::int64_t offset);

struct MadeRequests {
  safeguard::MadeExport made;
  std::int64_t receipts = 0;
  std::int64_t requests = 0;
};
/// Writes every request that waits into one sealed file and enters it in the ledger of exports; a
/// second person releases it. `plain_reason`: as in the terms of exports, for オンライン請求. Refused:
/// nothing waits, a receipt that the format does not take, and
/// what the terms of exports refuse.
base::Result<MadeRequests> make_request_file(const safeguard::RegisterOffice& office,
                                             const notice::Acting& acting, base::Date delete_by,
                                             const std::string& plain_reason = {});

/// Takes the requests of a file back that was not released: they wait for another one. Refused:
/// released, or nothing of it left to take back.
base::Result<> drop_request_file(const safeguard::RegisterOffice& office,
                                 const notice::Acting& acting, const safeguard::ExportId& file);

struct TakenResults {
  std::int64_t results = 0;
  base::Yen reduction = {};
  bool already = false;  // the same file was taken in before; nothing has changed
};
/// Takes a file of results (データ識別 4) in, whole or not at all, and posts the adjustment to each
/// claim. Refused, with the line: a receipt that is not here, a result for no request, one that was
/// answered before.
base::Result<TakenResults> take_results(const ReviewOffice& office, const notice::Acting& acting,
                                        const base::Plain& file, std::string_view bytes);

}  // namespace kenpo::review
