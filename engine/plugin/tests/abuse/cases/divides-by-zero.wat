;; Divides by zero.
;; expect: arithmetic
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (i32.div_s (i32.const 1) (i32.const 0))))
