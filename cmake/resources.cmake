# Files that the program carries inside itself: law, notice, templates, style sheets, scripts.
# base::resource("law/rates.tsv") gives the bytes by the path inside the repository.
file(GLOB_RECURSE KENPO_RESOURCE_FILES CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}
  ${CMAKE_SOURCE_DIR}/law/*.tsv ${CMAKE_SOURCE_DIR}/notice/* ${CMAKE_SOURCE_DIR}/src/*.mustache
  ${CMAKE_SOURCE_DIR}/src/desk/assets/* ${CMAKE_SOURCE_DIR}/src/staff/courses/*.tsv
  ${CMAKE_SOURCE_DIR}/src/review/*.tsv)
list(APPEND KENPO_RESOURCE_FILES
  node_modules/@digital-go-jp/design-tokens/dist/tokens.css)

set(assembly "    .section .rodata\n")
set(externs "")
set(rows "")
set(number 0)
foreach(path IN LISTS KENPO_RESOURCE_FILES)
  string(APPEND assembly
    "    .global kenpo_resource_${number}\n    .global kenpo_resource_end_${number}\n"
    "    .balign 16\nkenpo_resource_${number}:\n    .incbin \"${CMAKE_SOURCE_DIR}/${path}\"\n"
    "kenpo_resource_end_${number}:\n    .byte 0\n")
  string(APPEND externs
    "extern \"C\" const char kenpo_resource_${number}[];\n"
    "extern \"C\" const char kenpo_resource_end_${number}[];\n")
  string(APPEND rows
    "    {\"${path}\", kenpo_resource_${number}, kenpo_resource_end_${number}},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND assembly "    .section .note.GNU-stack,\"\",@progbits\n")

set(generated ${CMAKE_BINARY_DIR}/resources)
file(CONFIGURE OUTPUT ${generated}/resources.S CONTENT "${assembly}" @ONLY)
file(CONFIGURE OUTPUT ${generated}/resources.cpp CONTENT
"// Made by cmake/resources.cmake.
#include \"base/resource.h\"
${externs}
namespace kenpo::base {
const ResourceRow resource_rows[] = {
${rows}};
const std::size_t resource_rows_count = ${number};
}  // namespace kenpo::base
" @ONLY)

add_library(kenpo_resources STATIC ${generated}/resources.S ${generated}/resources.cpp)
target_include_directories(kenpo_resources PRIVATE ${CMAKE_SOURCE_DIR}/src)
set(resource_paths ${KENPO_RESOURCE_FILES})
list(TRANSFORM resource_paths PREPEND ${CMAKE_SOURCE_DIR}/)
set_source_files_properties(${generated}/resources.S PROPERTIES OBJECT_DEPENDS "${resource_paths}")
