#include "analysis/segment_store.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "analysis/segment_bytes.h"
#include "base/whole_file.h"
#include "store/box.h"

namespace kenpo::analysis {

namespace {

constexpr std::string_view ending = ".segment";

base::Fault not_written() {
  return {{"分析用の仮名データを保存できません。", "A segment of the analysis cannot be written."},
          {"ディスクが一杯か、書込みができません。", "The disk is full or not writable."},
          {"システム担当に連絡してください。", "Tell the system operator."},
          {}};
}

base::Fault not_opened() {
  return {{"分析用の仮名データを開けません。", "A segment of the analysis cannot be opened."},
          {"ファイルが壊れたか、鍵が違います。", "It is damaged, or the key is another."},
          {"分析の画面で「仮名データを作る」を押してください。",
           "Make the pseudonymised data anew on the page of the analysis."},
          {}};
}

/// What a sealed segment is bound to: a file of another month does not open in its place.
std::string bound_of(base::Month claimed_in) { return "kenpo segment " + claimed_in.iso(); }

}  // namespace

SegmentStore::SegmentStore(std::string directory, const store::Keyring& keys)
    : directory_(std::move(directory) + "/analysis"), key_(keys.page_key("analysis segments")) {}

std::string SegmentStore::path(base::Month claimed_in) const {
  return directory_ + "/" + claimed_in.iso() + std::string(ending);
}

base::Result<> SegmentStore::put(const Segment& segment) const {
  std::error_code failed;
  std::filesystem::create_directories(directory_, failed);
  std::filesystem::permissions(directory_, std::filesystem::perms::owner_all, failed);
  std::string sealed;
  store::seal_box(key_, bytes_of(segment), bound_of(segment.claimed_in), sealed);
  if (!base::write_whole(path(segment.claimed_in), sealed)) return not_written();
  return base::Done{};
}

base::Result<std::optional<Segment>> SegmentStore::find(base::Month claimed_in) const {
  std::ifstream file(path(claimed_in), std::ios::binary);
  if (!file) return std::optional<Segment>{};
  std::ostringstream sealed;
  sealed << file.rdbuf();
  std::string plain;
  if (!store::open_box(key_, std::move(sealed).str(), bound_of(claimed_in), plain)) {
    return not_opened();
  }
  auto segment = KENPO_TRY(segment_from(plain));
  if (segment.claimed_in != claimed_in) return not_opened();
  return std::optional(std::move(segment));
}

std::vector<base::Month> SegmentStore::months() const {
  std::vector<base::Month> found;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(directory_, failed)) {
    const auto name = entry.path().filename().string();
    if (!name.ends_with(ending)) continue;
    const auto month = base::Month::parse(name.substr(0, name.size() - ending.size()));
    if (month) found.push_back(*month);
  }
  std::ranges::sort(found);
  return found;
}

base::Result<> SegmentStore::remove(base::Month claimed_in) const {
  std::error_code failed;
  std::filesystem::remove(path(claimed_in), failed);
  if (failed) return not_written();
  return base::Done{};
}

}  // namespace kenpo::analysis
