// Where the bars of a small chart stand, and how high: from zero on, so that lengths compare as the figures do.

const GAP = 0.3;
const LETTER = 13;
const NARROW = 0.75;
const APART = 8;

const YEAR = "2025";

/** How wide a field must be, `least` at least, for `labels` and years beside each other: Chinese characters are as wide as they are high. */
export function fieldWidth(labels, least) {
  const widthOf = (label) => [...label].reduce((width, letter) => width + LETTER * (letter > "\u2e7f" ? 1 : NARROW), APART);
  return Math.max(least, Math.ceil(labels.length * Math.max(...[YEAR, ...labels].map(widthOf))));
}

/** A bar `{x, y, width, height, middle, zero}` for each of `amounts`, side by side in a field of `width` by `height`; y grows downwards, zero is where they all stand. */
export function bars(amounts, { width, height }) {
  const top = Math.max(0, ...amounts);
  const bottom = Math.min(0, ...amounts);
  const scale = top > bottom ? height / (top - bottom) : 0;
  const zero = scale ? top * scale : height;
  const step = width / amounts.length;
  return amounts.map((amount, index) => ({
    x: index * step + (step * GAP) / 2,
    y: zero - Math.max(amount, 0) * scale,
    width: step * (1 - GAP),
    height: Math.abs(amount) * scale,
    middle: (index + 0.5) * step,
    zero,
  }));
}
