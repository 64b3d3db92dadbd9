#include "base/mapped_file.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "base/hash.h"

namespace kenpo::base {
namespace {

/// Larger than a piece of the hash, and not a whole number of pages.
std::string content() {
  std::string bytes(std::size_t{33} << 20U, '\0');
  for (std::size_t at = 0; at < bytes.size(); ++at) bytes[at] = static_cast<char>(at * 31 >> 3U);
  return bytes + "the end";
}

class MappedFileTest : public testing::Test {
 protected:
  MappedFileTest() {
    char name[] = "/tmp/kenpo-mapped-XXXXXX";
    const int file = mkstemp(name);
    EXPECT_GE(file, 0);
    path_ = name;
    std::ofstream(path_, std::ios::binary) << bytes_;
  }
  ~MappedFileTest() override { std::remove(path_.c_str()); }
  const std::string bytes_ = content();
  std::string path_;
};

TEST_F(MappedFileTest, TheHashByPiecesIsTheHash) {
  const auto file = MappedFile::open(path_);
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(sha256(LargeBytes(*file)), sha256(std::string_view(bytes_)));
  EXPECT_EQ(sha256(LargeBytes(bytes_)), sha256(std::string_view(bytes_)));
  EXPECT_EQ(sha256(LargeBytes(std::string_view())), sha256(std::string_view()));
}

TEST_F(MappedFileTest, WhatWasPassedCanStillBeRead) {
  const auto file = MappedFile::open(path_);
  ASSERT_TRUE(file.ok());
  const LargeBytes mapped(*file);
  const LargeBytes plain(bytes_);
  for (const std::size_t at : {std::size_t{0}, std::size_t{1}, std::size_t{4097}, bytes_.size()}) {
    mapped.passed(mapped.all().data() + at);
    plain.passed(plain.all().data() + at);
    EXPECT_TRUE(mapped.all() == bytes_);
    EXPECT_EQ(plain.all().substr(0, 4), content().substr(0, 4));
  }
}

TEST_F(MappedFileTest, RefusesWhatIsNoPlainFile) {
  EXPECT_FALSE(MappedFile::open("/tmp").ok());
  EXPECT_FALSE(MappedFile::open(path_ + ".missing").ok());
}

}  // namespace
}  // namespace kenpo::base
