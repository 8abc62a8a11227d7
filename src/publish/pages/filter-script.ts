/**
 * What a browser adds to the stories: filters by words, language, outlet and voice, kept in the address so that a view can be
 * shared, and `/` to reach them. Without it the page is whole. It looks like `fold` for search only: case, marks, Turkish
 * dotless i, Arabic vowel signs and letter variants make no difference.
 */
export const FILTER_SCRIPT = `(() => {
  'use strict'
  const form = document.getElementById('filters')
  const finder = document.getElementById('finder')
  const status = document.getElementById('shown')
  const nothing = document.getElementById('nothing')
  if (!form || !finder || !status || !nothing) return
  const fold = (text) =>
    text.toLowerCase().normalize('NFKD').replace(/[\\u0300-\\u036f\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u0640]/g, '')
      .replace(/\\u0131/g, 'i').replace(/[\\u0622\\u0623\\u0625\\u0671]/g, '\\u0627').replace(/\\u0649|\\u06cc/g, '\\u064a')
      .replace(/\\u0629/g, '\\u0647').replace(/\\u06a9/g, '\\u0643')
  const stories = [...document.querySelectorAll('.story')].map((element) => ({ element, text: '' }))
  const days = [...document.querySelectorAll('.day')]
  const names = ['q', 'language', 'outlet', 'voice']
  const field = (name) => form.elements.namedItem(name)
  const show = () => {
    const words = fold(field('q').value).split(/\\s+/).filter(Boolean)
    let shown = 0
    for (const story of stories) {
      const { element } = story
      if (words.length > 0 && story.text === '') story.text = fold(element.textContent)
      const fits = ['language', 'outlet', 'voice'].every((name) => {
        const wanted = field(name).value
        return wanted === '' || (element.dataset[name] || '').split(' ').includes(wanted)
      }) && words.every((word) => story.text.includes(word))
      element.hidden = !fits
      if (fits) shown += 1
    }
    for (const day of days) day.hidden = day.querySelector('.story:not([hidden])') === null
    nothing.hidden = shown > 0 || stories.length === 0
    status.textContent = status.dataset.words.replace('{n}', shown).replace('{m}', stories.length)
  }
  const remember = () => {
    const state = new URLSearchParams()
    for (const name of names) if (field(name).value !== '') state.set(name, field(name).value)
    const hash = state.toString()
    try { history.replaceState(null, '', hash === '' ? location.pathname + location.search : '#' + hash) } catch { return }
  }
  const recall = () => {
    if (!location.hash.includes('=')) return
    const state = new URLSearchParams(location.hash.slice(1))
    for (const name of names) field(name).value = state.get(name) || ''
  }
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', () => { show(); remember() })
  form.addEventListener('reset', () => setTimeout(() => { show(); remember(); field('q').focus() }))
  addEventListener('hashchange', () => { recall(); show() })
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) return
    event.preventDefault()
    field('q').focus()
  })
  recall()
  show()
  finder.hidden = false
})()`
