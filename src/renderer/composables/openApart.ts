/** Opens what stands at an address of this page's own host beside the page, which it knows nothing of. */
export const openApart = (address: string): void => {
  const link = document.createElement('a')
  link.href = address
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
  link.click()
}
