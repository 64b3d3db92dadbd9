#include "premium/notification_preview_page.h"

#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "premium/change_words_page.h"
#include "premium/notification_preview_act.h"

namespace kenpo::premium {

namespace {

using base::Result;
using desk::Response;
using desk::Visit;

Result<Response> preview_page(eligibility::Ledger ledger, const Visit& visit,
                              const notice::Acting& acting, const ChangeNeighbours& neighbours) {
  const auto id = KENPO_TRY(visit.id<eligibility::NotificationId>("id"));
  const auto preview = KENPO_TRY(preview_notification(ledger, acting, id, neighbours));
  if (!preview) return Visit::no_such_page();
  const auto names = KENPO_TRY(eligibility::EstablishmentNames::of(ledger, acting));
  const auto kind = eligibility::wording(preview->notification.kind).ja.text();
  const auto review = "/notifications/" + std::string(id.text());
  auto data = effect_data(preview->effect, names);
  data.text("subject", kind + "　" + preview->name + "　" + preview->notification.on.iso())
      .text("review_address", review);
  desk::PageHead head;
  head.title = kind + "の影響";
  head.section = "/notifications";
  head.crumbs = {{"届書", "/notifications"}, {"審査", review}};
  return desk::page(visit, std::move(head), "notification_preview_page", std::move(data));
}

}  // namespace

void add_notification_preview_routes(desk::Router& router, const eligibility::Ledger& ledger,
                                     const ChangeNeighbours& neighbours) {
  router.get_act<premium_notification_preview>(
      "/notifications/{id}/effects",
      [ledger, neighbours](const Visit& visit, const notice::Acting& acting) {
        return preview_page(ledger, visit, acting, neighbours);
      });
}

}  // namespace kenpo::premium
