/* SPDX-License-Identifier: MIT */
#include "letters/mask.h"

#include "letters/joint.h"

#include <ctype.h>

enum { INITIALS_MAX = 8 };

struct masked_name {
    struct slice text;
    char mask;
    bool is_initials;         /* of a thing: only in capitals */
    struct masked_name *next; /* with the same first byte */
};

struct name_table {
    struct arena *arena;
    struct folded_names *names;
    struct masked_name *first[256];
};

/* Longer names before shorter ones that begin them. */
static struct masked_name *add_folded(struct name_table *table, struct slice text, char mask)
{
    bool is_word = text.length >= 3 || (mask == MASK_TOOL && text.length >= 2);
    if (!is_word)
        return NULL;
    struct masked_name *new = arena_new(table->arena, 1, sizeof *new);
    struct masked_name **place = &table->first[(unsigned char)text.bytes[0]];
    while (*place && (*place)->text.length >= text.length)
        place = &(*place)->next;
    *new = (struct masked_name){.text = text, .mask = mask, .next = *place};
    *place = new;
    return new;
}

static struct slice folded_copy(struct arena *arena, struct slice name)
{
    struct folded folded;
    fold_letter(arena, name, &folded);
    return slice_trim((struct slice){folded.text, folded.length});
}

static struct slice folded_name(struct name_table *table, const char *name)
{
    struct folded_names *names = table->names;
    int32_t known = text_index_find(&names->index, slice_of(name));
    if (known >= 0)
        return names->items[known];
    struct slice text = folded_copy(table->arena, slice_of(name));
    text.bytes = arena_copy(&names->arena, text);
    names->items =
        arena_grow(&names->arena, names->items, names->count, &names->room, sizeof *names->items);
    names->items[names->count] = text;
    text_index_add(&names->index, slice_of(name), (int32_t)names->count++);
    return text;
}

void folded_names_done(struct folded_names *names)
{
    text_index_done(&names->index);
    arena_done(&names->arena);
}

static void add_name(struct name_table *table, const char *name, char mask)
{
    add_folded(table, folded_name(table, name), mask);
}

static void add_names(struct name_table *table, const char *const *names, size_t count, char mask)
{
    for (size_t i = 0; i < count; i++)
        add_name(table, names[i], mask);
}

/* "Argus (number plates); Lantern": two tools, each by the name that letters call it by. */
static void add_tools(struct name_table *table, const struct letter_context *context)
{
    add_names(table, context->tools, context->tool_count, MASK_TOOL);
    for (size_t i = 0; i < context->tool_count; i++) {
        struct slice rest = slice_of(context->tools[i]), tool, name;
        while (slice_next_part(&rest, ';', &tool))
            if (slice_next_part(&tool, '(', &name) && slice_trim(name).length > 0)
                add_name(table, arena_copy(table->arena, slice_trim(name)), MASK_TOOL);
    }
}

/* In a joint letter "Northmere" is Northmere Police, and "both forces" are the two of them. */
static void add_partners(struct name_table *table, const struct letter_context *context)
{
    if (!context->partner_name_count)
        return;
    const struct {
        const char *const *names;
        size_t count;
    } lists[] = {{context->own_names, context->own_name_count},
                 {context->partner_names, context->partner_name_count}};
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k < lists[i].count; k++) {
            add_name(table, lists[i].names[k], MASK_OWN);
            const struct slice brief = joint_short_name(slice_of(lists[i].names[k]));
            add_name(table, arena_copy(table->arena, brief), MASK_OWN);
        }
    for (const char *const *name = joint_names; *name; name++)
        if (strncmp(*name, "neither", strlen("neither")) != 0)
            add_name(table, *name, MASK_OWN);
}

/* "KMP" is Kingsmere Metropolitan Police, and "LFR" live facial recognition, where it stands in
 * capitals. */
static void add_initials(struct name_table *table, struct slice name, char mask)
{
    static const char *const small[] = {"of", "and", "the", "&", NULL};
    char text[INITIALS_MAX];
    size_t length = 0;
    for (struct slice word; slice_next_part(&name, ' ', &word);) {
        const char *const *found = small;
        while (*found && !slice_is(word, *found))
            found++;
        if (word.length && !*found && length < INITIALS_MAX)
            text[length++] = word.bytes[0];
    }
    struct slice initials = {text, length};
    if (length >= 3)
        add_folded(table, slice_of(arena_copy(table->arena, initials)), mask)->is_initials =
            mask == MASK_TOOL;
}

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c > 0x7f;
}

