// A header brings what it names of the standard library, itself or through a header of ours that it
// includes. `headers` (headers.sh) compiles each header alone with the library already read, which
// is ten times as fast; what the library would hide there is found here.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "tree.h"

namespace kenpo::house {
namespace {

using Names = std::set<std::string>;

/// A name of namespace std and the headers that bring it, one of which is enough.
const std::map<std::string, Names>& library() {
  static const Names sizes = {"cstddef", "string",   "string_view", "vector", "array",
                              "span",    "optional", "cstring",     "map",    "functional"};
  static const Names utilities = {"utility", "string",   "vector", "optional",
                                  "memory",  "functional", "map",  "variant"};
  static const Names files = {"fstream"};
  static const std::map<std::string, Names> headers = {
      {"abort", {"cstdlib"}},
      {"array", {"array"}},
      {"atomic", {"atomic"}},
      {"condition_variable", {"condition_variable"}},
      {"conditional_t", {"type_traits"}},
      {"copy_n", {"algorithm"}},
      {"data", {"string", "vector", "array", "span", "string_view"}},
      {"deque", {"deque"}},
      {"end", {"string", "vector", "array", "span", "map", "set"}},
      {"endian", {"bit"}},
      {"erase_if", {"vector", "map", "set", "string", "unordered_map"}},
      {"exchange", {"utility"}},
      {"filesystem", {"filesystem"}},
      {"function", {"functional"}},
      {"get", {"variant", "tuple", "utility", "array"}},
      {"hash", {"functional", "string", "string_view", "unordered_map", "optional"}},
      {"ifstream", files},
      {"in_place_index", {"utility", "variant"}},
      {"initializer_list", {"initializer_list", "string", "vector", "map", "set"}},
      {"int32_t", {"cstdint"}},
      {"int64_t", {"cstdint"}},
      {"integral", {"concepts"}},
      {"invoke_result_t", {"type_traits", "functional"}},
      {"ios", files},
      {"is_enum_v", {"type_traits"}},
      {"is_same_v", {"type_traits"}},
      {"is_void_v", {"type_traits"}},
      {"istreambuf_iterator", {"iterator", "fstream"}},
      {"jthread", {"thread"}},
      {"less", {"functional", "map", "set"}},
      {"lock_guard", {"mutex"}},
      {"make_shared", {"memory"}},
      {"make_unique", {"memory"}},
      {"map", {"map"}},
      {"memcpy", {"cstring"}},
      {"min", {"algorithm"}},
      {"monostate", {"variant"}},
      {"move", utilities},
      {"move_only_function", {"functional"}},
      {"mt19937", {"random"}},
      {"multimap", {"map"}},
      {"mutex", {"mutex"}},
      {"nullopt", {"optional"}},
      {"ofstream", files},
      {"optional", {"optional"}},
      {"pair", utilities},
      {"ranges", {"ranges", "algorithm"}},
      {"remove_const_t", {"type_traits"}},
      {"remove_reference_t", {"type_traits"}},
      {"same_as", {"concepts"}},
      {"set", {"set"}},
      {"shared_mutex", {"shared_mutex"}},
      {"shared_ptr", {"memory"}},
      {"size", sizes},
      {"size_t", sizes},
      {"span", {"span"}},
      {"stoi", {"string"}},
      {"string", {"string"}},
      {"string_view", {"string_view", "string"}},
      {"strong_ordering", {"compare"}},
      {"system", {"cstdlib"}},
      {"thread", {"thread"}},
      {"to_string", {"string"}},
      {"tuple", {"tuple"}},
      {"type_identity", {"type_traits"}},
      {"uint16_t", {"cstdint"}},
      {"uint32_t", {"cstdint"}},
      {"uint64_t", {"cstdint"}},
      {"uint8_t", {"cstdint"}},
      {"unique_ptr", {"memory"}},
      {"unordered_map", {"unordered_map"}},
      {"variant", {"variant"}},
      {"vector", {"vector"}},
  };
  return headers;
}

/// What a header includes and names, comments left out.
struct Header {
  Names library;
  Names ours;
  std::map<std::string, std::size_t> names;  // each with its first line
};

Header read_header(const File& file) {
  static const std::regex include(R"re(^#include [<"]([^>"]+)[>"])re");
  static const std::regex name(R"(\bstd::([a-z_0-9]+))");
  Header header;
  for (std::size_t at = 0; at < file.lines.size(); ++at) {
    const auto code = file.lines[at].substr(0, file.lines[at].find("//"));
    std::smatch match;
    if (std::regex_search(code, match, include)) {
      (code.find('<') == std::string::npos ? header.ours : header.library).insert(match[1]);
    }
    for (std::sregex_iterator each(code.begin(), code.end(), name), end; each != end; ++each) {
      header.names.emplace((*each)[1], at + 1);
    }
  }
  return header;
}

using Headers = std::map<std::string, Header>;  // by the words of an include

/// What a header brings of the library with all that it includes.
void gather(const Headers& headers, const std::string& path, Names& seen, Names& brought) {
  if (!seen.insert(path).second) return;
  const auto header = headers.find(path);
  if (header == headers.end()) return;
  brought.insert(header->second.library.begin(), header->second.library.end());
  for (const auto& next : header->second.ours) gather(headers, next, seen, brought);
}

TEST(House, HeadersBringWhatTheyName) {
  Headers headers;
  const std::string root = "src/";
  for (const auto& file : read_tree()) {
    if (!file.ends_with(".h") || !file.path.starts_with(root)) continue;
    headers.emplace(file.path.substr(root.size()), read_header(file));
  }
  ASSERT_GT(headers.size(), 100U);
  std::vector<Finding> findings;
  for (const auto& [path, header] : headers) {
    Names seen;
    Names brought;
    gather(headers, path, seen, brought);
    for (const auto& [name, line] : header.names) {
      const auto bringers = library().find(name);
      if (bringers == library().end()) {
        findings.push_back({root + path, line, "std::" + name + " is not in this test's table"});
      } else if (std::ranges::none_of(bringers->second, [&](const std::string& bringer) {
                   return brought.contains(bringer);
                 })) {
        findings.push_back({root + path, line, "no include brings std::" + name});
      }
    }
  }
  EXPECT_TRUE(findings.empty()) << told(findings);
}

}  // namespace
}  // namespace kenpo::house
