// What a page shows is in its address: filters, order and place in the list.

/** The values of `names` that `search` (the part of an address from the question mark on) has; empty ones are left out. */
export function readQuery(search, names) {
  const given = new URLSearchParams(search);
  return Object.fromEntries(names.map((name) => [name, (given.get(name) ?? "").trim()]).filter(([, value]) => value));
}

/** The characters that an address names, `{start, end}`; null where it does not name them whole. */
export function spanIn({ start = "", end = "" }) {
  const isNumber = (text) => /^\d+$/.test(text);
  return isNumber(start) && isNumber(end) && Number(start) < Number(end) ? { start: Number(start), end: Number(end) } : null;
}

/** The order after a choice of `column`: turned round where the list is in its order already, else `first` ("asc" or "desc"). */
export function nextOrder({ sort, order }, column, first) {
  if (sort !== column) return { sort: column, order: first };
  return { sort: column, order: order === "desc" ? "asc" : "desc" };
}

/** Where a page of a list stands: numbers of its first and last item, from 1, and the offsets of the pages beside it, null where there is none. */
export function placeInList({ total, limit, offset, items }) {
  const last = offset + items.length;
  return {
    first: items.length ? offset + 1 : 0,
    last,
    previous: offset > 0 ? Math.max(offset - limit, 0) : null,
    next: last < total && items.length ? last : null,
  };
}
