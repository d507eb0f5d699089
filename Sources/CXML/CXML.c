#include "CXML.h"
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct cxml_parser {
  xmlParserCtxtPtr context;
  cxml_language language;
  cxml_limits limits;
  cxml_status status;
  uint32_t depth, errors;
  uint64_t total;

  cxml_event *events;
  cxml_attribute *attributes;
  uint8_t *heap;
  uint32_t event_count, event_room, attribute_count, attribute_room, heap_count, heap_room;

  char **names;
  uint32_t name_count, name_room;
  uint32_t *buckets;  // numbers of names by hash; the size is a power of two
  uint32_t bucket_count;
};

const char *cxml_version(void) { return xmlParserVersion; }

// MARK: memory

static bool reserve(cxml_parser *p, void **array, uint32_t *room, uint64_t wanted, size_t size) {
  if (wanted <= *room) return true;
  uint64_t next = *room ? (uint64_t)*room * 2 : 256;
  if (next < wanted) next = wanted;
  void *grown = next <= UINT32_MAX ? realloc(*array, next * size) : NULL;
  if (!grown) {
    p->status = CXML_OUT_OF_MEMORY;
    return false;
  }
  *array = grown;
  *room = (uint32_t)next;
  return true;
}

static uint32_t hash_of(const char *name) {
  uint32_t hash = 2166136261u;
  for (; *name; name++) hash = (hash ^ (uint8_t)*name) * 16777619u;
  return hash;
}

static bool rehash(cxml_parser *p, uint32_t size) {
  uint32_t *buckets = calloc(size, sizeof *buckets);
  if (!buckets) {
    p->status = CXML_OUT_OF_MEMORY;
    return false;
  }
  for (uint32_t i = 0; i < p->name_count; i++) {
    uint32_t slot = hash_of(p->names[i]) & (size - 1);
    while (buckets[slot]) slot = (slot + 1) & (size - 1);
    buckets[slot] = i + 1;
  }
  free(p->buckets);
  p->buckets = buckets;
  p->bucket_count = size;
  return true;
}

static uint32_t number_of(cxml_parser *p, const xmlChar *text) {
  if (!text || !*text) return 0;
  const char *name = (const char *)text;
  if (p->name_count * 2 >= p->bucket_count && !rehash(p, p->bucket_count ? p->bucket_count * 2 : 256)) return 0;
  uint32_t slot = hash_of(name) & (p->bucket_count - 1);
  for (; p->buckets[slot]; slot = (slot + 1) & (p->bucket_count - 1))
    if (strcmp(p->names[p->buckets[slot] - 1], name) == 0) return p->buckets[slot];
  if (p->name_count >= p->limits.names) {
    p->status = CXML_TOO_MANY_NAMES;
    return 0;
  }
  if (!reserve(p, (void **)&p->names, &p->name_room, (uint64_t)p->name_count + 1, sizeof *p->names)) return 0;
  char *copy = strdup(name);
  if (!copy) {
    p->status = CXML_OUT_OF_MEMORY;
    return 0;
  }
  p->names[p->name_count++] = copy;
  return p->buckets[slot] = p->name_count;
}

// MARK: events

static cxml_event *add_event(cxml_parser *p, cxml_kind kind) {
  if (p->status != CXML_GOING) return NULL;
  if (++p->total > p->limits.events) {
    p->status = CXML_TOO_MANY_EVENTS;
    return NULL;
  }
  if (!reserve(p, (void **)&p->events, &p->event_room, (uint64_t)p->event_count + 1, sizeof *p->events)) return NULL;
  cxml_event *event = &p->events[p->event_count++];
  memset(event, 0, sizeof *event);
  event->kind = kind;
  if (p->context->input && p->context->input->line > 0) event->line = (uint32_t)p->context->input->line;
  return event;
}

static bool add_bytes(cxml_parser *p, const uint8_t *bytes, size_t count) {
  if (!reserve(p, (void **)&p->heap, &p->heap_room, (uint64_t)p->heap_count + count, 1)) return false;
  if (count) memcpy(p->heap + p->heap_count, bytes, count);
  p->heap_count += (uint32_t)count;
  return true;
}

// libxml2 hands "&" in attribute values over as "&#38;" when it is not told to expand entities.
static bool add_value(cxml_parser *p, const uint8_t *value, size_t count) {
  const uint8_t *end = value + count;
  while (value < end) {
    const uint8_t *mark = memchr(value, '&', (size_t)(end - value));
    if (!mark) return add_bytes(p, value, (size_t)(end - value));
    if (!add_bytes(p, value, (size_t)(mark - value) + 1)) return false;
    value = end - mark >= 5 && memcmp(mark, "&#38;", 5) == 0 ? mark + 5 : mark + 1;
  }
  return true;
}

static void add_attribute(cxml_parser *p, const xmlChar *name, const xmlChar *space, const xmlChar *value, size_t count) {
  if (!reserve(p, (void **)&p->attributes, &p->attribute_room, (uint64_t)p->attribute_count + 1, sizeof *p->attributes)) return;
  cxml_attribute attribute = {number_of(p, name), number_of(p, space), p->heap_count, 0};
  bool done = p->language == CXML_XML ? add_value(p, value, count) : add_bytes(p, value, count);
  attribute.upper = p->heap_count;
  if (done && p->status == CXML_GOING) p->attributes[p->attribute_count++] = attribute;
}

