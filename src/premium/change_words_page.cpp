#include "premium/change_words_page.h"

#include <algorithm>

#include "base/era.h"
#include "eligibility/protection.h"
#include "remuneration/basis_page.h"

namespace kenpo::premium {

namespace {

using desk::Cell;
using desk::Data;
using Holds = desk::Column::Holds;

Cell settlement_cell(Settlement settlement) {
  switch (settlement) {
    case Settlement::next_levy:
      return desk::chip_cell(desk::ChipKind::waiting, "次の調定で差額");
    case Settlement::own_levy:
      return desk::chip_cell(desk::ChipKind::plain, "その月の調定");
    case Settlement::lapsed:
      return desk::chip_cell(desk::ChipKind::problem, "時効(193条1項)");
  }
  return {};
}

/// Whose premium the month is: of another where the change is about their dependent.
EffectInsured whose(const ChangeEffect& effect, const MonthEffect& month) {
  const auto at = month.insured
                      ? std::ranges::find(effect.insured, *month.insured, &EffectInsured::person)
                      : effect.insured.end();
  if (at != effect.insured.end()) return *at;
  return {.person = effect.person, .sheltered = effect.sheltered};
}

/// 「報酬」, or 「報酬（被保険者 山田　花子）」
std::string kind_words(const ChangeEffect& effect, const MonthEffect& month) {
  const std::string kind = month.kind == PremiumKind::monthly ? "報酬" : "賞与";
  if (!month.insured) return kind;
  const auto insured = whose(effect, month);
  return kind + "（被保険者 " +
         (insured.sheltered == eligibility::Sheltered::yes ? eligibility::sheltered_name
                                                           : insured.name) +
         "）";
}

std::string standard_words(base::Yen standard) {
  return standard == base::Yen() ? "なし" : standard.grouped();
}

std::string causes_words(const MonthEffect& effect) {
  std::string words;
  for (int at = 0; at < effect_causes_count; ++at) {
    const auto cause = static_cast<EffectCause>(at);
    if (!effect.has(cause)) continue;
    if (!words.empty()) words += "、";
    words += wording(cause).ja.text();
  }
  return words;
}

std::vector<Cell> difference_row(std::string month, std::string kind, const EffectSum& sum) {
  return {{std::move(month)},
          {std::move(kind)},
          {signed_yen(sum.by_kind.basic)},
          {signed_yen(sum.by_kind.specific)},
          {signed_yen(sum.by_kind.adjustment)},
          {signed_yen(sum.by_kind.care)},
          {signed_yen(sum.by_kind.child)},
          {signed_yen(sum.insured)},
          {signed_yen(sum.employer)},
          {signed_yen(sum.total())}};
}

const char* becomes_words(AffectedClaim::Becomes becomes) {
  switch (becomes) {
    case AffectedClaim::Becomes::uncovered:
      return "資格のない診療になります";
    case AffectedClaim::Becomes::covered:
      return "資格のある診療になります";
    case AffectedClaim::Becomes::partly:
      return "一部の日が変わります";
  }
  return "";
}

}  // namespace

std::string signed_yen(base::Yen amount) {
  return (base::Yen() < amount ? "+" : "") + amount.grouped();
}

Data effects_table(const ChangeEffect& effect, const eligibility::EstablishmentNames& names) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& month : effect.months) {
    if (rows.size() == effect_rows_limit) break;
    const bool hidden = whose(effect, month).sheltered == eligibility::Sheltered::yes;
    rows.push_back({{base::era_month(month.month)},
                    {kind_words(effect, month)},
                    {hidden ? eligibility::sheltered_words : names.name(month.establishment)},
                    {standard_words(month.before.standard)},
                    {standard_words(month.after.standard)},
                    desk::yen_cell(month.before.total()),
                    desk::yen_cell(month.after.total()),
                    {signed_yen(difference_of(month).total())},
                    {causes_words(month)},
                    settlement_cell(month.settlement)});
  }
  const auto count = static_cast<std::int64_t>(effect.months.size());
  std::string words = desk::grouped(count) + "件";
  if (effect.months.size() > effect_rows_limit) {
    words += "のうち、はじめの" + std::to_string(effect_rows_limit) + "件";
  }
  return desk::table("月ごとの訂正前と訂正後",
                     {{"月"},
                      {"区分"},
                      {"事業所"},
                      {"標準 訂正前(円)", Holds::numbers},
                      {"標準 訂正後(円)", Holds::numbers},
                      {"保険料 訂正前(円)", Holds::numbers},
                      {"保険料 訂正後(円)", Holds::numbers},
                      {"差額(円)", Holds::numbers},
                      {"理由"},
                      {"差額の扱い"}},
                     rows, words);
}

