// `/approvals`, `/approvals/{case_id}`: what waits for a second person, and what became of it.
#include <algorithm>
#include <charconv>
#include <ranges>

#include "desk/page.h"
#include "desk/visit.h"
#include "staff/log_key_act.h"
#include "staff/people_page.h"

namespace kenpo::staff {

namespace {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Data;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr desk::Field refusal_field{.name = "refusal_reason",
                                    .label = "断る理由",
                                    .support = "断るときだけ書きます。提案した人に伝わります。",
                                    .length_limit = reason_characters_limit,
                                    .autocomplete = "off",
                                    .mode = {}};

constexpr desk::Field log_key_reason_field{
    .name = "reason", .label = "理由", .length_limit = reason_characters_limit, .mode = {}};

struct StateWords {
  ChipKind kind;
  const char* words;
};

StateWords words_of(ApprovalState state) {
  switch (state) {
    case ApprovalState::open:
      return {ChipKind::waiting, "決裁待ち"};
    case ApprovalState::approved:
      return {ChipKind::problem, "実行待ち"};
    case ApprovalState::carried_out:
      return {ChipKind::done, "実行済み"};
    case ApprovalState::refused:
      return {ChipKind::plain, "却下"};
    case ApprovalState::withdrawn:
      return {ChipKind::plain, "取下げ"};
    case ApprovalState::expired:
      return {ChipKind::plain, "失効"};
  }
  return {ChipKind::plain, ""};
}

std::string step_words(ApprovalStepKind kind) {
  switch (kind) {
    case ApprovalStepKind::approved:
      return "承認";
    case ApprovalStepKind::carried_out:
      return "実行";
    case ApprovalStepKind::refused:
      return "却下";
    case ApprovalStepKind::withdrawn:
      return "取下げ";
  }
  return {};
}

std::string address_of(const Approval& approval) {
  return "/approvals/" + std::string(approval.id.text());
}

std::string kind_words(const Approvals& approvals, const Approval& approval) {
  const auto* kind = approvals.find_kind(approval.kind);
  return kind == nullptr ? approval.kind : std::string(kind->japanese);
}

bool may_propose_log_key(const PeopleScreens& screens, const Visit& visit) {
  const auto* kind = screens.office.approvals.find_kind(log_key_kind_name);
  return kind != nullptr && (roles_now(screens.office.gate, visit.staff()) & kind->proposers) != 0;
}

/// A screen of rows; the list itself ends at approvals_shown_limit.
constexpr std::int64_t approvals_of_a_page = 50;

Result<Response> approvals_page(const PeopleScreens& screens, const Visit& visit,
                                const Acting& acting, const desk::Form& form) {
  auto& approvals = screens.office.approvals;
  const auto handlers = screens.handlers();
  const auto all = KENPO_TRY(approvals.list(acting));
  const auto page = visit.page_number();
  const auto count = static_cast<std::int64_t>(all.size());
  const auto first = static_cast<std::size_t>((page - 1) * approvals_of_a_page);
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : all | std::views::drop(first) |
                              std::views::take(approvals_of_a_page)) {
    const auto state = words_of(state_of(each, visit.now()));
    rows.push_back({desk::link_cell(kind_words(approvals, each), address_of(each)),
                    {name_of(handlers, each.proposer)},
                    {each.proposed_at.short_text()},
                    {each.expires_at.short_text()},
                    desk::chip_cell(state.kind, state.words)});
  }
  Data data;
  data.section("approvals",
               desk::table("二人で決めること",
                           {{"種類"}, {"提案した人"}, {"提案した日時"}, {"期限"}, {"状態"}}, rows,
                           std::to_string(all.size()) + "件"))
      .when("several_pages", count > approvals_of_a_page)
      .section("pages", desk::pager(page, count, approvals_of_a_page, "/approvals"))
      .section("error_summary", form.error_summary())
      .when("log_key", may_propose_log_key(screens, visit))
      .section("log_key_reason", form.input(log_key_reason_field));
  desk::PageHead head;
  head.title = "決裁";
  head.section = "/approvals";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "approvals_page", std::move(data));
}

