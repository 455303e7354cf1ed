using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>A tag whose import failed, or a stream whose import was refused or whose repository could not be listed.</summary>
public sealed record FailedImport
{
    /// <summary>The name of the stream.</summary>
    public required ImageStreamName Stream { get; init; }

    /// <summary>The name of the tag; null for the stream as a whole.</summary>
    public string? Tag { get; init; }

    /// <summary>The status: the reason, the message and, where one is known, the wait before another attempt.</summary>
    public required KubernetesStatus Status { get; init; }

    /// <summary>Returns the name, the reason and the message, such as <c>shop/ruby:3: NotFound, …</c></summary>
    public override string ToString()
    {
        var tag = Tag is null ? "" : $":{Tag}";
        var message = string.IsNullOrEmpty(Status.Message) ? "" : $", {Status.Message}";
        return $"{Stream}{tag}: {Status.Reason}{message}";
    }
}
