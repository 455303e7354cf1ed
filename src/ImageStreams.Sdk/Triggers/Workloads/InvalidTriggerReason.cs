namespace ImageStreams.Triggers;

/// <summary>The reasons for which triggers may not change a workload.</summary>
public enum InvalidTriggerReason
{
    /// <summary>The object has no pod template.</summary>
    UnsupportedObject,

    /// <summary>The annotation is not a list of triggers.</summary>
    InvalidAnnotation,

    /// <summary>The annotation has two triggers for the same field.</summary>
    DuplicateTriggers,

    /// <summary>The <c>fieldPath</c> of a trigger leads to something other than a container's image.</summary>
    InvalidFieldPath,

    /// <summary>The <c>fieldPath</c> of a trigger leads to a container that does not exist.</summary>
    NoSuchContainer,

    /// <summary>A field of the object has a value that cannot be read.</summary>
    UnreadableObject,
}
