// Reads the text of a notice line by line; docs/formats/notice.md has the grammar.
#include <algorithm>
#include <optional>

#include "notice/document.h"
#include "notice/document_words.h"
#include "notice/wording.h"

namespace kenpo::notice {

namespace {

using base::Plain;
using base::Words;

struct RawLine {
  std::uint32_t number;
  std::string_view text;
};

class DocumentReader {
 public:
  DocumentReader(std::string_view text, const Plain& file) : file_(file) {
    document_.text = text;
    document_.sha256 = fingerprint(text);
  }

  base::Result<Document> read() {
    if (!split()) return std::move(faults_);
    read_parts();
    if (!faults_.empty()) return std::move(faults_);
    return std::move(document_);
  }

 private:
  bool split();
  void read_parts();
  void read_table();
  void read_row(const RawLine& line);
  void read_purpose(Row& row, std::string_view word, int place, const RawLine& line);
  void read_grounds();
  void read_measures();
  void read_desk();

  bool at_end() const { return at_ == raw_.size(); }
  std::string_view here() const { return at_end() ? std::string_view() : raw_[at_].text; }
  const RawLine& take(LineKind kind) {
    const RawLine& line = raw_[at_++];
    document_.lines.push_back({kind, line.number, section_, std::string(line.text)});
    return line;
  }
  // A heading of the section, or a fault.
  bool heading(int section);
  // Lines of the kind up to the next heading, or until `ends` says so.
  template <typename Ends>
  void paragraphs(const Ends& ends);

  void fault(Words what, Words mend, std::uint32_t line) {
    if (faults_.size() >= base::faults_limit) return;
    faults_.push_back({std::move(what), {}, std::move(mend), {file_, line, 0, {}}});
  }
  // The part that should stand here is missing; what follows cannot be told apart.
  bool missing(Words what) {
    const std::uint32_t line = at_end() ? last_line_ : raw_[at_].number;
    fault(std::move(what),
          {"公表事項の書式（docs/formats/notice.md）の順に書いてください。",
           "Write the parts in the order of docs/formats/notice.md."},
          line);
    stopped_ = true;
    return false;
  }

