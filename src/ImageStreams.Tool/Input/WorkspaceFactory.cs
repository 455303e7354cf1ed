using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.Workspaces;

namespace ImageStreams.Tool;

/// <summary>Creates workspaces of manifests.</summary>
internal static class WorkspaceFactory
{
    /// <summary>Creates a workspace; a what-if changes its streams first.</summary>
    public static ImageStreamWorkspace Create(
        ManifestSet manifests,
        InputSettings settings,
        Func<ValueList<ImageStream>, ValueList<ImageStream>>? changeStreams = null)
    {
        var objects = new WorkspaceObjects
        {
            Streams = changeStreams is null ? manifests.Streams : changeStreams(manifests.Streams),
            Images = manifests.Images,
            BuildConfigs = manifests.BuildConfigs,
            DeploymentConfigs = manifests.DeploymentConfigs,
            Workloads = manifests.Workloads,
        };
        return ImageStreamWorkspace.Create(objects, CreateOptions(settings));
    }

    private static WorkspaceOptions CreateOptions(InputSettings settings) => new()
    {
        Assumptions = settings.AsStored
            ? WorkspaceAssumptions.AsStored
            : WorkspaceAssumptions.AssumeImported | WorkspaceAssumptions.AssumePushed,
        InternalRegistryHostname = settings.RegistryHost ?? WorkspaceOptions.DefaultRegistryHostname,
    };
}
