/** Shares the page's address by whatever the device has, or copies it. */
export function offerShare(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-share]')) {
    button.addEventListener('click', () => void share(button))
  }
}

async function share(button: HTMLElement): Promise<void> {
  const url = location.origin + location.pathname
  if (typeof navigator.share === 'function') {
    // Who changes their mind has not failed.
    await navigator.share({ title: document.title, url }).catch(() => undefined)
    return
  }
  await navigator.clipboard.writeText(url)
  button.textContent = button.dataset['share'] ?? ''
}
