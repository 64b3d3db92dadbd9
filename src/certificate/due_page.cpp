// Screens of what is due: `/certificates`, `/certificate-invitations`.
#include <algorithm>

#include "certificate/custody_act.h"
#include "certificate/paper_screen_page.h"
#include "certificate/print_run_act.h"

namespace kenpo::certificate {

namespace of_due {

using base::Result;
using desk::Cell;
using desk::Choice;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr desk::Field way_field{
    .name = "way",
    .label = "交付の方法",
    .support =
        "事業主経由が原則です(健康保険法施行規則47条5項)。保護を受けている人には郵送します。"};
constexpr desk::Field secrecy_field{
    .name = "secrecy",
    .label = "印刷のまとめ方",
    .support = "住所等の保護を受けている人の証は、ほかの人の証と一緒に印刷しません。"};

const std::vector<Choice> ways = {{"1", "事業主経由で交付"}, {"2", "本人に郵送"}};
const std::vector<Choice> secrecies = {{"0", "ふつうの証をまとめて"},
                                       {"1", "保護を受けている人を一人ずつ"}};

constexpr std::array listed_states = {State::to_issue,  State::in_run,     State::issued,
                                      State::delivered, State::to_collect, State::returned,
                                      State::lost};

std::string address_of(Kind kind, State state) {
  return "/certificates?kind=" + std::string(identifier(kind)) +
         "&state=" + std::to_string(static_cast<int>(state));
}

State state_asked(const Visit& visit) {
  const auto text = visit.query("state");
  for (const auto state : listed_states) {
    if (text == std::to_string(static_cast<int>(state))) return state;
  }
  return State::to_issue;
}

Cell count_cell(std::int64_t count, Kind kind, State state) {
  return desk::link_cell(desk::grouped(count) + "件", address_of(kind, state));
}

desk::Data counts_table(const std::vector<StateCount>& counts) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : counts) {
    rows.push_back({{std::string(wording(each.kind))},
                    count_cell(each.to_issue, each.kind, State::to_issue),
                    count_cell(each.in_run, each.kind, State::in_run),
                    count_cell(each.out, each.kind, State::delivered),
                    count_cell(each.to_collect, each.kind, State::to_collect)});
  }
  return desk::table("証の種類ごとの件数",
                     {{"種類"}, {"交付待ち"}, {"印刷中"}, {"印刷済み・交付済み"}, {"回収待ち"}},
                     rows);
}

desk::Data certificates_table(const CertificateList& list, base::Date today) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : list.certificates) {
    const bool overdue =
        each.state == State::to_collect && each.collect_by && *each.collect_by < today;
    rows.push_back(
        {desk::link_cell(each.contents.name, "/certificates/" + std::string(each.id.text())),
         {masked_number(each.contents)},
         {contents_words(each)},
         {span_words(each)},
         {std::string(wording(each.cause))},
         {each.state_on.iso()},
         {each.collect_by ? each.collect_by->iso() : ""},
         overdue ? desk::chip_cell(desk::ChipKind::problem, "返納の期限切れ")
                 : state_cell(each, today)});
  }
  return desk::table("一覧",
                     {{"氏名"},
                      {"記号・番号"},
                      {"内容"},
                      {"有効期間"},
                      {"交付の理由"},
                      {"状態の日"},
                      {"返納の期限"},
                      {"状態"}},
                     rows, desk::grouped(list.count) + "件");
}

