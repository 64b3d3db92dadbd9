#include "synthetic/bad_files.h"

#include <array>
#include <string>
#include <vector>

#include "base/cp932.h"
#include "base/require.h"
#include "format/claim/digits.h"
#include "format/claim/writer.h"
#include "format/notification_csv/notification_csv.h"
#include "synthetic/notifications.h"
#include "synthetic/receipts.h"

namespace kenpo::synthetic {

namespace {

namespace csv = format::notification_csv;
using base::Date;
using base::Result;

constexpr std::string_view readme_head =
    "このフォルダのファイルは、受付で拒まれるか、何も変えないことを確かめるためのものです。\r\n"
    "人も事業所も架空です。\r\n\r\n";

struct Described {
  std::string name;
  std::string bytes;
  std::string_view wrong;
};

/// The first occurrence is replaced; a text that is not there is a fault of our own.
std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  KENPO_REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  return text;
}

/// An acquisition on 30 June 2019 of somebody who is not in the society.
csv::Content newcomer(const Society& society) {
  csv::Acquisition record;
  record.insured = {.number = "999997",
                    .name_kana = "ﾐﾎﾝ ﾋﾄﾘ",
                    .name = "見本　一人",
                    .born = *Date::make(1990, 1, 15)};
  record.acquired_on = *Date::make(2019, 6, 30);
  constexpr std::uint32_t unused_serial = 4'000'000'000;
  record.individual_number =
      base::IndividualNumber::parse(individual_digits(society.plan, unused_serial));
  record.pay_in_cash = base::Yen(300'000);
  record.pay_total = record.pay_in_cash;
  return record;
}

csv::Content stranger_leaves(const Society& society) {
  csv::Loss record;
  record.insured = {.number = "999998",
                    .name_kana = "ｶｸｳ ﾃﾞｱﾙ",
                    .name = "架空　出有",
                    .born = *Date::make(1985, 5, 5)};
  record.lost_on = society.plan.last_month.first_day();
  record.ended_on = record.lost_on.plus_days(-1);
  record.pension_number = csv::PensionNumber{.office_code = "9999", .serial = "999999"};
  return record;
}

Result<std::string> notification(const Society& society, csv::Content content) {
  const auto made_on = society.plan.last_month.last_day();
  std::vector<csv::Content> contents;
  contents.push_back(std::move(content));
  const auto file = KENPO_TRY(csv::compose(head_of(society.employers.front(), made_on), contents,
                                           {.today = made_on, .file = {}}));
  return csv::write(file);
}

/// The check digit of the individual number is one too high.
std::string with_wrong_check_digit(const Society& society, std::string bytes) {
  constexpr std::uint32_t unused_serial = 4'000'000'000;
  const auto right = individual_digits(society.plan, unused_serial);
  auto wrong = right;
  wrong.back() = wrong.back() == '9' ? '0' : static_cast<char>(wrong.back() + 1);
  return replaced(std::move(bytes), right, wrong);
}

Result<std::vector<Described>> bad_notifications(const Society& society) {
  const auto good = KENPO_TRY(notification(society, newcomer(society)));
  const auto stranger = KENPO_TRY(notification(society, stranger_leaves(society)));
  return std::vector<Described>{
      {"01-utf8.csv", base::decode_cp932(good).text, "届書がシフトJISではなくUTF-8です。"},
      {"02-impossible-date.csv", replaced(good, ",9,010630,", ",9,010631,"),
       "資格取得日が6月31日です。"},
      {"03-check-digit.csv", with_wrong_check_digit(society, good),
       "個人番号の検査用数字が合いません。"},
      {"04-stranger.csv", stranger, "当組合の台帳にいない番号の人の喪失届です。"},
      {"05-old-form.csv", replaced(good, "2200700", "22187041"), "旧様式の届書コードです。"},
      {"06-cut.csv", good.substr(0, good.size() - 20), "最後の行が途中で切れています。"},
  };
}

/// Another society: the number of this one with another prefecture.
std::string other_insurer(const SocietyPlan& plan) {
  std::string digits(plan.insurer.text().substr(0, 7));
  digits[6] = digits[6] == '9' ? '0' : static_cast<char>(digits[6] + 1);
  return format::claim::with_check_digit(digits);
}

std::string with_other_insurer(const Society& society, std::string_view claims) {
  const std::string field = ",HO,";
  return replaced(std::string(claims), field + std::string(society.plan.insurer.text()),
                  field + other_insurer(society.plan));
}

std::vector<Described> bad_claims(const Society& society, std::string_view claims) {
  const std::string good(claims);
  return {
      {"11-cut.csv", good.substr(0, good.size() - 20), "レセプトの最後の行が途中で切れています。"},
      {"12-unknown-record.csv", replaced(good, ",RE,", ",ZZ,"),
       "様式にない種類の行（ZZ）があります。"},
      {"13-other-insurer.csv", with_other_insurer(society, claims),
       "他の保険者あてのレセプトが混ざっています。"},
      {"14-quotation-marks.csv", replaced(good, ",HO,", ",HO,\""),
       "使えない引用符があります（表計算ソフトで保存し直したもの）。"},
      {"15-line-ends.csv", replaced(good, "\r\n", "\n"), "行の終わりがLFだけの行があります。"},
  };
}

std::vector<Described> bad_ledgers() {
  const std::string head = "kenpo-ledger\t1\n";
  return {
      {"21-impossible-date.tsv",
       head + "establishment\t21\t11\tZ999\t9999\t架空第999事業所\t\t\t2026-02-30\n",
       "適用年月日が2月30日です。"},
      {"22-cells.tsv", head + "rate\tcare\t2026-03\t18\n", "欄の数が足りません。"},
      {"23-unknown-kind.tsv", head + "building\t1\n", "知らない種類の行です。"},
  };
}

Result<> put(const std::vector<Described>& files, std::string& readme, Output& output) {
  for (const auto& file : files) {
    readme += file.name + ": " + std::string(file.wrong) + "\r\n";
    KENPO_TRY(output.write_bad(file.name, file.bytes));
  }
  return base::Done{};
}

}  // namespace

Result<> write_bad_files(const Society& society, std::string_view claims, std::string_view again,
                         Output& output) {
  std::string readme(readme_head);
  const auto notifications = KENPO_TRY(bad_notifications(society));
  KENPO_TRY(put(notifications, readme, output));
  if (!claims.empty()) KENPO_TRY(put(bad_claims(society, claims), readme, output));
  KENPO_TRY(put(bad_ledgers(), readme, output));
  KENPO_TRY(
      put({{"31-again.csv", std::string(again),
            "受付済みのファイルの写しです（名前だけ違う）。拒まれませんが、何も変わりません。"}},
          readme, output));
  KENPO_TRY(put({{"32-nothing-known.bin", std::string("\x89\x00\x01KOWARETA", 11),
                  "どの様式のファイルでもありません。"}},
                readme, output));
  auto written = output.write_bad("README.txt", readme);
  output.files().bad.pop_back();  // it is for readers
  return written;
}

}  // namespace kenpo::synthetic
