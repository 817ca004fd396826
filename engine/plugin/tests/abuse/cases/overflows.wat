;; The least number divided by -1.
;; expect: arithmetic
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (i32.div_s (i32.const 0x80000000) (i32.const -1))))
