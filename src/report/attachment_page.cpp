#include "report/attachment_page.h"

#include "base/mapped_file.h"
#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "report/attachment_act.h"

namespace kenpo::report {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Form;
using desk::Response;
using desk::Visit;
using eligibility::Ledger;
using eligibility::NotificationId;
using notice::Acting;
using Holds = desk::Column::Holds;
using StaffNames = std::function<std::string(const base::StaffId&)>;

std::string papers_address(const NotificationId& notification) {
  return "/notifications/" + std::string(notification.text()) + "/attachments";
}

std::string size_words(std::int64_t bytes) {
  constexpr std::int64_t kilobyte = 1024;
  return desk::grouped((bytes + kilobyte - 1) / kilobyte) + "KB";
}

Data papers_table(const AttachmentList& list, const NotificationId& notification,
                  const StaffNames& staff_name) {
  std::vector<std::vector<Cell>> rows;
  int number = 0;
  for (const auto& each : list.attachments) {
    const auto name = "添付書類" + std::to_string(++number);
    rows.push_back({desk::link_cell(name, papers_address(notification) + "/" +
                                              std::string(each.id.text())),
                    {wording(each.kind).ja.text()},
                    {size_words(each.size_bytes)},
                    {each.added_at.short_text()},
                    {staff_name(each.added_by)}});
  }
  return desk::table("添付書類",
                     {{"書類"}, {"種類"}, {"大きさ", Holds::numbers}, {"受け付けた日時"}, {"担当"}},
                     rows, desk::grouped(static_cast<std::int64_t>(rows.size())) + "件");
}

Result<Response> papers_page(Ledger ledger, const StaffNames& staff_name, const Visit& visit,
                             const Acting& acting, const Form& form) {
  const auto id = KENPO_TRY(visit.id<NotificationId>("id"));
  const auto list = KENPO_TRY(list_attachments(ledger, acting, id));
  Data data;
  data.section("error_summary", form.error_summary())
      .section("papers", papers_table(list, id, staff_name))
      .when("open", list.open)
      .text("form_token", visit.form_token())
      .text("address", papers_address(id));
  desk::PageHead head;
  head.title = wording(list.kind).ja.text() + "の添付書類";
  head.section = "/notifications";
  head.crumbs = {{"届書", "/notifications"},
                 {"届書の内容", "/notifications/" + std::string(id.text())}};
  if (list.open) {
    head.submit_label = "添付する";
    head.started = {&attachment_list, &attachment_add};
  }
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "attachments_page", std::move(data));
}

Result<Response> take_paper(Ledger ledger, const StaffNames& staff_name, const Visit& visit,
                            const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<NotificationId>("id"));
  auto form = visit.form();
  const auto& uploads = visit.request().uploads;
  std::string bytes;
  if (!uploads.empty() && uploads.front().size_bytes > 0) {
    const auto file = KENPO_TRY(base::MappedFile::open(uploads.front().path));
    // One byte more than is taken: the act then says that it is too much.
    bytes = file.bytes().substr(0, attachment_limit_bytes + 1);
  }
  const auto added = add_attachment(ledger, acting, id, bytes);
  if (added.ok()) return visit.redirect_with(papers_address(id), "書類を添付しました。");
  form.note(added.faults());
  return papers_page(ledger, staff_name, visit, acting, form);
}

Result<Response> paper_file(Ledger ledger, const Visit& visit, const Acting& acting) {
  const auto notification = KENPO_TRY(visit.id<NotificationId>("id"));
  const auto id = KENPO_TRY(visit.id<AttachmentId>("attachment"));
  auto opened = KENPO_TRY(open_attachment(ledger, acting, notification, id));
  const auto kind = opened.attachment.kind;
  return desk::file("添付書類" + ending(kind), content_type(kind), std::move(opened.bytes));
}

}  // namespace

void add_attachment_routes(desk::Router& router, const Ledger& ledger, StaffNames staff_name) {
  router.get_act<attachment_list>(
      "/notifications/{id}/attachments",
      [ledger, staff_name](const Visit& visit, const Acting& acting) {
        return papers_page(ledger, staff_name, visit, acting, Form());
      });
  router.post_act<attachment_add>(
      "/notifications/{id}/attachments",
      [ledger, staff_name](const Visit& visit, const Acting& acting) {
        return take_paper(ledger, staff_name, visit, acting);
      });
  router.get_act<attachment_open>("/notifications/{id}/attachments/{attachment}",
                                  [ledger](const Visit& visit, const Acting& acting) {
                                    return paper_file(ledger, visit, acting);
                                  });
}

}  // namespace kenpo::report
