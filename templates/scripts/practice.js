// Practice: the terms of an article and the words one is learning, one at a time, those least known first.

const practice = byId("practice");
const ways = {
  cloze: [gapped, (row) => row.written],
  meaning: [(row) => row.written, (row) => row.gloss],
};
// Right answers in a row, by word.
const results = memory.read("practice", {});
const known = ({ key }) => Number(results[key]) || 0;
const shuffled = (found) => found.map((one) => [Math.random(), one]).sort(([a], [b]) => a - b).map(([, one]) => one);

function gapped(row) {
  const [place] = shuffled(row.places);
  return chinese(place.closest(".s")).replaceAll(chinese(place.closest("a.term") ?? place.firstChild), "＿＿");
}

function ask() {
  const { way, article } = practice.elements;
  const [question, answer] = ways[way.value];
  const given = rows().filter((row) => row.gloss);
  const pool = shuffled(given.filter((row) => (shows.term(row) || shows.learning(row)) && isIn(row, article.value)));
  const [row] = pool.sort((a, b) => known(a) - known(b));
  const others = row ? shuffled(given.filter((other) => other.kind === row.kind && answer(other) !== answer(row))) : [];
  const box = practice.querySelector("div");
  if (!others.length) return box.replaceChildren("Nothing to ask.");
  const lang = way.value === "cloze" ? "zh-Hans" : "en";
  const choices = shuffled([row, ...others.slice(0, 3)]).map((choice) => button(answer(choice), judge, { lang }));
  const verdict = make("output");
  box.replaceChildren(make("p", { lang: "zh-Hans" }, question(row)), make("p", { className: "actions" }, choices), verdict);

  function judge({ target }) {
    const right = target.textContent === answer(row);
    results[row.key] = right ? known(row) + 1 : 0;
    memory.write("practice", results);
    for (const choice of choices) choice.disabled = true;
    const next = button("Next", ask);
    const count = ` ${pool.filter(known).length} of ${pool.length} right so far. `;
    verdict.append(make("span", {}, right ? "Right: " : "No: ", han(row.written), " ", latin(row.pinyin), ` ${row.gloss}, ¶ `, linksTo(row.places), ".", count), next);
    next.focus();
  }
}

on(practice, "change", ask);
on(practice, "beforetoggle", ({ newState }) => newState === "open" && ask());