/// The names of the establishments whose ids the value lists.
std::string place_words(const std::vector<Place>& places, std::string_view value) {
  std::string words;
  for (const auto& each : places) {
    if (value.find(each.id.text()) == std::string_view::npos) continue;
    words += (words.empty() ? "" : "、") + each.name;
  }
  return words;
}

/// What names stand for the ids of a proposal.
struct Names {
  std::vector<NamedHandler> handlers;
  std::vector<Place> places;
};

/// A value as people read it: the kind's words, or a name for an id.
std::string value_words(const ApprovalKind* kind, const Names& names, std::string_view field,
                        std::string_view value) {
  const auto& handlers = names.handlers;
  if (value.empty()) return field == "establishments" ? "すべての事業所" : "(なし)";
  if (field == "establishments") return place_words(names.places, value);
  if (const auto staff = base::StaffId::parse(value)) {
    const auto name = name_of(handlers, *staff);
    if (name != value) return name;
  }
  return kind != nullptr && kind->words ? kind->words(field, value) : std::string(value);
}

Data differences_table(const ApprovalKind* kind, const Names& names, const Change& change) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& [field, before, after] : change.differences) {
    const bool labelled = kind != nullptr && kind->label;
    rows.push_back({{labelled ? kind->label(field) : field},
                    {value_words(kind, names, field, before)},
                    {value_words(kind, names, field, after)}});
  }
  return desk::table("変わること", {{"項目"}, {"いま"}, {"変更後"}}, rows);
}

Data steps_table(const std::vector<NamedHandler>& handlers, const Approval& approval) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& step : approval.steps) {
    rows.push_back({{step_words(step.kind)},
                    {name_of(handlers, step.by)},
                    {step.at.short_text()},
                    {step.reason}});
  }
  return desk::table("経過", {{"結果"}, {"した人"}, {"日時"}, {"理由"}}, rows);
}

Result<Response> show_approval_page(const PeopleScreens& screens, const Visit& visit,
                                    const Approval& approval, const desk::Form& form) {
  auto& approvals = screens.office.approvals;
  const auto handlers = screens.handlers();
  const auto* kind = approvals.find_kind(approval.kind);
  const auto change = KENPO_TRY(sound_change(approval));
  const auto state = state_of(approval, visit.now());
  const auto chip = words_of(state);
  const bool decides = approvals.may_approve(approval, visit.staff()).ok();
  const bool withdraws = may_withdraw(approval, visit.staff(), visit.now()).ok();
  const auto subject = base::StaffId::parse(change.subject);
  Data data;
  data.section("error_summary", form.error_summary())
      .section("facts", desk::description_list(
                            {{"種類", kind_words(approvals, approval)},
                             {"対象", subject ? name_of(handlers, *subject) : change.subject},
                             {"理由", approval.reason},
                             {"提案した人", name_of(handlers, approval.proposer)},
                             {"提案した日時", approval.proposed_at.short_text()},
                             {"期限", approval.expires_at.short_text()},
                             {"内容の指紋(SHA-256)", approval.text_sha256}}))
      .section("state", desk::chip(chip.kind, chip.words))
      .section(
          "differences",
          differences_table(kind, {handlers, KENPO_TRY(screens.places({visit.staff()}))}, change))
      .text_if_any("whole_address",
                   kind != nullptr && kind->address ? kind->address(change) : std::string())
      .when("any_steps", !approval.steps.empty())
      .section("steps", steps_table(handlers, approval))
      .text_if_any("decision_address", decides ? address_of(approval) + "/approval" : "")
      .text("refusal_address", address_of(approval) + "/refusal")
      .section("refusal", form.input(refusal_field))
      .text_if_any("withdrawal_address", withdraws ? address_of(approval) + "/withdrawal" : "")
      .text_if_any("execution_address",
                   state == ApprovalState::approved && approval.proposer != visit.staff()
                       ? address_of(approval) + "/execution"
                       : "")
      .when("own", withdraws);
  desk::PageHead head;
  head.title = "決裁：" + kind_words(approvals, approval);
  head.section = "/approvals";
  head.crumbs = {{"決裁", "/approvals"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "approval_page", std::move(data));
}

Result<Response> ask_log_key(const PeopleScreens& screens, const Visit& visit,
                             const Acting& acting) {
  auto form = visit.form();
  const auto reason = form.text(log_key_reason_field);
  if (form.ok()) {
    const auto id = propose_log_key(screens.office, acting, *reason);
    if (id.ok()) {
      return visit.redirect_with("/approvals/" + std::string(id->text()),
                                 "提案しました。別の人が決めます。");
    }
    form.note(id.faults());
  }
  return approvals_page(screens, visit, acting, form);
}

Result<base::CaseId> case_of(const Visit& visit) { return visit.id<base::CaseId>("case_id"); }

Result<Response> refuse_approval(const PeopleScreens& screens, const Visit& visit,
                                 const Acting& acting) {
  auto& approvals = screens.office.approvals;
  const auto id = KENPO_TRY(case_of(visit));
  auto form = visit.form();
  const auto reason = form.text(refusal_field);
  if (!reason) {
    const auto approval = KENPO_TRY(approvals.show(acting, id));
    return show_approval_page(screens, visit, approval, form);
  }
  KENPO_TRY(approvals.refuse(acting, id, *reason));
  return visit.redirect_with("/approvals", "提案を断りました。");
}

}  // namespace

