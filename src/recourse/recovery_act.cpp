#include "recourse/recovery_act.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/era.h"
#include "claim/claim_store.h"
#include "collection/pledge_rule.h"
#include "eligibility/ledger.h"
#include "eligibility/letter_address_act.h"
#include "eligibility/scope.h"
#include "recourse/recovery_rule.h"
#include "recourse/recovery_store.h"
#include "store/under.h"

namespace kenpo::recourse {

namespace of_recoveries {

using base::Result;
using base::Yen;
using notice::Acting;
using notice::Permit;
using notice::Purpose;

base::Fault refused(base::Words what, base::Words mend) {
  return base::refusal(std::move(what), std::move(mend));
}

/// Debts are of the whole society: their debtors may belong to no establishment.
template <const notice::Operation& operation>
Result<RecoveryAccess> access_of(const Permit<operation>& permit) {
  if (!eligibility::unlimited(permit.recorder())) return notice::out_of_scope_fault();
  return RecoveryAccess{
      MemberRecoveryAccess(permit.template grant<Purpose::benefit_examination_and_payment>()),
      OffenderRecoveryAccess(permit.template grant<Purpose::third_party_recovery>())};
}

Result<RecoveryView> view_of(const store::View& view, const RecoveryAccess& access,
                             Recovery recovery, base::Date today) {
  RecoveryView shown{.recovery = std::move(recovery)};
  shown.lapses = KENPO_TRY(lapses_on(shown.recovery));
  shown.plan = KENPO_TRY(plan_lines(shown.recovery, today));
  if (shown.recovery.claim) {
    shown.claim = KENPO_TRY(claim::find_claim(view, access.members, *shown.recovery.claim));
  }
  return shown;
}

Result<RecoveryPage> page_of(const Permit<recovery_list>& permit, const store::View& view,
                             std::int64_t offset, base::Date today) {
  const auto access = KENPO_TRY(access_of(permit));
  auto all = KENPO_TRY(recourse::list_recoveries(view, access));
  std::ranges::sort(all, {}, [](const Recovery& each) {
    return std::tuple(each.rest() <= Yen(), each.due_on, each.id);
  });
  RecoveryPage page{.count = static_cast<std::int64_t>(all.size()), .offset = offset};
  const auto in_a_year = today.plus_years_clamped(1);
  std::int64_t passed = 0;
  for (auto& recovery : all) {
    const bool owes = recovery.rest() > Yen();
    page.rest += recovery.rest();
    page.late += owes && recovery.due_on < today ? 1 : 0;
    const auto lapses = KENPO_TRY(lapses_on(recovery));
    page.lapsing += owes && lapses.value <= in_a_year ? 1 : 0;
    const bool here = passed++ >= offset &&
                      static_cast<std::int64_t>(page.lines.size()) < recoveries_of_a_page;
    if (!here) continue;
    page.lines.push_back(KENPO_TRY(view_of(view, access, std::move(recovery), today)));
  }
  return page;
}

base::Fault not_found() {
  return refused({"債権が見つかりません。", "There is no such debt."},
                 {"一覧から選び直してください。", "Choose it from the list."});
}

Result<RecoveryId> enter(const Permit<recovery_enter>& permit, store::Transaction& transaction,
                         Recovery recovery, base::Date today) {
  const auto access = KENPO_TRY(access_of(permit));
  KENPO_TRY(check_recovery(recovery, today));
  const auto claim = recovery.claim ? KENPO_TRY(claim::find_claim(transaction, access.members,
                                                                  *recovery.claim))
                                    : std::nullopt;
  if (!claim) {
    return refused({"もとになるレセプトがありません。", "It rests on no receipt."},
                   {"レセプトを選んで登録してください。", "Choose the receipt."});
  }
  recovery.person = claim->person;
  for (const auto& known : KENPO_TRY(recoveries_of(transaction, access, claim->id))) {
    if (known.cause != recovery.cause) continue;
    return refused({"このレセプトの同じ債権があります。", "The receipt has such a debt."},
                   {"登録済みの債権に記録してください。", "Record it there."});
  }
  KENPO_TRY(add(transaction, access, recovery));
  return recovery.id;
}

Result<RecoveryLetter> letter(const Permit<recovery_letter>& permit, const store::View& view,
                              const RecoveryId& id, base::Moment now) {
  const auto access = KENPO_TRY(access_of(permit));
  auto recovery = KENPO_TRY(find_recovery(view, access, id));
  if (!recovery) return not_found();
  if (recovery->rest() <= Yen()) {
    return refused({"残りの額がありません。", "Nothing is left to pay."},
                   {"記録を確かめてください。", "Look at the record."});
  }
  RecoveryLetter made;
  if (recovery->cause != Cause::third_party) {
    const eligibility::MemberAccess members(permit.grant<Purpose::member_administration>());
    made.address = KENPO_TRY(eligibility::posted_address(view, members, recovery->person, now));
    if (made.address.empty()) {
      return refused({"郵便の届く住所がありません。", "The post does not reach the person."},
                     {"台帳の住所を確かめてください。", "Look at the address in the ledger."});
    }
  }
  made.view = KENPO_TRY(view_of(view, access, *std::move(recovery), now.day()));
  return made;
}

std::string long_day(base::Date day) { return base::era_long(day).value_or(day.iso()); }
std::string yen_words(Yen amount) { return amount.grouped() + "円"; }

const char* ground_of(Cause cause) {
  switch (cause) {
    case Cause::after_loss:
      return "資格を喪失した後の受診について当組合が負担した額です（民法703条）。"
             "受診のときに加入していた保険者に療養費を請求できることがあります。";
    case Cause::unjust: return "法律上の原因がないのに給付された額です（民法703条）。";
    case Cause::benefit:
      return "高額療養費・付加給付の計算の基礎が変わり、支給が多くなっていた額です（民法703条）。";
    case Cause::levy: return "偽りその他不正の行為による給付の額です（健康保険法58条）。";
    case Cause::third_party:
      return "第三者の行為による給付について、当組合が取得した損害賠償の請求権によるものです"
             "（健康保険法57条）。";
  }
  return "";
}

}  // namespace of_recoveries

using base::Result;
using notice::Acting;
using notice::Permit;

Result<RecoveryPage> list_recoveries(const RecourseOffice& office, const Acting& acting,
                                     std::int64_t offset) {
  return store::read_under<recovery_list>(
      office, acting,
      [&](const Permit<recovery_list>& permit, const store::View& view) -> Result<RecoveryPage> {
        return of_recoveries::page_of(permit, view, offset, office.gate.clock().now().day());
      });
}

Result<std::optional<RecoveryView>> show_recovery(const RecourseOffice& office,
                                                  const Acting& acting, const RecoveryId& id) {
  return store::read_under<recovery_show>(
      office, acting,
      [&](const Permit<recovery_show>& permit,
          const store::View& view) -> Result<std::optional<RecoveryView>> {
        const auto access = KENPO_TRY(of_recoveries::access_of(permit));
        auto recovery = KENPO_TRY(find_recovery(view, access, id));
        if (!recovery) return std::optional<RecoveryView>{};
        return std::optional(KENPO_TRY(of_recoveries::view_of(
            view, access, *std::move(recovery), office.gate.clock().now().day())));
      });
}

Result<RecoveryId> enter_recovery(const RecourseOffice& office, const Acting& acting,
                                  Recovery recovery) {
  return store::write_under<recovery_enter>(
      office, acting,
      [&](const Permit<recovery_enter>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<RecoveryId> {
        recovery.by = std::get<base::StaffId>(acting.actor);
        recovery.at = now;
        return of_recoveries::enter(permit, transaction, std::move(recovery), now.day());
      });
}

Result<> record_entry(const RecourseOffice& office, const Acting& acting, const RecoveryId& id,
                      Entry entry) {
  return store::write_under<recovery_record>(
      office, acting,
      [&](const Permit<recovery_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto access = KENPO_TRY(of_recoveries::access_of(permit));
        const auto recovery = KENPO_TRY(find_recovery(transaction, access, id));
        if (!recovery) return of_recoveries::not_found();
        entry.by = std::get<base::StaffId>(acting.actor);
        entry.at = now;
        KENPO_TRY(check_entry(*recovery, entry, now.day()));
        return add(transaction, access, *recovery, entry);
      });
}

Result<> plan_recovery(const RecourseOffice& office, const Acting& acting, const RecoveryId& id,
                       base::Date first, int count) {
  return store::write_under<recovery_record>(
      office, acting,
      [&](const Permit<recovery_record>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const auto access = KENPO_TRY(of_recoveries::access_of(permit));
        const auto recovery = KENPO_TRY(find_recovery(transaction, access, id));
        if (!recovery) return of_recoveries::not_found();
        const Entry entry{.kind = EntryKind::plan,
                          .on = now.day(),
                          .words = collection::plan_text(
                              collection::even_instalments(recovery->rest(), first, count)),
                          .by = std::get<base::StaffId>(acting.actor),
                          .at = now};
        KENPO_TRY(check_entry(*recovery, entry, now.day()));
        return add(transaction, access, *recovery, entry);
      });
}

Result<RecoveryLetter> read_letter(const RecourseOffice& office, const Acting& acting,
                                   const RecoveryId& id) {
  return store::read_under<recovery_letter>(
      office, acting,
      [&](const Permit<recovery_letter>& permit,
          const store::View& view) -> Result<RecoveryLetter> {
        return of_recoveries::letter(permit, view, id, office.gate.clock().now());
      });
}

// 民法703条, 健康保険法57条・58条
Result<print::Printed> print_letter(const RecoveryLetter& letter,
                                    const review::LetterSender& sender, base::Moment made_at) {
  using of_recoveries::long_day;
  using of_recoveries::yen_words;
  using print::Align;
  const auto& recovery = letter.view.recovery;
  print::Sheet sheet(
      {.title = "返納金等の請求書", .sender = sender, .made_at = made_at});
  sheet.footer(sender.society + "　返納金等の請求書");
  auto lines = letter.address;
  lines.push_back(recovery.debtor + "　様");
  sheet.address_block(lines);
  sheet.paragraph(long_day(made_at.day()), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title("返納金等の請求書");
  sheet.paragraph("次の額を、期限までに納めてください。" +
                  std::string(of_recoveries::ground_of(recovery.cause)));
  std::vector<std::pair<std::string, std::string>> facts = {
      {"種類", wording(recovery.cause).ja.text()},
      {"請求する額", yen_words(recovery.amount)},
      {"納めた額", yen_words(recovery.paid())},
      {"残りの額", yen_words(recovery.rest())},
      {"期限", long_day(recovery.due_on)}};
  if (letter.view.claim && recovery.cause != Cause::third_party) {
    facts.insert(facts.begin() + 1, {"診療の月", base::era_month(letter.view.claim->treated_in)});
  }
  sheet.facts(facts);
  if (!letter.view.plan.empty()) {
    sheet.heading("分割の計画");
    print::Table table;
    table.columns = {{4, Align::left}, {3, Align::right}};
    table.head = {"期日", "納める額"};
    for (const auto& line : letter.view.plan) {
      table.rows.push_back(
          {{long_day(line.instalment.due), yen_words(line.instalment.amount)},
           print::RowStyle::plain});
    }
    sheet.table(table);
  }
  sheet.note("一度に納めることが難しいときは、お早めにご相談ください。分けて納めることができます。");
  sheet.note("行き違いに納められたときは、ご容赦ください。");
  return sheet.finish();
}

}  // namespace kenpo::recourse
