// One version of the notice: its rows, publication, grounds, and how the members were told.
#include <algorithm>
#include <array>
#include <charconv>

#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "notice/wording.h"
#include "safeguard/notice_life_page.h"

namespace kenpo::safeguard {

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
using notice::NoticeVersion;

constexpr Field means_field{.name = "means", .label = "公表の方法"};
constexpr Field place_field{.name = "place",
                            .label = "公表した場所",
                            .support = "アドレスか、送付の名前。1行。",
                            .length_limit = 500};
constexpr Field told_means_field{.name = "told_means", .label = "周知の方法"};
constexpr Field told_on_field{.name = "told_on", .label = "周知した日"};
constexpr Field told_to_field{.name = "told_to",
                              .label = "相手",
                              .support = "「被保険者全員」のように書きます。氏名は書きません。"};
constexpr Field evidence_field{.name = "evidence",
                               .label = "証拠",
                               .support = "機関誌の号とページ、発送簿の番号など。",
                               .length_limit = 500};
constexpr Field exempt_pair_field{.name = "exempt_pair", .label = "公表しない行"};
constexpr Field exempt_ground_field{.name = "exempt_ground", .label = "21条4項のどの号か"};
constexpr Field exempt_reason_field{.name = "exempt_reason", .label = "理由", .length_limit = 500};
constexpr Field extend_pair_field{.name = "extend_pair", .label = "以前の情報にも使う行"};
constexpr Field extend_ground_field{.name = "extend_ground", .label = "根拠"};
constexpr Field extend_statement_field{.name = "extend_statement",
                                       .label = "根拠の内容",
                                       .support = "関連の説明、同意の証拠、法令の条。",
                                       .length_limit = 500};

const std::vector<Choice> means_choices = {{"page", "ホームページ(この画面の公表ページ)"},
                                           {"letter", "通知書(PDF)"}};
const std::vector<Choice> told_choices = {{"1", "ホームページ"},
                                          {"2", "本人への通知書"},
                                          {"3", "機関誌"},
                                          {"4", "事業主を通じた配布"},
                                          {"5", "電子メール"}};
const std::vector<Choice> unpublished_choices = {
    {"harm_to_person_or_third_party", "1号 本人・第三者の権利利益を害するおそれ"},
    {"harm_to_society_rights", "2号 当組合の権利・正当な利益を害するおそれ"},
    {"cooperation_with_public_body", "3号 国・地方公共団体への協力に支障"},
    {"purpose_evident_from_circumstances", "4号 取得の状況から明らか"}};
const std::vector<Choice> extension_choices = {{"relatedness", "関連性(17条2項)"},
                                               {"consent", "本人の同意(18条1項)"},
                                               {"law", "法令(18条3項1号)"}};

std::string_view label_of(const std::vector<Choice>& choices, std::string_view value) {
  const auto at = std::ranges::find(choices, value, &Choice::value);
  return at == choices.end() ? value : at->label;
}

std::string version_page_address(std::uint32_t number) {
  return "/notice-versions/" + std::to_string(number);
}

std::optional<std::uint32_t> number_of(const Visit& visit) {
  const auto text = visit.path_value("number");
  std::uint32_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

Data facts_of(const NoticeVersion& version, const std::vector<staff::NamedHandler>& handlers) {
  std::vector<desk::Item> items = {{"採択", version.adopted_at.short_text()},
                                   {"承認した人", decided_by(version.approved_by, handlers)},
                                   {"施行", version.in_force_from.short_text()},
                                   {"文書のSHA-256", notice::hexadecimal(version.document.sha256)}};
  if (const auto& publication = version.publication) {
    items.push_back({"公表", publication->published_at.short_text()});
    items.push_back({"公表した場所", publication->place});
    items.push_back({"公表の証拠(SHA-256)", notice::hexadecimal(publication->page_sha256)});
    items.push_back({"公表を記録した人", decided_by(publication->recorded_by, handlers)});
  }
  return desk::description_list(items);
}

Data reach_table(const NoticeVersion& version, const std::vector<staff::NamedHandler>& handlers) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : version.relatedness) {
    rows.push_back(
        {{row_words(each.pair)}, {"以前の情報にも使う(17条2項)"}, {each.statement}, {""}});
  }
  for (const auto& each : version.new_data_only) {
    rows.push_back({{row_words(each.pair)}, {"今後取得する情報だけ"}, {each.reason}, {""}});
  }
  for (const auto& each : version.extensions) {
    rows.push_back(
        {{row_words(each.pair)},
         {std::string(label_of(extension_choices, identifier(each.ground)))},
         {each.statement},
         {decided_by(each.approved_by, handlers) + " " + each.approved_at.short_text()}});
  }
  for (const auto& each : version.exemptions) {
    rows.push_back(
        {{row_words(each.pair)},
         {"公表しない(21条4項)"},
         {std::string(label_of(unpublished_choices, identifier(each.ground)))},
         {decided_by(each.approved_by, handlers) + " " + each.approved_at.short_text()}});
  }
  return desk::table("追加した行と根拠", {{"行"}, {"扱い"}, {"内容"}, {"承認"}}, rows);
}

