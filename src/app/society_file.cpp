#include "app/society_file.h"

#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

#include "base/tsv.h"

namespace kenpo::app {

namespace {

using base::Fault;
using base::Plain;

constexpr std::array<std::string_view, 6> keys = {"insurer_number",         "society.name",
                                                  "society.address",        "society.telephone",
                                                  "society.representative", "audit.origin"};

Fault fault(std::uint64_t line, base::Words what) {
  return {.what = std::move(what),
          .why = {},
          .mend = {"データフォルダの society.tsv を直してください。",
                   "Mend society.tsv in the data directory."},
          .place = {.file = "society.tsv", .line = line, .column = 0, .field = {}}};
}

std::string path_in(const std::string& directory) { return directory + "/society.tsv"; }

}  // namespace

base::Result<SocietyFile> read_society_file(const std::string& directory) {
  std::ifstream file(path_in(directory), std::ios::binary);
  if (!file) {
    return fault(0,
                 {"組合の設定ファイルがありません。", "The society's configuration is missing."});
  }
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::array<std::optional<std::string>, keys.size()> values;
  std::uint64_t number = 0;
  for (const auto line : base::lines_of(text)) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    const auto cells = base::cells_of(line);
    std::size_t at = 0;
    while (at < keys.size() && keys[at] != cells[0]) ++at;
    if (at == keys.size() || cells.size() != 2 || values[at]) {
      return fault(number, {"知らない項目か、二度ある項目です。", "Unknown key, or given twice."});
    }
    values[at] = std::string(cells[1]);
  }
  for (std::size_t at = 0; at < keys.size(); ++at) {
    if (!values[at] || values[at]->empty()) {
      const auto key = Plain::name(keys[at]);
      return fault(0, {"項目 " + key + " がありません。", "The key " + key + " is missing."});
    }
  }
  const auto insurer = base::InsurerNumber::parse(*values[0]);
  if (!insurer) {
    return fault(0,
                 {"保険者番号の検証番号が合いません。", "The insurer number's check digit fails."});
  }
  return SocietyFile{
      .insurer = *insurer,
      .society = {.name = *values[1], .address = *values[2], .telephone = *values[3]},
      .representative = *values[4],
      .log_origin = *values[5]};
}

base::Result<> write_society_file(const std::string& directory, const SocietyFile& society) {
  if (std::ifstream(path_in(directory))) {
    return fault(0, {"このデータフォルダには、もう組合があります。",
                     "This data directory has a society already."});
  }
  std::ofstream file(path_in(directory), std::ios::binary);
  file << "# この組合の名称・所在地・電話番号。画面、通知書、公表事項はここから取ります。\n"
       << keys[0] << '\t' << society.insurer.text() << '\n'
       << keys[1] << '\t' << society.society.name << '\n'
       << keys[2] << '\t' << society.society.address << '\n'
       << keys[3] << '\t' << society.society.telephone << '\n'
       << keys[4] << '\t' << society.representative << '\n'
       << keys[5] << '\t' << society.log_origin << '\n';
  file.close();
  if (!file) {
    return fault(0, {"書き込めません。", "The file cannot be written."});
  }
  return base::Done{};
}

SocietyFile sample_society() {
  // 06 = 組合健保, 13 = Tokyo, 999 = no society's number; the last digit is the check digit.
  return {.insurer = *base::InsurerNumber::parse("06139992"),
          .society = {.name = "見本健康保険組合",
                      .address = "〒100-0000 東京都見本区見本町1-2-3",
                      .telephone = "03-0000-0000"},
          .representative = "見本 一郎",
          .log_origin = "kenpo.mihon.example/audit"};
}

}  // namespace kenpo::app