Result<Response> due_page(const desk::Router& router, eligibility::Ledger ledger,
                          const Visit& visit, const Acting& acting, const Form& form,
                          std::optional<Kind> of_form) {
  const auto kind =
      of_form ? *of_form : parse_kind(visit.query("kind")).value_or(Kind::confirmation);
  const auto state = of_form ? State::to_issue : state_asked(visit);
  const auto page = visit.page_number();
  const auto list = KENPO_TRY(list_papers(ledger, acting, kind, state, page - 1));
  PaperScreen screen(router, visit);
  screen.faults(form)
      .lead("月次処理で、交付・判定・回収が必要な証を洗い出しています。件数から一覧を開きます。")
      .section("件数")
      .table(counts_table(list.counts))
      .link("印刷の一覧", "/certificate-runs")
      .link("基準収入額適用申請の案内", "/certificate-invitations")
      .link("限度額適用区分の一覧", "/limit-classes")
      .link("マイナ保険証の一覧の受付", "/card-lists");
  screen.section(std::string(wording(kind)) + "：" + std::string(wording(state)))
      .table(certificates_table(list, visit.now().day()))
      .pager(page, list.count, certificates_a_page, address_of(kind, state));
  if (state == State::to_issue && list.count > 0) {
    const auto most = desk::grouped(run_papers_limit);
    screen
        .section("印刷を作る",
                 "待っている順に最大" + most + "枚に番号を振り、二人目の決裁に出します。")
        .form("/certificate-kinds/" + std::string(identifier(kind)) + "/runs",
              "印刷を作って決裁に出す",
              PaperFields().select(form, way_field, ways).select(form, secrecy_field, secrecies));
  }
  return screen.finish({.title = "証の交付", .section = "/certificates"});
}

Result<Response> make(const desk::Router& router, const PaperScreens& screens, const Visit& visit,
                      const Acting& acting) {
  const auto kind = parse_kind(visit.path_value("kind"));
  if (!kind) return Visit::no_such_page();
  auto ledger = screens.ledger;
  auto form = visit.form();
  const auto way = form.choice(way_field, ways);
  const auto secrecy = form.choice(secrecy_field, secrecies);
  if (form.ok()) {
    const auto run = make_run(ledger, acting, *kind, static_cast<Way>(way->front() - '0'),
                              static_cast<Secrecy>(secrecy->front() - '0'));
    if (run.ok()) {
      const auto address = "/certificate-runs/" + std::string(run->text());
      const auto proposed = propose_run(ledger, screens.approvals, acting, *run);
      return visit.redirect_with(address, proposed.ok()
                                              ? "印刷を作り、決裁に出しました。"
                                              : "印刷を作りました。決裁に出してください。");
    }
    form.note(run.faults());
  }
  return due_page(router, ledger, visit, acting, form, kind);
}

Result<Response> invitations_page(const desk::Router& router, eligibility::Ledger ledger,
                                  const Visit& visit, const Acting& acting) {
  const auto list = KENPO_TRY(list_invitations(ledger, acting));
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : list) {
    const auto person = std::string(each.application.person.text());
    rows.push_back({desk::link_cell(each.name, "/members/" + person + "/certificates"),
                    {each.application.applied_on.iso()},
                    each.answered ? desk::chip_cell(*each.answered == ApplicationOutcome::accepted
                                                        ? desk::ChipKind::done
                                                        : desk::ChipKind::plain,
                                                    std::string(wording(*each.answered)))
                                  : desk::chip_cell(desk::ChipKind::waiting, "申請待ち")});
  }
  PaperScreen screen(router, visit);
  screen
      .lead(
          "負担が3割で、収入によっては2割になる見込みのある人です。標準報酬から基準額に届くことが"
          "明らかな人は含みません(健康保険法施行令34条2項)。")
      .section("案内する人")
      .table(desk::table("新しい順に最大50人", {{"氏名"}, {"洗い出した日"}, {"申請"}}, rows,
                         std::to_string(rows.size()) + "人"));
  return screen.finish({.title = "基準収入額適用申請の案内",
                        .section = "/certificates",
                        .crumbs = {{"証の交付", "/certificates"}}});
}

}  // namespace of_due

void add_due_routes(desk::Router& router, const PaperScreens& screens) {
  using namespace of_due;
  router.get_act<certificate_list>(
      "/certificates", [&router, screens](const Visit& visit, const Acting& acting) {
        return due_page(router, screens.ledger, visit, acting, Form(), std::nullopt);
      });
  router.post_act<certificate_run_make>(
      "/certificate-kinds/{kind}/runs",
      [&router, screens](const Visit& visit, const Acting& acting) {
        return make(router, screens, visit, acting);
      });
  router.get_act<certificate_list>("/certificate-invitations",
                                   [&router, screens](const Visit& visit, const Acting& acting) {
                                     return invitations_page(router, screens.ledger, visit, acting);
                                   });
  router.menu<certificate_list>(desk::MenuGroup::work, "/certificates", "証の交付");
}

}  // namespace kenpo::certificate
