// Filters and sorts items as VS Code does: `word` against each filter text; the indexes that stay, in order.
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const filters = join(process.argv[2], "esm/vs/base/common/filters.js");
const { fuzzyScore, fuzzyScoreGracefulAggressive, FuzzyScore, FuzzyScoreOptions } = await import(pathToFileURL(filters));

let input = "";
for await (const part of process.stdin) input += part;
const answers = JSON.parse(input).map(({ word, items }) => {
  const score = items.length > 2000 ? fuzzyScore : fuzzyScoreGracefulAggressive;
  const scored = items.map((text, index) => ({
    index,
    score: word.trim()
      ? score(word, word.toLowerCase(), 0, text, text.toLowerCase(), 0, FuzzyScoreOptions.default)
      : FuzzyScore.Default,
  }));
  return scored
    .filter((each) => each.score)
    .sort((one, other) => other.score[0] - one.score[0] || one.index - other.index)
    .map((each) => each.index);
});
process.stdout.write(JSON.stringify(answers));
