// Pages: a template with its values, inside the layout that every page of the desk has.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/data.h"
#include "desk/response.h"
#include "notice/operation.h"

namespace kenpo::desk {

/// All templates the program carries, compiled once. `member_page` is the file
/// `src/<any folder>/member_page.mustache`; `{{> chip}}` takes in
/// `src/desk/components/chip.mustache`.
class Templates {
 public:
  /// Compiled when it is first asked for. A template that cannot be read, two of one name and a
  /// partial that does not exist are broken promises: the program does not start.
  static const Templates& carried();
  ~Templates();

  /// Fills the template. Tags that were reached and not provided are faults, one each.
  base::Result<std::string> fill(std::string_view name, const Data& data) const;
  std::vector<std::string> names() const;

 private:
  Templates();
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

/// One step of the path from the home page to this one.
struct Crumb {
  std::string label;
  std::string address;
};

/// What the layout needs to know of a page.
struct PageHead {
  std::string title = {};             // 「加入者台帳」: heading and window title
  std::string section = {};           // the navigation entry to mark, by its address: `/members`
  std::vector<Crumb> crumbs = {};     // without home and without this page
  std::string previous_address = {};  // F4; empty: none
  std::string next_address = {};      // F6; empty: none
  std::string submit_label = {};      // F12 of the page's main form: 「登録する」; empty: no form
  int status = 200;
  /// The acts that the page's form may start, when the page's own operation is not all of it: the
  /// purposes of all are shown above the page.
  std::vector<const notice::Operation*> started = {};
};

class Visit;

/// The page inside the layout: society, navigation, the purposes of the operation that the gate
/// opened, who is signed in, the one-time message of the act before, watermark.
base::Result<Response> page(const Visit& visit, PageHead head, std::string_view template_name,
                            Data data);

}  // namespace kenpo::desk
