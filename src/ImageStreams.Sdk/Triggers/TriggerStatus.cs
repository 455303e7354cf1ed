namespace ImageStreams.Triggers;

/// <summary>The statuses of an image-change trigger after its evaluation.</summary>
public enum TriggerStatus
{
    /// <summary>The trigger fires: its tag points to another image than the last one.</summary>
    Fires,

    /// <summary>The trigger has already fired for this image, or the container already has it.</summary>
    Unchanged,

    /// <summary>The trigger is paused or, in a deployment configuration, not automatic.</summary>
    Paused,

    /// <summary>Neither the trigger nor, for a build, the strategy names an image.</summary>
    NoReference,

    /// <summary>The trigger names something other than an <c>ImageStreamTag</c>.</summary>
    NotATag,

    /// <summary>The trigger of a build has a type that does not exist; an API server drops it.</summary>
    UnknownType,

    /// <summary>
    /// The tag points to an image, but its stream has no numeric <c>resourceVersion</c>, for which OpenShift passes it over; see
    /// <see cref="StreamTagLookup.AcceptUnversioned"/>.
    /// </summary>
    Unversioned,

    /// <summary>The tag does not point to an image: it does not exist, or was never imported or pushed to.</summary>
    Unresolved,

    /// <summary>The <c>fieldPath</c> does not lead into the pods of the object; OpenShift ignores the trigger.</summary>
    OutsidePods,

    /// <summary>The <c>fieldPath</c> leads to something other than a container's image, which is invalid.</summary>
    InvalidFieldPath,

    /// <summary>The <c>fieldPath</c> leads to a container that does not exist, which is invalid.</summary>
    NoSuchContainer,
}
