import { z } from 'zod';
import { isCalendarDate } from './dates.ts';
import type { Checked, Problem } from './problems.ts';
import type { PartialDate, Source } from './types.ts';

const name = z.union([
  z.object({ literal: z.string().min(1) }).transform(({ literal }) => literal),
  z
    .object({ family: z.string().min(1), given: z.string().optional() })
    .transform(({ family, given }) => [given, family].filter(Boolean).join(' ')),
]);

const date = z
  .object({ 'date-parts': z.tuple([z.array(z.coerce.number<number>().int()).min(1).max(3)]) })
  .transform((value): PartialDate => {
    const [year = 0, month, day] = value['date-parts'][0];
    return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
  })
  .refine(isCalendarDate, { error: 'is no date of the calendar' });

/** The part of CSL-JSON that a citation here is made of; other fields are left to other tools. */
const cslItem = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'is written in lower-case letters, digits and hyphens' }),
  type: z.string().min(1),
  title: z.string().min(1),
  author: z.array(name).default([]),
  /** Empty where it is not known; where it is left out, the authors stand for it. */
  publisher: z.string().optional(),
  'container-title': z.string().min(1).optional(),
  issued: date.optional(),
  URL: z.url({ protocol: /^https?$/, error: 'must be a web address that begins with http:// or https://' }).optional(),
});

/** Reads a collection's `sources.json` (CSL-JSON: https://docs.citationstyles.org). */
export function parseSources(file: string, text: string): Checked<Source[]> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return {
      value: [],
      problems: [{ file, message: `is no JSON: ${error instanceof Error ? error.message : error}` }],
    };
  }
  if (!Array.isArray(data))
    return { value: [], problems: [{ file, message: 'must be a JSON list of works (CSL-JSON)' }] };
  const value: Source[] = [];
  const problems: Problem[] = [];
  for (const [i, item] of data.entries()) {
    const checked = cslItem.safeParse(item);
    if (checked.success) value.push(toSource(checked.data));
    else {
      for (const issue of checked.error.issues) {
        problems.push({ file, message: `work ${i + 1}, field "${issue.path.join('.')}": ${issue.message}` });
      }
    }
  }
  return { value, problems };
}

function toSource(item: z.infer<typeof cslItem>): Source {
  const publisher = item['container-title'] ?? item.publisher ?? '';
  return {
    id: item.id,
    title: item.title,
    authors: item.author,
    publisher,
    ...(item.issued ? { issued: item.issued } : {}),
    ...(item.URL === undefined ? {} : { url: item.URL }),
  };
}
