// Where the bars of a small chart stand, and how high: from zero on, so that lengths compare as the figures do.

const GAP = 0.3;

/** A bar `{x, y, width, height, middle}` for each of `amounts`, side by side in a field of `width` by `height`; y grows downwards. */
export function bars(amounts, { width, height }) {
  const top = Math.max(0, ...amounts);
  const bottom = Math.min(0, ...amounts);
  const scale = top > bottom ? height / (top - bottom) : 0;
  const step = width / amounts.length;
  return amounts.map((amount, index) => ({
    x: index * step + (step * GAP) / 2,
    y: (top - Math.max(amount, 0)) * scale,
    width: step * (1 - GAP),
    height: Math.abs(amount) * scale,
    middle: (index + 0.5) * step,
  }));
}
