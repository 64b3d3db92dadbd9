#include "app/command.h"

#include <unistd.h>

#include <cstdio>

namespace kenpo::app {

namespace {
constexpr int bar_width = 30;

std::string bar(const base::Progress& progress) {
  if (progress.total == 0) return {};
  const auto filled = static_cast<int>(progress.done * bar_width / progress.total);
  std::string text = " [";
  for (int at = 0; at < bar_width; ++at) text += at < filled ? '#' : '.';
  return text + "]";
}
}  // namespace

int refuse(const base::Faults& faults, const Common& common) {
  for (const auto& fault : faults) {
    std::fprintf(stderr, "%s\n", base::tell(fault, common.language).c_str());
  }
  return exit_refused;
}

void say(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (!text.empty() && text.back() != '\n') std::fputc('\n', stdout);
  std::fflush(stdout);
}

void say(const base::Words& words, const Common& common) {
  say(base::in(common.language, words).text());
}

ProgressBar::ProgressBar(const Common& common)
    : common_(common), terminal_(::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  if (shown_) std::fputc('\n', stderr);
}

base::TellProgress ProgressBar::teller() {
  return [this](const base::Progress& progress) { tell(progress); };
}

void ProgressBar::tell(const base::Progress& progress) {
  if (!terminal_) return;
  const auto& what = base::in(common_.language, progress.what).text();
  const auto counts = std::to_string(progress.done) +
                      (progress.total == 0 ? "" : " / " + std::to_string(progress.total));
  std::fprintf(stderr, "\r\033[K%s%s %s", what.c_str(), bar(progress).c_str(), counts.c_str());
  std::fflush(stderr);
  shown_ = true;
}

}  // namespace kenpo::app
