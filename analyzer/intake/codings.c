/* SPDX-License-Identifier: MIT */
#include "intake/codings.h"

#include "base/memory.h"

#include <stdlib.h>

static bool is_yes_or_no(struct table *t, size_t at, struct slice value)
{
    if (yes_no_parse(value) >= 0)
        return true;
    value_fault(&t->row, at, "bad-yes-no", value, "is_response is neither yes nor no");
    return value_suggest(&t->row, "Write no where the letter is no answer.");
}

bool codings_read_value(struct table *t, size_t at, struct slice field, int32_t force_no,
                        struct slice value)
{
    char folded[HEADER_BYTES];
    bool is_exact = false;
    const struct contract_file *responses = &contract_files[FILE_RESPONSES];
    contract_fold_header(field, folded);
    int column = contract_column(responses, folded, &is_exact);
    if (column < 0 || !is_exact)
        return is_yes_or_no(t, at, value);
    struct value_context context = {&t->intake->registry, &t->intake->sets};
    struct value_row *row = memory_new(1, sizeof *row);
    row->contract = responses;
    row->values[RESPONSE_FORCE] = (struct value){.is_known = force_no > 0, .number = force_no};
    value_row_reserve(row, value.length);
    bool ok = value_read(&context, row, (size_t)column, value);
    if (!ok) {
        t->row.fault = row->fault;
        t->row.fault.column = t->contract->columns[at].name;
        t->row.fault.value = value;
    }
    value_row_done(row);
    free(row);
    return ok;
}

bool codings_check(struct table *t)
{
    const struct value *values = t->row.values;
    const struct value *value = &values[CODING_VALUE];
    return !value->is_known || codings_read_value(t, CODING_VALUE, values[CODING_FIELD].text,
                                                  values[CODING_FORCE].number, value->text);
}
