// `/voluntary-members`: premiums of voluntary members, prepayments, slips, certificates.
#include <algorithm>
#include <charconv>

#include "base/era.h"
#include "collection/collection_page.h"
#include "collection/layout_page.h"
#include "collection/voluntary_act.h"
#include "collection/voluntary_print.h"
#include "collection/voluntary_table_page.h"

#include "desk/section_page.h"

namespace kenpo::collection {

// Screens of one folder share many short names; these are of this file.
namespace of_voluntary {

using base::Result;
using base::Yen;
using desk::Cell;
using desk::ChipKind;
using desk::Choice;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field month_field{.name = "month", .label = "請求する月", .length_limit = 20};
constexpr Field first_due_field{.name = "first_due",
                                .label = "初めての保険料の納付期限",
                                .support = "組合が指定する日です。ほかの月は10日です。",
                                .length_limit = 20};
constexpr Field unit_field{.name = "unit", .label = "前納の単位"};
constexpr Field first_field{.name = "first", .label = "前納の初めの月", .length_limit = 20};

const std::vector<Choice> units = {{"1", "半年(4〜9月、10〜3月)"}, {"2", "1年(4〜3月)"}};

Cell member_state(const MemberView& member) {
  if (member.facts.lost) return desk::chip_cell(ChipKind::plain, "喪失");
  if (const auto loss = member.loss()) {
    return desk::chip_cell(ChipKind::problem, loss->kind == UnpaidLoss::Kind::loss
                                                  ? "未納による喪失の提案"
                                                  : "初回未納(資格なし)の提案");
  }
  return member.open() > Yen() ? desk::chip_cell(ChipKind::waiting, "未納あり")
                               : desk::chip_cell(ChipKind::done, "納付済み");
}

desk::Data members_table(const MembersPage& page) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : page.members) {
    const auto loss = one.loss();
    rows.push_back({desk::link_cell(one.name, member_address(one.facts.person)),
                    {one.facts.status == eligibility::Status::special ? "特例退職" : "任意継続"},
                    {one.facts.acquired.iso()},
                    {one.facts.lost ? one.facts.lost->iso() : ""},
                    desk::yen_cell(one.open()),
                    {loss ? loss->lost_on.iso() : ""},
                    member_state(one)});
  }
  return desk::table("任意継続の人",
                     {{"氏名"},
                      {"種別"},
                      {"資格取得日"},
                      {"資格喪失日"},
                      {"未納(円)", Holds::numbers},
                      {"喪失を提案する日"},
                      {"状態"}},
                     rows, desk::grouped(page.count) + "人");
}

/// Files of so many slips each, for the months that were demanded.
void add_slip_links(SectionPage& page, const MembersPage& members) {
  for (const auto& [month, count] : members.slips) {
    const auto files = (count + slips_of_a_file - 1) / slips_of_a_file;
    if (files > 0) {
      page.link(base::era_month(month) + "分の請求額の前月との差、納付書の承認",
                "/voluntary-differences/" + month.iso());
    }
    for (std::int64_t file = 1; file <= files; ++file) {
      page.link(base::era_month(month) + "分の納付書をまとめて印刷(PDF " + std::to_string(file) + ")",
                "/voluntary-slips/" + month.iso() + "-" + std::to_string(file) + ".pdf");
    }
  }
}

Result<Response> list_page(const CollectionScreens& screens, const Visit& visit,
                           const Acting& acting, Form& form) {
  auto ledger = screens.ledger;
  const auto number = visit.page_number();
  const auto members = KENPO_TRY(list_members(ledger, acting, slice_of(number)));
  const auto month = visit.now().day().in_month();
  form.prefill("month", month.iso());
  const auto first_due = first_due_on(month, visit.now().day());
  if (first_due.ok()) form.prefill("first_due", first_due->iso());
  SectionPage page(visit, "collection_page");
  page.faults(form)
      .lead("保険料は全額が本人の負担で、納付期限はその月の10日です(健康保険法161条・164条)。")
      .section("任意継続の人", "納付期限までに納付がないと、期限の翌日に資格を失います(38条3号)。"
                               "喪失は、内容を確かめて資格の画面で登録します。")
      .table(members_table(members))
      .pager(number, members.count, rows_of_a_page, "/voluntary-members");
  page.section("月の保険料を請求する", "前納した人と請求済みの人は除きます。")
      .form("/voluntary-members", "保険料を請求する",
            FormFields().input(form, month_field).input(form, first_due_field));
  add_slip_links(page, members);
  desk::PageHead head;
  head.title = "任意継続の保険料";
  head.section = "/receipts";
  head.started = {&voluntary_levy};
  return page.finish(std::move(head));
}