Data told_table(const std::vector<NoticeTold>& told,
                const std::vector<staff::NamedHandler>& handlers) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : told) {
    rows.push_back({{each.told_on.iso()},
                    {wording(each.means).ja.text()},
                    {each.to},
                    {each.evidence},
                    {decided_by(std::string(each.recorded_by->text()), handlers)}});
  }
  return desk::table("本人への周知", {{"日"}, {"方法"}, {"相手"}, {"証拠"}, {"記録した人"}}, rows);
}

Result<Response> version_page(const NoticeScreens& screens, const Visit& visit,
                              const Acting& acting, const Form& form) {
  const auto number = number_of(visit);
  if (!number) return Visit::no_such_page();
  const auto life = KENPO_TRY(show_notice_life(screens.office, acting, *number));
  const auto* version = life.book.version(*number);
  if (version == nullptr) return Visit::no_such_page();
  const auto handlers = screens.handlers();
  const auto rows = row_choices(version->document.pairs());
  notice::PairMask limited = 0;
  for (const auto& each : version->new_data_only) limited |= mask_of(each.pair);
  Data data;
  data.section("facts", facts_of(*version, handlers))
      .section("reach", reach_table(*version, handlers))
      .section("told", told_table(life.told, handlers))
      .section("error_summary", form.error_summary())
      .text("form_token", visit.form_token())
      .text("address", version_page_address(*number))
      .when("unpublished", !version->publication.has_value())
      .section("means", form.select(means_field, means_choices))
      .section("place", form.input(place_field))
      .section("told_means", form.select(told_means_field, told_choices))
      .section("told_on", form.input(told_on_field))
      .section("told_to", form.input(told_to_field))
      .section("evidence", form.input(evidence_field))
      .section("exempt_pair", form.select(exempt_pair_field, rows))
      .section("exempt_ground", form.select(exempt_ground_field, unpublished_choices))
      .section("exempt_reason", form.input(exempt_reason_field))
      .when("may_change", may_change(screens, visit))
      .when("limited", limited != 0)
      .section("extend_pair", form.select(extend_pair_field, row_choices(limited)))
      .section("extend_ground", form.select(extend_ground_field, extension_choices))
      .section("extend_statement", form.input(extend_statement_field))
      .when("opened", !form.ok())
      .text("text", version->document.text);
  desk::PageHead head;
  head.title = "公表事項 第" + std::to_string(*number) + "版";
  head.section = "/notice-versions";
  head.crumbs = {{"公表事項の版", "/notice-versions"}};
  if (1 < *number) head.previous_address = version_page_address(*number - 1);
  if (*number < life.book.history().size()) head.next_address = version_page_address(*number + 1);
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "notice_life_version_page", std::move(data));
}

