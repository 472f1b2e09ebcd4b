// My words: known or learning, in this browser only. A known word has no pinyin, wherever it stands.

const states = ["learning", "known"];
const mine = new Map(Object.entries(memory.read("words", {})));
const stateOf = ({ key }) => mine.get(key)?.state;
const panel = byId("mine");

// A term and a word of the same name are marked together.
function markStates(which) {
  for (const row of rows.filter(which)) {
    for (const place of row.places()) {
      const target = row.id ? place.closest("a.term") : place;
      for (const state of states) target.classList.toggle(state, stateOf(row) === state);
    }
  }
}

function keep() {
  memory.write("words", Object.fromEntries(mine));
  tell();
}

function tell() {
  const count = (state) => `${[...mine.values()].filter((word) => word.state === state).length} ${state}`;
  one(panel, "p").textContent = states.map(count).join(", ");
  showRows(most);
}

// The buttons of a card.
function actions(word) {
  const row = rowOf(word);
  const buttons = states.map((state) => button(state, () => toggle(state)));
  const press = () => buttons.forEach((one) => (one.ariaPressed = stateOf(row) === one.textContent));
  function toggle(state) {
    if (stateOf(row) === state) mine.delete(row.key);
    else mine.set(row.key, { state, gloss: row.gloss });
    markStates(({ key }) => key === row.key);
    keep();
    press();
  }
  press();
  const sentence = word.closest(".s");
  return make("p.actions", buttons, canHear(sentence) && button("hear the sentence", () => hear(sentence)));
}

// Out and in. A table has a line for each word; the first field of a line for Anki is the word's own for ever.
const fields = ["word", "pinyin", "meaning", "state", "sentence"];
function table() {
  const known = new Map(rows.map((row) => [row.key, row]));
  return [...mine].map(([key, { state, gloss: meaning }]) => {
    const [word, ...pinyin] = key.split(" ");
    const sentence = known.get(key)?.places()[0]?.closest(".s");
    return { word, pinyin: pinyin.join(" "), meaning, state, sentence: sentence ? chinese(sentence) : "" };
  });
}

const quoted = (value) => (/["\t\r\n,]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const lines = (between, end) => [fields, ...table().map(Object.values)].map((line) => line.map(quoted).join(between) + end).join("");
const formats = {
  tsv: () => `#separator:tab\n#html:false\n#columns:${lines("\t", "\n")}`,
  csv: () => `\ufeff${lines(",", "\r\n")}`,
  json: () => JSON.stringify(table(), null, 1),
};

function save(format) {
  const href = URL.createObjectURL(new Blob([formats[format]()], { type: "text/plain" }));
  make("a", { href, download: `my-words.${format}` }).click();
}

// The first line of a table, and what begins with #, has no state, and so is no word.
function parse(content) {
  if (/^\s*\[/.test(content)) return JSON.parse(content).map((word) => fields.map((field) => word?.[field]));
  const between = content.startsWith("#") ? "\t" : ",";
  const cells = new RegExp(`(?:"((?:[^"]|"")*)"|([^${between}\r\n]*))(${between}|\r?\n|$)`, "g");
  const lines = [[]];
  for (const [, inside, bare, end] of content.replace(/^\ufeff/, "").matchAll(cells)) {
    lines.at(-1).push(inside?.replaceAll('""', '"') ?? bare);
    if (end !== between) lines.push([]);
  }
  return lines;
}

async function load(file) {
  let taken = 0;
  try {
    for (const [word, pinyin, gloss, state] of parse(await file.text())) {
      // (Only text can be trimmed.)
      if (!word?.trim?.() || !pinyin?.trim || !states.includes(state)) continue;
      mine.set(`${word} ${pinyin}`, { state, gloss: String(gloss ?? "") });
      taken += 1;
    }
  } catch {
    // Not one of the three formats: nothing is taken.
  }
  markStates(stateOf);
  keep();
  one(panel, "output").value = `${counted(taken)} taken.`;
}

on(panel, "click", ({ target }) => formats[target.value] && save(target.value));
on(one(panel, "input"), "change", ({ target }) => target.files[0] && load(target.files[0]));
markStates(stateOf);
