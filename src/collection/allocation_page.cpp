// `/receipts/{id}`: what a receipt may be meant for, and where it went.
#include <algorithm>

#include "base/era.h"
#include "collection/allocation_act.h"
#include "collection/collection_page.h"
#include "collection/layout_page.h"

#include "desk/section_page.h"

namespace kenpo::collection {

// Screens of one folder share many short names; these are of this file.
namespace of_one_receipt {

using base::Result;
using base::Yen;
using desk::Cell;
using desk::Choice;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr std::int64_t most_yen = 9'999'999'999;  // ten digits, as banks write an amount
/// A bill that is not proposed is chosen among these; more are found on the page of their payer.
constexpr std::size_t choices_limit = 300;

constexpr Field debt_field{.name = "debt", .label = "充当する請求"};
constexpr Field part_field{.name = "part",
                           .label = "充当する額(円)",
                           .need = Field::Need::optional,
                           .support = "空のときは、入れられるだけ充当します。",
                           .length_limit = 20,
                           .mode = "numeric"};

std::string receipt_address(const FundId& id) { return "/receipts/" + std::string(id.text()); }

std::string debt_words(const ReceiptView& view, const DebtKey& key) {
  return view.name(key.payer) + " " + base::era_month(key.month) + "分 " +
         wording(key.kind).ja.text();
}

std::string fit_words(const MatchProposal& proposal) {
  switch (proposal.fit) {
    case MatchFit::exact:
      return "金額が一致";
    case MatchFit::part:
      return "請求より少ない(古いものから充当)";
    case MatchFit::over:
      return proposal.parts.empty() ? "未納の請求がない" : "請求より多い";
  }
  return {};
}

void add_proposals(SectionPage& page, const ReceiptView& view) {
  const auto address = receipt_address(view.receipt.id) + "/allocations";
  int number = 0;
  for (const auto& proposal : view.proposals) {
    std::vector<desk::Item> items{{"支払った人", view.name(proposal.payer)},
                                  {"理由", wording(proposal.reason).ja.text()},
                                  {"金額", fit_words(proposal)}};
    FormFields fields;
    for (const auto& part : proposal.parts) {
      items.push_back({"充当", debt_words(view, part.debt) + " " + yen_words(part.amount)});
      fields.hidden("debt", debt_text(part.debt));
      fields.hidden("part", std::to_string(part.amount.amount()));
    }
    fields.hidden("reason", std::to_string(static_cast<int>(proposal.reason)));
    if (proposal.left > Yen()) {
      items.push_back({"過誤納になる額", yen_words(proposal.left)});
      fields.hidden("credit_to", std::string(proposal.payer.text()));
    }
    page.section("候補 " + std::to_string(++number))
        .facts(items)
        .form(address, "この内容で充当する", std::move(fields));
  }
}

struct DebtLabels {
  std::vector<std::pair<std::string, std::string>> texts;
  std::vector<Choice> choices() const {
    std::vector<Choice> made;
    for (const auto& [value, label] : texts) made.push_back({value, label});
    return made;
  }
};

DebtLabels debt_labels(const ReceiptView& view) {
  DebtLabels labels;
  for (const auto& debt : view.open) {
    if (labels.texts.size() == choices_limit) break;
    labels.texts.emplace_back(debt_text(debt.key),
                              debt_words(view, debt.key) + " 残り" + yen_words(debt.rest()));
  }
  std::ranges::sort(labels.texts, {}, &std::pair<std::string, std::string>::second);
  return labels;
}

desk::Data allocations_table(const CollectionScreens& screens, const ReceiptView& view) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : view.allocations) {
    const auto words = one.debt ? debt_words(view, *one.debt) : std::string("過誤納");
    rows.push_back({{words},
                    desk::yen_cell(one.amount),
                    {one.on.iso()},
                    {one.amount < Yen() ? "取消し" : wording(one.reason).ja.text()},
                    {one.by ? screens.staff_name(*one.by) : ""},
                    {one.decided_at.short_text()}});
  }
  return desk::table("充当の記録",
                     {{"充当した先"},
                      {"金額(円)", Holds::numbers},
                      {"納付の日"},
                      {"理由"},
                      {"担当"},
                      {"記録した日時"}},
                     rows, std::to_string(rows.size()) + "件");
}

/// What can be taken back: allocations to debts that stand.
DebtLabels standing_labels(const ReceiptView& view) {
  DebtLabels labels;
  for (const auto& one : view.allocations) {
    if (!one.debt || one.amount < Yen()) continue;
    const bool back = std::ranges::any_of(
        view.allocations, [&](const Allocation& other) { return other.target == one.id; });
    if (back) continue;
    labels.texts.emplace_back(one.id.text(),
                              debt_words(view, *one.debt) + " " + yen_words(one.amount));
  }
  return labels;
}

constexpr Field back_field{.name = "allocation", .label = "取り消す充当"};

