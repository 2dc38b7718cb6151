//! Single events, the catalogue of actions, and what both listings of events share.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{
    EpochMillis, Event, EventAction, EventActionAttributes, EventActions, One,
};

use crate::organization::audit_log::ACTIONS;
use crate::organization::{Call, model};
use crate::problem::Problem;
use crate::quirk::Quirk;

#[allow(deprecated, reason = "served until it stops working")]
pub(crate) fn get(call: &Call<'_>, request: api::events::Get) -> Result<One<Event>, Problem> {
    let log = call.log();
    let position = log.find(request.event_id.as_str()).ok_or(Problem::NO_EVENT)?;
    Ok(model!(One<Event> { data: log.event_without_processing(position) }))
}

pub(crate) fn actions(call: &Call<'_>, _: api::events::Actions) -> Result<EventActions, Problem> {
    let undocumented = call.tx.world.quirks.has(Quirk::UndocumentedProperties);
    let actions = ACTIONS.iter().map(|action| {
        let mut attributes = model!(EventActionAttributes {
            display_name: action.name.to_owned(),
            group_display_name: action.group.to_owned(),
        });
        attributes.group_display_names = undocumented.then(|| vec![action.group.to_owned()]);
        model!(EventAction {
            id: action.id.to_owned(),
            kind: "event-actions".to_owned(),
            attributes: attributes,
        })
    });
    Ok(model!(EventActions { data: actions.collect::<Vec<_>>() }))
}

/// The bounds in milliseconds, both inclusive.
pub(crate) fn bounds(from: Option<EpochMillis>, to: Option<EpochMillis>) -> Result<(i64, i64), Problem> {
    let (from, to) = (from.map_or(i64::MIN, |from| from.0), to.map_or(i64::MAX, |to| to.0));
    if from > to { Err(Problem::BAD_TIME) } else { Ok((from, to)) }
}
