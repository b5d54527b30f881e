/** What was taken, as it is told to the background: plain data, the elements stay here for corrections. */
import { adjustList, deriveList, derivePart } from '@/lib/picker';
import type { ListResult } from '@/lib/picker';
import type { TableKind } from '@/lib/model/observation';
import type { ColumnChoice, TakeAnswer, TakenList, What } from '@/lib/teaching';

/** Lists pointed at before are kept for corrections, so many of them. */
const MOST_KEPT = 12;

export interface Taking {
  take(element: Element, pick: string, what: What): TakeAnswer;
  /** Null when the page no longer holds what was pointed at. */
  adjust(pick: string, kind: TableKind, choices: readonly ColumnChoice[]): TakenList | null;
}

export function createTaking(): Taking {
  const kept = new Map<string, Element[]>();
  return {
    take(element, pick, what) {
      const url = location.href;
      if ('part' in what) {
        const result = derivePart(document, url, element, what.part);
        if (!result.ok) return { type: 'refused', problem: result.problem };
        return { type: 'part', part: result.part, value: result.value, label: result.label };
      }
      const result = deriveList(document, url, [element], what.list);
      // Without columns there is nothing to correct: the person points again.
      if (!result.ok && result.columns.length === 0) return { type: 'refused', problem: result.problem };
      kept.set(pick, [element]);
      for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old);
      return { type: 'list', list: told(result, what.list) };
    },
    adjust(pick, kind, choices) {
      const elements = kept.get(pick);
      if (elements === undefined || !elements.every((element) => element.isConnected)) return null;
      return told(adjustList(document, location.href, elements, kind, choices), kind);
    },
  };
}

function told(result: ListResult, kind: TableKind | null): TakenList {
  if (!result.ok) {
    const { problem, missingFields, where, columns } = result;
    return {
      kind,
      list: null,
      problem,
      missingFields,
      where,
      columns,
      count: 0,
      total: null,
      complete: false,
      sample: [],
      doubts: [],
    };
  }
  const { list, columns, count, total, complete, sample, doubts } = result.proposal;
  return {
    kind: list.kind,
    list,
    problem: null,
    missingFields: [],
    where: null,
    columns,
    count,
    total,
    complete,
    sample,
    doubts,
  };
}
