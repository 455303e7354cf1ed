using ImageStreams.Resolution;

namespace ImageStreams.Workspaces;

/// <summary>A build of an <see cref="ImageStreamWorkspace"/> after admission, and the assumptions that the result rests on.</summary>
public sealed record WorkspaceBuildAdmission
{
    /// <summary>The build and the result for each reference.</summary>
    public required BuildAdmission Admission { get; init; }

    /// <summary>The assumptions without which a reference would get another image; none when no image is assumed.</summary>
    public required WorkspaceAssumptions RestsOn { get; init; }

    /// <summary>The result for each reference in one sentence, and the assumptions that they rest on in another.</summary>
    public string Explanation => WorkspaceTexts.AddAssumptions(Admission.Results, RestsOn);

    /// <summary>Returns <see cref="Explanation"/>.</summary>
    public override string ToString() => Explanation;
}
