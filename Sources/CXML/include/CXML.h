// A face for libxml2's push parsers without any libxml2 type.
//
// The parser collects events; the caller pushes a stretch of bytes, takes the events, and pushes the next. So no call goes
// from C into the caller, and whatever has been read stays read when a limit ends the work.
#ifndef CXML_H
#define CXML_H
#include <stdbool.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// The version of libxml2 that is loaded, such as "20914".
const char *cxml_version(void);

typedef struct cxml_parser cxml_parser;

typedef enum { CXML_XML, CXML_HTML } cxml_language;
typedef enum { CXML_START, CXML_END, CXML_TEXT, CXML_CDATA } cxml_kind;

/// Why a parser stopped before the end; 0 while it goes on.
typedef enum { CXML_GOING, CXML_OUT_OF_MEMORY, CXML_TOO_DEEP, CXML_TOO_MANY_EVENTS, CXML_TOO_MANY_NAMES } cxml_status;

/// An attribute: its name and the bytes of its value, as offsets into the heap of the batch.
typedef struct { uint32_t name, space, lower, upper; } cxml_attribute;

/// One event. `lower..<upper` are bytes of the heap for text, attributes of the batch for a start tag.
/// `space` is the namespace's URI, or the prefix where none is declared; names and spaces are numbers of `cxml_name`, 0 for none.
typedef struct { uint32_t kind, name, space, line, lower, upper; } cxml_event;

/// What one push gave; valid until the next push.
typedef struct {
  const cxml_event *events;
  const cxml_attribute *attributes;
  const uint8_t *heap;
  uint32_t event_count, attribute_count, heap_count;
} cxml_batch;

typedef struct { uint32_t depth, names; uint64_t events; } cxml_limits;

/// Opens a parser for UTF-8 text. It recovers from errors, loads no DTD, reaches no file or network and expands no entity of a document.
cxml_parser *cxml_open(cxml_language language, cxml_limits limits);
void cxml_close(cxml_parser *parser);
/// Parses more bytes; nothing happens after a status other than `CXML_GOING`.
cxml_status cxml_push(cxml_parser *parser, const uint8_t *bytes, int32_t count, bool is_last);
cxml_batch cxml_take(const cxml_parser *parser);
/// How many names there are; their numbers are 1 to that.
uint32_t cxml_name_count(const cxml_parser *parser);
const char *cxml_name(const cxml_parser *parser, uint32_t number);
/// How many errors libxml2 has reported.
uint32_t cxml_error_count(const cxml_parser *parser);

#ifdef __cplusplus
}
#endif
#endif
