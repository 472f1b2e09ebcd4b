// Practice: the terms of an article and the words one is learning, one at a time, those least known first.

const practice = byId("practice");
// Right answers in a row, by word.
const results = memory.read("practice", {});
const known = ({ key }) => Number(results[key]) || 0;
const shuffled = (found) => found.map((one) => [Math.random(), one]).sort(([a], [b]) => a - b).map(([, one]) => one);

function ask() {
  const cloze = practice.way.value === "cloze";
  const answer = (row) => (cloze ? shown(row.written) : row.gloss);
  const given = rows.filter((row) => row.gloss);
  const pool = shuffled(given.filter((row) => (isOf(row, "term") || isOf(row, "learning")) && isIn(row, practice.article.value)));
  const [row] = pool.sort((a, b) => known(a) - known(b));
  const others = shuffled(given.filter((other) => other.kind === row?.kind && answer(other) !== answer(row)));
  const box = one(practice, "div");
  if (!others.length) return fill(box, "Nothing to ask.");
  const [place] = shuffled(row.places());
  const whole = chinese(place.closest(".s"));
  const question = cloze ? whole.replaceAll(chinese(place.closest("a.term") ?? place), "＿＿") : shown(row.written);
  const choices = shuffled([row, ...others.slice(0, 3)]).map((choice) => button(answer(choice), judge, { lang: cloze ? langOf(choice) : "en" }));
  const verdict = make("output");
  fill(box, make("p", { lang: langOf(cloze ? { home: place } : row) }, question), make("p.actions", choices), verdict);

  function judge({ target }) {
    const right = target.textContent === answer(row);
    results[row.key] = right ? known(row) + 1 : 0;
    memory.write("practice", results);
    for (const choice of choices) choice.disabled = true;
    const next = button("Next", ask);
    const count = ` ${pool.filter(known).length} of ${pool.length} right so far. `;
    const told = line("span", row, row.gloss, ", ¶ ", linksTo(row.places()), ".", count);
    verdict.append(right ? "Right: " : "No: ", told, next);
    next.focus();
  }
}

practice.onchange = ask;
on(practice, "beforetoggle", ({ newState }) => newState === "open" && ask());
