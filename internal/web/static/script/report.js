// A report: j and k go from statement to statement, each with its note open beside it; words under the pointer light up
// their notes, and a note its words.

export function attach(reading) {
	const notes = [...reading.querySelectorAll("details.note")]; // of statement 7: #s7
	let at = -1;
	const light = (numbers) => {
		for (const lit of reading.querySelectorAll(".lit")) lit.classList.remove("lit");
		for (const n of numbers) for (const one of reading.querySelectorAll(`#s${n}, [data-of~="${n}"]`)) one.classList.add("lit");
	};
	reading.addEventListener("pointerover", ({ target }) => {
		const words = target.closest("[data-of]"), note = target.closest("details.note");
		if (words) light(words.dataset.of.split(" "));
		else if (note) light([note.id.slice(1)]);
	});
	addEventListener("keydown", (event) => {
		const step = { j: 1, k: -1 }[event.key];
		if (!step || !notes.length || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
		if (notes[at]) notes[at].open = false;
		at = Math.max(0, Math.min(notes.length - 1, at + step));
		const note = notes[at], n = note.id.slice(1);
		note.open = true;
		note.querySelector("summary").focus({ preventScroll: true });
		light([n]);
		(reading.querySelector(`[data-of~="${n}"]`) ?? note).scrollIntoView({ block: "center" });
	});
}
