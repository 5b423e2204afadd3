// The review desk: one key each, rulings sent without leaving the page, the next item put in place of the last.
// Every key presses a form or follows a link that is on the page and works without any of this. A ruling that is not kept
// leaves its form as it was, with what went wrong beside it. Suggestions for corrections are in suggest.js.
import { button, get, make, plain } from "./page.js";
import { attachSuggestions } from "./suggest.js";

const off = "dateline-keys-off";

export function attach(desk) {
	let busy = false;

	desk.addEventListener("submit", (event) => {
		const form = event.target;
		if (form.method !== "post") return;
		event.preventDefault();
		rule(form);
	});
	desk.addEventListener("click", (event) => {
		const link = event.target.closest("a.step[data-key], .desk-queue li a");
		if (link && plain(event)) {
			event.preventDefault();
			go(link.href);
		}
		if (event.target.closest(".help")) help();
		if (event.target.closest(".close")) desk.querySelector("dialog.desk-keys").close();
	});
	desk.addEventListener("change", (event) => {
		if (event.target.matches(".keys-on")) remember(!event.target.checked);
	});
	document.addEventListener("keydown", (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
		if (event.key === "Escape" && desk.contains(event.target) && event.target.matches("input")) {
			event.target.blur();
			heading()?.focus();
			return;
		}
		if (event.target.matches("input, textarea, select, [contenteditable]") || desk.querySelector("dialog[open]")) return;
		if (event.repeat || keysOff() && event.key !== "h") return;
		const target = desk.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
		if (!target) return;
		event.preventDefault();
		if (busy) return;
		press(target);
	});
	window.addEventListener("popstate", () => load(location.href, false));
	attachSuggestions(desk);
	ready();

	function press(target) {
		if (target.matches("button")) return help();
		if (target.matches("a")) return go(target.href);
		const empty = [...target.querySelectorAll("input[required]")].find((field) => !field.value && field.type !== "hidden");
		if (empty) empty.focus();
		else target.requestSubmit();
	}

	// rule sends a form, and goes on to where it leads if it is kept.
	async function rule(form) {
		if (busy) return;
		wait(true);
		const fields = new URLSearchParams(new FormData(form));
		try {
			const answer = await fetch(form.action, { method: "POST", body: fields, headers: { Accept: "application/json" } });
			const told = await answer.json();
			if (answer.ok) {
				const done = form.querySelector("button").firstChild.textContent.trim();
				await load(fields.get("next"), true);
				say([`${done}: kept.`], true);
			} else {
				refused(form, told.error ?? { words: `It was not kept (${answer.status}).` });
			}
		} catch (fault) {
			say(["It could not be sent: the program does not answer. Nothing is lost; send it again."], false, () => rule(form));
		} finally {
			wait(false);
		}
	}

	// refused says why a ruling is not kept: of a conflict both versions, of a value that means nothing what is near.
	function refused(form, error) {
		const lines = [error.words];
		for (const other of error.since ?? []) lines.push(`Theirs: ${other.author} ${other.did} (${other.at})${other.reason ? `: ${other.reason}` : ""}`);
		if (error.since) {
			const value = form.elements.value?.value;
			lines.push(`Yours: ${form.elements.ruling.value}${value ? ` to ${value}` : ""}: ${form.elements.reason.value}`);
			form.elements.seen.value = error.seen;
		}
		const again = error.since ? () => rule(form) : null;
		const near = (error.near ?? []).map((value) => () => {
			form.elements.value.value = value.match(/\[([^\]]+)\]$/)?.[1] ?? value;
			form.elements.value.focus();
		});
		say(lines, false, again, error.near ?? [], near);
		form.querySelector("input:not([type=hidden])")?.focus();
	}

	// say tells what came of a ruling, with a button to send it all the same and one for each value that is near.
	function say(lines, fine, again = null, near = [], take = []) {
		const box = desk.querySelector(".said-back");
		box.classList.toggle("fine", fine);
		box.replaceChildren(...lines.map((line) => make("p", {}, line)));
		if (again) box.append(button("Send it all the same", again), " ");
		near.forEach((value, i) => box.append(button(value, take[i]), " "));
	}

	async function go(address) {
		if (busy) return;
		wait(true);
		try {
			await load(address, true);
		} finally {
			wait(false);
		}
	}

	// load puts the desk of another address in place of this one; the browser goes there itself if that fails.
	async function load(address, push) {
		const page = await get(address).catch(() => null);
		const fresh = page?.querySelector(".desk");
		if (!fresh) return location.assign(address);
		desk.replaceChildren(...fresh.childNodes);
		document.title = page.title;
		if (push) history.pushState(null, "", page.URL || address);
		ready();
		heading()?.focus({ preventScroll: true });
	}

	function wait(on) {
		busy = on;
		desk.dataset.busy = on ? "yes" : "";
		desk.querySelector(".desk-proposal")?.classList.toggle("busy", on);
	}

	function heading() {
		return desk.querySelector("#question");
	}

	function help() {
		desk.querySelector("dialog.desk-keys").showModal();
	}

	function ready() {
		desk.querySelector(".help").hidden = false;
		desk.querySelector(".keys-on").checked = !keysOff();
		desk.querySelector(".desk-queue [aria-current]")?.scrollIntoView({ block: "nearest" });
	}
}

function keysOff() {
	return localStorage.getItem(off) === "yes";
}

function remember(isOff) {
	if (isOff) localStorage.setItem(off, "yes");
	else localStorage.removeItem(off);
}
