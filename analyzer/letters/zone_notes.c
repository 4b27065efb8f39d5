/* SPDX-License-Identifier: MIT
 * Answers that stand elsewhere: "see note A" in a table and the note below it; and the column of a
 * review's table that tells the answers of before.
 */
#include "letters/zone_walk.h"

#include <ctype.h>

enum { LABEL_BYTES = 8, NOTES_MAX = 32, POINTER_BYTES = 40, HEAD_BYTES = 60, NOTE_UNITS = 60 };

/* What a note is called, in small letters and without its signs: "a", "iii", "2", "*". */
struct label {
    char text[LABEL_BYTES];
};

static bool take_listed(struct slice *text, const char *const *words)
{
    for (const char *const *word = words; *word; word++) {
        size_t length = strlen(*word);
        if (text->length < length || memcmp(text->bytes, *word, length) != 0)
            continue;
        *text = slice_trim((struct slice){text->bytes + length, text->length - length});
        return true;
    }
    return false;
}

/* "a", "(iii)", "2.", "[1]" up to a blank or the end; the length of all of it, else 0. */
static size_t label_length(struct slice text, struct label *ret)
{
    static const char romans[] = "ivx";
    size_t at = 0, length = 0;
    bool is_bracketed = text.length && strchr("([", text.bytes[0]);
    *ret = (struct label){0};
    at += is_bracketed;
    while (at < text.length && length + 1 < LABEL_BYTES &&
           (isalnum((unsigned char)text.bytes[at]) || text.bytes[at] == '*'))
        ret->text[length++] = text.bytes[at++];
    bool is_number = length > 0 && length<3, is_roman = length> 0;
    for (size_t i = 0; i < length; i++) {
        is_number &= isdigit((unsigned char)ret->text[i]) != 0;
        is_roman &= strchr(romans, ret->text[i]) != NULL;
    }
    if (!is_number && !is_roman && length != 1)
        return 0;
    while (at < text.length && strchr(")].:", text.bytes[at]))
        at++;
    return at == text.length || text.bytes[at] == ' ' ? at : 0;
}

/* Is the answer nothing but the name of a note: "see (i)", "note 2 below", "III"? */
static bool points_to_note(struct slice text, struct label *ret)
{
    static const char *const leads[] = {"please ", "see ", "refer to ",    "the ",
                                        "as in ",  "at ",  "answered in ", "explained in ",
                                        "under ",  NULL};
    static const char *const names[] = {"notes ",   "note ",   "footnote ",
                                        "endnote ", "remark ", "explanation ",
                                        "comment ", "key ",    NULL};
    static const char *const ends[] = {"below",           "overleaf",   "underneath",
                                       "beneath",         "at the end", "under the table",
                                       "below the table", NULL};
    text = slice_trim(text);
    if (text.length == 0 || text.length > POINTER_BYTES)
        return false;
    while (take_listed(&text, leads))
        ;
    bool is_named = take_listed(&text, names);
    size_t length = label_length(text, ret);
    if (!length || (isdigit((unsigned char)ret->text[0]) && !is_named))
        return false;
    text = slice_trim((struct slice){text.bytes + length, text.length - length});
    while (take_listed(&text, ends))
        ;
    return text.length == 0;
}

/* The label with which a line begins, behind "note": "(i) Rows 3 and 4", "Note A. ", "II: ". */
static bool begins_note(const struct zoning *z, const struct unit *unit, struct label *ret)
{
    static const char *const names[] = {"note ", "footnote ", "endnote ", NULL};
    struct slice text = unit_text(z->folded, unit);
    if (!unit->begins_line || unit->column || unit->is_quoted)
        return false;
    bool is_named = take_listed(&text, names);
    size_t length = label_length(text, ret);
    bool is_signed = length && strchr(")].:", text.bytes[length - 1]);
    return length && (is_signed || is_named || ret->text[0] == '*');
}

struct note {
    struct label label;
    size_t pointer; /* the last unit that points to it */
    struct question_set questions;
};

struct notes {
    struct note items[NOTES_MAX];
    size_t count;
};

static struct note *find_note(struct notes *notes, const struct label *label)
{
    for (size_t i = 0; i < notes->count; i++)
        if (strcmp(notes->items[i].label.text, label->text) == 0)
            return &notes->items[i];
    return NULL;
}

static bool is_defined(const struct zoning *z, size_t from, const struct label *label)
{
    struct label begun;
    for (size_t i = from + 1; i < z->units->count; i++)
        if (begins_note(z, &z->units->items[i], &begun) && strcmp(begun.text, label->text) == 0)
            return true;
    return false;
}

