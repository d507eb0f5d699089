#include "CICU.h"
#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/uclean.h>
#include <unicode/uloc.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucol.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>
#include <cstdio>

namespace {
inline int32_t st(UErrorCode e) { return U_FAILURE(e) ? static_cast<int32_t>(e) : 0; }
inline const UChar *u16(const uint16_t *p) { return reinterpret_cast<const UChar *>(p); }
inline UChar *u16(uint16_t *p) { return reinterpret_cast<UChar *>(p); }
inline const char *c8(const uint8_t *p) { return reinterpret_cast<const char *>(p); }
inline char *c8(uint8_t *p) { return reinterpret_cast<char *>(p); }
inline int32_t len(int32_t n, UErrorCode e) { return U_FAILURE(e) && e != U_BUFFER_OVERFLOW_ERROR ? -1 : n; }
const icu::Normalizer2 *nz(cicu_form f, UErrorCode &e) {
  switch (f) {
  case CICU_NFD: return icu::Normalizer2::getNFDInstance(e);
  case CICU_NFKC: return icu::Normalizer2::getNFKCInstance(e);
  case CICU_NFKD: return icu::Normalizer2::getNFKDInstance(e);
  case CICU_NFKC_CASEFOLD: return icu::Normalizer2::getNFKCCasefoldInstance(e);
  default: return icu::Normalizer2::getNFCInstance(e);
  }
}
inline const UNormalizer2 *cnz(cicu_form f, UErrorCode &e) { return reinterpret_cast<const UNormalizer2 *>(nz(f, e)); }
}  // namespace

struct cicu_brk { UBreakIterator *it; UText text; };

