;; Its first bytes lie outside its memory.
;; expect: refused when loaded: describing outside
(module (use memory) (use describe) (use start) (use add) (use answer) (use finish)
  (data (i32.const 0x7fffffff) "x"))
