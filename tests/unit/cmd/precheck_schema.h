/* SPDX-License-Identifier: MIT
 * As much of JSON Schema as datasets/schema uses: type, enum, anyOf, required, properties,
 * additionalProperties, items, minItems, maxItems, $ref into $defs. A keyword that is not known
 * here fails the test.
 */
#ifndef CONCORD_TESTS_UNIT_CMD_PRECHECK_SCHEMA_H
#define CONCORD_TESTS_UNIT_CMD_PRECHECK_SCHEMA_H

#include <jansson.h>
#include <stdbool.h>

/* False with the place and what is wrong there in `reason`. */
bool schema_accepts(const json_t *schema, const json_t *value, char *reason, size_t size);

#endif
