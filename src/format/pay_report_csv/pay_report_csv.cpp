#include "format/pay_report_csv/pay_report_csv.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

#include "base/cp932.h"
#include "base/tsv.h"

namespace kenpo::format::pay_report_csv {

namespace {

using base::Fault;
using base::Result;
using base::Words;

constexpr std::string_view head =
    "記号,番号,生年月日,最初の月,昇降給,区分,基礎日数1,報酬1,基礎日数2,報酬2,基礎日数3,報酬3,"
    "遡及支払の月,遡及支払額";
constexpr std::size_t cells_count = 14;
constexpr std::size_t first_month_cell = 6;
constexpr std::size_t symbol_bytes_limit = 40;
constexpr std::size_t number_digits_limit = 12;
constexpr std::int64_t days_limit = 31;
constexpr std::int64_t pay_limit_yen = 100'000'000;  // no month's pay is more

struct Named {
  std::string_view word;
  std::uint8_t value;
};
constexpr std::array<Named, 4> directions{{{"昇給", static_cast<std::uint8_t>(Direction::raised)},
                                           {"降給", static_cast<std::uint8_t>(Direction::cut)},
                                           {"なし", static_cast<std::uint8_t>(Direction::none)},
                                           {"", static_cast<std::uint8_t>(Direction::none)}}};
constexpr std::array<Named, 4> workers{
    {{"一般", static_cast<std::uint8_t>(WorkerKind::ordinary)},
     {"パート", static_cast<std::uint8_t>(WorkerKind::part_time)},
     {"短時間", static_cast<std::uint8_t>(WorkerKind::short_hours)},
     {"", static_cast<std::uint8_t>(WorkerKind::ordinary)}}};

template <typename Value>
std::optional<Value> named(const std::array<Named, 4>& names, std::string_view word) {
  for (const auto& one : names) {
    if (one.word == word) return static_cast<Value>(one.value);
  }
  return std::nullopt;
}

Fault file_fault(const base::Plain& file, std::uint64_t line, base::Plain field, Words what) {
  return {.what = std::move(what),
          .why = {"見出しと書き方は、マニュアルの「報酬の報告のファイル」にあります。",
                  "The layout is in docs/formats/pay_report_csv.md."},
          .mend = {"行を直して、もう一度受け付けてください。何も登録していません。",
                   "Mend the line and send the file again; nothing was taken."},
          .place = {.file = file, .line = line, .column = 0, .field = std::move(field)}};
}

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::optional<std::int64_t> number_of(std::string_view text, std::int64_t most) {
  constexpr std::size_t digits_limit = 9;
  if (text.empty() || text.size() > digits_limit) return std::nullopt;
  std::int64_t value = 0;
  const auto* end = text.data() + text.size();
  const auto [stopped, fault] = std::from_chars(text.data(), end, value);
  const bool whole = fault == std::errc() && stopped == end && text.front() != '-';
  return whole && value <= most ? std::optional(value) : std::nullopt;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= number_digits_limit &&
         std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// One line, cell by cell; the first cell that does not fit ends it with its fault.
class Line {
 public:
  Line(const base::Plain& file, std::uint64_t number, std::vector<std::string_view> cells)
      : file_(file), cells_(std::move(cells)) {
    made_.line_number = number;
  }

  Result<PayLine> read() {
    if (cells_.size() != cells_count) {
      return fault({}, {"項目の数が違います。", "Another number of cells."});
    }
    KENPO_TRY(read_person());
    KENPO_TRY(read_kinds());
    for (std::size_t at = 0; at < made_.months.size(); ++at) KENPO_TRY(read_month(at));
    KENPO_TRY(read_back_pay());
    return std::move(made_);
  }

 private:
  Fault fault(base::Plain field, Words what) const {
    return file_fault(file_, made_.line_number, std::move(field), std::move(what));
  }
  Result<> read_person() {
    if (cells_[0].empty() || cells_[0].size() > symbol_bytes_limit) {
      return fault("記号", {"記号がないか、長すぎます。", "No symbol, or too long."});
    }
    if (!is_number(cells_[1])) {
      return fault("番号", {"番号は12桁までの数字です。", "The number has at most 12 digits."});
    }
    const auto born = base::Date::parse(cells_[2]);
    if (!born) {
      return fault("生年月日", {"日付が読めません。例：1990-05-15", "No day such as 1990-05-15."});
    }
    auto number = cells_[1];
    while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
    made_.symbol = std::string(cells_[0]);
    made_.number = std::string(number);
    made_.born = *born;
    return base::Done{};
  }
  Result<> read_kinds() {
    const auto first = base::Month::parse(cells_[3]);
    if (!first) {
      return fault("最初の月", {"月が読めません。例：2026-04", "No month such as 2026-04."});
    }
    const auto direction = named<Direction>(directions, cells_[4]);
    if (!direction) {
      return fault("昇降給", {"昇降給は「昇給」「降給」「なし」のどれかです。",
                              "One of three words."});
    }
    const auto worker = named<WorkerKind>(workers, cells_[5]);
    if (!worker) {
      return fault("区分", {"区分は「一般」「パート」「短時間」のどれかです。",
                            "One of three words."});
    }
    made_.first = *first;
    made_.direction = *direction;
    made_.worker = *worker;
    return base::Done{};
  }
  Result<> read_month(std::size_t at) {
    const auto days_cell = cells_[first_month_cell + 2 * at];
    const auto pay_cell = cells_[first_month_cell + 2 * at + 1];
    const auto place = static_cast<std::int64_t>(at + 1);
    if (days_cell.empty() && pay_cell.empty()) {
      if (at > 0) return base::Done{};
      return fault("基礎日数1", {"最初の月の報酬がありません。", "The first month is missing."});
    }
    const auto days = number_of(days_cell, days_limit);
    if (!days) {
      return fault(base::Plain("基礎日数") + place,
                   {"基礎日数は0から31までの数字です。", "Days are 0 to 31."});
    }
    const auto pay = number_of(pay_cell, pay_limit_yen);
    if (!pay) {
      return fault(base::Plain("報酬") + place,
                   {"報酬は円の数字です。", "Pay is a number of yen."});
    }
    if (*days == 0 && *pay == 0) {
      return fault(base::Plain("基礎日数") + place,
                   {"基礎日数も報酬も0です。分からない月は空にします。",
                    "Both are zero: a month that is not known stays empty."});
    }
    if (at > 0 && !made_.months[at - 1]) {
      return fault(base::Plain("基礎日数") + place,
                   {"間の月の報酬がありません。", "A month between is missing."});
    }
    made_.months[at] = PaidMonth{static_cast<int>(*days), base::Yen(*pay)};
    return base::Done{};
  }
  Result<> read_back_pay() {
    const auto month_cell = cells_[cells_count - 2];
    const auto pay_cell = cells_[cells_count - 1];
    if (month_cell.empty() && pay_cell.empty()) return base::Done{};
    const auto month = base::Month::parse(month_cell);
    const auto pay = number_of(pay_cell, pay_limit_yen);
    const auto at = month && !(*month < made_.first) ? month->since(made_.first) : -1;
    const bool told = at >= 0 && at < static_cast<int>(made_.months.size()) &&
                      made_.months[static_cast<std::size_t>(at)].has_value();
    if (!told) {
      return fault("遡及支払の月", {"遡及支払の月は、この行の月のどれかです。例：2026-04",
                                    "One of the months of the line."});
    }
    if (!pay || *pay == 0 ||
        made_.months[static_cast<std::size_t>(at)]->pay < base::Yen(*pay)) {
      return fault("遡及支払額", {"遡及支払額は、その月の報酬のうちの額です。",
                                  "A part of the pay of its month."});
    }
    made_.back_pay_month = month;
    made_.back_pay = base::Yen(*pay);
    return base::Done{};
  }

  const base::Plain& file_;
  std::vector<std::string_view> cells_;
  PayLine made_;
};

/// What lines may not be beside each other.
class Together {
 public:
  explicit Together(const base::Plain& file) : file_(file) {}
  Result<> check(const PayLine& line) {
    if (symbol_.empty()) symbol_ = line.symbol;
    if (line.symbol != symbol_) {
      return file_fault(file_, line.line_number, "記号",
                        {"前の行と別の事業所です。1つのファイルは1つの事業所の分です。",
                         "Another establishment: a file is of one."});
    }
    if (seen_.emplace(line.number, line.first, line.direction == Direction::none).second) {
      return base::Done{};
    }
    return file_fault(file_, line.line_number, "番号",
                      {"同じ人の同じ月の行が前にもあります。", "The person and month stand twice."});
  }

 private:
  const base::Plain& file_;
  std::string symbol_;
  std::set<std::tuple<std::string, base::Month, bool>> seen_;
};

Result<PayLine> line_of(const base::Plain& file, std::uint64_t number, std::string_view text,
                        Together& together) {
  auto line = KENPO_TRY(Line(file, number, base::cells_of(text, ',')).read());
  KENPO_TRY(together.check(line));
  return line;
}

}  // namespace

bool looks_like(std::string_view prefix) {
  const auto text = base::utf8_or_cp932(prefix.substr(0, prefix.find('\n')));
  if (!text) return false;
  const auto lines = base::lines_of(*text);  // as `read` finds them
  return !lines.empty() && without_return(lines.front()) == head;
}

Result<std::vector<PayLine>> read(std::string_view bytes, const base::Plain& file) {
  if (bytes.size() > file_bytes_limit) {
    return file_fault(file, 0, {}, {"ファイルが大きすぎます。", "The file is too large."});
  }
  const auto text = base::utf8_or_cp932(bytes);
  if (!text) {
    return file_fault(file, 0, {}, {"文字コードがUTF-8でもCP932でもありません。",
                                    "Neither UTF-8 nor CP932."});
  }
  base::Faults faults;
  std::vector<PayLine> lines;
  Together together(file);
  std::uint64_t number = 0;
  for (const auto line : base::lines_of(*text)) {
    ++number;
    if (number == 1) {
      if (without_return(line) == head) continue;
      return file_fault(file, number, {}, {"見出しが違います。", "Another head."});
    }
    if (number > lines_limit) {
      return file_fault(file, number, {}, {"行が多すぎます。", "Too many lines."});
    }
    auto made = line_of(file, number, without_return(line), together);
    if (made.ok()) {
      lines.push_back(std::move(made).value());
      continue;
    }
    for (auto& fault : std::move(made).faults()) faults.push_back(std::move(fault));
    if (faults.size() >= base::faults_limit) break;
  }
  if (!faults.empty()) return faults;
  if (lines.empty()) return file_fault(file, 0, {}, {"空のファイルです。", "An empty file."});
  return lines;
}

std::string write(const std::vector<PayLine>& lines) {
  const auto word = [](const std::array<Named, 4>& names, auto value) {
    const auto found =
        std::ranges::find(names, static_cast<std::uint8_t>(value), &Named::value);
    return std::string(found->word);
  };
  std::string bytes = std::string(head) + "\r\n";
  for (const auto& line : lines) {
    bytes += line.symbol + "," + line.number + "," + line.born.iso() + "," + line.first.iso() +
             "," + word(directions, line.direction) + "," + word(workers, line.worker);
    for (const auto& month : line.months) {
      bytes += month ? "," + std::to_string(month->base_days) + "," +
                           std::to_string(month->pay.amount())
                     : ",,";
    }
    bytes += line.back_pay_month ? "," + line.back_pay_month->iso() + "," +
                                       std::to_string(line.back_pay.amount())
                                 : ",,";
    bytes += "\r\n";
  }
  return bytes;
}

}  // namespace kenpo::format::pay_report_csv
