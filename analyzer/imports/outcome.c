/* SPDX-License-Identifier: MIT */
#include "imports/outcome.h"

#include "base/memory.h"
#include "base/pattern.h"
#include "domain/name.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* "s.31(3)/24(2)", "section 12", "reg 12(4)(b) EIR", "31(1)(a)(b)"; a bare number with no bracket
 * is none. What it needs less than a letter does: a cell is short. */
static const char citation_text[] =
    "(?i)(?<![\\p{L}\\p{N}])"
    "(?:(?:ss?|secs?|sects?|sections?|regs?|regulations?|exemptions?|ex)\\.?\\s*)?"
    "\\d{1,2}[A-C]?(?:\\s*\\(\\s*[0-9a-z]{1,4}\\s*\\))*(?![\\p{L}\\p{N}])"
    "(?:\\s*(?:FOISA|FOIA?|EIRs?|EISR|DPA)\\b)?";

bool outcome_reader_open(const struct mapping *mapping, const struct word_book *book,
                         struct outcome_reader *ret, struct error *err)
{
    char reason[120];
    *ret = (struct outcome_reader){.mapping = mapping, .book = book};
    ret->citation = pattern_new(slice_of(citation_text), NULL, reason, sizeof reason);
    if (!ret->citation)
        internal_fault("the pattern of citations: %s", reason);
    return exemption_table_load(&ret->exemptions, err) && letter_reader_new(&ret->letters, err);
}

void outcome_reader_close(struct outcome_reader *o)
{
    pattern_free(o->citation);
    exemption_table_done(&o->exemptions);
    letter_reader_free(o->letters);
}

/* What the cell says beside its citations, and these. */
struct cell {
    struct arena arena;
    const char *rest;       /* folded, signs at its ends and between words as one space */
    const char *exemptions; /* "31(3); 24(2)" */
    size_t cited, excusing, withholding,
        open; /* how many in all; of NCND; of the other limb; either */
    bool is_all_s21, is_all_cost, is_all_vexatious;
    bool is_foisa_18; /* of Scotland's Act: neither confirmed nor denied, whatever stands beside it
                       */
};

static bool is_sign(char c)
{
    return strchr(" -/,;:.&+|()[]", c) != NULL;
}

/* Words with one space between, without what only joins citations. */
static const char *plain_words(struct arena *arena, const char *text)
{
    char *out = arena_new(arena, strlen(text) + 1, 1);
    size_t length = 0;
    for (const char *at = text; *at;) {
        size_t word = 0;
        while (at[word] && !is_sign(at[word]))
            word++;
        if (!word) {
            at++;
            continue;
        }
        if (length)
            out[length++] = ' ';
        memcpy(out + length, at, word);
        length += word;
        at += word;
    }
    static const char *const ends[] = {
        " and",       " under",    " by",      " using", " applied", " apply",
        " foia",      " foi",      " of",      " with",  " foisa",   " exemptions",
        " exemption", " sections", " section", " s",     " engaged"};
    out[length] = '\0';
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (length > strlen(ends[i]) && strcmp(out + length - strlen(ends[i]), ends[i]) == 0) {
            length -= strlen(ends[i]);
            out[length] = '\0';
            i = (size_t)-1; /* from the first again */
        }
    return out;
}

static bool has_limb(const struct outcome_reader *o, const char *citation, enum act own)
{
    struct slice section = citation_section(slice_of(citation));
    for (size_t i = 0; i < o->exemptions.count; i++) {
        const struct exemption_row *row = &o->exemptions.rows[i];
        if (row->act == own && row->is_ncnd && strchr(row->citation, '(') &&
            slice_equals(citation_section(slice_of(row->citation)), section))
            return true;
    }
    return false;
}

static void count_citation(const struct outcome_reader *o, const char *citation, enum act own,
                           struct cell *cell)
{
    const struct exemption_row *row = exemption_row_of(&o->exemptions, citation, own);
    struct slice section = citation_section(slice_of(citation));
    cell->is_all_s21 = (cell->is_all_s21 || !cell->cited) && slice_is(section, "21");
    cell->is_all_cost = (cell->is_all_cost || !cell->cited) && slice_is(section, "12");
    cell->is_all_vexatious = (cell->is_all_vexatious || !cell->cited) && slice_is(section, "14");
    cell->is_foisa_18 = cell->is_foisa_18 || (own == ACT_FOISA && slice_is(section, "18"));
    cell->cited++;
    if (row && row->is_ncnd)
        cell->excusing++;
    else if (!strchr(citation, '(') && has_limb(o, citation, own))
        cell->open++;
    else
        cell->withholding++;
}

