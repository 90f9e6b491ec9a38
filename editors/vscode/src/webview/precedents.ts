/** The page of the Precedents view. */

import type { Card, FromView, Labels, ToView, Version, Which } from "./messages";

declare function acquireVsCodeApi(): { postMessage(message: FromView): void };

const editor = acquireVsCodeApi();
const main = document.getElementById("precedents") as HTMLElement;
const legend = document.getElementById("legend") as HTMLElement;
let labels: Labels = { insert: "", open: "", twin: "", lineage: "", added: "", removed: "" };

window.addEventListener("message", ({ data }: MessageEvent<ToView>) => {
  switch (data.kind) {
    case "labels":
      labels = data.labels;
      break;
    case "legend":
      legend.replaceChildren(...legendOf(data));
      break;
    case "precedents":
      main.replaceChildren(element("p", "sentence", data.sentence), ...data.cards.map(cardOf));
      break;
    case "nothing":
      main.replaceChildren(element("p", "nothing", data.text));
  }
});

/** Up and Down go from card to card, as in a list; Tab reaches the buttons. */
main.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const cards = [...main.querySelectorAll<HTMLElement>("article")];
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  if (step !== undefined && cards.length > 0) {
    event.preventDefault();
    cards[Math.min(Math.max(at + step, 0), cards.length - 1)]?.focus();
  }
});

editor.postMessage({ kind: "ready" });

function cardOf(card: Card, index: number): HTMLElement {
  const article = element("article", card.weak ? "weak" : "");
  article.tabIndex = 0;
  article.setAttribute("aria-label", [card.source, card.likeness, card.trust].filter(Boolean).join(", "));
  article.append(headerOf(card, card.likeness), textOf(card), buttonsOf(index, "self", card.source));
  if (card.twin) {
    article.append(element("h3", "", labels.twin), partOf(card.twin, index, "twin"));
  }
  if (card.lineage.length > 0) {
    article.append(element("h3", "", labels.lineage), ...card.lineage.map((step, of) => partOf(step, index, of)));
  }
  return article;
}

function partOf(version: Version, card: number, of: Which): HTMLElement {
  const part = element("section", "");
  part.append(headerOf(version, ""), textOf(version), buttonsOf(card, of, version.source));
  return part;
}

function headerOf(version: Version, likeness: string): HTMLElement {
  const header = element("header", "");
  header.append(element("h2", "", version.source));
  for (const note of [likeness, version.trust].filter(Boolean)) {
    header.append(element("span", "note", note));
  }
  return header;
}

function textOf(version: Version): HTMLElement {
  const text = element("p", "text");
  text.lang = version.language;
  for (const { kind, text: run } of version.changes) {
    if (kind === "same") {
      text.append(run);
    } else {
      // Read without what is struck out, the text is the precedent's.
      const mark = element(kind === "added" ? "del" : "ins", "", run);
      mark.title = labels[kind];
      text.append(mark);
    }
  }
  return text;
}

function buttonsOf(card: number, of: Which, source: string): HTMLElement {
  const buttons = element("div", "buttons");
  for (const kind of ["insert", "open"] as const) {
    const button = element("button", "", labels[kind]);
    button.setAttribute("aria-label", `${labels[kind]}: ${source}`);
    button.addEventListener("click", () => editor.postMessage({ kind, card, of }));
    buttons.append(button);
  }
  return buttons;
}

function legendOf({ title, tints }: Extract<ToView, { kind: "legend" }>): HTMLElement[] {
  if (tints.length === 0) {
    return [];
  }
  const list = element("ul", "");
  list.append(...tints.map(({ year, color }) => element("li", `year${color}`, String(year))));
  return [element("p", "", title), list];
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
