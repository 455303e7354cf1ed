using ImageStreams.Collections;
using ImageStreams.Resolution;

namespace ImageStreams.Workspaces;

/// <summary>The sentences about assumptions.</summary>
internal static class WorkspaceTexts
{
    public static string AddAssumptions(ValueList<AdmissionResult> results, WorkspaceAssumptions assumptions) =>
        AddAssumptions(string.Join(' ', results.Select(result => result.Explanation)), assumptions);

    public static string AddAssumptions(string answer, WorkspaceAssumptions assumptions) => assumptions switch
    {
        WorkspaceAssumptions.AsStored => answer,
        WorkspaceAssumptions.AssumeImported => $"{answer} This assumes that the tag has been imported.",
        WorkspaceAssumptions.AssumePushed => $"{answer} This assumes that the build has pushed its image.",
        _ => $"{answer} This assumes that tags have been imported and that builds have pushed their images.",
    };
}
