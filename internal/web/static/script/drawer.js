// The evidence drawer: a click on the number behind a value opens, at the right, what the value stands on: the sentence
// in its context, who says so, what the words were read as. Escape or Close closes it and goes back to the number.
// Without this script the number leads to the statement's page, which says the same and more.
import { get, plain } from "./get.js";
import { enliven } from "./main.js";

const drawer = document.createElement("aside");
let opener = null;

/** @param {HTMLElement} main */
export function attach(main) {
  drawer.className = "drawer";
  drawer.setAttribute("role", "dialog");
  drawer.setAttribute("aria-label", "How do you know this?");
  drawer.hidden = true;
  document.body.append(drawer);
  for (const root of [main, drawer]) root.addEventListener("click", clicked);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !drawer.hidden) close();
  });
}

function clicked(event) {
  const link = event.target.closest("a.ref, .refs a");
  if (!link || !plain(event) || !link.pathname.startsWith("/statements/")) return;
  event.preventDefault();
  if (!drawer.contains(link)) opener = link;
  open(link);
}

async function open(link) {
  const wait = document.createElement("p");
  wait.textContent = "Looking it up …";
  fill(wait);
  try {
    const page = await get(`${link.pathname}/evidence`);
    fill(...[...page.querySelector(".evidence").children].map((child) => document.importNode(child, true)));
    enliven(drawer);
    drawer.querySelector("h1")?.focus();
  } catch {
    location.assign(link.href);
  }
}

function fill(...content) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Close";
  button.addEventListener("click", close);
  drawer.replaceChildren(button, ...content);
  drawer.hidden = false;
  document.body.classList.add("with-drawer");
}

function close() {
  drawer.hidden = true;
  drawer.replaceChildren();
  document.body.classList.remove("with-drawer");
  opener?.focus();
  opener = null;
}
