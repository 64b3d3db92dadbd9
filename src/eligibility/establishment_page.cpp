#include "eligibility/establishment_page.h"

#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/office_size_act.h"

namespace kenpo::eligibility {

namespace of_establishments {

using base::Result;
using desk::Cell;
using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field size_from_field{
    .name = "from", .label = "適用の日", .support = "例：R8.10.1", .length_limit = 20};
constexpr Field office_kind_field{.name = "kind", .label = "特定適用事業所の根拠"};
constexpr Field persons_field{.name = "persons",
                              .label = "人数",
                              .need = Field::Need::optional,
                              .support = "同じ事業主のすべての事業所の被保険者（短時間労働者を除く）。"
                                         "人数によるときだけ入れます。",
                              .length_limit = 9,
                              .mode = "numeric"};
const std::vector<Choice> office_kinds = {
    {"1", "人数による"},
    {"2", "任意特定適用事業所"},
    {"3", "国・地方公共団体"},
    {"4", "規模を下回ったが、引き続き特定適用事業所"}};

std::string address_of(const base::EstablishmentId& id) {
  return "/establishments/" + std::string(id.text());
}

std::string covered_words(std::optional<bool> covers) {
  if (!covers) return "登録なし";
  return *covers ? "該当" : "該当しない";
}

Result<Response> list_page(Ledger ledger, const Visit& visit, const Acting& acting) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : KENPO_TRY(show_establishments(ledger, acting))) {
    rows.push_back({{one.symbol},
                    desk::link_cell(one.name, address_of(one.id)),
                    {one.from.iso()},
                    {one.until ? one.until->iso() : ""}});
  }
  Data data;
  data.section("establishments",
               desk::table("適用事業所", {{"記号"}, {"名称"}, {"適用年月日"}, {"適用の終わり"}},
                           rows, desk::grouped(static_cast<std::int64_t>(rows.size())) + "件"));
  desk::PageHead head;
  head.title = "適用事業所";
  head.section = "/establishments";
  return desk::page(visit, std::move(head), "establishments_page", std::move(data));
}

Result<Response> one_page(Ledger ledger, const Visit& visit, const Acting& acting,
                          const Form& form) {
  const auto id = KENPO_TRY(visit.id<base::EstablishmentId>("establishment"));
  const auto [establishment, sizes, covers_today] =
      KENPO_TRY(show_establishment(ledger, acting, id));
  std::vector<std::vector<Cell>> rows;
  for (const auto& [size, covers] : sizes) {
    rows.push_back({{size.from.iso()},
                    {wording(size.kind).ja.text()},
                    {size.kind == OfficeKind::counted ? desk::grouped(size.persons) : ""},
                    {covered_words(covers)}});
  }
  const bool may = ledger.gate.ruling(office_size_enter, visit.staff()).refusal ==
                   notice::Refusal::none;
  Data data;
  data.section("error_summary", form.error_summary())
      .section("facts",
               desk::description_list(
                   {{"記号", establishment.symbol},
                    {"名称", establishment.name},
                    {"所在地", establishment.address},
                    {"適用年月日", establishment.from.iso()},
                    {"今日の特定適用事業所", covered_words(covers_today)}}))
      .section("sizes", desk::table("事業所の規模",
                                    {{"適用の日"},
                                     {"根拠"},
                                     {"人数(人)", Holds::numbers},
                                     {"その日の特定適用事業所"}},
                                    rows, std::to_string(rows.size()) + "件"))
      .when("may", may)
      .text("form_token", visit.form_token())
      .text("address", address_of(id) + "/sizes")
      .section("from", form.input(size_from_field))
      .section("kind", form.select(office_kind_field, office_kinds))
      .section("persons", form.input(persons_field));
  desk::PageHead head;
  head.title = establishment.name;
  head.section = "/establishments";
  head.crumbs = {{"適用事業所", "/establishments"}};
  head.started = {&office_size_enter};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "establishment_page", std::move(data));
}

Result<Response> enter(Ledger ledger, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto id = KENPO_TRY(visit.id<base::EstablishmentId>("establishment"));
  const auto from = form.date(size_from_field);
  const auto kind = form.choice(office_kind_field, office_kinds);
  const auto persons = form.number(persons_field, 0, office_persons_limit);
  if (form.ok()) {
    const auto done = enter_office_size(ledger, acting,
                                        {.establishment = id,
                                         .from = *from,
                                         .kind = static_cast<OfficeKind>(kind->front() - '0'),
                                         .persons = static_cast<int>(persons.value_or(0))});
    if (done.ok()) return visit.redirect_with(address_of(id), "規模を登録しました。");
    form.note(done.faults());
  }
  return one_page(ledger, visit, acting, form);
}

}  // namespace of_establishments

void add_establishment_routes(desk::Router& router, const Ledger& ledger) {
  using namespace of_establishments;
  router.menu<establishment_list>(desk::MenuGroup::work, "/establishments", "適用事業所");
  router.get_act<establishment_list>("/establishments",
                                     [ledger](const Visit& visit, const Acting& acting) {
                                       return list_page(ledger, visit, acting);
                                     });
  router.get_act<establishment_list>("/establishments/{establishment}",
                                     [ledger](const Visit& visit, const Acting& acting) {
                                       return one_page(ledger, visit, acting, Form());
                                     });
  router.post_act<office_size_enter>("/establishments/{establishment}/sizes",
                                     [ledger](const Visit& visit, const Acting& acting) {
                                       return enter(ledger, visit, acting);
                                     });
}

}  // namespace kenpo::eligibility
