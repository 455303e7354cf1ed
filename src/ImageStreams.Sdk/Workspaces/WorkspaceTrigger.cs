using ImageStreams.Collections;
using ImageStreams.Triggers;

namespace ImageStreams.Workspaces;

/// <summary>The triggers of one object of an <see cref="ImageStreamWorkspace"/>, evaluated.</summary>
/// <remarks>
/// One shape for all kinds of objects. The build to request, or the object with its new images, is in the results of the
/// overloads of <see cref="ImageStreamWorkspace.EvaluateTriggers()"/> for one object.
/// </remarks>
public sealed record WorkspaceTrigger
{
    /// <summary>The identity of the object.</summary>
    public required TriggerObject Object { get; init; }

    /// <summary>Gets a value indicating whether a trigger fires: a build is required, or the object gets a new image.</summary>
    public required bool Fires { get; init; }

    /// <summary>The outcome of each trigger, in their order; empty when there are none or they cannot be read.</summary>
    public required ValueList<TriggerOutcome> Triggers { get; init; }

    /// <summary>The assumptions without which a trigger would find no image, or another one.</summary>
    public required WorkspaceAssumptions RestsOn { get; init; }

    /// <summary>The result in one sentence for each trigger, without the assumptions.</summary>
    public required string Result { get; init; }

    /// <summary>The result in one sentence for each trigger, and the assumptions that it rests on in another.</summary>
    public string Explanation => WorkspaceTexts.AddAssumptions(Result, RestsOn);

    /// <summary>Returns the object and the explanation.</summary>
    public override string ToString() => $"{Object}: {Explanation}";
}
