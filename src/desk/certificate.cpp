#include "desk/certificate.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

namespace kenpo::desk {

namespace {

template <auto release>
struct Releasing {
  template <typename Thing>
  void operator()(Thing* thing) const {
    release(thing);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Releasing<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Releasing<X509_free>>;
using File = std::unique_ptr<BIO, Releasing<BIO_free_all>>;

base::Fault not_made(base::Plain why_ja, base::Plain why_en) {
  return {.what = {"通信用の証明書を作れませんでした。", "The certificate was not made."},
          .why = {std::move(why_ja), std::move(why_en)},
          .mend = {"データディレクトリの権限と空き容量を確かめてください。",
                   "Check the data directory's rights and space."},
          .place = {}};
}

bool is_address(const std::string& name) {
  return std::ranges::all_of(
      name, [](char letter) { return (letter >= '0' && letter <= '9') || letter == '.'; });
}

bool add_extension(X509* certificate, int kind, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  const std::unique_ptr<X509_EXTENSION, Releasing<X509_EXTENSION_free>> extension(
      X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
  return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

Certificate sign(EVP_PKEY* key, const std::vector<std::string>& names, base::Moment now) {
  Certificate certificate(X509_new());
  std::uint64_t serial = 0;
  if (!certificate || RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) != 1) {
    return nullptr;
  }
  constexpr long day_seconds = 24 * 60 * 60;
  auto seconds = static_cast<time_t>(now.milliseconds / 1000);
  auto* subject = X509_get_subject_name(certificate.get());
  const auto* common_name = reinterpret_cast<const unsigned char*>(names.front().c_str());
  std::string alternatives;
  for (const auto& name : names) {
    if (!alternatives.empty()) alternatives += ',';
    alternatives += (is_address(name) ? "IP:" : "DNS:") + name;
  }
  const bool made =
      X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
      ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial >> 1U) == 1 &&
      X509_time_adj_ex(X509_getm_notBefore(certificate.get()), 0, -day_seconds, &seconds) &&
      X509_time_adj_ex(X509_getm_notAfter(certificate.get()), certificate_days, 0, &seconds) &&
      X509_set_pubkey(certificate.get(), key) == 1 &&
      X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, common_name, -1, -1, 0) == 1 &&
      X509_set_issuer_name(certificate.get(), subject) == 1 &&
      add_extension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE") &&
      add_extension(certificate.get(), NID_key_usage, "critical,digitalSignature") &&
      add_extension(certificate.get(), NID_ext_key_usage, "serverAuth") &&
      add_extension(certificate.get(), NID_subject_alt_name, alternatives) &&
      X509_sign(certificate.get(), key, EVP_sha256()) != 0;
  return made ? std::move(certificate) : nullptr;
}

/// A new file with the rights from its first moment; never an existing one.
File new_file(const std::string& path, mode_t rights) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, rights);
  if (descriptor < 0) return nullptr;
  FILE* stream = ::fdopen(descriptor, "wb");
  return File(BIO_new_fp(stream, BIO_CLOSE));
}

}  // namespace

CertificateFiles certificate_files(const std::string& data_directory) {
  return {data_directory + "/tls/key.pem", data_directory + "/tls/certificate.pem"};
}

base::Result<> make_certificate(const std::string& data_directory,
                                const std::vector<std::string>& host_names, base::Moment now) {
  KENPO_REQUIRE(!host_names.empty());
  constexpr mode_t only_owner_folder = 0700;
  constexpr mode_t only_owner = 0600;
  constexpr mode_t for_reading = 0644;
  const auto files = certificate_files(data_directory);
  ::mkdir((data_directory + "/tls").c_str(), only_owner_folder);  // there already: all the same

  const Key key(EVP_EC_gen("P-256"));
  if (!key) return not_made("鍵を作れません。", "No key could be drawn.");
  const auto certificate = sign(key.get(), host_names, now);
  if (!certificate) return not_made("署名できません。", "It could not be signed.");
  const auto key_file = new_file(files.key, only_owner);
  if (!key_file || PEM_write_bio_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                            nullptr) != 1) {
    return not_made("鍵のファイルがすでにあるか、書けません。",
                    "The key's file exists or cannot be written.");
  }
  const auto certificate_file = new_file(files.certificate, for_reading);
  if (!certificate_file || PEM_write_bio_X509(certificate_file.get(), certificate.get()) != 1) {
    return not_made("証明書のファイルがすでにあるか、書けません。",
                    "The certificate's file exists or cannot be written.");
  }
  return base::Done{};
}

}  // namespace kenpo::desk
