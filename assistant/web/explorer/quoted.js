// A quote cut where its figure stands.

/** `quote` in parts `{text, marked}`; marked is what `value` says, where the quote says it in these words. */
export function quotedParts(quote, value) {
  const found = value ? quote.indexOf(value) : -1;
  if (found === -1 || value === quote) return [{ text: quote, marked: false }];
  return [
    { text: quote.slice(0, found), marked: false },
    { text: value, marked: true },
    { text: quote.slice(found + value.length), marked: false },
  ].filter(({ text }) => text);
}
