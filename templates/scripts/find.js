// Find: words by Chinese, pinyin with or without tones, or English; and any piece of the text.

const finder = byId("find");
const HAN = /\p{Script=Han}/u;

// How well a row fits, 0 for not at all: whole before beginning before inside.
function fit(row, query) {
  const fits = (value, asked) => (value === asked ? 3 : asked && value.startsWith(asked) ? 2 : 0);
  if (HAN.test(query)) return fits(simplified(row.written), query) || Number(simplified(row.written).includes(query));
  const english = ` ${[row.gloss, ...row.senses].join(" ; ").toLowerCase()} `;
  const meaning = english.includes(` ${query} `) ? 2.5 : english.includes(` ${query}`) ? 1 : 0;
  const pinyin = query.replace(/v|u:/g, "ü");
  return Math.max(meaning, tonesOf(row.pinyin).startsWith(tonesOf(pinyin)) ? fits(plain(row.pinyin), plain(pinyin)) : 0);
}

// The text by blocks.
const pieces = lazy(() => blocks.map((block) => [simplified(chinese(block)), block]));

function find() {
  const query = simplified(one(finder, "input").value.trim().toLowerCase());
  const found = (query ? rows : []).map((row) => [fit(row, query), row]).filter(([fits]) => fits).sort(([a], [b]) => b - a);
  const places = (HAN.test(query) ? pieces() : []).filter(([piece]) => piece.includes(query)).map(([, block]) => block);
  const lines = found.slice(0, 30).map(([, row]) => line("li", row, row.gloss, make("small", " ¶ ", linksTo(row.places()))));
  fill(one(finder, "ul"), lines);
  fill(one(finder, "p"), places.length && ["In the text: ¶ ", linksTo(places, 20)]);
  one(finder, "output").value = query ? counted(found.length) : "";
}

one(finder, "input").autofocus = true;
finder.oninput = find;
on(document, "click", ({ target }) => target.closest("a") && target.closest("[popover]")?.hidePopover());

// Where one was: kept as one reads, offered at the next visit.
const placeName = `place.${root.dataset.document}`;
const before = byId(memory.read(placeName));
if (blocks.includes(before) && !location.hash) {
  byId("bar").append(make("a", { href: `#${before.id}`, id: "go-on" }, `Go on at ¶ ${labelOf(before)}`));
}
let scrolled;
on(window, "scroll", () => {
  clearTimeout(scrolled);
  scrolled = setTimeout(() => scrollY > innerHeight && memory.write(placeName, firstBlock()?.id), 400);
});
