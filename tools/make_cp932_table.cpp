// Writes src/base/cp932_table.cpp from the C library's CP932 (iconv). Run it where the C library is
// glibc; the result is checked in, so that a build never depends on the converter of the machine.
//   c++ -std=c++23 tools/make_cp932_table.cpp -o make_table && ./make_table >src/base/cp932_table.cpp
#include <iconv.h>

#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace {

constexpr int first_lead = 0x81;
constexpr int last_lead = 0xFC;
constexpr int cells_a_line = 24;

std::string convert(const char* to, const char* from, std::string bytes) {
  iconv_t converter = iconv_open(to, from);
  std::string out(16, '\0');
  char* in = bytes.data();
  char* at = out.data();
  std::size_t in_left = bytes.size();
  std::size_t out_left = out.size();
  const std::size_t done = iconv(converter, &in, &in_left, &at, &out_left);
  iconv_close(converter);
  if (done == static_cast<std::size_t>(-1)) return {};
  out.resize(out.size() - out_left);
  return out;
}

std::uint32_t code_point(const std::string& utf32) {
  std::uint32_t value = 0;
  for (std::size_t at = 0; at < 4 && at < utf32.size(); ++at) {
    value = value << 8 | static_cast<unsigned char>(utf32[at]);
  }
  return value;
}

std::string code_bytes(int code) {
  if (code < 0x100) return {static_cast<char>(code)};
  return {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
}

bool is_private(int lead) { return lead >= 0xF0 && lead <= 0xF9; }

/// NEC's copy of the IBM extension (0xED, 0xEE): decoded, never written.
bool is_second_home(int lead) { return lead == 0xED || lead == 0xEE; }

std::vector<int> codes() {
  std::vector<int> all;
  for (int lead = first_lead; lead <= last_lead; ++lead) {
    if ((lead >= 0xA0 && lead <= 0xDF) || is_private(lead)) continue;
    for (int trail = 0x40; trail <= 0xFC; ++trail) {
      if (trail != 0x7F) all.push_back(lead << 8 | trail);
    }
  }
  return all;
}

void write_rows(std::map<std::uint32_t, int>& first_code) {
  std::puts("const Cp932Row cp932_rows[] = {");
  std::string row;
  bool filled = false;
  for (int code : codes()) {
    const std::string utf8 = convert("UTF-8", "CP932", code_bytes(code));
    row += utf8.empty() ? "\xEF\xBF\xBD" : utf8;
    if (!utf8.empty()) filled = true;
    if (!utf8.empty() && !is_second_home(code >> 8)) {
      first_code.try_emplace(code_point(convert("UTF-32BE", "CP932", code_bytes(code))), code);
    }
    const int trail = code & 0xFF;
    const int cell = trail - 0x40 - (trail > 0x7F ? 1 : 0);
    if (cell % cells_a_line == cells_a_line - 1 || trail == 0xFC) {
      const int start = cell - cell % cells_a_line;
      if (filled) std::printf("    {0x%02X, %d, u\"%s\"},\n", code >> 8, start, row.c_str());
      row.clear();
      filled = false;
    }
  }
  std::puts("};\nconst std::size_t cp932_rows_count = std::size(cp932_rows);\n");
}

/// Characters whose code is not the first code that decodes to them.
void write_choices(const std::map<std::uint32_t, int>& first_code) {
  std::puts("const Cp932Choice cp932_choices[] = {");
  std::string line = "   ";
  for (std::uint32_t point = 0x80; point < 0x10000; ++point) {
    if (point >= 0xD800 && point < 0xF900) continue;
    if (point >= 0xFF61 && point <= 0xFF9F) continue;
    std::string utf32 = {'\0', '\0', static_cast<char>(point >> 8), static_cast<char>(point)};
    const std::string bytes = convert("CP932", "UTF-32BE", utf32);
    int code = 0;
    for (unsigned char byte : bytes) code = code << 8 | byte;
    const auto found = first_code.find(point);
    if (code == (found == first_code.end() ? 0 : found->second)) continue;
    char item[32];
    std::snprintf(item, sizeof item, " {0x%04X, 0x%04X},", point, code);
    if (line.size() + 18 > 100) {
      std::puts(line.c_str());
      line = "   ";
    }
    line += item;
  }
  std::puts(line.c_str());
  std::puts("};\nconst std::size_t cp932_choices_count = std::size(cp932_choices);\n");
}

}  // namespace

int main() {
  std::puts(
      "// Made by tools/make_cp932_table.cpp from glibc's CP932. Do not edit.\n"
      "#include <iterator>\n\n"
      "#include \"base/cp932_table.h\"\n\n"
      "namespace kenpo::base {\n");
  std::map<std::uint32_t, int> first_code;
  write_rows(first_code);
  write_choices(first_code);
  std::puts("}  // namespace kenpo::base");
}
