#include "base/whole_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace kenpo::base {
namespace {

class WholeFile : public testing::Test {
 protected:
  WholeFile() {
    char name[] = "/tmp/kenpo-whole-XXXXXX";
    folder_ = ::mkdtemp(name);
  }
  ~WholeFile() override { std::filesystem::remove_all(folder_); }
  std::string read(const std::string& path) const {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_),
                                                  std::filesystem::directory_iterator()));
  }

  std::string folder_;
};

TEST_F(WholeFile, PutsTheNewInThePlaceOfTheOldForItsOwnerOnly) {
  const auto path = folder_ + "/a";
  ASSERT_TRUE(write_whole(path, "first"));
  ASSERT_TRUE(write_whole(path, std::string(100'000, 'x')));
  EXPECT_EQ(read(path), std::string(100'000, 'x'));
  EXPECT_EQ(files(), 1U) << "nothing temporary stays";
  struct stat found {};
  ASSERT_EQ(::stat(path.c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777U, 0600U);
}

TEST_F(WholeFile, WhatCannotBeWrittenChangesNothing) {
  EXPECT_FALSE(write_whole(folder_ + "/none/a", "bytes"));
  // A folder that is not empty cannot be replaced by a file.
  std::filesystem::create_directories(folder_ + "/b/c");
  EXPECT_FALSE(write_whole(folder_ + "/b", "bytes"));
  EXPECT_EQ(files(), 1U);
  EXPECT_FALSE(sync_folder_of(folder_ + "/none/a"));
}

}  // namespace
}  // namespace kenpo::base
