namespace ImageStreams.Controllers;

/// <summary>What a change of an object means to those who index its triggers.</summary>
public enum TriggerChange
{
    /// <summary>Nothing: it listens to what it listened to.</summary>
    None,

    /// <summary>It is new, or listens for the first time.</summary>
    Added,

    /// <summary>It listens to something else.</summary>
    Updated,

    /// <summary>It is gone.</summary>
    Deleted,
}
