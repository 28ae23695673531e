const SECONDS = 0.5

let context: AudioContext | null = null

/** Two short tones: one hears them across a room and is not frightened. Silent where the browser allows no sound. */
export function ringTone(): void {
  try {
    context ??= new AudioContext()
    void context.resume()
    for (const [index, pitch] of [660, 880].entries()) {
      const begin = context.currentTime + index * 0.18
      const tone = new OscillatorNode(context, { frequency: pitch })
      const volume = new GainNode(context, { gain: 0 })
      volume.gain.setValueAtTime(0.16, begin)
      volume.gain.exponentialRampToValueAtTime(0.001, begin + SECONDS)
      tone.connect(volume).connect(context.destination)
      tone.start(begin)
      tone.stop(begin + SECONDS)
    }
  } catch {
    context = null
  }
}
