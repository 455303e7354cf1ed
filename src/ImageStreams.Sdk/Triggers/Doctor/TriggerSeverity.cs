namespace ImageStreams.Triggers;

/// <summary>How bad a <see cref="TriggerFinding"/> is.</summary>
public enum TriggerSeverity
{
    /// <summary>It is as somebody wanted it, or will turn out well; but who does not know may wonder.</summary>
    Note,

    /// <summary>The trigger is sound, but will not fire as things are, or will surprise when it does.</summary>
    Warning,

    /// <summary>The trigger is wrong itself: it can never fire, whatever happens elsewhere.</summary>
    Error,
}
