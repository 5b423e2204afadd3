// The review desk: one key each, rulings sent without leaving the page, the next item put in place of the last.
// Every key presses a form or follows a link that is on the page and works without any of this. A ruling that is not kept
// is shown again as the page has it that says why, with the form to send it anew.
import { button, get, make, plain } from "./page.js";
import { attachSuggestions } from "./suggest.js";

const off = "dateline-keys-off";

export function attach(desk) {
	let busy = false, waiting = null; // the form that waits for a name
	const one = (selector) => desk.querySelector(selector);

	desk.addEventListener("submit", (event) => {
		if (event.target.method !== "post") return;
		event.preventDefault();
		rule(event.target);
	});
	desk.addEventListener("click", (event) => {
		const link = event.target.closest("a.step[data-key], .desk-queue li a");
		if (link && plain(event)) {
			event.preventDefault();
			go(link.href);
		}
		if (event.target.closest(".help")) help();
		if (event.target.closest(".close")) one("dialog").close();
	});
	desk.addEventListener("change", ({ target }) => {
		if (target.matches(".keys-on")) localStorage.setItem(off, target.checked ? "" : "yes");
	});
	document.addEventListener("keydown", (event) => {
		const { key, target } = event;
		if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
		if (key === "Escape" && desk.contains(target) && target.matches("input")) return one("#question")?.focus();
		if (key === "Enter" && target.closest(".signed")) return waiting?.requestSubmit();
		if (target.matches("input, textarea, select, [contenteditable]") || one("dialog[open]")) return;
		if (event.repeat || (localStorage.getItem(off) && key !== "h")) return;
		const pressed = one(`[data-key="${CSS.escape(key)}"]`);
		if (!pressed) return;
		event.preventDefault();
		if (!busy) press(pressed);
	});
	window.addEventListener("popstate", () => go(location.href, false));
	attachSuggestions(desk);
	ready();

	function press(target) {
		if (target.matches("button")) return help();
		if (target.matches("a")) return go(target.href);
		const empty = [...target.querySelectorAll("input[required]")].find((field) => !field.value && field.type !== "hidden");
		if (empty) empty.focus();
		else target.requestSubmit();
	}

	/** Sends a form, signed, and goes on to where it leads if it is kept. */
	async function rule(form) {
		const name = one(".signed input"), fields = new URLSearchParams(new FormData(form)), box = one(".said-back");
		if (busy) return;
		if (name && !name.value) {
			waiting = form;
			return name.focus();
		}
		if (name) fields.set("author", name.value);
		wait(true);
		try {
			const done = form.querySelector("button").firstChild.textContent.trim();
			show(await get(form.action, fields));
			one(".said-back").replaceChildren(make("p", { className: "fine" }, `${done}: kept.`));
		} catch ({ message, page }) {
			const why = page?.querySelector(".refused")?.childNodes ?? [make("p", {}, `${message} Nothing is lost.`), button("Send it again", () => rule(form))];
			box.replaceChildren(...why);
			box.querySelector("input:not([type=hidden]), button")?.focus();
		}
		wait(false);
	}

	/** Goes to another address of the desk; the browser goes there itself if that fails. */
	async function go(address, push = true) {
		if (busy) return;
		wait(true);
		await get(address).then((page) => show(page, push)).catch(() => location.assign(address));
		wait(false);
	}

	/** Puts the desk of a page in place of this one. */
	function show(page, push = true) {
		const fresh = page.querySelector(".desk");
		if (!fresh) return location.assign(page.URL);
		desk.replaceChildren(...fresh.childNodes);
		document.title = page.title;
		if (push) history.pushState(null, "", page.URL);
		ready();
		one("#question")?.focus({ preventScroll: true });
	}

	function wait(on) {
		busy = on;
		desk.dataset.busy = on ? "yes" : "";
	}

	function help() {
		one("dialog").showModal();
	}

	function ready() {
		for (const hidden of [one(".help"), one(".signed")]) if (hidden) hidden.hidden = false;
		one(".keys-on").checked = !localStorage.getItem(off);
		one(".desk-queue [aria-current]")?.scrollIntoView({ block: "nearest" });
	}
}
