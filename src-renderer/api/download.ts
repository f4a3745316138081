/** Fetches a file that the core has written. The browser or the desktop asks where to put it. */
export function startDownload(downloadId: string): void {
  const link = document.createElement('a');
  link.href = `/api/downloads/${encodeURIComponent(downloadId)}`;
  link.download = '';
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}
