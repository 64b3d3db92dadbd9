#include <algorithm>
#include <utility>

#include "assembly/assembly_page.h"
#include "assembly/election_act.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"

namespace kenpo::assembly {

namespace {

using base::Result;
using desk::Cell;
using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr Field seats_field{
    .name = "seats", .label = "選ぶ人数", .length_limit = 3, .mode = "numeric"};
constexpr Field announced_field{.name = "announced_on", .label = "告示の日"};
constexpr Field roll_field{.name = "roll_on",
                           .label = "名簿の基準の日",
                           .support = "この日に被保険者の資格がある人が選挙人です。"};
constexpr Field candidacy_field{.name = "candidacy_until", .label = "立候補の締切"};
constexpr Field polling_field{.name = "polling_on", .label = "投票日"};
constexpr Field election_term_field{.name = "term_from", .label = "任期の始まる日"};
constexpr Field number_field{
    .name = "number", .label = "記号-番号", .support = "101-12 のように。", .length_limit = 30};
constexpr Field voter_field{
    .name = "voter", .label = "投票に来た人の記号-番号", .length_limit = 30};
constexpr Field invalid_field{.name = "invalid", .label = "無効", .length_limit = 7};
constexpr Field lots_field{.name = "lots",
                           .label = "くじで決まった候補者の番号",
                           .support = "空白で区切ります。",
                           .length_limit = 60};
constexpr Field destroyed_field{.name = "destroyed",
                                .label = "投票用紙の処分",
                                .support = "方法と立会人の役職を書きます。氏名は書きません。",
                                .length_limit = 100};

std::string election_address(const ElectionId& id) {
  return "/elections/" + std::string(id.text());
}

Cell election_state(const Election& election) {
  if (election.erased_on) return desk::chip_cell(desk::ChipKind::plain, "消去済み");
  if (election.result_on) return desk::chip_cell(desk::ChipKind::done, "当選の告示済み");
  if (election.frozen_at) return desk::chip_cell(desk::ChipKind::progress, "名簿確定");
  return desk::chip_cell(desk::ChipKind::waiting, "名簿の確定前");
}

Result<Response> elections_page(const AssemblyScreens& screens, const Visit& visit,
                                const Acting& acting, const Form& form) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& election : KENPO_TRY(list_all_elections(screens.office, acting))) {
    rows.push_back({desk::link_cell("互選議員の選挙(" + election.polling_on.iso() + ")",
                                    election_address(election.id)),
                    {std::to_string(election.seats)},
                    {election.candidacy_until.iso()},
                    {election.polling_on.iso()},
                    election_state(election)});
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .text("form_token", visit.form_token())
      .section("elections", desk::table("選挙",
                                        {{"選挙"},
                                         {"人数", desk::Column::Holds::numbers},
                                         {"立候補の締切"},
                                         {"投票日"},
                                         {"状態"}},
                                        rows, std::to_string(rows.size()) + "件"))
      .when("opened", !form.ok())
      .section("seats", form.input(seats_field))
      .section("announced_on", form.input(announced_field))
      .section("roll_on", form.input(roll_field))
      .section("candidacy_until", form.input(candidacy_field))
      .section("polling_on", form.input(polling_field))
      .section("term_from", form.input(election_term_field));
  desk::PageHead head;
  head.title = "互選議員の選挙";
  head.section = "/assembly-members";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "assembly_elections_page", std::move(data));
}

Data candidates_table(const ElectionView& view) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : view.candidates) {
    const bool in = view.result && std::ranges::find(view.result->elected, each.number) !=
                                       view.result->elected.end();
    const bool tied =
        view.result && std::ranges::find(view.result->tied, each.number) != view.result->tied.end();
    auto state = desk::chip_cell(desk::ChipKind::waiting, "立候補");
    if (each.withdrawn_on) state = desk::chip_cell(desk::ChipKind::plain, "取下げ");
    if (tied) state = desk::chip_cell(desk::ChipKind::problem, "同数");
    if (in && !each.withdrawn_on) state = desk::chip_cell(desk::ChipKind::done, "当選");
    rows.push_back({{std::to_string(each.number)},
                    {each.name},
                    {each.name_kana},
                    {each.notified_on.iso()},
                    {each.votes ? std::to_string(*each.votes) : ""},
                    state});
  }
  return desk::table("候補者",
                     {{"番号", desk::Column::Holds::numbers},
                      {"氏名"},
                      {"カナ"},
                      {"届出"},
                      {"得票", desk::Column::Holds::numbers},
                      {"状態"}},
                     rows, std::to_string(rows.size()) + "人");
}

