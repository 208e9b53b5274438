import { Component, type ReactNode } from 'react';
import { BrokenScreen } from './BrokenScreen.tsx';

interface ScreenBoundaryProps {
  /** Where one is: going elsewhere leaves the broken screen behind. */
  readonly place: string;
  readonly children: ReactNode;
}

interface State {
  readonly error?: unknown;
}

/** Keeps the shell when a screen cannot be loaded or stops: the menu and the way out stay. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, State> {
  static getDerivedStateFromError(this: void, error: unknown): State {
    return { error };
  }

  override state: State = {};

  override componentDidUpdate({ place }: ScreenBoundaryProps): void {
    if (place !== this.props.place && this.state.error !== undefined) this.setState({ error: undefined });
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <BrokenScreen error={error} onRetry={() => this.setState({ error: undefined })} />;
  }
}
