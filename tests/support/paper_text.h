// The words of a PDF as a reader's program takes them, by poppler's pdftotext.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace kenpo::test_support {

inline bool reads_papers() { return std::system("command -v pdftotext >/dev/null 2>&1") == 0; }

/// With its breaks: a page ends with '\f'. `options`: of pdftotext.
inline std::string lines_of_paper(const std::string& pdf, const std::string& options = {}) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("kenpo-paper-" + std::to_string(::getpid()) + ".pdf");
  std::ofstream(path, std::ios::binary) << pdf;
  std::FILE* pipe = ::popen(("pdftotext " + options + " '" + path.string() + "' -").c_str(), "r");
  EXPECT_NE(pipe, nullptr);
  std::string text;
  char buffer[4096];
  while (pipe != nullptr) {
    const auto got = std::fread(buffer, 1, sizeof buffer, pipe);
    if (got == 0) break;
    text.append(buffer, got);
  }
  if (pipe != nullptr) {
    EXPECT_EQ(::pclose(pipe), 0) << "pdftotext";
  }
  std::filesystem::remove(path);
  return text;
}

/// Without spaces and breaks, so that words that were wrapped are found.
inline std::string text_of_paper(const std::string& pdf) {
  auto text = lines_of_paper(pdf);
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
  return text;
}

}  // namespace kenpo::test_support
