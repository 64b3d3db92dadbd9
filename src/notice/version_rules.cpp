#include "notice/version_rules.h"

#include <algorithm>

#include "notice/document_words.h"
#include "notice/wording.h"

namespace kenpo::notice {

namespace {

using base::Plain;
using base::Words;

base::Fault record_fault(Words what, Words mend) {
  return {std::move(what), {}, std::move(mend), {}};
}

base::Fault bad_name(std::string_view field) {
  const Plain name = Plain::name(field);
  return record_fault(
      {name + "が空か、1行に収まっていません。", name + " is empty or not one line."},
      {"1行で入力してください。", "Give one line."});
}

// Where this version added the row for new data only, the ground that reaches older data.
base::Result<> check_extension(const NoticeVersion& of, const VersionRecord& record) {
  const bool limited = std::ranges::any_of(
      of.new_data_only, [&](const NewDataOnly& each) { return each.pair == *record.pair; });
  if (!limited) {
    return record_fault({"この版で、今後取得する情報だけに限った行ではありません。",
                         "The version did not add this row for new data only."},
                        {"行を追加した版を選んでください。", "Choose the version that added it."});
  }
  if (!parse_extension(record.words) || !is_line_value(record.words, statement_bytes_limit)) {
    return record_fault({"以前の情報に使う根拠がありません。",
                         "The ground for using older data is missing."},
                        {"関連性・同意・法令のどれかと、その内容を入れてください。",
                         "Choose relatedness, consent or law, and say what it is."});
  }
  return base::Done{};
}

PairMask exempted_at(const NoticeVersion& version, base::Moment moment) {
  PairMask mask = 0;
  for (const Exemption& exemption : version.exemptions) {
    if (exemption.approved_at <= moment) mask |= mask_of(exemption.pair);
  }
  return mask;
}

}  // namespace

base::Result<> check_adoption(const std::vector<NoticeVersion>& versions,
                              const VersionRecord& record, const Document& document) {
  if (record.version != versions.size() + 1 || versions.size() >= notice_versions_limit) {
    return record_fault({"版の番号が続いていないか、多すぎます。",
                         "The version's number does not follow, or there are too many."},
                        {});
  }
  if (!is_line_value(record.by)) return bad_name("approved_by");
  if (!record.in_force_from || *record.in_force_from < record.at) {
    return record_fault(
        {"施行の時刻が採択より前です。", "It would be in force before its adoption."},
        {"採択以後の時刻にしてください。", "Give a later time."});
  }
  if (versions.empty()) return base::Done{};
  const NoticeVersion& last = versions.back();
  if (record.at < last.adopted_at || *record.in_force_from < last.in_force_from) {
    return record_fault({"採択か施行の時刻が前の版より前です。",
                         "Adopted or in force before the version that it follows."},
                        {"前の版以後の時刻にしてください。", "Give a later time."});
  }
  if (document.sha256 == last.document.sha256) {
    return record_fault({"前の版と同じ文書です。", "The text is that of the last version."},
                        {"変更のある文書を渡してください。", "Give the changed text."});
  }
  return base::Done{};
}

base::Result<> check_record(const std::vector<NoticeVersion>& versions,
                            const VersionRecord& record) {
  if (record.version == 0 || record.version > versions.size()) {
    return record_fault({"その番号の版はありません。", "There is no version of this number."},
                        {"版の一覧で確かめてください。", "Look at the list of versions."});
  }
  const NoticeVersion& of = versions[record.version - 1];
  if (!is_line_value(record.by)) return bad_name("recorded_by");
  if (record.at < of.adopted_at) {
    return record_fault({"採択より前の時刻です。", "The time is before the adoption."},
                        {"採択以後の時刻にしてください。", "Give a later time."});
  }
  if (record.kind == RecordKind::published || record.kind == RecordKind::notified) {
    if (of.publication) {
      return record_fault({"この版の公表は既に記録されています。",
                           "The publication of this version is on record already."},
                          {});
    }
    if (!is_line_value(record.words)) return bad_name("place");
    if (!record.sha256) return bad_name("page_sha256");
    return base::Done{};
  }
  if (!record.pair || (of.document.pairs() & mask_of(*record.pair)) == 0) {
    return record_fault({"その行はこの版にありません。", "This version has no such row."},
                        {"版の表で確かめてください。", "Look at the version's table."});
  }
  if (record.kind == RecordKind::exempted && !parse_unpublished_ground(record.words)) {
    return record_fault(
        {"法21条4項のどの号かがありません。", "The ground of Art. 21(4) is missing."},
        {"1号から4号のどれかを選んでください。", "Choose one of the four."});
  }
  const bool states =
      record.kind == RecordKind::related || record.kind == RecordKind::restricted;
  if (states && !is_line_value(record.words, statement_bytes_limit)) return bad_name("relatedness");
  if (record.kind == RecordKind::extended) return check_extension(of, record);
  return base::Done{};
}

base::Result<> check_relatedness(PairMask added, const std::vector<Relatedness>& statements,
                                 const std::vector<NewDataOnly>& new_data_only) {
  base::Faults faults;
  const auto tell_row = [&](Pair pair, Words what, Words mend) {
    const Plain row =
        Plain::name(wording(pair.category)) + "／" + Plain::name(wording(pair.purpose));
    const Plain law_ja(
        "個人情報保護法17条2項：変更前と関連性を有すると合理的に認められる範囲に限ります。");
    const Plain law_en("Art. 17(2): a change stays within what is reasonably related.");
    faults.push_back({{row + what.ja, row + what.en}, {law_ja, law_en}, std::move(mend), {}});
  };
  PairMask stated = 0;
  std::vector<Pair> rows;
  for (const Relatedness& statement : statements) rows.push_back(statement.pair);
  for (const NewDataOnly& limited : new_data_only) rows.push_back(limited.pair);
  for (const Pair& row : rows) {
    const PairMask bit = mask_of(row);
    if ((added & bit) == 0 || (stated & bit) != 0) {
      tell_row(
          row,
          {"：追加された行でないか、説明が2つあります。", ": not an added row, or stated twice."},
          {"追加する行ごとに一つ書いてください。", "Write one for each added row."});
    }
    stated |= bit;
  }
  for (const Pair& pair : published_pairs) {
    if ((added & ~stated & mask_of(pair)) == 0) continue;
    tell_row(
        pair, {"：関連性の説明がありません。", ": the statement of relatedness is missing."},
        {"変更前の利用目的との関連を書くか、今後取得する情報だけに使うことにしてください。",
         "State how it relates to the old purpose, or limit it to new data."});
  }
  if (!faults.empty()) return faults;
  return base::Done{};
}

NoticeInForce rows_in_force(const std::vector<NoticeVersion>& versions, base::Moment moment) {
  // The last version whose time has come. Times do not run backwards, so none after it counts.
  std::size_t count = 0;
  while (count < versions.size() && versions[count].in_force_from <= moment) ++count;
  if (count == 0) return {};
  const NoticeVersion& governing = versions[count - 1];
  // Back through the versions that named a row without a gap, to one that was published.
  PairMask named = governing.document.pairs();
  PairMask active = 0;
  for (std::size_t at = count; at-- > 0 && named != 0;) {
    const NoticeVersion& each = versions[at];
    named &= each.document.pairs();
    const bool published = each.publication && each.publication->published_at <= moment;
    active |= named & (published ? all_pairs : exempted_at(each, moment));
  }
  if (active == 0) return {};
  return {governing.number, governing.document.sha256, active};
}

}  // namespace kenpo::notice
