/* SPDX-License-Identifier: MIT */
#include "imports/outcome_cell.h"

#include "base/memory.h"
#include "domain/name.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static bool is_sign(char c)
{
    return (unsigned char)c < 0x80 && !isalnum((unsigned char)c) && c != '\'';
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

static bool has_limb(const struct exemption_table *table, const char *citation, enum act own)
{
    struct slice section = citation_section(slice_of(citation));
    for (size_t i = 0; i < table->count; i++) {
        const struct exemption_row *row = &table->rows[i];
        if (row->act == own && row->is_ncnd && strchr(row->citation, '(') &&
            slice_equals(citation_section(slice_of(row->citation)), section))
            return true;
    }
    return false;
}

static bool has_part(const char *list, const char *citation)
{
    struct slice rest = slice_of(list), part;
    while (slice_next_part(&rest, ';', &part))
        if (slice_is(slice_trim(part), citation))
            return true;
    return false;
}

/* Which of its kind all citations so far are: those of that section and no other. */
static bool is_still(bool is_all, const struct outcome_cell *cell, bool is_this)
{
    return (is_all || !cell->cited) && is_this;
}

/* Duties and notices: what is cited so is no reason to refuse. */
static bool is_procedural(struct slice section, bool is_foisa)
{
    static const char *const sections[] = {"1",  "8",  "10", "11", "15",
                                           "16", "19", "20", "45", "50"};
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        if (slice_is(section, sections[i]))
            return true;
    return !is_foisa && slice_is(section, "17");
}

static void count_citation(const struct exemption_table *table, const char *citation, enum act own,
                           struct outcome_cell *cell)
{
    const struct exemption_row *row = exemption_row_of(table, citation, own);
    if (!row && own == ACT_FOISA) /* who keeps a list cites one Act for all forces */
        row = exemption_row_of(table, citation, ACT_FOIA);
    struct slice number = slice_of(citation);
    enum act act = citation_act(&number, own);
    if (citation_is_of_regulations(number) && (act == ACT_FOIA || act == ACT_FOISA))
        act = act == ACT_FOIA ? ACT_EIR : ACT_EISR;
    struct slice section = citation_section(number);
    bool is_foia = act == ACT_FOIA, is_foisa = act == ACT_FOISA, is_act = is_foia || is_foisa;
    bool is_not_held =
        (is_foisa && slice_is(section, "17")) || citation_begins_with(number, slice_of("12(4)(a)"));
    if (is_act && is_procedural(section, is_foisa))
        return;
    cell->is_all_s21 =
        is_still(cell->is_all_s21, cell,
                 (is_foia && slice_is(section, "21")) || (is_foisa && slice_is(section, "25")));
    cell->is_all_cost = is_still(cell->is_all_cost, cell, is_act && slice_is(section, "12"));
    cell->is_all_vexatious =
        is_still(cell->is_all_vexatious, cell, is_act && slice_is(section, "14"));
    cell->is_all_not_held = is_still(cell->is_all_not_held, cell, is_not_held);
    cell->is_foisa_18 = cell->is_foisa_18 || (is_foisa && slice_is(section, "18"));
    cell->refusing_otherwise += is_act && (slice_is(section, "12") || slice_is(section, "14") ||
                                           slice_is(section, is_foisa ? "25" : "21"));
    cell->costs += is_act && slice_is(section, "12");
    cell->cited++;
    if ((row && row->is_ncnd) || (is_foisa && slice_is(section, "18")))
        cell->excusing++;
    else if (is_act && !strchr(citation, '(') && has_limb(table, citation, own))
        cell->open++;
    else
        cell->withholding++;
}

/* Of citations written one by one, "31(1)(a)(b)" among them; one that is there already is not
 * counted again. */
void outcome_cell_cite(const struct exemption_table *table, struct slice words, enum act own,
                       struct outcome_cell *cell)
{
    char citation[CITATION_BYTES];
    struct slice bad;
    while (citation_next(&words, own, citation, &bad) > 0) {
        if (has_part(cell->exemptions, citation))
            continue;
        SCOPED_TEXT list =
            memory_print("%s%s%s", cell->exemptions, *cell->exemptions ? "; " : "", citation);
        cell->exemptions = arena_copy(&cell->arena, slice_of(list));
        count_citation(table, citation, own, cell);
    }
}

/* "31(1)(a) & (b)" as "31(1)(a)(b)"; the caller frees. */
static char *without_joiners(struct slice words)
{
    char *text = slice_copy(words);
    size_t length = 0;
    for (size_t i = 0; i < words.length; i++) {
        size_t ahead = i;
        bool is_behind = length && text[length - 1] == ')';
        while (is_behind && ahead < words.length && strchr(" &/,+and", words.bytes[ahead]))
            ahead++;
        if (is_behind && ahead < words.length && words.bytes[ahead] == '(')
            i = ahead;
        text[length++] = words.bytes[i];
    }
    text[length] = '\0';
    return text;
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

void outcome_cell_split(struct pattern *pattern, const struct exemption_table *table,
                        const char *text, enum act own, struct outcome_cell *ret)
{
    struct pattern_match match;
    struct slice whole = slice_of(text);
    char *rest = NULL, folded[NAME_BYTES];
    size_t length = 0, at = 0, last_end = 0;
    FILE *out = memory_stream(&rest, &length);
    *ret = (struct outcome_cell){.exemptions = ""};
    while (pattern_find(pattern, whole, at, &match) == PATTERN_FOUND) {
        struct slice words = {text + match.begin, match.end - match.begin};
        bool is_behind = ret->cited && only_joins(text, last_end, match.begin);
        fwrite(text + at, 1, match.begin - at, out);
        if (is_citation(words, is_behind)) {
            SCOPED_TEXT plain = without_joiners(words);
            outcome_cell_cite(table, slice_of(plain), own, ret);
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
