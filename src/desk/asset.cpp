#include "desk/asset.h"

#include "base/require.h"
#include "base/resource.h"

namespace kenpo::desk {

namespace {

constexpr std::string_view assets_folder = "src/desk/assets/";
constexpr std::string_view tokens = "node_modules/@digital-go-jp/design-tokens/dist/tokens.css";

std::string_view type_of(std::string_view path) {
  if (path.ends_with(".css")) return "text/css; charset=utf-8";
  if (path.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (path.ends_with(".svg")) return "image/svg+xml";
  KENPO_REQUIRE(false && "an asset of unknown type");
  return {};
}

}  // namespace

const std::vector<Asset>& assets() {
  static const auto all = [] {
    std::vector<Asset> found;
    for (const auto path : base::resources_under(assets_folder)) {
      const auto name = path.substr(assets_folder.size());
      found.push_back({"/assets/" + std::string(name), type_of(path), base::resource(path)});
    }
    found.push_back({"/assets/tokens.css", type_of(tokens), base::resource(tokens)});
    return found;
  }();
  return all;
}

Response asset_response(const Asset& asset) {
  return {.status = 200,
          .content_type = std::string(asset.content_type),
          .body = std::string(asset.bytes),
          .keep = Keep::a_day,
          .headers = {}};
}

}  // namespace kenpo::desk
