;; Says something else of itself each time it is asked: the host asks a fresh one each time.
;; expect: answered 1: 0 suspect 9484
(module (use memory) (use describe-inside) (use start) (use add) (use answer) (use finish)
  (global $asked (mut i32) (i32.const 0))
  (func (export "rule#describe") (result i32)
    (i32.store8 (i32.const 1032) (i32.add (i32.const 49) (global.get $asked)))
    (global.set $asked (i32.add (global.get $asked) (i32.const 1)))
    (call $describe)))
