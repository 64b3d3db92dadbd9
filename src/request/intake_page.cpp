// The screen that takes a request in; several people of one kana name and birth date are told apart
// here: `/request-intake`, `/request-candidates`.
#include "request/request_page.h"

#include <algorithm>

#include "desk/section_page.h"
#include "request/candidate_act.h"
#include "request/request_act.h"
#include "request/request_fields_page.h"
#include "request/request_words_page.h"

namespace kenpo::request {

// Screens of one folder share many short names; these are of this file.
namespace of_intake {

using base::Result;
using desk::Cell;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;

constexpr desk::Field member_field{.name = "member",
                                   .label = "本人(下の候補から)",
                                   .support = "請求書の住所か記号・番号と照らし合わせて選びます。"};
constexpr desk::Field look_field{.name = "look", .label = "候補"};

/// People of the kana name and birth date of the form, and the one whose details are shown.
struct Alike {
  std::vector<Candidate> candidates = {};
  std::optional<Candidate> opened = {};
};

std::string_view membership_words(Membership membership) {
  switch (membership) {
    case Membership::insured:
      return "被保険者";
    case Membership::dependent:
      return "被扶養者";
    case Membership::none:
      return "資格の記録なし";
  }
  return "";
}

std::string number_words(const Candidate& candidate) {
  if (candidate.membership != Membership::insured) return "";
  return candidate.symbol + "-" + candidate.number;
}

std::string address_words(const Candidate& candidate) {
  return candidate.address.empty() ? "ここにはありません" : candidate.address;
}

std::vector<desk::Choice> candidate_choices(const std::vector<Candidate>& candidates) {
  std::vector<desk::Choice> choices;
  for (std::size_t at = 0; at < candidates.size(); ++at) {
    const auto& candidate = candidates[at];
    choices.emplace_back(
        candidate.person.text(),
        "候補" + std::to_string(at + 1) + " " + candidate.name + " " + number_words(candidate));
  }
  return choices;
}

desk::Data candidates_table(const std::vector<Candidate>& candidates) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& candidate : candidates) {
    rows.push_back({{"候補" + std::to_string(rows.size() + 1)},
                    {candidate.name},
                    {std::string(membership_words(candidate.membership))},
                    {number_words(candidate)},
                    {address_words(candidate)}});
  }
  return desk::table("同じカナ氏名・生年月日の加入者",
                     {{"候補"}, {"氏名"}, {"資格"}, {"記号・番号"}, {"住所"}}, rows,
                     std::to_string(rows.size()) + "人");
}

/// The fields of the request, so that nothing typed is lost while a candidate is looked at.
void keep_typed(FormFields& fields, const Form& form) {
  for (const auto* field : {&kind_field, &arrived_field, &channel_field, &asker_field, &name_field,
                            &kana_field, &born_field, &claims_field, &asker_name_field,
                            &postal_field, &address_field, &wanted_field, &reason_field}) {
    fields.hidden(std::string(field->name), form.sent(field->name));
  }
}

void put_candidates(SectionPage& page, const Form& form, const Alike& alike) {
  page.section(
          "同じカナ氏名・生年月日の加入者",
          "住所と記号・番号は隠れています。一人ずつ表示できます。表示したことは記録に残ります。")
      .table(candidates_table(alike.candidates));
  if (alike.opened) {
    page.facts({{"表示した候補の氏名", alike.opened->name},
                {"記号・番号", number_words(*alike.opened)},
                {"住所", address_words(*alike.opened)}});
  }
  FormFields fields;
  fields.select(form, look_field, candidate_choices(alike.candidates));
  keep_typed(fields, form);
  page.form("/request-candidates", "候補の住所と記号・番号を表示する", std::move(fields));
}

Result<Response> intake_page(const Visit& visit, const Form& form, const Alike& alike = {}) {
  const auto kinds = kind_choices();
  const auto channels = channel_choices();
  const auto askers = asker_choices();
  const auto claims = claims_choices();
  FormFields fields;
  if (!alike.candidates.empty()) {
    fields.select(form, member_field, candidate_choices(alike.candidates));
  }
  fields.select(form, kind_field, kinds.all())
      .input(form, arrived_field)
      .select(form, channel_field, channels.all())
      .select(form, asker_field, askers.all())
      .input(form, name_field)
      .input(form, kana_field)
      .input(form, born_field)
      .select(form, claims_field, claims.all())
      .input(form, asker_name_field)
      .input(form, postal_field)
      .input(form, address_field)
      .input(form, wanted_field)
      .input(form, reason_field);
  SectionPage page(visit);
  page.faults(form)
      .lead("請求が届いたら、その日のうちに登録します。届いた日から2週間を数えます。")
      .section("受け付ける請求")
      .form("/request-intake", "受け付ける", std::move(fields));
  if (!alike.candidates.empty()) put_candidates(page, form, alike);
  desk::PageHead head;
  head.title = "請求の受付";
  head.section = "/requests";
  head.crumbs = {{"本人の請求", "/requests"}};
  head.submit_label = "受け付ける";
  head.status = form.ok() ? 200 : 422;
  return page.finish(std::move(head));
}

