/* SPDX-License-Identifier: MIT */
#include "rules/rule_words.h"

#include "base/memory.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

static const char *const basis_words[] = {
    [BASIS_STATUTE] = "statute",         [BASIS_REGULATOR] = "regulator", [BASIS_ADVICE] = "advice",
    [BASIS_CONSISTENCY] = "consistency", [BASIS_DATA] = "data",           NULL,
};

static const char *const context_words[] = {
    [CONTEXT_OWN] = "own",
    [CONTEXT_COLLABORATION] = "collaboration",
    [CONTEXT_THIRD_PARTY] = "third_party",
    [CONTEXT_MEMBERSHIP] = "membership",
    [CONTEXT_STATUTE] = "statute",
    [CONTEXT_GUIDANCE] = "guidance",
    NULL,
};

static const char *const input_words[] = {[INPUT_FINDINGS] = "findings", NULL};

static const char *const need_words[] = {
    [NEED_GUIDANCE] = "guidance", [NEED_GUIDANCE_IN_FORCE] = "guidance_in_force", NULL};

static const char *const key_words[] = {
    [KEY_FORCE] = "force",
    [KEY_TOOL] = "tool",
    [KEY_REQUEST] = "request",
    [KEY_QUESTION] = "question",
    [KEY_COLLABORATION] = "collaboration",
    [KEY_OTHER_TOOL] = "other_tool",
    [KEY_POSITION] = "position",
    NULL,
};

static const char *const style_words[] = {
    [AS_FORCE] = "forces",
    [AS_LETTER] = "letters",
    [AS_ACKNOWLEDGEMENT] = "acknowledgements",
    [AS_TITLE] = "titles",
    [AS_BASIS] = "bases",
    [AS_STANCE] = "stances",
    [AS_TOPIC] = "topics",
    [AS_COUNT] = "count",
    [AS_RULING] = "rulings",
    NULL,
};

static const char *const subject_words[] = {"citations", "self-contradiction", "split", NULL};

const struct vocabulary bases = {.name = "basis", .words = basis_words};
const struct vocabulary contexts = {.name = "evidence", .words = context_words};
const struct vocabulary rule_inputs = {.name = "reads", .words = input_words};
const struct vocabulary rule_subjects = {.name = "about", .words = subject_words};
const struct vocabulary rule_needs = {.name = "needs", .words = need_words};
const struct vocabulary key_parts = {.name = "part of the key", .words = key_words};
const struct vocabulary list_styles = {.name = "list", .words = style_words};

enum severity severity_of_code(int code)
{
    return (enum severity)(SEVERITY_CRITICAL - code);
}

enum severity severity_rank(const char *word)
{
    for (size_t i = 0; severities.words[i]; i++)
        if (strcasecmp(severities.words[i], word) == 0)
            return severity_of_code((int)i);
    return SEVERITY_NONE;
}

const char *severity_word(enum severity severity)
{
    return severities.words[SEVERITY_CRITICAL - severity];
}

bool is_role(struct slice text)
{
    if (text.length == 0 || text.length >= ROLE_BYTES)
        return false;
    for (size_t i = 0; i < text.length; i++)
        if (!isalnum((unsigned char)text.bytes[i]) && text.bytes[i] != '-' && text.bytes[i] != '_')
            return false;
    return true;
}

static bool separates(char c)
{
    return c == ',' || isspace((unsigned char)c);
}

bool next_word(struct slice *rest, struct slice *ret_word)
{
    while (rest->length && separates(*rest->bytes))
        *rest = (struct slice){rest->bytes + 1, rest->length - 1};
    *ret_word = (struct slice){rest->bytes, 0};
    while (rest->length && !separates(*rest->bytes)) {
        *rest = (struct slice){rest->bytes + 1, rest->length - 1};
        ret_word->length++;
    }
    return ret_word->length > 0;
}

void word_list_add(struct word_list *list, struct slice word)
{
    list->words = memory_grow(list->words, list->count, &list->room, sizeof *list->words);
    list->words[list->count++] = slice_copy(word);
}

bool word_list_has(const struct word_list *list, struct slice word)
{
    for (size_t i = 0; i < list->count; i++)
        if (slice_is(word, list->words[i]))
            return true;
    return false;
}

char *word_list_join(const struct word_list *list, const char *separator)
{
    char *joined = memory_copy("");
    for (size_t i = 0; i < list->count; i++) {
        char *longer = memory_print("%s%s%s", joined, i ? separator : "", list->words[i]);
        free(joined);
        joined = longer;
    }
    return joined;
}

void word_list_done(struct word_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->words[i]);
    free(list->words);
    *list = (struct word_list){0};
}
