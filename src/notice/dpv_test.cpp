#include "notice/dpv.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <map>
#include <set>

#include "notice/wording.h"

namespace kenpo::notice {
namespace {

const std::string base_iri = "https://example.jp/notice/";

boost::json::value exported(PairMask pairs) {
  const auto text = export_dpv(carried_document(), base_iri, 1, pairs);
  EXPECT_TRUE(text.ok());
  return boost::json::parse(text.value());
}

std::map<std::string, boost::json::object> nodes_of(const boost::json::value& text) {
  std::map<std::string, boost::json::object> nodes;
  for (const auto& node : text.at("@graph").as_array()) {
    const auto [at, fresh] = nodes.emplace(node.at("@id").as_string(), node.as_object());
    EXPECT_TRUE(fresh) << at->first;
  }
  return nodes;
}

std::string id_of(const boost::json::object& node, const char* property) {
  return std::string(node.at(property).at("@id").as_string());
}

TEST(Dpv, OneProcessForEveryPairWithItsDataPurposeControllerAndBasis) {
  const auto nodes = nodes_of(exported(all_pairs));
  std::set<std::string> seen;
  for (const Pair& pair : published_pairs) {
    const auto at = nodes.find(base_iri + "process/" + identifier(pair));
    ASSERT_NE(at, nodes.end()) << identifier(pair);
    const auto& process = at->second;
    EXPECT_EQ(process.at("@type").at(0).as_string(), "dpv:Process");
    for (const auto* property : {"dpv:hasPersonalData", "dpv:hasPurpose", "dpv:hasDataController",
                                 "dpv:hasLegalBasis", "dct:isPartOf"}) {
      EXPECT_TRUE(nodes.contains(id_of(process, property))) << property;
    }
    const auto& data = nodes.at(id_of(process, "dpv:hasPersonalData"));
    EXPECT_EQ(data.at("skos:prefLabel").at(0).at("@value").as_string(), wording(pair.category));
    const auto& purpose = nodes.at(id_of(process, "dpv:hasPurpose"));
    EXPECT_EQ(purpose.at("skos:prefLabel").at(0).at("@value").as_string(), wording(pair.purpose));
    EXPECT_EQ(purpose.at("skos:prefLabel").at(1).at("@language").as_string(), "en");
  }
  // Notice, society, basis, 15 categories, 37 purposes, 43 processes.
  EXPECT_EQ(nodes.size(), 3U + 15 + 37 + 43);
}

TEST(Dpv, EveryPrefixIsDeclaredAndEveryNodeIsUnderTheBase) {
  const auto text = exported(all_pairs);
  const auto& context = text.at("@context").as_object();
  for (const auto& [iri, node] : nodes_of(text)) {
    EXPECT_TRUE(iri.starts_with(base_iri));
    for (const auto& member : node) {
      const std::string key(member.key());
      if (key.starts_with('@')) continue;
      EXPECT_TRUE(context.contains(key.substr(0, key.find(':')))) << key;
    }
    for (const auto& type : node.at("@type").as_array()) {
      const std::string name(type.as_string());
      EXPECT_TRUE(context.contains(name.substr(0, name.find(':')))) << name;
    }
  }
}

TEST(Dpv, ARowOutOfForceIsNotExported) {
  const auto nodes = nodes_of(exported(all_pairs & ~mask_of(*numbered_pair(16))));
  EXPECT_FALSE(nodes.contains(base_iri + "process/medical_claim.medical_cost_notice"));
  EXPECT_EQ(nodes.size(), 3U + 15 + 37 + 42);
}

TEST(Dpv, RefusesABaseThatIsNoIri) {
  for (const auto* bad :
       {"", "http://example.jp/", "https://", "https://example.jp", "https://a b/"}) {
    EXPECT_FALSE(export_dpv(carried_document(), bad, 1, all_pairs).ok()) << bad;
  }
}

}  // namespace
}  // namespace kenpo::notice
