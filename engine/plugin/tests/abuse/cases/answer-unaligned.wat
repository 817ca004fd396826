;; The whole answer begins between two numbers.
;; expect: shape
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (drop (call $answer (i32.const 1))) (i32.const 33)))
