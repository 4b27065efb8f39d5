/* SPDX-License-Identifier: MIT */
#include "rules/message_template.h"

#include "base/memory.h"
#include "base/text.h"
#include "domain/name.h"

#include <stdlib.h>

enum { SHOWN_BYTES = 64 };

static const char positions_word[] = "positions";

/* As it is written: {Force} is a column. */
static int code_of(const struct vocabulary *v, struct slice word)
{
    for (int code = 0; v->words[code]; code++)
        if (slice_is(word, v->words[code]))
            return code;
    return -1;
}

/* Takes a word apart at a byte that it holds; false where it does not. */
static bool split(struct slice word, char separator, struct slice *ret_before,
                  struct slice *ret_behind)
{
    *ret_behind = word;
    return memchr(word.bytes, separator, word.length) &&
           slice_next_part(ret_behind, separator, ret_before);
}

static bool unknown_placeholder(struct slice word, const char *meant, struct message_fault *fault)
{
    char shown[SHOWN_BYTES];
    text_cut(shown, sizeof shown, "%.*s", (int)word.length, word.bytes);
    text_cut(fault->reason, sizeof fault->reason,
             "the message asks for {%s}, which is no placeholder", shown);
    if (meant)
        text_add(fault->reason, sizeof fault->reason, "; did you mean {%s}?", meant);
    return false;
}

/* {ROLE.STYLE} */
static bool parse_list(struct slice role, struct slice style, struct message_piece *piece)
{
    int code = code_of(&list_styles, style);
    if (role.length == 0 || code < 0)
        return false;
    piece->placeholder = PLACEHOLDER_LIST;
    piece->style = (enum list_style)code;
    piece->name = role;
    return true;
}

static bool unknown_list(struct slice word, struct slice role, struct slice style,
                         struct message_fault *fault)
{
    const char *nearest = role.length ? vocabulary_nearest(&list_styles, style) : NULL;
    char meant[SHOWN_BYTES];
    if (nearest)
        text_cut(meant, sizeof meant, "%.*s.%s", (int)role.length, role.bytes, nearest);
    unknown_placeholder(word, nearest ? meant : NULL, fault);
    char all[160];
    vocabulary_list(&list_styles, all, sizeof all);
    text_add(fault->reason, sizeof fault->reason, "%s Behind a role and a point stands one of %s",
             nearest ? "" : ".", all);
    return false;
}

/* {COLUMN} {COLUMN:day}; which columns there are is known later. */
static bool parse_column(struct slice word, struct message_piece *piece,
                         struct message_fault *fault)
{
    struct slice form;
    *piece = (struct message_piece){
        .text = piece->text, .placeholder = PLACEHOLDER_COLUMN, .name = word};
    if (!split(word, ':', &piece->name, &form) && word.length > 0)
        return true;
    piece->is_day = word.length > 0 && slice_is(form, "day");
    if (piece->is_day && piece->name.length > 0)
        return true;
    char meant[SHOWN_BYTES];
    text_cut(meant, sizeof meant, "%.*s:day", (int)piece->name.length, piece->name.bytes);
    return unknown_placeholder(word, piece->name.length ? meant : NULL, fault);
}

static bool parse_word(struct slice word, struct message_piece *piece, struct message_fault *fault)
{
    struct slice role, style;
    int part = code_of(&key_parts, word);
    if (part >= 0) {
        piece->placeholder = PLACEHOLDER_KEY;
        piece->key_part = (enum key_part)part;
        return true;
    }
    if (slice_is(word, positions_word)) {
        piece->placeholder = PLACEHOLDER_POSITIONS;
        return true;
    }
    if (split(word, '.', &role, &style))
        return parse_list(role, style, piece) || unknown_list(word, role, style, fault);
    return parse_column(word, piece, fault);
}

/* The text up to the next placeholder, and that; false where it is none. */
static bool parse_piece(struct slice *rest, struct message_piece *piece,
                        struct message_fault *fault)
{
    struct slice word;
    bool has_placeholder = memchr(rest->bytes, '{', rest->length) != NULL;
    slice_next_part(rest, '{', &piece->text);
    const char *lone = memchr(piece->text.bytes, '}', piece->text.length);
    fault->at = lone ? lone : piece->text.bytes + piece->text.length;
    if (lone) {
        text_cut(fault->reason, sizeof fault->reason,
                 "the message has a } without a { before it; braces stand around placeholders "
                 "alone");
        return false;
    }
    if (!has_placeholder)
        return true;
    const char *end = memchr(rest->bytes, '}', rest->length);
    if (!end || memchr(rest->bytes, '{', (size_t)(end - rest->bytes))) {
        text_cut(fault->reason, sizeof fault->reason,
                 "the message has a { without a } behind it; braces stand around placeholders "
                 "alone");
        return false;
    }
    slice_next_part(rest, '}', &word);
    return parse_word(word, piece, fault);
}