/* Of citations written one by one, "31(1)(a)(b)" among them. */
static void take_citation(const struct outcome_reader *o, struct slice words, enum act own,
                          struct cell *cell)
{
    char citation[CITATION_BYTES];
    struct slice bad;
    while (citation_next(&words, own, citation, &bad) > 0) {
        SCOPED_TEXT list =
            memory_print("%s%s%s", cell->exemptions, *cell->exemptions ? "; " : "", citation);
        cell->exemptions = arena_copy(&cell->arena, slice_of(list));
        count_citation(o, citation, own, cell);
    }
}

/* Is the match a citation, and no number of something else ("3 questions", "2024")? */
static bool is_citation(struct slice words, bool is_behind_another)
{
    bool has_bracket = memchr(words.bytes, '(', words.length) != NULL;
    bool has_word = words.length && isalpha((unsigned char)words.bytes[0]);
    return has_bracket || has_word || is_behind_another;
}

/* "/24(2)" and "; 24(2)" behind a citation go on with it. */
static bool only_joins(const char *text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (!strchr(" ,;/&+\n", text[i]) &&
            !(to - i >= 3 && strncmp(text + i, "and", 3) == 0 && (i += 2)))
            return false;
    return true;
}

static void split_cell(struct outcome_reader *o, const char *text, enum act own, struct cell *ret)
{
    struct pattern_match match;
    struct slice whole = slice_of(text);
    char *rest = NULL, folded[NAME_BYTES];
    size_t length = 0, at = 0, last_end = 0;
    FILE *out = memory_stream(&rest, &length);
    *ret = (struct cell){.exemptions = ""};
    while (pattern_find(o->citation, whole, at, &match) == PATTERN_FOUND) {
        struct slice words = {text + match.begin, match.end - match.begin};
        bool is_behind = ret->cited && only_joins(text, last_end, match.begin);
        fwrite(text + at, 1, match.begin - at, out);
        if (is_citation(words, is_behind)) {
            take_citation(o, words, own, ret);
            last_end = match.end;
            fputc(' ', out);
        } else
            fwrite(words.bytes, 1, words.length, out);
        at = match.end;
    }
    fputs(text + at, out);
    memory_stream_end(out);
    name_fold(slice_of(rest), folded);
    free(rest);
    ret->rest = plain_words(&ret->arena, folded);
}

static void set(struct import_record *r, const char *field, const char *words)
{
    import_record_set(r, slice_of(field), slice_of(words));
}

static bool is_refusal(const char *words)
{
    static const char *const list[] = {"",
                                       "refused",
                                       "refusal",
                                       "refused in full",
                                       "rejected",
                                       "withheld",
                                       "exempt",
                                       "exempted",
                                       "exemption",
                                       "request refused",
                                       "full refusal",
                                       "refused exempt",
                                       "refusal notice",
                                       "refused exemption",
                                       "exemptions applied",
                                       "exemption applied",
                                       "refuse",
                                       "declined",
                                       "not disclosed",
                                       "withheld in full"};
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (strcmp(list[i], words) == 0)
            return true;
    return false;
}

/* A refusal by what it cites. A section without its limb does not say which of the two it is. */
static void read_refusal(const struct cell *cell, struct import_record *r)
{
    if (cell->is_all_s21)
        set(r, "stance", "held_s21");
    else if (cell->is_all_cost)
        set(r, "stance", "refused_cost");
    else if (cell->is_all_vexatious)
        set(r, "stance", "refused_vexatious");
    else if (cell->excusing == cell->cited || cell->is_foisa_18)
        set(r, "stance", "ncnd");
    else if (cell->withholding == cell->cited)
        set(r, "stance", "held_exempt");
    else if (!cell->open) {
        set(r, "stance", "held_exempt");
        set(r, "partial_ncnd", "yes");
        set(r, "review", "withholding and neither confirming nor denying are cited together");
        set(r, "other_stance", "ncnd");
    } else {
        set(r, "stance", "other");
        set(r, "review",
            "a refusal does not say whether anything is held, and the section is "
            "cited without its subsection");
        set(r, "first_stance", "held_exempt");
        set(r, "other_stance", "ncnd");
    }
}

