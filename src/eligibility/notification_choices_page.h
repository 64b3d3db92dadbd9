// The choices of the forms of notifications: what is sent and what the clerk reads.
#pragma once

#include <vector>

#include "desk/form.h"

namespace kenpo::eligibility {

inline const std::vector<desk::Choice> yes_choices{{"yes", "はい"}, {"no", "いいえ"}};
inline const std::vector<desk::Choice> work_class_choices{{"yes", "短時間労働者"},
                                             {"no", "短時間労働者でない"}};
inline const std::vector<desk::Choice> dependents_choices{{"yes", "あり"}, {"no", "なし"}};
inline const std::vector<desk::Choice> address_kind_choices{
    {"1", "1 自宅（住民票の住所）"}, {"2", "2 居所"}, {"3", "3 事業所・寮などの気付"}, {"4", "4 国外"}};
inline const std::vector<desk::Choice> address_source_choices{
    {"1", "1 事業主の届書"}, {"3", "3 本人の申出"}, {"4", "4 住民票・住基情報"}};
inline const std::vector<desk::Choice> sex_choices{{"1", "男"}, {"2", "女"}};
inline const std::vector<desk::Choice> class_choices{
    {"1", "1 健保・厚年"}, {"3", "3 共済出向"}, {"4", "4 船保任継"}};
inline const std::vector<desk::Choice> abroad_applies_choices{{"1", "1 該当"}};
inline const std::vector<desk::Choice> abroad_choices{{"1", "1 該当"}, {"2", "2 非該当"}};
inline const std::vector<desk::Choice> abroad_reason_choices{
    {"1", "1 留学（非該当は国内転入）"},
    {"2", "2 海外赴任の被保険者に同行（非該当はその他）"},
    {"3", "3 就労以外の目的の一時的な渡航"},
    {"4", "4 海外赴任の間に身分関係が生じた"},
    {"5", "5 その他、国内に生活の基礎がある"}};
inline const std::vector<desk::Choice> loss_choices{{"4", "4 退職等"},
                                       {"5", "5 死亡"},
                                       {"7", "7 75歳到達"},
                                       {"9", "9 障害認定"},
                                       {"11", "11 社会保障協定"}};
inline const std::vector<desk::Choice> voluntary_choices{{"107", "本人の申出（38条7号）"},
                                            {"104", "保険料未納（38条3号）"},
                                            {"105", "他の健康保険に加入（38条4号）"},
                                            {"106", "船員保険に加入（38条5号）"},
                                            {"5", "死亡（38条2号）"},
                                            {"103", "2年満了（38条1号）"},
                                            {"7", "75歳到達（38条6号）"},
                                            {"9", "障害認定（38条6号）"}};
inline const std::vector<desk::Choice> relation_choices{
    {"101", "夫"},           {"102", "妻"},     {"103", "夫（未届）"}, {"104", "妻（未届）"},
    {"1", "01 実子・養子"},  {"2", "02 その他の子"}, {"3", "03 父母・養父母"},
    {"4", "04 義父母"},      {"5", "05 弟妹"},   {"6", "06 兄姉"},      {"7", "07 祖父母"},
    {"8", "08 曽祖父母"},    {"9", "09 孫"},     {"10", "10 その他"}};

}  // namespace kenpo::eligibility
