#ifndef ZHISOU_CLIBXML2_SHIM_H
#define ZHISOU_CLIBXML2_SHIM_H

// Debian builds libxml2 with ICU, whose headers clash with the ones inside Foundation. Only the end of a
// struct that nobody here looks into depends on them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// Only what Swift cannot reach: variadic functions, the error callback whose type changed in 2.12,
// and fields of structs that later versions deprecate.

static inline void zhisou_ignoreGenericError(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

#if LIBXML_VERSION >= 21200
static inline void zhisou_ignoreError(void *context, const xmlError *error) {
#else
static inline void zhisou_ignoreError(void *context, xmlErrorPtr error) {
#endif
  (void)context;
  (void)error;
}

static inline xmlParserInputPtr zhisou_refuseEntity(
    const char *url, const char *identifier, xmlParserCtxtPtr context) {
  (void)url;
  (void)identifier;
  (void)context;
  return NULL;
}

// Call once a process: no output on stderr, nothing loaded from outside.
static inline void zhisou_xmlInitialize(void) {
  xmlInitParser();
  xmlSetGenericErrorFunc(NULL, zhisou_ignoreGenericError);
  xmlThrDefSetGenericErrorFunc(NULL, zhisou_ignoreGenericError);
  xmlSetExternalEntityLoader(zhisou_refuseEntity);
}

// A push context whose callbacks find `owner` in `_private`; NULL when memory is short.
static inline xmlParserCtxtPtr zhisou_xmlCreatePush(xmlSAXHandler *handler, void *owner) {
  handler->initialized = XML_SAX2_MAGIC;
  handler->serror = zhisou_ignoreError;
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt(handler, NULL, NULL, 0, NULL);
  if (context == NULL) return NULL;
  int options = XML_PARSE_NONET | XML_PARSE_IGNORE_ENC;
#if LIBXML_VERSION >= 21300
  options |= XML_PARSE_NO_XXE;
#endif
  xmlCtxtUseOptions(context, options);
  context->_private = owner;
  return context;
}

// The same for HTML: what is wrong with it is mended, nothing is loaded, all text is UTF-8.
static inline htmlParserCtxtPtr zhisou_htmlCreatePush(htmlSAXHandler *handler, void *owner) {
  htmlParserCtxtPtr context =
      htmlCreatePushParserCtxt(handler, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (context == NULL) return NULL;
  htmlCtxtUseOptions(
      context, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                   HTML_PARSE_IGNORE_ENC);
  context->_private = owner;
  return context;
}

static inline void zhisou_htmlFreePush(htmlParserCtxtPtr context) {
  if (context->myDoc != NULL) {
    xmlFreeDoc(context->myDoc);
    context->myDoc = NULL;
  }
  htmlFreeParserCtxt(context);
}

static inline void *zhisou_xmlOwner(void *context) {
  return ((xmlParserCtxtPtr)context)->_private;
}

static inline void zhisou_xmlFreePush(xmlParserCtxtPtr context) {
  // A document type leaves a document behind, even without tree building.
  if (context->myDoc != NULL) {
    xmlFreeDoc(context->myDoc);
    context->myDoc = NULL;
  }
  xmlFreeParserCtxt(context);
}

// Bytes given to the parser that it still holds: the length of a token that has not ended.
static inline long zhisou_xmlPending(xmlParserCtxtPtr context) {
  return context->input == NULL ? 0 : (long)(context->input->end - context->input->cur);
}

// Whether a comment or CDATA section is open, in which markup is text.
static inline int zhisou_xmlIsInSection(xmlParserCtxtPtr context) {
  if (context->instate == XML_PARSER_CDATA_SECTION || context->instate == XML_PARSER_COMMENT) {
    return 1;
  }
  xmlParserInputPtr input = context->input;
  return input != NULL && input->end - input->cur >= 3 && input->cur[0] == '<' &&
         input->cur[1] == '!';
}

// Whether the document type declares attributes, so that values are not as they stand.
static inline int zhisou_xmlHasAttributeTypes(xmlParserCtxtPtr context) {
  return context->attsDefault != NULL || context->attsSpecial != NULL;
}

static inline int zhisou_xmlLine(xmlParserCtxtPtr context) {
  return context->input == NULL ? 0 : context->input->line;
}

static inline int zhisou_xmlErrorCode(xmlParserCtxtPtr context) {
  return context->errNo;
}

static inline const char *zhisou_xmlErrorMessage(xmlParserCtxtPtr context) {
  return context->lastError.message;
}

static inline int zhisou_xmlErrorLine(xmlParserCtxtPtr context) {
  return context->lastError.line;
}

#endif
