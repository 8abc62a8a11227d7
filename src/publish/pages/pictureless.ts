import { load } from 'cheerio/slim'

const LOADED = 'img,picture,source,video,audio,track,iframe,object,embed,svg,link,meta,base,style,script'
const FRAMES = 'main,header,footer,article,section,aside,nav,details,summary,form'

/**
 * A publisher's HTML as part of our page: nothing that a browser would fetch, no styles or names that would meet ours, and no
 * headings or landmarks that would break the order of the page.
 */
export function pictureless(html: string): string {
  if (!/<(?:img|h[1-6]|main|header|footer|article|section|aside|details|summary|picture|video|audio|iframe|\w+\s)/i.test(html))
    return html
  const page = load(html, { xml: { xmlMode: false, decodeEntities: true } }, false)
  page(LOADED).remove()
  page('h1,h2,h3,h4,h5,h6').each((_, heading) => {
    page(heading).replaceWith(page('<p>').append(page('<strong>').append(page(heading).contents())))
  })
  page(FRAMES).each((_, frame) => {
    page(frame).replaceWith(page('<div>').append(page(frame).contents()))
  })
  page('[style],[id],[class],[name]').removeAttr('style').removeAttr('id').removeAttr('class').removeAttr('name')
  page('figure:empty,p:empty,div:empty').remove()
  return page.html()
}
