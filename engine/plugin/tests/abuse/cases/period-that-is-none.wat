;; The last day is before the first.
;; expect: period 1 10 9
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (i32.store (i32.const 65544) (i32.const 1)) (i32.store (i32.const 65548) (i32.const 10)) (i32.store (i32.const 65552) (i32.const 9)) (call $answer (i32.const 1))))
