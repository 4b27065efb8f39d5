# Police force areas, with London enlarged. NAME.dat: easting, northing, letter, look,
# abbreviation, old, place in the list of those without a boundary; NAME.shapes: easting,
# northing, colour, old, two empty lines behind each outline.
load "room.gp"
data = name . ".dat"
shapes = name . ".shapes"
listed(n) = strcol(7) ne ""
beside = 0
stats data using (beside = beside + (listed(0) ? 1 : 0)) skip 1 nooutput
stats name . ".legend" using 1 skip 1 nooutput
legend_columns = slide ? 1 : 2
legend_rows = floor(STATS_max / legend_columns) + 1
map_high = slide ? room_high : 980.0
wide = slide ? room_wide : 770
high = slide ? room_high : map_high + 20 + legend_rows * 27 - 8
load "frame.gp"

# On a slide there is room for the letters alone.
metres = 1280.0 * 980 / map_high
x(easting) = 6 + (easting + 10000) / metres
y(northing) = map_high - 24 - (northing - 5000) / metres
in_london(e, n) = e > 500000 && e < 565000 && n > 153000 && n < 203000
outside(n) = listed(0) || in_london(column(1), column(2))
# Few forces have no boundary, unless the file holds one nation alone.
inset_x = slide ? 620 : 500
inset_wide = slide ? 420 : 264
inset_y = slide ? 44 : 26
list_left = slide ? 660 : 570
list_top = slide ? inset_y + inset_wide * 50 / 65.0 + 110 : 360
across = slide ? 4 : beside > 36 ? 4 : 3
list_step_x = slide ? 104 : 198.0 / across
list_step_y = slide ? 76 : across == 3 ? 52 : 48
list_most = slide ? across * floor((room_high - list_top + 30) / list_step_y) : 10000
in_list(n) = listed(0) && column(7) < list_most
list_x(n) = list_left + (int(column(7)) % across) * list_step_x
list_y(n) = list_top + int(column(7) / across) * list_step_y
half_x = slide ? "49" : "21"
half_y = slide ? "35" : "21"
place_x = "(in_list(0) ? list_x(0) : nowhere)"
place_y = "(in_list(0) ? list_y(0) : 0)"
cells = states_of("data skip 1", place_x, place_y, half_x, half_y) . old_of("data skip 1", place_x, place_y, half_x, half_y)
cell_names = texts_of("data skip 1", place_x, slide ? "(in_list(0) ? list_y(0) - 16 : 0)" : "(in_list(0) ? list_y(0) - 9 : 0)", "5", "11")
cell_letters = texts_of("data skip 1", place_x, slide ? "(in_list(0) ? list_y(0) + 16 : 0)" : "(in_list(0) ? list_y(0) + 8 : 0)", "3", "14")
names = slide ? "" : texts_of("data skip 1", "(outside(0) ? nowhere : x($1))", "(outside(0) ? 0 : y($2) - 5)", "5", "9") . ', '
letters = texts_of("data skip 1", "(outside(0) ? nowhere : x($1))", slide ? "(outside(0) ? 0 : y($2))" : "(outside(0) ? 0 : y($2) + 6)", "3", "11")
keys = legend_of(slide ? 1140 : 0, slide ? 30 : map_high + 20, legend_columns, 300)
if (beside > 0) { set label 1 "Without a boundary in the file:" at list_left - (slide ? 40 : 21), list_top - (slide ? 60 : 34) left font font(12) textcolor rgb ink }
if (beside > list_most) { set label 3 sprintf("%d more are in the table", beside - list_most) at 1140, room_high - 60 left font font(12) textcolor rgb ink }
if (slide) { set label 4 "The table beside the picture names each force." at 1140, room_high - 20 left font font(12) textcolor rgb ink }
set object 1 rectangle from x(500000), y(153000) to x(565000), y(203000) fillstyle empty border lc rgb dark front
set label 2 "London, enlarged" at inset_x, inset_y - (slide ? 24 : 12) left font font(12) textcolor rgb ink
areas = 'shapes skip 1 using (x($1)):(y($2)):3 with filledcurves closed lc rgb variable, ' \
    . 'shapes skip 1 using ($4 == 1 ? x($1) : NaN):(y($2)) with filledcurves closed fs transparent pattern 5 fc rgb white, ' \
    . 'shapes skip 1 using (x($1)):(y($2)) with lines lw 0.6 lc rgb "#4D4D4D"'
set multiplot
plot @areas, @names @letters, @cells @cell_names, @cell_letters, @keys

# The enlarged part has its own axes, in metres, so that it ends at its frame.
unset label
unset object
set lmargin at screen at_x(begin_x + inset_x)
set rmargin at screen at_x(begin_x + inset_x + inset_wide)
set tmargin at screen at_y(begin_y + inset_y)
set bmargin at screen at_y(begin_y + inset_y + inset_wide * 50 / 65.0)
set xrange [500000:565000]
set yrange [153000:203000]
set object 2 rectangle from graph 0, 0 to graph 1, 1 fillstyle empty border lc rgb dark front
x(easting) = easting
y(northing) = northing
in_inset(n) = !listed(0) && in_london(column(1), column(2)) ? column(1) : nowhere
lift(n) = strcol(5) eq "COL" ? 4500 : 0
names = slide ? "" : texts_of("data skip 1", "in_inset(0)", "$2 + 1600 + lift(0)", "5", "11") . ', '
letters = texts_of("data skip 1", "in_inset(0)", slide ? "$2 + lift(0)" : "$2 - 1900 + lift(0)", "3", "13")
plot @areas, @names @letters
unset multiplot
