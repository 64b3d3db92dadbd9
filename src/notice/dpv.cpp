#include "notice/dpv.h"

#include <boost/json.hpp>

#include "notice/document_words.h"
#include "notice/wording.h"

namespace kenpo::notice {

namespace {

namespace json = boost::json;

json::object context() {
  return {{"dpv", "https://w3id.org/dpv#"},
          {"legal-jp", "https://w3id.org/dpv/legal/jp#"},
          {"dct", "http://purl.org/dc/terms/"},
          {"dcat", "http://www.w3.org/ns/dcat#"},
          {"skos", "http://www.w3.org/2004/02/skos/core#"},
          {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
}

json::object id(std::string iri) { return {{"@id", std::move(iri)}}; }

// `standard_remuneration_determination` → `standard remuneration determination`
std::string english(std::string_view identifier) {
  std::string words(identifier);
  for (char& c : words) {
    if (c == '_') c = ' ';
  }
  return words;
}

json::array labels(std::string_view japanese, std::string_view english_words) {
  return {json::object{{"@value", japanese}, {"@language", "ja"}},
          json::object{{"@value", english_words}, {"@language", "en"}}};
}

json::object concept_of(std::string iri, std::string_view kind, json::array label) {
  return {{"@id", std::move(iri)},
          {"@type", json::array{kind, "skos:Concept"}},
          {"skos:prefLabel", std::move(label)}};
}

bool is_base_iri(std::string_view iri) {
  constexpr std::string_view scheme = "https://";
  return is_line_value(iri) && iri.starts_with(scheme) && iri.size() > scheme.size() + 1 &&
         (iri.ends_with('/') || iri.ends_with('#')) &&
         iri.find_first_of(" \"<>\\^`{|}") == std::string_view::npos;
}

json::array graph_of(const Document& document, const std::string& base, std::uint32_t version,
                     PairMask pairs) {
  json::array graph;
  json::object notice{{"@id", base + "notice"},
                      {"@type", json::array{"dpv:PrivacyNotice"}},
                      {"dct:title", json::object{{"@value", document.title}, {"@language", "ja"}}},
                      {"dct:identifier", "sha256:" + hexadecimal(document.sha256)},
                      {"dct:publisher", id(base + "society")}};
  if (version != 0) notice["dcat:version"] = std::to_string(version);
  graph.push_back(std::move(notice));
  graph.push_back({{"@id", base + "society"},
                   {"@type", json::array{"dpv:DataController"}},
                   {"dpv:hasName", document.society.name},
                   {"dpv:hasAddress", document.society.address},
                   {"dpv:hasContact", "tel:" + document.society.telephone}});
  graph.push_back(
      concept_of(base + "basis/published-purpose", "dpv:LegalBasis",
                 labels("公表された利用目的の範囲内の取扱い（個人情報保護法18条1項、21条1項）",
                        "handling within the published purpose (APPI 18(1), 21(1))")));
  for (const Category category : all_categories()) {
    graph.push_back(concept_of(base + "category/" + std::string(identifier(category)),
                               "dpv:PersonalData",
                               labels(wording(category), english(identifier(category)))));
  }
  for (const Purpose purpose : all_purposes()) {
    graph.push_back(concept_of(base + "purpose/" + std::string(identifier(purpose)), "dpv:Purpose",
                               labels(wording(purpose), english(identifier(purpose)))));
  }
  for (const Pair& pair : published_pairs) {
    if ((document.pairs() & pairs & mask_of(pair)) == 0) continue;
    const std::string category(identifier(pair.category));
    const std::string purpose(identifier(pair.purpose));
    graph.push_back({{"@id", base + "process/" + identifier(pair)},
                     {"@type", json::array{"dpv:Process"}},
                     {"dct:isPartOf", id(base + "notice")},
                     {"dpv:hasPersonalData", id(base + "category/" + category)},
                     {"dpv:hasPurpose", id(base + "purpose/" + purpose)},
                     {"dpv:hasDataController", id(base + "society")},
                     {"dpv:hasLegalBasis", id(base + "basis/published-purpose")},
                     {"dpv:hasApplicableLaw", id("legal-jp:law-APPI")}});
  }
  return graph;
}

}  // namespace

base::Result<std::string> export_dpv(const Document& document, std::string_view base_iri,
                                     std::uint32_t version, PairMask pairs) {
  if (!is_base_iri(base_iri)) {
    return base::Fault{{"基底IRIが使えません。", "The base IRI cannot be used."},
                       {"httpsで始まり、「/」か「#」で終わるIRIです。",
                        "It begins with https and ends with / or #."},
                       {"例：https://example.jp/notice/", "For example https://example.jp/notice/"},
                       {{}, 0, 0, base::Plain("base_iri")}};
  }
  return json::serialize(
             json::object{{"@context", context()},
                          {"@graph", graph_of(document, std::string(base_iri), version, pairs)}}) +
         "\n";
}

}  // namespace kenpo::notice
