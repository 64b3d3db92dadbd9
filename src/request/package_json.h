// The machine-readable half of a disclosure (個人情報保護法33条1項: 電磁的記録).
// Format: docs/formats/disclosure.md.
#pragma once

#include <string>

#include "request/package_content.h"

namespace kenpo::request {

/// UTF-8 JSON in one line, keys in the order of docs/formats/disclosure.md.
std::string package_json(const PackageContent& content, const std::string& society);

}  // namespace kenpo::request
