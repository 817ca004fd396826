;; A finding with two million arguments.
;; expect: flood
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func $flood (param $count i32) (result i32) (local $at i32)
    (drop (memory.grow (i32.const 960)))
    (i32.store (i32.const 32) (i32.const 0)) (i32.store (i32.const 36) (i32.const 262144))
    (i32.store (i32.const 40) (local.get $count))
    (local.set $at (i32.const 262144))
    (loop $next
      (memory.copy (local.get $at) (i32.const 65536) (i32.const 56))
      (local.set $at (i32.add (local.get $at) (i32.const 56)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br_if $next (local.get $count)))
    (i32.const 32))
  (func (export "rule#finish") (result i32)
    (i32.store (i32.const 65576) (i32.const 2097152)) (i32.store (i32.const 65580) (i32.const 2000000)) (call $flood (i32.const 1))))
