// The command line of kenpo: scripts depend on it, so names and exit statuses stay.
#include <CLI/CLI.hpp>

#include <cstdlib>
#include <iostream>

#include "app/command.h"
#include "app/version.h"

namespace {

using kenpo::app::Common;

/// Everything the command line can set; each command takes its part.
struct Line {
  Common common;
  bool json = false;
  kenpo::app::InitRequest init;
  kenpo::app::ServeRequest serve;
  kenpo::app::SocietyRequest society;
  kenpo::app::PublishRequest publish;
  kenpo::app::RestoreRequest restore;
  std::vector<std::string> files;
  std::string word;
  std::string other_word;
  std::string format = "text";
  long long last = 50;
  bool flag = false;
  bool other_flag = false;
  int status = kenpo::app::exit_done;
};

/// Adds a command; `run` is called when the line names it.
template <typename Run>
CLI::App* add(CLI::App& parent, const char* name, const char* words, Line& line, Run run) {
  auto* command = parent.add_subcommand(name, words);
  command->add_option("--data", line.common.data, "データフォルダ (data directory)")
      ->envname("KENPO_DATA");
  command->add_flag("--json", line.json, "JSON で出力 (for programs)");
  command->callback([&line, run] {
    line.common.output = line.json ? kenpo::app::Output::json : kenpo::app::Output::text;
    line.status = run();
  });
  return command;
}

void add_office(CLI::App& app, Line& line) {
  auto* init = add(app, "init", "データフォルダを作る (make a data directory)", line,
                   [&] { return kenpo::app::run_init(line.common, line.init); });
  init->add_option("DIR", line.init.directory, "作る場所 (where)")->required();
  init->add_option("--society", line.init.society_file,
                   "組合の設定 society.tsv。なければ見本の組合 (else the sample society)");

  auto* serve = add(app, "serve", "画面を開く (the desk and the public notice)", line,
                    [&] { return kenpo::app::run_serve(line.common, line.serve); });
  serve->add_option("--address", line.serve.address, "待ち受けるアドレス (address)");
  serve->add_option("--port", line.serve.port, "ポート (port)")->check(CLI::Range(0, 65535));
  serve->add_option("--idle-minutes", line.serve.idle_minutes,
                    "使わないとロックするまでの分 (minutes until an idle screen locks)")
      ->check(CLI::Range(1, 15));
  serve->add_option("--host", line.serve.hosts, "許す Host 名 (allowed Host)");

  auto* code = add(app, "sign-in-code", "見本の組合の確認コード (one-time code, sample only)", line,
                   [&] { return kenpo::app::run_sign_in_code(line.common, line.word); });
  code->add_option("USER", line.word, "利用者名 (user)")->required();

  auto* backup = add(app, "backup", "控えを取る (back up the facts)", line,
                     [&] { return kenpo::app::run_backup(line.common, line.word); });
  backup->add_option("FILE", line.word, "控えのファイル (file)")->required();
  auto* restore = add(app, "restore", "控えから戻す (restore the facts)", line,
                      [&] { return kenpo::app::run_restore(line.common, line.restore); });
  restore->add_option("FILE", line.restore.file, "控えのファイル (file)")->required();
  restore->add_option("--asked-by", line.restore.asked_by, "戻す人の利用者名 (user)")->required();
  restore->add_option("--approved-by", line.restore.approved_by, "承認する人の利用者名 (user)")
      ->required();
}

void add_month(CLI::App& app, Line& line) {
  auto* society = add(app, "make-society", "架空の組合のファイルを作る (synthetic files)", line,
                      [&] { return kenpo::app::run_make_society(line.common, line.society); });
  society->add_option("DIR", line.society.directory, "作る場所 (where)")->required();
  society->add_option("--members", line.society.members, "加入者数 (members)")
      ->check(CLI::Range(10, 1'000'000));
  society->add_option("--months", line.society.months, "月数 (months)")->check(CLI::Range(1, 24));
  society->add_option("--seed", line.society.seed, "乱数の種 (seed)");

  auto* intake = add(app, "intake", "ファイルを受け付ける (take in files)", line,
                     [&] { return kenpo::app::run_intake(line.common, line.files); });
  intake->add_option("FILE", line.files, "ファイル (files)")->required();

  auto* month = add(app, "month", "月次処理 (the month's work)", line,
                    [&] { return kenpo::app::run_month(line.common, line.word); });
  month->add_option("YYYY-MM", line.word, "月 (month)")->required();
}

void add_notice(CLI::App& app, Line& line) {
  auto* notice = app.add_subcommand("notice", "公表事項 (the published notice)");
  notice->require_subcommand(1);
  auto* show = add(*notice, "show", "表示する (show)", line,
                   [&] { return kenpo::app::run_notice_show(line.common, line.format); });
  show->add_option("--format", line.format, "text, html, pdf, jsonld")
      ->check(CLI::IsMember({"text", "html", "pdf", "jsonld"}));
  auto* check = add(*notice, "check", "法に照らして点検する (lint)", line,
                    [&] { return kenpo::app::run_notice_check(line.common, line.word); });
  check->add_option("FILE", line.word, "公表事項。なければ施行中のもの (else the one in force)");
  add(*notice, "coverage", "組ごとの業務 (operations of each pair)", line,
      [&] { return kenpo::app::run_notice_coverage(line.common); });
  auto* diff = add(*notice, "diff", "違いを示す (difference of two files or versions)", line, [&] {
    return kenpo::app::run_notice_diff(line.common, line.word, line.other_word);
  });
  diff->add_option("A", line.word, "版の番号かファイル (version or file)")->required();
  diff->add_option("B", line.other_word, "版の番号かファイル (version or file)")->required();
  auto* publish = add(*notice, "publish", "新しい版を施行する (put a version into force)", line,
                      [&] { return kenpo::app::run_notice_publish(line.common, line.publish); });
  publish->add_option("FILE", line.publish.file, "公表事項 (the text)")->required();
  publish->add_option("--proposed-by", line.publish.proposed_by, "提案する人の利用者名 (user)")
      ->required();
  publish->add_option("--approved-by", line.publish.approved_by, "承認する人の利用者名 (user)")
      ->required();
  publish->add_option("--reason", line.publish.reason, "変更の理由 (why)");
  publish->add_option("--place", line.publish.place, "公表した場所 (where it was published)")
      ->required();
  publish->add_option("--from", line.publish.in_force_from, "施行日 (day of force)");
  publish->add_option("--related", line.publish.relatedness, "category.purpose=理由 (17条2項)");
  publish->add_option("--new-data-only", line.publish.new_data_only,
                      "category.purpose=理由：今後取得する情報だけに使う行 (data from now on only)");
}

void add_audit(CLI::App& app, Line& line) {
  auto* audit = app.add_subcommand("audit", "監査記録 (the audit log)");
  audit->require_subcommand(1);
  auto* verify = add(*audit, "verify", "記録を検証する (verify)", line,
                     [&] { return kenpo::app::run_audit_verify(line.common, line.files); });
  verify->add_option("--older", line.files, "前の控えのファイル (older checkpoints)");
  auto* show = add(*audit, "show", "新しい記録を示す (the latest leaves)", line,
                   [&] { return kenpo::app::run_audit_show(line.common, line.last); });
  show->add_option("--last", line.last, "件数 (how many)")->check(CLI::Range(1LL, 65'536LL));
  add(*audit, "checkpoint", "署名した控えを出す (signed checkpoint)", line,
      [&] { return kenpo::app::run_audit_checkpoint(line.common); });
  add(*audit, "signs", "法や規程に反する兆候を見つける (watch for signs of a breach)", line,
      [&] { return kenpo::app::run_audit_signs(line.common); });
  auto* check = add(app, "self-check", "32の性質の自己点検 (the 32 properties, signed)", line, [&] {
    return line.word.empty() ? kenpo::app::run_self_check(line.common)
                             : kenpo::app::run_self_check_verify(line.common, line.word);
  });
  check->add_option("--verify", line.word, "報告のファイルを確かめる (verify a report)");
}

void add_law(CLI::App& app, Line& line) {
  auto* law = add(app, "law", "法の値と根拠 (the law book)", line, [&] {
    const auto rows = line.other_flag ? kenpo::app::LawRows::planned
                      : line.flag     ? kenpo::app::LawRows::unchecked
                                      : kenpo::app::LawRows::all;
    return kenpo::app::run_law(line.common, line.word, line.other_word, rows);
  });
  law->add_option("NAME", line.word, "名前。なければ全部 (name; else all)");
  law->add_option("--on", line.other_word, "日 (day)");
  law->add_flag("--unchecked", line.flag, "未確認の行だけ (unchecked rows)");
  law->add_flag("--planned", line.other_flag, "公表された施行前の行 (rows not in force yet)");
  auto* cases = add(app, "cases", "法の事例の表を試す (run tables of cases)", line,
                    [&] { return kenpo::app::run_cases(line.common, line.files, line.flag); });
  cases->add_option("FILE", line.files, "表 (tables)");
  cases->add_flag("--list", line.flag, "規則と欄の一覧 (rules with their columns)");
}

}  // namespace

int main(int count, char** arguments) {
  Line line;
  line.common.language = kenpo::base::terminal_language();
  CLI::App app("kenpo：健康保険組合の業務システム (system of a health insurance society)", "kenpo");
  app.set_version_flag("--version", std::string("kenpo ") + kenpo::app::version);
  app.require_subcommand(1);
  add_office(app, line);
  add_month(app, line);
  add_notice(app, line);
  add_audit(app, line);
  add_law(app, line);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kenpo::app::exit_done : kenpo::app::exit_usage;
  }
  return line.status;
}
