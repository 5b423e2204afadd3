// A switch whose links lead to the same page in another state: the part of the page that the switch is for
// (data-swap: its id) is put in place without a reload. The address changes as with the link, and Back goes back.
import { get, plain } from "./get.js";
import { enliven } from "./main.js";

let shown = location.search;
addEventListener("popstate", () => {
  if (location.search !== shown) location.reload();
});

/** @param {HTMLElement} nav */
export function attach(nav) {
  nav.addEventListener("click", async (event) => {
    const link = event.target.closest("a");
    if (!link || !plain(event)) return;
    event.preventDefault();
    nav.setAttribute("aria-busy", "true");
    try {
      swap(nav.dataset.swap, await get(link.href));
      history.pushState(null, "", link.href);
      shown = location.search;
    } catch {
      location.assign(link.href);
    }
  });
}

function swap(id, page) {
  const now = document.importNode(page.getElementById(id), true);
  document.getElementById(id).replaceWith(now);
  enliven(now);
  now.querySelector("[data-swap] [aria-current]")?.focus();
}
