//! Who acts and what for: units, roles, persons, holders, subjects.

use jiff::civil::Date;

use super::{
    PersonId, PersonRef, RoleId, RoleRef, SetId, SetRef, SubjectId, SubjectRef, UnitId, UnitRef,
    model,
};
use crate::section::Section;
use crate::short::Short;

model! {
    /// 单位. A body that acts: an office, a station, a neighbouring township.
    pub struct Unit as "unit" {
        /// 编号. Identifier.
        id: UnitId,
        /// 名称. Name.
        name: String,
        /// 负责人. The role that heads it and answers for it.
        head: Option<RoleRef>,
    }
}

model! {
    /// 职务. A post that answers for duties. With `for_each` there is one post for every subject of the set.
    pub struct Role as "role" {
        /// 编号. Identifier.
        id: RoleId,
        /// 名称. Name.
        name: String,
        /// 所在单位. The unit it belongs to.
        unit: Option<UnitRef>,
        /// 上级职务. The role it answers to where no chain says otherwise.
        answers_to: Option<RoleRef>,
        /// 每个对象一人. The set with one such post for every subject.
        for_each: Option<SetRef>,
    }
}

model! {
    /// 人员. An official by staff number; never a member of the public.
    pub struct Person as "person" {
        /// 工号. Staff number.
        staff: PersonId,
        /// 所在单位. Home unit.
        unit: Option<UnitRef>,
        /// 身份. Such as 干部, 民兵, 民警: rules may apply to some only.
        category: Option<Short>,
    }
}

model! {
    /// 任职. Who holds a role, from which day to which.
    pub struct Holder as "holder" {
        /// 职务. The role.
        role: RoleRef,
        /// 对象. The subject, for a role that exists once for each.
        subject: Option<SubjectRef>,
        /// 工号. The person.
        person: PersonRef,
        /// 起. First day; the plan's first day if not given.
        from: Option<Date>,
        /// 止. Last day; open if not given.
        to: Option<Date>,
        /// 代理. Acting for an absent holder, or until one is appointed.
        acting: bool = false,
    }
}

model! {
    /// 对象. What a duty is done for: a village, a group, a school, a site.
    pub struct Subject as "subject" {
        /// 编号. Identifier, used in records.
        id: SubjectId,
        /// 名称. Name, also accepted by import.
        name: Short,
        /// 所属对象. The subject that it lies in: a group in its village.
        lies_in: Option<SubjectRef>,
        /// 相邻对象. Its neighbours, for duties to inform them.
        neighbours: Vec<SubjectRef>,
        /// 起. First day that it exists (new or merged).
        from: Option<Date>,
        /// 止. Last day that it exists.
        to: Option<Date>,
    }
}

model! {
    /// 对象集合. A named set of subjects: its own, those of other sets, or both.
    pub struct SubjectSet as "subject_set" {
        /// 编号. Identifier, used in `for_each`.
        id: SetId,
        /// 名称. Name.
        name: String,
        /// 成员. Subjects defined here.
        members: Section<Subject>,
        /// 合并. Other sets whose subjects also belong to this one.
        including: Vec<SetRef>,
    }
}
