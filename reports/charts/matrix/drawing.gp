# Forces by requests: column, row, letter, state, force, request, date.
data = name . ".dat"
set datafile separator "\t"
stats data using 1:2 skip 1 nooutput
columns = STATS_max_x + 1
rows = STATS_max_y + 1
cell_high = 23
cell_wide = columns <= 5 ? 92 : columns <= 12 ? 46 : 26
turned = columns > 5
left = 250
top = turned ? 108 : 46
wide = left + columns * cell_wide + (turned ? 40 : 8)
wide = wide < 690 ? 690 : wide
legend_y = top + rows * cell_high + 24
high = legend_y + 44
load "frame.gp"

$legend << END
14	0	C	confirm	confirm
108	0	D	deny	deny
184	0	N	ncnd	neither confirm nor deny
400	0	U	unread	not yet read
516	0	?	unknown	no response known
14	28	Đ	deny	deny open use, NCND for the rest
290	28	-	silent	no answer on this on record
END
x(n) = left + (column(1) + 0.5) * cell_wide
y(n) = top + (column(2) + 0.5) * cell_high
key_y = "$2 + legend_y"
cells = states_of("data skip 1", "x(0)", "y(0)", "cell_wide / 2.0 - 1", "cell_high / 2.0 - 1")
letters = texts_of("data skip 1", "x(0)", "y(0)", "3", "12")
keys = states_of("$legend", "$1", key_y, "10", "10")
key_letters = texts_of("$legend", "$1", key_y, "3", "11")
plot @cells @letters, @keys @key_letters, \
     data skip 1 using ($1 == 0 ? left - 8 : nowhere):(y(0)):5 with labels right noenhanced font ",12" tc rgb ink, \
     data skip 1 using (turned || $2 > 0 ? nowhere : x(0)):(top - 28):6 with labels noenhanced font ",12" tc rgb ink, \
     data skip 1 using (turned || $2 > 0 ? nowhere : x(0)):(top - 12):7 with labels noenhanced font ",11" tc rgb dark, \
     data skip 1 using (turned && $2 == 0 ? x(0) : nowhere):(top - 8):6 with labels left rotate by 55 noenhanced font ",11" tc rgb ink, \
     $legend using ($1 + 15):(@key_y):5 with labels left noenhanced font ",12" tc rgb ink
