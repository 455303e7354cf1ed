using ImageStreams.Manifests;
using ImageStreams.Workspaces;

namespace ImageStreams.Tool;

/// <summary>Creates workspaces of manifests.</summary>
internal static class WorkspaceFactory
{
    /// <summary>Takes the objects of files, over what a cluster has.</summary>
    public static WorkspaceObjects Merge(ManifestSet manifests, ClusterInput? cluster)
    {
        var files = ClusterOverlay.Take(manifests);
        return cluster is null ? files : ClusterOverlay.Put(files, cluster.Objects);
    }

    /// <summary>Creates a workspace of objects.</summary>
    public static ImageStreamWorkspace Create(WorkspaceObjects objects, InputSettings settings) =>
        ImageStreamWorkspace.Create(objects, CreateOptions(settings));

    private static WorkspaceOptions CreateOptions(InputSettings settings) => new()
    {
        Assumptions = settings.AsStored
            ? WorkspaceAssumptions.AsStored
            : WorkspaceAssumptions.AssumeImported | WorkspaceAssumptions.AssumePushed,
        InternalRegistryHostname = settings.RegistryHost ?? WorkspaceOptions.DefaultRegistryHostname,
    };
}
