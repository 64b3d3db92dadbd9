#include "notice/grant.h"

namespace kenpo::notice {

base::Fault withdrawn_fault() {
  return {.what = {"この利用目的は、いま取り下げられています。",
                   "This purpose of use has been withdrawn."},
          .why = {"公表事項の行が施行中でなくなりました(個人情報保護法18条1項)。",
                  "The row of the notice is no longer in force (APPI art. 18(1))."},
          .mend = {"処理は止まりました。ここまでの結果は残っていません。",
                   "The work has stopped; nothing of it was kept."},
          .place = {}};
}

base::Fault out_of_scope_fault() {
  return {.what = {"担当する事業所の外の人です。", "The person is outside your establishments."},
          .why = {"取扱者名簿で、扱う範囲が限られています(公表事項2 組織的安全管理措置)。",
                  "The list of handlers limits your scope (notice, section 2)."},
          .mend = {"必要なときは、個人情報取扱責任者に申し出てください。",
                   "If you need it, ask the responsible person."},
          .place = {}};
}

}  // namespace kenpo::notice
