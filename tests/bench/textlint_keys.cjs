// Runs beside textlint's own modules: the milliseconds that each keystroke costs once everything is loaded.
// `node textlint_keys.cjs HOME FILE TIMES PRESET…` prints one number a line.
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

async function main([home, file, times, ...presets]) {
  const load = createRequire(join(home, "package.json"));
  const { createLinter } = load("textlint");
  const { TextlintKernelDescriptor } = createRequire(load.resolve("textlint"))("@textlint/kernel");
  const rules = presets.flatMap((name) => {
    const { rules, rulesConfig } = load(`textlint-rule-preset-${name}`);
    return Object.entries(rules)
      .filter(([id]) => rulesConfig[id] !== false)
      .map(([id, rule]) => ({ ruleId: `${name}/${id}`, rule, options: rulesConfig[id] }));
  });
  const plugin = createRequire(load.resolve("textlint"))("@textlint/textlint-plugin-markdown");
  const descriptor = new TextlintKernelDescriptor({
    rules,
    filterRules: [],
    plugins: [{ pluginId: "markdown", plugin: plugin.default ?? plugin, options: true }],
  });
  const linter = createLinter({ descriptor });
  let text = readFileSync(file, "utf8");
  await linter.lintText(text, "draft.md");
  for (let at = 0; at < Number(times); at++) {
    text += "あ";
    const began = performance.now();
    await linter.lintText(text, "draft.md");
    console.log(performance.now() - began);
  }
}

main(process.argv.slice(2));
