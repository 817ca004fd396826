;; A finding about nothing.
;; expect: no-row 1 
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (i32.store (i32.const 65536) (i32.const 0)) (call $answer (i32.const 1))))
