using ImageStreams.Policies;

namespace ImageStreams.Tests.Hosting;

/// <summary>A gate that refuses every image.</summary>
internal sealed class ClosedGate : IImageGate
{
    public const string Text = "nothing passes here";

    public string Name => "closed";

    public Task<ImageGateResult> CheckAsync(ImageGateRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<ImageGateResult>(new ImageGateResult.Refused { Reason = Text });
}
