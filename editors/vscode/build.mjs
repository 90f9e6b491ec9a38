// Bundle the extension and the page of the Precedents view into out/.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const common = { bundle: true, minify: true, metafile: true, outdir: "out", legalComments: "none", logLevel: "warning" };

const { metafile } = await build({
  ...common,
  entryPoints: ["src/extension.ts"],
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["vscode"],
});
await build({ ...common, entryPoints: ["src/webview/precedents.ts"], platform: "browser", format: "iife", target: "es2022" });
await writeFile("out/NOTICES.txt", await notices(Object.keys(metafile.inputs)));
await writeFile("out/README.md", withoutPictures(await readFile("README.md", "utf8")));

/** The licenses of the packages that are in the bundle. */
async function notices(inputs) {
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  const texts = await Promise.all([...folders].sort().map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
    const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
    const text = file ? await readFile(`${folder}/${file}`, "utf8") : license;
    return `${name} ${version}\n\n${text.trim()}\n`;
  }));
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

/** The page of an installed extension shows no pictures that come with it. */
function withoutPictures(markdown) {
  return markdown.replaceAll(/^!\[.*\]\(images\/.*\)\n\n?/gm, "");
}
