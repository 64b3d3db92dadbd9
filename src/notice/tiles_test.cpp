#include <gtest/gtest.h>

#include "notice/tiles.h"

#include <filesystem>
#include <fstream>

#include "notice/audit_log_journal.h"
#include "notice/audit_log_testing.h"

namespace kenpo::notice {
namespace {

using namespace testing_log;

TEST(Tiles, PathsAreThoseOfTheSpecification) {
  EXPECT_EQ(tile_path(0, 1234067), "tile/0/x001/x234/067");
  EXPECT_EQ(tile_path(2, 0, 17), "tile/2/000.p/17");
  EXPECT_EQ(tile_path(std::nullopt, 1000, 255), "tile/entries/x001/000.p/255");
  for (const char* path :
       {"tile/0/x001/x234/067", "tile/2/000.p/17", "tile/entries/x001/000.p/255"}) {
    ASSERT_TRUE(parse_tile_path(path)) << path;
  }
  for (const char* path :
       {"", "tile", "tile/0", "tile/0/", "tile/00/000", "tile/64/000", "tile/0/1", "tile/0/0000",
        "tile/0/x000/001", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000/",
        "tile/0/000.p", "tile/0/x001", "tile/0/001/002", "tile/entry/000"}) {
    EXPECT_FALSE(parse_tile_path(path)) << path;
  }
}

TEST(Tiles, BundlesHoldWholeEntries) {
  std::string bundle;
  frame(bundle, "");
  frame(bundle, std::string(300, 'x'));
  const auto entries = entries_of(bundle);
  ASSERT_TRUE(entries);
  ASSERT_EQ(entries->size(), 2U);
  EXPECT_EQ((*entries)[1], std::string(300, 'x'));
  EXPECT_EQ(bundle.substr(2, 2), std::string("\x01\x2c", 2));
  for (std::size_t length = 3; length < bundle.size(); ++length) {
    EXPECT_FALSE(entries_of(bundle.substr(0, length)));
  }
}

// The bytes of the journal's corpus were made by a separate program from the written format.
TEST(Journal, ReadsTheWrittenFormat) {
  const auto recovered = [](const char* name) {
    const Place place;
    std::filesystem::create_directories(place.log() + "/journal");
    const std::string corpus = KENPO_SOURCE_DIR "/src/notice/corpus/audit_log_journal_fuzz/";
    std::filesystem::copy_file(corpus + name, place.log() + "/journal/00000001.segment");
    return recover_journal(place.log(), 0);
  };
  const auto two = recovered("two");
  ASSERT_TRUE(two.ok());
  EXPECT_EQ(two->entries.size(), 3U);
  const auto torn = recovered("torn");
  ASSERT_TRUE(torn.ok());
  EXPECT_EQ(torn->entries.size(), 1U);
  // Damage with acknowledged leaves behind it is no torn end.
  EXPECT_FALSE(recovered("damaged").ok());
}

// Segments are dropped and used again; from where they were dropped on, nothing is lost.
TEST(Journal, DropsOnlyWhatIsCovered) {
  const Place place;
  std::filesystem::create_directories(place.log());
  Journal journal(place.log(), 1 << 21, real_io());
  const std::string entry(8000, 'x');
  std::uint64_t written = 0;
  for (std::uint64_t covered = 0; written < 3000; covered += 97) {
    std::string batch(batch_head_bytes, '\0');
    std::vector<TreeHash> hashes;
    for (int at = 0; at < 100; ++at) {
      const std::string numbered = entry + std::to_string(written++);
      frame(batch, numbered);
      hashes.push_back(leaf_hash(numbered));
    }
    ASSERT_EQ(journal.write(batch, hashes), 0);
    journal.drop_below(covered);
    const auto recovered = recover_journal(place.log(), covered);
    ASSERT_TRUE(recovered.ok()) << told(recovered);
    ASSERT_EQ(recovered->entries.size(), written - covered);
    ASSERT_EQ(recovered->entries.front(), entry + std::to_string(covered));
    ASSERT_EQ(recovered->entries.back(), entry + std::to_string(written - 1));
    ASSERT_LE(names_in(place.log() + "/journal").size(), 3U + (written - covered) / 200);
  }
  // What was dropped is missed.
  EXPECT_FALSE(recover_journal(place.log(), 0).ok());
  ASSERT_EQ(journal.remove_all(), 0);
  EXPECT_FALSE(exists(place.log() + "/journal"));
}

}  // namespace
}  // namespace kenpo::notice
