#include "eligibility/comparison_page.h"

#include "base/era.h"
#include "base/mask.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "eligibility/person_merge_act.h"
#include "eligibility/protection.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;

constexpr Field kept_field{.name = "kept",
                           .label = "名前を残す台帳",
                           .support = "もう一方の台帳も消えません。どちらを開いても、二つがまとめて"
                                      "表示されます。"};
constexpr Field merge_note_field{.name = "note",
                           .label = "理由",
                           .support = "同じ人と判断した根拠を400字までで残します。",
                           .length_limit = note_limit_characters};
constexpr Field reversal_note_field{.name = "reversal_note",
                                    .label = "取り消す理由",
                                    .support = "400字までで残します。",
                                    .length_limit = note_limit_characters};

/// Whether numbers and addresses are hidden.
enum class Hidden : std::uint8_t { yes, no };

struct Screen {
  const desk::Router& router;
  const Visit& visit;
  const StaffName& staff_name;
  const EstablishmentNames& names;
  Hidden hidden;
};

std::string born_words(const Person& person) {
  return base::era_long(person.born).value_or(person.born.iso());
}

std::string sex_words(const Person& person) { return person.sex == Sex::male ? "男" : "女"; }

std::string address_words(const Person& person) {
  if (person.sheltered == Sheltered::yes) return sheltered_words;
  return person.address.empty() ? "記録なし" : person.address;
}

/// 「見本製作所 101-12 2026-04-01〜2026-09-30」, one period after another.
std::string period_words(const LookAlike& one, const EstablishmentNames& names, Hidden hidden) {
  std::string words;
  for (const auto& period : one.periods) {
    if (!words.empty()) words += "、";
    const bool sheltered = one.person.sheltered == Sheltered::yes;
    const bool masked = sheltered || hidden == Hidden::yes;
    words += (sheltered ? sheltered_words : names.name(period.establishment)) + " " +
             (masked ? masked_insured_number(period.symbol, period.number)
                     : insured_number(period.symbol, period.number)) +
             " " + period.acquired.iso() + "〜" +
             (period.lost ? period.lost->plus_days(-1).iso() : "");
  }
  return words.empty() ? "なし" : words;
}

std::string count_words(std::size_t count) {
  return desk::grouped(static_cast<std::int64_t>(count)) + "人";
}

Cell same_cell(bool same) {
  return desk::chip_cell(same ? ChipKind::done : ChipKind::waiting, same ? "同じ" : "違う");
}

std::vector<Cell> row(std::string what, std::string one, std::string other) {
  const bool same = one == other;
  return {{std::move(what)}, {std::move(one)}, {std::move(other)}, same_cell(same)};
}

/// Whether they are the same is told without showing them.
std::vector<Cell> address_row(const Person& one, const Person& other, Hidden hidden) {
  const auto shown = [&](const Person& person) {
    const bool hide = hidden == Hidden::yes && !person.address.empty();
    return hide ? base::masked(person.address) : address_words(person);
  };
  return {{"住所"}, {shown(one)}, {shown(other)}, same_cell(one.address == other.address)};
}

std::vector<Cell> period_row(const Comparison& shown, const Screen& screen) {
  const auto words = [&](const LookAlike& one, Hidden hidden) {
    return period_words(one, screen.names, hidden);
  };
  return {{"資格"},
          {words(shown.one, screen.hidden)},
          {words(shown.other, screen.hidden)},
          same_cell(words(shown.one, Hidden::no) == words(shown.other, Hidden::no))};
}

Data comparison_table(const Comparison& shown, const Screen& screen) {
  const auto& one = shown.one;
  const auto& other = shown.other;
  const std::vector<std::vector<Cell>> rows{
      row("氏名", one.person.name, other.person.name),
      row("カナ", one.person.name_kana, other.person.name_kana),
      row("生年月日", born_words(one.person), born_words(other.person)),
      row("性別", sex_words(one.person), sex_words(other.person)),
      address_row(one.person, other.person, screen.hidden),
      period_row(shown, screen),
      row("被扶養者としての記録", count_words(one.dependent_of.size()),
          count_words(other.dependent_of.size())),
      row("被扶養者の人数", count_words(one.dependents), count_words(other.dependents))};
  return desk::table("二人の台帳", {{"項目"}, {"台帳1"}, {"台帳2"}, {"比較"}}, rows);
}

std::vector<desk::Choice> ledger_choices(const Comparison& shown) {
  return {{shown.other.person.id.text(), "台帳2（先にあった台帳）"},
          {shown.one.person.id.text(), "台帳1（あとの台帳）"}};
}

std::vector<Data> merge_rows(const Screen& screen, const Comparison& shown) {
  std::vector<Data> rows;
  for (const auto& merge : shown.merges) {
    Data data;
    data.text("decided_at", merge.decided_at.short_text())
        .text("decided_by", merge.decided_by ? screen.staff_name(*merge.decided_by) : "")
        .text("kept_ledger", merge.kept == shown.one.person.id ? "台帳1" : "台帳2")
        .when("reversed", merge.reversed_at.has_value())
        .text("reversed_at", merge.reversed_at ? merge.reversed_at->short_text() : "")
        .text("reversed_by", merge.reversed_by ? screen.staff_name(*merge.reversed_by) : "");
    rows.push_back(std::move(data));
  }
  return rows;
}

