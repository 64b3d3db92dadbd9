// The certificate that the desk shows to browsers until the society puts in one of its own.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"

namespace kenpo::desk {

/// How long a self-made certificate holds: browsers refuse longer ones.
inline constexpr int certificate_days = 397;

struct CertificateFiles {
  std::string key;          // `DIR/tls/key.pem`, readable by the owner only
  std::string certificate;  // `DIR/tls/certificate.pem`
};
CertificateFiles certificate_files(const std::string& data_directory);

/// Makes a key (ECDSA P-256) and a certificate signed by itself for the host names (at least one;
/// names or IPv4 addresses). Refused when there is one already: keys are never overwritten.
base::Result<> make_certificate(const std::string& data_directory,
                                const std::vector<std::string>& host_names, base::Moment now);

}  // namespace kenpo::desk
