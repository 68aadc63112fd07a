// The page's modules for the tests: Node takes a .js file for a module only where a package.json says so, which the page itself does not need.
import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = join(await mkdtemp(join(tmpdir(), "page-")), "web");
await cp(fileURLToPath(new URL("../../../assistant/web", import.meta.url)), folder, { recursive: true });
await writeFile(join(folder, "package.json"), '{"type": "module"}');

/** What the module `name` of the page exports. */
export function load(name) {
  return import(pathToFileURL(join(folder, name)));
}

/** The part of an address that the page asked its server for. */
export function sent(address) {
  return address.href.slice(address.href.indexOf("/api/") + 1);
}
