// Where the pages are, relative to each other: all lie side by side.

/** `values` as the part of an address from the question mark on; empty ones are left out. */
export function queryString(values) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "" && value !== null && value !== undefined));
  // Not `size`, which older browsers do not have.
  return String(query) && `?${query}`;
}

/** The address of the unit that goes by `name`. */
export function unitAddress(name) {
  return `unit${queryString({ name })}`;
}

/** The address of a document. */
export function documentAddress(id) {
  return `document${queryString({ id })}`;
}

/** The address of the words from `start` to `end` of a document in its `version`. */
export function passageAddress({ document_id: id, document_version: version }, start, end) {
  return `document${queryString({ id, start, end, version })}`;
}
