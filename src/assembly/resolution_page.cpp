#include "assembly/assembly_page.h"
#include "assembly/meeting_act.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"

namespace kenpo::assembly {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Response;
using desk::Visit;
using notice::Acting;

Result<Response> resolutions_page(const AssemblyScreens& screens, const Visit& visit,
                                  const Acting& acting) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : KENPO_TRY(show_resolutions(screens.office, acting))) {
    const bool closed = each.minutes == Resolution::Minutes::closed;
    rows.push_back({{each.number},
                    {each.title},
                    {wording(each.matter).ja.text()},
                    {each.resolved_on.iso()},
                    {each.in_force().iso()},
                    closed ? desk::chip_cell(desk::ChipKind::done, "閉じた")
                           : desk::chip_cell(desk::ChipKind::waiting, "まだ")});
  }
  Data data;
  data.section("resolutions",
               desk::table("議決",
                           {{"議決番号"}, {"件名"}, {"種類"}, {"議決の日"}, {"施行"}, {"議事録"}},
                           rows,
                           std::to_string(rows.size()) + "件"));
  desk::PageHead head;
  head.title = "議決";
  head.section = "/assembly-members";
  head.crumbs = {{"組合会・理事会", "/meetings"}};
  return desk::page(visit, std::move(head), "assembly_resolutions_page", std::move(data));
}

}  // namespace

void add_resolution_routes(desk::Router& router, const AssemblyScreens& screens) {
  router.get_act<resolution_list>("/resolutions",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return resolutions_page(screens, visit, acting);
                                  });
}

}  // namespace kenpo::assembly