extern "C" {
const char *cicu_version(void) { return U_ICU_VERSION; }
void cicu_runtime_version(uint8_t v[4]) { u_getVersion(v); }
const char *cicu_error_name(int32_t s) { return u_errorName(static_cast<UErrorCode>(s)); }

int32_t cicu_normalize8(cicu_form f, const uint8_t *s, int32_t n, uint8_t *d, int32_t cap) {
  UErrorCode e = U_ZERO_ERROR;
  const icu::Normalizer2 *z = nz(f, e);
  if (U_FAILURE(e)) return -1;
  icu::CheckedArrayByteSink sink(c8(d), cap);
  z->normalizeUTF8(0, icu::StringPiece(c8(s), n), sink, nullptr, e);
  return U_FAILURE(e) ? -1 : sink.NumberOfBytesAppended();
}
bool cicu_is_normalized8(cicu_form f, const uint8_t *s, int32_t n) {
  UErrorCode e = U_ZERO_ERROR;
  const icu::Normalizer2 *z = nz(f, e);
  return U_SUCCESS(e) && z->isNormalizedUTF8(icu::StringPiece(c8(s), n), e) && U_SUCCESS(e);
}
int32_t cicu_normalize16(cicu_form f, const uint16_t *s, int32_t n, uint16_t *d, int32_t cap) {
  UErrorCode e = U_ZERO_ERROR;
  const UNormalizer2 *z = cnz(f, e);
  return len(unorm2_normalize(z, u16(s), n, u16(d), cap, &e), e);
}
int32_t cicu_quick_check16(cicu_form f, const uint16_t *s, int32_t n) {
  UErrorCode e = U_ZERO_ERROR;
  const UNormalizer2 *z = cnz(f, e);
  return unorm2_quickCheck(z, u16(s), n, &e);
}
int32_t cicu_span_quick_check16(cicu_form f, const uint16_t *s, int32_t n) {
  UErrorCode e = U_ZERO_ERROR;
  const UNormalizer2 *z = cnz(f, e);
  return len(unorm2_spanQuickCheckYes(z, u16(s), n, &e), e);
}
int32_t cicu_utf8_to_16(const uint8_t *s, int32_t n, uint16_t *d, int32_t cap) {
  UErrorCode e = U_ZERO_ERROR; int32_t k = 0;
  u_strFromUTF8WithSub(u16(d), cap, &k, c8(s), n, 0xFFFD, nullptr, &e);
  return len(k, e);
}
int32_t cicu_utf16_to_8(const uint16_t *s, int32_t n, uint8_t *d, int32_t cap) {
  UErrorCode e = U_ZERO_ERROR; int32_t k = 0;
  u_strToUTF8WithSub(c8(d), cap, &k, u16(s), n, 0xFFFD, nullptr, &e);
  return len(k, e);
}

cicu_brk *cicu_brk_open(cicu_brk_kind k, const char *locale, int32_t *status) {
  static const UBreakIteratorType kinds[] = {UBRK_CHARACTER, UBRK_WORD, UBRK_LINE, UBRK_SENTENCE};
  UErrorCode e = U_ZERO_ERROR;
  UBreakIterator *it = ubrk_open(kinds[k], locale, nullptr, 0, &e);
  *status = st(e);
  if (U_FAILURE(e)) return nullptr;
  auto *b = new cicu_brk{it, UTEXT_INITIALIZER};
  return b;
}
void cicu_brk_close(cicu_brk *b) { if (b) { ubrk_close(b->it); utext_close(&b->text); delete b; } }
int32_t cicu_brk_set8(cicu_brk *b, const uint8_t *s, int64_t n) {
  UErrorCode e = U_ZERO_ERROR;
  utext_openUTF8(&b->text, c8(s), n, &e);  // reuses the UText struct
  ubrk_setUText(b->it, &b->text, &e);
  ubrk_first(b->it);
  return st(e);
}
int32_t cicu_brk_set16(cicu_brk *b, const uint16_t *s, int32_t n) {
  UErrorCode e = U_ZERO_ERROR;
  ubrk_setText(b->it, u16(s), n, &e);
  ubrk_first(b->it);
  return st(e);
}
int32_t cicu_brk_next(cicu_brk *b) { return ubrk_next(b->it); }
int32_t cicu_brk_rule_status(cicu_brk *b) { return ubrk_getRuleStatus(b->it); }
int32_t cicu_brk_all8(cicu_brk *b, const uint8_t *s, int64_t n, int32_t *out, int32_t cap) {
  if (cicu_brk_set8(b, s, n)) return -1;
  int32_t k = 0;
  for (int32_t p = ubrk_next(b->it); p != UBRK_DONE; p = ubrk_next(b->it)) { if (k < cap) out[k] = p; k++; }
  return k;
}

cicu_trans *cicu_trans_open(const char *id, int32_t *status) {
  UErrorCode e = U_ZERO_ERROR; UParseError pe; UChar buf[512]; int32_t n = 0;
  u_strFromUTF8(buf, 512, &n, id, -1, &e);
  UTransliterator *t = utrans_openU(buf, n, UTRANS_FORWARD, nullptr, 0, &pe, &e);
  *status = st(e);
  return reinterpret_cast<cicu_trans *>(t);
}
void cicu_trans_close(cicu_trans *t) { utrans_close(reinterpret_cast<UTransliterator *>(t)); }
int32_t cicu_trans_run(const cicu_trans *t, uint16_t *buf, int32_t n, int32_t cap) {
  UErrorCode e = U_ZERO_ERROR; int32_t k = n, limit = n;
  utrans_transUChars(reinterpret_cast<const UTransliterator *>(t), u16(buf), &k, cap, 0, &limit, &e);
  return U_FAILURE(e) ? -1 : k;
}

cicu_col *cicu_col_open(const char *locale, int32_t strength, int32_t *status) {
  UErrorCode e = U_ZERO_ERROR;
  UCollator *c = ucol_open(locale, &e);
  if (U_SUCCESS(e)) ucol_setStrength(c, static_cast<UCollationStrength>(strength));
  *status = st(e);
  return reinterpret_cast<cicu_col *>(c);
}
void cicu_col_close(cicu_col *c) { ucol_close(reinterpret_cast<UCollator *>(c)); }
int32_t cicu_col_cmp8(const cicu_col *c, const uint8_t *a, int32_t an, const uint8_t *b, int32_t bn) {
  UErrorCode e = U_ZERO_ERROR;
  return ucol_strcollUTF8(reinterpret_cast<const UCollator *>(c), c8(a), an, c8(b), bn, &e);
}
int32_t cicu_col_key16(const cicu_col *c, const uint16_t *a, int32_t an, uint8_t *key, int32_t cap) {
  return ucol_getSortKey(reinterpret_cast<const UCollator *>(c), u16(a), an, key, cap);
}

cicu_csdet *cicu_csdet_open(int32_t *status) { UErrorCode e = U_ZERO_ERROR; auto *d = ucsdet_open(&e); *status = st(e); return reinterpret_cast<cicu_csdet *>(d); }
void cicu_csdet_close(cicu_csdet *d) { ucsdet_close(reinterpret_cast<UCharsetDetector *>(d)); }
const char *cicu_csdet_run(cicu_csdet *d, const uint8_t *s, int32_t n, int32_t *conf) {
  UErrorCode e = U_ZERO_ERROR; auto *u = reinterpret_cast<UCharsetDetector *>(d);
  ucsdet_setText(u, c8(s), n, &e);
  const UCharsetMatch *m = ucsdet_detect(u, &e);
  *conf = 0;
  if (U_FAILURE(e) || !m) return nullptr;
  *conf = ucsdet_getConfidence(m, &e);
  return ucsdet_getName(m, &e);
}
cicu_cnv *cicu_cnv_open(const char *cs, int32_t *status) { UErrorCode e = U_ZERO_ERROR; auto *c = ucnv_open(cs, &e); *status = st(e); return reinterpret_cast<cicu_cnv *>(c); }
void cicu_cnv_close(cicu_cnv *c) { ucnv_close(reinterpret_cast<UConverter *>(c)); }
int32_t cicu_cnv_to_16(cicu_cnv *c, const uint8_t *s, int32_t n, uint16_t *d, int32_t cap) {
  UErrorCode e = U_ZERO_ERROR;
  return len(ucnv_toUChars(reinterpret_cast<UConverter *>(c), u16(d), cap, c8(s), n, &e), e);
}
// ICU's own substitution writes U+001A for one bad byte in some encodings.
static void replaceUndecodable(const void *, UConverterToUnicodeArgs *args, const char *, int32_t,
                               UConverterCallbackReason reason, UErrorCode *e) {
  if (reason > UCNV_IRREGULAR) return;
  static const UChar replacement = 0xFFFD;
  *e = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, e);
}
int32_t cicu_cnv_decode(cicu_cnv *c, const uint8_t *s, int32_t n, uint16_t *d, int32_t *offsets, int32_t cap) {
  UErrorCode e = U_ZERO_ERROR;
  auto *u = reinterpret_cast<UConverter *>(c);
  ucnv_reset(u);
  ucnv_setToUCallBack(u, replaceUndecodable, nullptr, nullptr, nullptr, &e);
  UChar *target = u16(d);
  const char *source = c8(s);
  ucnv_toUnicode(u, &target, u16(d) + cap, &source, c8(s) + n, offsets, 1, &e);
  return U_FAILURE(e) ? -1 : static_cast<int32_t>(target - u16(d));
}
int32_t cicu_cnv_decode_piece(cicu_cnv *c, const uint8_t *s, int32_t n, uint16_t *d, int32_t *offsets, int32_t cap,
                              bool first, bool last) {
  UErrorCode e = U_ZERO_ERROR;
  auto *u = reinterpret_cast<UConverter *>(c);
  if (first) {
    ucnv_reset(u);
    ucnv_setToUCallBack(u, replaceUndecodable, nullptr, nullptr, nullptr, &e);
  }
  UChar *target = u16(d);
  const char *source = c8(s);
  ucnv_toUnicode(u, &target, u16(d) + cap, &source, c8(s) + n, offsets, last, &e);
  return U_FAILURE(e) ? -1 : static_cast<int32_t>(target - u16(d));
}

