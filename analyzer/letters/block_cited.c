/* SPDX-License-Identifier: MIT */
#include "letters/block_steps.h"

bool block_is_relied(const struct cited *cited)
{
    return cited->status == CITED_RELIED || cited->status == CITED_RESIDUAL;
}

void block_cite_facts(const struct letter_state *s, struct block *b)
{
    bool is_foisa = s->context->regime == ACT_FOISA;
    for (size_t i = 0; i < b->cited_count; i++) {
        const char *text = b->cited[i]->text;
        struct slice section = citation_section(slice_of(text));
        bool is_told = block_is_relied(b->cited[i]);
        const struct exemption_row *row = exemption_row_of(s->exemptions, text, s->context->regime);
        if (!is_told && (slice_is(section, "12") || slice_is(section, "14")))
            continue;
        if (slice_is(section, is_foisa ? "25" : "21"))
            block_add(b, ACT_WORD_S21, NULL);
        else if (slice_is(section, is_foisa ? "27" : "22") || slice_is(section, "22A"))
            block_add(b, ACT_WORD_S22, NULL);
        else if (strncmp(text, "12(2)", 5) == 0)
            block_add(b, ACT_WORD_COST2, NULL);
        else if (slice_is(section, "12"))
            block_add(b, ACT_WORD_COST1, NULL);
        else if (slice_is(section, "14"))
            block_add(b, ACT_WORD_VEX, NULL);
        else
            block_add(b, row && row->is_ncnd ? FACT_CITES_NCND : FACT_CITES_OTHER, NULL);
    }
}

static bool is_covered(const struct block *b, const struct cited *cited)
{
    for (size_t i = 0; i < b->cited_count; i++)
        if (citation_begins_with(slice_of(b->cited[i]->text), slice_of(cited->text)))
            return true;
    return false;
}

void block_add_cited(struct block *b, const struct cited *cited)
{
    if (b->cited_count == BLOCK_CITED_MAX || is_covered(b, cited))
        return;
    size_t kept = 0; /* a bare section adds nothing beside its subsection */
    for (size_t i = 0; i < b->cited_count; i++)
        if (!citation_begins_with(slice_of(cited->text), slice_of(b->cited[i]->text)))
            b->cited[kept++] = b->cited[i];
    b->cited_count = kept;
    b->cited[b->cited_count++] = cited;
}

/* Does it stand with the words that leave the rest open, in their sentence, further on in their
 * paragraph or in the list below? */
static bool is_of_rest(const struct letter_state *s, const struct block *b,
                       const struct cited *cited)
{
    const struct found_act *rest = b->first[ACT_WORD_REST];
    if (!rest || cited->unit < rest->unit)
        return false;
    const struct unit *units = s->units.items;
    for (size_t i = rest->unit + 1; i <= cited->unit; i++) {
        bool is_own = units[i].zone == ZONE_ANSWERS || units[i].zone == ZONE_DECISION;
        bool goes_on =
            is_own && !cited->names_questions && units[i].paragraph == units[rest->unit].paragraph;
        if (units[i].zone != ZONE_EXEMPTIONS && units[i].zone != ZONE_RESIDUAL && !goes_on)
            return false;
    }
    return true;
}

static bool is_cited_for(const struct letter_state *s, const struct block *b,
                         const struct cited *cited, bool has_own)
{
    if (s->units.items[cited->unit].is_rest_too && block_has(b, ACT_WORD_REST))
        return true;
    if (b->question == WHOLE_LETTER || question_set_has(&cited->questions, (size_t)b->question))
        return true;
    return question_set_is_empty(&cited->questions) &&
           (!has_own || cited->status == CITED_RESIDUAL);
}

static bool may_be_described(const struct letter_state *s, const struct cited *cited)
{
    struct slice section = citation_section(slice_of(cited->text));
    enum letter_zone zone = s->units.items[cited->unit].zone;
    bool is_exemption =
        !slice_is(section, "12") && !slice_is(section, "14") && !slice_is(section, "21");
    bool is_of_bodies =
        strncmp(cited->text, "23(3)", 5) == 0 || strncmp(cited->text, "23(4)", 5) == 0;
    return is_exemption && !is_of_bodies && zone != ZONE_ANNEX && zone != ZONE_FOOTER &&
           zone != ZONE_COMPLAINT && zone != ZONE_ADVICE && zone != ZONE_HISTORY;
}

static bool relies_on_silence(const struct letter_state *s, const struct block *b)
{
    for (size_t i = 0; i < b->cited_count && s->context->regime == ACT_FOISA; i++)
        if (slice_is(citation_section(slice_of(b->cited[i]->text)), "18"))
            return true;
    return false;
}

/* A refusal by effort or for vexation whose section the letter names, in whatever words. */
static void add_named_refusal(const struct letter_state *s, struct block *b)
{
    const struct {
        fact_set facts;
        const char *section;
    } refusals[] = {
        {fact_bit(ACT_WORD_COST1) | fact_bit(ACT_WORD_COST2) | fact_bit(ACT_WORD_EFFORT), "12"},
        {fact_bit(ACT_WORD_VEX), "14"},
    };
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        for (size_t k = 0; k < s->cited.count && b->facts & refusals[i].facts; k++) {
            const struct cited *cited = &s->cited.items[k];
            enum letter_zone zone = s->units.items[cited->unit].zone;
            bool is_named = cited->status == CITED_MENTIONED || cited->status == CITED_DESCRIBED ||
                            cited->status == CITED_POSSIBLE || cited->status == CITED_NOT_RELIED;
            if (is_named && zone != ZONE_ANNEX && zone != ZONE_FOOTER && zone != ZONE_COMPLAINT &&
                zone != ZONE_HISTORY && zone != ZONE_ADVICE && zone != ZONE_REQUEST &&
                slice_is(citation_section(slice_of(cited->text)), refusals[i].section) &&
                is_cited_for(s, b, cited, false))
                block_add_cited(b, cited);
        }
}

