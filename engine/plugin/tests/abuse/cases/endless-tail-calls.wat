;; Tail calls take no stack, but steps.
;; expect: fuel
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func $round (result i32) (return_call $round))
  (func (export "rule#finish") (result i32)
    (call $round)))