Result<Response> demand_month(const CollectionScreens& screens, const Visit& visit,
                              const Acting& acting) {
  auto form = visit.form();
  const auto month = form.month(month_field);
  const auto due = form.date(first_due_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = levy_voluntary(ledger, acting, *month, *due);
    if (done.ok()) {
      return visit.redirect_with(
          "/voluntary-members",
          base::era_month(*month) + "分を" + std::to_string(done->demanded) + "人に請求しました(" +
              yen_words(done->total) + ")。前納 " + std::to_string(done->prepaid) +
              "人、請求済み " + std::to_string(done->known) + "人、標準報酬未決定 " +
              std::to_string(done->without_standard) + "人、喪失を提案した人 " +
              std::to_string(done->unpaid) + "人。" + repricing_words(*done));
    }
    form.note(done.faults());
  }
  return list_page(screens, visit, acting, form);
}

/// A prepayment that was asked about, shown before it is demanded.
struct Asked {
  PrepaymentUnit unit = PrepaymentUnit::half_year;
  PrepaymentQuote quote;
};

void add_quote(SectionPage& page, const std::string& address, const Asked& asked) {
  const auto& quote = asked.quote;
  page.section("前納の額", "まだ請求していません。")
      .facts({{"期間", base::era_month(quote.first) + "分から" + std::to_string(quote.months) +
                           "か月"},
              {"納付期限", quote.due.iso()},
              {"割引前の合計", yen_words(quote.without_discount)},
              {"前納する額", yen_words(quote.amount.total())},
              {"うち子ども・子育て支援金", yen_words(quote.amount.child)}})
      .form(address + "/prepayments", "前納を請求する",
            FormFields()
                .hidden("unit", std::to_string(static_cast<int>(asked.unit)))
                .hidden("first", quote.first.iso()));
}

void add_certificates(SectionPage& page, const MemberView& member) {
  int last = 0;
  for (const auto& one : member.payments) {
    const int year = one.paid_on.year();
    if (year == last) continue;
    last = year;
    page.link(std::to_string(year) + "年の納付証明書(PDF)",
              member_address(member.facts.person) + "/certificates/" + std::to_string(year) +
                  ".pdf");
  }
}

Result<Response> member_page(const CollectionScreens& screens, const Visit& visit,
                             const Acting& acting, const Form& form,
                             const std::optional<Asked>& asked = std::nullopt) {
  auto ledger = screens.ledger;
  const auto person = KENPO_TRY(visit.id<base::PersonId>("person"));
  const auto member = KENPO_TRY(show_member(ledger, acting, person));
  const auto address = member_address(person);
  SectionPage page(visit, "collection_page");
  page.faults(form);
  if (const auto loss = member.loss(); loss && !member.facts.lost) {
    const bool ends = loss->kind == UnpaidLoss::Kind::loss;
    page.notification(desk::NotificationKind::warning,
                      ends ? "納付期限を過ぎた保険料があります。喪失日は " + loss->lost_on.iso() +
                                 " です。"
                           : std::string("初めての保険料が納付されていません。"),
                      ends ? "正当な理由がなければ、資格喪失を登録してください(健康保険法38条3号)。"
                           : "任意継続被保険者とならなかったものとみなします(健康保険法37条2項)。");
  }
  if (asked) add_quote(page, address, *asked);
  page.section("資格")
      .facts({{"氏名", member.name},
              {"資格取得日", member.facts.acquired.iso()},
              {"資格喪失日", member.facts.lost ? member.facts.lost->iso() : "なし"},
              {"未納", yen_words(member.open())}});
  page.section("請求").table(demands_table(member));
  if (!member.corrections.empty()) {
    page.section("遡及の訂正", "請求したあとに訂正された月の差額です。不足は次の請求に、"
                               "減額は過誤納になります。")
        .table(corrections_table(member));
  }
  page.section("納付").table(payments_table(member));
  add_certificates(page, member);
  if (member.facts.lost) {
    page.section("喪失の精算", "喪失した月からの請求を減らし、納付済みの額を過誤納にします。"
                               "前納は、残りの期間の額を戻します(施行令51条)。")
        .form(address + "/settlements", "精算する", FormFields());
  } else {
    page.section("前納", "半年か1年の単位で、年4分の複利で割り引きます(施行令48条・49条)。"
                         "料率が変わると、次の請求のときに不足額か過納額を計算します"
                         "(施行令50条)。")
        .form(address + "/quotes", "額を確かめる",
              FormFields().select(form, unit_field, units).input(form, first_field));
  }
  desk::PageHead head;
  head.title = "任意継続の保険料 " + member.name;
  head.section = "/receipts";
  head.crumbs = {{"任意継続の保険料", "/voluntary-members"}};
  head.started = {&voluntary_levy, &voluntary_settle, &voluntary_paper};
  return page.finish(std::move(head));
}

