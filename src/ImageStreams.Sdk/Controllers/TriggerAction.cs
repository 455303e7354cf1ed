using ImageStreams.Builds;
namespace ImageStreams.Controllers;

/// <summary>What an object's triggers ask a target to do.</summary>
internal sealed record TriggerAction
{
    /// <summary>Asks a target to do it.</summary>
    public required Func<ITriggerTarget, CancellationToken, ValueTask<TriggerTargetResult>> RunAsync { get; init; }

    /// <summary>The object once that is done, until it is seen as it is stored.</summary>
    public required ObservedObject ResultingObject { get; init; }

    /// <summary>The build that is asked for; null when it is no build.</summary>
    public BuildRequest? Request { get; init; }
}
