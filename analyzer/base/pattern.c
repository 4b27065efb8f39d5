/* SPDX-License-Identifier: MIT */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/pattern.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"

#include <pcre2.h>
#include <stdlib.h>

enum {
    PATTERN_BYTES_MAX = 256 << 10, /* before it is compiled; PCRE2 has a limit for after it */
    STEP_LIMIT = 1000000, /* of one search, and as many more for each byte of its text as below: */
    STEPS_A_BYTE = 64,    /* an honest search of a long letter needs a few */
    HEAP_KIBIBYTES = 64 << 10, /* of one search where there is no JIT */
    STACK_BYTES = 32 << 10,    /* of one search by JIT, to begin with and at most */
    STACK_BYTES_MAX = 8 << 20,
};

struct pattern {
    struct slice text;       /* of a stepped one */
    pcre2_code *code;        /* NULL: not yet compiled */
    pcre2_match_data *match; /* its own, or shared_match() */
    pcre2_match_context *context;
    struct pattern_watch watch;
    unsigned steps; /* of one search; 0: by the length of its text */
};

static void say_reason(int code, size_t offset, char *ret_reason, size_t size)
{
    PCRE2_UCHAR text[128];
    if (pcre2_get_error_message(code, text, sizeof text) < 0)
        text[0] = '\0';
    text_cut(ret_reason, size, "%s, at character %zu", (const char *)text, offset + 1);
}

/* One for all patterns, since no two search at a time. */
static pcre2_jit_stack *shared_stack(void)
{
    static pcre2_jit_stack *stack;
    if (!stack)
        stack = pcre2_jit_stack_create(STACK_BYTES, STACK_BYTES_MAX, NULL);
    return stack;
}

/* One for all stepped patterns, likewise: their memory for searches is small, and stays warm. Only
 * the place of the whole match is asked for. */
static pcre2_match_data *shared_match(void)
{
    static pcre2_match_data *match;
    if (!match)
        match = pcre2_match_data_create(1, NULL);
    return match;
}

static int ask_watch(pcre2_callout_block *place, void *context)
{
    (void)place;
    const struct pattern_watch *watch = context;
    return watch->may_go_on(watch->context) ? 0 : PCRE2_ERROR_CALLOUT;
}

static pcre2_code *compile(struct slice text, bool is_watched, char *ret_reason, size_t size)
{
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
    if (is_watched)
        options |= PCRE2_AUTO_CALLOUT;
    int code = 0;
    PCRE2_SIZE offset = 0;
    if (text.length > PATTERN_BYTES_MAX) {
        text_cut(ret_reason, size, "it has more than %d bytes", PATTERN_BYTES_MAX);
        return NULL;
    }
    pcre2_code *compiled =
        pcre2_compile((PCRE2_SPTR)text.bytes, text.length, options, &code, &offset, NULL);
    if (!compiled)
        say_reason(code, offset, ret_reason, size);
    return compiled;
}

static struct pattern *new_pattern(pcre2_code *compiled, pcre2_match_data *match)
{
    struct pattern *p = memory_new(1, sizeof *p);
    p->code = compiled;
    p->match = match;
    p->context = pcre2_match_context_create(NULL);
    if (!p->match || !p->context)
        memory_exhausted();
    pcre2_set_heap_limit(p->context, HEAP_KIBIBYTES);
    return p;
}

struct pattern *pattern_new(struct slice text, const struct pattern_watch *watch, char *ret_reason,
                            size_t size)
{
    pcre2_code *compiled = compile(text, watch != NULL, ret_reason, size);
    if (!compiled)
        return NULL;
    (void)pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE); /* slower without it, not wrong */
    struct pattern *p = new_pattern(compiled, pcre2_match_data_create_from_pattern(compiled, NULL));
    pcre2_jit_stack_assign(p->context, NULL, shared_stack());
    if (watch) {
        p->watch = *watch;
        pcre2_set_callout(p->context, ask_watch, &p->watch);
    }
    return p;
}

struct pattern *pattern_new_stepped(struct slice text, unsigned steps)
{
    struct pattern *p = new_pattern(NULL, shared_match());
    p->text = text;
    p->steps = steps;
    return p;
}

bool pattern_is_sound(struct pattern *pattern, char *ret_reason, size_t size)
{
    if (!pattern->code)
        pattern->code = compile(pattern->text, false, ret_reason, size);
    return pattern->code != NULL;
}

void pattern_free(struct pattern *pattern)
{
    if (!pattern)
        return;
    pcre2_match_context_free(pattern->context);
    if (pattern->match != shared_match())
        pcre2_match_data_free(pattern->match);
    pcre2_code_free(pattern->code);
    free(pattern);
}

static enum pattern_result find(struct pattern *pattern, struct slice subject, size_t from,
                                uint32_t options, struct pattern_match *ret)
{
    char reason[128];
    if (!pattern->code && !pattern_is_sound(pattern, reason, sizeof reason))
        internal_fault("no pattern: %s: %.*s", reason, (int)pattern->text.length,
                       pattern->text.bytes);
    size_t steps = pattern->steps;
    if (steps == 0)
        steps = STEP_LIMIT + STEPS_A_BYTE * (subject.length - from);
    pcre2_set_match_limit(pattern->context, steps < UINT32_MAX ? (uint32_t)steps : UINT32_MAX);
    int count = pcre2_match(pattern->code, (PCRE2_SPTR)subject.bytes, subject.length, from, options,
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

enum pattern_result pattern_find(struct pattern *pattern, struct slice subject, size_t from,
                                 struct pattern_match *ret)
{
    /* PCRE2 would look at all that follows, before each of many searches of one text. */
    return find(pattern, subject, from, from > 0 ? PCRE2_NO_UTF_CHECK : 0, ret);
}

enum pattern_result pattern_find_at(struct pattern *pattern, struct slice subject, size_t at,
                                    struct pattern_match *ret)
{
    return find(pattern, subject, at, PCRE2_ANCHORED | PCRE2_NO_UTF_CHECK, ret);
}
