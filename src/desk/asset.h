// Style sheets, scripts and pictures that the program carries.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/response.h"

namespace kenpo::desk {

struct Asset {
  std::string address;  // `/assets/desk.css`
  std::string_view content_type;
  std::string_view bytes;
};

/// All of `src/desk/assets` and the design tokens.
const std::vector<Asset>& assets();
Response asset_response(const Asset& asset);

}  // namespace kenpo::desk
