/* SPDX-License-Identifier: MIT */
#include "workbook/xlsxcheck.h"

#include "base/memory.h"
#include "base/text.h"
#include "workbook/xlsxpart.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

const char xlsxcheck_again[] =
    "Free some space beside the output, or where TMPDIR says, and run it again.";
static const char strings_name[] = "xl/sharedStrings.xml";

/* A package being read; of each sheet what its part and its .rels part hold. */
struct checking {
    unzFile zip;
    struct error *err;
    struct xlsxpart_strings strings;
    struct xlsxpart_content sheets[XLSXRECORD_SHEETS], relations[XLSXRECORD_SHEETS];
    size_t sheet_count;
    uint64_t parts, overrides; /* parts other than .rels and the list of types */
};

static bool is_wrong(struct checking *c, const char *name, const char *what, uint64_t has,
                     uint64_t wanted)
{
    return error_set(c->err, ERROR_OUTPUT, "workbook.xlsx", 0, NULL,
                     "%s could not be written whole: %" PRIu64 " of %" PRIu64 " %s", name, has,
                     wanted, what);
}

/* The index of the sheet in "xl/worksheets/sheet3.xml"; -1 of any other name. */
static int sheet_of(const char *name, const char *before, const char *behind)
{
    size_t length = strlen(before);
    if (strncmp(name, before, length) != 0)
        return -1;
    char *end = NULL;
    long number = strtol(name + length, &end, 10);
    return end == name + length || strcmp(end, behind) != 0 ? -1 : (int)number - 1;
}

static bool take_sheet(struct checking *c, int sheet, const struct xlsxpart_content *content)
{
    if (sheet >= XLSXRECORD_SHEETS || sheet < 0)
        return is_wrong(c, "it", "sheets", (uint64_t)sheet, XLSXRECORD_SHEETS);
    c->sheets[sheet] = *content;
    c->sheet_count++;
    return true;
}

static bool take_part(struct checking *c, const char *name)
{
    struct xlsxpart_content content;
    if (!xlsxpart_read(c->zip, name, &c->strings, &content, c->err))
        return false;
    int sheet = sheet_of(name, "xl/worksheets/sheet", ".xml");
    int explained = sheet_of(name, "xl/worksheets/_rels/sheet", ".xml.rels");
    if (explained >= 0 && explained < XLSXRECORD_SHEETS)
        c->relations[explained] = content;
    bool is_rels = slice_ends_with(slice_of(name), ".rels");
    c->parts += !is_rels && strcmp(name, "[Content_Types].xml") != 0;
    c->overrides += content.overrides;
    return sheet < 0 || take_sheet(c, sheet, &content);
}

/* The name of the part at hand; the caller frees. NULL where it cannot be read. */
static char *part_name(unzFile zip)
{
    unz_file_info64 info;
    if (unzGetCurrentFileInfo64(zip, &info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
        return NULL;
    char *name = memory_new(info.size_filename + 1, 1);
    if (unzGetCurrentFileInfo64(zip, NULL, name, info.size_filename, NULL, 0, NULL, 0) == UNZ_OK)
        return name;
    free(name);
    return NULL;
}

/* The texts first, since cells refer to them by their number. */
static bool read_parts(struct checking *c)
{
    if (unzLocateFile(c->zip, strings_name, 1) == UNZ_OK && !take_part(c, strings_name))
        return false;
    int state = unzGoToFirstFile(c->zip);
    for (; state == UNZ_OK; state = unzGoToNextFile(c->zip)) {
        SCOPED_TEXT name = part_name(c->zip);
        if (!name)
            break;
        if (strcmp(name, strings_name) != 0 && !take_part(c, name))
            return false;
    }
    return state == UNZ_END_OF_LIST_OF_FILE ||
           error_set(c->err, ERROR_OUTPUT, "workbook.xlsx", 0, NULL,
                     "the list of its parts could not be written whole");
}

static bool check_sheet(struct checking *c, const struct xlsxrecord_sheet *written, size_t i)
{
    const struct xlsxrecord_sheet *found = &c->sheets[i].sheet;
    SCOPED_TEXT name = memory_print("the sheet %s", written->name);
    if (found->rows != written->rows)
        return is_wrong(c, name, "rows", found->rows, written->rows);
    if (found->cells != written->cells)
        return is_wrong(c, name, "cells", found->cells, written->cells);
    if (found->links != written->links)
        return is_wrong(c, name, "links", found->links, written->links);
    return (found->texts == written->texts && found->sum == written->sum) ||
           error_set(c->err, ERROR_OUTPUT, "workbook.xlsx", 0, NULL,
                     "%s could not be written whole: its cells hold other values", name);
}

/* A link stands in the sheet, where it leads in another part. */
static bool check_links(struct checking *c, const struct xlsxrecord_sheet *written, size_t i)
{
    const struct xlsxpart_content *sheet = &c->sheets[i], *relations = &c->relations[i];
    if (sheet->ids != relations->relations)
        return is_wrong(c, "the references of a sheet", "parts and addresses", relations->relations,
                        sheet->ids);
    return (sheet->id_sum == relations->relation_sum &&
            sheet->sheet.link_sum + relations->sheet.link_sum == written->link_sum) ||
           error_set(c->err, ERROR_OUTPUT, "workbook.xlsx", 0, NULL,
                     "the sheet %s could not be written whole: its links lead elsewhere",
                     written->name);
}

/* What the parts say of each other. */
static bool check_references(struct checking *c)
{
    uint64_t texts = 0;
    for (size_t i = 0; i < XLSXRECORD_SHEETS; i++)
        texts += c->sheets[i].sheet.texts;
    if (c->strings.uses != texts)
        return is_wrong(c, "the cells of all sheets", "texts", texts, c->strings.uses);
    return c->parts == c->overrides || is_wrong(c, "it", "parts", c->parts, c->overrides);
}

static bool check_all(struct checking *c, const struct xlsxrecord *written)
{
    if (!read_parts(c) || !written)
        return !c->err->kind;
    if (c->sheet_count != written->count)
        return is_wrong(c, "it", "sheets", c->sheet_count, written->count);
    for (size_t i = 0; i < written->count; i++)
        if (!check_sheet(c, &written->sheets[i], i) || !check_links(c, &written->sheets[i], i))
            return false;
    return check_references(c);
}

bool xlsxcheck(const char *path, const struct xlsxrecord *written, struct error *err)
{
    struct checking c = {.zip = unzOpen64(path), .err = err};
    if (!c.zip)
        return error_set(err, ERROR_OUTPUT, "workbook.xlsx", 0, xlsxcheck_again,
                         "the list of its parts could not be written whole");
    bool ok = check_all(&c, written);
    if (!ok)
        text_cut(err->next, sizeof err->next, "%s", xlsxcheck_again);
    unzClose(c.zip);
    free(c.strings.hashes);
    return ok;
}