static void start(cxml_parser *p, const xmlChar *name, const xmlChar *space, uint32_t first_attribute) {
  if (++p->depth > p->limits.depth) p->status = CXML_TOO_DEEP;
  uint32_t number = number_of(p, name), place = number_of(p, space);
  cxml_event *event = add_event(p, CXML_START);
  if (!event) return;
  event->name = number;
  event->space = place;
  event->lower = first_attribute;
  event->upper = p->attribute_count;
}

static void end(cxml_parser *p, const xmlChar *name) {
  if (p->depth) p->depth--;
  uint32_t number = number_of(p, name);
  cxml_event *event = add_event(p, CXML_END);
  if (event) event->name = number;
}

static void text(cxml_parser *p, cxml_kind kind, const xmlChar *bytes, int count) {
  if (count <= 0 || p->status != CXML_GOING) return;
  uint32_t lower = p->heap_count;
  if (!add_bytes(p, bytes, (size_t)count)) return;
  cxml_event *event = add_event(p, kind);
  if (!event) return;
  event->lower = lower;
  event->upper = p->heap_count;
}

// MARK: handlers

static void on_start_xml(
    void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int spaces, const xmlChar **declared, int count,
    int defaulted, const xmlChar **attributes) {
  cxml_parser *p = data;
  (void)spaces, (void)declared, (void)defaulted;
  if (p->status != CXML_GOING) return;
  uint32_t first = p->attribute_count;
  for (int i = 0; i < count; i++, attributes += 5)
    add_attribute(
        p, attributes[0], attributes[2] ? attributes[2] : attributes[1], attributes[3], (size_t)(attributes[4] - attributes[3]));
  start(p, name, uri ? uri : prefix, first);
}

static void on_end_xml(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix, (void)uri;
  if (((cxml_parser *)data)->status == CXML_GOING) end(data, name);
}

static void on_start_html(void *data, const xmlChar *name, const xmlChar **attributes) {
  cxml_parser *p = data;
  if (p->status != CXML_GOING) return;
  uint32_t first = p->attribute_count;
  for (; attributes && attributes[0]; attributes += 2) {
    const xmlChar *value = attributes[1] ? attributes[1] : BAD_CAST "";
    add_attribute(p, attributes[0], NULL, value, strlen((const char *)value));
  }
  start(p, name, NULL, first);
}

static void on_end_html(void *data, const xmlChar *name) {
  if (((cxml_parser *)data)->status == CXML_GOING) end(data, name);
}

static void on_text(void *data, const xmlChar *bytes, int count) { text(data, CXML_TEXT, bytes, count); }
static void on_cdata(void *data, const xmlChar *bytes, int count) { text(data, CXML_CDATA, bytes, count); }
static xmlEntityPtr on_entity(void *data, const xmlChar *name) { return (void)data, (void)name, NULL; }
static void on_error(void *data, xmlErrorPtr error) {
  (void)error;
  ((cxml_parser *)data)->errors++;
}

// MARK: face

static pthread_once_t once = PTHREAD_ONCE_INIT;

cxml_parser *cxml_open(cxml_language language, cxml_limits limits) {
  pthread_once(&once, xmlInitParser);
  cxml_parser *p = calloc(1, sizeof *p);
  if (!p) return NULL;
  p->language = language;
  p->limits = limits;
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.serror = on_error;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_cdata;
  sax.getEntity = on_entity;
  if (language == CXML_XML) {
    sax.startElementNs = on_start_xml;
    sax.endElementNs = on_end_xml;
    p->context = xmlCreatePushParserCtxt(&sax, p, NULL, 0, NULL);
    if (p->context) xmlCtxtUseOptions(p->context, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  } else {
    sax.startElement = on_start_html;
    sax.endElement = on_end_html;
    p->context = htmlCreatePushParserCtxt(&sax, p, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (p->context) htmlCtxtUseOptions(p->context, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  }
  if (!p->context) {
    free(p);
    return NULL;
  }
  return p;
}

void cxml_close(cxml_parser *p) {
  if (!p) return;
  if (p->context->myDoc) xmlFreeDoc(p->context->myDoc);
  p->context->myDoc = NULL;
  if (p->language == CXML_XML) xmlFreeParserCtxt(p->context);
  else htmlFreeParserCtxt(p->context);
  for (uint32_t i = 0; i < p->name_count; i++) free(p->names[i]);
  free(p->names);
  free(p->buckets);
  free(p->events);
  free(p->attributes);
  free(p->heap);
  free(p);
}

cxml_status cxml_push(cxml_parser *p, const uint8_t *bytes, int32_t count, bool is_last) {
  p->event_count = p->attribute_count = p->heap_count = 0;
  if (p->status != CXML_GOING) return p->status;
  if (p->language == CXML_XML) xmlParseChunk(p->context, (const char *)bytes, count, is_last);
  else htmlParseChunk(p->context, (const char *)bytes, count, is_last);
  return p->status;
}

cxml_batch cxml_take(const cxml_parser *p) {
  return (cxml_batch){p->events, p->attributes, p->heap, p->event_count, p->attribute_count, p->heap_count};
}

uint32_t cxml_name_count(const cxml_parser *p) { return p->name_count; }
const char *cxml_name(const cxml_parser *p, uint32_t number) { return p->names[number - 1]; }
uint32_t cxml_error_count(const cxml_parser *p) { return p->errors; }
