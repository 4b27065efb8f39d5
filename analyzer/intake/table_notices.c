/* SPDX-License-Identifier: MIT */
#include "intake/table_notices.h"

#include "base/text.h"
#include "domain/name.h"

static bool give_tallies(struct table *t, struct error *err)
{
    static const struct {
        const char *code, *one, *many;
    } texts[TALLY_COUNT] = {
        [TALLY_UNSPECIFIED_TOOL] = {"unspecified-tool", "row names no tool, nor does its request",
                                    "rows name no tool, nor do their requests"},
        [TALLY_STANCE_UNREAD] = {"stance-unread", "row has wording but no stance: taken as unread",
                                 "rows have wording but no stance: taken as unread"},
        [TALLY_TEXT_ABSENT] = {"text-file-absent",
                               "row names a text_file that cannot be opened in the pack",
                               "rows name a text_file that cannot be opened in the pack"},
        [TALLY_TEXT_IS_LETTER] =
            {"text-file-unread",
             "row has a text_file that is no plain text: `concord classify` reads it",
             "rows have a text_file that is no plain text: `concord classify` reads it"},
        [TALLY_TEXT_IS_NONE] = {"text-file-no-text",
                                "row has a text_file in which there is no text",
                                "rows have a text_file in which there is no text"},
        [TALLY_REGIME_OTHER] =
            {"regime-other",
             "force has no regime that is known here: its exemptions are kept as text",
             "forces have no regime that is known here: their exemptions are kept as text"},
        [TALLY_UNUSED_REFERENCE] =
            {"reference-not-used",
             "row of the reference data is about a force that forces.csv lacks: not used",
             "rows of the reference data are about forces that forces.csv lacks: not used"},
        [TALLY_BOUNDS_CROSS] = {"dates-cross",
                                "row was retrieved before the days that its date leaves "
                                "possible: it is kept as written",
                                "rows were retrieved before the days that their dates leave "
                                "possible: they are kept as written"},
    };
    for (int i = 0; i < TALLY_COUNT; i++) {
        int64_t rows = t->tallies[i].rows;
        struct ledger_notice notice = {texts[i].code, t->tallies[i].line, rows};
        if (rows && !ledger_notice(t->account.ledger, &t->account, &notice, err, "%lld %s",
                                   (long long)rows, rows == 1 ? texts[i].one : texts[i].many))
            return false;
    }
    return true;
}

/* The next of several names in a folded text, "argus / borg" or "argus and borg". */
static struct slice next_name(const char **rest)
{
    static const char between[] = ";,/+|";
    const char *start = *rest, *and = strstr(start, " and ");
    size_t length = strcspn(start, between);
    bool is_word = and&&(size_t)(and-start) < length;
    length = is_word ? (size_t)(and-start) : length;
    *rest = start + length + (is_word ? strlen(" and ") : start[length] != '\0');
    return slice_trim((struct slice){start, length});
}

/* Does it name several tools that tools.csv lists, as one that a row is about cannot? */
static bool names_several(const struct registry *r, const char *text)
{
    char folded[NAME_BYTES];
    name_fold(slice_of(text), folded);
    const char *rest = folded;
    int known = 0, all = 0;
    for (; *rest; all++)
        known += names_find(&r->tools, next_name(&rest), true) > 0;
    return known > 1 && known == all;
}

/* What may be meant, or nothing. */
static const char *tool_advice(struct registry *r, const char *text)
{
    if (r->tools.shown_count == 0)
        return "";
    if (names_several(r, text))
        return "It names several that are listed: give each a row.";
    return names_suggest(&r->tools, slice_of(text));
}

static bool give_tool_notices(struct table *t, struct error *err)
{
    struct registry *r = &t->intake->registry;
    for (size_t i = 0; i < r->tool_count; i++) {
        struct tool_entry *tool = &r->tool_list[i];
        const char *name = tool->spelling.best ? tool->spelling.best : tool->id;
        const char *advice = tool->rows ? tool_advice(r, name) : "";
        struct ledger_notice notice = {"unknown-tool", tool->first_line, tool->rows};
        if (tool->rows &&
            !ledger_notice(t->account.ledger, &t->account, &notice, err,
                           "tools.csv does not list the tool \"%s\": kept as it is%s%s", name,
                           *advice ? ". " : "", advice))
            return false;
        tool->rows = 0;
    }
    return true;
}

/* What was not worked out any more, so that nobody looks for it. */
static bool give_suggestion_notice(struct table *t, const struct names *names, struct error *err)
{
    struct ledger_notice notice = {"suggestions-limited", 0, (int64_t)names->left_out};
    return !names->left_out ||
           ledger_notice(t->account.ledger, &t->account, &notice, err,
                         "the nearest names were looked up for the first %zu unknown names only; "
                         "%zu more rejects come without",
                         names->sought, names->left_out);
}

bool table_notices_give(struct table *t, struct error *err)
{
    const struct registry *r = &t->intake->registry;
    return file_notes_tell_rows(&t->file_notes, &t->account, err) &&
           cell_notes_tell(&t->notes, &t->header, &t->account, err) &&
           other_scripts_tell(&t->other_scripts, &r->lookalikes, &t->account, err) &&
           contradictions_tell(&t->contradictions, &t->account, err) && give_tallies(t, err) &&
           give_tool_notices(t, err) && give_suggestion_notice(t, &r->forces, err) &&
           give_suggestion_notice(t, &r->collaborations, err);
}
