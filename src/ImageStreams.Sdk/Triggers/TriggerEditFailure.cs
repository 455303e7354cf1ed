namespace ImageStreams.Triggers;

/// <summary>The reasons for which a trigger cannot be added, changed or removed.</summary>
public enum TriggerEditFailure
{
    /// <summary>The object has no container of that name.</summary>
    NoSuchContainer,

    /// <summary>The object has no trigger for that container or on that tag.</summary>
    NoSuchTrigger,

    /// <summary>The object already has a trigger for that container or on that tag.</summary>
    AlreadyTriggered,

    /// <summary>The trigger annotation of the object cannot be read, so it cannot be edited either.</summary>
    UnreadableAnnotation,

    /// <summary>The strategy of the build configuration has no base image that a trigger could listen to.</summary>
    NoStrategyImage,
}
