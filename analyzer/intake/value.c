/* SPDX-License-Identifier: MIT */
#include "intake/value.h"

#include "base/memory.h"
#include "base/text.h"
#include "domain/name.h"
#include "domain/request_id.h"
#include "domain/spreadsheet.h"
#include "intake/cell_text.h"
#include "intake/single_force.h"
#include "intake/value_address.h"
#include "intake/value_citation.h"
#include "intake/value_date.h"
#include "intake/value_force.h"
#include "intake/value_script.h"
#include "intake/word_hints.h"
#include "reader/csv_reader.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>

enum { SHOWN_BYTES = 80, SCRATCH_SPARE = 8192 };

void value_row_reserve(struct value_row *row, size_t bytes)
{
    /* Normalised forms are no longer than twice their text, and plain ones than it; identifiers
     * and the terminating NULs come out of the spare. */
    size_t wanted = bytes * 3 + SCRATCH_SPARE;
    row->scratch_used = 0;
    if (wanted <= row->scratch_room)
        return;
    free(row->scratch);
    row->scratch = memory_new(wanted, 1);
    row->scratch_room = wanted;
}

void value_row_done(struct value_row *row)
{
    free(row->scratch);
    row->scratch = NULL;
}

char *value_row_take(struct value_row *row, size_t bytes)
{
    if (bytes > row->scratch_room - row->scratch_used)
        internal_fault("the scratch memory of a row is too small");
    char *taken = row->scratch + row->scratch_used;
    row->scratch_used += bytes;
    return taken;
}

bool value_fault(struct value_row *row, size_t column, const char *code, struct slice text,
                 const char *format, ...)
{
    row->fault = (struct row_fault){
        .code = code, .column = row->contract->columns[column].name, .value = text};
    va_list arguments;
    va_start(arguments, format);
    text_cut_list(row->fault.message, sizeof row->fault.message, format, arguments);
    va_end(arguments);
    return false;
}

bool value_suggest(struct value_row *row, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    text_cut_list(row->fault.suggestion, sizeof row->fault.suggestion, format, arguments);
    va_end(arguments);
    return false;
}

/* A value as a message shows it. */
struct shown {
    char text[SHOWN_BYTES];
};

static struct shown show(struct slice text)
{
    struct shown shown;
    csv_show_value(text, shown.text, sizeof shown.text);
    return shown;
}

/* One cell being read. */
struct cell {
    struct value_context *context;
    struct value_row *row;
    size_t index;
    const struct column *column;
    struct slice text;
    struct value *value;
};

static bool read_text(struct cell *c)
{
    c->value->text = c->text;
    return c->column->type != COLUMN_PATH || cell_text_is_path(c->row, c->index, c->text);
}

static bool read_address(struct cell *c)
{
    value_address_read(&c->context->registry->book, c->text, c->value);
    return true;
}

static bool too_long(struct cell *c)
{
    value_fault(c->row, c->index, "too-long", c->text, "%s is longer than %d bytes",
                c->column->name, ID_BYTES - 1);
    return value_suggest(c->row, "Give a short identifier.");
}

static bool read_id(struct cell *c)
{
    return c->text.length < ID_BYTES ? read_text(c) : too_long(c);
}

static bool normalise_request(struct cell *c)
{
    if (!cell_text_undo_number(c->row, c->index, &c->text))
        return false;
    char *id = value_row_take(c->row, ID_BYTES);
    if (!request_id_normalise(c->text, id, ID_BYTES))
        return too_long(c);
    bool is_number = request_id_is_number(c->text);
    if (!is_number && !cell_text_is_no_date(c->row, c->index, c->text))
        return false;
    if (is_number && !memchr(c->text.bytes, '/', c->text.length))
        c->value->notes |= NOTE_BARE_NUMBER;
    c->value->text = slice_of(id);
    if (c->value->text.length)
        return true;
    value_fault(c->row, c->index, "empty-value", c->text, "\"%s\" names no request",
                show(c->text).text);
    return value_suggest(c->row, "Give the circulation number (995/24) or an identifier.");
}

bool value_ambiguous(struct value_row *row, size_t column, struct slice text, const char *what)
{
    value_fault(row, column, "ambiguous-name", text, "\"%s\" is a name of more than one %s",
                show(text).text, what);
    return value_suggest(row, "Give the identifier.");
}

static bool read_request(struct cell *c)
{
    if (!normalise_request(c))
        return false;
    const struct registry *r = c->context->registry;
    int32_t number = registry_find_request(r, c->value->text);
    if (number == NAMES_AMBIGUOUS)
        return value_ambiguous(c->row, c->index, c->text, "request");
    c->value->number = number ? number : VALUE_NEW;
    if (number)
        c->value->text = slice_of(r->request_list[number - 1].id);
    return true;
}

