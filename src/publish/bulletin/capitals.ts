/** A title in capitals, as its language has them: Turkish i becomes İ, Greek drops its accents. Unknown languages follow Unicode alone. */
export function capitals(text: string, language: string | undefined): string {
  if (language === undefined || !/^[a-z]{2,3}(-|$)/i.test(language)) return text.toUpperCase()
  return text.toLocaleUpperCase(language.split('-')[0]?.toLowerCase())
}
