# Police force areas, with London enlarged. NAME.dat: easting, northing, letter, state,
# abbreviation, place in the list of those without a boundary; NAME.shapes: easting,
# northing, colour, two empty lines behind each outline.
data = name . ".dat"
shapes = name . ".shapes"
set datafile separator "\t"
listed(n) = strcol(6) ne ""
beside = 0
stats data using (beside = beside + (listed(0) ? 1 : 0)) skip 1 nooutput
wide = 770
high = 1038
load "frame.gp"

metres = 1280.0
x(easting) = 6 + (easting + 10000) / metres
y(northing) = 956 - (northing - 5000) / metres
in_london(e, n) = e > 500000 && e < 565000 && n > 153000 && n < 203000
outside(n) = listed(0) || in_london(column(1), column(2))
# Few forces have no boundary, unless the file holds one nation alone.
across = beside > 36 ? 4 : 3
list_x(n) = 570 + (int(column(6)) % across) * 198.0 / across
list_y(n) = 360 + int(column(6) / across) * (across == 3 ? 52 : 48)
$legend << END
14	0	C	confirm	confirm
112	0	D	deny	deny
192	0	N	ncnd	neither confirm nor deny
410	0	U	unread	not yet read
530	0	?	unknown	no response known
14	28	Đ	deny	deny open use, NCND for the rest
290	28	-	silent	no answer on this on record
END
key_y = "$2 + 992"
keys = states_of("$legend", "$1", key_y, "10", "10")
key_letters = texts_of("$legend", "$1", key_y, "3", "11")
cells = states_of("data skip 1", "(listed(0) ? list_x(0) : nowhere)", "(listed(0) ? list_y(0) : 0)", "21", "21")
cell_names = texts_of("data skip 1", "(listed(0) ? list_x(0) : nowhere)", "(listed(0) ? list_y(0) - 9 : 0)", "5", "11")
cell_letters = texts_of("data skip 1", "(listed(0) ? list_x(0) : nowhere)", "(listed(0) ? list_y(0) + 8 : 0)", "3", "14")
names = texts_of("data skip 1", "(outside(0) ? nowhere : x($1))", "(outside(0) ? 0 : y($2) - 5)", "5", "9")
letters = texts_of("data skip 1", "(outside(0) ? nowhere : x($1))", "(outside(0) ? 0 : y($2) + 6)", "3", "11")
if (beside > 0) { set label 1 "Without a boundary in the file:" at 549, 326 left font ",12" textcolor rgb ink }
set object 1 rectangle from x(500000), y(153000) to x(565000), y(203000) fillstyle empty border lc rgb dark front
set label 2 "London, enlarged" at 500, 14 left font ",12" textcolor rgb ink
set multiplot
plot shapes skip 1 using (x($1)):(y($2)):3 with filledcurves closed lc rgb variable, \
     shapes skip 1 using (x($1)):(y($2)) with lines lw 0.6 lc rgb "#4D4D4D", \
     @names, @letters, @cells @cell_names, @cell_letters, @keys @key_letters, \
     $legend using ($1 + 15):(@key_y):5 with labels left noenhanced font ",12" tc rgb ink

# The enlarged part has its own axes, in metres, so that it ends at its frame.
unset label
unset object
set lmargin at screen at_x(begin_x + 500)
set rmargin at screen at_x(begin_x + 764)
set tmargin at screen at_y(begin_y + 26)
set bmargin at screen at_y(begin_y + 26 + 264 * 50 / 65.0)
set xrange [500000:565000]
set yrange [153000:203000]
set object 2 rectangle from graph 0, 0 to graph 1, 1 fillstyle empty border lc rgb dark front
inset_x(n) = !listed(0) && in_london(column(1), column(2)) ? column(1) : nowhere
lift(n) = strcol(5) eq "COL" ? 4500 : 0
names = texts_of("data skip 1", "inset_x(0)", "$2 + 1600 + lift(0)", "5", "11")
letters = texts_of("data skip 1", "inset_x(0)", "$2 - 1900 + lift(0)", "3", "13")
plot shapes skip 1 using 1:2:3 with filledcurves closed lc rgb variable, \
     shapes skip 1 using 1:2 with lines lw 0.8 lc rgb "#4D4D4D", \
     @names, @letters
unset multiplot
