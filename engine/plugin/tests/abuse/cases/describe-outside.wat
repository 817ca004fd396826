;; A description outside the memory.
;; expect: refused when loaded: describing shape
(module (use memory) (use start) (use add) (use answer) (use finish)
  (func (export "rule#describe") (result i32) (i32.const 0xfffffff0)))