static bool is_capital(const struct folded *folded, size_t at, size_t length)
{
    for (size_t i = at; i < at + length; i++)
        if (!isupper((unsigned char)folded->source.bytes[folded->origins[i]]))
            return false;
    return true;
}

/* Is the short name of a force a word of the language here ("met")? Then "the" must stand before,
 * or it is in capitals. */
static bool is_plain_word(const struct masked_name *name, const struct folded *folded, size_t at)
{
    const char *text = folded->text;
    static const char article[] = "the ";
    bool is_short = name->mask != MASK_TOOL && name->text.length <= 4 &&
                    !memchr(name->text.bytes, ' ', name->text.length);
    return is_short && !is_capital(folded, at, name->text.length) &&
           (at < sizeof article - 1 ||
            memcmp(text + at - (sizeof article - 1), article, sizeof article - 1) != 0);
}

/* "KMP/FOI/24-017", "KMP 0412/24": initials are a part of a reference there. */
static bool is_of_reference(struct slice text, size_t at)
{
    size_t from = at;
    bool has_digit = false, has_joint = false;
    if (at < text.length && text.bytes[at] == ' ')
        at++;
    bool is_apart = at > from;
    for (; at < text.length && (is_word_byte(text.bytes[at]) || strchr("/._-", text.bytes[at]));
         at++) {
        has_digit |= isdigit((unsigned char)text.bytes[at]);
        has_joint |= strchr("/-", text.bytes[at]) != NULL;
        if (is_apart && !has_digit)
            return false;
    }
    return has_digit && (!is_apart || has_joint);
}

static const struct masked_name *name_at(const struct name_table *table,
                                         const struct folded *folded, size_t at)
{
    const struct slice text = {folded->text, folded->length};
    const struct masked_name *name = table->first[(unsigned char)text.bytes[at]];
    for (; name; name = name->next) {
        size_t end = at + name->text.length;
        if (end <= text.length && text.bytes[at + 1] == name->text.bytes[1] &&
            memcmp(text.bytes + at, name->text.bytes, name->text.length) == 0 &&
            !(end < text.length && is_word_byte(text.bytes[end])) &&
            !is_plain_word(name, folded, at) &&
            !(name->is_initials && !is_capital(folded, at, name->text.length)) &&
            !(name->mask == MASK_OWN && name->text.length <= INITIALS_MAX &&
              is_of_reference(text, end)))
            return name;
    }
    return NULL;
}

/* "Northmere Police (NMP)": from here on the letters in brackets are the force. */
static void add_defined(struct name_table *table, struct slice text, size_t at, char mask)
{
    static const char *const openings[] = {" (", "the ", "\"", "'", NULL};
    for (const char *const *open = openings; *open; open++) {
        size_t length = strlen(*open);
        bool is_here = at + length < text.length && memcmp(text.bytes + at, *open, length) == 0;
        if (!is_here && open == openings)
            return;
        at += is_here ? length : 0;
    }
    size_t end = at;
    while (end < text.length && isalpha((unsigned char)text.bytes[end]))
        end++;
    bool is_closed = end < text.length && strchr("\"')", text.bytes[end]);
    if (end - at >= 3 && end - at <= 8 && is_closed)
        add_folded(table, folded_copy(table->arena, (struct slice){text.bytes + at, end - at}),
                   mask);
}

char *mask_names(struct arena *arena, struct folded_names *names, const struct folded *folded,
                 const struct letter_context *context)
{
    struct name_table table = {.arena = arena, .names = names};
    add_tools(&table, context);
    add_names(&table, context->own_names, context->own_name_count, MASK_OWN);
    for (size_t i = 0; i < context->own_name_count && !context->partner_name_count; i++)
        add_initials(&table, folded_name(&table, context->own_names[i]), MASK_OWN);
    for (size_t i = 0; i < context->tool_count; i++)
        add_initials(&table, folded_name(&table, context->tools[i]), MASK_TOOL);
    add_partners(&table, context);
    add_names(&table, context->other_names, context->other_name_count, MASK_OTHER);
    struct slice text = {folded->text, folded->length};
    char *masked = arena_copy(arena, text);
    for (size_t at = 0; at < text.length; at++) {
        bool is_start =
            is_word_byte(text.bytes[at]) && (at == 0 || !is_word_byte(text.bytes[at - 1]));
        const struct masked_name *name = is_start ? name_at(&table, folded, at) : NULL;
        if (!name)
            continue;
        memset(masked + at, name->mask, name->text.length);
        at += name->text.length - 1;
        if (name->mask != MASK_OTHER)
            add_defined(&table, text, at + 1, name->mask);
    }
    return masked;
}
