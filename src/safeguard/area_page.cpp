#include "safeguard/area_page.h"

#include <algorithm>

#include "base/mapped_file.h"
#include "desk/section_page.h"
#include "safeguard/area_act.h"

namespace kenpo::safeguard {

// Screens of one folder share many short names; these are of this file.
namespace of_areas {

using base::Result;
using desk::Cell;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using Handlers = std::vector<staff::NamedHandler>;
using Need = desk::Field::Need;

constexpr Field symbol_field{.name = "symbol",
                             .label = "記号",
                             .support = "入退室装置が区域を呼ぶ記号です。例：A1",
                             .length_limit = 16};
constexpr Field name_field{.name = "name", .label = "区域の名前", .length_limit = 40};
constexpr Field place_field{.name = "place", .label = "場所", .length_limit = 60};
constexpr Field rule_field{.name = "rule",
                           .label = "入れる人と持ち込めるもの",
                           .support = "例：業務課の職員。私物の携帯電話・USBメモリは持ち込めない。",
                           .length_limit = 200};
constexpr Field holder_field{.name = "card_holder", .label = "カードを渡す人"};
constexpr Field card_field{.name = "card", .label = "カードの番号", .length_limit = 32};
constexpr Field staff_field{.name = "passed_by", .label = "通った人"};
constexpr Field area_field{.name = "area", .label = "区域"};
constexpr Field way_field{.name = "way", .label = "入室・退室"};
constexpr Field at_field{
    .name = "passed_at", .label = "日時", .support = "例：R8.11.24 9:30", .length_limit = 40};
constexpr Field day_field{.name = "day", .label = "日", .need = Need::optional, .length_limit = 20};

const std::vector<desk::Choice> ways = {{"in", "入室"}, {"out", "退室"}};

std::vector<desk::Choice> area_choices(const std::vector<Area>& areas) {
  std::vector<desk::Choice> choices;
  for (const auto& area : areas) choices.push_back({area.id.text(), area.name});
  return choices;
}

std::string area_name(const std::vector<Area>& areas, const AreaId& id) {
  const auto at = std::ranges::find(areas, id, &Area::id);
  return at == areas.end() ? "登録のない区域" : at->name;
}

desk::Data areas_table(const std::vector<Area>& areas) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& area : areas) {
    rows.push_back({{area.symbol}, {area.name}, {area.place}, {area.rule}});
  }
  return desk::table("区域", {{"記号"}, {"区域"}, {"場所"}, {"入れる人と持ち込めるもの"}}, rows);
}

desk::Data cards_table(const AreaView& view, const Handlers& handlers) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& card : view.cards) {
    rows.push_back({{staff_name(handlers, card.staff)}, {card.card}});
  }
  return desk::table("カード", {{"渡した人"}, {"カードの番号"}}, rows);
}

desk::Data passages_table(const AreaView& view, const Handlers& handlers) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& passage : view.passages) {
    rows.push_back({{passage.at.short_text()},
                    {staff_name(handlers, passage.staff)},
                    {area_name(view.areas, passage.area)},
                    {passage.direction == Direction::in ? "入室" : "退室"},
                    {passage.source == PassageSource::by_hand ? "手で記録" : "装置のファイル"}});
  }
  return desk::table("入退室", {{"日時"}, {"人"}, {"区域"}, {"入退"}, {"記録のもと"}}, rows,
                     std::to_string(rows.size()) + "件");
}

base::Date day_of(const Visit& visit) {
  return desk::parse_office_date(visit.query("day")).value_or(visit.now().day());
}

