#include "eligibility/abroad.h"

namespace kenpo::eligibility {

base::Words abroad_words(Abroad abroad, int reason) {
  if (abroad == Abroad::ended) {
    switch (reason) {
      case abroad_end_moved_in:
        return {"1 国内に転入した", "1 moved to Japan"};
      case abroad_end_other:
        return {"2 その他", "2 another reason"};
      default:
        return {};
    }
  }
  switch (reason) {
    case 1:
      return {"1 外国において留学をする学生", "1 a student abroad"};
    case 2:
      return {"2 海外に赴任する被保険者に同行する人", "2 with an insured person posted abroad"};
    case 3:
      return {"3 観光・保養・ボランティアなど、就労以外の目的で一時的に渡航する人",
              "3 abroad for a time, not for work"};
    case 4:
      return {"4 海外赴任の間に身分関係が生じ、2と同等と認められる人",
              "4 related during the posting, equal to 2"};
    case 5:
      return {"5 その他、日本国内に生活の基礎があると認められる人",
              "5 others with the base of their life in Japan"};
    default:
      return {};
  }
}

}  // namespace kenpo::eligibility
