import { usePreference } from '../grid/preference.ts';

/** What a tone says. */
export type Tone = 'accepted' | 'refused' | 'complete';

/** Frequency in hertz, begin and length in seconds. */
type Beep = readonly [frequency: number, begin: number, length: number];

// High and short is good, low and long is not: they differ for those who do not hear pitch as well.
const beeps: Readonly<Record<Tone, readonly Beep[]>> = {
  accepted: [[1046, 0, 0.07]],
  refused: [
    [196, 0, 0.16],
    [165, 0.2, 0.24],
  ],
  complete: [
    [1046, 0, 0.07],
    [1568, 0.1, 0.12],
  ],
};

const VOLUME = 0.12;

let audio: AudioContext | undefined;

function play(tone: Tone): void {
  try {
    audio ??= new AudioContext();
    for (const [frequency, begin, length] of beeps[tone]) {
      const start = audio.currentTime + begin;
      const [oscillator, gain] = [audio.createOscillator(), audio.createGain()];
      oscillator.type = tone === 'refused' ? 'square' : 'sine';
      oscillator.frequency.value = frequency;
      gain.gain.setValueAtTime(VOLUME, start);
      gain.gain.exponentialRampToValueAtTime(0.001, start + length);
      oscillator.connect(gain).connect(audio.destination);
      oscillator.start(start);
      oscillator.stop(start + length);
    }
  } catch {
    // A machine without sound: colour and text say the same.
  }
}

const silent = (): void => undefined;

/** Tones for scans, and the switch that this browser or window keeps. */
export function useScanTones(): {
  readonly muted: boolean;
  readonly setMuted: (muted: boolean) => void;
  readonly play: (tone: Tone) => void;
} {
  const [kept, keep] = usePreference('scan-tones');
  const muted = kept === 'off';
  return { muted, setMuted: (off) => keep(off ? 'off' : null), play: muted ? silent : play };
}
