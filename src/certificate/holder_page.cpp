// Screen of one member's papers: `/members/{id}/certificates`.
#include <algorithm>

#include "certificate/application_act.h"
#include "certificate/paper_screen_page.h"
#include "eligibility/link_page.h"

namespace kenpo::certificate {

namespace of_holder_screens {

using base::Result;
using desk::Cell;
using desk::Choice;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr desk::Field use_field{.name = "use",
                                .label = "マイナ保険証の利用",
                                .support = "毎月の一覧、本人の申出などで分かったことを選びます。"};
constexpr desk::Field since_field{
    .name = "since", .label = "いつから", .support = "例：R8.11.24", .length_limit = 20};
constexpr desk::Field source_field{.name = "source", .label = "何で分かったか"};

const std::vector<Choice> uses = {{"1", "利用できる"},           {"2", "利用登録なし"},
                                  {"3", "カードでの受診が困難"}, {"4", "カードの紛失"},
                                  {"5", "カードの更新中"},       {"6", "電子証明書の期限切れ"}};
const std::vector<Choice> sources = {{"1", "本人・事業主の申出"}, {"2", "毎月の一覧"}};

struct ApplicationLink {
  const char* words;
  const char* kind;
};
constexpr ApplicationLink application_links[] = {{"資格確認書の申請", "confirmation"},
                                                 {"限度額適用認定証の申請", "limit"},
                                                 {"減額認定証の申請", "reduction"},
                                                 {"特定疾病療養受療証の申請", "disease"},
                                                 {"基準収入額適用申請", "relief"}};

std::string share_words(int percent) {
  return percent == 0 ? "70歳から74歳ではない" : std::to_string(percent / 10) + "割";
}

std::vector<desk::Item> facts_of(const MemberPapers& shown) {
  const auto& known = shown.known;
  const auto& holder = known.holder;
  const auto membership = holder.membership == Membership::insured     ? "被保険者"
                          : holder.membership == Membership::dependent ? "被扶養者"
                                                                       : "資格なし";
  std::vector<desk::Item> items{
      {"氏名", holder.contents.name},
      {"記号・番号", masked_number(holder.contents)},
      {"資格", std::string(membership) + "(" + holder.joined.iso() + "から)"},
      {"マイナ保険証", std::string(wording(holder.card_use)) +
                           (known.card ? "(" + known.card->from.iso() + "から、" +
                                             std::string(wording(known.card->source)) + ")"
                                       : "")},
      {"負担割合", share_words(holder.share_percent)},
      {"限度額区分", holder.limit_class ? std::string(label(*holder.limit_class))
                                        : "標準報酬月額が決まると表示します"}};
  if (holder.share_next_percent != holder.share_percent) {
    items.push_back({"来月の負担割合", share_words(holder.share_next_percent)});
  }
  return items;
}

desk::Data papers_table(const MemberPapers& shown, base::Date today) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : shown.papers) {
    rows.push_back({desk::link_cell(std::string(wording(each.kind)),
                                    "/certificates/" + std::string(each.id.text())),
                    {contents_words(each)},
                    {span_words(each)},
                    {std::string(wording(each.cause))},
                    {each.paper_number == 0 ? "" : paper_words(each.kind, each.paper_number)},
                    {each.state_on.iso()},
                    state_cell(each, today)});
  }
  return desk::table(
      "証",
      {{"種類"}, {"内容"}, {"有効期間"}, {"交付の理由"}, {"用紙の番号"}, {"状態の日"}, {"状態"}},
      rows, std::to_string(rows.size()) + "件");
}

desk::Data due_table(const Upkeep& due) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : due.issue) {
    rows.push_back({{"交付"},
                    {std::string(wording(each.kind))},
                    {std::string(wording(each.cause))},
                    {each.from.iso() + "〜" + (each.until ? each.until->iso() : "")}});
  }
  for (std::size_t at = 0; at < due.collect.size(); ++at) {
    rows.push_back({{"回収"}, {"交付した証"}, {"使えなくなる"}, {"〜" + due.collect_by.iso()}});
  }
  for (std::size_t at = 0; at < due.drop.size(); ++at) {
    rows.push_back({{"取りやめ"}, {"交付待ちの証"}, {"必要がなくなった"}, {""}});
  }
  if (due.invitation == Upkeep::Invitation::relief) {
    rows.push_back({{"案内"}, {"基準収入額適用申請"}, {"3割負担"}, {""}});
  }
  return desk::table("これから行うこと", {{"手続"}, {"証"}, {"理由"}, {"期間"}}, rows);
}

/// What the notifications told about papers; nothing told, no table.
std::vector<std::vector<Cell>> told_rows(const MemberPapers& shown) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : shown.known.told) {
    std::string words;
    if (each.wanted == eligibility::YesNo::yes) words = "資格確認書の発行が必要";
    if (each.tells_of_return()) {
      words = "資格確認書の添付 " + std::to_string(each.attached) + "枚、返納不能 " +
              std::to_string(each.not_returned) + "枚";
    }
    rows.push_back({{each.on.iso()}, {each.received_on.iso()}, {std::move(words)}});
  }
  return rows;
}