/// `demand`: the prepayment is demanded; else only its amount is shown.
enum class Step : std::uint8_t { show, demand };

Result<Response> prepay_page(const CollectionScreens& screens, const Visit& visit,
                             const Acting& acting, Step step) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("person"));
  auto form = visit.form();
  const auto chosen = form.choice(unit_field, units);
  const auto first = form.month(first_field);
  if (!form.ok()) return member_page(screens, visit, acting, form);
  const auto unit = *chosen == "1" ? PrepaymentUnit::half_year : PrepaymentUnit::year;
  auto ledger = screens.ledger;
  if (step == Step::show) {
    const auto quote = show_quote(ledger, acting, person, unit, *first);
    if (quote.ok()) return member_page(screens, visit, acting, form, Asked{unit, quote->value});
    form.note(quote.faults());
    return member_page(screens, visit, acting, form);
  }
  const auto done = demand_prepayment(ledger, acting, person, unit, *first);
  if (done.ok()) {
    return visit.redirect_with(member_address(person),
                               "前納 " + yen_words(done->debt.total()) + "を請求しました。");
  }
  form.note(done.faults());
  return member_page(screens, visit, acting, form);
}

Result<Response> settle_page(const CollectionScreens& screens, const Visit& visit,
                             const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("person"));
  auto ledger = screens.ledger;
  const auto made = KENPO_TRY(settle_loss(ledger, acting, person));
  Yen back;
  for (const auto& credit : made) back += credit.rest();
  return visit.redirect_with(member_address(person),
                             std::to_string(made.size()) + "件の請求を精算しました。過誤納は" +
                                 yen_words(back) + "です。");
}

std::string_view without_ending(std::string_view file) {
  constexpr std::string_view ending = ".pdf";
  return file.ends_with(ending) ? file.substr(0, file.size() - ending.size())
                                : std::string_view();
}

Result<Response> slip_paper(const CollectionScreens& screens, const Visit& visit,
                            const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("person"));
  const auto key = parse_debt(without_ending(visit.path_value("file")));
  if (!key) return Visit::no_such_page();
  auto ledger = screens.ledger;
  const auto slip = KENPO_TRY(slip_of_member(ledger, acting, person, *key));
  auto printed = KENPO_TRY(print_slip(slip.member, slip.demand, screens.sender, visit.now()));
  return visit.paper("納付書-" + key->month.iso() + ".pdf", std::move(printed));
}

Result<Response> certificate_paper(const CollectionScreens& screens, const Visit& visit,
                                   const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("person"));
  const auto text = without_ending(visit.path_value("file"));
  int year = 0;
  std::from_chars(text.data(), text.data() + text.size(), year);
  constexpr int first_year = 2000;
  if (text.size() != 4 || year < first_year) return Visit::no_such_page();
  auto ledger = screens.ledger;
  const auto member = KENPO_TRY(member_for_paper(ledger, acting, person));
  auto printed = KENPO_TRY(print_certificate(member, year, screens.sender, visit.now()));
  return visit.paper("納付証明書-" + std::string(text) + ".pdf", std::move(printed));
}

}  // namespace of_voluntary

void add_voluntary_routes(desk::Router& router, const CollectionScreens& screens) {
  using namespace of_voluntary;
  const auto page = "/voluntary-members/{person}";
  router.get_act<voluntary_list>("/voluntary-members",
                                 [screens](const Visit& visit, const Acting& acting) {
                                   Form form;
                                   return list_page(screens, visit, acting, form);
                                 });
  router.post_act<voluntary_levy>("/voluntary-members",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return demand_month(screens, visit, acting);
                                  });
  router.get_act<voluntary_show>(page, [screens](const Visit& visit, const Acting& acting) {
    return member_page(screens, visit, acting, Form());
  });
  router.post_act<voluntary_show>(std::string(page) + "/quotes",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return prepay_page(screens, visit, acting, Step::show);
                                  });
  router.post_act<voluntary_levy>(std::string(page) + "/prepayments",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return prepay_page(screens, visit, acting, Step::demand);
                                  });
  router.post_act<voluntary_settle>(std::string(page) + "/settlements",
                                    [screens](const Visit& visit, const Acting& acting) {
                                      return settle_page(screens, visit, acting);
                                    });
  router.get_act<voluntary_paper>(std::string(page) + "/slips/{file}",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return slip_paper(screens, visit, acting);
                                  });
  router.get_act<voluntary_paper>(std::string(page) + "/certificates/{file}",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return certificate_paper(screens, visit, acting);
                                  });
}

}  // namespace kenpo::collection
