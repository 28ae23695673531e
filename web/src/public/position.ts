/** In the form of a concern: attaches the device's position when asked to, and only then. */
export function offerPosition(): void {
  const button = document.querySelector<HTMLElement>('[data-position]')
  const longitude = document.querySelector<HTMLInputElement>('input[name=longitude]')
  const latitude = document.querySelector<HTMLInputElement>('input[name=latitude]')
  if (button === null || longitude === null || latitude === null) return
  button.addEventListener('click', () => {
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => {
        longitude.value = coords.longitude.toFixed(6)
        latitude.value = coords.latitude.toFixed(6)
        button.textContent = button.dataset['position'] ?? ''
      },
      () => undefined,
      { timeout: 15_000 },
    )
  })
}
