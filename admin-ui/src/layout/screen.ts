import { lazy, type ComponentType } from 'react';

/** The code of a screen did not arrive: the connexion failed, or the program changed since the page was loaded. */
export class ScreenNotLoaded extends Error {}

/** A screen of its own chunk: loaded when it is opened. */
export const screen = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => {
    const loaded = await load().catch((cause: unknown) => {
      throw new ScreenNotLoaded(name, { cause });
    });
    return { default: loaded[name] };
  });