/* A word of the list, a synonym of it, or what the mapping says. */
static bool read_words(const struct outcome_reader *o, struct import_record *r, const char *words)
{
    const struct map_rule *rule = mapping_find_value(o->mapping, r, "outcome", slice_of(words));
    if (rule) {
        import_record_apply(r, rule);
        if (import_record_has(r, "stance") || r->left_out || r->rejected ||
            import_record_has(r, "file"))
            return true;
    }
    const struct word_meaning *meaning = word_book_find(o->book, "stance", slice_of(words));
    int code = vocabulary_code(&stances, slice_of(words));
    if (code < 0 && meaning && *meaning->word)
        code = vocabulary_code(&stances, slice_of(meaning->word));
    if (code < 0)
        return false;
    set(r, "stance", stances.words[code]);
    return true;
}

/* By the reader of letters, for a person to look at. */
static bool read_as_letter(struct outcome_reader *o, struct import_record *r, const char *text,
                           const struct speaker *force, bool *ret_is_known, struct error *err)
{
    SCOPED_TEXT copy = memory_copy(text);
    const struct letter_text letter = {.text = copy, .length = strlen(text)};
    const struct letter_context context = {.regime = force ? force->regime : ACT_FOIA};
    struct letter_reading reading;
    bool ok = letter_read(o->letters, &letter, &context, &reading, err);
    const struct letter_row *row = ok && reading.row_count ? &reading.rows[0] : NULL;
    const char *stance = row ? row->values[LETTER_STANCE] : "";
    *ret_is_known = *stance && strcmp(stance, "other") != 0 && reading.row_count <= 2;
    for (enum letter_field i = LETTER_STANCE; *ret_is_known && i <= LETTER_EXEMPTIONS; i++)
        if (*row->values[i] && !import_record_has(r, letter_field_name(i)))
            set(r, letter_field_name(i), row->values[i]);
    if (*ret_is_known) {
        set(r, "review", "read from a short note as a letter would be");
        import_record_add(r, "decision_note", text);
    }
    letter_reading_done(&reading);
    return ok;
}

static void leave_unread(struct import_record *r, const char *text, const char *advice)
{
    set(r, "stance", "unread");
    import_record_add(r, "decision_note", text);
    set(r, "review", advice ? advice : "nothing here says what was answered");
}

bool outcome_read(struct outcome_reader *o, struct import_record *r, const struct speaker *force,
                  bool *ret_is_known, struct error *err)
{
    enum { WORDS_OF_A_SENTENCE = 40 };
    SCOPED_TEXT text = memory_copy(import_record_get(r, "outcome"));
    enum act own = force && force->regime != ACT_NONE ? force->regime : ACT_FOIA;
    struct cell cell;
    *ret_is_known = true;
    split_cell(o, text, own, &cell);
    if (read_words(o, r, text)) {
        if (*cell.exemptions && !import_record_has(r, "exemptions"))
            set(r, "exemptions", cell.exemptions);
        arena_done(&cell.arena);
        return true;
    }
    const struct word_meaning *meaning =
        word_book_find(o->book, "stance", slice_of(*cell.rest ? cell.rest : text));
    bool ok = true;
    if (!cell.cited && *cell.rest && is_refusal(cell.rest))
        take_citation(o, slice_of(import_record_get(r, "exemptions")), own, &cell);
    if (cell.cited && is_refusal(cell.rest)) {
        read_refusal(&cell, r);
        import_record_add(r, "decision_note", import_record_has(r, "review") ? text : "");
    } else if (!*cell.rest || !read_words(o, r, cell.rest)) {
        *ret_is_known = false;
        ok = strlen(text) < WORDS_OF_A_SENTENCE || meaning ||
             read_as_letter(o, r, text, force, ret_is_known, err);
        if (ok && !*ret_is_known)
            leave_unread(r, text, meaning && *meaning->advice ? meaning->advice : NULL);
    } else if (import_record_has(r, "review"))
        import_record_add(r, "decision_note", text);
    if (*ret_is_known && *cell.exemptions && !import_record_has(r, "exemptions"))
        set(r, "exemptions", cell.exemptions);
    arena_done(&cell.arena);
    return ok;
}
