#include <gtest/gtest.h>

#include "notice/merkle.h"

#include <string>

namespace kenpo::notice {
namespace {

std::string hex(const TreeHash& hash) {
  std::string text;
  for (const auto byte : hash) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

// The definition of RFC 6962, 2.1, word for word: slow and independent of the frontier.
TreeHash defined_root(std::span<const std::string> leaves) {
  if (leaves.empty()) return empty_root();
  if (leaves.size() == 1) return leaf_hash(leaves[0]);
  std::size_t split = 1;
  while (split * 2 < leaves.size()) split *= 2;
  return node_hash(defined_root(leaves.first(split)), defined_root(leaves.subspan(split)));
}

class ListedTree final : public SubtreeRoots {
 public:
  explicit ListedTree(std::span<const std::string> leaves) : leaves_(leaves) {}
  std::optional<TreeHash> subtree_root(unsigned level, std::uint64_t index) const override {
    const std::size_t width = std::size_t{1} << level;
    if ((index + 1) * width > leaves_.size()) return std::nullopt;
    return defined_root(leaves_.subspan(index * width, width));
  }

 private:
  std::span<const std::string> leaves_;
};

std::vector<std::string> some_leaves(std::size_t count) {
  std::vector<std::string> leaves;
  for (std::size_t at = 0; at < count; ++at) leaves.push_back("leaf " + std::to_string(at));
  return leaves;
}

// The eight leaves and roots that the tests of Certificate Transparency implementations share; the
// roots here were computed by a separate program (Python, hashlib) from the definition.
TEST(Merkle, KnownRoots) {
  using std::string_literals::operator""s;
  const std::vector<std::string> leaves = {
      "",
      "\x00"s,
      "\x10"s,
      "\x20\x21"s,
      "\x30\x31"s,
      "\x40\x41\x42\x43"s,
      "\x50\x51\x52\x53\x54\x55\x56\x57"s,
      "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"s};
  const char* roots[] = {
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
  Frontier frontier;
  EXPECT_EQ(hex(frontier.root()), roots[0]);
  for (std::size_t size = 1; size <= leaves.size(); ++size) {
    frontier.append(leaf_hash(leaves[size - 1]));
    EXPECT_EQ(hex(frontier.root()), roots[size]) << size;
  }
}

TEST(Merkle, FrontierKeepsTheDefinition) {
  const auto leaves = some_leaves(300);
  Frontier frontier;
  for (std::size_t size = 0; size < leaves.size(); ++size) {
    ASSERT_EQ(frontier.root(), defined_root(std::span(leaves).first(size))) << size;
    frontier.append(leaf_hash(leaves[size]));
  }
}

TEST(Merkle, EveryProofHoldsAndNoneHoldsElsewhere) {
  const auto leaves = some_leaves(40);
  for (std::uint64_t size = 1; size <= leaves.size(); ++size) {
    const auto now = std::span(leaves).first(size);
    const ListedTree tree(now);
    const auto root = defined_root(now);
    ASSERT_EQ(root_at(tree, size), root);
    for (std::uint64_t index = 0; index < size; ++index) {
      auto proof = inclusion_proof(tree, index, size);
      ASSERT_TRUE(proof);
      const auto leaf = leaf_hash(leaves[index]);
      ASSERT_TRUE(proves_inclusion(*proof, index, size, leaf, root)) << index << " " << size;
      ASSERT_FALSE(proves_inclusion(*proof, index, size, leaf_hash("other"), root));
      ASSERT_FALSE(proves_inclusion(*proof, size, size, leaf, root));
      proof->push_back(leaf);
      ASSERT_FALSE(proves_inclusion(*proof, index, size, leaf, root));
    }
    for (std::uint64_t old_size = 1; old_size <= size; ++old_size) {
      const auto old_root = defined_root(std::span(leaves).first(old_size));
      const auto proof = consistency_proof(tree, old_size, size);
      ASSERT_TRUE(proof);
      ASSERT_TRUE(proves_consistency(*proof, old_size, old_root, size, root));
      ASSERT_FALSE(proves_consistency(*proof, old_size, leaf_hash("other"), size, root));
      if (old_size < size) {
        ASSERT_FALSE(proves_consistency(*proof, old_size, old_root, size, leaf_hash("other")));
      }
    }
  }
}

}  // namespace
}  // namespace kenpo::notice
