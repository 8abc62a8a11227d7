/** Whole families of parameters that campaigns and measuring add to an address. */
const FAMILIES = /^(utm|mtm|pk|piwik|matomo|hsa|vero|oly|trk|at|ns|wt|uta|itm|_?_hs|bsft|elq)_/

/** Names that a family's prefix would catch, though they may select an article. */
const NO_MEMBERS: ReadonlySet<string> = new Set(['at_id', 'ns_id', 'pk_id', 'at_page', 'ns_page'])

const NAMES: ReadonlySet<string> = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh epik rdt_cid irclickid irgwc syclid
  wickedid obclid rb_clickid tblci srsltid _openstat _ga _gl _ke _kx _bta_tid _bta_c _branch_match_id _branch_referrer
  mc_cid mc_eid mc_tc ml_subscriber ml_subscriber_hash mkt_tok mkcid mkevt hsctatracking __s __twitter_impression __tn__ __xts__ fb_ref
  fb_source fb_action_ids fb_action_types action_object_map action_type_map action_ref_map s_cid s_kwcid sc_cid sc_channel
  sc_campaign sc_content sc_source sc_medium ga_source ga_medium ga_campaign ga_content ga_term gs_l cmpid cmp_id cmp campaign_id
  trkcampaign xtor xtref xtcr xts xtatc maca wt.mc_id wt.tsrc wtrid traffic_source smid smtyp partner partnerid ref_src ref_url
  icid ico ito intcid intcmp int_cmp int_source int_medium int_campaign int_content ncid ocid cvid nr_email_referer
  from_rss fromrss source_rss rss_source rss_ref via_rss mod_rss spm scm algo_pvid algo_expid guccounter guce_referrer
  guce_referrer_sig share_from shared_from share_source share_medium xng_share_origin soc_src soc_trk socialtype social_share
  tsrc tsmp cn-reloaded echobox mbid bxid cndid esrc wpisrc wpmm wprss wpmp_switcher taid gaa_at gaa_n gaa_ts gaa_sig
  amp_js_v amp_gsa amp_lite amp_tf amp_ct aoh usqp outputtype _amp sfmc_id sfmc_sub vgo_ee emc fr_src dicbo obref obinsite tbref
  dpg_campaign dpg_source cx_navsource cx_artpos promo_src nl_campaign`
    .split(/\s+/)
    .filter((name) => name !== ''),
)

/** Switches that ask for the AMP form of a page; they say nothing of which article it is. */
const AMP_SWITCHES: ReadonlyMap<string, RegExp> = new Map([
  ['amp', /^(1|true|yes|amp)?$/i],
  ['noamp', /^(mobile|available|1)?$/i],
  ['output', /^amp$/i],
  ['mode', /^amp$/i],
  ['view', /^amp$/i],
  ['format', /^amp$/i],
])

/**
 * Whether a query parameter only says where a click came from (or asks for a page's AMP form), so that the address without it
 * is the same article. `hosts`: those of the site and of its feed, without `www.`; `ref` counts only when it names one of them.
 */
export function isTrackingParameter(name: string, value: string, hosts: readonly string[]): boolean {
  const plain = name.replace(/^amp;/i, '').toLowerCase()
  if (NAMES.has(plain)) return true
  if (FAMILIES.test(plain)) return !NO_MEMBERS.has(plain)
  if (plain === 'ref') return hosts.includes(bareHost(value))
  return AMP_SWITCHES.get(plain)?.test(value) ?? false
}

/** The host that a value names, be it an address or a bare host; escaped or not. */
function bareHost(value: string): string {
  const text = value.toLowerCase().replaceAll('%3a', ':').replaceAll('%2f', '/')
  const afterScheme = text.replace(/^https?:\/\//, '').replace(/^www\./, '')
  return afterScheme.endsWith('/') ? afterScheme.slice(0, -1) : afterScheme
}
