// Where the next line of Java begins. The editor's own answer comes from a grammar that knows methods inside classes only;
// in a notebook they stand alone. This one counts brackets, and asks what the statement before has left open.

const OPENING = "([{";
const CLOSING = ")]}";
const LABEL = /^(?:case\b[^;]*?|default\s*):/;
// What may stand between the parameters of a method or a lambda and its body.
const BEFORE_BODY = /^\s*(?:->|throws\s[\w\s.,]*)?\s*$/;
const ANNOTATION = /^@[\w.]+\s*(?:\(.*\))?$/s;

/** Where the token ends that begins here, and whether it is a comment, quoted, or code. */
function token(text, at) {
  const ends = (mark, from) => {
    const found = text.indexOf(mark, from);
    return found < 0 ? Infinity : found + mark.length;
  };
  if (text.startsWith("//", at)) return { kind: "comment", end: ends("\n", at) - 1 };
  if (text.startsWith("/*", at)) return { kind: "comment", end: ends("*/", at + 2), spans: true };
  if (text.startsWith('"""', at)) {
    let end = at + 3;
    while (end < text.length && !text.startsWith('"""', end)) end += text[end] === "\\" ? 2 : 1;
    return { kind: "quoted", end: end < text.length ? end + 3 : Infinity, spans: true };
  }
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return { kind: "code", end: at + 1 };
  let end = at + 1;
  while (end < text.length && text[end] !== quote && text[end] !== "\n") end += text[end] === "\\" ? 2 : 1;
  return { kind: "quoted", end: text[end] === quote ? end + 1 : end };
}

/** Columns of white space that a line begins with. */
function margin(text, at, tab) {
  let columns = 0;
  for (let i = text.lastIndexOf("\n", at - 1) + 1; text[i] === " " || text[i] === "\t"; i++) {
    columns += text[i] === " " ? 1 : tab - (columns % tab);
  }
  return columns;
}

/**
 * The column at which a line begins.
 *
 * @param before the text up to the end of the line before
 * @param after the text of the line, without its margin
 * @return null where the line above decides: inside comments, text blocks and the cells of other languages
 */
export function column(before, after, unit, tab = 4) {
  if (before.startsWith("%%")) return null;
  const open = [];
  const fresh = (bracket, indent) => ({ bracket, indent, start: -1, labels: false });
  let level = fresh("", 0);
  let closed = { at: 0, indent: 0 };
  for (let at = 0; at < before.length; ) {
    const { kind, end, spans } = token(before, at);
    if (spans && end === Infinity) return null;
    const character = before[at];
    if (kind === "quoted" && level.start < 0) level.start = at;
    if (kind === "code") {
      const statement = level.bracket !== "(" && level.bracket !== "[";
      const words = level.start < 0 ? "" : before.slice(level.start, at);
      if (OPENING.includes(character)) {
        if (level.start < 0) level.start = at;
        open.push(level);
        const body = character === "{" && closed.at > 0 && BEFORE_BODY.test(before.slice(closed.at + 1, at));
        level = fresh(character, body ? closed.indent : margin(before, at, tab));
      } else if (CLOSING.includes(character)) {
        if (character === ")") closed = { at, indent: level.indent };
        level = open.pop() ?? fresh("", 0);
        if (character === "}" && level.bracket !== "(") level.start = -1;
      } else if (statement && (character === ";" || (character === "," && level.bracket === "{"))) {
        level.start = -1;
      } else if (statement && character === ":" && LABEL.test(words + ":")) {
        level.start = -1;
        level.labels = true;
      } else if (statement && character === "\n" && ANNOTATION.test(words.trim())) {
        level.start = -1;
      } else if (level.start < 0 && /\S/.test(character)) {
        level.start = at;
      }
    }
    at = end;
  }
  if (after && CLOSING.includes(after[0])) return level.indent;
  const inside = level.bracket ? level.indent + unit : 0;
  if (level.bracket === "(" || level.bracket === "[") return inside;
  if (level.start >= 0) {
    const words = before.slice(level.start).trim();
    return ANNOTATION.test(words) ? margin(before, level.start, tab) : margin(before, level.start, tab) + unit;
  }
  return level.labels && !/^(?:case\b|default\b)/.test(after) ? inside + unit : inside;
}

export async function plugin(packaged) {
  const { EditorExtensionRegistry, IEditorExtensionRegistry } = await packaged("@jupyterlab/codemirror");
  const { indentService, language } = await packaged("@codemirror/language");

  const service = indentService.of((context, position) => {
    if (context.state.facet(language)?.name !== "java") return undefined;
    const before = context.state.sliceDoc(0, position);
    return column(before, context.textAfterPos(position).trimStart(), context.unit, context.state.tabSize);
  });

  return {
    id: "lectern:indent",
    description: "Indents Java as it is typed.",
    autoStart: true,
    requires: [IEditorExtensionRegistry],
    activate(app, extensions) {
      extensions.addExtension({
        name: "lectern-indent",
        factory: () => EditorExtensionRegistry.createImmutableExtension(service),
      });
    },
  };
}