void add_approval_routes(desk::Router& router, const PeopleScreens& screens) {
  router.menu<list_approvals_operation>(desk::MenuGroup::work, "/approvals", "決裁");
  router.get_act<list_approvals_operation>(
      "/approvals", [screens](const Visit& visit, const Acting& acting) {
        return approvals_page(screens, visit, acting, desk::Form());
      });
  router.post_act<propose_operation>("/log-keys",
                                     [screens](const Visit& visit, const Acting& acting) {
                                       return ask_log_key(screens, visit, acting);
                                     });
  router.get_act<show_approval_operation>(
      "/approvals/{case_id}",
      [screens](const Visit& visit, const Acting& acting) -> Result<Response> {
        const auto id = KENPO_TRY(case_of(visit));
        const auto approval = KENPO_TRY(screens.office.approvals.show(acting, id));
        return show_approval_page(screens, visit, approval, desk::Form());
      });
  router.post_act<approve_operation>(
      "/approvals/{case_id}/approval",
      [screens](const Visit& visit, const Acting& acting) -> Result<Response> {
        const auto id = KENPO_TRY(case_of(visit));
        KENPO_TRY(screens.office.approvals.approve(acting, id));
        return visit.redirect_with("/approvals/" + std::string(id.text()),
                                   "承認し、提案のとおりに実行しました。");
      });
  router.post_act<refuse_operation>("/approvals/{case_id}/refusal",
                                    [screens](const Visit& visit, const Acting& acting) {
                                      return refuse_approval(screens, visit, acting);
                                    });
  router.post_act<withdraw_operation>(
      "/approvals/{case_id}/withdrawal",
      [screens](const Visit& visit, const Acting& acting) -> Result<Response> {
        const auto id = KENPO_TRY(case_of(visit));
        KENPO_TRY(screens.office.approvals.withdraw(acting, id));
        return visit.redirect_with("/approvals", "提案を取り下げました。");
      });
  router.post_act<carry_out_operation>(
      "/approvals/{case_id}/execution",
      [screens](const Visit& visit, const Acting& acting) -> Result<Response> {
        const auto id = KENPO_TRY(case_of(visit));
        KENPO_TRY(screens.office.approvals.carry_out(acting, id));
        return visit.redirect_with("/approvals/" + std::string(id.text()), "実行しました。");
      });
}

}  // namespace kenpo::staff
