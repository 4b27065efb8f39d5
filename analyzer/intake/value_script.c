/* SPDX-License-Identifier: MIT */
#include "intake/value_script.h"

#include "base/text.h"
#include "reader/csv_reader.h"

enum { SHOWN_BYTES = 80 };

/* So that another letter makes another thing of it? */
static bool names_something(const struct column *column)
{
    static const char *const texts[] = {"name", "aliases", "parent_tool_id", "applies_to"};
    switch ((int)column->type) {
    case COLUMN_ID:
    case COLUMN_OWN_REQUEST:
    case COLUMN_REQUEST:
    case COLUMN_QUESTION:
    case COLUMN_TOOL:
    case COLUMN_REGIME:
        return true;
    case COLUMN_TEXT:
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            if (column->name[0] == texts[i][0] && strcmp(column->name, texts[i]) == 0)
                return true;
        return false;
    default:
        return false;
    }
}

unsigned char value_script_notes(const struct lookalikes *l, const struct column *column,
                                 struct slice text)
{
    bool is_noted = names_something(column) && lookalikes_has_other(l, text);
    return is_noted ? NOTE_OTHER_SCRIPT : 0;
}

void value_script_explain(const struct lookalikes *l, struct value_row *row, struct slice text)
{
    struct row_fault *fault = &row->fault;
    if (!lookalikes_has_other(l, text))
        return;
    char letters[LOOKALIKES_BYTES], latin[SHOWN_BYTES], shown[SHOWN_BYTES];
    bool is_whole = false;
    lookalikes_describe(l, text, letters);
    text_add(fault->message, sizeof fault->message, ": %s", letters);
    lookalikes_latin(l, text, latin, sizeof latin, &is_whole);
    csv_show_value(slice_of(latin), shown, sizeof shown);
    if (is_whole)
        value_suggest(row, "Write \"%s\", in Latin letters.", shown);
}
