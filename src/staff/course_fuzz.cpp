// A course's file from outside: what is taken is whole, and its answers can be judged.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/require.h"
#include "staff/course.h"

using namespace kenpo::staff;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto course = parse_course("fuzz_1", bytes);
  if (!course.ok()) {
    KENPO_REQUIRE(!course.faults().empty());
    return 0;
  }
  KENPO_REQUIRE(!course->title.empty() && !course->lessons.empty());
  KENPO_REQUIRE(!course->questions.empty() && course->questions.size() <= questions_limit);
  for (const auto& question : course->questions) {
    KENPO_REQUIRE(question.choices.size() <= choices_limit);
    KENPO_REQUIRE(question.right < question.choices.size());
  }
  return 0;
}
