// Whether a document's period is running.

/** The string that says so in `year`, and the name of its badge; null for a document without a period. */
export function validity(period, year) {
  if (!period) return null;
  const [first, last] = period;
  if (year > last) return { key: "periodOver", badge: "badge-partial" };
  return year < first ? { key: "periodToCome", badge: "badge" } : { key: "periodRunning", badge: "badge-answered" };
}
