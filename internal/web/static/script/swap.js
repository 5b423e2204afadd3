// A switch whose links lead to the same page in another state: the part of the page that the switch is for
// (data-swap: its id) is put in place without a reload. The address changes as with the link, and Back goes back.
import { get, plain, put } from "./page.js";
import { enliven } from "./main.js";

let shown = location.search;
addEventListener("popstate", () => {
	if (location.search !== shown) location.reload();
});

export function attach(nav) {
	nav.addEventListener("click", async (event) => {
		const link = event.target.closest("a");
		if (!link || !plain(event)) return;
		event.preventDefault();
		nav.setAttribute("aria-busy", "true");
		try {
			const fresh = put(`#${nav.dataset.swap}`, await get(link.href));
			history.pushState(null, "", link.href);
			shown = location.search;
			enliven(fresh);
			fresh.querySelector("[data-swap] [aria-current]")?.focus();
		} catch {
			location.assign(link.href);
		}
	});
}
