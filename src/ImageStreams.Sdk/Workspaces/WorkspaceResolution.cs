using ImageStreams.Resolution;

namespace ImageStreams.Workspaces;

/// <summary>The resolution of a tag in an <see cref="ImageStreamWorkspace"/>, step by step, and the assumptions that it rests on.</summary>
public sealed record WorkspaceResolution
{
    /// <summary>The resolution and its steps.</summary>
    public required TagExplanation Steps { get; init; }

    /// <summary>The image of the tag, or the reason why there is none.</summary>
    public TagResolution Resolution => Steps.Resolution;

    /// <summary>The assumptions without which the answer would be another; none when the status alone decides.</summary>
    public required WorkspaceAssumptions RestsOn { get; init; }

    /// <summary>The answer in one sentence, and the assumptions that it rests on in another.</summary>
    public string Explanation => WorkspaceTexts.AddAssumptions(Resolution.Explanation, RestsOn);

    /// <summary>Returns the steps as text, and the assumptions.</summary>
    public override string ToString() => WorkspaceTexts.AddAssumptions(Steps.ToString(), RestsOn);
}
