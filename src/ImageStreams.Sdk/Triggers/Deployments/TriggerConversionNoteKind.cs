namespace ImageStreams.Triggers;

/// <summary>What of a deployment configuration's triggers cannot be carried over to a Deployment.</summary>
public enum TriggerConversionNoteKind
{
    /// <summary>A change of the template as a trigger: a Deployment always rolls out then.</summary>
    ConfigChange,

    /// <summary>That a change of the template is no trigger: a Deployment rolls out all the same.</summary>
    NoConfigChange,

    /// <summary>A trigger that is not automatic becomes a paused one.</summary>
    Manual,

    /// <summary>The image that was taken last.</summary>
    LastTriggeredImage,

    /// <summary>A container that does not exist.</summary>
    NoSuchContainer,

    /// <summary>A second trigger for one container.</summary>
    SecondTrigger,

    /// <summary>A trigger on something that is no tag.</summary>
    NotATag,

    /// <summary>A trigger of an unknown type.</summary>
    UnknownType,

    /// <summary>That nothing rolls out before all images are there.</summary>
    WaitsForAll,
}