/// Runs the act of one of the page's forms; its faults come back with the page.
template <typename Act>
Result<Response> answer(const NoticeScreens& screens, const Visit& visit, const Acting& acting,
                        Form& form, Act act, std::string to, std::string message) {
  if (form.ok()) {
    const auto done = act();
    if (done.ok()) return visit.redirect_with(std::move(to), std::move(message));
    form.note(done.faults());
  }
  return version_page(screens, visit, acting, form);
}

Result<Response> publish(const NoticeScreens& screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto means = form.choice(means_field, means_choices);
  const auto place = form.text(place_field);
  const auto number = number_of(visit).value_or(0);
  const auto act = [&] {
    return publish_notice(
        screens.office, acting, number,
        *means == "page" ? notice::PublicationMeans::page : notice::PublicationMeans::letter,
        *place);
  };
  return answer(screens, visit, acting, form, act, version_page_address(number),
                "公表を記録しました。");
}

Result<Response> tell(const NoticeScreens& screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto means = form.choice(told_means_field, told_choices);
  const auto on = form.date(told_on_field);
  const auto to = form.text(told_to_field);
  const auto evidence = form.text(evidence_field);
  const auto number = number_of(visit).value_or(0);
  const auto act = [&] {
    return record_told(screens.office, acting,
                       {.version = number,
                        .means = static_cast<ToldBy>(means->front() - '0'),
                        .told_on = *on,
                        .to = *to,
                        .evidence = *evidence,
                        .evidence_sha256 = {},
                        .recorded_by = visit.staff(),
                        .recorded_at = {}});
  };
  return answer(screens, visit, acting, form, act, version_page_address(number),
                "周知を記録しました。");
}

Result<Response> propose_exempt(const NoticeScreens& screens, const Visit& visit,
                                const Acting& acting) {
  auto form = visit.form();
  const auto pair = form.choice(exempt_pair_field, row_choices(notice::all_pairs));
  const auto ground = form.choice(exempt_ground_field, unpublished_choices);
  const auto reason = form.text(exempt_reason_field);
  const auto number = number_of(visit).value_or(0);
  const auto act = [&] {
    return propose_exemption(screens.office, acting, number, *notice::parse_pair(*pair),
                             *notice::parse_unpublished_ground(*ground), *reason);
  };
  return answer(screens, visit, acting, form, act, "/approvals",
                "提案しました。もう一人の承認を待ちます。");
}

Result<Response> propose_extend(const NoticeScreens& screens, const Visit& visit,
                                const Acting& acting) {
  auto form = visit.form();
  const auto pair = form.choice(extend_pair_field, row_choices(notice::all_pairs));
  const auto ground = form.choice(extend_ground_field, extension_choices);
  const auto statement = form.text(extend_statement_field);
  const auto number = number_of(visit).value_or(0);
  const auto act = [&] {
    return propose_extension(screens.office, acting, number, *notice::parse_pair(*pair),
                             *notice::parse_extension_ground(*ground), *statement);
  };
  return answer(screens, visit, acting, form, act, "/approvals",
                "提案しました。もう一人の承認を待ちます。");
}

}  // namespace

void add_notice_version_routes(desk::Router& router, const NoticeScreens& screens) {
  router.get_act<notice_life_show>("/notice-versions/{number}",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return version_page(screens, visit, acting, Form());
                                   });
  router.post_act<notice_publication_record>("/notice-versions/{number}/publication",
                                             [screens](const Visit& visit, const Acting& acting) {
                                               return publish(screens, visit, acting);
                                             });
  router.post_act<notice_told_record>(
      "/notice-versions/{number}/tellings",
      [screens](const Visit& visit, const Acting& acting) { return tell(screens, visit, acting); });
  router.post_act<notice_change_propose>("/notice-versions/{number}/exemptions",
                                         [screens](const Visit& visit, const Acting& acting) {
                                           return propose_exempt(screens, visit, acting);
                                         });
  router.post_act<notice_change_propose>("/notice-versions/{number}/extensions",
                                         [screens](const Visit& visit, const Acting& acting) {
                                           return propose_extend(screens, visit, acting);
                                         });
}

}  // namespace kenpo::safeguard
