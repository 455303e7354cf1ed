using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Lets everybody read everything.</summary>
internal sealed class AllowingReviewer : IAccessReviewer
{
    public static AllowingReviewer Instance { get; } = new();

    public ValueTask<AccessDecision> ReviewAsync(ImageStreamName stream, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(AccessDecision.Allow);
}
