#include "collection/receipt_sheet_rule.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/era.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "base/width.h"
#include "collection/payer.h"

namespace kenpo::collection {

namespace {

using base::Result;
using base::Yen;

constexpr std::size_t amount_digits = 10;  // as banks write an amount
constexpr std::size_t payer_limit = 100;   // characters: the longest name of an establishment
constexpr std::size_t cells_most = 4;
constexpr std::size_t grouped_digits = 3;
constexpr std::string_view blanks = " \t\r";

struct Cells {
  std::vector<std::string> texts;
  std::vector<bool> quoted;
  bool closed = true;  // every quotation mark has its other one
};

/// Divided by tabs, as a spreadsheet hands it over, or by commas, with quotation marks around what
/// holds one.
Cells cells_of_line(std::string_view line) {
  Cells cells;
  if (line.find('\t') != std::string_view::npos) {
    for (const auto cell : base::cells_of(line)) cells.texts.push_back(base::trimmed(cell));
    cells.quoted.assign(cells.texts.size(), true);
    return cells;
  }
  std::string text;
  bool inside = false;
  bool quoted = false;
  const auto close = [&] {
    cells.texts.push_back(base::trimmed(text));
    cells.quoted.push_back(quoted);
    text.clear();
    quoted = false;
  };
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char byte = line[at];
    if (byte == '"' && inside && at + 1 < line.size() && line[at + 1] == '"') {
      text += line[++at];
    } else if (byte == '"') {
      inside = !inside;
      quoted = true;
    } else if (byte == ',' && !inside) {
      close();
    } else {
      text += byte;
    }
  }
  close();
  cells.closed = !inside;
  return cells;
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// `20,000` without quotation marks stands in two cells of a comma list.
bool is_torn(const Cells& cells) {
  constexpr std::size_t amount_at = 2;
  if (cells.texts.size() <= amount_at + 1 || cells.quoted[amount_at]) return false;
  const auto next = base::narrow(cells.texts[amount_at + 1]);
  return is_digits(base::narrow(cells.texts[amount_at])) && is_digits(next) &&
         next.size() == grouped_digits;
}

class Reader {
 public:
  explicit Reader(base::Date today) : today_(today) {}

  void read(std::uint64_t line, std::string_view text) {
    line_ = line;
    const auto cells = cells_of_line(text);
    if (!cells.closed) {
      return refuse("", {"引用符が閉じていません。", "A quotation mark is not closed."},
                    {"引用符は二つで一組にしてください。", "Put them in pairs."});
    }
    if (is_torn(cells)) {
      return refuse("金額", {"金額がカンマで分かれています。", "A comma divides the amount."},
                    {"カンマを取るか、金額を引用符で囲んでください。",
                     "Leave it out or put the amount in quotation marks."});
    }
    if (cells.texts.size() + 1 < cells_most || cells.texts.size() > cells_most) {
      return refuse("", {"項目の数が違います。", "The number of cells is wrong."},
                    {"入金日、納付者、金額の順に、あればメモを続けてください。",
                     "A day, a payer, an amount, and a remark if any."});
    }
    add(cells.texts);
  }
  Result<std::vector<SheetRow>> done() {
    if (!faults_.empty()) return std::move(faults_);
    return std::move(rows_);
  }

 private:
  void add(const std::vector<std::string>& cells) {
    SheetRow row{.line = line_, .payer = cells[1]};
    const auto on = base::parse_any_date(base::narrow(cells[0]));
    if (!on) {
      refuse("入金日", {"入金日が読めません。", "The day cannot be read."},
             {"例：2026-11-20、R8.11.20", "For instance 2026-11-20."});
    } else if (*on > today_) {
      refuse("入金日", {"入金日がきょうより後です。", "The day is to come."},
             {"入金日を確かめてください。", "Check the day."});
    }
    const auto length = base::count_code_points(row.payer);
    if (length == 0 || length > payer_limit) {
      refuse("納付者", {"納付者がないか、長すぎます。", "No payer, or one that is too long."},
             {"事業所の記号か名前、または名前のカナを入れてください。",
              "Enter an establishment's symbol or name, or a name in kana."});
    }
    const auto amount = parse_amount(cells[2]);
    if (!amount || *amount <= Yen()) {
      refuse("金額", {"金額は1円以上の数字です。", "The amount is one yen or more."},
             {"例：24600", "For instance 24600."});
    }
    if (cells.size() == cells_most) row.remark = cells[cells_most - 1];
    if (base::count_code_points(row.remark) > sheet_remark_limit) {
      refuse("メモ", {"メモが長すぎます。", "The remark is too long."},
             {"100文字までにしてください。", "At most 100 characters."});
    }
    row.on = on.value_or(today_);
    row.amount = amount.value_or(Yen());
    rows_.push_back(std::move(row));
  }
  void refuse(std::string_view field, base::Words what, base::Words mend) {
    if (faults_.size() == base::faults_limit) return;
    auto fault = collection_fault(std::move(what), {}, std::move(mend));
    fault.place.line = line_;
    fault.place.field = base::Plain::name(field);
    faults_.push_back(std::move(fault));
  }

  base::Date today_;
  std::uint64_t line_ = 0;
  std::vector<SheetRow> rows_;
  base::Faults faults_;
};

bool is_head(std::string_view line) { return base::trimmed(line).starts_with("入金日"); }

base::Fault sheet_fault(base::Words what, base::Words mend) {
  return collection_fault(std::move(what), {}, std::move(mend));
}

}  // namespace

Result<std::vector<SheetRow>> read_sheet(std::string_view text, base::Date today) {
  if (text.size() > sheet_bytes_limit || !base::is_utf8(text)) {
    return sheet_fault({"一覧が長すぎるか、文字が読めません。", "Too long, or not text."},
                       {"200行までの一覧を、文字として貼り付けてください。",
                        "Paste at most 200 lines of text."});
  }
  Reader reader(today);
  std::uint64_t line = 0;
  std::size_t held = 0;
  for (const auto each : base::lines_of(text)) {
    ++line;
    if (each.find_first_not_of(blanks) == std::string_view::npos) continue;
    if (held == 0 && line == 1 && is_head(each)) continue;
    if (++held > sheet_rows_limit) break;
    reader.read(line, each);
  }
  if (held > sheet_rows_limit) {
    return sheet_fault({"一度に入れられるのは200行までです。", "At most 200 lines at a time."},
                       {"一覧を分けてください。多いときは銀行のファイルを使います。",
                        "Divide the list, or take the bank's file."});
  }
  if (held == 0) {
    return sheet_fault({"入金が1件もありません。", "There is no receipt."},
                       {"1行に1件ずつ、入金日、納付者、金額を入れてください。",
                        "One receipt a line: a day, a payer, an amount."});
  }
  return reader.done();
}

std::optional<Yen> parse_amount(std::string_view text) {
  auto plain = base::narrow(text);
  for (const std::string_view sign : {"円", "¥", "￥", "\\", ",", " "}) {
    for (auto at = plain.find(sign); at != std::string::npos; at = plain.find(sign)) {
      plain.erase(at, sign.size());
    }
  }
  if (!is_digits(plain) || plain.size() > amount_digits) return std::nullopt;
  std::int64_t yen = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), yen);
  return Yen(yen);
}

std::string sameness_of(const Receipt& receipt, int which) {
  auto payer = receipt.payer_code + "/" + receipt.payer;
  std::erase(payer, ' ');
  return "list/" + receipt.received_on.iso() + "/" + std::to_string(receipt.amount.amount()) +
         "/" + payer + "/" + std::to_string(which);
}

}  // namespace kenpo::collection
