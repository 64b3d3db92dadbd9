#include "eligibility/notification_change_page.h"

#include <algorithm>

#include "base/era.h"
#include "base/mask.h"
#include "eligibility/protection.h"

namespace kenpo::eligibility {

namespace {

using desk::Cell;
using Rows = std::vector<std::vector<Cell>>;

std::string status_words(Status status) {
  switch (status) {
    case Status::employed:
      return "強制適用";
    case Status::voluntary:
      return "任意継続";
    case Status::special:
      return "特例退職";
  }
  return {};
}

std::string day_words(base::Date day) {
  return base::era_short(day).value_or(day.iso()) + " (" + day.iso() + ")";
}

/// One notification's changes as words.
class Wording {
 public:
  Wording(const NotificationView& shown, const EstablishmentNames& names, Identifiers identifiers)
      : shown_(shown), names_(names), identifiers_(identifiers) {}

  Rows rows() {
    const auto& effect = *shown_.effect;
    if (effect.person) add_person(shown_.facts.person, *effect.person, "");
    if (effect.dependent) add_person(shown_.facts.dependent, *effect.dependent, "被扶養者の");
    for (const auto& period : effect.periods) add_period(period);
    for (const auto& link : effect.links) add_link(link);
    for (const auto& one : effect.circumstances) add_circumstance(one);
    if (effect.origin) {
      const auto words = [](const AddressOrigin& origin) {
        return wording(origin.kind).ja.text() + "（" + wording(origin.source).ja.text() + "、" +
               day_words(origin.from) + "から）";
      };
      const auto& before = shown_.facts.address_origin;
      add("住所の種類と出所", before ? words(*before) : "", words(*effect.origin));
    }
    if (effect.paper) {
      const auto& told = *effect.paper;
      if (told.wanted == YesNo::yes) add("資格確認書の発行", "", "必要（証の点検で交付待ちになります）");
      if (told.tells_of_return()) {
        add("資格確認書の返納", "", "添付 " + std::to_string(told.attached) + "枚、返納不能 " +
                                        std::to_string(told.not_returned) + "枚");
      }
    }
    if (effect.pay) {
      add("報酬月額", "", desk::grouped(effect.pay->amount.amount()) + "円（標準報酬は次の決定で）");
    }
    return std::move(rows_);
  }

 private:
  void add(std::string what, std::string before, std::string after) {
    if (before.empty() && after.empty()) return;
    rows_.push_back({{std::move(what)},
                     {before.empty() ? "なし" : std::move(before)},
                     {after.empty() ? "なし" : std::move(after)}});
  }
  void add_if_differs(std::string what, std::string before, std::string after) {
    if (before != after) add(std::move(what), std::move(before), std::move(after));
  }
  std::string hidden(const std::string& text) const {
    return identifiers_ == Identifiers::shown ? text : base::masked(text);
  }

  void add_person(const std::optional<Person>& known, const Person& after,
                  const std::string& whose) {
    const auto before = known.value_or(Person{.id = after.id});
    const auto sex = [](Sex value) { return value == Sex::male ? "男" : "女"; };
    add_if_differs(whose + "氏名", before.name, after.name);
    add_if_differs(whose + "氏名カナ", before.name_kana, after.name_kana);
    add_if_differs(whose + "性別", known ? sex(before.sex) : "", sex(after.sex));
    add_if_differs(whose + "生年月日", known ? day_words(before.born) : "", day_words(after.born));
    if (known && known->sheltered == Sheltered::yes) {
      if (!after.address.empty()) add(whose + "住所", sheltered_words, sheltered_words);
      return;
    }
    const auto place = [&](const Person& person) {
      return hidden(person.postal_code.empty() ? person.address
                                               : person.postal_code + " " + person.address);
    };
    if (before.address != after.address || before.postal_code != after.postal_code) {
      add(whose + "住所", place(before), place(after));
    }
  }

  std::string period_words(const InsuredPeriod& period) const {
    const bool sheltered = shown_.facts.is_protected;
    auto words = sheltered ? std::string(sheltered_words)
                           : names_.name(period.establishment) + " " +
                                 (identifiers_ == Identifiers::shown
                                      ? insured_number(period.symbol, period.number)
                                      : masked_insured_number(period.symbol, period.number));
    words += "、" + status_words(period.status) + "、取得 " + day_words(period.acquired);
    if (period.lost) words += "、喪失 " + day_words(*period.lost);
    if (period.end_reason) words += "、" + reason_words(*period.end_reason).ja.text();
    if (period.short_hours == YesNo::yes) words += "、短時間労働者";
    if (period.two_workplaces == YesNo::yes) words += "、二以上勤務";
    return words;
  }
  void add_period(const InsuredPeriod& after) {
    const auto& known = shown_.facts.periods;
    const auto before = std::ranges::find(known, after.id, &InsuredPeriod::id);
    add("資格", before == known.end() ? "" : period_words(*before), period_words(after));
  }

  static std::string link_words(const DependentLink& link) {
    return "枝番" + std::string(link.branch < 10 ? "0" : "") + std::to_string(link.branch) + "、" +
           day_words(link.from) + "から" + (link.until ? day_words(*link.until) + "まで" : "");
  }
  void add_link(const DependentLink& after) {
    const auto& known = shown_.facts.dependents;
    const auto before = std::ranges::find(known, after.id, &DependentLink::id);
    add("被扶養者", before == known.end() ? "" : link_words(*before), link_words(after));
  }

  static std::string circumstance_words(const Circumstance& one) {
    const auto reason = one.kind == CircumstanceKind::abroad && one.reason
                            ? abroad_words(Abroad::applies, *one.reason).ja.text() + "、"
                            : std::string();
    return reason + day_words(one.from) + "から" + (one.until ? day_words(*one.until) + "まで" : "") +
           (one.detail.empty() ? "" : "、" + one.detail);
  }
  void add_circumstance(const Circumstance& after) {
    const auto& known = shown_.facts.circumstances;
    const auto before = std::ranges::find(known, after.id, &Circumstance::id);
    add(wording(after.kind).ja.text(), before == known.end() ? "" : circumstance_words(*before),
        circumstance_words(after));
  }

  const NotificationView& shown_;
  const EstablishmentNames& names_;
  Identifiers identifiers_;
  Rows rows_;
};

}  // namespace

Rows change_rows(const NotificationView& shown, const EstablishmentNames& names,
                 Identifiers identifiers) {
  if (!shown.effect) return {};
  return Wording(shown, names, identifiers).rows();
}

Rows basis_rows(const NotificationEffect& effect) {
  Rows rows;
  for (const auto& line : effect.basis) {
    rows.push_back({{line.step.ja.text()},
                    {law::told(line.fact, base::Language::japanese)},
                    {line.article.text()}});
  }
  return rows;
}

}  // namespace kenpo::eligibility
