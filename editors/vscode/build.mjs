// Bundle the extension and the page of the Precedents view into out/.
import { build } from "esbuild";

const common = { bundle: true, minify: true, sourcemap: false, outdir: "out", logLevel: "warning" };

await build({ ...common, entryPoints: ["src/extension.ts"], platform: "node", format: "cjs", target: "node20", external: ["vscode"] });
await build({ ...common, entryPoints: ["src/webview/precedents.ts"], platform: "browser", format: "iife", target: "es2022" });