static bool read_tool(struct cell *c)
{
    if (!read_id(c))
        return false;
    const struct registry *r = c->context->registry;
    int32_t number = registry_find_tool(r, c->text);
    if (number == NAMES_AMBIGUOUS)
        return value_ambiguous(c->row, c->index, c->text, "tool");
    c->value->number = number ? number : VALUE_NEW;
    if (number)
        c->value->text = slice_of(r->tool_list[number - 1].id);
    return true;
}

static int column_of_type(const struct contract_file *file, enum column_type type)
{
    for (size_t i = 0; i < file->count; i++)
        if (file->columns[i].type == type)
            return (int)i;
    return -1;
}

static bool read_question(struct cell *c)
{
    if (c->text.length >= ID_BYTES)
        return too_long(c);
    c->text = spreadsheet_without_fraction(c->text);
    if (!cell_text_is_no_date(c->row, c->index, c->text))
        return false;
    char *id = value_row_take(c->row, c->text.length + 1);
    size_t length = name_one_space(c->text, id);
    for (size_t i = 0; i < length; i++)
        id[i] = (char)toupper((unsigned char)id[i]);
    c->value->text = (struct slice){id, length};
    int at = column_of_type(c->row->contract, COLUMN_REQUEST);
    int32_t request = at < 0 ? 0 : c->row->values[at].number;
    int32_t number =
        request > 0 ? registry_find_question(c->context->registry, request, c->value->text) : 0;
    c->value->number = number ? number : VALUE_NEW;
    return true;
}

static bool read_force(struct cell *c)
{
    return value_force_read(c->context->registry, c->row, c->index, c->text, c->value);
}

static bool read_force_or_any(struct cell *c)
{
    if (!single_force_is_all(c->text)) {
        c->value->text = c->text;
        return read_force(c);
    }
    c->value->text = slice_of("*");
    c->value->number = 0;
    return true;
}

static bool read_collaboration(struct cell *c)
{
    return value_collaboration_read(c->context->registry, c->row, c->index, c->text, c->value);
}

static bool read_date(struct cell *c)
{
    return value_date_read(c->row, c->index, c->text, c->value);
}

static bool read_date_or_yes(struct cell *c)
{
    c->value->number = yes_no_parse(c->text);
    if (c->value->number == 0)
        c->value->is_known = false;
    if (c->value->number >= 0)
        return true;
    c->value->number = 1;
    return read_date(c);
}

static bool read_yes_no(struct cell *c)
{
    c->value->number = yes_no_parse(spreadsheet_without_fraction(c->text));
    if (c->value->number >= 0)
        return true;
    value_fault(c->row, c->index, "bad-yes-no", c->text, "\"%s\" is neither yes nor no",
                show(c->text).text);
    return value_suggest(c->row, "Write yes or no, or leave it empty where it is not known.");
}

/* The word itself, however it is spaced, or a published synonym of it. */
static int find_word(const struct cell *c, struct slice word)
{
    const struct vocabulary *words = c->column->words;
    int code = vocabulary_code(words, word);
    if (code >= 0)
        return code;
    const struct word_meaning *meaning =
        word_book_find(&c->context->registry->book, words->name, word);
    return meaning && *meaning->word ? vocabulary_code(words, slice_of(meaning->word)) : -1;
}

static bool not_in_list(struct cell *c, struct slice word)
{
    const struct vocabulary *words = c->column->words;
    const struct word_meaning *meaning =
        word_book_find(&c->context->registry->book, words->name, word);
    value_fault(c->row, c->index, "not-in-list", c->text, "\"%s\" is no %s", show(word).text,
                c->column->name);
    if (meaning && *meaning->advice)
        return value_suggest(c->row, "%s", meaning->advice);
    char all[300];
    struct registry *r = c->context->registry;
    const char *hint =
        words == &stances ? word_hints_find(&r->stance_hints, &r->book, words, word) : "";
    if (*hint)
        return value_suggest(c->row, "%s", hint);
    vocabulary_list(words, all, sizeof all);
    const char *nearest = vocabulary_nearest(words, word);
    if (nearest)
        return value_suggest(c->row, "Did you mean %s? It is one of: %s.", nearest, all);
    return value_suggest(c->row, "Write one of: %s.", all);
}

static bool read_word(struct cell *c)
{
    int code = find_word(c, c->text);
    if (code < 0)
        return not_in_list(c, c->text);
    c->value->number = code;
    c->value->text = slice_of(c->column->words->words[code]);
    return true;
}

static bool read_regime(struct cell *c)
{
    int code = vocabulary_code(c->column->words, c->text);
    c->value->number = code < 0 ? REGIME_OTHER : code;
    c->value->text = slice_of(c->column->words->words[c->value->number]);
    return true;
}

