// Any bytes as a notice, and as a page that should show it. What parses is shown by its page, keeps
// its text when its own society is put in, and does not differ from itself.
#include <cstdint>

#include "notice/difference.h"
#include "notice/notice_page.h"
#include "notice/version_record.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kenpo::notice;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto parsed = parse_document(bytes, kenpo::base::Plain("n.txt"));
  if (parsed.ok()) {
    const auto same = with_society(*parsed, parsed->society);
    KENPO_REQUIRE(same.ok() && same->text == bytes);
    KENPO_REQUIRE(difference(*parsed, *same).none());
    KENPO_REQUIRE(shows_notice(*parsed, render_notice_page(*parsed, {}).html).ok());
  } else {
    KENPO_REQUIRE(parsed.faults().size() <= kenpo::base::faults_limit);
  }
  const auto shown = shows_notice(carried_document(), bytes);
  KENPO_REQUIRE(shown.ok() || !shown.faults().empty());
  const auto record = parse_version_record(bytes);
  KENPO_REQUIRE(!record || written(*record) == bytes);
  return 0;
}
