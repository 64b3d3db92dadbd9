#include <gtest/gtest.h>

#include "notice/checkpoint_rotation.h"

namespace kenpo::notice {
namespace {

// An example of a checkpoint printed in the C2SP tlog-checkpoint specification.
TEST(Checkpoint, ReadsThePublishedForm) {
  const std::string text =
      "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
  const auto checkpoint = parse_checkpoint(text);
  ASSERT_TRUE(checkpoint);
  EXPECT_EQ(checkpoint->origin, "example.com/behind-the-sofa");
  EXPECT_EQ(checkpoint->size, 20852163U);
  EXPECT_EQ(text_of(*checkpoint), text);
}

TEST(Checkpoint, RefusesOtherForms) {
  const std::string root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
  for (const std::string& text : std::vector<std::string>{
        "", "a\n1\n", "a\n01\n" + root, "a\n-1\n" + root, "a b\n1\n" + root,
        "a\n1\nAAAA\n", "a\n1\n" + root + "\n", "a\n1\n" + root + "x", "\n1\n" + root,
        "a\n99999999999999999999\n" + root}) {
    EXPECT_FALSE(parse_checkpoint(text)) << text;
  }
  EXPECT_TRUE(parse_checkpoint("a\n1\n" + root + "extension\n"));
}

TEST(Checkpoint, KeyLineComesBack) {
  const auto key = PrivateKey::from_seed("kenpo.example/audit", {1, 2, 3});
  const auto line = key.public_key().line();
  EXPECT_EQ(PublicKey::parse(line), key.public_key());
  for (std::size_t at = 0; at < line.size(); ++at) {
    auto changed = line;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(PublicKey::parse(changed)) << changed;
    EXPECT_FALSE(PublicKey::parse(line.substr(0, at)));
  }
}

TEST(Checkpoint, SignatureCoversEveryByte) {
  const auto key = PrivateKey::draw("kenpo.example/audit");
  const Checkpoint checkpoint{"kenpo.example/audit", 7, leaf_hash("x"), {}};
  const auto note = key.sign(text_of(checkpoint));
  ASSERT_EQ(open_checkpoint(note, {key.public_key()}), checkpoint);
  for (std::size_t at = 0; at < note.size(); ++at) {
    auto changed = note;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_FALSE(open_checkpoint(changed, {key.public_key()})) << at;
    EXPECT_FALSE(open_checkpoint(note.substr(0, at), {key.public_key()})) << at;
  }
  EXPECT_FALSE(open_checkpoint(note, {PrivateKey::draw("kenpo.example/audit").public_key()}));
  // The signature of a witness beside ours does no harm.
  const auto witness = PrivateKey::draw("witness.example");
  const auto other = witness.sign(text_of(checkpoint));
  EXPECT_EQ(open_checkpoint(note + other.substr(other.find("\n\n") + 2), {key.public_key()}),
            checkpoint);
}

TEST(Rotation, NamesTheNextKey) {
  const auto old_key = PrivateKey::draw("kenpo.example/audit");
  const auto next = PrivateKey::draw("kenpo.example/audit").public_key();
  const Checkpoint before{"kenpo.example/audit", 5, leaf_hash("x"), {}};
  const auto line = rotation_line(old_key.sign(rotation_text(before, next)));
  const auto rotation = open_rotation(line, old_key.public_key());
  ASSERT_TRUE(rotation);
  EXPECT_EQ(rotation->before, before);
  EXPECT_EQ(rotation->next, next);
  EXPECT_FALSE(open_rotation(line, next));
  for (std::size_t at = 0; at < line.size(); ++at) {
    auto changed = line;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_FALSE(open_rotation(changed, old_key.public_key())) << at;
  }
}

}  // namespace
}  // namespace kenpo::notice
