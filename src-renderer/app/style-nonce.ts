/** The nonce that the document was served with; styles inserted by Emotion and the grid carry it (`styleNonce`). */
export function readStyleNonce(): string | undefined {
  // The attribute reads as empty by design; only the property tells.
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  return nonce === undefined || nonce === '' ? undefined : nonce;
}
