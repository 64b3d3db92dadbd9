#include "desk/desk.h"
#include "notice/wording.h"

namespace kenpo::desk {

struct Desk::Frame {
  const PageHead& head;
  const Visit* visit = nullptr;  // none: nobody is signed in
  std::string form_token;
};

namespace {

std::string_view wording(notice::Statute statute) {
  switch (statute) {
    case notice::Statute::none:
      break;
    case notice::Statute::no_personal_data:
      return "個人情報を使いません";
    case notice::Statute::audit_by_inspector:
      return "監査(個人情報保護法23条・健康保険法22条4項)";
    case notice::Statute::own_access_history:
      return "本人への開示(個人情報保護法32条・33条)";
    case notice::Statute::supervision_of_handlers:
      return "従業者の監督(個人情報保護法24条)";
    case notice::Statute::security_control:
      return "安全管理措置(個人情報保護法23条)";
    case notice::Statute::request_of_person:
      return "本人の請求の受付(個人情報保護法37条)";
    case notice::Statute::answer_to_person:
      return "本人の請求への対応(個人情報保護法32条〜36条)";
    case notice::Statute::emergency_response:
      return "兆候への対応と自己点検(個人情報保護法23条・24条)";
    case notice::Statute::breach_report:
      return "漏えい等の報告と本人への通知(個人情報保護法26条)";
    case notice::Statute::complaint_handling:
      return "苦情の処理(個人情報保護法40条)";
    case notice::Statute::own_duty:
      return "自分の誓約と研修(個人情報保護法24条)";
    case notice::Statute::joint_decision:
      return "二人による決裁(個人情報保護法23条)";
    case notice::Statute::purpose_publication:
      return "利用目的の変更と公表(個人情報保護法17条2項・21条)";
    case notice::Statute::physical_safeguards:
      return "物理的安全管理措置の台帳(個人情報保護法23条)";
  }
  return "法令に基づく取扱い";
}

/// One row a category: the purposes of the operations side by side, each once.
std::vector<Data> purpose_rows(const std::vector<const notice::Operation*>& operations) {
  notice::PairMask shown = 0;
  for (const auto* operation : operations) shown |= operation->pairs.mask();
  std::vector<Data> rows;
  for (const auto category : notice::all_categories()) {
    std::string purposes;
    for (const auto& pair : notice::published_pairs) {
      if (pair.category != category || (shown & notice::mask_of(pair)) == 0) continue;
      if (!purposes.empty()) purposes += "、";
      purposes += notice::wording(pair.purpose);
    }
    if (purposes.empty()) continue;
    Data row;
    row.text("desk_category", std::string(notice::wording(category)))
        .text("desk_purpose", std::move(purposes));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Data> crumb_rows(const std::vector<Crumb>& crumbs) {
  std::vector<Data> rows;
  for (const auto& crumb : crumbs) {
    Data row;
    row.text("desk_crumb_label", crumb.label).text("desk_crumb_address", crumb.address);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// The navigation with what the visitor may open; nothing until a handed-out password is changed.
Data menu_of(const Router& router, const Visit& visit, std::string_view section) {
  const bool closed = visit.visitor().password == account::PasswordState::handed_out;
  return menu_data(router.menu_entries(), section, [&](const MenuEntry& entry) {
    return !closed && router.gate().ruling(*entry.operation, visit.staff()).refusal ==
                          notice::Refusal::none;
  });
}

Data visitor_data(const Router& router, const Visit& visit, const PageHead& head,
                  std::int64_t idle_milliseconds) {
  auto operations = head.started;
  operations.push_back(&visit.operation());
  auto purposes = purpose_rows(operations);
  Data data;
  data.text("desk_user", visit.visitor().name)
      .text("desk_roles", visit.visitor().roles)
      .text("desk_now", visit.now().short_text())
      .number("desk_idle_milliseconds", idle_milliseconds)
      .text("desk_operation", std::string(visit.operation().japanese))
      .all_of(menu_of(router, visit, head.section))
      .when("desk_statute_only", purposes.empty())
      .text("desk_statute", std::string(wording(visit.operation().statute)))
      .list("desk_purposes", std::move(purposes));
  return data;
}

}  // namespace

base::Result<Response> Desk::framed(const Frame& frame, std::string_view template_name,
                                    Data data) const {
  const auto& head = frame.head;
  const bool failed = head.status >= 400;
  data.text("desk_society", settings_.society_name)
      .text("desk_complaint", settings_.complaint_desk)
      .text("desk_title", head.title)
      .text("desk_window_title", (failed ? "エラー：" : "") + head.title)
      .list("desk_crumbs", crumb_rows(head.crumbs))
      .text_if_any("desk_previous", head.previous_address)
      .text_if_any("desk_next", head.next_address)
      .text_if_any("desk_submit", head.submit_label)
      .text("form_token", frame.form_token);
  if (frame.visit != nullptr) {
    data.section("desk_visitor",
                 visitor_data(router_, *frame.visit, head, settings_.idle_milliseconds))
        .text_if_any("desk_message", take_message(frame.visit->visitor()));
  } else {
    data.nothing("desk_visitor").nothing("desk_message");
  }
  Response response;
  response.status = head.status;
  response.body = KENPO_TRY(templates_.fill(template_name, data));
  return response;
}

base::Result<Response> Desk::page(const Visit& visit, PageHead head, std::string_view template_name,
                                  Data data) const {
  return framed({head, &visit, visit.form_token()}, template_name, std::move(data));
}

base::Result<Response> Desk::open_page(PageHead head, std::string_view template_name, Data data,
                                       const std::string& form_token) const {
  return framed({head, nullptr, form_token}, template_name, std::move(data));
}

}  // namespace kenpo::desk
