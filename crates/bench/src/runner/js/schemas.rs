//! The same models for zod, out of the list of operations: what a client that checks its answers would be made of otherwise.

use atlassian_admin_core::shape::{Kind, Shape};
use atlassian_admin_core::{OPERATIONS, answer_kind};

/// A module whose `answers` and `parameters` hold a schema for each operation.
pub(super) fn render() -> String {
    let mut schemas = Schemas::default();
    let (mut answers, mut parameters) = (String::new(), String::new());
    for operation in OPERATIONS {
        let name = operation.dotted();
        if let Some(answer) = answer_kind(operation) {
            answers += &format!("  '{name}': {},\n", schemas.of(answer));
        }
        let members = operation.params.iter();
        let members: Vec<_> =
            members.map(|param| schemas.member(param.name, param.kind, param.required)).collect();
        parameters += &format!("  '{name}': z.strictObject({{ {} }}),\n", members.join(", "));
    }
    let objects = schemas.written;
    // As zod's manual and jira.js have it. `import * as z` would let bundlers leave out most of zod.
    format!(
        "import {{ z }} from 'zod';\n\n{objects}\nexport const answers = {{\n{answers}}};\n\nexport const parameters = {{\n{parameters}}};\n"
    )
}

/// The objects that were met so far; each is a constant of its own, behind those that it holds.
#[derive(Default)]
struct Schemas {
    known: Vec<&'static Shape>,
    /// Of the known ones, those whose members are being written.
    open: Vec<&'static Shape>,
    written: String,
}

impl Schemas {
    /// A kind, where it is used. Unknown members are kept and unknown values accepted, as everywhere in this project.
    fn of(&mut self, kind: Kind) -> String {
        match kind {
            Kind::Text | Kind::Enum(_) => "z.string()".to_owned(),
            Kind::Integer => "z.int()".to_owned(),
            Kind::Boolean => "z.boolean()".to_owned(),
            Kind::Time => "z.union([z.number(), z.string()])".to_owned(),
            Kind::List(item) => format!("z.array({})", self.of(*item)),
            Kind::Object(shape) => self.object(shape),
            Kind::Nothing => "z.undefined()".to_owned(),
            _ => "z.unknown()".to_owned(),
        }
    }

    /// The name of an object's schema, which is written unless it is.
    fn object(&mut self, shape: &'static Shape) -> String {
        if let Some(place) = self.known.iter().position(|known| *known == shape) {
            return format!("{}{place}", shape.name);
        }
        let name = format!("{}{}", shape.name, self.known.len());
        self.known.push(shape);
        self.open.push(shape);
        let members = (shape.members)().iter();
        let members: Vec<_> =
            members.map(|member| self.member(member.name, member.kind, member.required)).collect();
        self.open.pop();
        self.written += &format!("const {name} = z.looseObject({{ {} }});\n", members.join(", "));
        name
    }

    fn member(&mut self, name: &str, kind: Kind, required: bool) -> String {
        let schema = self.of(kind);
        let schema = if required { schema } else { schema + ".nullish()" };
        // What is not written yet can only be named once it is.
        if self.is_open(kind) {
            format!("get '{name}'() {{ return {schema}; }}")
        } else {
            format!("'{name}': {schema}")
        }
    }

    fn is_open(&self, kind: Kind) -> bool {
        match kind {
            Kind::List(item) => self.is_open(*item),
            Kind::Object(shape) => self.open.contains(&shape),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::model::Org;
    use atlassian_admin_core::shape::Described;

    #[test]
    fn objects_stand_behind_what_they_hold() {
        let mut schemas = Schemas::default();
        assert_eq!(schemas.of(Vec::<Org>::KIND), "z.array(Org0)");
        let names: Vec<_> = schemas.written.lines().filter_map(|line| line.split(' ').nth(1)).collect();
        assert_eq!(names.last(), Some(&"Org0"));
        assert!(schemas.written.contains("'id': z.string(),"), "{}", schemas.written);
        assert!(schemas.written.contains("'attributes': OrgAttributes"), "{}", schemas.written);
    }

    #[test]
    fn only_what_holds_itself_is_named_before_it_is_written() {
        let text = render();
        let lines: Vec<_> =
            text.lines().filter_map(|line| line.strip_prefix("const ")?.split_once(" = ")).collect();
        assert!(lines.len() > 100, "{}", lines.len());
        for (place, (name, schema)) in lines.iter().enumerate() {
            for (later, _) in lines.iter().skip(place) {
                let needle = format!(": {later}");
                assert!(
                    !schema.contains(&(needle.clone() + ",")) && !schema.contains(&(needle + ".")),
                    "{name}: {later}"
                );
            }
        }
        assert!(text.contains("  'events.poll': "), "{text}");
    }
}
