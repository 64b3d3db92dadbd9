#include "store/keyring.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "store/box.h"
#include "store/fault.h"
#include "store/key_cache.h"
#include "store/kit_for_tests.h"

namespace kenpo::store {
namespace {

using namespace kit;

constexpr KeyClass eligibility_class{Category::eligibility};
constexpr KeyClass account_class{Category::bank_account};

TEST(Keyring, KeysComeBackAfterReopening) {
  Folder folder;
  const SubjectId person = base::PersonId::draw();
  DataKey key;
  Commitment commitment;
  {
    const auto keys = must(Keyring::create(folder.path()));
    key = must(keys->key_for_sealing(person, eligibility_class));
    commitment = must(keys->commitment_of(person));
    EXPECT_NE(must(keys->key_for_sealing(person, account_class)).key, key.key);
    must(keys->flush());
  }
  const auto keys = must(Keyring::open(folder.path()));
  EXPECT_EQ(must(keys->key_for_opening(person, eligibility_class))->key, key.key);
  EXPECT_EQ(must(keys->commitment_of(person)), commitment);
  EXPECT_FALSE(must(keys->key_for_opening(base::PersonId::draw(), eligibility_class)));
}

TEST(Keyring, WarmingReadsAllKeys) {
  Folder folder;
  std::vector<std::pair<SubjectId, SecretKey>> made;
  {
    const auto keys = must(Keyring::create(folder.path()));
    for (int at = 0; at < 5000; ++at) {
      const SubjectId person = base::PersonId::draw();
      made.emplace_back(person, must(keys->key_for_sealing(person, eligibility_class)).key);
    }
  }
  const auto keys = must(Keyring::open(folder.path()));
  must(keys->warm(eligibility_class));
  for (const auto& [person, key] : made) {
    EXPECT_EQ(must(keys->key_for_opening(person, eligibility_class))->key, key);
  }
}

TEST(Keyring, ErasedSubjectGetsNoKeyAgain) {
  Folder folder;
  const auto keys = must(Keyring::create(folder.path()));
  const SubjectId person = base::PersonId::draw();
  const base::StaffId staff = base::StaffId::draw();
  must(keys->key_for_sealing(person, eligibility_class));
  const Commitment commitment = must(keys->commitment_of(person));
  const ErasureRecord record = must(keys->erase(person, staff, {1'000}));
  EXPECT_EQ(record.commitment, commitment);
  EXPECT_TRUE(record.whole_subject);
  EXPECT_EQ(record.classes.size(), 2U);  // the category's key and the salt
  EXPECT_FALSE(must(keys->key_for_opening(person, eligibility_class)));
  EXPECT_TRUE(must(keys->erased(person, eligibility_class)));
  EXPECT_EQ(fault_of(keys->key_for_sealing(person, account_class)), subject_erased_fault());
  EXPECT_EQ(fault_of(keys->commitment_of(person)), subject_erased_fault());
  const auto kept = must(keys->erasures());
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].certificate, record.certificate);
  EXPECT_EQ(kept[0].erased_by, staff);
}

TEST(Keyring, ErasedCategoryBeginsAnew) {
  Folder folder;
  const auto keys = must(Keyring::create(folder.path()));
  const SubjectId person = base::PersonId::draw();
  const DataKey before = must(keys->key_for_sealing(person, eligibility_class));
  const DataKey other = must(keys->key_for_sealing(person, account_class));
  must(keys->erase(person, eligibility_class, base::StaffId::draw(), {1}));
  EXPECT_FALSE(must(keys->key_for_opening(person, eligibility_class)));
  const DataKey after = must(keys->key_for_sealing(person, eligibility_class));
  EXPECT_NE(after.key, before.key);
  EXPECT_EQ(after.generation, before.generation + 1);
  EXPECT_EQ(must(keys->key_for_opening(person, account_class))->key, other.key);
}

TEST(Keyring, BlindIndexDiffersByClassAndSociety) {
  Folder one;
  Folder two;
  const auto first = must(Keyring::create(one.path()));
  const auto second = must(Keyring::create(two.path()));
  const BlindIndex index = first->blind(eligibility_class, "12345");
  EXPECT_EQ(index, first->blind(eligibility_class, "12345"));
  EXPECT_NE(index, first->blind(account_class, "12345"));
  EXPECT_NE(index, first->blind(eligibility_class, "12346"));
  EXPECT_NE(index, second->blind(eligibility_class, "12345"));
}

TEST(Keyring, MasterKeyMustBePrivateAndFit) {
  Folder folder;
  { must(Keyring::create(folder.path())); }
  EXPECT_EQ(fault_of(Keyring::create(folder.path())), master_key_exists_fault());
  const std::string file = folder.path() + "/keys/master.key";
  struct stat state{};
  ASSERT_EQ(::stat(file.c_str(), &state), 0);
  EXPECT_EQ(state.st_mode & 0777U, 0600U);
  ASSERT_EQ(::stat((folder.path() + "/keys").c_str(), &state), 0);
  EXPECT_EQ(state.st_mode & 0777U, 0700U);
  ::chmod(file.c_str(), 0640);
  EXPECT_EQ(fault_of(Keyring::open(folder.path())), master_key_unsafe_fault());
  ::chmod(file.c_str(), 0600);
  { std::ofstream(file, std::ios::binary) << std::string(32, 'k'); }
  EXPECT_EQ(fault_of(Keyring::open(folder.path())), wrong_key_fault());
  { std::ofstream(file, std::ios::binary) << "short"; }
  EXPECT_EQ(fault_of(Keyring::open(folder.path())), master_key_missing_fault());
}

TEST(Box, AnyChangeIsRefused) {
  SecretKey key{};
  draw_bytes(key.data(), key.size());
  std::string box;
  seal_box(key, "秘密", "bound", box);
  std::string plain;
  ASSERT_TRUE(open_box(key, box, "bound", plain));
  EXPECT_EQ(plain, "秘密");
  EXPECT_FALSE(open_box(key, box, "other", plain));
  for (std::size_t at = 0; at < box.size(); ++at) {
    std::string changed = box;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_FALSE(open_box(key, changed, "bound", plain)) << at;
  }
  EXPECT_FALSE(open_box(key, box.substr(0, 20), "bound", plain));
}

/// A key that says whose it is.
DataKey key_number(std::size_t number) {
  DataKey key;
  for (std::size_t at = 0; at < sizeof number; ++at) {
    key.key[at] = static_cast<std::uint8_t>(number >> (8 * at));
  }
  return key;
}

TEST(KeyCache, KeepsEveryKeyWhileItGrows) {
  KeyCache cache;
  std::vector<SubjectId> people;
  for (std::size_t at = 0; at < 20'000; ++at) {
    people.emplace_back(base::PersonId::draw());
    cache.put(people.back(), eligibility_class, key_number(at));
    cache.put(people.back(), account_class, key_number(at + 20'000));
  }
  std::size_t missing = 0;
  for (std::size_t at = 0; at < people.size(); ++at) {
    const auto eligibility = cache.find(people[at], eligibility_class);
    const auto account = cache.find(people[at], account_class);
    EXPECT_TRUE(!eligibility || eligibility->key == key_number(at).key);
    EXPECT_TRUE(!account || account->key == key_number(at + 20'000).key);
    EXPECT_FALSE(cache.find(people[at], KeyClass::audit_salt()));
    missing += (eligibility ? 0U : 1U) + (account ? 0U : 1U);
  }
  EXPECT_LT(missing, 400U);  // of 40,000: both sets of a hash are seldom full
}

TEST(KeyCache, ADroppedKeyIsGoneAndTheOthersStay) {
  KeyCache cache;
  const SubjectId person(base::PersonId::draw());
  cache.put(person, eligibility_class, key_number(1));
  cache.put(person, account_class, key_number(2));
  cache.drop(person, eligibility_class);
  EXPECT_FALSE(cache.find(person, eligibility_class));
  EXPECT_EQ(cache.find(person, account_class)->key, key_number(2).key);
  cache.put(person, eligibility_class, key_number(3));
  EXPECT_EQ(cache.find(person, eligibility_class)->key, key_number(3).key);
}

}  // namespace
}  // namespace kenpo::store
