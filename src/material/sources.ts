import { z } from 'zod';
import { isCalendarDate } from './dates.ts';
import { because, fieldOf, problemOf, WITH_INPUT } from './issues.ts';
import type { Checked, Problem } from './problems.ts';
import type { PartialDate, ReferenceFields, ReferenceName, Source } from './types.ts';

const name = z.union([
  z.object({ literal: z.string().min(1) }),
  z.object({
    family: z.string().min(1),
    given: z.string().optional(),
    'non-dropping-particle': z.string().optional(),
  }),
]) as z.ZodType<ReferenceName>;
/** Numbers stand as texts or as numbers there. */
const label = z.union([z.string().min(1), z.number().transform(String)]);

const date = z
  .object({ 'date-parts': z.tuple([z.array(z.coerce.number<number>().int()).min(1).max(3)]) })
  .transform((value): PartialDate => {
    const [year = 0, month, day] = value['date-parts'][0];
    return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
  })
  .refine(isCalendarDate, because('calendar'));

/** The id of a work. */
export const workId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, because('id'));
export const webAddress = z.url({ protocol: /^https?$/, ...because('url') });

/** The part of CSL-JSON that references here are made of; other fields are left to other tools. */
const cslItem = z.object({
  id: workId,
  type: z.string().min(1),
  title: z.string().min(1),
  author: z.array(name).optional(),
  editor: z.array(name).optional(),
  translator: z.array(name).optional(),
  /** Empty where it is not known; where it is left out, the authors stand for it. */
  publisher: z.string().optional(),
  'container-title': z.string().min(1).optional(),
  'publisher-place': z.string().min(1).optional(),
  edition: label.optional(),
  volume: label.optional(),
  issue: label.optional(),
  page: label.optional(),
  genre: z.string().min(1).optional(),
  DOI: z.string().min(1).optional(),
  language: z.string().min(1).optional(),
  issued: date.optional(),
  URL: webAddress.optional(),
});

/** Reads a collection's `sources.json` (CSL-JSON: https://docs.citationstyles.org). */
export function parseSources(file: string, text: string): Checked<Source[]> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { value: [], problems: [{ file, ...lineOf(error, text), reason: 'notJson' }] };
  }
  if (!Array.isArray(data)) return { value: [], problems: [{ file, reason: 'notAList' }] };
  const value: Source[] = [];
  const problems: Problem[] = [];
  for (const [i, item] of data.entries()) {
    const checked = cslItem.safeParse(item, WITH_INPUT);
    if (checked.success) value.push(toSource(checked.data));
    else
      problems.push(...checked.error.issues.map((issue) => problemOf(issue, { file, work: i + 1, ...fieldOf(issue) })));
  }
  return { value, problems };
}

/** The line that the parser stopped at, where it tells. */
function lineOf(error: unknown, text: string): { line?: number } {
  const at = error instanceof SyntaxError ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  return at === undefined ? {} : { line: text.slice(0, Number(at)).split('\n').length };
}

function toSource({ id, title, issued, URL: url, ...fields }: z.infer<typeof cslItem>): Source {
  const reference = fields as ReferenceFields;
  return {
    id,
    title,
    authors: (reference.author ?? []).map(fullName),
    publisher: reference['container-title'] ?? reference.publisher ?? '',
    ...(issued ? { issued } : {}),
    ...(url === undefined ? {} : { url }),
    ...(saysMore(reference) ? { reference } : {}),
  };
}

/** "Ivan Nechepurenko", "Pieter van Gogh". */
function fullName(name: ReferenceName): string {
  if ('literal' in name) return name.literal;
  return [name.given, name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
}

/** A reference that says the same authors and publisher as the work does, whose details somebody may have corrected. */
export function agreeingReference(
  reference: ReferenceFields,
  { authors, publisher }: Pick<Source, 'authors' | 'publisher'>,
): ReferenceFields {
  const { author = [], 'container-title': container, publisher: house, ...others } = reference;
  const isSameAuthors = author.map(fullName).join('\n') === authors.join('\n');
  const isSamePublisher = (container ?? house ?? '') === publisher;
  return {
    ...others,
    ...(authors.length === 0 ? {} : { author: isSameAuthors ? author : authors.map((literal) => ({ literal })) }),
    ...(isSamePublisher
      ? {
          ...(container === undefined ? {} : { 'container-title': container }),
          ...(house === undefined ? {} : { publisher: house }),
        }
      : { publisher }),
  };
}

/** Whether there is more than `writeCollection` writes of a work of which nothing else is known. */
function saysMore({ type, author = [], publisher: _, ...others }: ReferenceFields): boolean {
  return type !== PLAIN_TYPE || author.some((each) => !('literal' in each)) || Object.keys(others).length > 0;
}

/** The type of a work of which nothing is known but what `Source` holds. */
export const PLAIN_TYPE = 'article';
