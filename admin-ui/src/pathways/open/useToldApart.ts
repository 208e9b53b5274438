import { useState } from 'react';

/** Of whom it was said, while she is entered, that she is somebody else. */
export interface ToldApart {
  readonly isApart: (pathwayId: string) => boolean;
  readonly tell: (pathwayId: string, isApart: boolean) => void;
  /** How many times it was asked to go on with somebody left to answer for. */
  readonly timesAsked: number;
  readonly ask: () => void;
}

export function useToldApart(): ToldApart {
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  const [timesAsked, setTimesAsked] = useState(0);
  return {
    isApart: (pathwayId) => apart.has(pathwayId),
    tell: (pathwayId, isApart) =>
      setApart((known) => new Set(isApart ? [...known, pathwayId] : [...known].filter((id) => id !== pathwayId))),
    timesAsked,
    ask: () => setTimesAsked((times) => times + 1),
  };
}
