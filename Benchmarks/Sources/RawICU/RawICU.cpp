#include "RawICU.h"
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/translit.h>
#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <string>

namespace {
icu::StringPiece piece(const uint8_t *s, int32_t n) { return {reinterpret_cast<const char *>(s), n}; }
int32_t normalize(const icu::Normalizer2 *z, const uint8_t *s, int32_t n, uint8_t *out, int32_t capacity) {
  UErrorCode e = U_ZERO_ERROR;
  icu::CheckedArrayByteSink sink(reinterpret_cast<char *>(out), capacity);
  z->normalizeUTF8(0, piece(s, n), sink, nullptr, e);
  return U_FAILURE(e) ? -1 : sink.NumberOfBytesAppended();
}
}  // namespace

struct raw_breaks { UBreakIterator *iterator; UText text; };
struct raw_transform { icu::Transliterator *transform; };

extern "C" {
int32_t raw_nfc(const uint8_t *s, int32_t n, uint8_t *out, int32_t capacity) {
  UErrorCode e = U_ZERO_ERROR;
  return normalize(icu::Normalizer2::getNFCInstance(e), s, n, out, capacity);
}
int32_t raw_nfd(const uint8_t *s, int32_t n, uint8_t *out, int32_t capacity) {
  UErrorCode e = U_ZERO_ERROR;
  return normalize(icu::Normalizer2::getNFDInstance(e), s, n, out, capacity);
}
bool raw_is_nfc(const uint8_t *s, int32_t n) {
  UErrorCode e = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(e)->isNormalizedUTF8(piece(s, n), e);
}
raw_breaks *raw_breaks_open(bool sentences, const char *locale) {
  UErrorCode e = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(sentences ? UBRK_SENTENCE : UBRK_WORD, locale, nullptr, 0, &e);
  return new raw_breaks{iterator, UTEXT_INITIALIZER};
}
void raw_breaks_close(raw_breaks *b) {
  ubrk_close(b->iterator);
  utext_close(&b->text);
  delete b;
}
int32_t raw_breaks_count(raw_breaks *b, const uint8_t *s, int64_t n) {
  UErrorCode e = U_ZERO_ERROR;
  utext_openUTF8(&b->text, reinterpret_cast<const char *>(s), n, &e);
  ubrk_setUText(b->iterator, &b->text, &e);
  int32_t count = 0;
  for (ubrk_first(b->iterator); ubrk_next(b->iterator) != UBRK_DONE;) count++;
  return count;
}
raw_transform *raw_transform_open(const char *id) {
  UErrorCode e = U_ZERO_ERROR;
  return new raw_transform{icu::Transliterator::createInstance(id, UTRANS_FORWARD, e)};
}
void raw_transform_close(raw_transform *t) {
  delete t->transform;
  delete t;
}
int64_t raw_transform_run(raw_transform *t, const uint8_t *s, int32_t n) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(piece(s, n));
  t->transform->transliterate(text);
  std::string out;
  text.toUTF8String(out);
  return static_cast<int64_t>(out.size());
}
int32_t raw_convert(const char *encoding, const uint8_t *s, int32_t n, uint8_t *out, int32_t capacity) {
  UErrorCode e = U_ZERO_ERROR;
  return ucnv_convert("UTF-8", encoding, reinterpret_cast<char *>(out), capacity, reinterpret_cast<const char *>(s), n, &e);
}
}
