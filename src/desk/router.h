// Which address is answered by which handler, and under which operation of the notice.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "desk/menu.h"
#include "desk/request.h"
#include "desk/response.h"
#include "desk/visit.h"
#include "notice/gate.h"
#include "notice/operation.h"

namespace kenpo::desk {

/// Who may come to a route.
enum class Door : std::uint8_t {
  open,       // anybody: sign-in, the published notice, style sheets. No personal data.
  signed_in,  // only after sign-in; the gate is opened
};

using OpenAnswer = std::function<base::Result<Response>(const Request&)>;
/// Takes a handler's answer, once.
using Answered = std::move_only_function<void(base::Result<Response>)>;

struct Route {
  Method method = Method::get;
  std::string path;  // `/members/{id}`: a noun; `{name}` stands for one segment
  Door door = Door::signed_in;
  const notice::Operation* operation = nullptr;  // none for an open route
  OpenAnswer answer_open;
  /// The visit lives until the answer is handed over, which may be on another thread.
  std::function<void(const Visit&, Answered)> answer;
};

/// The routes of all folders. Filled once at start; afterwards only read.
class Router {
 public:
  explicit Router(notice::Gate& gate) : gate_(&gate) {}
  Router(const Router&) = delete;  // its routes know it
  Router& operator=(const Router&) = delete;
  notice::Gate& gate() const { return *gate_; }

  /// A page that shows something: opens the gate for `operation` and hands the permit to
  /// `handler(const Visit&, const notice::Permit<operation>&) -> base::Result<Response>`. The
  /// answer leaves only after the gate's leaf is durable.
  template <const notice::Operation& operation, typename Handler>
  void get(std::string_view path, Handler handler) {
    add_signed_in<operation>(Method::get, path, std::move(handler));
  }
  /// A form that was sent. The desk has checked its token before the handler runs.
  template <const notice::Operation& operation, typename Handler>
  void post(std::string_view path, Handler handler) {
    add_signed_in<operation>(Method::post, path, std::move(handler));
  }
  /// The same for an act that opens the gate by itself: `handler(const Visit&, const
  /// notice::Acting&) -> base::Result<Response>` calls the act of `operation` and shows its result.
  template <const notice::Operation& operation, typename Handler>
  void get_act(std::string_view path, Handler handler) {
    add_act<operation>(Method::get, path, std::move(handler));
  }
  template <const notice::Operation& operation, typename Handler>
  void post_act(std::string_view path, Handler handler) {
    add_act<operation>(Method::post, path, std::move(handler));
  }
  /// A page without personal data and without sign-in.
  void get_open(std::string_view path, OpenAnswer answer);
  void post_open(std::string_view path, OpenAnswer answer);

  /// Puts an address into a group of the navigation, in the order of the calls; it is shown to
  /// those who may run the operation.
  template <const notice::Operation& operation>
  void menu(MenuGroup group, std::string address, std::string label) {
    menu_.push_back({group, std::move(address), std::move(label), &operation});
  }

  /// How to tell from a request whether it comes from a registered terminal (notice section 2,
  /// P-2). Set before the first request; without it no request does.
  using WhereFrom = std::function<notice::Place(const Request&)>;
  void set_where_from(WhereFrom where_from) { where_from_ = std::move(where_from); }
  /// Who acts, in which case, from where.
  notice::Acting acting_of(const Visit& visit) const;

  struct Found {
    const Route* route = nullptr;  // none: 404, or 405 when `other_method`
    Values path_values;
    bool other_method = false;
  };
  /// HEAD is answered by the GET route.
  Found find(Method method, std::string_view path) const;
  const std::vector<Route>& routes() const { return routes_; }
  const std::vector<MenuEntry>& menu_entries() const { return menu_; }

 private:
  /// Two routes for one method and path are a broken promise, as is a path that is not a noun's.
  void add(Route route);

  template <const notice::Operation& operation, typename Handler>
  void add_signed_in(Method method, std::string_view path, Handler handler) {
    notice::Gate* gate = gate_;
    add({method,
         std::string(path),
         Door::signed_in,
         &operation,
         {},
         [this, gate, handler = std::move(handler)](const Visit& visit, Answered answered) {
           const notice::Acting acting = acting_of(visit);
           gate->perform_async<operation>(
               acting,
               [&](const notice::Permit<operation>& permit) -> base::Result<Response> {
                 return handler(visit, permit);
               },
               std::move(answered));
         }});
  }

  template <const notice::Operation& operation, typename Handler>
  void add_act(Method method, std::string_view path, Handler handler) {
    add({method,
         std::string(path),
         Door::signed_in,
         &operation,
         {},
         [this, handler = std::move(handler)](const Visit& visit, Answered answered) {
           answered(handler(visit, acting_of(visit)));
         }});
  }

  notice::Gate* gate_;
  WhereFrom where_from_;
  std::vector<Route> routes_;
  std::vector<MenuEntry> menu_;
};

}  // namespace kenpo::desk
