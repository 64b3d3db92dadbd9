// kenpo law, kenpo cases
#include <cstdio>

#include "app/command.h"
#include "base/era.h"
#include "cases/cases.h"
#include "law/book.h"
#include "law/print.h"

namespace kenpo::app {

int run_law(const Common& common, const std::string& name, const std::string& day, LawRows rows) {
  const auto& book = law::Book::carried();
  const auto form = common.output == Output::json ? law::Form::json : law::Form::text;
  if (rows != LawRows::all) {
    say(rows == LawRows::planned ? law::print_planned(book, form, common.language)
                                 : law::print_unchecked(book, form, common.language));
    return exit_done;
  }
  if (name.empty()) {
    say(law::print_all(book, form, common.language));
    return exit_done;
  }
  const auto on = base::parse_any_date(day);
  if (!on) {
    refuse({{.what = {"--on に日を書いてください。", "Give a day with --on."},
             .why = {},
             .mend = {"例：--on 2026-04-01", "For instance --on 2026-04-01"},
             .place = {}}},
           common);
    return exit_usage;
  }
  const auto printed = law::print_on(book, name, *on, form, common.language);
  if (!printed.ok()) return refuse(printed.faults(), common);
  say(*printed);
  return exit_done;
}

int run_cases(const Common& common, const std::vector<std::string>& files, bool list) {
  if (list) {
    say(cases::list());
    return exit_done;
  }
  if (files.empty()) {
    refuse({{.what = {"事例の表を指定してください。", "Name the tables of cases."},
             .why = {},
             .mend = {"例：kenpo cases law.cases", "For instance kenpo cases law.cases"},
             .place = {}}},
           common);
    return exit_usage;
  }
  const auto report = cases::run(files, common.language);
  std::fputs(report.errors.c_str(), stderr);
  say(report.text);
  return report.exit_status();
}

}  // namespace kenpo::app
