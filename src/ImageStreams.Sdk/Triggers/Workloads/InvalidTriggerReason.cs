namespace ImageStreams.Triggers;

/// <summary>Why triggers may not change a workload.</summary>
public enum InvalidTriggerReason
{
    /// <summary>The object has no template for its pods.</summary>
    UnsupportedObject,

    /// <summary>The annotation is no list of triggers.</summary>
    InvalidAnnotation,

    /// <summary>The annotation has two triggers for one field.</summary>
    DuplicateTriggers,

    /// <summary>A trigger is to set a field of the pods that is no container's image.</summary>
    InvalidFieldPath,

    /// <summary>A trigger is to set the image of a container that does not exist.</summary>
    NoSuchContainer,
}