  Plain file_;
  Document document_;
  std::vector<RawLine> raw_;
  std::size_t at_ = 0;
  int section_ = 0;
  std::uint32_t last_line_ = 0;
  bool stopped_ = false;
  base::Faults faults_;
};

bool DocumentReader::split() {
  const std::string_view text = document_.text;
  if (text.empty() || text.size() > notice_bytes_limit) {
    fault({"公表事項の文書が空か、長すぎます。", "The notice is empty or too long."},
          {Plain("256 KiB以内の文書にしてください。"), Plain("Keep it within 256 KiB.")}, 0);
    return false;
  }
  if (const auto bad = first_bad_byte(text); bad != std::string_view::npos) {
    const auto line = 1 + std::ranges::count(text.substr(0, bad), '\n');
    fault({"UTF-8の文字でないか、使えない制御文字です。",
           "Not a UTF-8 character, or a control character that may not stand here."},
          {"UTF-8、改行LFで保存してください。", "Save it as UTF-8 with LF line ends."},
          static_cast<std::uint32_t>(line));
    return false;
  }
  std::uint32_t number = 0;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    const auto line = text.substr(from, end - from);
    ++number;
    if (!line.empty()) raw_.push_back({number, line});
    if (line.starts_with(' ') || line.ends_with(' ') || line.ends_with('\t')) {
      fault({"行の先頭か末尾に余分な空白があります。", "A blank before or after the line."},
            {"空白を取り除いてください。", "Remove the blank."}, number);
    }
    from = end + 1;
  }
  last_line_ = number;
  return faults_.empty();
}

bool DocumentReader::heading(int section) {
  if (stopped_) return false;
  if (heading_number(here()) != section) {
    const Plain number(section);
    return missing({Plain("「") + number + ". 」で始まる見出しがここにありません。",
                    Plain("The heading that begins with \"") + number + ". \" is not here."});
  }
  section_ = section;
  take(LineKind::heading);
  return true;
}

template <typename Ends>
void DocumentReader::paragraphs(const Ends& ends) {
  bool any = false;
  while (!at_end() && !ends(here())) {
    take(LineKind::paragraph);
    any = true;
  }
  if (!any) missing({"見出しの後の文がありません。", "The text after the heading is missing."});
}

void DocumentReader::read_parts() {
  if (raw_.empty() || heading_number(here()) != 0) {
    missing({"題名がありません。", "The title is missing."});
    return;
  }
  document_.title = take(LineKind::title).text;
  if (heading(1)) read_table();
  if (heading(2)) read_measures();
  if (heading(3)) paragraphs([](std::string_view line) { return heading_number(line) != 0; });
  if (heading(4)) read_desk();
}

void DocumentReader::read_table() {
  paragraphs(
      [](std::string_view line) { return line.contains('\t') || heading_number(line) != 0; });
  if (here() != table_head_line) {
    missing({"利用目的の表の見出し（類型と利用目的、間はタブ1個）がありません。",
             "The head of the table (two columns, one tab between) is missing."});
    return;
  }
  take(LineKind::table_head);
  while (!at_end() && here().contains('\t')) read_row(take(LineKind::row));
  if (document_.rows.empty()) missing({"表に行がありません。", "The table has no rows."});
  while (here().starts_with(note_mark)) take(LineKind::note);
  if (!stopped_) read_grounds();
}

void DocumentReader::read_row(const RawLine& line) {
  const auto tab = line.text.find('\t');
  const auto name = line.text.substr(0, tab);
  auto rest = line.text.substr(tab + 1);
  const auto category = category_worded(name);
  if (!category) {
    const Plain nearest = Plain::name(wording(nearest_category(name)));
    fault({"公表された個人情報の類型ではありません。", "Not a published category."},
          {Plain("最も近い公表の文言は「") + nearest + "」です。一字一句そのまま書いてください。",
           Plain("The nearest published wording is \"") + nearest + "\". Write it to the letter."},
          line.number);
    return;
  }
  for (const Row& row : document_.rows) {
    if (row.category != *category) continue;
    fault({"同じ類型の行が2回あります。", "This category has two rows."},
          {"1行にまとめてください。", "Put them into one row."}, line.number);
  }
  Row row{*category, {}};
  for (int place = 1;; ++place) {
    const auto comma = rest.find(purpose_separator);
    read_purpose(row, rest.substr(0, comma), place, line);
    if (comma == std::string_view::npos) break;
    rest.remove_prefix(comma + purpose_separator.size());
  }
  document_.rows.push_back(std::move(row));
}

void DocumentReader::read_purpose(Row& row, std::string_view word, int place, const RawLine& line) {
  const Plain nth(place);
  const auto purpose = purpose_worded(word);
  if (!purpose) {
    const Plain nearest = Plain::name(wording(nearest_purpose(word)));
    fault({nth + "番目の利用目的は、公表された文言ではありません。",
           Plain("Purpose ") + nth + " of the row is not a published wording."},
          {Plain("最も近い公表の文言は「") + nearest + "」です。「、」は利用目的を区切ります。",
           Plain("The nearest published wording is \"") + nearest + "\"."},
          line.number);
    return;
  }
  const Plain named = Plain::name(wording(*purpose));
  if (std::ranges::find(row.purposes, *purpose) != row.purposes.end()) {
    fault({Plain("利用目的「") + named + "」が1行に2回あります。",
           Plain("Purpose \"") + named + "\" stands twice in the row."},
          {"一つを消してください。", "Remove one."}, line.number);
  }
  if (!is_published(row.category, *purpose)) {
    fault({Plain("この類型を利用目的「") + named +
               "」に使う組は、プログラムの表（43組）にありません。",
           Plain("The program's table of 43 pairs has no use of this category for \"") + named +
               "\"."},
          {"新しい組を公表するには、その組を持つ版のプログラムが先に必要です。",
           "A new pair needs an edition of the program that has it first."},
          line.number);
  }
  row.purposes.push_back(*purpose);
}

void DocumentReader::read_grounds() {
  for (int number = 1; number <= 4; ++number) {
    if (ground_number(here()) != number) {
      const Plain which(number);
      missing({Plain("法21条4項の場合の(") + which + ")がありません。",
               Plain("Ground (") + which + ") of Art. 21(4) is missing."});
      return;
    }
    document_.grounds.emplace_back(take(LineKind::ground).text);
  }
}

void DocumentReader::read_measures() {
  while (!at_end() && heading_number(here()) == 0) {
    const RawLine& line = take(LineKind::measure);
    const auto tab = line.text.find('\t');
    const bool one = std::ranges::count(line.text, '\t') == 1 && tab > 0;
    if (!one) {
      fault({"安全管理措置の行は「見出し、タブ1個、内容」です。",
             "A safety measure is a heading, one tab and its words."},
            {"タブで区切ってください。", "Put one tab between them."}, line.number);
      continue;
    }
    document_.measures.push_back(
        {std::string(line.text.substr(0, tab)), std::string(line.text.substr(tab + 1))});
  }
  if (document_.measures.empty() && faults_.empty()) {
    missing({"安全管理措置がありません。", "The safety measures are missing."});
  }
}

void DocumentReader::read_desk() {
  if (raw_.size() - at_ != 3) {
    missing({"苦情の申出先は、名称・所在地・電話の3行です。",
             "The complaint desk is three lines: name, address, telephone."});
    return;
  }
  const RawLine& name = take(LineKind::society_name);
  const RawLine& address = take(LineKind::address);
  const RawLine& telephone = take(LineKind::telephone);
  if (!is_line_value(name.text)) {
    fault({"組合の名称が長すぎるか、タブを含みます。", "The name is too long or holds a tab."},
          {"1行で書いてください。", "Write it in one line."}, name.number);
  }
  if (!is_address(address.text)) {
    fault({"所在地が「〒123-4567 住所」の形ではありません。",
           "The address is not of the form 〒123-4567 and the address."},
          {"郵便番号の後に空白を1個置いてください。", "Put one blank after the postcode."},
          address.number);
  }
  const bool marked = telephone.text.starts_with(telephone_mark);
  const auto digits = marked ? telephone.text.substr(telephone_mark.size()) : telephone.text;
  if (!marked || !is_telephone(digits)) {
    fault({"電話が「電話：042-000-0000」の形ではありません。",
           "The telephone is not of the form 電話：042-000-0000."},
          {"数字とハイフンで書いてください。", "Use digits and hyphens."}, telephone.number);
  }
  document_.society = {std::string(name.text), std::string(address.text), std::string(digits)};
}

Words of_field(std::string_view field) { return {Plain::name(field), Plain::name(field)}; }

}  // namespace

