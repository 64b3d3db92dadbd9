// The Merkle tree of RFC 6962, section 2.1: SHA-256 over 0x00‖leaf and 0x01‖left‖right.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace kenpo::notice {

using TreeHash = std::array<std::uint8_t, 32>;

/// SHA-256 of nothing: the root of the tree without leaves.
TreeHash empty_root();
/// SHA-256 of the bytes as they are.
TreeHash plain_hash(std::string_view bytes);
TreeHash leaf_hash(std::string_view leaf);
TreeHash node_hash(const TreeHash& left, const TreeHash& right);

/// The root over leaf hashes, computed from scratch; for sets that are at hand.
TreeHash root_of(std::span<const TreeHash> leaves);

/// A tree that only grows and keeps no more than the roots of its complete subtrees.
class Frontier {
 public:
  /// Amortised one node hash.
  void append(const TreeHash& leaf);
  std::uint64_t size() const { return size_; }
  TreeHash root() const;

 private:
  std::uint64_t size_ = 0;
  std::vector<TreeHash> complete_;  // roots of the complete subtrees, the largest first
};

/// Where proofs take their hashes from: the root of the complete subtree of 2^level leaves that
/// begins at leaf index·2^level. Nullopt where the tree does not hold it.
class SubtreeRoots {
 public:
  virtual ~SubtreeRoots() = default;
  virtual std::optional<TreeHash> subtree_root(unsigned level, std::uint64_t index) const = 0;
};

using Proof = std::vector<TreeHash>;

/// The root of the first `size` leaves.
std::optional<TreeHash> root_at(const SubtreeRoots& tree, std::uint64_t size);
/// RFC 6962, 2.1.1: that leaf `index` (< size) is in the tree of `size` leaves.
std::optional<Proof> inclusion_proof(const SubtreeRoots& tree, std::uint64_t index,
                                     std::uint64_t size);
/// RFC 6962, 2.1.2: that the tree of `old_size` (1 … size) leaves is a beginning of the tree.
std::optional<Proof> consistency_proof(const SubtreeRoots& tree, std::uint64_t old_size,
                                       std::uint64_t size);

bool proves_inclusion(const Proof& proof, std::uint64_t index, std::uint64_t size,
                      const TreeHash& leaf, const TreeHash& root);
bool proves_consistency(const Proof& proof, std::uint64_t old_size, const TreeHash& old_root,
                        std::uint64_t size, const TreeHash& root);

}  // namespace kenpo::notice
