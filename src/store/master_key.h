// The master key: 32 bytes in a file that only its owner may read. Everything else is derived from
// it or wrapped by it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "store/keyring.h"

namespace kenpo::store {

/// Draws a master key into `path` (0600) and onto the disk. Refuses a file that exists.
base::Result<SecretKey> create_master_key(const std::string& path);
/// Refuses a file that its group or others may use, and one that has not 32 bytes.
base::Result<SecretKey> read_master_key(const std::string& path);
/// A key of its own for each use: BLAKE2b keyed with the master key over the use's name.
SecretKey derive_key(const SecretKey& master, std::string_view use);

/// Makes the folder for its owner only, if it is not there. False when that fails.
bool make_private_folder(const std::string& path);

}  // namespace kenpo::store