Data differences_table(const ChangeEffect& effect) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& month : effect.months) {
    if (rows.size() == effect_rows_limit) break;
    rows.push_back(
        difference_row(base::era_month(month.month), kind_words(effect, month),
                       difference_of(month)));
  }
  if (!effect.months.empty())
    rows.push_back(difference_row("請求・還付の合計", "", effect.claimed));
  if (effect.lapsed.total() != base::Yen()) {
    rows.push_back(difference_row("時効で請求・還付しない額", "", effect.lapsed));
  }
  return desk::table("差額の内訳",
                     {{"月"},
                      {"区分"},
                      {"基本(円)", Holds::numbers},
                      {"特定(円)", Holds::numbers},
                      {"調整(円)", Holds::numbers},
                      {"介護(円)", Holds::numbers},
                      {"支援金(円)", Holds::numbers},
                      {"被保険者負担(円)", Holds::numbers},
                      {"事業主負担(円)", Holds::numbers},
                      {"差額(円)", Holds::numbers}},
                     rows);
}

std::vector<Data> cause_rows(const ChangeEffect& effect) {
  std::vector<Data> rows;
  for (int at = 0; at < effect_causes_count; ++at) {
    const auto cause = static_cast<EffectCause>(at);
    std::int64_t months = 0;
    for (const auto& month : effect.months) months += month.has(cause) ? 1 : 0;
    if (months == 0) continue;
    rows.push_back(
        Data()
            .text("words", wording(cause).ja.text() + "(" + desk::grouped(months) + "件)")
            .text("article", article(cause).text()));
  }
  return rows;
}

std::vector<Data> follow_up_rows(const ChangeEffect& effect) {
  std::vector<Data> rows;
  for (const auto& one : effect.follow_ups) {
    const auto year = one.year == 0 ? std::string() : std::to_string(one.year) + "年：";
    rows.push_back(Data()
                       .text("words", year + wording(one.kind).ja.text() + "。")
                       .text("article", article(one.kind).text()));
  }
  return rows;
}

std::vector<Data> claim_rows(const std::vector<AffectedClaim>& claims) {
  std::vector<Data> rows;
  for (const auto& claim : claims) {
    rows.push_back(Data()
                       .text("address", claim.address)
                       .text("words", base::era_month(claim.treated_in) + "診療 " +
                                          claim.cost.grouped() + "円：" +
                                          becomes_words(claim.becomes)));
  }
  return rows;
}

std::vector<Data> certificate_rows(const std::vector<AffectedCertificate>& certificates) {
  std::vector<Data> rows;
  for (const auto& one : certificates) {
    rows.push_back(
        Data().text_if_any("address", one.address).text("words", one.words + "：" + one.action));
  }
  return rows;
}

Data effect_data(const ChangeEffect& effect, const eligibility::EstablishmentNames& names) {
  const auto sum = [](const EffectSum& amount) {
    return signed_yen(amount.total()) + "円(被保険者 " + signed_yen(amount.insured) +
           "円、事業主 " + signed_yen(amount.employer) + "円)";
  };
  std::vector<desk::Item> items{
      {"請求・還付する差額", sum(effect.claimed)},
      {"うち子ども・子育て支援金(別の会計)", signed_yen(effect.claimed.child()) + "円"}};
  if (effect.lapsed.total() != base::Yen()) {
    items.push_back({"時効のため請求・還付しない差額", sum(effect.lapsed) + " " +
                                                           base::era_month(effect.oldest) +
                                                           "より前の月(健康保険法193条1項)"});
  }
  items.push_back({"調定済みの最後の月",
                   effect.last_levied ? base::era_month(*effect.last_levied) : "まだありません"});
  const bool asked = effect.neighbours == Neighbours::asked;
  const bool cover_moves = !effect.cover.lost.empty() || !effect.cover.gained.empty();
  std::vector<Data> insured;
  for (const auto& one : effect.insured) {
    const bool hidden = one.sheltered == eligibility::Sheltered::yes;
    const eligibility::InsuredName name{.name = hidden ? eligibility::sheltered_name : one.name,
                                        .symbol = one.symbol,
                                        .number = one.number,
                                        .sheltered = one.sheltered};
    insured.push_back(Data().text("words", eligibility::insured_words(name)));
  }
  Data data;
  data.when("any_insured", !insured.empty())
      .list("insured_people", std::move(insured))
      .section("summary", desk::description_list(items))
      .when("any_months", !effect.months.empty())
      .section("effects", effects_table(effect, names))
      .section("differences", differences_table(effect))
      .when("any_causes", !effect.months.empty())
      .list("causes", cause_rows(effect))
      .when("any_follow_ups", !effect.follow_ups.empty())
      .list("follow_ups", follow_up_rows(effect))
      .when("claims_asked", asked && cover_moves)
      .when("claims_seen", effect.claims.has_value())
      .when("any_claims", effect.claims && !effect.claims->empty())
      .list("claims", effect.claims ? claim_rows(*effect.claims) : std::vector<Data>{})
      .when("certificates_asked", asked)
      .when("certificates_seen", effect.certificates.has_value())
      .when("any_certificates", effect.certificates && !effect.certificates->empty())
      .list("certificates",
            effect.certificates ? certificate_rows(*effect.certificates) : std::vector<Data>{})
      .when("any_lines", !effect.lines.empty())
      .list("basis", remuneration::basis_rows(effect.lines));
  return data;
}

}  // namespace kenpo::premium
