// Each rule alone: one item of the good sample is changed, and the reader must say where.
#include <gtest/gtest.h>

#include <string>

#include "format/notification_csv/sample_for_tests.h"

namespace kenpo::format::notification_csv {
namespace {

std::string good_sample() { return sample("good.csv"); }

// Lines of the sample: 6 acquisition with number, 7 with address, 8 loss by retirement, 9 loss at
// 75, 10 regular determination, 11 revision, 12 bonus.
constexpr Row head_rows[] = {
    {"other prefecture code", 1, "1=13", "1:1"},
    {"county code 00", 1, "2=00", "1:2"},
    {"county code 99", 4, "2=99", "4:2"},
    {"symbol of zeros", 4, "3=000", "4:3"},
    {"symbol with full-width kana", 4, "3=ケ", "4:3"},
    {"line 1 names another office", 1, "3=ABC", "4:1"},
    {"serial 000", 1, "4=000", "1:4"},
    {"serial 999", 1, "4=999", "ok"},
    {"made on no day", 1, "5=20260231", "1:5"},
    {"other representative code", 1, "6=22224", "1:6"},
    {"no kanri mark", 2, "1=[data]", "2:"},
    {"two establishments", 3, "2=002", "3:2"},
    {"postal code too short", 4, "5=10", "4:5"},
    {"telephone with hyphen", 4, "10=03-0", "4:10"},
    {"no employer", 4, "9=", "4:9"},
    {"other office number", 4, "4=124", "6:2 7:2 8:2 9:2"},
    {"half-width address is taken", 4, "7=ﾐﾎﾝ 1-2-3", "ok"},
    {"machine-dependent company", 4, "8=見本㈱", "4:8"},
};

constexpr Row acquisition_rows[] = {
    {"number of seven digits", 6, "6=1234567", "6:6"},
    {"number of zeros", 6, "6=000", "6:6"},
    {"no number yet", 6, "6=", "ok"},
    {"no kana", 6, "7=", "6:7"},
    {"full-width kana", 6, "7=ミホン ハナコ", "6:7"},
    {"two spaces", 6, "7=ﾐﾎﾝ ﾊﾅ ｺ", "6:7"},
    {"space in front", 6, "7= ﾐﾎﾝﾊﾅｺ", "6:7"},
    {"25 bytes of kana", 6, "7=ｱｱｱｱｱｱｱｱｱｱｱｱ ｱｱｱｱｱｱｱｱｱｱｱｱ", "ok"},
    {"26 bytes of kana", 6, "7=ｱｱｱｱｱｱｱｱｱｱｱｱ ｱｱｱｱｱｱｱｱｱｱｱｱｱ", "6:7"},
    {"kanji without space", 6, "8=見本花子", "6:8"},
    {"half-width space in kanji", 6, "8=見本 花子", "6:8"},
    {"kanji of 13 characters", 6, "8=見見見見見見　花花花花花花", "6:8"},
    {"no kanji", 6, "8=", "ok"},
    {"kanji outside JIS", 6, "8=髙本　花子", "6:8"},
    {"kanji of the second level", 6, "8=齋藤　花子", "ok"},
    {"era 2", 6, "9=2", "6:9"},
    {"31 April of Heisei", 6, "10=040431", "6:10"},
    {"Showa 65", 7, "9=5;10=650101", "7:10"},
    {"Heisei on its first day", 6, "9=7;10=010108", "ok"},
    {"Heisei the day before", 6, "9=7;10=010107", "6:10"},
    {"Reiwa on its first day", 6, "9=9;10=010501", "ok"},
    {"Heisei on the day of Reiwa", 6, "9=7;10=310501", "6:10"},
    {"born in Taisho", 6, "9=3;10=150101", "ok"},
    {"born after today", 6, "9=9;10=081123", "6:10"},
    {"kind 4", 6, "11=4", "6:11"},
    {"class 2", 6, "12=2", "6:12"},
    {"number with wrong check digit", 6, "13=983205673215", "6:13"},
    {"number of eleven digits", 6, "13=98320567321", "6:13"},
    {"neither number nor address", 6, "13=", "6:29 6:30 6:31"},
    {"number and address", 6, "29=100;32=見本", "6:29 6:32"},
    {"number and reason", 6, "14=1", "6:14"},
    {"number and its remark", 6, "15=見本", "6:15"},
    {"reason 3 without remark", 7, "15=", "7:15"},
    {"reason 1 without remark", 7, "14=1;15=", "ok"},
    {"half of the pension number", 7, "17=", "7:17"},
    {"pension office of zeros", 7, "16=0000", "7:16"},
    {"pension serial of zeros", 7, "17=000000", "7:17"},
    {"acquired today", 6, "19=081122", "ok"},
    {"acquired tomorrow", 6, "19=081123", "6:19"},
    {"acquired in Showa", 6, "18=5;19=600101", "6:18"},
    {"era without date", 6, "19=", "6:19"},
    {"dependents not said", 6, "20=", "6:20"},
    {"pay with separator mark", 6, "21=300.000", "6:21"},
    {"pay does not add up", 6, "23=300001", "6:23"},
    {"pay with leading zeros", 6, "21=0300000;23=0300000", "ok"},
    {"pay under 1,000", 6, "21=999;22=0;23=999", "6:23"},
    {"pay over the cap", 6, "21=9999999;22=1;23=9999999", "ok"},
    {"eight digits of pay", 6, "21=10000000;23=9999999", "6:21"},
    {"flag 0", 6, "26=0", "6:26"},
    {"remark of 75 bytes", 7, "28=見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見1",
     "ok"},
    {"remark of 76 bytes", 7,
     "28=見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見見", "7:28"},
    {"full-width address in kana", 7, "31=トウキョウ", "7:31"},
};

constexpr Row other_rows[] = {
    {"neither number", 8, "11=", "8:12"},
    {"pension number instead", 8, "11=;12=1234;13=000001", "ok"},
    {"cause 6", 8, "16=6", "8:16"},
    {"retired without day", 8, "17=;18=", "8:18"},
    {"died, lost the next day", 8, "16=5", "ok"},
    {"lost on the day itself", 8, "15=081031", "8:15"},
    {"retirement day without era", 8, "17=", "8:18"},
    {"lost tomorrow", 8, "15=081123;18=081122", "8:15"},
    {"loss on the 75th birthday", 9, "9=5;10=261101", "ok"},
    {"loss the day before 75", 9, "9=5;10=261102", "9:15"},
    {"75 and born on a leap day", 9, "9=5;10=270229;14=9;15=090301", "9:15"},
    {"recognised as disabled", 9, "16=9", "ok"},
    {"treaty", 9, "16=11", "ok"},
    {"70 without day", 8, "24=1", "8:26"},
    {"70 on the day of retirement", 8, "24=1;25=9;26=081031", "ok"},
    {"70 on the next day", 8, "24=1;25=9;26=081101", "8:26"},
    {"applied from October", 10, "12=10", "10:12"},
    {"month 13", 11, "12=13", "11:12"},
    {"paid in July", 10, "24=07", "10:24"},
    {"32 base days", 10, "27=32", "10:27"},
    {"one digit of base days", 10, "27=9", "10:27"},
    {"no base day", 10, "26=00", "ok"},
    {"month does not add up", 10, "34=0300001", "10:34 10:37"},
    {"average of two months of three", 10, "37=0810000;38=0270000", "ok"},
    {"all three months", 10, "37=810000;38=270000", "ok"},
    {"average rounded up", 10, "30=0310001;36=0310001;37=0610001;38=0305001", "10:37"},
    {"average cut", 10, "30=0310001;36=0310001;37=0610001;38=0305000", "ok"},
    {"no month counts", 10, "37=0;38=0", "ok"},
    {"capped month", 10, "28=9999999;34=9999999;37=9999999;38=5000000", "ok"},
    {"corrected average under 1,000", 10, "39=999", "10:39"},
    {"revision from March", 11, "12=03", "11:22 11:23 11:24"},
    {"16 base days", 11, "25=16", "11:25"},
    {"16 base days of a short-time worker", 11, "25=16;45=1", "ok"},
    {"10 base days of a short-time worker", 11, "25=10;45=1", "11:25"},
    {"total differs", 11, "37=1050000", "11:37"},
    {"average not cut", 11, "38=350001", "11:38"},
    {"raise or cut 3", 11, "19=3", "11:19"},
    {"bonus not cut", 12, "14=501001", "12:14"},
    {"bonus cut to the next", 12, "12=501998", "ok"},
    {"bonus of ten million as the check table says", 12, "12=9999999;13=1;14=9999999", "ok"},
    {"bonus of ten million as generators write", 12, "12=9999999;13=1;14=9999000", "ok"},
    {"bonus of ten million otherwise", 12, "12=9999999;13=1;14=9998000", "12:14"},
    {"bonus under 1,000", 12, "12=999;13=0;14=0", "12:14"},
    {"first day 32", 12, "20=32", "12:20"},
    {"bonus in Reiwa 1 before May", 12, "11=010430", "12:11"},
    {"quotation mark", 12, "7=\"例　一郎\"", "12:7"},
    {"line of another office", 12, "4=XYZ", "12:2"},
};

void run(std::span<const Row> rows) {
  ASSERT_EQ(items_at_fault(good_sample()), "ok");
  for (const auto& row : rows) {
    EXPECT_EQ(items_at_fault(changed(good_sample(), row.line, row.changes)), row.items) << row.why;
  }
}

TEST(NotificationRules, Head) { run(head_rows); }
TEST(NotificationRules, Acquisition) { run(acquisition_rows); }
TEST(NotificationRules, OtherForms) { run(other_rows); }

TEST(NotificationRules, TheFileAsAWhole) {
  const auto good = good_sample();
  const auto lines = cut(good, "\r\n");
  const auto head = joined({lines.begin(), lines.begin() + 5}, "\r\n") + "\r\n";
  EXPECT_EQ(items_at_fault(""), "0:");
  EXPECT_EQ(items_at_fault(std::string(file_limit_bytes + 1, ' ')), "0:");
  EXPECT_EQ(items_at_fault("\xEF\xBB\xBF" + good), "0:");
  EXPECT_EQ(items_at_fault(base::decode_cp932(good).text), "0:");
  EXPECT_EQ(items_at_fault(head), "5:");
  EXPECT_EQ(items_at_fault(head.substr(0, 40)), "3: 3:");
  EXPECT_EQ(items_at_fault(good + "\x1A"), "13:");
  EXPECT_EQ(items_at_fault(good.substr(0, good.size() - 2)), "12:");
  EXPECT_EQ(items_at_fault(good + "\r\n"), "13:");
  auto bare = good;
  bare.erase(bare.rfind('\r'), 1);
  EXPECT_EQ(items_at_fault(bare), "12:");
  EXPECT_EQ(items_at_fault(joined(lines, "\n")), "1:");
  EXPECT_EQ(items_at_fault(head + "2220700,21\r\n22187041,21\r\n"), "6: 7:");
  EXPECT_EQ(items_at_fault(head + lines[11] + ",\r\n"), "6:");
  EXPECT_EQ(items_at_fault(head + lines[11] + "\x01\r\n"), "6:21");
  EXPECT_EQ(items_at_fault(head + lines[11] + "\x81\r\n"), "6:21");
}

TEST(NotificationRules, ManyFaultsAreToldUpToTheLimit) {
  auto bytes = good_sample();
  for (int at = 0; at < 2000; ++at) bytes += "2220700\r\n";
  const auto file = read(bytes, {today, {}});
  ASSERT_FALSE(file);
  EXPECT_EQ(file.faults().size(), base::faults_limit);
  EXPECT_EQ(file.faults().back().what.en.text(), "There are more faults.");
}

TEST(NotificationRules, LooksLikeOnlyNotificationFiles) {
  EXPECT_TRUE(looks_like(good_sample().substr(0, 60)));
  EXPECT_TRUE(looks_like("\xEF\xBB\xBF" "21,01,A,001,20261122,22223\n[kanri]\n"));
  EXPECT_TRUE(looks_like("21,01,A,001,20261122,22223\n"));
  EXPECT_FALSE(looks_like(""));
  EXPECT_FALSE(looks_like("21,01,A,001,20261122,22223"));
  EXPECT_FALSE(looks_like("1,1,IR,1,13,1,0000000,,a,202610,00,0300022223\r\n1,2,RE\r\n"));
}

}  // namespace
}  // namespace kenpo::format::notification_csv
