namespace ImageStreams.Triggers;

/// <summary>Why a trigger cannot be added, or changed.</summary>
public enum TriggerEditFailure
{
    /// <summary>The object has no container of that name.</summary>
    NoSuchContainer,

    /// <summary>There is no trigger for that container, or on that tag.</summary>
    NoSuchTrigger,

    /// <summary>There is a trigger for that container, or on that tag, already.</summary>
    AlreadyTriggered,

    /// <summary>The object's annotation cannot be read, so nothing in it can be changed.</summary>
    UnreadableAnnotation,

    /// <summary>The object has no image that a tag could be put in the place of.</summary>
    NoStrategyImage,
}
