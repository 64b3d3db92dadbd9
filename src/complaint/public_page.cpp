#include "complaint/public_page.h"

#include <map>
#include <memory>
#include <mutex>

#include "complaint/complaint_form_page.h"
#include "desk/form.h"
#include "desk/form_token.h"
#include "desk/page.h"

namespace kenpo::complaint {

namespace {

using base::Result;
using desk::Data;
using desk::Form;
using desk::Request;
using desk::Response;

constexpr std::int64_t hour_milliseconds = 3'600'000;

/// How many complaints came from each network address within the hour. Kept in memory only: an
/// address is no part of a complaint.
class FloodGate {
 public:
  /// Counts one; false when the address has had its share.
  bool take(const std::string& address, base::Moment now) {
    const std::scoped_lock held(mutex_);
    std::erase_if(counts_, [&](const auto& each) {
      return each.second.since.plus_milliseconds(hour_milliseconds) <= now;
    });
    if (counts_.size() >= addresses_limit && !counts_.contains(address)) return false;
    auto& count = counts_.try_emplace(address, Count{now, 0}).first->second;
    if (count.complaints >= address_complaints_an_hour) return false;
    ++count.complaints;
    return true;
  }

 private:
  struct Count {
    base::Moment since;
    int complaints = 0;
  };
  std::mutex mutex_;
  std::map<std::string, Count> counts_;
};

base::Fault flooded() {
  return {.what = {"続けて受け付けることはできません。", "No more at this moment."},
          .why = {"同じ所から1時間に受け付けるのは3件までです。", "Three an hour from one place."},
          .mend = {"しばらくしてから送るか、電話か手紙で申し出てください。",
                   "Send it later, telephone or write."},
          .place = {}};
}

struct PublicDesk {
  const desk::Desk& desk;
  ComplaintOffice office;
  std::shared_ptr<FloodGate> gate = std::make_shared<FloodGate>();
};

Result<Response> show_form(const PublicDesk& own, const Request& request, const Form& form) {
  // A visitor without sign-in gets a secret of the visit, as the sign-in page gives one.
  const auto session = request.cookies.text(desk::session_cookie);
  auto secret = std::string(session.empty() ? request.cookies.text(desk::visit_cookie) : session);
  const bool fresh = secret.empty();
  if (fresh) secret = desk::draw_visit_secret();
  Data data;
  data.section("error_summary", form.error_summary())
      .all_of(complaint_fields(form, FormFor::public_visitor, {}));
  desk::PageHead head;
  head.title = "個人情報の取扱いに関する苦情の申出";
  head.status = form.ok() ? 200 : 422;
  auto response = KENPO_TRY(own.desk.open_page(std::move(head), "public_page", std::move(data),
                                               desk::form_token(secret)));
  if (fresh) {
    response.with_header("Set-Cookie", desk::cookie_line(desk::visit_cookie, secret));
  }
  return response;
}

Result<Response> taken_page(const PublicDesk& own, const ComplaintCase& facts) {
  Data data;
  data.text("first_due", facts.dates.first_due.iso()).text("number", std::string(facts.id.text()));
  desk::PageHead head;
  head.title = "苦情を受け付けました";
  return own.desk.open_page(std::move(head), "public_taken_page", std::move(data));
}

Result<Response> take(const PublicDesk& own, const Request& request) {
  Form form(request.form);
  const auto now = own.office.gate.clock().now();
  const auto intake = read_complaint(form, FormFor::public_visitor, {}, now.day());
  if (form.ok() && !own.gate->take(request.address, now)) form.note(base::Faults{flooded()});
  if (!form.ok()) return show_form(own, request, form);
  const auto taken =
      take_complaint(own.office, notice::Acting{notice::ProgramActor::public_page}, intake);
  if (taken.ok()) return taken_page(own, *taken);
  form.note(taken.faults());
  return show_form(own, request, form);
}

}  // namespace

void add_public_complaint_routes(desk::Router& router, const desk::Desk& desk,
                                 store::Database& database) {
  const PublicDesk own{.desk = desk, .office = {router.gate(), database}};
  router.get_open("/complaint-desk",
                  [own](const Request& request) { return show_form(own, request, Form()); });
  router.post_open("/complaint-desk", [own](const Request& request) { return take(own, request); });
}

}  // namespace kenpo::complaint
