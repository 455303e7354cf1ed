using ImageStreams.Builds;

namespace ImageStreams.Controllers;

/// <summary>The request to a target that the triggers of an object require.</summary>
internal sealed record TriggerAction
{
    /// <summary>Sends the request to a target.</summary>
    public required Func<ITriggerTarget, CancellationToken, ValueTask<TriggerTargetResult>> RunAsync { get; init; }

    /// <summary>The object after the request has succeeded, until its stored state is observed.</summary>
    public required ObservedObject ResultingObject { get; init; }

    /// <summary>The build to start; null when the request stores an object.</summary>
    public BuildRequest? Request { get; init; }
}
