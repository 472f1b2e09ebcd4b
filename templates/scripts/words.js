// Words: all words and terms of the page as rows, to find, to sort and to filter.

const plain = (pinyin) => pinyin.normalize("NFD").replace(/[\u0300-\u036f'’ -]/g, "").toLowerCase();
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
    found.push({ key: `${head.textContent} ${pinyin}`, written: head.textContent, pinyin, gloss, senses: [], level: 0, places, kind: "term", id: term.id });
  }
  allRows = found.filter((row) => row.places.length).map((row) => ({ ...row, first: at.get(row.places[0]) ?? 0, plain: plain(row.pinyin) }));
  return allRows;
}

const list = byId("words-list");
const filter = list?.querySelector("form");
const shows = {
  all: () => true,
  above: (row) => row.kind === "word" && (!row.level || row.level > Number(root.dataset.level)),
  term: (row) => row.kind === "term",
  name: (row) => row.kind === "name",
};
const compare = new Intl.Collator("en").compare;
const orders = {
  text: (a, b) => a.first - b.first,
  pinyin: (a, b) => compare(a.plain, b.plain) || compare(a.pinyin, b.pinyin),
  meaning: (a, b) => compare(a.gloss.replace(/^(to|a|an|the) /, "") || "~", b.gloss.replace(/^(to|a|an|the) /, "") || "~"),
  level: (a, b) => (a.level || 9) - (b.level || 9) || a.first - b.first,
  count: (a, b) => b.places.length - a.places.length || a.first - b.first,
};
let order = "text";
let most = 60; // rows at once; the rest comes on request

function wanted() {
  const { show, article } = filter.elements;
  const inside = (row) => !article.value || row.places.some((place) => place.closest(".article").id === article.value);
  return rows().filter((row) => shows[show.value](row) && inside(row)).sort(orders[order]);
}

function rowOf(row) {
  const head = row.id ? make("a", { href: `#${row.id}` }, row.written) : row.written;
  const cell = (...content) => make("td", {}, ...content);
  const band_ = row.level ? band(row.level) : "";
  const made = make("tr", {}, make("th", { scope: "row", lang: "zh-Hans" }, head), make("td", { lang: "zh-Latn" }, row.pinyin));
  made.append(cell(row.gloss), cell(band_), cell(row.places.length), cell(linksTo(row.places)));
  return made;
}

function showRows() {
  const found = wanted();
  list.querySelector("tbody").replaceChildren(...found.slice(0, most).map(rowOf));
  list.querySelector("caption").textContent = `${found.length} ${found.length === 1 ? "word" : "words"}`;
  list.querySelector(".more").hidden = found.length <= most;
  for (const button of list.querySelectorAll("[data-order]")) {
    button.closest("th").ariaSort = button.dataset.order !== order ? null : order === "count" ? "descending" : "ascending";
  }
}

if (list) {
  const again = (count) => {
    most = count;
    showRows();
  };
  list.hidden = false;
  filter.addEventListener("change", () => again(60));
  filter.addEventListener("submit", (event) => event.preventDefault());
  list.querySelector(".more").addEventListener("click", () => again(Infinity));
  list.addEventListener("click", ({ target }) => {
    if (!target.dataset.order) return;
    order = target.dataset.order;
    showRows();
  });
  // Made when the reader comes near: the text is there sooner.
  new IntersectionObserver(([seen], observer) => {
    if (!seen.isIntersecting) return;
    observer.disconnect();
    showRows();
  }, { rootMargin: "800px" }).observe(list);
}