Data comparison_data(const Screen& screen, const Comparison& shown, const Form& form) {
  const auto address = work_address(shown.item.id);
  const auto may = [&](const notice::Operation& operation) {
    return screen.router.gate().ruling(operation, screen.visit.staff()).refusal ==
           notice::Refusal::none;
  };
  const bool stands = !shown.merges.empty() && !shown.merges.back().reversed_at;
  const bool awaits = shown.item.state == WorkState::awaiting_approval;
  const bool own = shown.asked_by == screen.visit.staff();
  Data data;
  data.text("address", address)
      .section("state", desk::chip(chip_kind(shown.item.state),
                                   wording(shown.item.state).ja.text()))
      .section("comparison", comparison_table(shown, screen))
      .text_if_any("reveal_address",
                   screen.hidden == Hidden::yes ? address + "/comparison/identifiers" : "")
      .text("one_address", "/members/" + std::string(shown.one.person.id.text()))
      .text("other_address", "/members/" + std::string(shown.other.person.id.text()))
      .when("any_merges", !shown.merges.empty())
      .list("merges", merge_rows(screen, shown))
      .when("may_decide", awaits && !own && !stands && may(merge_decide))
      .when("own_proposal", awaits && own)
      .when("not_asked", !awaits && !stands && shown.item.state != WorkState::finished)
      .section("kept", form.select(kept_field, ledger_choices(shown)))
      .section("note", form.input(merge_note_field))
      .when("may_reverse", stands && may(merge_reverse))
      .text("merge", stands ? std::string(shown.merges.back().id.text()) : std::string())
      .section("reversal_note", form.input(reversal_note_field));
  return data;
}

Result<Response> comparison_page(const desk::Router& router, const StaffName& staff_name,
                                 Ledger ledger, const Visit& visit,
                                 const std::optional<Comparison>& shown, Hidden hidden) {
  if (!shown) return Visit::no_such_page();
  const auto names = KENPO_TRY(EstablishmentNames::of(ledger, notice::Acting{visit.staff()}));
  desk::PageHead head;
  head.title = "名寄せの候補の比較";
  head.section = "/work";
  head.crumbs = {{"事務処理の一覧", "/work"},
                 {wording(shown->item.kind).ja.text(), work_address(shown->item.id)}};
  return desk::page(visit, std::move(head), "comparison_page",
                    comparison_data({router, visit, staff_name, names, hidden}, *shown, Form()));
}

base::Fault not_filled() {
  return {.what = {"残す台帳と理由を入れてください。", "Choose the ledger and give the reason."},
          .why = {"理由は400字までです。", "A reason has 400 characters at most."},
          .mend = {"戻って入れ直してください。", "Go back and fill it in."},
          .place = {}};
}

Result<Response> merge(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  const auto id = KENPO_TRY(visit.id<WorkItemId>("id"));
  auto form = visit.form();
  const auto kept = base::PersonId::parse(form.text(kept_field).value_or(std::string()));
  const auto note = form.text(merge_note_field);
  if (!kept || !note) return not_filled();
  const auto done = KENPO_TRY(merge_people(ledger, acting, id, *kept, *note));
  return visit.redirect_with("/members/" + std::string(done.kept.text()),
                             "二つの台帳をまとめました。どちらも消えていません。");
}

Result<Response> reverse(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  const auto id = KENPO_TRY(visit.id<WorkItemId>("id"));
  const auto merge = KENPO_TRY(visit.id<MergeId>("merge"));
  auto form = visit.form();
  const auto note = form.text(reversal_note_field);
  if (!note) return not_filled();
  KENPO_TRY(reverse_merge(ledger, acting, id, merge, *note));
  return visit.redirect_with(work_address(id) + "/comparison", "名寄せを取り消しました。");
}

}  // namespace

void add_comparison_routes(desk::Router& router, const Ledger& ledger,
                           const StaffName& staff_name) {
  router.get<merge_compare>("/work/{id}/comparison",
                            [&router, ledger, staff_name](
                                const Visit& visit,
                                const notice::Permit<merge_compare>& permit) -> Result<Response> {
                              auto opened = ledger;
                              const auto id = KENPO_TRY(visit.id<WorkItemId>("id"));
                              const auto shown = KENPO_TRY(compare_people(permit, opened, id));
                              return comparison_page(router, staff_name, ledger, visit, shown,
                                                     Hidden::yes);
                            });
  router.get<merge_reveal>("/work/{id}/comparison/identifiers",
                           [&router, ledger, staff_name](
                               const Visit& visit,
                               const notice::Permit<merge_reveal>& permit) -> Result<Response> {
                             auto opened = ledger;
                             const auto id = KENPO_TRY(visit.id<WorkItemId>("id"));
                             const auto shown = KENPO_TRY(reveal_people(permit, opened, id));
                             return comparison_page(router, staff_name, ledger, visit, shown,
                                                    Hidden::no);
                           });
  router.post_act<merge_decide>("/work/{id}/merges",
                                [ledger](const Visit& visit, const notice::Acting& acting) {
                                  return merge(ledger, visit, acting);
                                });
  router.post_act<merge_reverse>("/work/{id}/merges/{merge}/reversals",
                                 [ledger](const Visit& visit, const notice::Acting& acting) {
                                   return reverse(ledger, visit, acting);
                                 });
}

}  // namespace kenpo::eligibility
