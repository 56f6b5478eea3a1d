/** Whether two lists have the same items, in any order, none left out and none too many. */
export function sameList(answer: string, given: string, isSame: (answer: string, given: string) => boolean): boolean {
  const left = itemsOf(answer);
  const typed = itemsOf(given);
  if (typed.length !== left.length) return false;
  for (const item of typed) {
    const at = left.findIndex((each) => isSame(each, item));
    if (at === -1) return false;
    left.splice(at, 1);
  }
  return true;
}

/** What stands between commas, semicolons, line breaks, "and", "&" or bullets; "and" within a name parts it in both lists. */
function itemsOf(text: string): string[] {
  return text
    .split(/[,;\n/•]|\s&\s|\s(?:and|y|e|et|und|и)\s|(?:^|\s)(?:-|\d\.)\s/i)
    .map((item) => item.trim().replace(/^and\s/i, ''))
    .filter((item) => item !== '');
}
