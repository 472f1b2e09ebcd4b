// Find: words by Chinese, pinyin with or without tones, or English; and any piece of the text.

const finder = byId("find");
const numbered = (row) =>
  row.syllables?.map((syllable) => plain(syllable) + (marks[syllable.normalize("NFD").match(TONE)?.[0]] + 1 || "")).join("");

// How well a row fits, 0 for not at all: whole before beginning before inside.
function fit(row, query) {
  const fits = (value, least = 0) => (!value ? 0 : value === query ? 3 : value.startsWith(query) ? 2 : least && value.includes(query) ? 1 : 0);
  if (/\p{Script=Han}/u.test(query)) return fits(row.written, 1);
  const english = ` ${[row.gloss, ...row.senses].join(" ; ").toLowerCase()} `;
  const meaning = english.includes(` ${query} `) ? 2.5 : english.includes(` ${query}`) ? 1 : 0;
  query = query.replace(/[ '’-]/g, "").replaceAll("v", "ü");
  if (TONE.test(query.normalize("NFD"))) return fits(row.pinyin.toLowerCase().replace(/[ '’-]/g, ""));
  query = plain(query);
  return Math.max(meaning, fits(row.plain), /\d/.test(query) ? fits(numbered(row)) : 0);
}

function find() {
  const query = finder.querySelector("input").value.trim().toLowerCase();
  const found = (query ? rows() : []).map((row) => [fit(row, query), row]).filter(([fits]) => fits).sort(([a], [b]) => b - a);
  const pieces = /\p{Script=Han}/u.test(query) ? blocks.filter((block) => chinese(block).includes(query)) : [];
  const lines = found.slice(0, 30).map(([, row]) => {
    const item = line(row.written, row.pinyin, row.gloss);
    item.append(make("small", {}, " ¶ ", linksTo(row.places)));
    return item;
  });
  finder.querySelector("ul").replaceChildren(...lines);
  finder.querySelector("p").replaceChildren(...(pieces.length ? ["In the text: ¶ ", ...linksTo(pieces.map((block) => block.querySelector(".s")), 20).flat(2)] : []));
  finder.querySelector("output").value = query ? `${found.length || "No"} ${found.length === 1 ? "word" : "words"}` : "";
}

finder.addEventListener("input", find);
finder.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("click", ({ target }) => target.closest("a") && target.closest("[popover]")?.hidePopover());

// Where one was: kept as one reads, offered at the next visit.
const placeName = `place.${root.dataset.document}`;
const before = byId(memory.read(placeName, ""));
if (labels.has(before) && !location.hash) {
  const link = make("a", { href: `#${before.id}`, id: "go-on" }, `Go on at ¶ ${labels.get(before)}`);
  byId("bar").append(link);
}
let scrolled;
addEventListener("scroll", () => {
  clearTimeout(scrolled);
  scrolled = setTimeout(() => scrollY > innerHeight && memory.write(placeName, firstBlock()?.id), 400);
});
