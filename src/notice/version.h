// The versions of the society's notice in its data directory (`notice/0001.txt`, `notice/0002.txt`,
// … and `notice/versions.tsv`) and which rows are in force at a moment. Format:
// docs/formats/notice.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "notice/document.h"
#include "notice/in_force.h"

namespace kenpo::notice {

/// 個人情報保護法21条4項各号: when a purpose need not be published. None is ever assumed.
enum class UnpublishedGround : std::uint8_t {
  harm_to_person_or_third_party,       // 1号
  harm_to_society_rights,              // 2号
  cooperation_with_public_body,        // 3号
  purpose_evident_from_circumstances,  // 4号
};
std::string_view identifier(UnpublishedGround ground);
std::optional<UnpublishedGround> parse_unpublished_ground(std::string_view identifier);

/// 「本人に通知又はホームページ等に公表」: the two ways of the notice, section 1.
enum class PublicationMeans : std::uint8_t { page, letter };

/// Why a changed row stays within what is reasonably related to the old purpose (17条2項).
struct Relatedness {
  Pair pair;
  std::string statement;
};

/// A row that is added for data acquired from then on only: no relatedness is claimed, so data that
/// the society held before is not widened (17条2項, 18条1項).
struct NewDataOnly {
  Pair pair;
  std::string reason;
};

/// What allows a row added for new data only to be used with older data after all.
enum class ExtensionGround : std::uint8_t {
  relatedness,  // 17条2項: reasonably related after all
  consent,      // 18条1項: the persons' consent
  law,          // 18条3項1号: a statute
};
std::string_view identifier(ExtensionGround ground);
std::optional<ExtensionGround> parse_extension_ground(std::string_view identifier);

/// The record of it: ground, article or evidence, who approved, and when.
struct Extension {
  Pair pair;
  ExtensionGround ground;
  std::string statement;
  base::Moment approved_at;
  std::string approved_by;
};

/// A new text of the notice with what its adoption needs.
struct Proposal {
  std::string text;
  base::Moment adopted_at;
  std::string approved_by;               // staff id or body (理事会); one line
  base::Moment in_force_from;            // not before the version that it follows
  // One of the two for each row that is added to a published notice.
  std::vector<Relatedness> relatedness;
  std::vector<NewDataOnly> new_data_only = {};
};

/// Evidence that a version was published or sent to the persons.
struct Publication {
  PublicationMeans means = PublicationMeans::page;
  base::Moment published_at;
  std::string place;          // address of the page, or the mailing; one line
  Fingerprint page_sha256{};  // of the page or letter as it went out
  std::string recorded_by;
};

/// The recorded ground for not publishing a row.
struct Exemption {
  Pair pair;
  UnpublishedGround ground;
  base::Moment approved_at;
  std::string approved_by;
};

/// One version of the notice with everything recorded about it.
struct NoticeVersion {
  std::uint32_t number = 0;
  Document document;
  base::Moment adopted_at;
  std::string approved_by;
  base::Moment in_force_from;
  std::vector<Relatedness> relatedness;
  std::vector<NewDataOnly> new_data_only;
  std::optional<Publication> publication;
  std::vector<Exemption> exemptions;
  std::vector<Extension> extensions;
};

/// More versions than a society adopts in a hundred years.
inline constexpr std::size_t notice_versions_limit = 1000;

struct VersionRecord;

/// The book of the society's notices.
class NoticeBook {
 public:
  /// Opens `directory` (the data directory's `notice`); an empty or missing one is an empty book.
  /// A text or table that was changed other than through this class is a fault naming the file.
  static base::Result<NoticeBook> open(const std::string& directory);

  /// Takes a new version in and hands back its number. Refuses a text that is the last one's, a
  /// time of force before the last one's, and an added row without its relatedness statement
  /// or its limit to new data.
  base::Result<std::uint32_t> propose(const Proposal& proposal);
  /// Records the publication of a version: once, not before its adoption.
  base::Result<> publish(std::uint32_t version, const Publication& publication);
  /// Records why a row of a version is not published.
  base::Result<> exempt(std::uint32_t version, const Exemption& exemption);
  /// Records why a row that the version added for new data only may be used with older data too.
  base::Result<> extend(std::uint32_t version, const Extension& extension);

  /// What is in force at the moment. The version is the last whose time of force has come; a row it
  /// no longer names has stopped. A row it names is in force once it was published, or exempted, in
  /// a version since which every version has named it. Version 0 when no row is in force.
  NoticeInForce in_force(base::Moment moment) const;
  /// Data that the rows in force at the moment do not reach (privacy property 8). Data from before
  /// the first notice in force counts as acquired under it.
  std::vector<AcquisitionGap> acquisition_gaps(base::Moment moment) const;
  /// The next moment after this one at which `in_force` changes; nullopt when nothing is to come.
  std::optional<base::Moment> next_change(base::Moment moment) const;

  const std::vector<NoticeVersion>& history() const { return versions_; }
  /// Nullptr when there is no such version.
  const NoticeVersion* version(std::uint32_t number) const;
  /// The version in force at the moment; nullptr when none is.
  const NoticeVersion* current(base::Moment moment) const;
  /// The last link of the chain over the table's lines. Kept in the audit log, it shows later that
  /// the whole table was replaced.
  const Fingerprint& chain() const { return chain_; }

 private:
  explicit NoticeBook(std::string directory) : directory_(std::move(directory)) {}
  base::Result<> load(std::string_view table);
  base::Result<> take(const VersionRecord& record, const std::string& text);
  base::Result<> append(const std::vector<VersionRecord>& records, const std::string& text);
  std::string text_path(std::uint32_t number) const;
  std::string table_path() const;

  std::string directory_;
  std::vector<NoticeVersion> versions_;
  std::string table_;  // versions.tsv as it stands on disk
  Fingerprint chain_{};
};

}  // namespace kenpo::notice
