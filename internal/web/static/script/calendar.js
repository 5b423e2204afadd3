// Days as numbers since 1970-01-01, and the periods they lie in, as the Go package calendar has them: years 1 to 9999.

export const FIRST = -719162, LAST = 2932896; // 0001-01-01, 9999-12-31

const dateOf = (day) => new Date(day * 864e5);

/** The number of a day; months count from 0, and may be more than 11. */
function dayOf(year, month, of) {
	const date = new Date(0);
	date.setUTCFullYear(year, month, of);
	return Math.round(date / 864e5);
}

/** The number of YYYY-MM-DD. */
export const parse = (text) => Date.parse(text) / 864e5;

/** YYYY-MM-DD. */
export const iso = (day) => dateOf(day).toISOString().slice(0, 10);

/** 9 Mar 2015. */
export const words = (day) => dateOf(day).toUTCString().slice(5, 16).replace(/\b0+/g, "");

// The steps of an axis: so many of a unit, in all about so many days.
const LONG = { day: 1, week: 7, month: 30.4, year: 365.25 };
const STEPS = [["day", 1], ["week", 1], ["month", 1], ["month", 3], ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map((n) => ["year", n])]
	.map(([unit, times]) => ({ unit, times, days: times * LONG[unit] }));

/** The shortest step of which a span of days has at most so many. */
export const fit = ([from, to], most) => STEPS.find((step) => to - from <= step.days * most) || STEPS.at(-1);

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

/** The first days of the steps from the one in which a span of days begins to the first after its end. */
export function edges(step, [from, to]) {
	const out = [start(step, Math.floor(from))];
	while (out.at(-1) <= Math.ceil(to) - 1) out.push(start(step, out.at(-1), 1));
	return out;
}

/** The label of a step: with the year where that begins, or it is the first. */
export function label({ unit }, day, first) {
	const [of, month, year] = words(day).split(" "), fresh = month === "Jan" && of <= (unit === "week" ? 7 : 1);
	if (unit === "year" || (unit === "month" && fresh)) return year;
	const name = unit === "month" ? month : `${of} ${month}`;
	return fresh || first ? `${name} ${year}` : name;
}
