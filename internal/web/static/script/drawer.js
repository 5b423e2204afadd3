// The drawer at the right shows what the value stands on whose number is clicked, what is told of a tie of the network, or
// the incidents of a mark of the map. Escape or Close closes it and goes back. Without it links lead to pages that say so.
import { button, get, make, plain } from "./page.js";
import { enliven } from "./main.js";

const drawer = make("aside", { className: "drawer", role: "dialog", ariaLabel: "How do you know this?", hidden: true });
let opener = null;

export function attach(main) {
	document.body.append(drawer);
	for (const root of [main, drawer]) root.addEventListener("click", clicked);
	document.addEventListener("keydown", (event) => {
		if (event.key === "Escape" && !drawer.hidden) close();
	});
}

function clicked(event) {
	const link = event.target.closest("a.ref, .refs a, a.tie");
	const to = link && plain(event) && link.getAttribute("href");
	const brief = to?.match(/^\/statements\/\w+/)?.[0];
	if (!brief && !to?.startsWith("/network/tie")) return;
	event.preventDefault();
	open(brief ? `${brief}/evidence` : to, link, to);
}

/** Shows what a page has for the drawer. from has the focus again afterwards; without the page the browser goes to instead. */
export async function open(address, from, instead = address) {
	if (!drawer.contains(from)) opener = from;
	fill(make("p", {}, "Looking it up …"));
	try {
		const page = await get(address);
		fill(...page.querySelector(".evidence").children);
		enliven(drawer);
		drawer.querySelector("h1").focus();
	} catch {
		location.assign(instead);
	}
}

function fill(...content) {
	drawer.replaceChildren(button("Close", close), ...content);
	drawer.hidden = false;
}

function close() {
	drawer.hidden = true;
	drawer.replaceChildren();
	opener?.focus();
}
