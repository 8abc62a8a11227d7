import iconv from 'iconv-lite'

/** Labels that mean another encoding than they say (WHATWG Encoding), or that iconv-lite does not know. */
const MEANT: ReadonlyMap<string, string> = new Map(
  [
    [
      'windows-1252',
      'ascii us-ascii iso-ir-6 ansi ansi_x3.4-1968 iso646-us iso-8859-1 iso8859-1 iso_8859-1 iso88591 latin1 latin-1 l1 iso-8859-1-windows-3.1-latin-1 cp1252 windows1252 x-cp1252 8859-1 us',
    ],
    ['windows-1254', 'iso-8859-9 iso8859-9 iso_8859-9 iso88599 latin5 latin-5 l5 cp1254 windows1254 x-cp1254'],
    ['windows-1256', 'cp1256 windows1256 x-cp1256 arabic-windows'],
    ['windows-1251', 'cp1251 windows1251 x-cp1251 win-1251 win1251'],
    ['windows-1250', 'cp1250 windows1250 x-cp1250'],
    ['windows-1253', 'cp1253 windows1253 x-cp1253'],
    ['windows-1255', 'cp1255 windows1255 x-cp1255'],
    ['windows-874', 'iso-8859-11 tis-620 tis620 dos-874 cp874'],
    ['iso-8859-8', 'iso-8859-8-i iso-8859-8-e logical visual hebrew csiso88598i'],
    ['gb18030', 'gb2312 gbk gb_2312-80 gb_2312 x-gbk cp936 ms936 windows-936 chinese csgb2312 euc-cn gb18030-2000'],
    ['big5', 'big5-hkscs big5hkscs cn-big5 x-x-big5 csbig5 cp950'],
    ['shift_jis', 'shift-jis sjis x-sjis ms_kanji windows-31j cp932 ms932 csshiftjis windows-932'],
    ['euc-jp', 'x-euc-jp eucjp cseucpkdfmtjapanese x-euc'],
    [
      'cp949',
      'euc-kr euckr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 ks_c_5601 korean windows-949 iso-ir-149 cseuckr ms949',
    ],
    ['utf-8', 'utf8 unicode-1-1-utf-8 utf_8 x-unicode20utf8 utf-8-sig'],
    ['iso-2022-jp', 'iso-2022-jp csiso2022jp iso2022jp'],
  ].flatMap(([name = '', labels = '']) => [name, ...labels.split(' ')].map((label): [string, string] => [label, name])),
)

/** Encodings in which plain ASCII can hide markup, or which bytes that hold `<` plainly cannot be in. */
const REFUSED =
  /^(?:utf-?7|utf-?16|utf-?32|ucs-?[24]|unicode|hz|iso-?2022-?(?:cn|kr)|replacement|x-user|binary|hex|base64|cesu|x-mac-(?!cyrillic|roman)|ebcdic|cp(?:037|424|500|875|1026|1140)|ibm|csibm)/

/** The encoding that a label means, as iconv-lite knows it; undefined for labels unknown or refused. */
export function encodingName(label: string): string | undefined {
  const name = label.trim().toLowerCase()
  const meant = MEANT.get(name)
  if (meant !== undefined) return meant
  if (name === '' || REFUSED.test(name)) return undefined
  return iconv.encodingExists(name) ? name : undefined
}
