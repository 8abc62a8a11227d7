/**
 * `feed.css`: what a browser shows of a feed that was opened by accident. Browsers have dropped XSLT; CSS can show an XML feed's text,
 * though not its links, and says first what to do with it.
 */
export const FEED_STYLE = `rss, feed { display: block; max-width: 46rem; margin: 2rem auto; padding: 0 1.25rem; font: 1rem/1.55 system-ui, sans-serif; color: #1f1c18; background: #faf8f4 }
rss::before, feed::before { display: block; padding: .8rem 1rem; margin-bottom: 1.5rem; border: 1px solid #c9573a; border-radius: .4rem; background: #fff;
  content: "This is a feed: put its address into a feed reader. \\A Bu bir haber akışıdır: adresini bir haber okuyucusuna ekleyin. \\A هذه خلاصة أخبار: أضف عنوانها إلى قارئ الخلاصات."; white-space: pre-line }
channel, item, entry, item > title, entry > title, item > description, entry > content, channel > title, feed > title, channel > description, feed > subtitle, item > link, pubDate, entry > published { display: block }
channel > title, feed > title { font: 700 1.9rem/1.2 Georgia, serif }
item, entry { margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid #e3dccf }
item > title, entry > title { font: 700 1.2rem/1.3 Georgia, serif }
pubDate, entry > published, item > link { font-size: .85rem; color: #5f584e; overflow-wrap: anywhere }
channel > link, channel > lastBuildDate, channel > docs, channel > generator, channel > language, channel > copyright, managingEditor, guid, category, enclosure,
item > *|encoded, item > *|creator, item > *|language, item > *|rights, item > *|license, source,
feed > id, feed > updated, feed > generator, feed > author, feed > rights, entry > id, entry > updated, entry > author, entry > content, entry > rights, entry > source { display: none }
`
