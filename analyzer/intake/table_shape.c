/* SPDX-License-Identifier: MIT */
#include "intake/table_shape.h"

#include "base/text.h"
#include "intake/cross_table.h"

static void replace(struct error *err, const char *what, const char *next)
{
    struct error found = {0};
    (void)error_set(&found, ERROR_INPUT, err->source, err->line, next, "%s", what);
    *err = found;
}

/* The headings stand below each other in the first column. */
static bool is_on_its_side(const struct table_sight *sight, struct error *err)
{
    enum { FEWEST = 2 };
    const struct column_sight *first = sight->count ? &sight->columns[0] : NULL;
    if (!first || first->headings < FEWEST || !mostly(first->headings, first))
        return false;
    replace(
        err, "the table lies on its side: its first column holds the names of columns",
        "Turn rows and columns round: in a spreadsheet copy the table and paste it transposed.");
    return true;
}

/* The first row is an answer. */
static bool lacks_heading(const struct table_sight *sight, struct error *err)
{
    size_t forces = 0, answers = 0, dates = 0, requests = 0, named = 0;
    for (size_t i = 0; i < sight->count; i++) {
        const struct column_sight *c = &sight->columns[i];
        forces += c->names_force;
        answers += c->names_answer;
        dates += c->is_date;
        requests += c->names_request;
        named += c->column >= 0;
    }
    if (forces != 1 || !(answers + dates + requests) || named > 1)
        return false;
    replace(err, "the first row looks like an answer, and not like a heading",
            "Write the names of the columns above it; `concord schema responses` lists them.");
    return true;
}

/* "The column "Response" holds answers ("NCND"): rename it to stance." */
static void name_answers(const struct table *t, const struct table_sight *sight, struct error *err)
{
    if (t->header.fields[RESPONSE_STANCE] >= 0)
        return;
    char hint[300] = "", next[sizeof err->next];
    for (size_t i = 0; i < sight->count && !*hint; i++) {
        const struct column_sight *c = &sight->columns[i];
        bool may_be_other = c->column < 0 || c->column == RESPONSE_ID ||
                            c->column == RESPONSE_REQUEST || c->column == RESPONSE_QUESTION;
        if (!may_be_other)
            continue;
        if (c->answers && mostly(c->answers, c))
            text_cut(hint, sizeof hint,
                     "The column \"%s\" holds answers (\"%s\"): rename it to stance. ", c->heading,
                     c->example);
        else if (c->column == RESPONSE_ID && mostly(c->wordings, c))
            text_cut(hint, sizeof hint, "The column \"%s\" holds the wording: rename it to text. ",
                     c->heading);
    }
    text_cut(next, sizeof next, "%s%s", hint, err->next);
    text_cut(err->next, sizeof err->next, "%s", next);
}

void table_shape_explain(const struct table *t, struct error *err)
{
    if (err->kind != ERROR_INPUT || t->contract != &contract_files[FILE_RESPONSES])
        return;
    struct table_sight sight = table_sight_look(t);
    if (!cross_table_explain(&sight, err) && !is_on_its_side(&sight, err) &&
        !lacks_heading(&sight, err))
        name_answers(t, &sight, err);
    table_sight_done(&sight);
}
