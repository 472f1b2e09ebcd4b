// Words: all words and terms of the page as a table, to sort and to filter.

const list = byId("words-list");
const filter = one(list, "form");
const isAbove = ({ kind, level }) => kind === "word" && (level || 9) > root.dataset.level;
const isOf = (row, what) => ["all", row.kind, stateOf(row), isAbove(row) && "above"].includes(what);
const sense = ({ gloss }) => gloss.replace(/^(to|a|an|the) /, "") || "\uffff";
const collator = lazy(() => new Intl.Collator("en", { ignorePunctuation: true }));
const compare = (a, b) => collator().compare(a, b);
// (2: the second stands before the first.)
const first = (a, b) => (a.places()[0].compareDocumentPosition(b.places()[0]) & 2) - 1;
const orders = {
  text: first,
  pinyin: (a, b) => compare(a.pinyin, b.pinyin),
  meaning: (a, b) => compare(sense(a), sense(b)),
  level: (a, b) => (a.level || 9) - (b.level || 9) || first(a, b),
  count: (a, b) => b.places().length - a.places().length || first(a, b),
};
let order = "text";
// Rows that are shown; the rest comes on request.
let most;

const isIn = (row, article) => row.places().some((place) => !article || place.closest(".article").id === article);

function tableRow(row) {
  const places = row.places();
  const word = shown(row.written);
  const cells = [row.gloss, band(row.level), places.length, linksTo(places)].map((cell) => make("td", cell));
  const head = make("th", { scope: "row", lang: langOf(row) }, row.id ? make("a", { href: `#${row.id}` }, word) : word);
  return make("tr", head, make("td", { lang: "zh-Latn" }, row.pinyin), cells);
}

function showRows(limit = 60) {
  most = limit;
  const kept = rows.filter((row) => isOf(row, filter.show.value) && isIn(row, filter.article.value)).sort(orders[order]);
  fill(one(list, "tbody"), kept.slice(0, most).map(tableRow));
  one(list, "caption").textContent = counted(kept.length);
  one(list, ".more").hidden = kept.length <= most;
  for (const { dataset, parentElement } of all(list, "[data-order]")) {
    parentElement.ariaSort = dataset.order !== order ? null : order === "count" ? "descending" : "ascending";
  }
}

on(filter, "change", () => showRows());
one(list, ".more").onclick = () => showRows(Infinity);
on(list, "click", ({ target }) => {
  order = target.dataset.order ?? order;
  if (target.dataset.order) showRows(most);
});
