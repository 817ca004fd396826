;; A function that calls itself without end.
;; expect: stack
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func $deeper (param i32) (result i32) (i32.add (i32.const 1) (call $deeper (local.get 0))))
  (func (export "rule#finish") (result i32)
    (call $deeper (i32.const 0))))
