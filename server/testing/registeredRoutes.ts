import type { Express } from 'express';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
  /** Where a router is mounted; `slash` when that is at the root. */
  readonly rawPath: string;
  readonly slash: boolean;
}

/** Every route that Express really serves, « METHOD /path », as described by OpenAPI; whatever declared it. */
export function registeredRoutes(app: Express): string[] {
  return walk((app as unknown as { router: { stack: readonly Layer[] } }).router.stack, '').sort();
}

function walk(stack: readonly Layer[], prefix: string): string[] {
  return stack.flatMap((layer) => {
    if (layer.route !== undefined) {
      const path = `${prefix}${layer.route.path}`.replace(/:(\w+)/g, '{$1}');
      return Object.keys(layer.route.methods).map((method) => `${method.toUpperCase()} ${path}`);
    }
    return layer.handle.stack === undefined
      ? []
      : walk(layer.handle.stack, `${prefix}${layer.slash ? '' : layer.rawPath}`);
  });
}
