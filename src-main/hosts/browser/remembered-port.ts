import Conf from 'conf';

/**
 * The port of the last start with this data folder. Browsers keep what a page remembers (column layout, theme) by
 * address and port, so a desk that came back on another port every time would forget it.
 */
export interface RememberedPort {
  /** The port, or undefined before the first start. */
  read(): number | undefined;
  /** Keeps the port for the next start. */
  write(port: number): void;
}

/** Opens the host's own settings file in the data folder. An unreadable file counts as empty. */
export function rememberedPort(dataFolder: string): RememberedPort {
  const settings = new Conf<{ port?: number }>({
    cwd: dataFolder,
    configName: 'browser-host',
    clearInvalidConfig: true,
  });
  return {
    read() {
      const port: unknown = settings.get('port');
      const isPort = typeof port === 'number' && Number.isInteger(port) && port > 0 && port <= 65_535;
      return isPort ? port : undefined;
    },
    write: (port) => settings.set('port', port),
  };
}
