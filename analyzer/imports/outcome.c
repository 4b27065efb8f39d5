/* SPDX-License-Identifier: MIT */
#include "imports/outcome.h"

#include "base/memory.h"
#include "domain/vocabulary.h"
#include "imports/outcome_answer.h"

#include <string.h>

/* "s.31(3)/24(2)", "section 12", "reg 12(4)(b) EIR", "31(1)(a)(b)"; a bare number with no bracket
 * is none. What it needs less than a letter does: a cell is short. */
static const char citation_text[] =
    "(?i)(?<![\\p{L}\\p{N}])"
    "(?:(?:FOISA|FOIA?|EIRs?|EISR)\\s+)?"
    "(?:(?:ss?|secs?|sects?|sections?|regs?|regulations?|exemptions?|ex)\\.?\\s*)?"
    "\\d{1,2}[A-C]?(?:(?:\\s*(?:[&/"
    ",+]|and)\\s*(?=\\())?\\s*\\(\\s*[0-9a-z]{1,4}\\s*\\))*(?![\\p{L}\\p{N}])"
    "(?:\\s*(?:FOISA|FOIA?|EIRs?|EISR|DPA)\\b)?";

bool outcome_reader_open(const struct mapping *mapping, const struct word_book *book,
                         struct outcome_reader *ret, struct error *err)
{
    char reason[120];
    *ret = (struct outcome_reader){.mapping = mapping, .book = book};
    ret->citation = pattern_new(slice_of(citation_text), NULL, reason, sizeof reason);
    if (!ret->citation)
        internal_fault("the pattern of citations: %s", reason);
    return exemption_table_load(&ret->exemptions, err) &&
           pattern_table_load("datasets/reference/outcome-words.csv", &ret->words, err) &&
           letter_reader_new(&ret->letters, err);
}

void outcome_reader_close(struct outcome_reader *o)
{
    pattern_free(o->citation);
    exemption_table_done(&o->exemptions);
    pattern_table_done(&o->words);
    letter_reader_free(o->letters);
}

static void set(struct import_record *r, const char *field, const char *words)
{
    import_record_set(r, slice_of(field), slice_of(words));
}

/* The cell as the export has it, whatever a rule made of it. */
static void note_cell(struct import_record *r, const char *text)
{
    const char *cell = import_record_get(r, "outcome_words");
    import_record_add(r, "decision_note", *text && *cell ? cell : text);
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
        note_cell(r, text);
    }
    letter_reading_done(&reading);
    return ok;
}

static void leave_unread(struct import_record *r, const char *text, const char *advice)
{
    set(r, "stance", "unread");
    note_cell(r, text);
    if (!import_record_has(r, "review") || advice)
        set(r, "review", advice ? advice : "nothing here says what was answered");
}

/* What the mapping says of these words, in as many words. */
static bool read_rule(const struct outcome_reader *o, struct import_record *r, const char *words)
{
    const struct map_rule *rule = mapping_find_value(o->mapping, r, "outcome", slice_of(words));
    if (!rule)
        return false;
    import_record_apply(r, rule);
    return import_record_has(r, "stance") || r->left_out || r->rejected ||
           import_record_has(r, "file");
}

/* A word of the list of stances, or a published synonym. */
static const char *stance_of(const struct outcome_reader *o, const char *words)
{
    const struct word_meaning *meaning = word_book_find(o->book, "stance", slice_of(words));
    int code = vocabulary_code(&stances, slice_of(words));
    if (code < 0 && meaning && *meaning->word)
        code = vocabulary_code(&stances, slice_of(meaning->word));
    return code < 0 ? NULL : stances.words[code];
}

bool outcome_is_known(struct outcome_reader *o, const char *text)
{
    struct outcome_cell cell;
    struct outcome_words words;
    outcome_cell_split(o->citation, &o->exemptions, text, ACT_FOIA, &cell);
    outcome_words_read(&o->words, cell.rest, &words);
    bool is_known = cell.cited || words.count || stance_of(o, text);
    arena_done(&cell.arena);
    return is_known;
}

static void set_answer(struct import_record *r, const struct outcome_answer *answer,
                       const char *text)
{
    r->left_out = answer->left_out;
    if (answer->is_waiting)
        set(r, "file", "circulation");
    if (answer->stance)
        set(r, "stance", answer->stance);
    if (answer->is_partial_ncnd)
        set(r, "partial_ncnd", "yes");
    if (answer->other)
        set(r, "other_stance", answer->other);
    if (answer->stage && !import_record_has(r, "stage"))
        set(r, "stage", answer->stage);
    if (!answer->review)
        return;
    set(r, "review", answer->review);
    note_cell(r, text);
}

