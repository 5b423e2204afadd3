// A report: j and k go from statement to statement, each with its note open beside it; words under the pointer light up
// their notes, and a note its words.

/** @param {HTMLElement} reading */
export function attach(reading) {
	const notes = [...reading.querySelectorAll("details.note")];
	let at = -1;
	addEventListener("keydown", (event) => {
		const step = { j: 1, k: -1 }[event.key];
		if (!step || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
		if (notes[at]) notes[at].open = false;
		at = Math.max(0, Math.min(notes.length - 1, at + step));
		visit(notes[at]);
	});
	const visit = (note) => {
		if (!note) return;
		note.open = true;
		note.querySelector("summary").focus({ preventScroll: true });
		light(note.id.slice(1));
		(wordsOf(note.id.slice(1))[0] ?? note).scrollIntoView({ block: "center" });
	};
	const wordsOf = (n) => [...reading.querySelectorAll(`[data-of~="${n}"]`)];
	const light = (...numbers) => {
		for (const lit of reading.querySelectorAll(".lit")) lit.classList.remove("lit");
		for (const n of numbers) {
			document.getElementById(`s${n}`)?.classList.add("lit");
			for (const words of wordsOf(n)) words.classList.add("lit");
		}
	};
	reading.addEventListener("pointerover", (event) => {
		const words = event.target.closest("[data-of]");
		const note = event.target.closest("details.note");
		if (words) light(...words.dataset.of.split(" "));
		else if (note) light(note.id.slice(1));
	});
}