Result<Response> areas_page(const RegisterScreens& screens, const Visit& visit,
                            const Acting& acting, const Form& form) {
  const auto day = day_of(visit);
  const auto view = KENPO_TRY(show_areas(screens.office, acting, day));
  const auto handlers = screens.handlers();
  const auto staff = staff_choices(handlers);
  SectionPage page(visit);
  page.faults(form)
      .lead("個人データを取り扱う区域と、その入退室を記録します(公表事項2 物理的安全管理措置)。")
      .section("区域")
      .table(areas_table(view.areas))
      .form("/areas", "区域を登録する",
            FormFields()
                .input(form, symbol_field)
                .input(form, name_field)
                .input(form, place_field)
                .input(form, rule_field))
      .section("入退室(" + day.iso() + ")")
      .table(passages_table(view, handlers));
  // Who keeps the register does not supervise its people.
  if (screens.office.gate.ruling(passage_compare, visit.staff()).refusal ==
      notice::Refusal::none) {
    page.link("この日の利用と照合する", "/passage-comparisons?day=" + day.iso());
  }
  page.form("/passages", "入退室を記録する",
            FormFields()
                .select(form, staff_field, staff)
                .select(form, area_field, area_choices(view.areas))
                .select(form, way_field, ways)
                .input(form, at_field))
      .section("入退室装置のファイル")
      .form("/passage-files", "ファイルを受け付ける",
            FormFields().file("file", "ファイル",
                              "「日時,扉,カード,入出」のCSV(UTF-8)です。誤りが一つでもあれば全体を"
                              "受け付けません。同じファイルを二度送っても、二重には入りません。"))
      .section("入退室カード")
      .table(cards_table(view, handlers))
      .form("/door-cards", "カードを登録する",
            FormFields().select(form, holder_field, staff).input(form, card_field));
  return page.finish({.title = "区域と入退室",
                      .section = "/registers",
                      .crumbs = {{"台帳(安全管理)", "/registers"}},
                      .submit_label = "区域を登録する"});
}

Result<Response> refused(const RegisterScreens& screens, const Visit& visit, const Acting& acting,
                         Form& form, const base::Faults& faults) {
  form.note(faults);
  return areas_page(screens, visit, acting, form);
}

Result<Response> add_area(const RegisterScreens& screens, const Visit& visit,
                          const Acting& acting) {
  auto form = visit.form();
  const auto symbol = form.text(symbol_field);
  const auto name = form.text(name_field);
  const auto place = form.text(place_field);
  const auto rule = form.text(rule_field);
  if (!form.ok()) return areas_page(screens, visit, acting, form);
  const auto done =
      register_area(screens.office, acting, {AreaId::draw(), *symbol, *name, *place, *rule});
  if (!done.ok()) return refused(screens, visit, acting, form, done.faults());
  return visit.redirect_with("/areas", "区域を登録しました。");
}

Result<Response> add_card(const RegisterScreens& screens, const Visit& visit,
                          const Acting& acting) {
  auto form = visit.form();
  const auto handlers = screens.handlers();
  const auto holder = form.choice(holder_field, staff_choices(handlers));
  const auto card = form.text(card_field);
  if (!form.ok()) return areas_page(screens, visit, acting, form);
  const auto done = give_card(screens.office, acting, {*base::StaffId::parse(*holder), *card});
  if (!done.ok()) return refused(screens, visit, acting, form, done.faults());
  return visit.redirect_with("/areas", "カードを登録しました。");
}

Result<Response> add_passage(const RegisterScreens& screens, const Visit& visit,
                             const Acting& acting) {
  auto form = visit.form();
  const auto handlers = screens.handlers();
  const auto view = KENPO_TRY(show_areas(screens.office, acting, visit.now().day()));
  const auto staff = form.choice(staff_field, staff_choices(handlers));
  const auto area = form.choice(area_field, area_choices(view.areas));
  const auto way = form.choice(way_field, ways);
  const auto at = read_moment(form, at_field);
  if (!form.ok()) return areas_page(screens, visit, acting, form);
  const auto done =
      record_passage(screens.office, acting,
                     {*base::StaffId::parse(*staff), *AreaId::parse(*area),
                      *way == "in" ? Direction::in : Direction::out, *at, PassageSource::by_hand});
  if (!done.ok()) return refused(screens, visit, acting, form, done.faults());
  return visit.redirect_with("/areas?day=" + at->day().iso(), "入退室を記録しました。");
}

/// What is wrong with a line: 「3行 扉：登録された区域ではありません。」
std::string fault_words(const base::Fault& fault) {
  std::string words;
  if (fault.place.line != 0) words += std::to_string(fault.place.line) + "行 ";
  if (!fault.place.field.empty()) words += fault.place.field.text() + "：";
  return words + fault.what.ja.text();
}

