import { KeyboardEvent, RefObject, useEffect, useRef } from 'react';

const FACT = '[data-fact]';

/**
 * Makes all facts of a table one stop of the Tab key, between which the arrow
 * keys move: up and down within a column, left and right within a row.
 */
export function useFactNavigation(): {
  ref: RefObject<HTMLTableElement>;
  onKeyDown: (event: KeyboardEvent) => void;
} {
  const ref = useRef<HTMLTableElement>(null);

  // After each render, since the fact that was the stop may be gone.
  useEffect(() => {
    const table = ref.current;
    if (!table || table.querySelector(`${FACT}[tabindex="0"]`)) return;
    table.querySelector(FACT)?.setAttribute('tabindex', '0');
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).closest<HTMLElement>(FACT);
    const to = from && neighbour(from, event.key);
    if (!from || !to) return;
    event.preventDefault();
    from.setAttribute('tabindex', '-1');
    to.setAttribute('tabindex', '0');
    to.focus();
  };

  return { ref, onKeyDown };
}

function neighbour(from: HTMLElement, key: string): HTMLElement | undefined {
  const cell = from.closest('td');
  if (!cell) return undefined;
  const facts = factsOf(cell);
  const index = facts.indexOf(from);
  switch (key) {
    case 'ArrowDown':
      return facts[index + 1] ?? factsBeyond(cell, 'nextElementSibling')[0];
    case 'ArrowUp':
      return (
        facts[index - 1] ?? factsBeyond(cell, 'previousElementSibling').pop()
      );
    case 'ArrowRight':
      return beside(cell, 'nextElementSibling', index);
    case 'ArrowLeft':
      return beside(cell, 'previousElementSibling', index);
    default:
      return undefined;
  }
}

function factsOf(cell: Element): HTMLElement[] {
  return [...cell.querySelectorAll<HTMLElement>(FACT)];
}

type Direction = 'nextElementSibling' | 'previousElementSibling';

function factsBeyond(cell: HTMLTableCellElement, to: Direction): HTMLElement[] {
  let row = cell.parentElement?.[to];
  while (row) {
    const other = row.children[cell.cellIndex];
    if (other?.querySelector(FACT)) return factsOf(other);
    row = row[to];
  }
  return [];
}

function beside(
  cell: Element,
  to: Direction,
  index: number,
): HTMLElement | undefined {
  const facts = cell[to] ? factsOf(cell[to]) : [];
  return facts[Math.min(index, facts.length - 1)];
}