base::Result<Document> parse_document(std::string_view text, const Plain& file) {
  return DocumentReader(text, file).read();
}

base::Result<Document> with_society(const Document& document, const Society& society) {
  base::Faults faults;
  const auto check = [&](bool good, std::string_view field, Words why) {
    if (good) return;
    faults.push_back(
        {{of_field(field).ja + "の値が使えません。", of_field(field).en + " cannot be used."},
         std::move(why),
         {},
         {{}, 0, 0, Plain::name(field)}});
  };
  check(is_line_value(society.name) && heading_number(society.name) == 0, "society.name",
        {"1行で、前後に空白のない名称にします。", "One line without blanks around it."});
  check(is_address(society.address), "society.address",
        {"「〒123-4567 住所」の形にします。", "The form is 〒123-4567 and the address."});
  check(is_telephone(society.telephone), "society.telephone",
        {"0で始まる数字とハイフンにします。", "Digits and hyphens, beginning with 0."});
  if (!faults.empty()) return faults;

  std::string text;
  std::uint32_t number = 0;
  const std::string_view from = document.text;
  for (std::size_t at = 0; at < from.size();) {
    const auto end = std::min(from.find('\n', at), from.size());
    ++number;
    const auto line = std::ranges::find(document.lines, number, &Line::number);
    const auto kind = line == document.lines.end() ? LineKind::paragraph : line->kind;
    if (kind == LineKind::society_name)
      text += society.name;
    else if (kind == LineKind::address)
      text += society.address;
    else if (kind == LineKind::telephone)
      text += std::string(telephone_mark) + society.telephone;
    else
      text += from.substr(at, end - at);
    if (end < from.size()) text += '\n';
    at = end + 1;
  }
  return parse_document(text, Plain("notice.txt"));
}

}  // namespace kenpo::notice
