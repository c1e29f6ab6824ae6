import ts from 'typescript';

/** One file as the rules see it. The syntax tree is made only when a rule asks. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly isCode: boolean;
  /** The text with comments, strings and patterns blanked out: same lines, same columns. */
  readonly code: string;
  readonly tree: ts.SourceFile;
}

export interface Finding {
  readonly line: number;
  readonly found: string;
}

const literals = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
  ts.SyntaxKind.TemplateMiddle,
  ts.SyntaxKind.TemplateTail,
  ts.SyntaxKind.RegularExpressionLiteral,
]);

export function sourceOf(path: string, text: string): Source {
  let tree: ts.SourceFile | undefined;
  let code: string | undefined;
  return {
    path,
    text,
    isCode: /\.(ts|js|mjs)$/.test(path),
    get tree() {
      return (tree ??= ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true));
    },
    get code() {
      return (code ??= onlyCode(this.tree));
    },
  };
}

function onlyCode(tree: ts.SourceFile): string {
  const kept = [...tree.text.replace(/[^\n]/g, ' ')];
  const visit = (node: ts.Node): void => {
    if (node.kind >= ts.SyntaxKind.FirstJSDocNode && node.kind <= ts.SyntaxKind.LastJSDocNode) return;
    const children = node.getChildren(tree);
    if (children.length > 0) return children.forEach(visit);
    if (literals.has(node.kind)) return;
    for (let at = node.getStart(tree); at < node.end; at += 1) kept[at] = tree.text[at] ?? ' ';
  };
  visit(tree);
  return kept.join('');
}

/** Each place where a pattern matches, with its line. */
export function matches(text: string, pattern: RegExp): Finding[] {
  return [...text.matchAll(pattern)].map((match) => ({
    line: text.slice(0, match.index).split('\n').length,
    found: match[0].trim(),
  }));
}

/** Each node for which `name` gives something to complain about. */
export function nodes(source: Source, name: (node: ts.Node) => string | undefined): Finding[] {
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const found = name(node);
    if (found !== undefined) findings.push({ line: source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line + 1, found });
    ts.forEachChild(node, visit);
  };
  if (source.isCode) visit(source.tree);
  return findings;
}