desk::Data applications_table(const MemberPapers& shown) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : shown.applications) {
    const auto kind = each.outcome == ApplicationOutcome::accepted  ? desk::ChipKind::done
                      : each.outcome == ApplicationOutcome::refused ? desk::ChipKind::problem
                                                                    : desk::ChipKind::waiting;
    rows.push_back({{each.applied_on.iso()},
                    {std::string(wording(each.kind))},
                    {each.reason},
                    {each.evidence},
                    desk::chip_cell(kind, std::string(wording(each.outcome)))});
  }
  return desk::table("申請と案内", {{"日付"}, {"申請"}, {"理由"}, {"添付"}, {"結果"}}, rows);
}

Result<Response> holder_page(const desk::Router& router, const PaperScreens& screens,
                             const Visit& visit, const Acting& acting, const Form& form) {
  auto ledger = screens.ledger;
  const auto person = KENPO_TRY(visit.id<base::PersonId>("id"));
  const auto shown = KENPO_TRY(show_papers(ledger, acting, person));
  const auto address = "/members/" + std::string(person.text());
  const auto& due = shown.upkeep.value;
  PaperScreen screen(router, visit);
  screen.faults(form).section("この人").facts(facts_of(shown)).link("加入者台帳", address);
  screen.section("証").table(papers_table(shown, visit.now().day()));
  if (due.nothing()) {
    screen.section("これから行うこと", "いま行うことはありません。");
  } else {
    screen.section("これから行うこと", "月次処理でも行われます。")
        .table(due_table(due))
        .form(address + "/certificate-upkeeps", "いま行う");
  }
  screen.section("マイナ保険証の利用")
      .form(address + "/card-uses", "利用の状況を登録する",
            PaperFields()
                .select(form, use_field, uses)
                .input(form, since_field)
                .select(form, source_field, sources));
  if (const auto told = told_rows(shown); !told.empty()) {
    screen
        .section("届書に書かれたこと",
                 "返納は、届いた枚数をこの枚数と比べて、証ごとに記録します。")
        .table(desk::table("届書の資格確認書の欄", {{"事実の日"}, {"受付日"}, {"内容"}}, told));
  }
  screen.section("申請").table(applications_table(shown));
  for (const auto& link : application_links) {
    screen.link(link.words, address + "/certificate-applications/" + link.kind);
  }
  screen.section("判定の理由").table(basis_table("交付・回収の判定", shown.upkeep.basis));
  if (!shown.known.share_basis.empty()) {
    screen.section("負担割合の理由").table(basis_table("負担割合の判定", shown.known.share_basis));
  }
  if (!shown.known.class_basis.empty()) {
    screen
        .section("限度額区分の理由",
                 "被保険者の標準報酬月額から、申請がなくても決めています"
                 "(健康保険法施行規則103条の2第1項)。")
        .table(basis_table("限度額区分の判定", shown.known.class_basis));
  }
  return screen.finish({.title = "証の状況",
                        .section = "/members",
                        .crumbs = {{"加入者", "/members"}, {"加入者台帳", address}}});
}

Result<Response> upkeep_now(const desk::Router& router, const PaperScreens& screens,
                            const Visit& visit, const Acting& acting) {
  auto ledger = screens.ledger;
  const auto person = KENPO_TRY(visit.id<base::PersonId>("id"));
  const auto done = keep_papers(ledger, acting, person);
  if (done.ok()) {
    return visit.redirect_with("/members/" + std::string(person.text()) + "/certificates",
                               "交付・回収の一覧に入れました。");
  }
  auto form = visit.form();
  form.note(done.faults());
  return holder_page(router, screens, visit, acting, form);
}

Result<Response> enter_use(const desk::Router& router, const PaperScreens& screens,
                           const Visit& visit, const Acting& acting) {
  auto ledger = screens.ledger;
  const auto person = KENPO_TRY(visit.id<base::PersonId>("id"));
  auto form = visit.form();
  const auto use = form.choice(use_field, uses);
  const auto since = form.date(since_field);
  const auto source = form.choice(source_field, sources);
  if (!form.ok()) return holder_page(router, screens, visit, acting, form);
  const auto done =
      enter_card_use(ledger, acting,
                     {.person = person,
                      .from = *since,
                      .use = static_cast<CardUse>(use->front() - '0'),
                      .source = static_cast<CardFact::Source>(source->front() - '0')});
  if (done.ok()) {
    return visit.redirect_with("/members/" + std::string(person.text()) + "/certificates",
                               "マイナ保険証の利用の状況を登録しました。");
  }
  form.note(done.faults());
  return holder_page(router, screens, visit, acting, form);
}

}  // namespace of_holder_screens

void add_holder_routes(desk::Router& router, const PaperScreens& screens) {
  using namespace of_holder_screens;
  const std::string member = "/members/{id}";
  router.get_act<certificate_show>(member + "/certificates",
                                   [&router, screens](const Visit& visit, const Acting& acting) {
                                     return holder_page(router, screens, visit, acting, Form());
                                   });
  router.post_act<certificate_upkeep>(member + "/certificate-upkeeps",
                                      [&router, screens](const Visit& visit, const Acting& acting) {
                                        return upkeep_now(router, screens, visit, acting);
                                      });
  router.post_act<certificate_card_enter>(
      member + "/card-uses", [&router, screens](const Visit& visit, const Acting& acting) {
        return enter_use(router, screens, visit, acting);
      });
}

}  // namespace kenpo::certificate
