/** Turns hand-written site data into a full definition: defaults filled in, checked by the schema once, when tests or the build ask. */
import type { Site, SiteInput } from '../model/site';

/**
 * Fills in defaults without needing the schema at run time, so that content scripts stay free of it.
 * `siteSchema.parse` on the result must be an identity; a test holds every shipped site to that.
 */
export function defineSite(input: SiteInput): Site {
  return {
    ...input,
    lastResort: input.lastResort ?? false,
    context: {
      name: input.context.name.map(rule),
      role: input.context.role.map(rule),
      unit: input.context.unit.map(rule),
    },
    points:
      input.points === null
        ? null
        : {
            ...input.points,
            units: input.points.units ?? [],
            beside: input.points.beside ?? [],
            absent: input.points.absent ?? null,
          },
    tables: input.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({
        ...column,
        required: column.required ?? false,
        filled: column.filled ?? false,
      })),
    })),
    cards: input.cards ?? [],
    filters: input.filters ?? [],
    filterParams: input.filterParams ?? [],
    tabs: input.tabs ?? [],
    subjects: input.subjects ?? [],
    taught: input.taught ?? null,
    screens: input.screens.map((screen) => ({
      ...screen,
      headings: screen.headings ?? [],
      paths: screen.paths ?? [],
      marks: screen.marks ?? [],
      tables: screen.tables ?? [],
      closed: screen.closed ?? false,
    })),
  } as Site; // field names are checked against the glossary by the schema; the input type only knows them as text
}

type RuleInput = SiteInput['context']['name'][number];
type Rule = Site['context']['name'][number];

function rule(input: RuleInput): Rule {
  return 'after' in input ? input : { ...input, part: input.part ?? 'whole' };
}