cicu_spoof *cicu_spoof_open(int32_t *status) { UErrorCode e = U_ZERO_ERROR; auto *s = uspoof_open(&e); *status = st(e); return reinterpret_cast<cicu_spoof *>(s); }
void cicu_spoof_close(cicu_spoof *s) { uspoof_close(reinterpret_cast<USpoofChecker *>(s)); }
int32_t cicu_spoof_confusable8(cicu_spoof *s, const uint8_t *a, int32_t an, const uint8_t *b, int32_t bn) {
  UErrorCode e = U_ZERO_ERROR;
  return uspoof_areConfusableUTF8(reinterpret_cast<USpoofChecker *>(s), c8(a), an, c8(b), bn, &e);
}
int32_t cicu_spoof_skeleton8(cicu_spoof *s, const uint8_t *a, int32_t n, uint8_t *d, int32_t cap) {
  UErrorCode e = U_ZERO_ERROR;
  return len(uspoof_getSkeletonUTF8(reinterpret_cast<USpoofChecker *>(s), 0, c8(a), n, c8(d), cap, &e), e);
}

cicu_case *cicu_case_open(const char *locale, int32_t *status) { UErrorCode e = U_ZERO_ERROR; auto *m = ucasemap_open(locale, 0, &e); *status = st(e); return reinterpret_cast<cicu_case *>(m); }
void cicu_case_close(cicu_case *m) { ucasemap_close(reinterpret_cast<UCaseMap *>(m)); }
int32_t cicu_fold8(const cicu_case *m, const uint8_t *s, int32_t n, uint8_t *d, int32_t cap) {
  UErrorCode e = U_ZERO_ERROR;
  return len(ucasemap_utf8FoldCase(reinterpret_cast<const UCaseMap *>(m), c8(d), cap, c8(s), n, &e), e);
}
int32_t cicu_lower8(const cicu_case *m, const uint8_t *s, int32_t n, uint8_t *d, int32_t cap) {
  UErrorCode e = U_ZERO_ERROR;
  return len(ucasemap_utf8ToLower(reinterpret_cast<const UCaseMap *>(m), c8(d), cap, c8(s), n, &e), e);
}
int32_t cicu_region_name(const char *region, const char *display, uint16_t *d, int32_t cap) {
  UErrorCode e = U_ZERO_ERROR;
  char locale[16];
  std::snprintf(locale, sizeof locale, "und_%.8s", region);
  int32_t n = uloc_getDisplayCountry(locale, display, u16(d), cap, &e);
  return U_FAILURE(e) || e == U_USING_DEFAULT_WARNING ? -1 : n;
}

int32_t cicu_script(uint32_t c) { UErrorCode e = U_ZERO_ERROR; return uscript_getScript(static_cast<UChar32>(c), &e); }
int32_t cicu_general_category(uint32_t c) { return u_charType(static_cast<UChar32>(c)); }
int32_t cicu_script_extensions(uint32_t c, int32_t *scripts, int32_t cap) {
  UErrorCode e = U_ZERO_ERROR; UScriptCode codes[64];
  int32_t n = uscript_getScriptExtensions(static_cast<UChar32>(c), codes, 64, &e);
  if (U_FAILURE(e)) return 0;
  for (int32_t i = 0; i < n && i < cap; i++) scripts[i] = codes[i];
  return n;
}
const char *cicu_script_name(int32_t s) { return uscript_getShortName(static_cast<UScriptCode>(s)); }
bool cicu_has_property(uint32_t c, int32_t p) { return u_hasBinaryProperty(static_cast<UChar32>(c), static_cast<UProperty>(p)); }
}
