#include "safeguard/export_made_page.h"

#include "desk/section_page.h"


namespace kenpo::safeguard {

base::Result<desk::Response> export_made_page(const desk::Visit& visit, const MadeExport& made,
                                              const std::vector<desk::Item>& facts,
                                              desk::PageHead head) {
  std::vector<desk::Item> told = {{"パスワード", made.passphrase}};
  told.insert(told.end(), facts.begin(), facts.end());
  desk::SectionPage page(visit);
  page.notification(desk::NotificationKind::success, "作って決裁に出しました。",
                    "二人目が決裁すると、提供台帳から受け取れます。")
      .section(
          "パスワード",
          "この画面に一度だけ出ます。プログラムは残しません。書き写して、ファイルとは別の方法で"
          "相手に知らせてください。失ったときは作り直します。")
      .facts(told)
      .link("提供台帳で見る", "/exports/" + std::string(made.id.text()));
  return page.finish(std::move(head));
}

}  // namespace kenpo::safeguard
