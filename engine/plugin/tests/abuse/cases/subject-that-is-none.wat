;; A finding about a fourth village of three.
;; expect: row 1 4
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (i32.store (i32.const 65540) (i32.const 3)) (call $answer (i32.const 1))))
