// Links that save a list as a file.

import { fileAddress } from "../api.js";
import { element } from "../elements.js";
import { pageLanguage } from "../language.js";

const FORMATS = { csv: "exportCsv", xlsx: "exportExcel" };

/** Links to the list at `path`, as `query` narrows it, as CSV and as a workbook with headings in the language of the page. */
export function exportLinks(path, query = {}) {
  const links = Object.entries(FORMATS).map(([format, key]) => {
    const address = () => fileAddress(path, query, format, pageLanguage());
    // The language may have been switched since the link was made.
    const onclick = (event) => event.currentTarget.setAttribute("href", address());
    return element("a", { href: address(), download: true, say: key, onclick });
  });
  return element("p", { class: "exports" }, links);
}
