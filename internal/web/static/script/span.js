// The address of this view for another span of days: what a brush leads to.

/** @param {string} from YYYY-MM-DD; "" for an open end, like to */
export function within(from, to) {
  const url = new URL(location.href);
  for (const [name, day] of [["from", from], ["to", to]]) {
    if (day) url.searchParams.set(name, day);
    else url.searchParams.delete(name);
  }
  for (const name of ["zoom", "skip"]) url.searchParams.delete(name);
  return url.pathname + url.search;
}