/* The mapping and words that are known as a whole. */
static bool read_known(const struct outcome_reader *o, struct import_record *r,
                       const struct outcome_cell *cell, const char *text)
{
    struct outcome_answer answer = {.stance = NULL};
    if (read_rule(o, r, text))
        return true;
    bool is_rule = *cell->rest && read_rule(o, r, cell->rest);
    if (is_rule && (!import_record_has(r, "stance") || import_record_has(r, "review"))) {
        note_cell(r, import_record_has(r, "review") ? text : "");
        return true;
    }
    if (is_rule)
        answer.stance = import_record_get(r, "stance");
    else if (*cell->rest)
        answer.stance = stance_of(o, cell->rest);
    if (!answer.stance)
        return false;
    answer.is_partial_ncnd = import_record_has(r, "partial_ncnd");
    outcome_answer_weigh(cell, &answer);
    set_answer(r, &answer, text);
    return true;
}

/* A sentence is for the reader of letters, where the words alone do not say it. */
static bool read_words(struct outcome_reader *o, struct import_record *r,
                       const struct outcome_cell *cell, const struct speaker *force,
                       bool *ret_is_known, struct error *err)
{
    enum { WORDS_OF_A_SENTENCE = 3 };
    const struct word_meaning *meaning =
        word_book_find(o->book, "stance", slice_of(*cell->rest ? cell->rest : ""));
    const char *text = import_record_get(r, "outcome");
    struct outcome_words words;
    struct outcome_answer answer;
    outcome_words_read(&o->words, cell->rest, &words);
    bool is_sentence = words.is_reversed || words.unknown >= WORDS_OF_A_SENTENCE ||
                       (words.unknown && words.count == 0);
    *ret_is_known = false;
    if (is_sentence && !meaning && !read_as_letter(o, r, text, force, ret_is_known, err))
        return false;
    if (*ret_is_known || words.is_reversed)
        return true;
    *ret_is_known = outcome_answer_find(&words, cell, &answer);
    if (*ret_is_known)
        set_answer(r, &answer, text);
    else if (answer.review)
        set(r, "review", answer.review);
    return true;
}

/* Citations of the cell beside those of the column of exemptions, which stay as they are written;
 * what else the column says is a note. */
static void join_citations(const struct outcome_reader *o, struct import_record *r, enum act own,
                           struct outcome_cell *cell)
{
    SCOPED_TEXT column = memory_copy(import_record_get(r, "exemptions"));
    SCOPED_TEXT of_cell = memory_copy(cell->exemptions);
    struct outcome_cell found;
    outcome_cell_split(o->citation, &o->exemptions, column, own, &found);
    if (!found.cited) /* numbers without a section sign: "31, 24" */
        outcome_cell_cite(&o->exemptions, slice_of(column), own, &found);
    if (*column && (!found.cited || *found.rest)) {
        SCOPED_TEXT words = memory_print("Exemptions in the export: %s", column);
        import_record_add(r, "decision_note", words);
        set(r, "exemptions", found.exemptions);
    }
    outcome_cell_cite(&o->exemptions, slice_of(found.exemptions), own, cell);
    size_t length = strlen(found.exemptions);
    outcome_cell_cite(&o->exemptions, slice_of(of_cell), own, &found);
    const char *more = found.exemptions + length;
    more += strspn(more, "; ");
    SCOPED_TEXT written = memory_copy(import_record_get(r, "exemptions"));
    if (*more)
        import_record_print(r, "exemptions", "%s%s%s", written, *written ? "; " : "", more);
    arena_done(&found.arena);
}

bool outcome_read(struct outcome_reader *o, struct import_record *r, const struct speaker *force,
                  bool *ret_is_known, struct error *err)
{
    SCOPED_TEXT text = memory_copy(import_record_get(r, "outcome"));
    enum act own = force && force->regime != ACT_NONE ? force->regime : ACT_FOIA;
    struct outcome_cell cell;
    outcome_cell_split(o->citation, &o->exemptions, text, own, &cell);
    join_citations(o, r, own, &cell);
    *ret_is_known = true;
    bool ok = read_known(o, r, &cell, text) || read_words(o, r, &cell, force, ret_is_known, err);
    if (ok && !*ret_is_known) {
        const struct word_meaning *meaning =
            word_book_find(o->book, "stance", slice_of(*cell.rest ? cell.rest : text));
        leave_unread(r, text, meaning && *meaning->advice ? meaning->advice : NULL);
    }
    arena_done(&cell.arena);
    return ok;
}
