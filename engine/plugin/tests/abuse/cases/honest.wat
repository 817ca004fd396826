;; Nothing is wrong with this one.
;; expect: answered 1: 0 suspect 7
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (call $answer (i32.const 1))))
