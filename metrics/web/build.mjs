// Bundles the page into one file: node build.mjs OUTPUT. The program puts a study in place of the marker.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export const kMarker = "__FIELDTWIN_STUDY__";
const here = dirname(fileURLToPath(import.meta.url));

/** The template as a string. */
export async function buildTemplate() {
  const common = { bundle: true, minify: true, write: false, absWorkingDir: here, logLevel: "warning", legalComments: "none" };
  const script = await build({ ...common, entryPoints: ["src/main.js"], format: "iife", target: "es2021", charset: "utf8", metafile: true });
  const style = await build({ ...common, entryPoints: ["report.css"], loader: { ".woff2": "dataurl" }, metafile: true });
  // A closing tag inside the script would end it; replacement functions keep `$` literal.
  const code = script.outputFiles[0].text.replaceAll("</script", "<\\/script");
  const parts = [
    ["/*STYLE*/", style.outputFiles[0].text.trim()],
    ["/*SCRIPT*/", code.trim()],
    ["<!--NOTICES-->", notices([script.metafile, style.metafile])],
  ];
  let page = readFileSync(join(here, "report.html"), "utf8");
  for (const [mark, text] of parts) page = page.replace(mark, () => text);
  const markers = page.split(kMarker).length - 1;
  if (markers !== 1) throw new Error(`the template has the marker ${markers} times (it has to be there once)`);
  return page;
}

/** The licences of the packages that are in the page, as their terms ask. */
function notices(metafiles) {
  const inputs = metafiles.flatMap((m) => [
    ...Object.values(m.outputs).flatMap((o) => Object.keys(o.inputs).filter((path) => o.inputs[path].bytesInOutput > 0)),
    ...Object.keys(m.inputs).filter((path) => path.endsWith(".woff2")),
  ]);
  const packages = [...new Set(inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean))].sort();
  const texts = new Map();
  for (const name of packages) {
    const folder = join(here, "node_modules", name);
    const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
    const text = file ? readFileSync(join(folder, file), "utf8").trim() : JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).license;
    texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  const listed = [...texts].map(([text, names]) => `${names.join(", ")}:\n${text}`).join("\n\n");
  return `<!--\nThis page contains the following packages.\n\n${listed.replaceAll("--", "- -")}\n-->`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const output = process.argv[2];
  if (!output) {
    console.error("usage: node build.mjs OUTPUT");
    process.exit(2);
  }
  if (!existsSync(dirname(output))) mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, await buildTemplate());
}
