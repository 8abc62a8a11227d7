const url = { type: 'string', format: 'uri', pattern: '^https?://' }
const moment = { type: 'string', format: 'date-time' }
const authors = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    properties: { name: { type: 'string', minLength: 1 }, url, avatar: url },
    anyOf: [{ required: ['name'] }, { required: ['url'] }, { required: ['avatar'] }],
    additionalProperties: false,
  },
}
const language = { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' }
const extension = { '^_[A-Za-z][A-Za-z0-9_]*$': { type: 'object' } }

/** JSON Feed 1.1 (jsonfeed.org/version/1.1) as a JSON Schema, stricter than the text where it says "should". */
export const JSON_FEED_SCHEMA = {
  type: 'object',
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: url,
    feed_url: url,
    description: { type: 'string' },
    user_comment: { type: 'string' },
    next_url: url,
    icon: url,
    favicon: url,
    authors,
    language,
    expired: { type: 'boolean' },
    hubs: { type: 'array', items: { type: 'object', required: ['type', 'url'], properties: { type: { type: 'string' }, url } } },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        properties: {
          id: { type: 'string', minLength: 1 },
          url,
          external_url: url,
          title: { type: 'string' },
          content_html: { type: 'string' },
          content_text: { type: 'string' },
          summary: { type: 'string', minLength: 1 },
          image: url,
          banner_image: url,
          date_published: moment,
          date_modified: moment,
          authors,
          tags: { type: 'array', minItems: 1, items: { type: 'string' } },
          language,
          attachments: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['url', 'mime_type'],
              properties: {
                url,
                mime_type: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' },
                title: { type: 'string' },
                size_in_bytes: { type: 'integer', minimum: 1 },
                duration_in_seconds: { type: 'number' },
              },
              additionalProperties: false,
            },
          },
        },
        patternProperties: extension,
        additionalProperties: false,
      },
    },
  },
  patternProperties: extension,
  additionalProperties: false,
} as const
