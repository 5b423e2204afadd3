// The evidence drawer: a click on the number behind a value opens, at the right, what the value stands on: the sentence
// in its context, who says so, what the words were read as. Escape or Close closes it and goes back to the number.
// Without this script the number leads to the statement's page, which says the same and more.
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
	const link = event.target.closest("a.ref, .refs a");
	if (!link || !plain(event) || !link.pathname.startsWith("/statements/")) return;
	event.preventDefault();
	if (!drawer.contains(link)) opener = link;
	open(link);
}

async function open(link) {
	fill(make("p", {}, "Looking it up …"));
	try {
		const page = await get(`${link.pathname}/evidence`);
		fill(...page.querySelector(".evidence").children);
		enliven(drawer);
		drawer.querySelector("h1")?.focus();
	} catch {
		location.assign(link.href);
	}
}

function fill(...content) {
	drawer.replaceChildren(button("Close", close), ...content);
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
