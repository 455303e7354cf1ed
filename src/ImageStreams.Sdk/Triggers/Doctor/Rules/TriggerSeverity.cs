namespace ImageStreams.Triggers;

/// <summary>The severities of a <see cref="TriggerFinding"/>.</summary>
public enum TriggerSeverity
{
    /// <summary>The trigger behaves as intended or will do so without intervention, but its behavior may be unexpected.</summary>
    Note,

    /// <summary>The trigger is sound, but does not fire in the current state, or has unexpected effects when it does.</summary>
    Warning,

    /// <summary>The trigger itself is wrong and can never fire, regardless of other objects.</summary>
    Error,
}
