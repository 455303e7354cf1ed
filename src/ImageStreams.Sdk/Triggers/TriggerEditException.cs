namespace ImageStreams.Triggers;

/// <summary>The exception that is thrown when a trigger cannot be added, changed or removed.</summary>
/// <remarks>The object is unchanged.</remarks>
public sealed class TriggerEditException : InvalidOperationException
{
    internal TriggerEditException(
        TriggerEditFailure reason, TriggerObject target, string message, Exception? inner = null)
        : base(message, inner)
    {
        Reason = reason;
        Object = target;
    }

    /// <summary>The reason.</summary>
    public TriggerEditFailure Reason { get; }

    /// <summary>The object whose triggers were to be changed.</summary>
    public TriggerObject Object { get; }
}
