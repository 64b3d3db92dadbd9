#include "store/sqlite_fault.h"

#include <sqlite3.h>

#include "store/fault.h"

namespace kenpo::store {

using base::Fault;
using base::Plain;

Fault engine_fault(int code) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return busy_fault();
    case SQLITE_FULL:
      return disk_full_fault();
    case SQLITE_IOERR:
      return code == SQLITE_IOERR_DATA || code == SQLITE_IOERR_SHORT_READ ||
                     code == SQLITE_IOERR_READ || code == SQLITE_IOERR_CORRUPTFS
                 ? damaged_fault()
                 : disk_full_fault();
    case SQLITE_CORRUPT:
      return damaged_fault();
    case SQLITE_NOTADB:
      return wrong_key_fault();
    case SQLITE_CONSTRAINT:
      return duplicate_fault();
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return cannot_open_fault();
    default:
      return {.what = {"データベースの処理に失敗しました(" + Plain(code) + ")。",
                       "The database failed (" + Plain(code) + ")."},
              .why = {},
              .mend = {"もう一度お試しください。続くときは管理者にお知らせください。",
                       "Try again; if it goes on, tell the administrator."},
              .place = {}};
  }
}

}  // namespace kenpo::store
