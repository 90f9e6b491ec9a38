std = 'luajit'
cache = false
color = false
max_line_length = 110
globals = { 'vim' }