static bool read_words(struct cell *c)
{
    char *out = value_row_take(c->row, c->text.length * 2 + 1);
    size_t used = 0;
    struct slice rest = c->text, part;
    while (slice_next_part(&rest, ';', &part)) {
        part = slice_trim(part);
        if (part.length == 0)
            continue;
        int code = find_word(c, part);
        if (code < 0)
            return not_in_list(c, part);
        const char *word = c->column->words->words[code];
        if (used)
            out[used++] = ';';
        memcpy(out + used, word, strlen(word));
        used += strlen(word);
    }
    c->value->text = (struct slice){out, used};
    if (used == 0)
        return not_in_list(c, c->text);
    return true;
}

static int regime_of_row(const struct cell *c)
{
    int at = column_of_type(c->row->contract, COLUMN_FORCE);
    int32_t force = at < 0 ? 0 : c->row->values[at].number;
    return force > 0 ? c->context->registry->regimes[force - 1] : REGIME_FOIA;
}

static bool read_exemptions(struct cell *c)
{
    return value_exemptions_read(c->context->sets, regime_of_row(c), c->row, c->index, c->text,
                                 c->value);
}

/* Advice is for forces under the Act of 2000 where it names no other. */
static bool read_citations(struct cell *c)
{
    return value_citations_read(ACT_FOIA, c->row, c->index, c->text, c->value);
}

/* One of the Act that the row is about. */
static bool read_citation(struct cell *c)
{
    enum act own = act_find(c->row->values[EXEMPTION_REGIME].text);
    return value_citation_read(own, c->row, c->index, c->text, c->value);
}

static bool read_number(struct cell *c)
{
    int32_t number = 0;
    size_t i = 0;
    c->text = spreadsheet_without_fraction(c->text);
    for (; i < c->text.length && i < 9 && isdigit((unsigned char)c->text.bytes[i]); i++)
        number = number * 10 + (c->text.bytes[i] - '0');
    c->value->number = number;
    if (i == c->text.length)
        return true;
    value_fault(c->row, c->index, "bad-number", c->text, "\"%s\" is no whole number",
                show(c->text).text);
    return value_suggest(c->row, "Write digits only.");
}

bool value_read(struct value_context *context, struct value_row *row, size_t column,
                struct slice text)
{
    static bool (*const readers[COLUMN_TYPE_COUNT])(struct cell *) = {
        [COLUMN_TEXT] = read_text,
        [COLUMN_ADDRESS] = read_address,
        [COLUMN_PATH] = read_text,
        [COLUMN_ID] = read_id,
        [COLUMN_OWN_REQUEST] = normalise_request,
        [COLUMN_REQUEST] = read_request,
        [COLUMN_QUESTION] = read_question,
        [COLUMN_FORCE] = read_force,
        [COLUMN_FORCE_OR_ANY] = read_force_or_any,
        [COLUMN_COLLABORATION] = read_collaboration,
        [COLUMN_TOOL] = read_tool,
        [COLUMN_DATE] = read_date,
        [COLUMN_DATE_OR_YES] = read_date_or_yes,
        [COLUMN_YES_NO] = read_yes_no,
        [COLUMN_WORD] = read_word,
        [COLUMN_WORDS] = read_words,
        [COLUMN_REGIME] = read_regime,
        [COLUMN_EXEMPTIONS] = read_exemptions,
        [COLUMN_CITATIONS] = read_citations,
        [COLUMN_CITATION] = read_citation,
        [COLUMN_NUMBER] = read_number,
    };
    struct value *value = &row->values[column];
    *value = (struct value){.is_known = true, .date = {DAY_MIN, DAY_MAX}, .text = {"", 0}};
    struct slice shown = text;
    if (!cell_text_undo(row, column, &shown))
        return false;
    bool is_other = shown.bytes != text.bytes || shown.length != text.length;
    value->is_known = !(is_other && means_unknown(shown));
    if (!value->is_known)
        return true;
    struct cell cell = {context, row, column, &row->contract->columns[column], shown, value};
    const struct lookalikes *lookalikes = &context->registry->lookalikes;
    bool ok = readers[cell.column->type](&cell);
    if (ok)
        value->notes |= value_script_notes(lookalikes, cell.column, cell.text);
    else
        value_script_explain(lookalikes, row, shown);
    return ok;
}

bool value_is_lasting(enum column_type type, const struct value *value)
{
    if (type == COLUMN_REQUEST || type == COLUMN_TOOL)
        return value->number != VALUE_NEW;
    return type == COLUMN_FORCE || type == COLUMN_WORD || type == COLUMN_DATE ||
           type == COLUMN_YES_NO;
}