/* "Sections 24 and 31 are relied on" where the letter tells elsewhere which subsections. */
static void complete_bare(const struct letter_state *s, struct block *b)
{
    for (size_t i = 0; i < b->cited_count; i++) {
        const struct cited *whole = NULL;
        size_t count = 0;
        if (strchr(b->cited[i]->text, '('))
            continue;
        for (size_t k = 0; k < s->cited.count; k++) {
            const struct cited *cited = &s->cited.items[k];
            bool may_be = cited->status != CITED_NOT_RELIED && cited->status != CITED_REQUEST &&
                          cited->status != CITED_OTHER_LAW && cited->status != CITED_POSSIBLE;
            if (!may_be || !may_be_described(s, cited) || !strchr(cited->text, '(') ||
                !citation_begins_with(slice_of(cited->text), slice_of(b->cited[i]->text)))
                continue;
            count += !whole || strcmp(whole->text, cited->text) != 0;
            whole = cited;
        }
        if (count == 1)
            b->cited[i] = whole;
    }
}

static bool is_of_silence(const struct letter_state *s, const struct cited *cited)
{
    const struct exemption_row *row =
        exemption_row_of(s->exemptions, cited->text, s->context->regime);
    return row && row->is_ncnd;
}

/* "For the rest we rely on the same": what another question is refused by. */
static void add_same(const struct letter_state *s, struct block *b)
{
    bool needs_same = b->cited_count == 0 && block_has(b, ACT_WORD_REST);
    for (size_t i = 0; i < s->cited.count && needs_same; i++)
        if (block_is_relied(&s->cited.items[i]) && is_of_silence(s, &s->cited.items[i]))
            block_add_cited(b, &s->cited.items[i]);
}

/* Nowhere relied on in so many words: what the reasons describe; where time is taken to weigh it,
 * what may apply. */
static void add_second_best(const struct letter_state *s, struct block *b)
{
    static const enum cited_status second_best[] = {CITED_MENTIONED, CITED_DESCRIBED,
                                                    CITED_POSSIBLE};
    enum { PASSES = sizeof second_best / sizeof *second_best };
    fact_set refusals = fact_bit(ACT_WORD_NCND) | fact_bit(ACT_WORD_NODUTY) |
                        fact_bit(ACT_WORD_WITHHOLD) | fact_bit(ACT_WORD_REST);
    bool is_open = block_has(b, ACT_WORD_EXTEND);
    for (size_t pass = 0; pass < PASSES && b->cited_count == 0; pass++) {
        bool may_take = is_open || (second_best[pass] != CITED_POSSIBLE && b->facts & refusals);
        for (size_t i = 0; i < s->cited.count && may_take; i++)
            if (s->cited.items[i].status == second_best[pass] &&
                may_be_described(s, &s->cited.items[i]) &&
                is_cited_for(s, b, &s->cited.items[i], false)) {
                block_add_cited(b, &s->cited.items[i]);
                b->flags |= coding_flag(s->tables, "citation_unsure");
            }
    }
}

/* "Exempt as explained below": the explanation stands behind the last answer, whose it is not. */
static void add_explained(const struct letter_state *s, struct block *b)
{
    int refusal = block_has(b, ACT_WORD_WITHHOLD) ? ACT_WORD_WITHHOLD : ACT_WORD_NCND;
    const struct found_act *act = block_has_decisive(b, refusal) ? b->first[refusal] : NULL;
    if (b->cited_count || b->question == WHOLE_LETTER || block_has(b, ACT_WORD_GIVE) || !act ||
        !question_set_has(&act->questions, (size_t)b->question))
        return;
    for (size_t i = 0; i < s->cited.count; i++) {
        const struct cited *cited = &s->cited.items[i];
        bool is_told = cited->status == CITED_MENTIONED || cited->status == CITED_DESCRIBED ||
                       block_is_relied(cited);
        bool is_silence = is_of_silence(s, cited);
        if (is_told && !cited->names_questions && may_be_described(s, cited) &&
            is_silence == (refusal == ACT_WORD_NCND)) {
            block_add_cited(b, cited);
            b->flags |= coding_flag(s->tables, "citation_unsure");
        }
    }
}

void block_collect_cited(const struct letter_state *s, struct block *b)
{
    bool has_own = false;
    for (size_t i = 0; i < s->cited.count && b->question != WHOLE_LETTER; i++)
        has_own |= block_is_relied(&s->cited.items[i]) &&
                   question_set_has(&s->cited.items[i].questions, (size_t)b->question);
    for (size_t i = 0; i < s->cited.count; i++)
        if (block_is_relied(&s->cited.items[i]) &&
            (is_cited_for(s, b, &s->cited.items[i], has_own) ||
             is_of_rest(s, b, &s->cited.items[i])))
            block_add_cited(b, &s->cited.items[i]);
    /* Scotland: what it would be exempt under, were it held, is what a refusal to say rests on. */
    for (size_t i = 0; i < s->cited.count && relies_on_silence(s, b); i++)
        if (s->cited.items[i].status == CITED_POSSIBLE &&
            is_cited_for(s, b, &s->cited.items[i], has_own))
            block_add_cited(b, &s->cited.items[i]);
    if (b->cited_count == 0)
        add_named_refusal(s, b);
    add_same(s, b);
    add_second_best(s, b);
    add_explained(s, b);
    complete_bare(s, b);
}
