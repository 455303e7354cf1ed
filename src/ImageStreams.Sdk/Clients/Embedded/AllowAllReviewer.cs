using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>A reviewer that allows everything.</summary>
internal sealed class AllowAllReviewer : IAccessReviewer
{
    public static AllowAllReviewer Instance { get; } = new();

    public ValueTask<AccessDecision> ReviewAsync(ImageStreamName stream, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(AccessDecision.Allow);
}
