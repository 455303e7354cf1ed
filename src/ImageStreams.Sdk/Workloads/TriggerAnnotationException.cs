namespace ImageStreams.Workloads;

/// <summary>
/// The exception that is thrown when the annotation <c>image.openshift.io/triggers</c> of an object cannot be used;
/// OpenShift then fires none of its triggers.
/// </summary>
public sealed class TriggerAnnotationException : FormatException
{
    internal TriggerAnnotationException(
        TriggerAnnotationFailure reason, string message, string path = "$", Exception? inner = null)
        : base(message, inner)
    {
        Reason = reason;
        Path = path;
    }

    /// <summary>The reason.</summary>
    public TriggerAnnotationFailure Reason { get; }

    /// <summary>The JSON path of the invalid value in the annotation.</summary>
    public string Path { get; }
}
