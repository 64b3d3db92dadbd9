#include "claim/receipt_sheet.h"

#include <algorithm>
#include <map>
#include <span>

#include "base/cp932.h"
#include "base/era.h"
#include "claim/sheet_layout.h"
#include "claim/tooth.h"
#include "format/claim/codes.h"
#include "format/claim/reader.h"

namespace kenpo::claim {

namespace {

namespace file = kenpo::format::claim;
using file::Line;

std::string text_of(std::string_view bytes) { return base::decode_cp932(bytes).text; }

/// Rows of the two versions side by side: the key is 行番号 and 枝番号, in a provider's receipt (which
/// nobody has corrected) the line.
using LineKey = std::pair<std::uint64_t, std::uint16_t>;

LineKey key_of(const Line& line) {
  return line.row == 0 ? LineKey{line.number, 0} : LineKey{line.row, line.branch};
}

struct Versions {
  const Line* claimed = nullptr;
  const Line* decided = nullptr;

  const Line& shown() const { return decided == nullptr ? *claimed : *decided; }
  Change change() const {
    if (claimed == nullptr) return Change::added;
    if (decided == nullptr) return Change::removed;
    return claimed->text() == decided->text() ? Change::none : Change::changed;
  }
};

/// Builds the sections out of the lines of one receipt.
class SheetMaker {
 public:
  SheetMaker(const MasterWords& words, ReceiptSheet& sheet) : words_(words), sheet_(sheet) {}

  void make(const file::Receipt& receipt) {
    for (const Line& line : receipt.claimed) rows_[key_of(line)].claimed = &line;
    for (const Line& line : receipt.decided) rows_[key_of(line)].decided = &line;
    for (const Line& line : receipt.lines) {
      if (line.record == file::Record::jy) keep_reason(line);
    }
    const auto service = receipt.decided_head->service;
    for (const FactTable& table : sheet::fact_tables) {
      if (table.service == service) add_facts(table);
    }
    add_amounts(service);
    add_comments();
  }

 private:
  void keep_reason(const Line& line) {
    reasons_[{static_cast<std::uint64_t>(line.number_in(3)),
              static_cast<std::uint16_t>(line.number_in(4))}] = text_of(line.field(6));
  }

  /// The word of a code, or the code itself where no master has one.
  std::string named(std::string_view code, std::string word) {
    if (code.empty()) return {};
    if (!word.empty()) return word;
    ++sheet_.codes_without_word;
    return std::string(code);
  }

  std::string disease(const Line& line, const DiseasePlaces& places) {
    constexpr std::string_view not_coded = "0000999";
    constexpr std::size_t modifier_digits = 4;
    const auto code = line.field(places.code);
    auto name = code == not_coded ? text_of(line.field(places.name))
                                  : named(code, words_.disease(code));
    const auto modifiers = line.field(places.modifiers);
    for (std::size_t at = 0; at + modifier_digits <= modifiers.size(); at += modifier_digits) {
      const auto modifier = modifiers.substr(at, modifier_digits);
      // 8 and more stand behind the name (接尾語), the others in front of it.
      const auto word = named(modifier, words_.modifier(modifier));
      name = modifier[0] == '8' ? name + word : word + name;
    }
    return name;
  }

  const DiseasePlaces* disease_at(const Line& line, std::size_t seq) const {
    for (const auto& places : sheet::disease_places) {
      const bool here = places.service == line.rule->service && places.record == line.record;
      if (here && places.code == seq) return &places;
    }
    return nullptr;
  }

  /// One field in words: a date of an era, the word of its code table or of a master.
  std::string fact(const Line& line, std::size_t seq) {
    const auto field = line.field(seq);
    if (field.empty()) return {};
    if (const auto* places = disease_at(line, seq)) return disease(line, *places);
    if (line.record == file::Record::hs && (seq == 4 || seq == 13)) return teeth_words(field);
    const auto& rule = line.rule->fields[seq - 1];
    if (rule.mode == file::Mode::date) {
      const auto day = file::claim_date(field);
      return day ? base::era_short(*day).value_or(std::string(field)) : std::string(field);
    }
    if (rule.mode == file::Mode::month) {
      const auto month = file::claim_month(field);
      return month ? base::era_month(*month) : std::string(field);
    }
    const auto word = file::code_name(rule.codes, field);
    if (!word.empty()) return std::string(word);
    constexpr std::size_t item_digits = 9;
    const bool item = field.size() == item_digits &&
                      file::field_name(*line.rule, seq).text().find("コード") != std::string::npos;
    return item ? named(field, words_.item(field)) : text_of(field);
  }

  void add_facts(const FactTable& table) {
    SheetSection section{.title = table.title, .columns = {}, .rows = {}};
    for (const auto& [key, versions] : rows_) {
      const Line& line = versions.shown();
      if (line.record != table.record) continue;
      SheetRow row{.cells = {}, .change = versions.change()};
      for (const auto seq : table.fields) {
        if (seq == 0) break;
        if (section.rows.empty()) {
          section.columns.push_back(disease_at(line, seq) != nullptr
                                        ? "傷病名"
                                        : std::string(file::field_name(*line.rule, seq).text()));
        }
        row.cells.push_back(fact(line, seq));
      }
      section.rows.push_back(std::move(row));
    }
    if (!section.rows.empty()) sheet_.sections.push_back(std::move(section));
  }

