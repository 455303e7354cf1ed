using ImageStreams.Workspaces;

namespace ImageStreams.Tool;

/// <summary>Names the assumptions that an answer rests on.</summary>
internal static class AssumptionText
{
    /// <summary>Names the assumptions as JSON has them.</summary>
    public static IEnumerable<string> GetNames(WorkspaceAssumptions assumptions)
    {
        if (assumptions.HasFlag(WorkspaceAssumptions.AssumeImported))
        {
            yield return "assumeImported";
        }

        if (assumptions.HasFlag(WorkspaceAssumptions.AssumePushed))
        {
            yield return "assumePushed";
        }
    }

    /// <summary>Names the assumptions of many steps for people; null when there are none.</summary>
    public static string? FindForAll(WorkspaceAssumptions assumptions) => assumptions switch
    {
        WorkspaceAssumptions.AsStored => null,
        WorkspaceAssumptions.AssumeImported => "that tags are imported",
        WorkspaceAssumptions.AssumePushed => "that builds have pushed",
        _ => "that tags are imported, and builds have pushed",
    };

    /// <summary>Names the assumptions for people; null when there are none.</summary>
    public static string? Find(WorkspaceAssumptions assumptions) => assumptions switch
    {
        WorkspaceAssumptions.AsStored => null,
        WorkspaceAssumptions.AssumeImported => "that it is imported",
        WorkspaceAssumptions.AssumePushed => "that its build has pushed",
        _ => "that it is imported, and its build has pushed",
    };
}
