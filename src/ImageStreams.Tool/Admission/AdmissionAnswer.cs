using ImageStreams.Manifests;
using ImageStreams.Resolution;
using ImageStreams.Workspaces;

namespace ImageStreams.Tool;

/// <summary>The result of admission for one image of a workload.</summary>
internal sealed record AdmissionAnswer
{
    /// <summary>The workload.</summary>
    public required ManifestObject Source { get; init; }

    /// <summary>The result.</summary>
    public required AdmissionResult Result { get; init; }

    /// <summary>The assumptions that the result rests on.</summary>
    public required WorkspaceAssumptions RestsOn { get; init; }

    /// <summary>The pull spec that replaces the image; null when it stays.</summary>
    public string? PullSpec => (Result as AdmissionResult.Rewritten)?.PullSpec;

    /// <summary>The place of the image.</summary>
    public TextPlace Place => Source.FindPlace($"{Result.Path}.image");
}
