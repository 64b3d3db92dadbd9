// Screens over many members: `/limit-classes`, `/card-lists`.
#include "base/mapped_file.h"
#include "base/width.h"
#include "certificate/card_list_act.h"
#include "certificate/custody_act.h"
#include "certificate/limit_list_act.h"
#include "certificate/paper_screen_page.h"
#include "eligibility/link_page.h"

namespace kenpo::certificate {

namespace of_lists {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr desk::Field symbol_field{
    .name = "symbol", .label = "事業所の記号", .length_limit = 8};

std::string told_by(const LimitLine& line) {
  if (line.paper) return std::string(wording(*line.paper));
  return calls_for_confirmation(line.card_use) ? "申請があれば認定証" : "オンライン資格確認";
}

std::vector<std::vector<Cell>> limit_rows(const desk::Router& router, const Visit& visit,
                                          const LimitList& list) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : list.lines) {
    const auto address = eligibility::open_address(
        router, visit, "/members/" + std::string(line.person.text()) + "/certificates");
    rows.push_back(
        {address.empty() ? Cell{line.contents.name} : desk::link_cell(line.contents.name, address),
         {masked_number(line.contents)},
         {line.membership == Membership::dependent ? "被扶養者" : "被保険者"},
         {line.standard == base::Yen() ? "" : line.standard.grouped() + "円"},
         {line.share_percent == 0 ? "70歳未満" : std::to_string(line.share_percent / 10) + "割"},
         {line.limit_class ? std::string(label(*line.limit_class)) : "標準報酬月額の決定待ち"},
         {line.ground},
         {told_by(line)}});
  }
  return rows;
}

Result<Response> limit_page(const desk::Router& router, eligibility::Ledger ledger,
                            const Visit& visit, const Acting& acting) {
  Form form(visit.request().query);
  const bool asked = !visit.query("symbol").empty();
  const auto symbol =
      asked ? base::normalised(base::Entry::code, form.text(symbol_field).value_or("")) : "";
  const auto page = visit.page_number();
  std::optional<LimitList> list;
  if (asked && form.ok()) {
    list = KENPO_TRY(list_limit_classes(ledger, acting, symbol,
                                        static_cast<std::size_t>(page - 1)));
    if (!list) {
      form.note(symbol_field, {"この記号の事業所がありません。", "No such symbol."});
    }
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .section("symbol", form.input(symbol_field))
      .when("any_list", list.has_value())
      .when("any_left_out", list && list->left_out > 0);
  const auto shown = list.value_or(LimitList{.establishment = base::EstablishmentId::draw()});
  data.section("lines", desk::table("限度額適用区分",
                                    {{"氏名"},
                                     {"記号・番号"},
                                     {"区別"},
                                     {"標準報酬月額", Holds::numbers},
                                     {"負担割合"},
                                     {"区分"},
                                     {"根拠"},
                                     {"伝え方"}},
                                    limit_rows(router, visit, shown),
                                    std::to_string(shown.lines.size()) + "人"))
      .section("pages", desk::pager(page, static_cast<std::int64_t>(shown.people),
                                    limit_lines_a_page, "/limit-classes?symbol=" + symbol));
  desk::PageHead head;
  head.title = "限度額適用区分の一覧";
  head.section = "/certificates";
  head.crumbs = {{"証の交付", "/certificates"}};
  head.submit_label = "一覧を出す";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "limit_list_page", std::move(data));
}

Result<Response> card_list_page(const Visit& visit, const Form& form) {
  Data data;
  data.section("error_summary", form.error_summary());
  desk::PageHead head;
  head.title = "マイナ保険証の一覧の受付";
  head.section = "/certificates";
  head.crumbs = {{"証の交付", "/certificates"}};
  head.submit_label = "受け付ける";
  head.started = {&certificate_card_list_take};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "card_list_page", std::move(data));
}

std::string told(const CardListTaken& taken) {
  const auto count = [](std::int64_t number) { return desk::grouped(number); };
  return count(taken.people) + "人を確かめました。利用登録なしになった人" +
         count(taken.newly_without) + "人、利用登録ありになった人" +
         count(taken.newly_registered) + "人。交付待ちが" + count(taken.upkeep.to_issue) +
         "件増えました。";
}

Result<Response> take_list(eligibility::Ledger ledger, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto& uploads = visit.request().uploads;
  if (uploads.empty() || uploads.front().size_bytes == 0) {
    form.note(base::Faults{{.what = {"ファイルを選んでください。", "Choose a file."},
                            .why = {},
                            .mend = {"一覧のCSVを選びます。", "The list as CSV."},
                            .place = {}}});
    return card_list_page(visit, form);
  }
  const auto file = KENPO_TRY(base::MappedFile::open(uploads.front().path));
  const auto taken = take_card_list(ledger, acting, file.bytes(), "マイナ保険証の一覧");
  if (!taken.ok()) {
    form.note(taken.faults());
    return card_list_page(visit, form);
  }
  return visit.redirect_with("/certificates", told(*taken));
}

}  // namespace of_lists

void add_list_routes(desk::Router& router, const PaperScreens& screens) {
  using namespace of_lists;
  router.get_act<certificate_limit_list>(
      "/limit-classes", [&router, screens](const Visit& visit, const Acting& acting) {
        return limit_page(router, screens.ledger, visit, acting);
      });
  router.get<certificate_list>(
      "/card-lists", [](const Visit& visit, const notice::Permit<certificate_list>&) {
        return card_list_page(visit, Form());
      });
  router.post_act<certificate_card_list_take>(
      "/card-lists", [screens](const Visit& visit, const Acting& acting) {
        return take_list(screens.ledger, visit, acting);
      });
}

}  // namespace kenpo::certificate