Result<Response> faulty_file(const Visit& visit, const base::Faults& faults) {
  constexpr std::size_t shown_limit = 100;  // more than a person mends at one sitting
  std::vector<std::vector<Cell>> rows;
  for (const auto& fault : faults) {
    if (rows.size() == shown_limit) break;
    rows.push_back({{fault_words(fault)}, {fault.mend.ja.text()}});
  }
  SectionPage page(visit);
  page.notification(desk::NotificationKind::error, "受け付けませんでした。何も変わっていません。",
                    "下の誤りをすべて直してから、もう一度受け付けてください。")
      .section("誤り")
      .table(desk::table("受け付けられなかった理由", {{"誤り"}, {"直し方"}}, rows,
                         std::to_string(faults.size()) + "件"))
      .link("区域と入退室へ戻る", "/areas");
  return page.finish({.title = "入退室のファイル",
                      .section = "/registers",
                      .crumbs = {{"台帳(安全管理)", "/registers"}, {"区域と入退室", "/areas"}},
                      .status = 422});
}

Result<Response> take_file(const RegisterScreens& screens, const Visit& visit,
                           const Acting& acting) {
  const auto& uploads = visit.request().uploads;
  if (uploads.empty() || uploads.front().size_bytes == 0) {
    return faulty_file(visit, {base::refusal({"ファイルが選ばれていません。", "No file."},
                                             {"ファイルを選んでください。", "Choose a file."})});
  }
  const auto file = KENPO_TRY(base::MappedFile::open(uploads.front().path));
  const auto taken = take_in_passages(screens.office, acting, file.bytes());
  if (!taken.ok()) return faulty_file(visit, taken.faults());
  return visit.redirect_with("/areas", "入退室を" + std::to_string(taken->taken) +
                                           "件受け付けました(記録済み" +
                                           std::to_string(taken->known) + "件)。");
}

Result<Response> comparison_page(const RegisterScreens& screens, const Visit& visit,
                                 const Acting& acting, notice::AuditLog& log,
                                 const std::string& log_directory) {
  const auto day = day_of(visit);
  const auto found = KENPO_TRY(compare_passages(screens.office, acting, log, log_directory, day));
  const auto handlers = screens.handlers();
  std::vector<std::vector<Cell>> rows;
  for (const auto& absent : found.absent) {
    rows.push_back({{staff_name(handlers, absent.staff)},
                    {absent.first.short_text()},
                    {absent.last.short_text()},
                    {desk::grouped(static_cast<std::int64_t>(absent.count))},
                    desk::chip_cell(desk::ChipKind::problem, "入室の記録がない")});
  }
  SectionPage page(visit);
  page.lead(
          "この日に個人情報を使った人が、その時に区域の中にいたかを、入退室の記録で確かめます。"
          "記録がないことは、違反の兆候であって証拠ではありません。")
      .section("区域の外での利用")
      .table(desk::table(
          "区域の外での利用",
          {{"人"}, {"最初"}, {"最後"}, {"回数", desk::Column::Holds::numbers}, {"兆候"}}, rows,
          "利用" + desk::grouped(static_cast<std::int64_t>(found.uses)) + "回のうち"))
      .link("この日の入退室", "/areas?day=" + day.iso());
  return page.finish({.title = "入退室と利用の照合(" + day.iso() + ")",
                      .section = "/registers",
                      .crumbs = {{"台帳(安全管理)", "/registers"}, {"区域と入退室", "/areas"}},
                      .previous_address = "/passage-comparisons?day=" + day.plus_days(-1).iso()});
}

}  // namespace of_areas

void add_area_routes(desk::Router& router, const RegisterScreens& screens, notice::AuditLog& log,
                     const std::string& log_directory) {
  using namespace of_areas;
  router.get_act<area_show>("/areas", [screens](const Visit& visit, const Acting& acting) {
    return areas_page(screens, visit, acting, Form());
  });
  router.post_act<area_register>("/areas", [screens](const Visit& visit, const Acting& acting) {
    return add_area(screens, visit, acting);
  });
  router.post_act<area_register>("/door-cards",
                                 [screens](const Visit& visit, const Acting& acting) {
                                   return add_card(screens, visit, acting);
                                 });
  router.post_act<passage_record>("/passages", [screens](const Visit& visit, const Acting& acting) {
    return add_passage(screens, visit, acting);
  });
  router.post_act<passage_record>("/passage-files",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return take_file(screens, visit, acting);
                                  });
  router.get_act<passage_compare>(
      "/passage-comparisons",
      [screens, &log, log_directory](const Visit& visit, const Acting& acting) {
        return comparison_page(screens, visit, acting, log, log_directory);
      });
}

}  // namespace kenpo::safeguard
