// The file keys.db: its tables, the keys of the classes, keys of subjects.
#include <algorithm>

#include "store/fault.h"
#include "store/keyring_inside.h"
#include "store/master_key.h"

namespace kenpo::store {

using base::Done;
using base::Result;

namespace {

constexpr const char* keyring_tables =
    "CREATE TABLE IF NOT EXISTS class_key (class INTEGER PRIMARY KEY, wrapping BLOB NOT NULL,"
    " blind BLOB NOT NULL);"
    "CREATE TABLE IF NOT EXISTS erasure (certificate TEXT PRIMARY KEY, commitment BLOB NOT NULL,"
    " erased_at INTEGER NOT NULL, erased_by TEXT NOT NULL, classes BLOB NOT NULL,"
    " whole_subject INTEGER NOT NULL);";

constexpr const char* data_key_table =
    "data_key (class INTEGER NOT NULL, subject TEXT NOT NULL, generation INTEGER NOT NULL,"
    " wrapped BLOB, erased_at INTEGER, PRIMARY KEY (class, subject))";
constexpr const char* erased_subject_table =
    "erased_subject (subject TEXT PRIMARY KEY, erased_at INTEGER NOT NULL)";

constexpr int keyring_cache_kibibytes = 16 * 1024;  // inner pages of a million wrapped keys

std::string_view view(const SecretKey& key) {
  return {reinterpret_cast<const char*>(key.data()), key.size()};
}

Result<SecretKey> unwrap(const SecretKey& by, std::string_view wrapped, std::string_view bound) {
  std::string plain;
  SecretKey key;
  if (!open_box(by, wrapped, bound, plain) || plain.size() != key.size()) {
    return wrong_key_fault();
  }
  std::copy(plain.begin(), plain.end(), key.begin());
  wipe(plain.data(), plain.size());
  return key;
}

}  // namespace

std::vector<KeyClass> all_key_classes() {
  std::vector<KeyClass> classes;
  for (std::size_t at = 0; at < notice::categories_count; ++at) {
    classes.emplace_back(static_cast<notice::Category>(at));
  }
  for (const auto statute :
       {notice::Statute::audit_by_inspector, notice::Statute::own_access_history,
        notice::Statute::supervision_of_handlers, notice::Statute::security_control,
        notice::Statute::request_of_person, notice::Statute::answer_to_person,
        notice::Statute::emergency_response, notice::Statute::breach_report,
        notice::Statute::complaint_handling, notice::Statute::own_duty,
        notice::Statute::joint_decision, notice::Statute::purpose_publication}) {
    classes.emplace_back(statute);
  }
  classes.push_back(KeyClass::individual_number());
  classes.push_back(KeyClass::audit_salt());
  return classes;
}

Result<> Keyring::Inside::open_file(const std::string& folder, Opening opening) {
  SecretKey pages = derive_key(master, "kenpo pages of keys");
  auto opened = connect(folder + "/keys.db", pages, cipher, opening, keyring_cache_kibibytes);
  wipe(pages.data(), pages.size());
  file = KENPO_TRY(std::move(opened));
  KENPO_TRY(file->run(keyring_tables));
  KENPO_TRY(file->make_keyed_table(data_key_table));
  KENPO_TRY(file->make_keyed_table(erased_subject_table));
  KENPO_TRY(load_classes());
  for (const KeyClass key_class : all_key_classes()) {
    if (!classes[key_class.code()].known) KENPO_TRY(add_class(key_class));
  }
  return Done{};
}

Result<> Keyring::Inside::load_classes() {
  auto statement = KENPO_TRY(file->lease("SELECT class, wrapping, blind FROM class_key"));
  while (KENPO_TRY(statement->step())) {
    const auto code = static_cast<std::uint8_t>(statement->field(0).number);
    auto& keys = classes[code];
    keys.wrapping = KENPO_TRY(unwrap(master, statement->field(1).text, "wrapping"));
    keys.index = KENPO_TRY(unwrap(master, statement->field(2).text, "blind"));
    keys.known = true;
  }
  return Done{};
}

Result<> Keyring::Inside::add_class(KeyClass key_class) {
  auto& keys = classes[key_class.code()];
  draw_bytes(keys.wrapping.data(), keys.wrapping.size());
  draw_bytes(keys.index.data(), keys.index.size());
  std::string wrapping;
  std::string blind;
  seal_box(master, view(keys.wrapping), "wrapping", wrapping);
  seal_box(master, view(keys.index), "blind", blind);
  auto statement =
      KENPO_TRY(file->lease("INSERT INTO class_key (class, wrapping, blind) VALUES ($1, $2, $3)"));
  statement->bind(1, std::int64_t{key_class.code()});
  statement->bind_blob(2, wrapping);
  statement->bind_blob(3, blind);
  KENPO_TRY(statement->step());
  keys.known = true;
  return Done{};
}

Result<Keyring::Inside::Found> Keyring::Inside::load(const SubjectId& subject,
                                                     KeyClass key_class) {
  auto statement = KENPO_TRY(file->lease(
      "SELECT generation, wrapped FROM data_key WHERE class = $1 AND subject = $2"));
  statement->bind(1, std::int64_t{key_class.code()});
  statement->bind_text(2, subject.text());
  if (!KENPO_TRY(statement->step())) return Found{};
  Found found;
  found.generation = static_cast<int>(statement->field(0).number);
  const Field wrapped = statement->field(1);
  if (wrapped.type == Raw::Type::null) return found;
  const auto& keys = classes[key_class.code()];
  found.key = DataKey{KENPO_TRY(unwrap(keys.wrapping, wrapped.text, subject.text())),
                      static_cast<std::uint8_t>(*found.generation)};
  cache.put(subject, key_class, *found.key);
  return found;
}

Result<bool> Keyring::Inside::subject_erased(const SubjectId& subject) {
  auto statement = KENPO_TRY(file->lease("SELECT 1 FROM erased_subject WHERE subject = $1"));
  statement->bind_text(1, subject.text());
  return statement->step();
}

Result<DataKey> Keyring::Inside::make(const SubjectId& subject, KeyClass key_class) {
  if (KENPO_TRY(subject_erased(subject))) return subject_erased_fault();
  KENPO_TRY(begin());
  // Another process may have made it before this one's turn to write came.
  const auto found = KENPO_TRY(load(subject, key_class));
  if (found.key) return *found.key;
  const int generation = found.generation ? *found.generation + 1 : 0;
  if (generation > 255) return subject_erased_fault();  // 256 erasures of one category
  DataKey key{.key = {}, .generation = static_cast<std::uint8_t>(generation)};
  draw_bytes(key.key.data(), key.key.size());
  if (auto added = add_key(subject, key_class, key); !added.ok()) {
    lose_waiting();
    return std::move(added).faults();
  }
  cache.put(subject, key_class, key);
  waiting.emplace_back(subject, key_class);
  if (waiting.size() >= waiting_keys_limit) KENPO_TRY(flush_held());
  return key;
}

Result<> Keyring::Inside::add_key(const SubjectId& subject, KeyClass key_class,
                                  const DataKey& key) {
  std::string wrapped;
  seal_box(classes[key_class.code()].wrapping, view(key.key), subject.text(), wrapped);
  auto statement = KENPO_TRY(
      file->lease("INSERT INTO data_key (class, subject, generation, wrapped)"
                  " VALUES ($1, $2, $3, $4) ON CONFLICT (class, subject) DO UPDATE"
                  " SET generation = $3, wrapped = $4, erased_at = NULL"));
  statement->bind(1, std::int64_t{key_class.code()});
  statement->bind_text(2, subject.text());
  statement->bind(3, std::int64_t{key.generation});
  statement->bind_blob(4, wrapped);
  KENPO_TRY(statement->step());
  return Done{};
}

Result<> Keyring::Inside::begin() {
  if (writing) return Done{};
  KENPO_TRY(file->begin_writing());
  writing = true;
  return Done{};
}

Result<> Keyring::Inside::flush_held() {
  if (!writing) return Done{};
  auto committed = file->run("COMMIT");
  if (!committed.ok()) {
    lose_waiting();
    return committed;
  }
  writing = false;
  waiting.clear();
  return committed;
}

// Keys that could not be made durable must not seal anything: they leave the cache, and who used
// one sees `losses` and does not commit.
void Keyring::Inside::lose_waiting() {
  (void)file->run("ROLLBACK");  // the engine may have done it by itself
  for (const auto& [subject, key_class] : waiting) cache.drop(subject, key_class);
  waiting.clear();
  writing = false;
  ++losses;
}

}  // namespace kenpo::store
