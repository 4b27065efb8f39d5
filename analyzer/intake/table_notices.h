/* SPDX-License-Identifier: MIT
 * What is told of a file once its last row is loaded: what was noticed in its rows, counted.
 */
#ifndef CONCORD_INTAKE_TABLE_NOTICES_H
#define CONCORD_INTAKE_TABLE_NOTICES_H

#include "intake/table.h"

MUST_CHECK bool table_notices_give(struct table *t, struct error *err);

#endif
