#include "desk/form.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/resource.h"
#include "desk/components.h"
#include "desk/encoding.h"
#include "desk/page.h"
#include "desk/two_dimensional_code.h"

namespace kenpo::desk {
namespace {

constexpr Field born{.name = "born_on", .label = "生年月日", .support = {}, .mode = {}};
constexpr Field note{.name = "note",
                     .label = "備考",
                     .need = Field::Need::optional,
                     .support = {},
                     .length_limit = 5,
                     .mode = {}};

Values sent(std::initializer_list<std::pair<std::string, std::string>> rows) {
  Values values;
  for (const auto& [name, value] : rows) values.add(name, value);
  return values;
}

TEST(Form, ReadsTheDatesThatTheOfficeWrites) {
  for (const auto* text : {"R8.4.1", "r080401", "令和8年4月1日", "20260401", "2026/4/1",
                           "2026-04-01", "Ｒ８．４．１", "　2026/4/1 "}) {
    const auto values = sent({{"born_on", text}});
    Form form(values);
    EXPECT_EQ(form.date(born), base::Date::make(2026, 4, 1)) << text;
  }
  for (const auto* text : {"昭和65年1月1日", "2026/2/30", "4/1", "あした"}) {
    const auto values = sent({{"born_on", text}});
    Form form(values);
    EXPECT_FALSE(form.date(born).has_value()) << text;
    EXPECT_EQ(form.faults().size(), 1U);
  }
}

TEST(Form, ReadsMonths) {
  for (const auto* text : {"R8.4", "r0804", "令和8年4月", "202604", "2026/4", "2026-04"}) {
    EXPECT_EQ(parse_office_month(text), base::Month::make(2026, 4)) << text;
  }
  for (const auto* text : {"2026", "2026/13", "R8.4.1", "20260401", ""}) {
    EXPECT_FALSE(parse_office_month(text).has_value()) << text;
  }
}

TEST(Form, AsksForWhatIsRequiredOnce) {
  const auto values = sent({{"born_on", "  "}});
  Form form(values);
  EXPECT_FALSE(form.date(born).has_value());
  form.note(born, {"二つ目です。", "A second."});
  EXPECT_FALSE(form.text(note).has_value());
  ASSERT_EQ(form.faults().size(), 1U);
  EXPECT_EQ(form.faults()[0].field, "born_on");
  EXPECT_EQ(form.faults()[0].words, "生年月日を入力してください。");
}

TEST(Form, RefusesWhatIsTooLongOrNoText) {
  for (const auto* text : {"あいうえおか", "a\tb", "\xff\xfe"}) {
    const auto values = sent({{"note", text}});
    Form form(values);
    EXPECT_FALSE(form.text(note).has_value());
    EXPECT_FALSE(form.ok()) << text;
  }
  const auto values = sent({{"note", "あいうえお"}});
  Form form(values);
  EXPECT_EQ(form.text(note), "あいうえお");
}

TEST(Form, ReadsAmountsWithinTheirBounds) {
  const Field amount{.name = "amount", .label = "金額", .support = {}, .mode = "numeric"};
  struct Row {
    const char* text;
    std::optional<std::int64_t> read;
  };
  for (const Row& row : {Row{"１２３，４５６", 123456},
                         {"1,000", 1000},
                         {"0", 0},
                         {"-1", {}},
                         {"1.5", {}},
                         {"1000001", {}},
                         {"99999999999999999999", {}}}) {
    const auto values = sent({{"amount", row.text}});
    Form form(values);
    const auto yen = form.yen(amount, 0, 1'000'000);
    EXPECT_EQ(yen ? std::optional(yen->amount()) : std::nullopt, row.read) << row.text;
  }
}

TEST(Form, ChoiceIsOneOfTheChoices) {
  const Field sex{.name = "sex", .label = "性別", .support = {}, .mode = {}};
  const std::vector<Choice> choices = {{"1", "男"}, {"2", "女"}};
  const auto good = sent({{"sex", "2"}});
  Form form(good);
  EXPECT_EQ(form.choice(sex, choices), "2");
  const auto forged = sent({{"sex", "3"}});
  Form refused(forged);
  EXPECT_FALSE(refused.choice(sex, choices).has_value());
  EXPECT_FALSE(refused.ok());
}

TEST(Encoding, FormsAreDecodedOnceAndStrictly) {
  const auto values = parse_urlencoded("a=1+2&b=%E8%A8%98&c&a=%2B%2525");
  ASSERT_TRUE(values.has_value());
  EXPECT_EQ(values->text("a"), "1 2");
  EXPECT_EQ(values->all("a")[1], "+%25");
  EXPECT_EQ(values->text("b"), "記");
  EXPECT_TRUE(values->has("c"));
  for (const auto* refused : {"a=%", "a=%4", "a=%GG", "a=%00", "a=%FF"}) {
    EXPECT_FALSE(parse_urlencoded(refused).has_value()) << refused;
  }
  std::string many;
  for (std::size_t count = 0; count <= fields_limit; ++count) many += "a=1&";
  EXPECT_FALSE(parse_urlencoded(many).has_value());
}

TEST(Encoding, PathsHaveNoWayUpOrAround) {
  EXPECT_EQ(parse_path("/members/%E8%A8%98"), "/members/記");
  for (const auto* refused : {"", "members", "/a/../b", "/a/%2e%2e/b", "/a//b", "/a/", "/a/./b",
                              "/a%2fb", "/a%5Cb", "/a%00", "/a%0d%0aX", "/%ff", "http://x/", "*"}) {
    EXPECT_FALSE(parse_path(refused).has_value()) << refused;
  }
}

/// Every component with its values provided by its builder, filled strictly: a tag without a
/// value is a fault.
TEST(Components, ProvideEveryTagOfTheirTemplates) {
  const auto& templates = Templates::carried();
  const auto values = sent({{"note", "長すぎる文章"}});
  Form form(values);
  form.text(note);
  form.date(born);
  form.note(
      base::Faults{{.what = {"全体の誤り。", "A fault."}, .why = {}, .mend = {}, .place = {}}});
  Data token;
  token.text("form_token", "t");
  Field with_support = note;
  with_support.support = "五文字まで";
  with_support.mode = "text";
  const std::vector<std::pair<std::string, Data>> filled = {
      {"input", form.input(note)},
      {"input", form.input(with_support)},
      {"text_area", form.input(with_support)},
      {"field_label", form.input(with_support)},
      {"field_fault", form.input(note)},
      {"select", form.select(note, {{"1", "一"}})},
      {"radio_group", form.select(with_support, {{"1", "一"}})},
      {"error_summary", form.error_summary()},
      {"form_token", token},
      {"chip", chip(ChipKind::done, "完了")},
      {"table", table("表", {{"氏名"}, {"状態"}, {"金額", Column::Holds::numbers}},
                      {{link_cell("健保 太郎", "/x"), chip_cell(ChipKind::problem, "誤り"),
                        yen_cell(base::Yen(1234567))}},
                      "1件")},
      {"table", table("空の表", {{"氏名"}}, {})},
      {"pager", pager(2, 150, 50, "/x?q=1")},
      {"notification", notification(NotificationKind::warning, "題", "文")},
      {"description_list", description_list({{"項目", "値", "/x"}, {"項目", "値"}})},
      {"task_list", task_list({{"する", "説明", "/x", ChipKind::plain, "未着手"},
                               {"まだ", "", "", ChipKind::waiting, "保留"}})},
      {"search_box", search_box("/x", "q", "氏名", "太郎", "一部でも探せます")},
  };
  std::vector<std::string> seen = {"sections"};  // section_page_test fills it whole
  for (const auto& [name, data] : filled) {
    const auto html = templates.fill(name, data);
    ASSERT_TRUE(html.ok()) << name << ": "
                           << base::tell(html.faults().front(), base::Language::japanese);
    seen.push_back(name);
  }
  for (const auto path : base::resources_under("src/desk/components/")) {
    auto name = std::string(path.substr(path.rfind('/') + 1));
    name.erase(name.find('.'));
    EXPECT_NE(std::ranges::find(seen, name), seen.end()) << name << " is not tested";
  }
}

TEST(Templates, TellATagThatIsNotProvidedAndEscapeTheRest) {
  const auto& templates = Templates::carried();
  Data data;
  data.text("chip_kind", "plain");
  const auto missing = templates.fill("chip", data);
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.faults().front().place.field.text(), "chip_label");
  data.text("chip_label", "<script>\"'&");
  const auto html = templates.fill("chip", data);
  ASSERT_TRUE(html.ok());
  EXPECT_NE(html->find("&lt;script&gt;&quot;&apos;&amp;"), std::string::npos);
}

TEST(TwoDimensionalCode, IsAPictureOrAFault) {
  const auto code = two_dimensional_code("otpauth://totp/x?secret=ABC");
  ASSERT_TRUE(code.ok());
  EXPECT_TRUE(code->starts_with("data:image/svg+xml;base64,PHN2Zy"));
  EXPECT_NE(*code, *two_dimensional_code("otpauth://totp/x?secret=ABD"));
  EXPECT_FALSE(two_dimensional_code("").ok());
  EXPECT_FALSE(two_dimensional_code(std::string(code_text_limit_bytes + 1, 'a')).ok());
}

TEST(Components, GroupThousands) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(-1234567), "-1,234,567");
  EXPECT_EQ(grouped(-123), "-123");
}

}  // namespace
}  // namespace kenpo::desk
