/**
 * Words of class names and ids that mark what stands around an article. Compared with whole words
 * (`story-share__list` holds story, share, list), so `shared-content` or `reading` match nothing.
 */
export const VETO_WORDS: ReadonlySet<string> = new Set(
  `ad ads advert adverts advertisement advertising adsense adslot adunit dfp gpt sponsor sponsored sponsors promo promos promotion promoted
  partner outbrain taboola zergnet revcontent mgid
  share shares sharing sharebar sharer sharetools sharedaddy addthis addtoany social socials socialmedia follow followus
  related relateds recommended recommendation recommendations recirc recirculation readmore readnext morefrom moreon seealso alsoread
  mostread mostpopular popular trending latest upnext nextup newsletter newsletters subscribe subscription subscriptions signup optin
  comment comments commenting disqus respond replies livefyre
  breadcrumb breadcrumbs crumbs sidebar sidebars rail rightrail navbar nav navigation navi menu menus submenu toolbar footer masthead
  pagination pager paginator prevnext postnav
  byline bylines author authors authorbox authorinfo bio biography contributor avatar dateline timestamp
  tags taglist tagcloud topics keywords
  caption captions wp-caption figcaption credit credits imagecredit photocredit
  cookie cookies consent gdpr paywall regwall popup popups modal overlay lightbox tooltip dropdown login signin register
  copyright disclaimer colophon print printfriendly skip skiplink screenreader visuallyhidden
  rating ratings vote voting poll carousel slideshow thumbnails banner infobox toc`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