bool message_template_parse(const char *text, struct message_template *ret,
                            struct message_fault *fault)
{
    struct slice rest = slice_of(text);
    *ret = (struct message_template){0};
    while (rest.length > 0) {
        struct message_piece piece = {0};
        if (!parse_piece(&rest, &piece, fault)) {
            message_template_done(ret);
            return false;
        }
        ret->pieces = memory_grow(ret->pieces, ret->count, &ret->room, sizeof *ret->pieces);
        ret->pieces[ret->count++] = piece;
    }
    return true;
}

void message_template_done(struct message_template *template)
{
    free(template->pieces);
    *template = (struct message_template){0};
}

static bool is_among(struct slice name, const char *const columns[])
{
    for (size_t i = 0; columns[i]; i++)
        if (slice_is(name, columns[i]))
            return true;
    return false;
}

/* What somebody who wrote the name of no column may have meant, or NULL. */
static const char *nearest_placeholder(const char *name, const char *const columns[])
{
    struct nearest_name nearest = nearest_begin(name);
    for (size_t i = 0; key_parts.words[i]; i++)
        nearest_offer(&nearest, key_parts.words[i]);
    nearest_offer(&nearest, positions_word);
    for (size_t i = 0; columns[i]; i++)
        nearest_offer(&nearest, columns[i]);
    return nearest.name;
}

bool message_template_check(const struct message_template *template, const char *const columns[],
                            struct message_fault *fault)
{
    for (size_t i = 0; i < template->count; i++) {
        const struct message_piece *piece = &template->pieces[i];
        if (piece->placeholder != PLACEHOLDER_COLUMN || is_among(piece->name, columns))
            continue;
        fault->at = piece->name.bytes;
        SCOPED_TEXT name = slice_copy(piece->name);
        const char *day = piece->is_day ? ":day" : "";
        const char *meant = nearest_placeholder(name, columns);
        char shown[SHOWN_BYTES];
        text_cut(shown, sizeof shown, "%s%s", name, day);
        text_cut(fault->reason, sizeof fault->reason,
                 "the message asks for {%s}, which is no column of the SELECT", shown);
        if (meant)
            text_add(fault->reason, sizeof fault->reason, "; did you mean {%s%s}?", meant, day);
        return false;
    }
    return true;
}

bool message_template_check_roles(const struct message_template *template,
                                  const struct word_list *roles, struct message_fault *fault)
{
    for (size_t i = 0; i < template->count; i++) {
        const struct message_piece *piece = &template->pieces[i];
        if (piece->placeholder != PLACEHOLDER_LIST || word_list_has(roles, piece->name))
            continue;
        fault->at = piece->name.bytes;
        SCOPED_TEXT role = slice_copy(piece->name);
        struct nearest_name nearest = nearest_begin(role);
        for (size_t k = 0; k < roles->count; k++)
            nearest_offer(&nearest, roles->words[k]);
        const char *style = list_styles.words[piece->style];
        char shown[SHOWN_BYTES];
        text_cut(shown, sizeof shown, "%s", role);
        text_cut(fault->reason, sizeof fault->reason,
                 "the message asks for {%s.%s}, and no row has the role \"%s\"", shown, style,
                 shown);
        if (nearest.name)
            text_add(fault->reason, sizeof fault->reason, "; did you mean {%s.%s}?", nearest.name,
                     style);
        else
            text_add(fault->reason, sizeof fault->reason, "; write one that the SELECT gives");
        return false;
    }
    return true;
}

bool message_template_has_words(const struct message_template *template)
{
    for (size_t i = 0; i < template->count; i++)
        if (slice_trim(template->pieces[i].text).length)
            return true;
    return false;
}

size_t message_template_uses(const struct message_template *template, const char *column)
{
    size_t uses = 0;
    for (size_t i = 0; i < template->count; i++)
        uses += template->pieces[i].placeholder == PLACEHOLDER_COLUMN &&
                slice_is(template->pieces[i].name, column);
    return uses;
}
