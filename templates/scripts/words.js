// Words: all words and terms of the page as rows, to find, to sort and to filter.

const together = (pinyin) => pinyin.replace(/[ '’-]/g, "");
const plain = (pinyin) => together(pinyin.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase());
let allRows;
function rows() {
  if (allRows) return allRows;
  const at = new Map(words.map((word, index) => [word, index]));
  const uses = new Map();
  for (const link of text.querySelectorAll(".s a.term")) uses.set(link.hash, [...(uses.get(link.hash) ?? []), link.querySelector(WORD)]);
  const found = [...entries].map(([key, entry]) => ({ ...entry, key, places: placesOf(key), kind: entry.name ? "name" : "word" }));
  for (const term of document.querySelectorAll(".entries > [id]")) {
    const [head, renderings] = [term.querySelector("dfn"), term.querySelector(".renderings")];
    const pinyin = head.nextElementSibling.textContent;
    const gloss = renderings.firstChild?.data.trim() ?? "";
    const places = uses.get(`#${term.id}`) ?? [];
    const written = head.textContent;
    found.push({ key: `${written} ${pinyin}`, written, pinyin, gloss, senses: [], level: 0, places, kind: "term", id: term.id });
  }
  allRows = found.filter((row) => row.places.length).map((row) => ({ ...row, first: at.get(row.places[0]) ?? 0, plain: plain(row.pinyin) }));
  return allRows;
}

const list = byId("words-list");
const filter = list.querySelector("form");
const shows = {
  all: () => true,
  above: (row) => row.kind === "word" && (!row.level || row.level > Number(root.dataset.level)),
  term: (row) => row.kind === "term",
  name: (row) => row.kind === "name",
};
const sense = ({ gloss }) => gloss.replace(/^(to|a|an|the) /, "") || "~";
const compare = new Intl.Collator("en").compare;
const orders = {
  text: (a, b) => a.first - b.first,
  pinyin: (a, b) => compare(a.plain, b.plain) || compare(a.pinyin, b.pinyin),
  meaning: (a, b) => compare(sense(a), sense(b)),
  level: (a, b) => (a.level || 9) - (b.level || 9) || a.first - b.first,
  count: (a, b) => b.places.length - a.places.length || a.first - b.first,
};
let order = "text";
// Rows at once; the rest comes on request.
let most = 60;

const isIn = (row, article) => !article || row.places.some((place) => place.closest(".article").id === article);

function wanted() {
  const { show, article } = filter.elements;
  return rows().filter((row) => shows[show.value](row) && isIn(row, article.value)).sort(orders[order]);
}

function rowOf(row) {
  const head = row.id ? make("a", { href: `#${row.id}` }, row.written) : row.written;
  const cells = [row.gloss, band(row.level), row.places.length, linksTo(row.places)].map((content) => make("td", {}, content));
  return make("tr", {}, make("th", { scope: "row", lang: "zh-Hans" }, head), make("td", { lang: "zh-Latn" }, row.pinyin), cells);
}

function showRows() {
  const found = wanted();
  list.querySelector("tbody").replaceChildren(...found.slice(0, most).map(rowOf));
  list.querySelector("caption").textContent = counted(found.length);
  list.querySelector(".more").hidden = found.length <= most;
  for (const button of list.querySelectorAll("[data-order]")) {
    button.closest("th").ariaSort = button.dataset.order !== order ? null : order === "count" ? "descending" : "ascending";
  }
}

function again(count) {
  most = count;
  showRows();
}

list.hidden = false;
on(filter, "change", () => again(60));
on(list.querySelector(".more"), "click", () => again(Infinity));
on(list, "click", ({ target }) => {
  order = target.dataset.order ?? order;
  if (target.dataset.order) showRows();
});
