#include "premium/closing_store.h"

#include <algorithm>

#include "base/hash.h"
#include "premium/levy_ledger_store.h"

namespace kenpo::premium {

namespace {

using base::Month;
using base::Result;
using base::StaffId;
using store::no_personal_data;

BillRelease release_from(const store::Record<bill_release_table>& record) {
  return {.billed = record.get<Month>("billed"),
          .digest = record.get<std::string>("digest"),
          .proposed_by = record.get<StaffId>("proposed_by"),
          .released_by = record.get<StaffId>("released_by"),
          .released_at = record.get<base::Moment>("released_at")};
}

MonthClosing closing_from(const store::Record<month_closing_table>& record) {
  return {.month = record.get<Month>("month"),
          .proposed_by = record.get<StaffId>("proposed_by"),
          .closed_by = record.get<StaffId>("closed_by"),
          .closed_at = record.get<base::Moment>("closed_at")};
}

base::Fault not_released() {
  return {{"この月の請求額は、まだ承認されていません。", "The bills were not released."},
          {"納入の告知は、前月との差額の一覧を確かめた人と、別の人の承認のあとに行います（当組合の決め）。",
           "A notice leaves after one person has checked the differences and another one has "
           "released it (the society's rule)."},
          {"月の締めの画面で、差額の一覧を確かめて承認を求めてください。",
           "Check the differences on the page of the month and ask for the release."},
          {}};
}

base::Fault changed_since() {
  return {{"承認のあとで請求額が変わりました。", "The bills have changed since the release."},
          {"承認は、そのときの請求額に限ります。", "A release is of the bills as they stood."},
          {"差額の一覧をもう一度確かめて、承認を求めてください。",
           "Check the differences again and ask for a release."},
          {}};
}

base::Fault is_closed(Month month) {
  return {{base::Plain(month) + "は締めました。", base::Plain(month) + " is closed."},
          {"締めた月は調定し直しません。後から届いた変更は、次の月の調定で差額になります。",
           "A closed month is not levied again. Later changes are posted with the next month."},
          {"次の月の調定を実行してください。", "Levy the next month."},
          {}};
}

}  // namespace

Result<std::string> bills_digest(const store::View& view, Month billed) {
  std::vector<std::string> lines;
  for (const auto& entry : KENPO_TRY(entries_billed(view, billed))) {
    lines.push_back(std::string(entry.establishment.text()) + " " + entry.month.iso() + " " +
                    std::to_string(static_cast<int>(entry.ledger)) + " " +
                    std::to_string(static_cast<int>(entry.account)) + " " +
                    std::to_string(entry.amount.amount()) + "\n");
  }
  std::ranges::sort(lines);
  base::Sha256 hash;
  hash.update(billed.iso());
  for (const auto& line : lines) hash.update(line);
  return base::hexadecimal(hash.finish());
}

Result<> add(store::Transaction& transaction, const BillRelease& release) {
  store::Draft<bill_release_table> draft;
  draft.set("billed", release.billed)
      .set("digest", release.digest)
      .set("proposed_by", release.proposed_by)
      .set("released_by", release.released_by)
      .set("released_at", release.released_at);
  KENPO_TRY(store::insert<bill_release_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<BillRelease>> releases_of(const store::View& view, Month billed) {
  return store::list<bill_release_table>(view, no_personal_data,
                                         {"billed = $1", "ORDER BY released_at"}, {billed},
                                         release_from);
}

Result<> check_released(const store::View& view, Month billed) {
  const auto releases = KENPO_TRY(releases_of(view, billed));
  if (releases.empty()) return not_released();
  const auto digest = KENPO_TRY(bills_digest(view, billed));
  if (releases.back().digest != digest) return changed_since();
  return base::Done{};
}

Result<> add(store::Transaction& transaction, const MonthClosing& closing) {
  store::Draft<month_closing_table> draft;
  draft.set("month", closing.month)
      .set("proposed_by", closing.proposed_by)
      .set("closed_by", closing.closed_by)
      .set("closed_at", closing.closed_at);
  KENPO_TRY(store::insert<month_closing_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<MonthClosing>> find_closing(const store::View& view, Month month) {
  return store::find<month_closing_table>(view, no_personal_data, {"month = $1"}, {month},
                                          closing_from);
}

Result<> check_open(const store::View& view, Month month) {
  if (KENPO_TRY(find_closing(view, month))) return is_closed(month);
  return base::Done{};
}

}  // namespace kenpo::premium
