#include "notice/merkle.h"

#include <openssl/evp.h>

#include <bit>
#include <memory>

#include "base/require.h"

namespace kenpo::notice {

namespace {

// Fetching the algorithm costs more than a hash; it is done once.
const EVP_MD* sha256() {
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  KENPO_REQUIRE(algorithm != nullptr);
  return algorithm;
}

EVP_MD_CTX* hasher() {
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  thread_local const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
  KENPO_REQUIRE(context != nullptr);
  return context.get();
}

TreeHash hash_of(std::string_view prefix, std::string_view first, std::string_view second) {
  EVP_MD_CTX* context = hasher();
  TreeHash hash{};
  bool done = EVP_DigestInit_ex2(context, sha256(), nullptr) == 1;
  for (const std::string_view part : {prefix, first, second}) {
    if (!part.empty()) done = done && EVP_DigestUpdate(context, part.data(), part.size()) == 1;
  }
  done = done && EVP_DigestFinal_ex(context, hash.data(), nullptr) == 1;
  KENPO_REQUIRE(done);
  return hash;
}

std::string_view bytes_of(const TreeHash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

// The largest power of two below n (n ≥ 2): where RFC 6962 splits a tree.
std::uint64_t split(std::uint64_t n) { return std::bit_floor(n - 1); }

// The root over leaves [first, end), where first is a multiple of the split sizes above it.
std::optional<TreeHash> range_root(const SubtreeRoots& tree, std::uint64_t first,
                                   std::uint64_t end) {
  const std::uint64_t n = end - first;
  if (std::has_single_bit(n)) {
    const auto level = static_cast<unsigned>(std::countr_zero(n));
    return tree.subtree_root(level, first >> level);
  }
  const std::uint64_t middle = first + split(n);
  const auto left = range_root(tree, first, middle);
  const auto right = range_root(tree, middle, end);
  if (!left || !right) return std::nullopt;
  return node_hash(*left, *right);
}

bool add(Proof& proof, const std::optional<TreeHash>& hash) {
  if (hash) proof.push_back(*hash);
  return hash.has_value();
}

}  // namespace

TreeHash empty_root() { return plain_hash({}); }
TreeHash plain_hash(std::string_view bytes) { return hash_of({}, bytes, {}); }
TreeHash leaf_hash(std::string_view leaf) { return hash_of({"\0", 1}, leaf, {}); }

TreeHash node_hash(const TreeHash& left, const TreeHash& right) {
  return hash_of("\1", bytes_of(left), bytes_of(right));
}

TreeHash root_of(std::span<const TreeHash> leaves) {
  Frontier frontier;
  for (const TreeHash& leaf : leaves) frontier.append(leaf);
  return frontier.root();
}

void Frontier::append(const TreeHash& leaf) {
  complete_.push_back(leaf);
  // Each low one bit of the size is a complete subtree that the new one completes further.
  for (std::uint64_t n = size_; (n & 1) != 0; n >>= 1) {
    const TreeHash right = complete_.back();
    complete_.pop_back();
    complete_.back() = node_hash(complete_.back(), right);
  }
  ++size_;
}

TreeHash Frontier::root() const {
  if (complete_.empty()) return empty_root();
  TreeHash root = complete_.back();
  for (std::size_t at = complete_.size() - 1; at-- > 0;) root = node_hash(complete_[at], root);
  return root;
}

std::optional<TreeHash> root_at(const SubtreeRoots& tree, std::uint64_t size) {
  if (size == 0) return empty_root();
  return range_root(tree, 0, size);
}

std::optional<Proof> inclusion_proof(const SubtreeRoots& tree, std::uint64_t index,
                                     std::uint64_t size) {
  KENPO_REQUIRE(index < size);
  Proof from_root;
  std::uint64_t first = 0;
  std::uint64_t end = size;
  while (end - first > 1) {
    const std::uint64_t middle = first + split(end - first);
    const bool left = index < middle;
    const auto sibling = left ? range_root(tree, middle, end) : range_root(tree, first, middle);
    if (!add(from_root, sibling)) return std::nullopt;
    (left ? end : first) = middle;
  }
  return Proof(from_root.rbegin(), from_root.rend());
}

std::optional<Proof> consistency_proof(const SubtreeRoots& tree, std::uint64_t old_size,
                                       std::uint64_t size) {
  KENPO_REQUIRE(old_size >= 1 && old_size <= size);
  Proof from_root;
  std::uint64_t first = 0;
  std::uint64_t end = size;
  bool whole = true;  // whether the old tree itself is the subtree that is left
  while (end > old_size) {
    const std::uint64_t middle = first + split(end - first);
    const bool left = old_size <= middle;
    const auto sibling = left ? range_root(tree, middle, end) : range_root(tree, first, middle);
    if (!add(from_root, sibling)) return std::nullopt;
    (left ? end : first) = middle;
    whole = whole && left;
  }
  if (!whole && !add(from_root, range_root(tree, first, end))) return std::nullopt;
  return Proof(from_root.rbegin(), from_root.rend());
}

// RFC 9162, 2.1.3.2
bool proves_inclusion(const Proof& proof, std::uint64_t index, std::uint64_t size,
                      const TreeHash& leaf, const TreeHash& root) {
  if (index >= size) return false;
  std::uint64_t node = index;
  std::uint64_t last = size - 1;
  TreeHash hash = leaf;
  for (const TreeHash& sibling : proof) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      hash = node_hash(sibling, hash);
      while ((node & 1) == 0 && node != 0) node >>= 1, last >>= 1;
    } else {
      hash = node_hash(hash, sibling);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && hash == root;
}

// RFC 9162, 2.1.4.2
bool proves_consistency(const Proof& proof, std::uint64_t old_size, const TreeHash& old_root,
                        std::uint64_t size, const TreeHash& root) {
  if (old_size == 0 || old_size > size) return false;
  if (old_size == size) return proof.empty() && old_root == root;
  std::uint64_t node = old_size - 1;
  std::uint64_t last = size - 1;
  while ((node & 1) != 0) node >>= 1, last >>= 1;
  auto step = proof.begin();
  if (step == proof.end()) return false;
  // A complete old tree is its own first step.
  TreeHash old_hash = std::has_single_bit(old_size) ? old_root : *step++;
  TreeHash hash = old_hash;
  for (; step != proof.end(); ++step) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      old_hash = node_hash(*step, old_hash);
      hash = node_hash(*step, hash);
      while ((node & 1) == 0 && node != 0) node >>= 1, last >>= 1;
    } else {
      hash = node_hash(hash, *step);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && old_hash == old_root && hash == root;
}

}  // namespace kenpo::notice
