// A stable, ICU-header-free face for the ICU functions that Swift uses.
// UTF-16 is uint16_t*, UTF-8 is uint8_t*; every handle is an opaque struct.
// Status: 0 is success, > 0 an ICU error (cicu_error_name), as in UErrorCode with warnings dropped.
#ifndef CICU_H
#define CICU_H
#include <stdbool.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

typedef struct cicu_brk cicu_brk;      // UBreakIterator
typedef struct cicu_trans cicu_trans;  // UTransliterator
typedef struct cicu_col cicu_col;      // UCollator
typedef struct cicu_csdet cicu_csdet;  // UCharsetDetector
typedef struct cicu_spoof cicu_spoof;  // USpoofChecker
typedef struct cicu_case cicu_case;    // UCaseMap
typedef struct cicu_cnv cicu_cnv;      // UConverter

typedef enum { CICU_NFC, CICU_NFD, CICU_NFKC, CICU_NFKD, CICU_NFKC_CASEFOLD } cicu_form;
typedef enum { CICU_CHARACTER, CICU_WORD, CICU_LINE, CICU_SENTENCE } cicu_brk_kind;

const char *cicu_version(void);           // of the headers
void cicu_runtime_version(uint8_t v[4]);  // of the library loaded
const char *cicu_error_name(int32_t status);

/// One replaced stretch, in UTF-8 offsets.
typedef struct { uint32_t source_lower, source_upper, target_lower, target_upper; } cicu_edit;
/// A rewritten text and its edits, the thread's until `cicu_text_free` or its next call; `error` is 0 or an ICU error.
typedef struct { uint8_t *bytes; int32_t count; cicu_edit *edits; int32_t edit_count; int32_t error; } cicu_text;
/// Normalizes UTF-8 text and tells every stretch that changed; without edits there are no bytes either.
cicu_text cicu_normalize_edits8(cicu_form f, const uint8_t *s, int32_t n);
void cicu_text_free(cicu_text t);

// Normalization. cap may be 0 to ask for the length; the length needed is returned, -1 on error.
int32_t cicu_normalize8(cicu_form f, const uint8_t *s, int32_t n, uint8_t *d, int32_t cap);
bool cicu_is_normalized8(cicu_form f, const uint8_t *s, int32_t n);
int32_t cicu_normalize16(cicu_form f, const uint16_t *s, int32_t n, uint16_t *d, int32_t cap);
int32_t cicu_quick_check16(cicu_form f, const uint16_t *s, int32_t n);       // 0 no 1 yes 2 maybe
int32_t cicu_span_quick_check16(cicu_form f, const uint16_t *s, int32_t n);  // length of the prefix that is sure

// UTF-8 <-> UTF-16 (ill-formed input becomes U+FFFD). Length needed, or -1.
int32_t cicu_utf8_to_16(const uint8_t *s, int32_t n, uint16_t *d, int32_t cap);
int32_t cicu_utf16_to_8(const uint16_t *s, int32_t n, uint8_t *d, int32_t cap);

// Break iteration. With UTF-8 text the offsets are UTF-8 offsets and nothing is copied;
// the text must outlive the iteration.
cicu_brk *cicu_brk_open(cicu_brk_kind k, const char *locale, int32_t *status);
void cicu_brk_close(cicu_brk *b);
int32_t cicu_brk_set8(cicu_brk *b, const uint8_t *s, int64_t n);
int32_t cicu_brk_set16(cicu_brk *b, const uint16_t *s, int32_t n);
int32_t cicu_brk_next(cicu_brk *b);         // next boundary, -1 at the end
int32_t cicu_brk_rule_status(cicu_brk *b);
/// All boundaries in one call. Returns how many there are; at most cap are written.
int32_t cicu_brk_all8(cicu_brk *b, const uint8_t *s, int64_t n, int32_t *out, int32_t cap);

// Transliteration, in place in a UTF-16 buffer. Returns the new length or -1.
cicu_trans *cicu_trans_open(const char *id, int32_t *status);
void cicu_trans_close(cicu_trans *t);
int32_t cicu_trans_run(const cicu_trans *t, uint16_t *buf, int32_t n, int32_t cap);

cicu_col *cicu_col_open(const char *locale, int32_t strength, int32_t *status);  // strength 0 primary .. 3
void cicu_col_close(cicu_col *c);
int32_t cicu_col_cmp8(const cicu_col *c, const uint8_t *a, int32_t an, const uint8_t *b, int32_t bn);
int32_t cicu_col_key16(const cicu_col *c, const uint16_t *a, int32_t an, uint8_t *key, int32_t cap);

cicu_csdet *cicu_csdet_open(int32_t *status);
void cicu_csdet_close(cicu_csdet *d);
/// The charset's name (owned by the detector), NULL when none; confidence 0...100.
const char *cicu_csdet_run(cicu_csdet *d, const uint8_t *s, int32_t n, int32_t *confidence);

cicu_cnv *cicu_cnv_open(const char *charset, int32_t *status);
void cicu_cnv_close(cicu_cnv *c);
int32_t cicu_cnv_to_16(cicu_cnv *c, const uint8_t *s, int32_t n, uint16_t *d, int32_t cap);
/// Decodes whole; what cannot be decoded becomes U+FFFD. `offsets` gets, for each unit, the byte that it came from.
/// Returns the units written, or -1; `cap` should be twice `n`, and some.
int32_t cicu_cnv_decode(cicu_cnv *c, const uint8_t *s, int32_t n, uint16_t *d, int32_t *offsets, int32_t cap);
/// The same for one piece of a longer input: `first` begins anew, `last` ends it. A character that a piece cuts off comes
/// with the next, with an offset below 0.
int32_t cicu_cnv_decode_piece(cicu_cnv *c, const uint8_t *s, int32_t n, uint16_t *d, int32_t *offsets, int32_t cap,
                              bool first, bool last);

cicu_spoof *cicu_spoof_open(int32_t *status);
void cicu_spoof_close(cicu_spoof *s);
int32_t cicu_spoof_confusable8(cicu_spoof *s, const uint8_t *a, int32_t an, const uint8_t *b, int32_t bn);
int32_t cicu_spoof_skeleton8(cicu_spoof *s, const uint8_t *a, int32_t n, uint8_t *d, int32_t cap);

cicu_case *cicu_case_open(const char *locale, int32_t *status);
void cicu_case_close(cicu_case *m);
int32_t cicu_fold8(const cicu_case *m, const uint8_t *s, int32_t n, uint8_t *d, int32_t cap);
int32_t cicu_lower8(const cicu_case *m, const uint8_t *s, int32_t n, uint8_t *d, int32_t cap);

/// The CLDR name of a region (ISO 3166 code such as "IT") in a display language; UTF-16 units written, or -1.
int32_t cicu_region_name(const char *region, const char *display, uint16_t *d, int32_t cap);

int32_t cicu_script(uint32_t c);         // UScriptCode
int32_t cicu_general_category(uint32_t c);
/// All scripts that use a character (Script_Extensions); returns how many, at most cap are written.
int32_t cicu_script_extensions(uint32_t c, int32_t *scripts, int32_t cap);
const char *cicu_script_name(int32_t script);
bool cicu_has_property(uint32_t c, int32_t property);
#ifdef __cplusplus
}
#endif
#endif
