/* SPDX-License-Identifier: MIT */
#include "precheck/precheck.h"
void precheck_page(const json_t *document, FILE *out)
{
    json_dumpf(document, out, JSON_INDENT(2));
}