Data log_table(const ElectionView& view, const std::vector<staff::NamedHandler>& handlers) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : view.log) {
    rows.push_back({{line.at.short_text()},
                    {wording(line.step).ja.text()},
                    {line.words},
                    {staff_name(line.by, handlers)},
                    {line.witness ? staff_name(*line.witness, handlers) : ""}});
  }
  return desk::table("選挙録", {{"日時"}, {"事項"}, {"内容"}, {"行った人"}, {"もう一人"}}, rows);
}

std::string count_words(const ElectionView& view) {
  if (!view.candidacy_over) return "立候補を受け付けています";
  if (!view.poll_needed) return "候補者が定数を超えないため、投票を要しません";
  if (view.count == CountState::agreed) return "2人の集計が一致しました";
  if (view.count == CountState::first_done) return "1人目が終わりました。別の人が数えます";
  return view.round > 1 ? "集計が合いません。2人とも数え直します" : "始まっていません";
}

Data election_facts(const ElectionView& view) {
  const auto& election = view.election;
  std::vector<desk::Item> items = {
      {"選ぶ人数", std::to_string(election.seats) + "人"},
      {"告示", election.announced_on.iso()},
      {"名簿の基準の日", election.roll_on.iso()},
      {"選挙人", election.frozen_at ? std::to_string(view.voters) + "人(" +
                                          election.frozen_at->short_text() + " 確定)"
                                    : "確定していません"},
      {"立候補の締切", election.candidacy_until.iso()},
      {"投票日", election.polling_on.iso()},
      {"投票した人", std::to_string(view.voted) + "人"},
      {"開票", count_words(view)},
      {"任期の始まる日", election.term_from.iso()}};
  if (election.result_on) items.push_back({"当選の告示", election.result_on->iso()});
  if (view.appeal_until) items.push_back({"異議の期限", view.appeal_until->iso()});
  if (election.erased_on) {
    items.push_back({"消去", election.erased_on->iso() + " " + election.ballots_destroyed});
  }
  return desk::description_list(items);
}

