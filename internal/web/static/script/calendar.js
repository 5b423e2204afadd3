// Days as numbers since 1970-01-01, and the periods they lie in, as the Go package calendar has them: years 1 to 9999.

export const FIRST = -719162, LAST = 2932896; // 0001-01-01, 9999-12-31
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const dateOf = (day) => new Date(day * 864e5);

/** The number of a day; months count from 0, and may be more than 11. */
function dayOf(year, month, of) {
	const date = new Date(0);
	date.setUTCFullYear(year, month, of);
	return Math.round(date / 864e5);
}

/** The number of YYYY-MM-DD. */
export const parse = (text) => dayOf(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8, 10));

/** YYYY-MM-DD. */
export const iso = (day) => dateOf(day).toISOString().slice(0, 10);

/** 9 Mar 2015. */
export function words(day) {
	const date = dateOf(day);
	return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

// How long a step of an axis may be: so many of a unit, about so many days.
const STEPS = [["day", 1, 1], ["week", 1, 7], ["month", 1, 30.4], ["month", 3, 91.3], ["year", 1, 365], ["year", 2, 730], ["year", 5, 1826], ["year", 10, 3652],
	["year", 20, 7305], ["year", 50, 18262], ["year", 100, 36524], ["year", 200, 73048], ["year", 500, 182621], ["year", 1000, 365242], ["year", 2000, 730485]]
	.map(([unit, times, days]) => ({ unit, times, days }));

/** The shortest step of which a span of days has at most so many. */
export const fit = (days, most) => STEPS.find((s) => days <= s.days * most) || STEPS.at(-1);

/** The first day of the step in which a day lies, or, with more = 1, of the one after it. */
export function start(step, day, more = 0) {
	const date = dateOf(day), year = date.getUTCFullYear(), month = date.getUTCMonth(), n = step.times;
	switch (step.unit) {
		case "day": return day + more;
		case "week": return day - ((((day + 3) % 7) + 7) % 7) + 7 * more;
		case "month": return dayOf(year, month - (month % n) + n * more, 1);
	}
	return dayOf(year - (year % n) + n * more, 0, 1);
}

/** The first days of the steps from the one in which a day lies to the first that begins after another. */
export function edges(step, from, to) {
	const out = [start(step, from)];
	while (out.at(-1) <= to) out.push(start(step, out.at(-1), 1));
	return out;
}

/** The label of a step, with the year where it begins or is the first: [words, whether it is a year's]. */
export function label(step, day, first) {
	const date = dateOf(day), year = date.getUTCFullYear(), month = MONTHS[date.getUTCMonth()];
	const newYear = date.getUTCMonth() === 0 && date.getUTCDate() <= (step.unit === "week" ? 7 : 1);
	if (step.unit === "year" || (step.unit === "month" && newYear)) return [`${year}`, true];
	const name = step.unit === "month" ? month : `${date.getUTCDate()} ${month}`;
	return newYear || first ? [`${name} ${year}`, true] : [name, false];
}

/** A step in words: 'Mar 2015', 'week of 9 Mar 2015'. */
export function period(step, day) {
	if (step.unit === "week") return `week of ${words(day)}`;
	if (step.unit === "day") return words(day);
	const last = start(step, day, 1) - 1, year = (d) => dateOf(d).getUTCFullYear();
	if (step.unit === "month") return step.times === 1 ? words(day).slice(2) : `${words(day).slice(2)} to ${words(last).replace(/^\d+ /, "")}`;
	return step.times === 1 ? `${year(day)}` : `${year(day)} to ${year(last)}`;
}
