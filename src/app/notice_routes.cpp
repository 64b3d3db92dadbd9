#include "app/routes.h"
#include "notice/dpv.h"
#include "notice/notice_page.h"
#include "notice/notice_pdf.h"

namespace kenpo::app {

namespace {

using base::Result;
using desk::Request;
using desk::Response;

/// The document in force with what the foot of the page says.
struct Shown {
  notice::Document document;
  notice::NoticeFacts facts;
  notice::PairMask pairs = 0;
};

Result<Shown> in_force(Office& office) {
  const auto book = KENPO_TRY(office.notices());
  const auto now = office.clock().now();
  const auto* version = book.current(now);
  if (version == nullptr) {
    return base::Fault{.what = {"施行中の公表事項がありません。", "No notice is in force."},
                       .why = {},
                       .mend = {"組合にお問い合わせください。", "Please ask the society."},
                       .place = {}};
  }
  Shown shown{.document = version->document, .facts = {}, .pairs = book.in_force(now).pairs};
  shown.facts.version = version->number;
  shown.facts.in_force_from = version->in_force_from;
  if (version->publication) shown.facts.published_at = version->publication->published_at;
  shown.facts.checkpoint = office.log().state().checkpoint.note;
  shown.facts.pdf_address = "/notice.pdf";
  shown.facts.json_ld_address = "/notice.jsonld";
  return shown;
}

Result<Response> html(Office& office) {
  const auto shown = KENPO_TRY(in_force(office));
  const auto page = notice::render_notice_page(shown.document, shown.facts);
  Response response;
  response.body = page.html;
  response.with_header("Content-Security-Policy",
                       "default-src 'none'; style-src " + page.style_hash +
                           "; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
  return response;
}

Result<Response> pdf(Office& office) {
  const auto shown = KENPO_TRY(in_force(office));
  auto printed =
      KENPO_TRY(notice::render_notice_pdf(shown.document, shown.facts, office.clock().now()));
  Response response;
  response.content_type = "application/pdf";
  response.body = std::move(printed.pdf);
  return response;
}

Result<Response> json_ld(Office& office) {
  const auto shown = KENPO_TRY(in_force(office));
  Response response;
  response.content_type = "application/ld+json";
  response.body = KENPO_TRY(notice::export_dpv(shown.document, "https://kenpo.example/notice#",
                                               shown.facts.version, shown.pairs));
  return response;
}

}  // namespace

void add_notice_routes(desk::Router& router, Office& office) {
  router.get_open("/notice", [&office](const Request&) { return html(office); });
  router.get_open("/notice.pdf", [&office](const Request&) { return pdf(office); });
  router.get_open("/notice.jsonld", [&office](const Request&) { return json_ld(office); });
}

}  // namespace kenpo::app