  static std::string amount(const Line* line, const file::PointPlace& place) {
    if (line == nullptr || !line->has(place.points)) return {};
    auto words = std::string(line->field(place.points));
    const auto count = place.count == 0 ? 1 : line->number_in(place.count);
    if (count != 1) words += "×" + std::to_string(count);
    return words;
  }

  static std::string days(const Line& line, const file::PointPlace& place) {
    std::string words;
    for (std::size_t day = 0; place.days != 0 && day < 31; ++day) {
      const auto count = line.field(place.days + day);
      if (count.empty() || count == "0") continue;
      if (!words.empty()) words += "・";
      words += std::to_string(day + 1) + "日";
      if (count != "1") words += "×" + std::string(count);
    }
    return words;
  }

  /// 診療識別 where it is written; an empty one goes on with the one before.
  std::string heading(const Line& line, const file::PointPlace& place) {
    if (place.days != 0) {
      if (line.has(2)) {
        const auto word = file::code_name(file::CodeSet::treatment, line.field(2));
        heading_ = word.empty() ? "診療識別" + std::string(line.field(2)) : std::string(word);
      }
      return heading_;
    }
    if (line.record == file::Record::ka) {
      const auto day = file::claim_date(line.field(2));
      return day ? std::to_string(day->month()) + "月" + std::to_string(day->day()) + "日" : "";
    }
    std::string name(file::field_name(*line.rule, place.points).text());
    name.erase(std::min(name.find("点数"), name.size()));
    while (name.ends_with(' ')) name.pop_back();
    return name;
  }

  void add_amounts(file::Service service) {
    const bool yen = service == file::Service::nursing;
    SheetSection section{
        .title = "算定の内容",
        .columns = {"区分", "内容", "数量", "算定日", yen ? "請求金額" : "請求点数×回数",
                    yen ? "決定金額" : "決定点数×回数", "査定の事由"},
        .rows = {}};
    for (const auto& [key, versions] : rows_) {
      const Line& line = versions.shown();
      const auto places = line.rule->points;
      for (const auto& place : places) {
        const auto claimed = amount(versions.claimed, place);
        const auto decided = amount(versions.decided, place);
        if (places.size() > 1 && claimed.empty() && decided.empty()) continue;
        add_amount(section, versions, place, {claimed, decided});
      }
    }
    if (!section.rows.empty()) sheet_.sections.push_back(std::move(section));
  }

  void add_amount(SheetSection& section, const Versions& versions, const file::PointPlace& place,
                  const std::pair<std::string, std::string>& amounts) {
    const Line& line = versions.shown();
    const auto heading = this->heading(line, place);
    const auto code = place.code == 0 ? std::string_view{} : line.field(place.code);
    const bool counted = place.days != 0 || line.record == file::Record::ka;
    const auto reason = reasons_.find(key_of(line));
    section.rows.push_back(
        {.cells = {heading, named(code, words_.item(code)),
                   counted ? std::string(line.field(5)) : std::string{}, days(line, place),
                   amounts.first, amounts.second,
                   reason == reasons_.end() ? std::string{} : reason->second},
         .change = versions.change()});
  }

  void add_comments() {
    SheetSection section{.title = "コメント・症状詳記", .columns = {"種類", "内容"}, .rows = {}};
    for (const auto& [key, versions] : rows_) {
      const Line& line = versions.shown();
      const bool statement = line.record == file::Record::sj;
      const bool comment = line.record == file::Record::co || line.record == file::Record::tk;
      if (!comment && !statement) continue;
      const std::size_t last = line.fields_count;
      const auto written = text_of(line.field(last));
      const auto code = statement ? std::string_view{} : line.field(last - 1);
      auto sentence = statement ? written : words_.comment(code, written);
      if (sentence.empty()) sentence = named(code, {}) + " " + written;
      section.rows.push_back({.cells = {line.rule->row->title, std::move(sentence)},
                              .change = versions.change()});
    }
    if (!section.rows.empty()) sheet_.sections.push_back(std::move(section));
  }

  const MasterWords& words_;
  ReceiptSheet& sheet_;
  std::map<LineKey, Versions> rows_;
  std::map<LineKey, std::string> reasons_;
  std::string heading_;
};

class SheetReceiver final : public file::Receiver {
 public:
  SheetReceiver(const MasterWords& words, ReceiptSheet& sheet) : words_(words), sheet_(sheet) {}
  base::Result<> receipt(const file::Receipt& receipt) override {
    SheetMaker(words_, sheet_).make(receipt);
    return base::Done{};
  }

 private:
  const MasterWords& words_;
  ReceiptSheet& sheet_;
};

}  // namespace

MasterWords no_words() {
  const auto none = [](std::string_view) { return std::string{}; };
  return {.item = none,
          .disease = none,
          .modifier = none,
          .comment = [](std::string_view, std::string_view) { return std::string{}; }};
}

const char* wording(Change change) {
  switch (change) {
    case Change::none: return "";
    case Change::changed: return "査定";
    case Change::added: return "追加";
    case Change::removed: return "削除";
  }
  return "";
}

ReceiptSheet sheet_of(std::string_view bytes, const MasterWords& words) {
  ReceiptSheet sheet;
  SheetReceiver receiver(words, sheet);
  if (!file::read_receipt_again(bytes, receiver).ok()) return {};
  return sheet;
}

}  // namespace kenpo::claim
