// ICU's own calls, as plain as can be, to measure Koine's beside them.
#ifndef RAWICU_H
#define RAWICU_H
#include <stdbool.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
/// `Normalizer2::normalizeUTF8` to NFC into a buffer; returns the bytes written.
int32_t raw_nfc(const uint8_t *s, int32_t n, uint8_t *out, int32_t capacity);
/// `Normalizer2::isNormalizedUTF8` for NFC.
bool raw_is_nfc(const uint8_t *s, int32_t n);
/// `Normalizer2::normalizeUTF8` from NFC to NFD, to make texts with.
int32_t raw_nfd(const uint8_t *s, int32_t n, uint8_t *out, int32_t capacity);

typedef struct raw_breaks raw_breaks;
/// A break iterator for sentences or words, opened once.
raw_breaks *raw_breaks_open(bool sentences, const char *locale);
void raw_breaks_close(raw_breaks *b);
/// Iterates over UTF-8 text; returns how many boundaries there are.
int32_t raw_breaks_count(raw_breaks *b, const uint8_t *s, int64_t n);

typedef struct raw_transform raw_transform;
/// A transliterator, opened once.
raw_transform *raw_transform_open(const char *id);
void raw_transform_close(raw_transform *t);
/// UTF-8 in, UTF-8 out; returns the bytes of the result.
int64_t raw_transform_run(raw_transform *t, const uint8_t *s, int32_t n);

/// Converts bytes of an encoding to UTF-8 with a converter opened for it; returns the bytes written.
int32_t raw_convert(const char *encoding, const uint8_t *s, int32_t n, uint8_t *out, int32_t capacity);
#ifdef __cplusplus
}
#endif
#endif
