// A face for libxml2's push parsers without any libxml2 type.
#ifndef CXML_H
#define CXML_H
#ifdef __cplusplus
extern "C" {
#endif

/// The version of libxml2 that is loaded, such as "20914".
const char *cxml_version(void);

#ifdef __cplusplus
}
#endif
#endif
