// The keys: a data key per subject and category, wrapped by the category's key, wrapped by the
// master key. Destroying a subject's keys erases the subject from every copy of the facts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "notice/operation.h"
#include "store/table.h"

namespace kenpo::store {

/// How pages of the database files are encrypted.
enum class Cipher : std::uint8_t {
  aegis_256,  // AEGIS-256 of SQLite3 Multiple Ciphers: the default
  sqlcipher,  // the SQLCipher scheme (AES-256 and HMAC-SHA-512), a listed cipher
};

/// Under which key a subject's record is sealed: a category of the notice, a statute, or the
/// individual number (個人番号), which has a key of its own.
class KeyClass {
 public:
  constexpr explicit KeyClass(notice::Category category)
      : code_(static_cast<std::uint8_t>(category)) {}
  /// The registers of the physical measures lie under the class of security control, of which they
  /// were a part: rows of older data directories stay readable.
  constexpr explicit KeyClass(notice::Statute statute)
      : code_(static_cast<std::uint8_t>(
            0x40 + static_cast<unsigned>(statute == notice::Statute::physical_safeguards
                                             ? notice::Statute::security_control
                                             : statute))) {}
  static constexpr KeyClass individual_number() { return KeyClass(std::uint8_t{0x60}); }
  static constexpr KeyClass audit_salt() { return KeyClass(std::uint8_t{0x61}); }
  static constexpr KeyClass of(const Table& table) {
    return table.category ? KeyClass(*table.category) : KeyClass(table.statute);
  }
  constexpr std::uint8_t code() const { return code_; }
  friend constexpr bool operator==(KeyClass, KeyClass) = default;

 private:
  constexpr explicit KeyClass(std::uint8_t code) : code_(code) {}
  std::uint8_t code_;
};

/// A person or a member of the staff, as keys know them.
class SubjectId {
 public:
  SubjectId(const base::PersonId& person) : SubjectId(person.text()) {}
  SubjectId(const base::StaffId& staff) : SubjectId(staff.text()) {}
  /// Nullopt unless the text has the form of an id.
  static std::optional<SubjectId> parse(std::string_view text);
  std::string_view text() const { return {text_.data(), text_.size()}; }
  /// The subject as the audit log counts it.
  base::PersonId as_person() const;
  friend auto operator<=>(const SubjectId&, const SubjectId&) = default;

 private:
  explicit SubjectId(std::string_view text);
  base::IdText text_;
};

using SecretKey = std::array<std::uint8_t, 32>;
using Commitment = std::array<std::uint8_t, 16>;
using BlindIndex = std::array<std::uint8_t, 16>;

/// A subject's key and which one it is: erasing a category and beginning again makes the next.
struct DataKey {
  SecretKey key{};
  std::uint8_t generation = 0;
};

/// That keys were destroyed: what a certificate of erasure rests on. The commitment is the one
/// that the audit log knew the subject by until now. No personal data.
struct ErasureRecord {
  base::CaseId certificate;
  Commitment commitment{};
  base::Moment erased_at;
  base::StaffId erased_by;
  std::vector<std::uint8_t> classes;  // KeyClass codes whose keys were destroyed
  bool whole_subject = false;
};

/// At most this many unwrapped keys stay in memory, 64 bytes each: 256 MiB when full, and no
/// more than the society has. 800,000 members have one for the ledger, one for their claims and
/// their salt in the audit log; a run over all of them finds them there the second time.
inline constexpr std::size_t cached_keys_limit = std::size_t{1} << 22U;

/// The keyring of one data directory: `keys/master.key` (0600) and `keys/keys.db`, encrypted.
/// Safe to use from many threads. Never part of a backup of the facts.
class Keyring {
 public:
  /// Makes `directory`/keys with a new master key. Refuses a directory that has one.
  static base::Result<std::unique_ptr<Keyring>> create(const std::string& directory,
                                                       Cipher cipher = Cipher::aegis_256);
  /// Refuses a master key that others than the owner may read, or one that does not fit.
  static base::Result<std::unique_ptr<Keyring>> open(const std::string& directory,
                                                     Cipher cipher = Cipher::aegis_256);
  ~Keyring();
  Keyring(const Keyring&) = delete;
  Keyring& operator=(const Keyring&) = delete;

  /// The key for sealing; made when there is none. Refused for an erased subject. A new key is
  /// durable only after flush(), which a transaction calls before it commits.
  base::Result<DataKey> key_for_sealing(const SubjectId& subject, KeyClass key_class);
  /// The key for opening; nullopt when there is none or it was destroyed.
  base::Result<std::optional<DataKey>> key_for_opening(const SubjectId& subject,
                                                       KeyClass key_class);
  /// Reads all keys of a class into memory in one pass, once: a bulk run finds them there.
  base::Result<> warm(KeyClass key_class);
  /// Makes new keys and salts durable. When it fails, all of them are lost and never used again.
  base::Result<> flush();
  /// How often new keys were lost. Who sealed with new keys commits only when this is, after
  /// flush(), what it was when the work began.
  std::uint64_t losses() const;

  /// The subject in the audit log: HMAC-SHA-256 under the subject's salt, cut to 16 bytes.
  /// Unlinkable once the salt is destroyed; refused for an erased subject. A new salt is durable
  /// only after flush().
  base::Result<Commitment> commitment_of(const SubjectId& subject);

  /// The blind index of a value: HMAC under the class's index key. The caller normalises first.
  BlindIndex blind(KeyClass key_class, std::string_view value) const;
  /// The certificates of erasure, oldest first.
  base::Result<std::vector<ErasureRecord>> erasures();

  /// Whether the subject's keys of the class were destroyed (and not merely never made).
  base::Result<bool> erased(const SubjectId& subject, KeyClass key_class);

  /// Destroys every key and the salt of the subject. Final: the subject gets no key again.
  base::Result<ErasureRecord> erase(const SubjectId& subject, const base::StaffId& by,
                                    base::Moment now);
  /// Destroys the subject's key of one class; a later record begins with a new key.
  base::Result<ErasureRecord> erase(const SubjectId& subject, KeyClass key_class,
                                    const base::StaffId& by, base::Moment now);

  /// The key of a database file's pages: `name` is `facts` or `numbers`.
  SecretKey page_key(std::string_view name) const;
  Cipher cipher() const;

 private:
  struct Inside;
  explicit Keyring(std::unique_ptr<Inside> inside);
  base::Result<ErasureRecord> erase_classes(const SubjectId& subject,
                                            std::span<const KeyClass> erased,
                                            ErasureRecord record);
  std::unique_ptr<Inside> inside_;
};

}  // namespace kenpo::store
