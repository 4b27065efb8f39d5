/* SPDX-License-Identifier: MIT */
#include "evidence/custody.h"

#include "base/memory.h"
#include "base/text.h"
#include "domain/spreadsheet.h"
#include "report/csvout.h"

#include <stdlib.h>

void custody_begin(struct custody *custody)
{
    *custody = (struct custody){.length = 0};
    custody->out = memory_stream(&custody->list, &custody->length);
    fputs("fact,id,file,source_file,source_line,source_sha256,sha256_before_masking,"
          "sha256_after_masking,masks,coded_by,decided_by,decided_on,source_url,retrieved_on\n",
          custody->out);
}

void custody_done(struct custody *custody)
{
    if (custody->out)
        memory_stream_end(custody->out);
    free(custody->list);
}

void custody_add(struct custody *custody, const struct custody_entry *entry)
{
    char masks[24];
    text_fit(masks, sizeof masks, "%zu", entry->masks);
    const struct slice fields[] = {entry->fact,
                                   entry->id,
                                   entry->file,
                                   entry->source_file,
                                   entry->source_line,
                                   entry->source_sha256,
                                   slice_of(entry->before),
                                   slice_of(entry->after),
                                   slice_of(masks),
                                   entry->coded_by,
                                   entry->decided_by,
                                   entry->decided_on,
                                   entry->source_url,
                                   entry->retrieved_on};
    enum { FIELDS = sizeof fields / sizeof *fields };
    for (size_t i = 0; i < FIELDS; i++) {
        const struct slice field = fields[i];
        bool is_formula = spreadsheet_takes_for_formula(field);
        SCOPED_TEXT safe = memory_print("%s%.*s", is_formula ? "'" : "", (int)field.length,
                                        field.length ? field.bytes : "");
        csvout_write_field(custody->out, slice_of(safe));
        fputc(i + 1 < FIELDS ? ',' : '\n', custody->out);
    }
}

struct slice custody_list(struct custody *custody)
{
    if (custody->out)
        memory_stream_end(custody->out);
    custody->out = NULL;
    return (struct slice){custody->list, custody->length};
}
