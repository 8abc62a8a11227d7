import type { Article } from '../model/index.ts'
import type { Blocks } from './block.ts'
import { type JsonLdNode, typesOf } from './json-ld.ts'
import { isFree } from './richer-body.ts'

const STUB = 2_000
const WALL = 3_000

/** What a page is judged by. */
export type Judged = {
  readonly url: string
  readonly about: JsonLdNode | undefined
  /** every object of the page's JSON-LD */
  readonly nodes: readonly JsonLdNode[]
  readonly page: Blocks
  readonly text: string
  /** pictures inside the article's container */
  readonly pictures: number
}

/**
 * What sort of page the text comes from. A wall or a stub is no article, however much it reads like one: who publishes must know.
 */
export function articleKind(judged: Judged): Article['kind'] {
  const { text, about } = judged
  const types = about === undefined ? [] : typesOf(about)
  if (isConsentWall(judged)) return 'consent-wall'
  if (text.length < STUB && (!isFree(about) || judged.page.list.some((block) => isPaywallLine(block.text)))) return 'paywall-stub'
  if (text === '') return 'none'
  if (types.includes('LiveBlogPosting') || judged.nodes.some(isRunning) || isLivePath(judged.url)) return 'live-blog'
  if (types.some((type) => /Gallery$/.test(type)) || isMostlyPictures(judged)) return 'gallery'
  return 'article'
}

/** A second object beside the article's may say that it is still being written. */
function isRunning(node: JsonLdNode): boolean {
  return typesOf(node).includes('LiveBlogPosting') && ('liveBlogUpdate' in node || 'coverageStartTime' in node)
}

function isMostlyPictures({ url, pictures, text }: Judged): boolean {
  return (pictures >= 6 && text.length < pictures * 60) || (pictures >= 3 && text.length < pictures * 300 && isGalleryPath(url))
}

const CONSENT =
  /cookies?\b|consent|privacy|\bpartners\b|einwilligung|datenschutz|zustimm|akzeptieren|vie privée|accepter|consentimiento|privacidad|aceptar|consenso|accetta|çerez|kabul|согласие|файлы cookie|ملفات تعريف الارتباط|الموافقة|zgod[aęy]|prywatno|toestemming|privacybeleid|samtycke|integritet|συγκατάθεση|απορρήτου|הסכמה|פרטיות|עוגיות|کوکی|حریم خصوصی|Cookie|同意|隐私/iu

/** Hardly anything to read, and most of that about consent. */
function isConsentWall({ url, page, text }: Judged): boolean {
  if (/^https?:\/\/(?:consent|myprivacy|cmp)\./.test(url)) return true
  const read = page.list.filter((block) => block.text.length > 40)
  const all = read.reduce((sum, block) => sum + block.text.length, 0)
  if (all > WALL || text.length > 600 || read.length === 0) return false
  const about = read.filter((block) => CONSENT.test(block.text)).reduce((sum, block) => sum + block.text.length, 0)
  return about > all * 0.6
}

const PAYWALL =
  /subscribe (?:now |today )?to (?:continue|keep|read)|to (?:continue|keep) reading|continue reading (?:this|with|your)|(?:for|to) subscribers only|subscriber[- ]only|already a subscriber|sign in to (?:read|continue)|(?:nur|exklusiv) für abonnent|weiterlesen mit|jetzt (?:testen|abonnieren) und weiterlesen|bereits abonnent|réservé aux abonnés|il vous reste .{1,12} (?:à lire|de cet article)|pour lire la suite|suscríbete para|solo para suscriptores|contenido exclusivo para suscriptores|exclusivo para assinantes|per continuare a leggere|riservato agli abbonati|abone ol(?:up|arak)? (?:devam|oku)|devamını okumak için abone|только для подписчиков|доступно по подписке|للمشتركين فقط|dostęp tylko dla|treść dla subskrybentów|למנויים בלבד|להמשך קריאה הירשמו|alleen voor abonnees|verder lezen\? word abonnee|för prenumeranter|bli prenumerant|kun for abonnenter|μόνο για συνδρομητές|اشترك (?:الآن )?(?:لمتابعة|لمواصلة) القراءة|ویژه (?:مشترکان|اعضا)|برای ادامه مطلب وارد شوید|лише для передплатників|só para assinantes|购买会员后继续阅读|会員限定/iu

function isPaywallLine(text: string): boolean {
  return text.length < 300 && PAYWALL.test(text)
}

function isGalleryPath(url: string): boolean {
  return /\/(?:(?:photo|picture|foto)-?galler(?:y|ies|i|ie)|galler(?:y|ies|ia)|foto-?galeri|galeri[ae]?|foto(?:s|strecke)?|photos|in-pictures|bildergalerie|bilder(?:strecke)?|diaporama|slideshow|photostory|صور)(?:[/-]|$)/iu.test(
    decodedPath(url),
  )
}

function decodedPath(url: string): string {
  const path = URL.parse(url)?.pathname ?? ''
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'))
}

function isLivePath(url: string): boolean {
  const path = URL.parse(url)?.pathname ?? ''
  return /\/(?:live-?blog|live-?ticker|live-updates?|newsticker|canli-(?:blog|anlatim|yayin)|en-?direct|en-vivo|diretta|na-zhivo|relacja-na-zywo)(?:[/-]|$)|\/live\/(?:19|20)\d{2}\/|\/news\/live\/\w/i.test(
    path,
  )
}
