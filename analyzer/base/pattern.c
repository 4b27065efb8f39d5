/* SPDX-License-Identifier: MIT */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/pattern.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"

#include <pcre2.h>
#include <stdlib.h>

/* Steps of one search; an honest search of a long letter needs a few thousand. */
enum { STEP_LIMIT = 1000000 };

struct pattern {
    pcre2_code *code;
    pcre2_match_data *match;
    pcre2_match_context *context;
};

static void say_reason(int code, size_t offset, char *ret_reason, size_t size)
{
    PCRE2_UCHAR text[128];
    if (pcre2_get_error_message(code, text, sizeof text) < 0)
        text[0] = '\0';
    text_cut(ret_reason, size, "%s, at character %zu", (const char *)text, offset + 1);
}

struct pattern *pattern_new(struct slice text, char *ret_reason, size_t size)
{
    int code = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code *compiled =
        pcre2_compile((PCRE2_SPTR)text.bytes, text.length,
                      PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &code, &offset, NULL);
    if (!compiled) {
        say_reason(code, offset, ret_reason, size);
        return NULL;
    }
    (void)pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE); /* slower without it, not wrong */
    struct pattern *p = memory_new(1, sizeof *p);
    p->code = compiled;
    p->match = pcre2_match_data_create_from_pattern(compiled, NULL);
    p->context = pcre2_match_context_create(NULL);
    if (!p->match || !p->context)
        memory_exhausted();
    pcre2_set_match_limit(p->context, STEP_LIMIT);
    return p;
}

void pattern_free(struct pattern *pattern)
{
    if (!pattern)
        return;
    pcre2_match_context_free(pattern->context);
    pcre2_match_data_free(pattern->match);
    pcre2_code_free(pattern->code);
    free(pattern);
}

enum pattern_result pattern_find(struct pattern *pattern, struct slice subject, size_t from,
                                 struct pattern_match *ret)
{
    int count = pcre2_match(pattern->code, (PCRE2_SPTR)subject.bytes, subject.length, from, 0,
                            pattern->match, pattern->context);
    if (count == PCRE2_ERROR_NOMATCH)
        return PATTERN_NONE;
    if (count < 0)
        return PATTERN_GAVE_UP;
    const PCRE2_SIZE *places = pcre2_get_ovector_pointer(pattern->match);
    *ret =
        (struct pattern_match){places[0], places[1], (const char *)pcre2_get_mark(pattern->match)};
    return PATTERN_FOUND;
}
