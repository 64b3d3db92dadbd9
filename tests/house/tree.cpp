#include "tree.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

namespace kenpo::house {

namespace {

const std::filesystem::path source_dir = KENPO_SOURCE_DIR;

const std::set<std::string> role_suffixes = {"rule", "store", "act", "page", "job"};

std::vector<std::string> lines_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

bool is_read(const std::string& path) {
  for (const char* ending : {".h", ".cpp", ".mustache", ".css", ".js", ".mjs", ".sh", ".go", ".md",
                             ".tsv", ".cases", ".cmake", ".txt", "Makefile"}) {
    if (path.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

std::string File::folder() const {
  if (!path.starts_with("src/")) return {};
  const auto slash = path.find('/', 4);
  return slash == std::string::npos ? std::string{} : path.substr(4, slash - 4);
}

std::string File::role() const {
  const auto name = std::filesystem::path(path).stem().string();
  const auto underscore = name.rfind('_');
  if (underscore == std::string::npos) return "record";
  const auto suffix = name.substr(underscore + 1);
  return role_suffixes.contains(suffix) ? suffix : "record";
}

std::vector<File> read_tree() {
  const auto command =
      "git -C '" + source_dir.string() + "' ls-files --cached --others --exclude-standard";
  const std::unique_ptr<FILE, int (*)(FILE*)> listing(popen(command.c_str(), "r"), pclose);
  std::vector<File> files;
  char buffer[4096];
  while (listing && std::fgets(buffer, sizeof buffer, listing.get()) != nullptr) {
    std::string path(buffer);
    while (!path.empty() && path.back() == '\n') path.pop_back();
    if (is_read(path) && std::filesystem::exists(source_dir / path)) {
      files.push_back({path, lines_of(source_dir / path)});
    }
  }
  return files;
}

Layers read_layers() {
  Layers layers;
  for (const auto& line : lines_of(source_dir / "src/LAYERS")) {
    if (line.empty() || line.front() == '#') continue;
    const bool is_role = line.starts_with("role ");
    const auto colon = line.find(':');
    const auto name = line.substr(is_role ? 5 : 0, colon - (is_role ? 5 : 0));
    std::istringstream below(line.substr(colon + 1));
    auto& edges = is_role ? layers.roles[name] : layers.folders[name];
    for (std::string each; below >> each;) edges.insert(each);
  }
  return layers;
}

std::vector<FileOut> read_files_out() {
  std::vector<FileOut> listed;
  for (const auto& line : lines_of(source_dir / "src/FILES_OUT")) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream words(line);
    FileOut entry;
    words >> entry.kind >> entry.path >> entry.places >> std::ws;
    std::getline(words, entry.what);
    listed.push_back(std::move(entry));
  }
  return listed;
}

std::string told(const std::vector<Finding>& findings) {
  std::string text;
  for (const auto& finding : findings) {
    text += finding.path + ":" + std::to_string(finding.line) + ": " + finding.what + "\n";
  }
  return text;
}

std::size_t characters(const std::string& line) {
  std::size_t count = 0;
  for (const char c : line) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  return count;
}

}  // namespace kenpo::house
