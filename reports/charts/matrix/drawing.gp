# Forces by requests: column, row, letter, look, force, old, rank, request, date.
load "room.gp"
data = name . ".dat"
stats data using 1:2 skip 1 nooutput
columns = STATS_max_x + 1
rows = STATS_max_y + 1
stats name . ".legend" using 1 skip 1 nooutput
legend_entries = STATS_max + 1
# The longest name of a request.
longest = 0
measure(s) = (longest = strlen(s) > longest ? strlen(s) : longest, longest)
stats data using (measure(strcol(8))) skip 1 nooutput

# On a slide the latest requests and the forces whose answers differ, as many as can be read.
left = slide ? room_of(30) + 16 : 250
cell_wide = slide ? 84 : columns <= 5 ? 92 : columns <= 12 ? 46 : 26
most_columns = slide ? floor((room_wide - left - 150) / cell_wide) : columns
first_column = columns > most_columns ? columns - most_columns : 0
columns_shown = columns - first_column
turned = columns_shown > 5 || (slide && longest > 8)
if (slide && !turned) { cell_wide = room_of(10) + 20 }
cell_high = slide ? 40 : 23
top = turned ? (slide ? room_of(longest) * 0.82 + 30 : 108) : slide ? 88 : 46
wide = left + columns_shown * cell_wide + (turned ? 40 : 8)
wide = slide ? room_wide : wide < 690 ? 690 : wide
legend_columns = slide || wide >= 800 ? 3 : 2
legend_rows = ceil(legend_entries / (legend_columns * 1.0))
said = slide ? 50 : 0
rows_shown = slide ? floor((room_high - top - said - legend_rows * 46 - 20) / cell_high) : rows
rows_shown = rows_shown < rows ? (rows_shown < 1 ? 1 : rows_shown) : rows
legend_y = top + rows_shown * cell_high + (slide ? 36 : 24)
high = slide ? room_high : legend_y + legend_rows * 27 - 8
load "frame.gp"

place(n) = slide ? column(7) : column(2)
shown(n) = place(0) < rows_shown && column(1) >= first_column
x(n) = shown(0) ? left + (column(1) - first_column + 0.5) * cell_wide : nowhere
y(n) = top + (place(0) + 0.5) * cell_high
is_first_column(n) = column(1) == first_column && shown(0)
is_first_row(n) = place(0) == 0 && shown(0)
cells = states_of("data skip 1", "x(0)", "y(0)", "cell_wide / 2.0 - 1", "cell_high / 2.0 - 1") . old_of("data skip 1", "x(0)", "y(0)", "cell_wide / 2.0 - 1", "cell_high / 2.0 - 1")
letters = texts_of("data skip 1", "x(0)", "y(0)", "3", "12")
keys = legend_of(0, legend_y, legend_columns, slide ? 608 : 265)
left_out = (rows > rows_shown ? sprintf("%d of %d forces, those whose answers differ first", rows_shown, rows) : "") \
    . (rows > rows_shown && first_column > 0 ? "; " : "") \
    . (first_column > 0 ? sprintf("the latest %d of %d requests", columns_shown, columns) : "")
if (left_out ne "") { set label 1 left_out . ". The table beside the picture has all." at 0, high - 22 left font font(12) textcolor rgb ink }
plot @cells @letters, @keys, \
     data skip 1 using (is_first_column(0) ? left - 8 : nowhere):(y(0)):5 with labels right noenhanced font font(12) tc rgb ink, \
     data skip 1 using (turned || !is_first_row(0) ? nowhere : x(0)):(top - (slide ? 62 : 28)):8 with labels noenhanced font font(12) tc rgb ink, \
     data skip 1 using (turned || !is_first_row(0) ? nowhere : x(0)):(top - (slide ? 24 : 12)):9 with labels noenhanced font font(11) tc rgb dark, \
     data skip 1 using (turned && is_first_row(0) ? x(0) : nowhere):(top - (slide ? 12 : 8)):8 with labels left rotate by 55 noenhanced font font(11) tc rgb ink