Result<Response> receipt_page(const CollectionScreens& screens, const Visit& visit,
                              const Acting& acting, const Form& form) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<FundId>("id"));
  const auto view = KENPO_TRY(show_receipt(ledger, acting, id));
  const auto& receipt = view.receipt;
  SectionPage page(visit, "collection_page");
  page.faults(form)
      .section("入金")
      .facts({{"入金日", receipt.received_on.iso()},
              {"依頼人", receipt.payer.empty() ? "名前なし" : receipt.payer},
              {"依頼人コード", receipt.payer_code.empty() ? "なし" : receipt.payer_code},
              {"金額", yen_words(receipt.amount)},
              {"未充当", yen_words(receipt.rest())},
              {"登録", receipt.origin == ReceiptOrigin::bank_file ? "銀行のファイル" : "手入力"},
              {"メモ", receipt.remark.empty() ? "なし" : receipt.remark}});
  const auto address = receipt_address(id);
  if (receipt.rest() > Yen()) {
    if (view.proposals.empty()) {
      page.notification(desk::NotificationKind::warning, "合う請求が見つかりません。",
                        "依頼人と金額を確かめ、請求を選んで充当してください。");
    }
    add_proposals(page, view);
    const auto labels = debt_labels(view);
    page.section("請求を選んで充当")
        .form(address + "/allocations", "充当する",
              FormFields()
                  .select(form, debt_field, labels.choices())
                  .input(form, part_field)
                  .hidden("reason", std::to_string(static_cast<int>(MatchReason::clerk))));
  }
  page.section("充当").table(allocations_table(screens, view));
  const auto standing = standing_labels(view);
  if (!standing.texts.empty()) {
    page.section("充当の取消し", "消さずに、反対の記録を残します。")
        .form(address + "/reversals", "充当を取り消す",
              FormFields().select(form, back_field, standing.choices()));
  }
  desk::PageHead head;
  head.title = "入金 " + receipt.received_on.iso();
  head.section = "/receipts";
  head.crumbs = {{"入金", "/receipts"}};
  head.started = {&receipt_allocate};
  return page.finish(std::move(head));
}

/// The parts that the form sends: pairs of `debt` and `part`, an empty part as much as goes.
std::vector<ProposedPart> parts_sent(Form& form, const Visit& visit, const ReceiptView& view) {
  std::vector<ProposedPart> parts;
  const auto& values = visit.request().form;
  const auto debts = values.all("debt");
  const auto amounts = values.all("part");
  auto left = view.receipt.rest();
  for (std::size_t at = 0; at < debts.size(); ++at) {
    const auto key = parse_debt(debts[at]);
    const auto debt = key ? std::ranges::find(view.open, *key, &Debt::key) : view.open.end();
    if (debt == view.open.end()) {
      form.note(debt_field, {"請求を選んでください。", "Choose a debt."});
      return {};
    }
    auto amount = std::min(left, debt->rest());
    if (at < amounts.size() && !amounts[at].empty()) {
      desk::Values one;
      one.add("part", std::string(amounts[at]));
      Form reader(one);
      const auto read = reader.yen(part_field, 1, most_yen);
      if (!read) {
        form.note(part_field, {"1円以上の金額を入れてください。", "One yen or more."});
        return {};
      }
      amount = *read;
    }
    parts.push_back({*key, amount});
    left -= amount;
  }
  return parts;
}

Result<Response> allocate_one(const CollectionScreens& screens, const Visit& visit,
                              const Acting& acting) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<FundId>("id"));
  const auto view = KENPO_TRY(show_receipt(ledger, acting, id));
  auto form = visit.form();
  AllocationOrder order{.receipt = id, .parts = parts_sent(form, visit, view)};
  order.credit_to = PayerId::parse(form.sent("credit_to"));
  const auto reason = form.sent("reason");
  if (reason.size() == 1 && reason[0] >= '1' && reason[0] <= '4') {
    order.reason = static_cast<MatchReason>(reason[0] - '0');
  }
  if (form.ok()) {
    const auto done = allocate(ledger, acting, order);
    if (done.ok()) return visit.redirect_with(receipt_address(id), "充当しました。");
    form.note(done.faults());
  }
  return receipt_page(screens, visit, acting, form);
}

Result<Response> reverse_one(const CollectionScreens& screens, const Visit& visit,
                             const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<FundId>("id"));
  auto form = visit.form();
  const auto allocation = form.read<FundId>(
      back_field, [](const std::string& text) { return FundId::parse(text); },
      {"選び直してください。", "Choose again."});
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = take_back(ledger, acting, id, *allocation);
    if (done.ok()) return visit.redirect_with(receipt_address(id), "充当を取り消しました。");
    form.note(done.faults());
  }
  return receipt_page(screens, visit, acting, form);
}

}  // namespace of_one_receipt

void add_allocation_routes(desk::Router& router, const CollectionScreens& screens) {
  using namespace of_one_receipt;
  router.get_act<receipt_show>("/receipts/{id}",
                               [screens](const Visit& visit, const Acting& acting) {
                                 return receipt_page(screens, visit, acting, Form());
                               });
  router.post_act<receipt_allocate>("/receipts/{id}/allocations",
                                    [screens](const Visit& visit, const Acting& acting) {
                                      return allocate_one(screens, visit, acting);
                                    });
  router.post_act<receipt_allocate>("/receipts/{id}/reversals",
                                    [screens](const Visit& visit, const Acting& acting) {
                                      return reverse_one(screens, visit, acting);
                                    });
}

}  // namespace kenpo::collection
