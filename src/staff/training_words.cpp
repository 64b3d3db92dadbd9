#include "staff/training_words.h"

namespace kenpo::staff {

base::Words result_words(const TrainingResult& result) {
  const bool late = result.punctual == TrainingResult::Punctual::late;
  base::Words words = late ? base::Words{"期限の後の回答として記録しました。",
                                         "Recorded as answered after the due date. "}
                           : base::Words{"回答を記録しました。", "The answers are recorded. "};
  base::Words follows;
  switch (result.outcome) {
    case TrainingOutcome::passed:
      follows = {"有効期限は " + base::Plain(*result.valid_until) + " です。",
                 "It counts until " + base::Plain(*result.valid_until) + "."};
      if (late) {
        follows.ja += "研修のために止まっていた権限は、いまから使えます。";
        follows.en += " The rights that had stopped for it are back.";
      }
      break;
    case TrainingOutcome::failed:
      follows = {"研修を受けたことにはなりません。もう一度受けてください。",
                 "It does not count as training. Take it again."};
      break;
    case TrainingOutcome::course_closed:
      follows = {"研修の期間の外なので、受けたことになりません。",
                 "The course is closed: it does not count."};
      break;
  }
  words.ja += follows.ja;
  words.en += follows.en;
  return words;
}

}  // namespace kenpo::staff
