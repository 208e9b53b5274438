import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { formErrorsOf } from '../../providers/apiError.ts';
import { flattenErrors, NO_ERRORS, type ServerErrors } from './serverErrors.ts';

export interface FieldTrouble {
  readonly id: string;
  readonly label: string;
  /** Path of the field in the body. */
  readonly path: string;
}

interface Register {
  readonly report: (trouble: FieldTrouble) => void;
  readonly withdraw: (id: string) => void;
}

const RegisterContext = createContext<Register>({ report: () => undefined, withdraw: () => undefined });
const TroublesContext = createContext<readonly FieldTrouble[]>([]);
const ServerErrorsContext = createContext<ServerErrors>(NO_ERRORS);

/**
 * Around a form: gives each field the server's error that is its own, and gathers the fields in error, so that a summary
 * can list them with a link to each (RGAA 11.10).
 */
export const FormErrors = ({ error, children }: { error: unknown; children: ReactNode }) => {
  const [troubles, setTroubles] = useState<readonly FieldTrouble[]>([]);
  const report = useCallback((trouble: FieldTrouble) => {
    setTroubles((known) => [...known.filter(({ id }) => id !== trouble.id), trouble]);
  }, []);
  const withdraw = useCallback((id: string) => {
    setTroubles((known) => known.filter((trouble) => trouble.id !== id));
  }, []);
  const register = useMemo(() => ({ report, withdraw }), [report, withdraw]);
  const serverErrors = useMemo(() => flattenErrors(formErrorsOf(error)), [error]);

  return (
    <RegisterContext.Provider value={register}>
      <ServerErrorsContext.Provider value={serverErrors}>
        <TroublesContext.Provider value={troubles}>{children}</TroublesContext.Provider>
      </ServerErrorsContext.Provider>
    </RegisterContext.Provider>
  );
};

/** Tells the summary that this field is in error, as long as it is. */
export function useReportTrouble({ id, label, path }: FieldTrouble, isInError: boolean): void {
  const { report, withdraw } = useContext(RegisterContext);
  useEffect(() => {
    if (!isInError) return undefined;
    report({ id, label, path });
    return () => {
      withdraw(id);
    };
  }, [id, label, path, isInError, report, withdraw]);
}

/** The server's error on a field, until the value that it refused is changed. */
export function useServerError(path: string, value: unknown): string | undefined {
  const errors = useContext(ServerErrorsContext);
  const refused = useRef({ errors, value });
  if (refused.current.errors !== errors) refused.current = { errors, value };
  return refused.current.value === value ? errors.get(path) : undefined;
}

export const useTroubles = () => useContext(TroublesContext);
export const useServerErrors = () => useContext(ServerErrorsContext);
