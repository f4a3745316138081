import { createFileExporter } from './file-export.ts';

/** Writes the configuration, for the page Import and export and for the groups. It goes on while other pages are shown. */
export const configurationExporter = createFileExporter();