/* Answers that are nothing but a pointer, and have their note below. */
static void find_pointers(const struct zoning *z, struct notes *notes)
{
    struct label label;
    for (size_t i = 1; i < z->units->count; i++) {
        struct unit *unit = &z->units->items[i];
        bool is_answer = unit->zone == ZONE_ANSWERS && !question_set_is_empty(&unit->questions) &&
                         unit[-1].is_question;
        if (!is_answer || !points_to_note(unit_text(z->folded, unit), &label) ||
            !is_defined(z, i, &label))
            continue;
        struct note *note = find_note(notes, &label);
        if (!note && notes->count < NOTES_MAX) {
            note = &notes->items[notes->count++];
            *note = (struct note){.label = label};
        }
        if (!note)
            continue;
        note->pointer = i;
        for (size_t k = 0; k < sizeof note->questions.bits / sizeof *note->questions.bits; k++)
            note->questions.bits[k] |= unit->questions.bits[k];
        walk_set_zone(unit, ZONE_CHROME, "see note");
    }
}

/* Notes are answers, up to the next one, a heading or the end of the letter. */
static void answer_by_notes(const struct zoning *z, struct notes *notes)
{
    const struct note *now = NULL;
    size_t first = 0;
    for (size_t i = 0; i < z->units->count; i++) {
        struct unit *unit = &z->units->items[i];
        struct label label;
        bool is_begun = begins_note(z, unit, &label);
        const struct note *begun = is_begun ? find_note(notes, &label) : NULL;
        bool is_over = unit->zone == ZONE_COMPLAINT || unit->zone == ZONE_CHROME ||
                       (unit->heading && unit->heading->is_line) || i - first > NOTE_UNITS;
        if (is_begun || is_over) {
            now = begun && i > begun->pointer ? begun : NULL;
            first = i;
        }
        if (!now)
            continue;
        unit->questions = now->questions;
        unit->is_question = false;
        if (!zone_is_reason(unit->zone) || unit->zone == ZONE_EXPLANATION)
            walk_set_zone(unit, ZONE_ANSWERS, "note");
    }
}

static bool has_word(struct slice text, const char *const *words)
{
    for (const char *const *word = words; *word && text.length <= HEAD_BYTES; word++)
        if (memmem(text.bytes, text.length, *word, strlen(*word)))
            return true;
    return false;
}

/* "| Question | Told on 19 April | On review |": the column of what was told, else 0. */
static uint32_t told_column(const struct zoning *z, size_t at)
{
    static const char *const before[] = {"told",     "original", "first",    "initial",
                                         "earlier",  "previous", "reply of", "answer of",
                                         "reply in", "before",   "we said",  NULL};
    static const char *const after[] = {"review",  "now",      "outcome", "revised",
                                        "finding", "decision", "today",   NULL};
    const struct unit *unit = &z->units->items[at];
    if (!unit->column || at + 1 >= z->units->count)
        return 0;
    const struct unit *next = unit + 1;
    struct slice text = unit_text(z->folded, unit), behind = unit_text(z->folded, next);
    bool is_pair = next->column == unit->column + 1 && has_word(text, before) &&
                   has_word(behind, after) && !has_word(text, after);
    return is_pair ? unit->column : 0;
}

static void set_told_columns(const struct zoning *z)
{
    for (size_t i = 0, column = 0; i < z->units->count; i++) {
        struct unit *unit = &z->units->items[i];
        uint32_t begun = told_column(z, i);
        column = begun ? begun : column;
        if (column && unit->column == column)
            walk_set_zone(unit, ZONE_HISTORY, "told before");
    }
}

void walk_follow_notes(const struct zoning *z)
{
    struct notes notes = {.count = 0};
    set_told_columns(z);
    find_pointers(z, &notes);
    if (notes.count)
        answer_by_notes(z, &notes);
}

static bool has_any(struct slice text, const char *const *words)
{
    for (const char *const *word = words; *word; word++)
        if (memmem(text.bytes, text.length, *word, strlen(*word)))
            return true;
    return false;
}

/* An answer that is nothing but "see appendix a", or "what applies to all of them is in annex b".
 */
bool walk_points_to_annex(const struct walk *w, struct slice text)
{
    static const char *const names[] = {"appendix", "annex", "schedule", NULL};
    static const char *const parts[] = {
        "part of our", "part of this",     "part of the", "rest of our",
        "rest of the", "remainder of our", "applies to",  "apply to",
        "decision on", "position on",      NULL};
    enum { POINTER = 90 };
    bool is_pointer = w->state == ZONE_ANSWERS && text.length < POINTER &&
                      memmem(text.bytes, text.length, "see ", 4);
    bool is_part = (w->state == ZONE_HEAD || zone_is_own(w->state)) && has_any(text, parts);
    return (is_pointer || is_part) && has_any(text, names);
}