std::optional<Intake> read_intake(Form& form) {
  const auto kind = form.choice(kind_field, kind_choices().all());
  const auto arrived = form.date(arrived_field);
  const auto channel = form.choice(channel_field, channel_choices().all());
  const auto asker = form.choice(asker_field, asker_choices().all());
  const auto name = form.text(name_field);
  const auto kana = form.text(kana_field);
  const auto born = form.date(born_field);
  const auto claims = form.choice(claims_field, claims_choices().all());
  const auto asker_name = form.text(asker_name_field);
  const auto postal = form.text(postal_field);
  const auto address = form.text(address_field);
  const auto wanted = form.text(wanted_field);
  const auto reason = form.text(reason_field);
  if (!form.ok()) return std::nullopt;
  Intake intake;
  intake.person = base::PersonId::parse(form.sent(member_field.name));
  intake.kind = *enum_of<Kind>(*kind, kinds_count);
  intake.arrived = *arrived;
  intake.channel = *enum_of<Channel>(*channel, channels_count);
  intake.asker = *enum_of<Asker>(*asker, askers_count);
  intake.claims = *claims == "1" ? Claims::yes : Claims::no;
  intake.name = *name;
  intake.name_kana = *kana;
  intake.born = *born;
  intake.asker_name = asker_name.value_or("");
  intake.postal_code = postal.value_or("");
  intake.address = *address;
  intake.wanted = *wanted;
  intake.reason = reason.value_or("");
  return intake;
}

/// The candidates of the form; none when it names nobody or one person.
Result<std::vector<Candidate>> candidates_of(RequestOffice& office, const Acting& acting,
                                             Form& form) {
  const auto kana = form.text(kana_field);
  const auto born = form.date(born_field);
  if (!kana || !born) return std::vector<Candidate>{};
  return list_candidates(office, acting, *kana, *born);
}

Result<Response> receive(RequestOffice& office, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto intake = read_intake(form);
  if (!intake) return intake_page(visit, form);
  const auto received = receive_request(office, acting, *intake);
  if (!received.ok()) {
    const Alike alike{.candidates = KENPO_TRY(candidates_of(office, acting, form))};
    form.note(received.faults());
    return intake_page(visit, form, alike);
  }
  return visit.redirect_with(case_address(received->id),
                             received->answered_by
                                 ? "受け付けました。同じ種類の先の請求とあわせて回答します。"
                                 : "受け付けました。受付のお知らせを送ってください。");
}

Result<Response> look(RequestOffice& office, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  Alike alike{.candidates = KENPO_TRY(candidates_of(office, acting, form))};
  const auto chosen = base::PersonId::parse(form.sent(look_field.name));
  const auto kana = form.text(kana_field);
  const auto born = form.date(born_field);
  if (!chosen) form.note(look_field, {"候補を選んでください。", "Choose one of them."});
  if (!form.ok()) return intake_page(visit, form, alike);
  auto opened = look_at_candidate(office, acting, *kana, *born, *chosen);
  if (opened.ok()) {
    alike.opened = std::move(*opened);
  } else {
    form.note(opened.faults());
  }
  return intake_page(visit, form, alike);
}

}  // namespace of_intake

void add_intake_routes(desk::Router& router, RequestOffice& office) {
  using desk::Visit;
  using notice::Acting;
  router.get<request_receive_operation>(
      "/request-intake", [](const Visit& visit, const notice::Permit<request_receive_operation>&) {
        desk::Form form;
        form.prefill("arrived", visit.now().day().iso());
        return of_intake::intake_page(visit, form);
      });
  router.post_act<request_receive_operation>("/request-intake",
                                             [&](const Visit& visit, const Acting& acting) {
                                               return of_intake::receive(office, visit, acting);
                                             });
  router.post_act<candidate_look_operation>("/request-candidates",
                                            [&](const Visit& visit, const Acting& acting) {
                                              return of_intake::look(office, visit, acting);
                                            });
}

}  // namespace kenpo::request
