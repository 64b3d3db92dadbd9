#include "format/notification_csv/layout.h"

#include <array>

#include "base/require.h"
#include "format/notification_csv/dependents_layout.h"

namespace kenpo::format::notification_csv {

namespace {

// Number, name, shortest, longest, mode, need, allowed, least, most.
constexpr Item medium_rows[] = {
    {1, "都道府県コード", 2, 2, Mode::code, Need::required, prefecture_codes},
    {2, "郡市区符号", 2, 2, Mode::number, Need::required, "", 1, 98},
    {3, "事業所記号", 1, 4, Mode::symbol, Need::required},
    {4, "媒体通番", 3, 3, Mode::number, Need::required, "", 1, 999},
    {5, "作成年月日", 8, 8, Mode::day, Need::required},
    {6, "代表届書コード", 5, 5, Mode::fixed, Need::required, "22223"},
};

constexpr Item attorney_medium_rows[] = {
    {1, "都道府県コード", 0, 0, Mode::empty, Need::optional},
    {2, "郡市区符号", 0, 0, Mode::empty, Need::optional},
    {3, "社会保険労務士の登録番号", 8, 8, Mode::digits, Need::required},
    {4, "媒体通番", 3, 3, Mode::number, Need::required, "", 1, 999},
    {5, "作成年月日", 8, 8, Mode::day, Need::required},
    {6, "代表届書コード", 5, 5, Mode::fixed, Need::required, "22223"},
};

constexpr Item count_rows[] = {
    {1, "社会保険労務士氏名", 1, 50, Mode::text, Need::optional},
    {2, "事業所数", 3, 3, Mode::fixed, Need::required, "001"},
};

constexpr Item establishment_rows[] = {
    {1, "都道府県コード", 2, 2, Mode::code, Need::required, prefecture_codes},
    {2, "郡市区符号", 2, 2, Mode::number, Need::required, "", 1, 98},
    {3, "事業所記号", 1, 4, Mode::symbol, Need::required},
    {4, "事業所番号", 1, 5, Mode::digits, Need::required},
    {5, "郵便番号（親番号）", 3, 3, Mode::digits, Need::required},
    {6, "郵便番号（子番号）", 4, 4, Mode::digits, Need::required},
    {7, "事業所所在地", 1, 75, Mode::text, Need::required},
    {8, "事業所名称", 1, 50, Mode::text, Need::required},
    {9, "事業主氏名", 1, 25, Mode::text, Need::required},
    {10, "電話番号1", 2, 5, Mode::digits, Need::required},
    {11, "電話番号2", 1, 4, Mode::digits, Need::required},
    {12, "電話番号3", 4, 5, Mode::digits, Need::required},
};

// 2200700
constexpr Item acquisition_rows[] = {
    {1, "様式コード", 7, 7, Mode::fixed, Need::required, "2200700"},
    {2, "都道府県コード", 2, 2, Mode::code, Need::required, prefecture_codes},
    {3, "郡市区符号", 2, 2, Mode::number, Need::required, "", 1, 98},
    {4, "事業所記号", 1, 4, Mode::symbol, Need::required},
    {5, "事業所番号", 1, 5, Mode::digits, Need::required},
    {6, "被保険者整理番号", 1, 6, Mode::digits, Need::optional, "", 1, 999999},
    {7, "被保険者氏名（カナ）", 3, 25, Mode::kana_name, Need::required},
    {8, "被保険者氏名（漢字）", 6, 24, Mode::kanji_name, Need::optional},
    {9, "生年月日（元号）", 1, 1, Mode::era, Need::required, birth_eras},
    {10, "生年月日", 6, 6, Mode::era_date, Need::required},
    {11, "種別（性別）", 1, 1, Mode::code, Need::required, "1 2 3 5 6 7"},
    {12, "取得区分", 1, 1, Mode::code, Need::required, "1 3 4 6 7"},
    {13, "個人番号", 12, 12, Mode::individual_number, Need::optional},
    {14, "住所を記載できない理由", 1, 1, Mode::code, Need::optional, "1 2 3"},
    {15, "個人番号備考", 1, 75, Mode::text, Need::optional},
    {16, "基礎年金番号（課所符号）", 4, 4, Mode::digits, Need::optional, "", 1, 9999},
    {17, "基礎年金番号（一連番号）", 6, 6, Mode::digits, Need::optional, "", 1, 999999},
    {18, "資格取得年月日（元号）", 1, 1, Mode::era, Need::required, event_eras},
    {19, "資格取得年月日", 6, 6, Mode::era_date, Need::required},
    {20, "被扶養者の有無", 1, 1, Mode::code, Need::required, "0 1"},
    {21, "報酬月額（通貨）", 1, 7, Mode::amount, Need::required, "", 0, 9999999},
    {22, "報酬月額（現物）", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {23, "報酬月額（合計）", 1, 7, Mode::amount, Need::required, "", 1000, 9999999},
    {24, "70歳以上被用者該当", 1, 1, Mode::flag, Need::optional},
    {25, "二以上事業所勤務者", 1, 1, Mode::flag, Need::optional},
    {26, "短時間労働者", 1, 1, Mode::flag, Need::optional},
    {27, "退職後の継続再雇用者", 1, 1, Mode::flag, Need::optional},
    {28, "備考", 1, 75, Mode::text, Need::optional},
    {29, "郵便番号（親番号）", 3, 3, Mode::digits, Need::optional},
    {30, "郵便番号（子番号）", 4, 4, Mode::digits, Need::optional},
    {31, "住所（カナ）", 1, 75, Mode::half_width, Need::optional},
    {32, "住所（漢字）", 1, 74, Mode::text, Need::optional},
    {33, "70歳以上被用者届のみ提出", 1, 1, Mode::flag, Need::optional},
    {34, "資格確認書発行要否", 1, 1, Mode::flag, Need::optional},
};

// 2201700
constexpr Item loss_rows[] = {
    {1, "様式コード", 7, 7, Mode::fixed, Need::required, "2201700"},
    {2, "都道府県コード", 2, 2, Mode::code, Need::required, prefecture_codes},
    {3, "郡市区符号", 2, 2, Mode::number, Need::required, "", 1, 98},
    {4, "事業所記号", 1, 4, Mode::symbol, Need::required},
    {5, "事業所番号", 1, 5, Mode::digits, Need::required},
    {6, "被保険者整理番号", 1, 6, Mode::digits, Need::optional, "", 1, 999999},
    {7, "被保険者氏名（カナ）", 3, 25, Mode::kana_name, Need::required},
    {8, "被保険者氏名（漢字）", 6, 24, Mode::kanji_name, Need::optional},
    {9, "生年月日（元号）", 1, 1, Mode::era, Need::required, birth_eras},
    {10, "生年月日", 6, 6, Mode::era_date, Need::required},
    {11, "個人番号", 12, 12, Mode::individual_number, Need::optional},
    {12, "基礎年金番号（課所符号）", 4, 4, Mode::digits, Need::optional, "", 1, 9999},
    {13, "基礎年金番号（一連番号）", 6, 6, Mode::digits, Need::optional, "", 1, 999999},
    {14, "資格喪失年月日（元号）", 1, 1, Mode::era, Need::required, event_eras},
    {15, "資格喪失年月日", 6, 6, Mode::era_date, Need::required},
    {16, "資格喪失原因", 1, 2, Mode::code, Need::required, "4 5 7 9 11"},
    {17, "退職日・死亡日（元号）", 1, 1, Mode::era, Need::optional, event_eras},
    {18, "退職日・死亡日", 6, 6, Mode::era_date, Need::optional},
    {19, "備考項目1", 1, 1, Mode::flag, Need::optional},
    {20, "備考項目2", 1, 1, Mode::flag, Need::optional},
    {21, "備考", 1, 75, Mode::text, Need::optional},
    {22, "資格確認書回収（添付枚数）", 1, 2, Mode::number, Need::optional, "", 0, 99},
    {23, "資格確認書回収（返不能枚数）", 1, 2, Mode::number, Need::optional, "", 0, 99},
    {24, "70歳不該当", 1, 1, Mode::flag, Need::optional},
    {25, "不該当年月日（元号）", 1, 1, Mode::era, Need::optional, event_eras},
    {26, "不該当年月日", 6, 6, Mode::era_date, Need::optional},
    {27, "70歳以上被用者届のみ提出", 1, 1, Mode::flag, Need::optional},
};

// 2225700
constexpr Item regular_determination_rows[] = {
    {1, "様式コード", 7, 7, Mode::fixed, Need::required, "2225700"},
    {2, "都道府県コード", 2, 2, Mode::code, Need::required, prefecture_codes},
    {3, "郡市区符号", 2, 2, Mode::number, Need::required, "", 1, 98},
    {4, "事業所記号", 1, 4, Mode::symbol, Need::required},
    {5, "被保険者整理番号", 1, 6, Mode::digits, Need::optional, "", 1, 999999},
    {6, "被保険者氏名（カナ）", 3, 25, Mode::kana_name, Need::required},
    {7, "被保険者氏名（漢字）", 6, 24, Mode::kanji_name, Need::optional},
    {8, "生年月日（元号）", 1, 1, Mode::era, Need::required, birth_eras},
    {9, "生年月日", 6, 6, Mode::era_date, Need::required},
    {10, "適用年月（元号）", 1, 1, Mode::era, Need::required, event_eras},
    {11, "適用年月（年）", 2, 2, Mode::era_year, Need::required},
    {12, "適用年月（月）", 2, 2, Mode::era_month, Need::required, "09"},
    {13, "従前の標準報酬月額（健保、千円）", 1, 4, Mode::number, Need::optional, "", 1, 9999},
    {14, "従前の標準報酬月額（厚年、千円）", 1, 4, Mode::number, Need::optional, "", 1, 9999},
    {15, "従前改定年月（元号）", 1, 1, Mode::era, Need::optional, event_eras},
    {16, "従前改定年月（年）", 2, 2, Mode::era_year, Need::optional},
    {17, "従前改定年月（月）", 2, 2, Mode::era_month, Need::optional},
    {18, "昇給・降給月", 2, 2, Mode::number, Need::optional, "", 1, 12},
    {19, "昇給・降給区分", 1, 1, Mode::code, Need::optional, "1 2"},
    {20, "遡及支払月", 2, 2, Mode::number, Need::optional, "", 1, 12},
    {21, "遡及支払額", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {22, "支給月（4月）", 2, 2, Mode::fixed, Need::required, "04"},
    {23, "支給月（5月）", 2, 2, Mode::fixed, Need::required, "05"},
    {24, "支給月（6月）", 2, 2, Mode::fixed, Need::required, "06"},
    {25, "支払基礎日数（4月）", 2, 2, Mode::number, Need::required, "", 0, 31},
    {26, "支払基礎日数（5月）", 2, 2, Mode::number, Need::required, "", 0, 31},
    {27, "支払基礎日数（6月）", 2, 2, Mode::number, Need::required, "", 0, 31},
    {28, "通貨によるもの（4月）", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {29, "通貨によるもの（5月）", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {30, "通貨によるもの（6月）", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {31, "現物によるもの（4月）", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {32, "現物によるもの（5月）", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {33, "現物によるもの（6月）", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {34, "合計（4月）", 1, 7, Mode::amount, Need::required, "", 0, 9999999},
    {35, "合計（5月）", 1, 7, Mode::amount, Need::required, "", 0, 9999999},
    {36, "合計（6月）", 1, 7, Mode::amount, Need::required, "", 0, 9999999},
    {37, "総計", 1, 7, Mode::amount, Need::required, "", 0, 9999999},
    {38, "平均額", 1, 7, Mode::amount, Need::required, "", 0, 9999999},
    {39, "修正平均額", 1, 7, Mode::amount, Need::optional, "", 1000, 9999999},
    {40, "個人番号", 12, 12, Mode::individual_number, Need::optional},
    {41, "基礎年金番号（課所符号）", 4, 4, Mode::digits, Need::optional, "", 1, 9999},
    {42, "基礎年金番号（一連番号）", 6, 6, Mode::digits, Need::optional, "", 1, 999999},
    {43, "70歳以上被用者算定", 1, 1, Mode::flag, Need::optional},
    {44, "70歳以上被用者の算定基礎月", 2, 6, Mode::digits, Need::optional},
    {45, "二以上事業所勤務者", 1, 1, Mode::flag, Need::optional},
    {46, "月額変更予定", 1, 1, Mode::flag, Need::optional},
    {47, "途中入社", 1, 1, Mode::flag, Need::optional},
    {48, "病休・育休・休職等", 1, 1, Mode::flag, Need::optional},
    {49, "短時間労働者", 1, 1, Mode::flag, Need::optional},
    {50, "パート", 1, 1, Mode::flag, Need::optional},
    {51, "年間平均", 1, 1, Mode::flag, Need::optional},
    {52, "備考", 1, 75, Mode::text, Need::optional},
    {53, "70歳以上被用者届のみ提出", 1, 1, Mode::flag, Need::optional},
};

// 2221700
constexpr Item revision_rows[] = {
    {1, "様式コード", 7, 7, Mode::fixed, Need::required, "2221700"},
    {2, "都道府県コード", 2, 2, Mode::code, Need::required, prefecture_codes},
    {3, "郡市区符号", 2, 2, Mode::number, Need::required, "", 1, 98},
    {4, "事業所記号", 1, 4, Mode::symbol, Need::required},
    {5, "被保険者整理番号", 1, 6, Mode::digits, Need::optional, "", 1, 999999},
    {6, "被保険者氏名（カナ）", 3, 25, Mode::kana_name, Need::required},
    {7, "被保険者氏名（漢字）", 6, 24, Mode::kanji_name, Need::optional},
    {8, "生年月日（元号）", 1, 1, Mode::era, Need::required, birth_eras},
    {9, "生年月日", 6, 6, Mode::era_date, Need::required},
    {10, "改定年月（元号）", 1, 1, Mode::era, Need::required, event_eras},
    {11, "改定年月（年）", 2, 2, Mode::era_year, Need::required},
    {12, "改定年月（月）", 2, 2, Mode::era_month, Need::required, ""},
    {13, "従前の標準報酬月額（健保、千円）", 1, 4, Mode::number, Need::optional, "", 1, 9999},
    {14, "従前の標準報酬月額（厚年、千円）", 1, 4, Mode::number, Need::optional, "", 1, 9999},
    {15, "従前改定年月（元号）", 1, 1, Mode::era, Need::optional, event_eras},
    {16, "従前改定年月（年）", 2, 2, Mode::era_year, Need::optional},
    {17, "従前改定年月（月）", 2, 2, Mode::era_month, Need::optional},
    {18, "昇給・降給月", 2, 2, Mode::number, Need::optional, "", 1, 12},
    {19, "昇給・降給区分", 1, 1, Mode::code, Need::optional, "1 2"},
    {20, "遡及支払月", 2, 2, Mode::number, Need::optional, "", 1, 12},
    {21, "遡及支払額", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {22, "支給月（1か月目）", 2, 2, Mode::number, Need::required, "", 1, 12},
    {23, "支給月（2か月目）", 2, 2, Mode::number, Need::required, "", 1, 12},
    {24, "支給月（3か月目）", 2, 2, Mode::number, Need::required, "", 1, 12},
    {25, "支払基礎日数（1か月目）", 2, 2, Mode::number, Need::required, "", 11, 31},
    {26, "支払基礎日数（2か月目）", 2, 2, Mode::number, Need::required, "", 11, 31},
    {27, "支払基礎日数（3か月目）", 2, 2, Mode::number, Need::required, "", 11, 31},
    {28, "通貨によるもの（1か月目）", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {29, "通貨によるもの（2か月目）", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {30, "通貨によるもの（3か月目）", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {31, "現物によるもの（1か月目）", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {32, "現物によるもの（2か月目）", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {33, "現物によるもの（3か月目）", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {34, "合計（1か月目）", 1, 7, Mode::amount, Need::required, "", 0, 9999999},
    {35, "合計（2か月目）", 1, 7, Mode::amount, Need::required, "", 0, 9999999},
    {36, "合計（3か月目）", 1, 7, Mode::amount, Need::required, "", 0, 9999999},
    {37, "総計", 1, 7, Mode::amount, Need::required, "", 0, 9999999},
    {38, "平均額", 1, 7, Mode::amount, Need::required, "", 0, 9999999},
    {39, "修正平均額", 1, 7, Mode::amount, Need::optional, "", 1000, 9999999},
    {40, "個人番号", 12, 12, Mode::individual_number, Need::optional},
    {41, "基礎年金番号（課所符号）", 4, 4, Mode::digits, Need::optional, "", 1, 9999},
    {42, "基礎年金番号（一連番号）", 6, 6, Mode::digits, Need::optional, "", 1, 999999},
    {43, "70歳以上被用者月額変更", 1, 1, Mode::flag, Need::optional},
    {44, "二以上事業所勤務者", 1, 1, Mode::flag, Need::optional},
    {45, "短時間労働者", 1, 1, Mode::flag, Need::optional},
    {46, "昇給・降給の理由", 1, 75, Mode::text, Need::optional},
    {47, "健康保険のみ月額変更", 1, 1, Mode::flag, Need::optional},
    {48, "備考", 1, 75, Mode::text, Need::optional},
    {49, "70歳以上被用者届のみ提出", 1, 1, Mode::flag, Need::optional},
};

// 2265700
constexpr Item bonus_payment_rows[] = {
    {1, "様式コード", 7, 7, Mode::fixed, Need::required, "2265700"},
    {2, "都道府県コード", 2, 2, Mode::code, Need::required, prefecture_codes},
    {3, "郡市区符号", 2, 2, Mode::number, Need::required, "", 1, 98},
    {4, "事業所記号", 1, 4, Mode::symbol, Need::required},
    {5, "被保険者整理番号", 1, 6, Mode::digits, Need::optional, "", 1, 999999},
    {6, "被保険者氏名（カナ）", 3, 25, Mode::kana_name, Need::required},
    {7, "被保険者氏名（漢字）", 6, 24, Mode::kanji_name, Need::optional},
    {8, "生年月日（元号）", 1, 1, Mode::era, Need::required, birth_eras},
    {9, "生年月日", 6, 6, Mode::era_date, Need::required},
    {10, "賞与支払年月日（元号）", 1, 1, Mode::era, Need::required, event_eras},
    {11, "賞与支払年月日", 6, 6, Mode::era_date, Need::required},
    {12, "賞与額（通貨）", 1, 7, Mode::amount, Need::required, "", 0, 9999999},
    {13, "賞与額（現物）", 1, 7, Mode::amount, Need::optional, "", 0, 9999999},
    {14, "賞与額（合計）", 1, 7, Mode::amount, Need::required, "", 1000, 9999999},
    {15, "個人番号", 12, 12, Mode::individual_number, Need::optional},
    {16, "基礎年金番号（課所符号）", 4, 4, Mode::digits, Need::optional, "", 1, 9999},
    {17, "基礎年金番号（一連番号）", 6, 6, Mode::digits, Need::optional, "", 1, 999999},
    {18, "70歳以上被用者", 1, 1, Mode::flag, Need::optional},
    {19, "二以上事業所勤務者", 1, 1, Mode::flag, Need::optional},
    {20, "同一月内の賞与合算の初回支払日", 2, 2, Mode::number, Need::optional, "", 1, 31},
    {21, "70歳以上被用者届のみ提出", 1, 1, Mode::flag, Need::optional},
};

constexpr std::array<FormLayout, 6> forms = {{
    {Form::acquisition, "2200700", "資格取得届", acquisition_rows},
    {Form::loss, "2201700", "資格喪失届", loss_rows},
    {Form::regular_determination, "2225700", "算定基礎届", regular_determination_rows},
    {Form::revision, "2221700", "月額変更届", revision_rows},
    {Form::bonus_payment, "2265700", "賞与支払届", bonus_payment_rows},
    {Form::dependents, "2202700", "被扶養者（異動）届・第3号関係届", dependents_rows},
}};

struct OtherForm {
  std::string_view code;
  std::string_view name;
};
// In use before March 2018.
constexpr OtherForm other_forms[] = {
    {"22187041", "旧様式の住所変更届"},
    {"22257041", "旧様式の算定基礎届"},
};

bool is_old_code(std::string_view code) {
  return code.size() == 8 && code.starts_with("22") && code.ends_with("7041");
}

}  // namespace

std::span<const FormLayout> form_layouts() { return forms; }

const FormLayout& layout_of(Form form) {
  const auto& found = forms[static_cast<std::size_t>(form)];
  KENPO_REQUIRE(found.form == form);
  return found;
}

const FormLayout* layout_of_code(std::string_view form_code) {
  for (const auto& layout : forms) {
    if (layout.code == form_code) return &layout;
  }
  return nullptr;
}

std::span<const Item> medium_items() { return medium_rows; }
std::span<const Item> attorney_medium_items() { return attorney_medium_rows; }
std::span<const Item> count_items() { return count_rows; }
std::span<const Item> establishment_items() { return establishment_rows; }

std::string_view other_form_name(std::string_view form_code) {
  for (const auto& other : other_forms) {
    if (other.code == form_code) return other.name;
  }
  return is_old_code(form_code) ? "2018年3月より前の旧様式" : std::string_view();
}

}  // namespace kenpo::format::notification_csv
