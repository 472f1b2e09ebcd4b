// Find: words by Chinese, pinyin with or without tones, or English; and any piece of the text.

const finder = byId("find");
const HAN = /\p{Script=Han}/u;

// How well a row fits, 0 for not at all: whole before beginning before inside.
function fit(row, query) {
  const fits = (value, asked) => (value === asked ? 3 : asked && value.startsWith(asked) ? 2 : 0);
  if (HAN.test(query)) return fits(row.written, query) || Number(row.written.includes(query));
  const english = ` ${[row.gloss, ...row.senses].join(" ; ").toLowerCase()} `;
  const meaning = english.includes(` ${query} `) ? 2.5 : english.includes(` ${query}`) ? 1 : 0;
  query = together(query.replaceAll("v", "ü"));
  if (TONE.test(query.normalize("NFD"))) return fits(together(row.pinyin.toLowerCase()), query);
  return Math.max(meaning, fits(row.plain, plain(query)));
}

function find() {
  const query = finder.querySelector("input").value.trim().toLowerCase();
  const found = (query ? rows() : []).map((row) => [fit(row, query), row]).filter(([fits]) => fits).sort(([a], [b]) => b - a);
  const pieces = HAN.test(query) ? blocks.filter((block) => chinese(block).includes(query)) : [];
  const lines = found.slice(0, 30).map(([, row]) => {
    const item = line(row.written, row.pinyin, row.gloss);
    item.append(make("small", {}, " ¶ ", linksTo(row.places)));
    return item;
  });
  finder.querySelector("ul").replaceChildren(...lines);
  finder.querySelector("p").replaceChildren(make("span", {}, pieces.length ? ["In the text: ¶ ", linksTo(pieces, 20)] : ""));
  finder.querySelector("output").value = query ? counted(found.length) : "";
}

finder.querySelector("input").autofocus = true;
on(finder, "input", find);
on(document, "click", ({ target }) => target.closest("a") && target.closest("[popover]")?.hidePopover());

// Where one was: kept as one reads, offered at the next visit.
const placeName = `place.${root.dataset.document}`;
const before = byId(memory.read(placeName, ""));
if (blocks.includes(before) && !location.hash) {
  byId("bar").append(make("a", { href: `#${before.id}`, id: "go-on" }, `Go on at ¶ ${labelOf(before)}`));
}
let scrolled;
on(window, "scroll", () => {
  clearTimeout(scrolled);
  scrolled = setTimeout(() => scrollY > innerHeight && memory.write(placeName, firstBlock()?.id), 400);
});
