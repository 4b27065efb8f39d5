/* SPDX-License-Identifier: MIT
 * Within this folder: the parts of the page.
 */
#ifndef CONCORD_PRECHECK_PAGE_H
#define CONCORD_PRECHECK_PAGE_H

#include "precheck/precheck.h"

void page_reading(const json_t *document, FILE *out);
void page_record(const json_t *document, FILE *out);
void page_advice(const json_t *document, FILE *out);
void page_expected(const json_t *document, FILE *out);
void page_findings(const json_t *document, FILE *out);
void page_options(const json_t *document, FILE *out);
void page_beside(const json_t *document, FILE *out);
void page_exposure(const json_t *document, FILE *out);
void page_residue(const json_t *document, FILE *out);
void page_closing(const json_t *document, FILE *out);

/* A line between parts, the number and what it is about. */
void page_heading(FILE *out, int number, const char *title);

/* "" where it lacks or is null. */
const char *page_text(const json_t *object, const char *key);
long long page_number(const json_t *object, const char *key);

#endif
