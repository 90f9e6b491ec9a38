// StyLua's library, driven from the command line: LIBRARY SETTINGS(JSON) check|mend FILE...
// Prints the files that were not formatted; a file that is no Lua ends it with the reason.
const fs = require('node:fs');
const [library, settings, mode, ...files] = process.argv.slice(2);
const stylua = require(library);

const enums = { indent_type: stylua.IndentType, quote_style: stylua.QuoteStyle, syntax: stylua.LuaVersion };

function configuration() {
  const config = stylua.Config.new();
  for (const [key, value] of Object.entries(JSON.parse(settings))) {
    config[key] = key in enums ? enums[key][value] : value;
  }
  return config;
}

for (const file of files) {
  const before = fs.readFileSync(file, 'utf8');
  const after = stylua.formatCode(before, configuration(), undefined, stylua.OutputVerification.Full);
  if (after === before) continue;
  console.log(file);
  if (mode === 'mend') fs.writeFileSync(file, after);
}