std::vector<Data> count_fields(const ElectionView& view) {
  std::vector<Data> rows;
  for (const auto& each : view.candidates) {
    if (each.withdrawn_on) continue;
    Data row;
    row.number("candidate", each.number).text("who", each.name);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string lots_text(const std::vector<int>& lots) {
  std::string words;
  for (const int lot : lots) words += (words.empty() ? "" : " ") + std::to_string(lot);
  return words;
}

/// The numbers among the text; what is larger than any candidate's stays wrong.
std::vector<int> lots_from(const std::string& text) {
  std::vector<int> lots;
  int number = 0;
  for (const char c : text + " ") {
    const bool digit = '0' <= c && c <= '9';
    if (digit && number <= candidates_limit) number = number * 10 + (c - '0');
    if (!digit && number > 0) lots.push_back(std::exchange(number, 0));
  }
  return lots;
}

Result<Response> election_page(const AssemblyScreens& screens, const Visit& visit,
                               const Acting& acting, const Form& form) {
  const auto id = KENPO_TRY(visit.id<ElectionId>("election"));
  const auto view = KENPO_TRY(show_election(screens.office, acting, id));
  const auto handlers = screens.handlers();
  const auto& election = view.election;
  const auto today = visit.now().day();
  const bool open = election.frozen_at && !election.result_on;
  const auto state = election_state(election);
  Data data;
  data.section("error_summary", form.error_summary())
      .text("form_token", visit.form_token())
      .text("address", election_address(id))
      .section("facts", election_facts(view))
      .section("state", desk::chip(state.kind, state.words))
      .section("candidates", candidates_table(view))
      .section("log", log_table(view, handlers))
      .when("freezable", !election.frozen_at && election.roll_on <= today)
      .when("standing", open && today <= election.candidacy_until)
      .when("voting", open && view.poll_needed && election.candidacy_until < today &&
                          today <= election.polling_on)
      .when("counting", open && view.poll_needed && election.polling_on <= today &&
                            view.count != CountState::agreed)
      .when("tied", open && view.result && view.result->open_seats > 0)
      .when("announcing",
            open && view.result && view.result->open_seats == 0 && election.candidacy_until < today)
      .when("erasing", election.result_on && !election.erased_on && view.appeal_until &&
                           *view.appeal_until < today)
      .list("count_rows", count_fields(view))
      .section("number", form.input(number_field))
      .section("voter", form.input(voter_field))
      .when("lot_waits", view.lot.has_value())
      .when("may_witness", view.lot && view.lot->by != visit.staff())
      .text("lot", view.lot ? lots_text(view.lot->lots) : "")
      .text("lot_by", view.lot ? staff_name(view.lot->by, handlers) : "")
      .section("lots", form.input(lots_field))
      .section("destroyed", form.input(destroyed_field));
  desk::PageHead head;
  head.title = "互選議員の選挙(" + election.polling_on.iso() + ")";
  head.section = "/assembly-members";
  head.crumbs = {{"互選議員の選挙", "/elections"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "assembly_election_page", std::move(data));
}

Result<Response> open_new(const AssemblyScreens& screens, const Visit& visit,
                          const Acting& acting) {
  auto form = visit.form();
  const auto seats = form.number(seats_field, 1, candidates_limit);
  const auto announced = form.date(announced_field);
  const auto roll = form.date(roll_field);
  const auto candidacy = form.date(candidacy_field);
  const auto polling = form.date(polling_field);
  const auto term = form.date(election_term_field);
  if (form.ok()) {
    const auto done = open_election(screens.office, acting,
                                    {.seats = static_cast<int>(*seats),
                                     .announced_on = *announced,
                                     .roll_on = *roll,
                                     .candidacy_until = *candidacy,
                                     .polling_on = *polling,
                                     .term_from = *term});
    if (done.ok()) return visit.redirect_with(election_address(*done), "選挙を告示しました。");
    form.note(done.faults());
  }
  return elections_page(screens, visit, acting, form);
}

/// Runs an act of one form of the election's page.
template <typename Act>
Result<Response> run(const AssemblyScreens& screens, const Visit& visit, const Acting& acting,
                     Form& form, Act act, std::string message) {
  const auto id = KENPO_TRY(visit.id<ElectionId>("election"));
  if (form.ok()) {
    const auto done = act(id);
    if (done.ok()) return visit.redirect_with(election_address(id), std::move(message));
    form.note(done.faults());
  }
  return election_page(screens, visit, acting, form);
}

Result<Response> freeze(const AssemblyScreens& screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  return run(
      screens, visit, acting, form,
      [&](const ElectionId& id) { return freeze_roll(screens.office, acting, id); },
      "選挙人名簿を確定しました。");
}

Result<Response> stand(const AssemblyScreens& screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto number = form.text(number_field);
  return run(
      screens, visit, acting, form,
      [&](const ElectionId& id) { return nominate(screens.office, acting, id, *number); },
      "立候補を登録しました。");
}

Result<Response> came(const AssemblyScreens& screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto number = form.text(voter_field);
  return run(
      screens, visit, acting, form,
      [&](const ElectionId& id) { return record_voter(screens.office, acting, id, *number); },
      "投票を記録しました。");
}

std::string counted_words(CountState state) {
  if (state == CountState::none) return "二人の集計が合いません。二人とも数え直してください。";
  return state == CountState::first_done ? "集計を記録しました。もう一人の集計を待ちます。"
                                         : "集計を記録しました。二人の集計が合いました。";
}

Result<Response> count(const AssemblyScreens& screens, const Visit& visit, const Acting& acting) {
  constexpr std::int64_t ballots_most = 1'000'000;
  const auto id = KENPO_TRY(visit.id<ElectionId>("election"));
  const auto view = KENPO_TRY(show_election(screens.office, acting, id));
  auto form = visit.form();
  Count counted;
  if (const auto invalid = form.number(invalid_field, 0, ballots_most)) {
    counted.invalid = static_cast<int>(*invalid);
  }
  for (const auto& each : view.candidates) {
    if (each.withdrawn_on) continue;
    const auto name = "votes_" + std::to_string(each.number);
    const auto label = std::to_string(each.number) + "番の票";
    const Field field{.name = name, .label = label, .length_limit = 7};
    if (const auto votes = form.number(field, 0, ballots_most)) {
      counted.tallies.push_back({each.number, static_cast<int>(*votes)});
    }
  }
  if (form.ok()) {
    const auto done = enter_count(screens.office, acting, id, counted);
    if (done.ok()) return visit.redirect_with(election_address(id), counted_words(*done));
    form.note(done.faults());
  }
  return election_page(screens, visit, acting, form);
}

Result<Response> lot(const AssemblyScreens& screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto lots = lots_from(form.text(lots_field).value_or(""));
  return run(
      screens, visit, acting, form,
      [&](const ElectionId& id) { return draw_lot(screens.office, acting, id, lots); },
      "くじの結果を記録しました。立会人の確認を待ちます。");
}

Result<Response> witness(const AssemblyScreens& screens, const Visit& visit,
                         const Acting& acting) {
  auto form = visit.form();
  const auto lots = lots_from(form.text(lots_field).value_or(""));
  return run(
      screens, visit, acting, form,
      [&](const ElectionId& id) { return witness_lot(screens.office, acting, id, lots); },
      "くじに立ち会ったことを記録しました。");
}

Result<Response> announce(const AssemblyScreens& screens, const Visit& visit,
                          const Acting& acting) {
  auto form = visit.form();
  return run(
      screens, visit, acting, form,
      [&](const ElectionId& id) { return announce_result(screens.office, acting, id); },
      "当選を告示し、議員の名簿に登録しました。");
}

Result<Response> erase_ballots(const AssemblyScreens& screens, const Visit& visit,
                               const Acting& acting) {
  auto form = visit.form();
  const auto destroyed = form.text(destroyed_field);
  return run(
      screens, visit, acting, form,
      [&](const ElectionId& id) { return erase(screens.office, acting, id, *destroyed); },
      "選挙人名簿と票を消去しました。");
}

}  // namespace

void add_election_routes(desk::Router& router, const AssemblyScreens& screens) {
  add_seat_balance_routes(router, screens);
  const auto with = [screens](auto handler) {
    return [screens, handler](const Visit& visit, const Acting& acting) {
      return handler(screens, visit, acting);
    };
  };
  router.get_act<election_show>("/elections", [screens](const Visit& visit, const Acting& acting) {
    return elections_page(screens, visit, acting, Form());
  });
  router.post_act<election_open>("/elections", with(open_new));
  router.get_act<election_show>("/elections/{election}",
                                [screens](const Visit& visit, const Acting& acting) {
                                  return election_page(screens, visit, acting, Form());
                                });
  router.post_act<election_roll_freeze>("/elections/{election}/roll", with(freeze));
  router.post_act<election_candidate_record>("/elections/{election}/candidates", with(stand));
  router.post_act<election_vote_record>("/elections/{election}/voters", with(came));
  router.post_act<election_count_enter>("/elections/{election}/counts", with(count));
  router.post_act<election_count_enter>("/elections/{election}/lot", with(lot));
  router.post_act<election_count_enter>("/elections/{election}/witness", with(witness));
  router.post_act<election_result_announce>("/elections/{election}/result", with(announce));
  router.post_act<election_erase>("/elections/{election}/erasure", with(erase_ballots));
}

}  // namespace kenpo::assembly
