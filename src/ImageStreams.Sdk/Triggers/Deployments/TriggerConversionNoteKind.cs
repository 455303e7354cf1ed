namespace ImageStreams.Triggers;

/// <summary>The differences between the triggers of a deployment configuration and those of a Deployment.</summary>
public enum TriggerConversionNoteKind
{
    /// <summary>The <c>ConfigChange</c> trigger is dropped: a Deployment always rolls out when its template changes.</summary>
    ConfigChange,

    /// <summary>There is no <c>ConfigChange</c> trigger, but a Deployment rolls out when its template changes.</summary>
    NoConfigChange,

    /// <summary>A trigger that is not automatic becomes a paused one.</summary>
    Manual,

    /// <summary>The <c>lastTriggeredImage</c> is dropped.</summary>
    LastTriggeredImage,

    /// <summary>The trigger for a container that does not exist is dropped.</summary>
    NoSuchContainer,

    /// <summary>The second trigger for a container is dropped.</summary>
    SecondTrigger,

    /// <summary>The trigger on something other than an <c>ImageStreamTag</c> is dropped.</summary>
    NotATag,

    /// <summary>The trigger of an unknown type is dropped.</summary>
    UnknownType,

    /// <summary>A setting of the deployment configuration that a Deployment does not have is dropped.</summary>
    /// <remarks>Not for one that is empty, or has the default that an API server writes.</remarks>
    Setting,

    /// <summary>A Deployment does not wait until all of its tags have an image.</summary>
    WaitsForAll,
}
