;; A description of nothing but zeros.
;; expect: refused when loaded: description
(module (use memory) (use start) (use add) (use answer) (use finish)
  (func (export "rule#describe") (result i32) (i32.const 4096)))
