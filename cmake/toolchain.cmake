# Compiler settings: every warning is an error, under g++ and clang alike.
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()
# Sanitized programs are for tests: compiled quickly, fast enough to run.
set(optimised "-O2 -g1")
if(KENPO_SANITIZE)
  set(optimised "-O1 -g1")
endif()
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "${optimised}")
set(CMAKE_C_FLAGS_RELWITHDEBINFO "${optimised}")

find_program(KENPO_CCACHE ccache)
if(KENPO_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${KENPO_CCACHE})
  # A file compiled with a precompiled header is kept, too: its contents are compared.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${KENPO_CCACHE})
endif()
find_program(KENPO_MOLD mold)
if(KENPO_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(kenpo_warnings INTERFACE)
target_compile_options(kenpo_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wimplicit-fallthrough -Wundef -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports these wrongly inside its own library at -O2.
  target_compile_options(kenpo_warnings INTERFACE
    -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds
    -Wno-maybe-uninitialized -Wno-dangling-pointer)
endif()

if(KENPO_FUZZ)
  # Coverage of the libraries, too, not of the fuzzer's own source alone.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

add_compile_options(-fno-omit-frame-pointer -fstack-protector-strong)
if(KENPO_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
else()
  add_compile_definitions(_FORTIFY_SOURCE=2)
endif()
