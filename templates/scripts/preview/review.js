// The review queue of a text, settled by click.
const seed = document.querySelector("main").dataset.seed;
const path = "/" + encodeURIComponent(seed);

async function settle(id, value) {
  try {
    const { lines } = await ask("/api/settle" + path, { [id]: value });
    await list();
    say(lines.join("\n"));
  } catch (error) { say(error.message); }
}

async function list() {
  const { items } = await ask("/api/review" + path);
  document.querySelector("#count").textContent = `${items.length} open`;
  document.querySelector("#items").replaceChildren(...items.map((one) => {
    const item = element("li", "", { "data-item": one.id });
    item.append(element("p", `${one.before}【${one.text}】${one.after}`, { lang: "zh-Hans" }), element("p", `${one.reason}; ${one.field}`));
    for (const value of [one.chosen, ...one.others].filter(Boolean)) {
      const button = element("button", value, { type: "button" });
      button.addEventListener("click", () => settle(one.id, value === one.chosen ? null : value));
      item.append(button);
    }
    return item;
  }));
}

const shown = document.querySelector("iframe");
reloadOnBuild(() => shown?.contentWindow.location.reload());
list().catch((error) => say(error.message));
